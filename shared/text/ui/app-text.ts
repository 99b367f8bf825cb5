/** Words of the frame around the pages and of the parts that every page uses. */
export const appText = {
  product: '治气考核',
  productLong: '空气质量持续改善行动考核',
  skipToContent: '跳到正文',
  navigation: '功能',
  pages: {
    workbench: '工作台',
    year: '年度与目标',
    schemes: '办法',
    settings: '设置',
    returns: '填报收集',
    monitoring: '监测数据',
    findings: '核实',
    assessment: '评分',
    ranking: '空气质量排名',
    reports: '报告',
  },
  /** Headings of the navigation. */
  groups: { prepare: '准备', collect: '收集', verify: '核实', judge: '评定', issue: '印发' },
  /** What stands in the navigation where there is little room: the first two characters. */
  shortName: (name: string): string => name.slice(0, 2),
  work: '工作库',
  year: '考核年度',
  yearOption: (year: number): string => `${year} 年`,
  yearChoose: '选择年度',
  yearOutside: '监测',
  readOnlyMark: '只读',
  readOnlyHint:
    '只读：工作库在光盘或只读共享上，或者没有写入权限，可以查看和打印，不能改动。需要修改时请复制到可以写入的文件夹，打开副本。',
  sampleMark: '示例数据',
  sampleHint: '本工作库含有示例填报表或示例监测数据，数字均为虚构，不得用于实际考核。',
  switchWork: '切换工作库',
  loading: '正在读取…',
  loadingWork: '正在打开工作库…',
  failureTitle: '操作未完成',
  cancelledTitle: '已取消',
  retry: '重试',
  close: '关闭',
  moreTabs: '更多',
  connectionLost: '与程序的连接已中断。请确认程序仍在运行，然后重新载入本页；已入库的数据不受影响。',
  connectionLostBanner: '与程序的连接已断开，显示的是断开前的数据，暂时不能保存或导入。请确认治气考核仍在运行；恢复后本提示自动消失。',
  switchedElsewhere: (name: string): string => `另一个窗口已切换到《${name}》，本窗口已同步`,
  noYearTitle: '这个工作库没有可选的考核年度',
  noYearHint: '它的方案没有写明任何年度的目标。请换一个工作库，或补全方案后重新新建。',
  notices: '通知',
  dismiss: '知道了',
  crashTitle: '这个页面出错了',
  crashHint: '页面显示时发生意外，已入库的数据没有受到影响。可以重新载入后继续；如再次出现，请把下面的内容交给维护人员。',
  crashReload: '重新载入',
  crashHome: '回到工作台',
  crashDetail: '出错内容',
} as const;

/** What an address names and nothing is called by; and what a year that is not open has instead of a page. */
export const addressText = {
  yearTitle: (year: string): string => `这个工作库没有 ${year} 年度`,
  yearChoose: '请改选年度',
  yearHint: '地址中的年度不在方案之内，也没有监测数据。',
  pageTitle: (name: string): string => `没有“${name}”这个页面`,
  pageHint: '地址可能写错了，或者来自别的版本。',
  toWorkbench: '去工作台',
  unknown: (kind: keyof typeof ADDRESS_KINDS, name: string): string =>
    `地址中的“${name}”没有对应的${ADDRESS_KINDS[kind]}，以下按默认显示。`,
  notOpenTitle: (year: number): string => `${year} 年度还没有开启`,
  notOpenHint: '开启时定下清单、各项目标的来源、评分办法、报送期限和报送单位；开启后才能生成填报表、收集、评分和印发。',
  open: '开启年度…',
  outsideTitle: (year: number): string => `${year} 年不在方案年度之内`,
  outsideHint: '这一年只有监测数据，可以看日历、评价和排名',
  toMonitoring: '查看监测数据',
} as const;

const ADDRESS_KINDS = {
  state: '状态',
  tab: '标签页',
  part: '部分',
  unit: '单位',
  period: '时段',
  scheme: '办法',
  document: '文件',
  measure: '指标',
  subject: '事项',
} as const;

/** Failures that belong to the chosen year and that no repeating helps: what works instead. */
export const yearLimits: Readonly<Record<string, string>> = {
  YEAR_NO_SCHEME: '该年度仍可生成、收集和检查填报表；评分和排名请改选有方案的年度。',
  YEAR_SCHEME_RULES: '该办法的得分、试算、比较和定稿在“评分”页；附表按附件行次打分，改用年度评分办法的年度才有。',
  YEAR_NOT_OPEN: '请先在“年度与目标”页开启这个年度，或在页面右上角改选已开启的年度。',
  YEAR_NO_ANNEX: '该年度仍可生成和收集填报表，其他附表和报告不受影响。',
};

export const yearLimitTitle = '该年度没有这项内容';

