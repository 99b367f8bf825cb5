/** Words of the parts of 评分: 现状, 试算记录, 比较, 假设测算, 稳健性. */
export const scorePageText = {
  tabs: { current: '现状', runs: '试算记录', compare: '比较', whatif: '假设测算', robust: '稳健性' },
  provisional: '试算',
  provisionalHint: '年度还没有定稿，得分会随填报、更正和同意“不涉及”而变。',
  final: (run: number, day: string): string => `定稿：第 ${run} 号试算，${day}`,
  toSigned: (run: number): string => `看第 ${run} 号试算`,
  moved: (run: number): string => `按现在的数据，与定稿的第 ${run} 号试算不同`,
  store: '存为试算',
  stored: (run: number): string => `已存为第 ${run} 号试算。`,
  storedBefore: (run: number): string => `数据没有变化，与第 ${run} 号试算相同，没有重复保存。`,
  waiting: '正在计算…',
  noFold: '—',
  fold: (counted: string): string => `×100/${trimZeros(counted)}`,
  lacking: '缺',
  notInvolved: '不涉及',
  missingCount: (count: number): string => (count === 0 ? '' : `${count} 项`),
  columns: { place: '名次', fold: '折算', penalties: '扣', range: '区间', missing: '缺与待确认' },
  /** Of the units of a kind that are shown: how many, and of those that have reported the average and the lowest total. */
  group: (count: number, reported: number, average: string, lowest: string): string =>
    `${count} 个${reported === count ? '' : `，已报 ${reported} 个`}　平均 ${average}　最低 ${lowest}`,
  groupNone: (count: number): string => `${count} 个，都没有报送`,
  average: (points: string): string => `平均 ${points}`,
  districtRange: (range: string): string => `区间 ${range}`,
} as const;

/** What a score still lacks. */
export const missingText = {
  title: '缺与待确认',
  ofUnit: (name: string): string => `${name}缺与待确认`,
  nothing: '没有缺的，也没有待确认的',
  all: (count: number): string => `全部 ${count} 条`,
  fewer: '只看前几条',
  toReturns: '去填报收集',
  rows: (count: number): string => `${count} 项`,
  join: '，',
  empty: '不缺数据，没有待确认的数',
  columns: { unit: '单位', kind: '种类', what: '缺什么' },
  kinds: {
    return: '未报',
    cells: '未填',
    zeroDenominator: '分母为 0',
    error: '错误',
    held: '待确认',
    consent: '不涉及待同意',
    air: '监测天数不足',
    target: '目标待定',
  },
  doors: {
    return: '看报送',
    cells: '看填报表',
    zeroDenominator: '看填报表',
    error: '看问题',
    held: '看问题',
    consent: '去决定',
    air: '看监测',
    target: '去定目标',
  },
  counts: {
    return: (count: number): string => `缺 ${count} 个单位`,
    cells: (count: number): string => `${count} 处未填`,
    consent: (count: number): string => `${count} 个“不涉及”待同意`,
    error: (count: number): string => `${count} 处错误`,
    held: (count: number): string => `${count} 处待确认`,
    zeroDenominator: (count: number): string => `${count} 个分母为 0 待说明`,
    air: (count: number): string => `${count} 个单位监测天数不足`,
    target: (count: number): string => `${count} 个目标待定`,
  },
} as const;

