import { objectionTexts as VERSION_OBJECTIONS } from '../version-text.ts';
/** Words of 填报收集: making the workbooks, taking them in, who has reported, what is wrong with them. */
export const returnsText = {
  title: '填报收集',
  hint: '发出填报表、收回入库、催报和核实问题。',
  tabs: { templates: '生成填报表', import: '导入填报表', status: '报送情况', findings: '问题清单' },
  tabCount: (label: string, count: number): string => `${label}（${count}）`,
  none: '—',
  version: (version: number): string => `第 ${version} 版`,
  sample: '示例数据',
  place: (sheet: string | null, cell: string | null): string =>
    sheet === null ? '整个文件' : cell === null ? `工作表“${sheet}”` : `${sheet} ${cell}`,
} as const;

export const templatesText = {
  scope: '发给哪些单位',
  scopes: {
    all: (count: number): string => `全部单位（${count}）`,
    ofKind: (kind: string, count: number): string => `各${kind}（${count}）`,
    missing: (count: number): string => `未报单位（${count}）`,
    some: '指定单位',
  },
  choose: '选择单位',
  choosePlaceholder: '输入单位名称查找，可选多个',
  air: '填报表附空气监测日报',
  airHint: '每日六项污染物浓度，由监测空气的单位填写。已另行掌握监测数据的可以不附。',
  intro: '每个单位一份 Excel 工作簿，只列该单位要填的指标和任务；目标值等单元格已锁定，填写处有提示和下拉列表。',
  startAsk: (count: number): string => `选择文件夹并生成 ${count} 份`,
  startDownload: (count: number): string => `生成 ${count} 份并下载`,
  again: '再生成一批',
  done: (count: number, folder: string): string => `已生成 ${count} 份填报表，保存在“${folder}”`,
  doneDownload: (count: number, folder: string): string => `已生成 ${count} 份填报表，已作为“${folder}.zip”下载`,
  reveal: '打开所在文件夹',
  download: '再次下载',
  files: '已生成的填报表',
  columns: { unit: '单位', file: '文件', rows: '须填行数' },
} as const;

export const importText = {
  dropTitle: '把收回的填报表拖到这里',
  dropHint: '可以一次拖入多份文件或整个文件夹。先预览检查，由您决定采用哪些，之后才入库。',
  dropMore: '可继续拖入文件，加到本次预览中。',
  dropNow: '松开鼠标即开始检查',
  pickFiles: '选择文件…',
  pickFolder: '选择文件夹…',
  addFiles: '添加文件…',
  addFolder: '添加文件夹…',
  receiving: '正在接收文件…',
  reading: '正在检查填报表，尚未入库',
  storing: '正在入库',
  busy: '正在检查或入库，请等它结束或取消后再添加文件。',
  nothingFound: '所选位置没有可以读取的文件。',
  abilities: '填报表为 .xlsx 文件；放错的文件会指出原因，不影响其他文件。',

  preview: '预览（尚未入库）',
  counts: (files: number, ready: number, others: readonly { readonly label: string; readonly count: number }[]): string =>
    [
      `共 ${files} 份文件`,
      `可入库 ${ready} 份`,
      ...others.filter(({ count }) => count > 0).map(({ label, count }) => `${label} ${count} 份`),
    ].join('，'),
  otherYear: (found: string | number, expected: string | number): string =>
    `这是 ${found} 年的填报表，正在导入的是 ${expected} 年。请切换考核年度到 ${found} 年。`,
  lost: (files: number): string => `上次的预览没有入库（${files} 份文件），请重新选择文件。已入库的数据不受影响。`,
  lostStoring: (files: number): string =>
    `上次入库时页面被关闭或重新加载（${files} 份文件），不能确定是否已经入库。请查看“报送情况”，没有入库的请重新选择文件。`,
  adoptAll: '全部采用',
  adoptNone: '全部不采用',
  adoptClean: '有错误的不采用',
  store: (count: number): string => `入库 ${count} 份`,
  nothingToStore: '没有可以入库的文件',
  nothingAdopted: '没有采用任何文件',
  discard: '放弃预览',
  discardTitle: '放弃本次预览？',
  discardText: (ready: number): string => `${ready} 份可入库的填报表还没有入库。放弃后需要重新选择文件；已入库的数据不受影响。`,
  discardYes: '放弃预览',
  keep: '继续处理',
  reread: '重新读取',
  rereadHint: '文件改动后，重新检查同一批文件',
  openHint: '选中一行按回车或单击，查看数值、问题和原表。',

  columns: {
    adopt: '采用',
    unit: '单位',
    file: '文件',
    outcome: '结果',
    errors: '错误',
    warnings: '警告',
    infos: '提示',
    answers: '数值',
    changed: '有变化',
    airDays: '监测天数',
    version: '版本',
  },
  outcomes: { accepted: '可入库', duplicate: '重复', rejected: '不能入库', undecided: '须选择单位' },
  kept: '保留现版',
  replace: '改用',
  replaceOne: (name: string): string => `改用 ${name} 这一版`,
  objections: VERSION_OBJECTIONS,
  adopted: '采用',
  notAdopted: '不采用',
  adoptOne: (name: string): string => `采用 ${name}`,
  unknownUnit: '未识别',
  firstReturn: '首次报送',
  changedCount: (changed: number): string => `${changed} 个数值有变化`,
  previous: '上一份',
  next: '下一份',
  position: (index: number, count: number): string => `${index} / ${count}`,

  leaveTitle: '预览还没有处理完',
  leaveText: (ready: number): string =>
    `${ready} 份可入库的填报表尚未入库。离开后本次预览会保留，回到“填报收集”可以继续；关闭程序则需要重新导入。`,
  leaveRunning: '正在检查或入库。离开后会继续进行，回到“填报收集”可以看到结果；关闭程序则会中断。',
  leaveYes: '离开',
  leaveNo: '留在本页',

  doneTitle: (count: number): string => (count === 0 ? '没有新的填报表入库' : `${count} 份填报表已入库`),
  doneLine: (replaced: number, changed: number, left: number): string =>
    [
      replaced === 0 ? '均为首次报送' : `${replaced} 份替换旧版，${changed} 个数值有变化`,
      ...(left === 0 ? [] : [`${left} 份没有入库`]),
    ].join('；'),
  doneNothing: (left: number): string => `${left} 份没有入库，工作库没有变化`,
  stored: '已入库',
  left: '没有入库',
  reason: '原因',
  reasons: {
    discarded: '您选择了不采用',
    vanished: '预览之后文件被改动或移走，没有入库。请重新预览后再入库。',
  },
  notAdoptedShort: { discarded: '不采用', vanished: '未入库' },
  vanishedTitle: (count: number): string => `${count} 份采用的文件没有入库`,
  more: '继续导入',
  toStatus: '查看报送情况',
  toFindings: '查看问题清单',
} as const;