export const welcomeText = {
  title: '开始工作',
  intro: '一个工作库保存一个方案的填报表、评分和排名，就是电脑上的一个文件。请选择一种方式开始。',
  create: '新建考核工作',
  createHint: '按方案建立新的工作库，之后生成填报表发给各单位。',
  createPlan: '采用方案',
  planOption: (title: string, documentNumber: string): string => `${title} ${documentNumber}`,
  planDetail: (documentNumber: string, years: readonly number[]): string => `${documentNumber}，有目标的年度：${years.join('、')}`,
  noPlans: '程序的 templates/plans 文件夹里没有可用的方案。',
  createButton: '选择保存位置并新建',
  open: '打开已有工作库',
  openHint: '继续以前的工作。',
  openButton: '选择文件…',
  openKnown: '最近的工作库',
  openNone: '还没有打开过工作库。',
  openOnlyKnown: '工作库放在程序的数据文件夹里就会列在上面。',
  openOne: (name: string): string => `打开 ${name}`,
  sample: '试用示例',
  sampleHint: '用虚构的填报数据建立一个示例工作库，几秒钟即可看到评分、排名和正式附表。',
  sampleButton: '建立示例并进入',
  sampleSteps: { create: '新建示例工作库', write: '编制各单位的填报表', import: '导入填报表并逐格检查' },
  sampleStepState: { waiting: '等待', running: '进行中', done: '完成' },
  /** Who consents to 不涉及 in the sample. */
  sampleOffice: '示例',
  sampleRunning: '正在建立示例',
  sampleCancelled: '已取消。示例工作库已经建立，但内容不全；可以重新建立一个。',
  back: '返回当前工作库',
  /** Without the signs that a file name may not have. */
  suggestedName: (title: string): string => `${title.replaceAll(/[\\/:*?"<>|\s]/gu, '')}.sqlite`,
} as const;

export const tableText = {
  export: '导出',
  exportOf: (table: string): string => `导出“${table}”`,
  excel: 'Excel…',
  excelHint: '按现在的筛选和排序存为工作簿，数字仍是数字',
  exported: (name: string): string => `已导出 ${name}。`,
  downloaded: (name: string): string => `已导出 ${name}，在浏览器的下载文件夹里。`,
  origin: (district: string, year: number, marks: readonly string[]): string => [district, `${year}年度`, ...marks].join('　'),
  filterOf: (column: string, values: readonly string[]): string => `${column} ${values.join('、')}`,
  filteredBy: (filters: readonly string[]): string => `筛选：${filters.join('；')}`,
  sortedBy: (column: string, direction: 'ascend' | 'descend'): string => `排序：${column} ${direction === 'ascend' ? '升序' : '降序'}`,
  group: (name: string, count: number): string => `${name}（${count}）`,
  untitled: '表',
  total: (count: number): string => `合计（${count}）`,
  fold: (name: string): string => `折叠${name}`,
  unfold: (name: string): string => `展开${name}`,
  pictureOf: (name: string): string => `导出图片“${name}”`,
  picture: '图片',
  printPicture: '打印',
  printGreyHint: '打印图；级别用灰度和罗马数字区分，黑白打印也能看清',
  pictureSource: '数据：库内的监测数据和填报表',
  pictureDate: (date: string): string => `制图 ${date}`,
  pictures: { svg: 'SVG（可放大，文字可改）…', png: 'PNG（300 dpi）…' },
  copy: '复制',
  copyHint: '复制表格，可直接粘贴到 Excel',
  copied: (rows: number): string => `已复制 ${rows} 行，可粘贴到 Excel`,
  copyFailed: '没有复制成功，请重试。',
  empty: '没有数据',
  search: '输入文字查找',
  searchApply: '查找',
  searchClear: '清除',
  filterApply: '确定',
  filterBy: (column: string): string => `按${column}筛选`,
  blank: '（空白）',
  rowCount: (shown: number, all: number): string => (shown === all ? `共 ${all} 行` : `显示 ${shown} 行，共 ${all} 行`),
  keyboardHint: '上下方向键移动，回车打开',
  columns: '列',
  columnsMore: '显示更多列',
} as const;

export const jobText = {
  cancel: '取消',
  cancelling: '正在取消…',
  starting: '正在开始',
  running: '进行中',
  percent: (fraction: number): string => `${Math.round(fraction * 100)}%`,
} as const;

export const sheetText = {
  label: (sheet: string): string => `工作表“${sheet}”`,
  blank: '（空）',
  place: (sheet: string, cell: string): string => `${sheet}!${cell}`,
  outside: (cell: string): string => `${cell} 不在这张表的内容范围内`,
  severity: { error: '错误', warning: '警告', info: '提示' },
  markLabel: (cell: string, severity: string, text: string): string => `${cell} ${severity}：${text}`,
} as const;

/** Words beside the colour and the shape of a state. */
export const stateWords = {
  met: '达标',
  unmet: '未达标',
  missing: '缺数据',
  notApplicable: '不涉及',
  noOccurrence: '无发生',
  received: '已收',
  returned: '退回',
  toReview: '待核',
  passed: '通过',
  late: '迟报',
  extended: '延期',
  notReported: '未报',
  empty: '空表',
  accepted: '已入库',
  duplicate: '重复',
  undecided: '须选择单位',
  reverts: '旧版',
  rejected: '不能入库',
  locked: '需要密码',
  error: '错误',
  warning: '警告',
  info: '提示',
  unopened: '未开启',
  preparing: '准备',
  collecting: '收集',
  verifying: '核实',
  trial: '试算',
  final: '定稿',
  archived: '归档',
  pending: '待定',
  versionCounts: '采用',
  versionKept: '未采用',
  versionWithdrawn: '已撤回',
} as const;

/** Asking for the password (打开密码) of files that cannot be read without. */
export const passwordText = {
  locked: (files: readonly string[]): string =>
    `${files.length} 份文件设有打开密码：${files.slice(0, PASSWORD_FILES).join('、')}${files.length > PASSWORD_FILES ? '……' : ''}`,
  label: '打开密码',
  open: '打开',
  hint: '输入密码后按回车，用它重新读取。密码不同的文件，请逐个输入密码。密码不会保存。',
  refused: '输入过的密码没有打开上列文件。请核对密码，或请填报单位取消密码后重新报送。',
} as const;

const PASSWORD_FILES = 5;