/** 试算记录 and 比较. */
export const runsText = {
  title: '试算记录',
  none: '还没有存过试算',
  noneHint: '在“现状”中点“存为试算”，当时的得分就按号保存下来，以后可以查看和比较。',
  toCurrent: '去现状',
  columns: { id: '号', at: '时间', actor: '操作人', kind: '类别', period: '时段', scheme: '办法', version: '与上一次' },
  kinds: { assessment: '年度得分', ranking: '空气质量排名', scheme: '办法试算' },
  compareWithPrevious: (id: number): string => `与第 ${id} 号比较`,
  noActor: '没有记名',
  noScheme: '办法已不在工作库',
  shownTitle: (id: number): string => `第 ${id} 号试算`,
  shownOf: (at: string, actor: string): string => `${at} 保存，${actor}。按保存时的结果显示，不随以后的数据改变。`,
  back: '返回试算记录',
  unknown: (name: string): string => `没有第 ${name} 号试算`,
  rankingTitle: (period: string): string => `${period}排名（保存时的结果）`,
  rankingColumns: { rank: '名次', name: '单位', pm25: 'PM2.5（μg/m³）', ratio: '优良率（%）', index: '综合指数', days: '有效天' },
  noRank: '—',
  choose: { before: '先前', after: '后来' },
  option: (id: number, at: string, actor: string): string => `第 ${id} 号　${at}　${actor}`,
  tooFew: '比较需要同一年度的两次试算',
  tooFewHint: (count: number): string =>
    count === 0 ? '本年度还没有存过试算。' : '本年度只存过一次试算；数据有变化后再存一次，就可以比较。',
  same: '请选择两次不同的试算',
} as const;

/** What differs between two results. */
export const differenceText = {
  units: (count: number): string => `变化的单位（${count}）`,
  rows: '逐行变化',
  nothing: '总分、等次和名次没有变化',
  columns: { unit: '单位', total: '总分', grade: '等次', place: '名次', row: '考核内容', points: '得分', max: '满分', cause: '原因' },
  ofUnit: '（整个单位）',
  changed: (before: string, after: string): string => (before === after ? after : `${before} → ${after}`),
  none: '—',
} as const;

/** 假设测算. */
export const supposeText = {
  line: '假设，不保存：以下只在这里计算，工作库和得分都不改变。',
  title: '假设',
  kinds: { cell: '填报的数', weight: '分值', target: '目标' },
  kind: '改什么',
  unit: '单位',
  row: '考核内容',
  measure: '指标',
  field: '栏',
  value: '改为',
  weight: '分值改为',
  target: '目标改为',
  targetPlaceholder: '如 ≤31、≥25',
  valuePlaceholder: '如 37、2024-06-30、不涉及',
  choose: '请选择',
  add: '加入',
  remove: '去掉',
  removeOne: (change: string): string => `去掉：${change}`,
  clear: '全部去掉',
  empty: '还没有假设',
  emptyHint: '选择要改的数、分值或目标，点“加入”，下面就显示得分、等次和名次从多少变为多少。',
  computing: '正在测算…',
  drop: '去掉最后一条',
  fields: ['numerator', 'denominator', 'value', 'increment', 'status', 'date'],
  statuses: ['已完成', '按序推进', '进度滞后', '未启动', '不涉及'],
} as const;

/** 稳健性. */
export const robustText = {
  percent: '分值变动幅度',
  percentOption: (percent: string): string => `±${percent}%`,
  columns: {
    place: '名次',
    unit: '单位',
    total: '总分',
    places: '名次范围',
    totals: '总分范围',
    grades: '等次范围',
    nearest: '最近的一格',
  },
  placeBar: (unit: string, range: string, now: string): string => `${unit}名次 ${range}，现为 ${now}`,
  gradeNow: (grade: string): string => `${grade}（现在）`,
  gradeCan: (grade: string): string => `${grade}（可能）`,
  gradesOf: (unit: string, grades: string): string => `${unit}等次 ${grades}`,
  computing: '正在测算，单位多时要几秒…',
  stable: (count: number, all: number): string => `${all} 个单位中 ${count} 个的等次不会改变`,
  ofKind: (kind: string): string => `${kind}的名次和等次`,
  placesOf: (count: number): string => `名次 1～${count}`,
} as const;

/** The first clause of what a row asks, without the unit it is counted in. */
export function shortRowTitle(title: string): string {
  const [line = ''] = title.split('\n');
  const [clause = ''] = line.replace(/（[^（）]*）$/u, '').split(/[。；]/u);
  return clause.length > LONGEST_TITLE ? `${clause.slice(0, LONGEST_TITLE - 1)}…` : clause;
}

const LONGEST_TITLE = 26;

const trimZeros = (number: string): string => number.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
