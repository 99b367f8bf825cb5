/** Words of 倒排测算 and 预报 on the page 监测数据. */
export const outlookText = {
  asOf: '测算日期',
  asOfMonth: '测算日期的月份',
  asOfDay: '测算日期的日',
  month: (month: number): string => `${month}月`,
  day: (day: number): string => `${day}日`,
  asOfHint: '截至该日（含）的数据为已知，之后的每一天都按有效天计算。',
  title: (date: string): string => `截至${date}的倒排测算`,
  measures: { pm25: 'PM2.5 年均浓度', goodDayRatio: '优良天数比率', heavyDayRatio: '重污染天数比率' },
  units: { pm25: '微克/立方米', goodDayRatio: '%', heavyDayRatio: '%' },
  operators: { ge: '≥', le: '≤', eq: '＝' },
  none: '还没有可以测算的数据',
  columns: {
    place: '地区',
    measure: '目标项目',
    target: '全年目标',
    state: '结论',
    soFar: '目前',
    days: '已用天数',
    remaining: '剩余天数',
    demand: '剩余天数的要求',
  },
  states: { met: '已完成', missed: '未完成', secured: '已确保', impossible: '已不可能', possible: '仍可完成', noData: '没有数据' },
  mean: (value: string): string => `平均 ${value}`,
  count: (days: number, valid: number, ratio: string): string => `${days}/${valid} 天，${ratio}%`,
  atMost: (value: string): string => `平均浓度不高于 ${value}`,
  atLeast: (value: string): string => `平均浓度不低于 ${value}`,
  allowedPolluted: (days: number): string => `最多还可有 ${days} 个污染天`,
  neededGood: (days: number): string => `至少还要 ${days} 个优良天`,
  allowedHeavy: (days: number): string => (days === 0 ? '不得再出现重污染天' : `最多还可有 ${days} 个重污染天`),
  over: '全年已经结束',
  noDemand: '其余天数不影响结论',
  lost: '无论其余天数如何都不能完成',
  targetsFrom: {
    plan: '目标取自方案',
    carried: (from: number): string => `沿用 ${from} 年目标（方案没有本年度目标，结果仅供参考）`,
    own: '自定目标（方案没有本年度目标，结果仅供参考）',
  },
  noTargets: (year: number): string => `方案没有 ${year} 年的空气质量目标`,
  noTargetsHint: '请选择沿用其他年度的目标，或填写自定的目标值。测算结果会注明目标的来历，不改动方案。',
  carry: (from: number): string => `沿用 ${from} 年目标`,
  own: '自定目标',
  changeTargets: '更换目标',
  use: '按这些目标测算',
  ownFields: {
    pm25: 'PM2.5 年均浓度不高于（微克/立方米）',
    goodDayRatio: '优良天数比率不低于（%）',
    heavyDayRatio: '重污染天数比率不高于（%）',
  },
  ownInvalid: '请填写不小于 0 的数字，最多一位小数；不需要的项目可以留空。',
  ownNone: '请至少填写一项目标。',
  districtOnly: (whole: string): string => `方案的年度目标是${whole}目标；各单位的结果仅供参考。`,
} as const;

export const forecastText = {
  place: '实况地区',
  lead: '时效',
  allLeads: '全部时效',
  leadOption: (days: number): string => `提前 ${days} 天（${days * 24} 小时）`,
  metrics: {
    level: '级别准确率',
    range25: 'AQI 范围准确率（±25%）',
    interval: 'AQI 区间准确率',
    primary: '首要污染物准确率',
    primaryStrict: '首要污染物全部一致率',
    heavy: '重污染预报准确率',
  },
  metricHints: {
    level: '预报级别包含实况级别即为正确',
    range25: '实况 AQI 在预报值的 ±25% 之内',
    interval: '实况 AQI 在预报区间之内',
    primary: '预报的首要污染物至少有一项与实况一致',
    primaryStrict: '预报的首要污染物与实况完全一致',
    heavy: '实况为重度及以上污染的天数中预报正确的',
  },
  table: (period: string): string => `${period}预报准确率`,
  columns: { metric: '指标', meaning: '含义', judged: '评定天数', right: '正确天数', rate: '准确率（%）' },
  leads: '按时效',
  leadColumn: '时效',
  days: '天数',
  falseAlarms: '空报 天数',
  byLevel: '按实况级别',
  level: '实况级别',
  wrong: '有偏差的日子',
  wrongColumns: { date: '日期', lead: '时效', forecast: '预报', observed: '实况', missed: '不正确的指标', source: '出处' },
  interval: (low: number, high: number): string => (low === high ? `AQI ${low}` : `AQI ${low}—${high}`),
  observed: (aqi: number | null, level: string, primary: string): string =>
    [...(aqi === null ? [] : [`AQI ${aqi}`]), level, ...(primary === '' ? [] : [primary])].join('，'),
  stated: '（预报表自带）',
  noWrong: '没有偏差的日子',
  leftOut: '没有参加评定的预报',
  leftOutColumns: { date: '日期', published: '发布时间', reason: '原因', source: '出处' },
  reasons: {
    notBefore: '发布时间不早于被预报的日期',
    superseded: '同一天、同一时效另有更晚的预报',
    noObservation: '没有实况数据',
    observationNa: '实况不全或当日无效',
    empty: '没有可以评定的内容',
  },
  none: (period: string): string => `${period}没有可以评定的预报`,
  noneHint: '导入预报表后显示在这里。表头写“发布时间”“预报日期”“时效”“AQI下限”“AQI上限”“级别”“首要污染物”；另需要同期的监测数据作为实况。',
} as const;

interface PrintedTarget {
  readonly operator: keyof typeof outlookText.operators;
  readonly value: string;
  readonly printed?: string | undefined;
}

/** A target with its sign, as the plan writes it: ≤39, ＞84.5. */
export const targetPrint = ({ operator, value, printed }: PrintedTarget): string => printed ?? `${outlookText.operators[operator]}${value}`;
