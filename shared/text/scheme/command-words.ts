/** Words of `schemes try` and `schemes check`. */
export const schemeCommandText = {
  wait: '正在等待标准输入；输完按 Ctrl+D（Windows 为 Ctrl+Z 后回车）。',
  describe: {
    try: '试算一个办法：从标准输入读 CSV，右侧加得分、等次、名次、金额、告知（不需要工作库）',
    check: '检查一个办法文件：错在第几行第几列、怎样改，原文与规则的对照',
    rule: '文件中有几个办法时用哪一个',
    explain: '不写表，逐行写出每个数怎样得来，直到单元格',
  },
  usable: (file: string): string => `✓ ${file} 可以使用`,
  unstorable: '只能试算（schemes try）；要加入工作库，一个文件写一个办法，抬头写明 id、title、from。',
  unusable: (file: string): string => `✗ ${file} 有错误，不能使用`,
  encoding: (encoding: string): string => `  文件编码为 ${encoding}，已按该编码读取。`,
  severity: (severity: 'error' | 'warning' | 'note'): string => ({ error: '错误', warning: '注意', note: '提示' })[severity],
  at: (line: number, column: number): string => `第 ${line} 行第 ${column} 列`,
  columns: (columns: readonly string[]): string => `  读取的列：${columns.join('、')}`,
  text: '原文与规则对照：',
  withoutRule: (clauses: readonly string[]): string => `  没有规则的条款：${clauses.join('、')}`,
  withoutClause: (rules: readonly string[]): string => `  没有写依据条款的规则：${rules.join('、')}`,
  assumed: (sentence: string): string => `  假定：${sentence}`,
  clause: (clause: string): string => `〔${clause}〕`,
  points: (points: string): string => `${points} 分`,
  money: (money: string): string => `${money} 万元`,
  place: (place: string): string => `第 ${place} 名`,
  rowTitle: (line: number, subject: string, period: string): string =>
    [`第 ${line} 行`, subject, period].filter((text) => text !== '').join('　'),
  noResult: (lacks: readonly string[]): string => (lacks.length === 0 ? '没有结果' : `没有结果：${lacks.join('；')}`),
  rowTwice: (line: number, subject: string, period: string): string =>
    `第 ${line} 行：${[subject, period].filter((text) => text !== '').join(' ')} 有两行，不知道用哪一行，结果都留空。`,
  columnTwice: (first: string, second: string): string => `表头中“${first}”和“${second}”是同一项，不知道用哪一列，各行都没有计算。`,
  rowNoPeriod: (line: number, subject: string, period: string): string =>
    `${rowName(line, subject)}：时段“${period}”不是一个时段，结果留空。请写成 2024-07、2024-Q3、2024-H1、2024 或 2024-01..2024-07。`,
  periodOther: (per: string, lines: readonly number[], periods: readonly string[]): string =>
    `注意：本办法按${per}计算，第 ${lines.slice(0, LISTED).join('、')} ${lines.length > LISTED ? `等 ${lines.length} ` : ''}行的时段是 ${periods.slice(0, LISTED).join('、')}${periods.length > LISTED ? ' 等' : ''}，按这些数一次计算，不是逐${per}相加。`,
  rowProblem: (line: number, subject: string, reasons: readonly string[]): string =>
    `${rowName(line, subject)}：${reasons.join('；')}，结果留空。`,
  rowLacks: (line: number, subject: string, reasons: readonly string[]): string =>
    `${rowName(line, subject)}：缺数据，结果留空：${reasons.join('；')}。`,
  rowOpen: (line: number, subject: string, question: string, reasons: readonly string[]): string =>
    `${rowName(line, subject)}：${question}：${reasons.join('；')}。`,
  rowsOpen: (count: number, question: string, reasons: readonly string[]): string => `${count} 行${question}：${reasons.join('；')}。`,
  notApplicable: (line: number, subject: string): string => `${rowName(line, subject)}：不涉及，不计分、不计款。`,
  notConcerned: (line: number, subject: string): string => `${rowName(line, subject)}：不是本办法的对象。`,
  columnAbsent: (reason: string, count: number): string => `${reason}，${count} 行结果留空。`,
  eventAbsent: (column: string): string => `没有 ${column} 列，按没有发生计算。`,
  helpTry: `
列（顺序不限，可以缺列；其余的列原样保留）：
  subject 对象（单位）  class 类别，同类相比  period 时段（2024-07、2024-Q3、2024、2024-01..2024-07、第3周 等）
  X 指标值：pm25 pm10 so2 no2 co o3 index goodDays goodRatio heavyDays roadDust，或任何名称（growth、附件指标编号等）
  X.target 目标  X.stretch 奋斗目标  X.lastYear 上年同期  X.lastMonth 上期  X.base 基数  X.limit 限值
  X.groupMean 同类平均（没有这一列的，取同类同时段各对象的平均）  X.place 已定的名次（-1 为倒数第一）
  status:名称 完成状态  manual:名称 人工评分  param:名称 参数  event:名称 事件（1、是 为发生；空白为没有发生）
  没有 X.lastYear、X.lastMonth 列的，从同一对象上年同期、上期的行取。
取值：空白为缺数据，不按0计，结果留空并说明缺哪一列；“不涉及”不计入该部分，也不计款；“无发生”视为达到目标。
方向：pm25 pm10 so2 no2 co o3 index heavyDays roadDust 低的好，其余高的好（办法抬头 measures 可另定）；与目标等比较的结果，正为好。
结果：points 得分、grade 等次、place 名次、money 金额（万元，正为得、负为缴）、notices 告知（；分隔）。
  全程用分数精确计算，只在规则写 round 处修约（四舍六入五成双）；除不尽或小数超过10位的印4位小数，末尾的0不印。
  名次并列的都得该名次的奖惩（ties: split 为平分），其后的名次空出。
--json 另给每个数的来历；--explain 用文字写出。看不懂的值、不存在的时段（2026-13）、负的浓度和天数、重复的行：结果留空并指明，退出码为 1。
输入可以是 UTF-8、GB18030（GBK）或 UTF-16，以逗号、制表符或分号分隔；输出为 UTF-8。
示例：zhiqi schemes try 办法.yml < 数据.csv > 结果.csv`,
  helpCheck: `
办法文件可以有抬头（id、title、kind、from、source、text 等）和 rules:，也可以只有规则，或“名称: 规则”。
有错误时退出码为 1。写法见 templates/scheme-language.md。`,
} as const;

/** More than these are counted, not listed. */
const LISTED = 5;

const rowName = (line: number, subject: string): string => (subject === '' ? `第 ${line} 行` : `第 ${line} 行 ${subject}`);