export const detailText = {
  findings: (count: number): string => `问题（${count}）`,
  values: (count: number): string => `数值（${count}）`,
  original: '原表',
  noFindings: '没有发现问题',
  noFindingsHint: '所有应填的单元格都能读取，数值之间没有矛盾。',
  findingList: '问题，上下方向键逐条查看',
  nearby: '该处及周围单元格',
  wholeFile: '这个问题涉及整个文件，没有对应的单元格。',
  unreadable: '这份文件不能作为工作簿打开，没有可以显示的内容。',
  openOriginal: '在原表中查看',
  copyList: '复制问题清单',
  copyListHint: '复制为文字，可发给填报单位核实',
  copied: '已复制',
  copyFailed: '没有复制成功，请重试。',
  onlyChanged: (count: number): string => `只看变化（${count}）`,
  allValues: (count: number): string => `全部（${count}）`,
  first: '该单位首次报送，没有上次的数值可比。',
  unchanged: '与上次报送的数值完全相同。',
  removed: '本次为空',
  air: (days: number): string => `另有空气监测 ${days} 天的数据，见“原表”。`,
  column: '列',
  row: '行',
  changes: { changed: '变化', added: '新增', removed: '删去', same: '' },
  columns: { name: '项目', column: '栏目', value: '本次', last: '上次', unit: '计量单位', change: '变化', place: '单元格' },
} as const;

export const originalText = {
  title: '原表',
  file: '文件',
  hash: '文件校验值（SHA-256）',
  cell: '单元格',
  copyHash: '复制校验值',
  sheets: '工作表',
  loading: '正在打开原表…',
  atCell: (sheet: string, cell: string): string => `${sheet} ${cell}`,
  marks: (count: number): string => (count === 0 ? '本表没有问题标记' : `本表有 ${count} 处问题，已用底色标出`),
} as const;

export const statusText = {
  due: (date: string): string => `报送截止日：${date}`,
  filters: { all: '全部', missing: '未报', late: '迟报', inTime: '按时', undated: '未填日期', errors: '有错误' },
  filterLabel: '按报送情况筛选',
  filter: (label: string, count: number): string => `${label} ${count}`,
  columns: {
    unit: '单位',
    kind: '类别',
    state: '报送情况',
    reportedOn: '填报日期',
    version: '版本',
    answers: '数值',
    errors: '错误',
    warnings: '警告',
    file: '文件',
  },
  noDate: '未填',
  copyReminder: '复制催报名单',
  reminderNone: '所有单位均已报送',
  reminder: (year: number, due: string, count: number): string => `${year}年度填报表（截止日${due}）尚有${count}个单位未报送，请尽快报送：`,
  reminderOfKind: (kind: string, names: readonly string[]): string => `${kind}（${names.length}个）：${names.join('、')}`,
  reminderCopied: (count: number): string => `已复制 ${count} 个未报单位的催报名单`,
  missingTitle: (name: string): string => `${name}尚未报送`,
  missingHint: '收到填报表后在“导入填报表”中导入；需要重新下发的，可在“生成填报表”中选择该单位。',
  noOriginal: '暂时找不到这份填报表的原件。请在“问题清单”或“评分”的来历中打开。',
  table: '各单位报送情况',
} as const;

export const findingsText = {
  filterLabel: '按级别筛选',
  all: '全部',
  severity: { error: '错误', warning: '警告', info: '提示' },
  count: (label: string, count: number): string => `${label} ${count}`,
  columns: { severity: '级别', unit: '单位', sheet: '工作表', cell: '单元格', text: '问题与处理', file: '文件' },
  table: '现行填报表的问题',
  empty: '没有这类问题',
  none: '现行填报表没有发现问题',
  noneHint: '还没有填报表入库，或所有填报表都没有问题。',
  hint: '单击或按回车，在原表中打开该单元格。',
} as const;

/** Text for the unit that has to correct its return: one line for each place. */
export function problemList(
  unit: string,
  file: string,
  problems: readonly { readonly place: string; readonly severity: string; readonly text: string }[],
): string {
  return [
    `${unit}：填报表“${file}”有 ${problems.length} 处请核实：`,
    ...problems.map((problem, index) => `${index + 1}. ${problem.place}（${problem.severity}）：${problem.text}`),
  ].join('\n');
}
