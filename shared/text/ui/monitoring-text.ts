/** Words of 监测数据: calendar, day, curves, evaluation, dust days. The rest of the page: monitoring-plan-text.ts, monitoring-import-text.ts. */
export const monitoringText = {
  title: '监测数据',
  hint: '导入监测数据，查看每日空气质量及其计算过程，按标准评价任意时段。',
  tabs: { calendar: '日历', curves: '曲线', evaluation: '评价', outlook: '倒排测算', forecast: '预报', dust: '扣沙日', import: '导入' },
  place: '地区',
  findPlace: '输入名称查找',
  standard: '评价标准',
  standards: { byDate: '按日期执行的标准', 2012: '2012 年标准', 2026: '2026 年标准（过渡阶段）', 2031: '2026 年标准（2031 年起限值）' },
  standardHint: '2026年3月1日起执行 GB 3095-2026 过渡阶段限值和 HJ 633-2026，2031年1月1日起执行 GB 3095-2026 的限值；此前的日期执行 GB 3095-2012 和 HJ 633-2012。',
  sample: '示例数据',
  none: '—',
  loading: '正在读取监测数据…',
  computing: '正在计算…',
  noData: (year: number): string => `${year} 年还没有空气质量数据`,
  noDataHint: '请先导入监测站的小时值或日均值；镇街填报表里的空气监测日报入库后也会显示在这里。',
  noPlaceData: (place: string, year: number): string => `${place}${year} 年没有数据`,
  noPlaceDataHint: '请另选地区或年度，或导入该地区的监测数据。',
  toImport: '去导入监测数据',
  notes: '说明',
  pollutants: { so2: 'SO2', no2: 'NO2', co: 'CO', o3: 'O3', pm10: 'PM10', pm25: 'PM2.5' },
  pollutantsLong: { so2: '二氧化硫（SO2）', no2: '二氧化氮（NO2）', co: '一氧化碳（CO）', o3: '臭氧（O3）日最大8小时滑动平均', pm10: '可吸入颗粒物（PM10）', pm25: '细颗粒物（PM2.5）' },
  units: { so2: '微克/立方米', no2: '微克/立方米', co: '毫克/立方米', o3: '微克/立方米', pm10: '微克/立方米', pm25: '微克/立方米' },
  levels: { 1: '优', 2: '良', 3: '轻度污染', 4: '中度污染', 5: '重度污染', 6: '严重污染' },
  sources: { hours: '由小时值计算', daily: '日均值', return: '镇街填报表', mixed: '多种来源' },
  limitsOf: { 2012: 'GB 3095-2012', 2026: 'GB 3095-2026（过渡阶段）', 2031: 'GB 3095-2026' },
  standardsOf: { 2012: 'GB 3095-2012、HJ 633-2012', 2026: 'GB 3095-2026（过渡阶段限值）、HJ 633-2026', 2031: 'GB 3095-2026、HJ 633-2026' },
} as const;

export const calendarText = {
  title: (place: string, year: number): string => `${place} ${year} 年空气质量日历`,
  month: (month: number): string => `${month}月`,
  weekdays: ['一', '二', '三', '四', '五', '六', '日'],
  hint: '方向键移动，PageUp、PageDown 换月，回车或单击查看当日的计算过程。',
  na: 'NA',
  naMeaning: '指标不全，不发布',
  gapMeaning: '无数据',
  dust: '沙',
  dustMeaning: '扣沙日',
  legend: '图例与天数',
  range: { 1: '0—50', 2: '51—100', 3: '101—150', 4: '151—200', 5: '201—300', 6: '大于300' },
  days: (days: number): string => `${days} 天`,
  gaps: (count: number, days: number): string => `数据起止之间有 ${count} 段、共 ${days} 天没有数据`,
  gap: (from: string, to: string, days: number): string => (from === to ? from : `${from}至${to}（${days} 天）`),
  noGaps: '数据起止之间没有缺日',
  span: (from: string, to: string): string => `数据起止：${from}至${to}`,
  standards: (names: string): string => `所用标准：${names}`,
  pollutants: (names: string): string => `监测项目：${names}`,
  label: {
    published: (date: string, aqi: number | null, category: string): string => (aqi === null ? `${date}，${category}` : `${date}，AQI ${aqi}，${category}`),
    primary: (names: string): string => `，首要污染物 ${names}`,
    na: (date: string, missing: string): string => `${date}，AQI 不发布（NA），缺 ${missing}`,
    none: (date: string): string => `${date}，无数据`,
    dust: '，扣沙日',
  },
} as const;

export const dayText = {
  previous: '前一天',
  next: '后一天',
  aqi: '空气质量指数（AQI）',
  category: '空气质量级别',
  level: (level: number, category: string): string => `${['一', '二', '三', '四', '五', '六'][level - 1] ?? ''}级　${category}`,
  primary: '首要污染物',
  noPrimary: '无（AQI 不大于 50 时不确定首要污染物）',
  standard: '所用标准',
  source: '数据来源',
  stations: '站点',
  stationMean: (names: string, count: number): string => (count > 1 ? `${names}（各站点的平均值）` : names),
  na: (missing: string, partial: number | null): string =>
    `缺少 ${missing}，当日 AQI 不发布（NA）。${partial === null ? '' : `其余项目的最大分指数为 ${partial}，不大于 100。`}`,
  partialNa: 'NA',
  noValues: '当日没有监测数据',
  noValuesHint: '没有导入这一天的数据，镇街填报表中也没有。',
  dust: '本日为扣沙日，可按设置从浓度和天数统计中扣除。',
  steps: '空气质量分指数（IAQI）计算过程',
  formula: '公式（1）：IAQI ＝（高位分指数 − 低位分指数）÷（高位浓度限值 − 低位浓度限值）×（浓度 − 低位浓度限值）＋ 低位分指数，结果进位取整；AQI 取各项分指数的最大值。',
  columns: { pollutant: '项目', exact: '浓度（修约前）', rounded: '代入浓度', breakpoints: '浓度限值', iaqiRange: '对应分指数', calculation: '计算', iaqi: '分指数', valid: '有效小时', clause: '依据' },
  range: (low: string, high: string): string => `${low}～${high}`,
  calculation: (low: string, high: string, iaqiLow: number, iaqiHigh: number, rounded: string, result: string): string =>
    `(${iaqiHigh} − ${iaqiLow}) ÷ (${high} − ${low}) × (${rounded} − ${low}) ＋ ${iaqiLow} ＝ ${result}`,
  states: { present: '', missing: '缺测', unmonitored: '未监测', beyond: '超出最高限值' },
  maximum: '最大',
  hours: '小时浓度',
  hoursHint: '小时 1 指 0时至1时的平均值。带“无效”的小时不参加计算；O3 8小时滑动平均以该小时结束。',
  noHours: '这一天只有日均值，没有小时数据。',
  hourColumns: { hour: '小时', ozone8h: 'O3 8小时', aqi: '小时 AQI', primary: '首要污染物' },
  hour: (hour: number): string => `${hour - 1}—${hour}时`,
  invalid: '无效',
  ozoneOneHour: (value: string): string => `O3 日最大1小时平均：${value} 微克/立方米`,
  from: '数据出处',
  fromColumns: { station: '站点', field: '数值', file: '文件', sheet: '工作表', cell: '单元格', importedAt: '导入时间' },
} as const;

export const curvesText = {
  measure: '指标',
  measures: { pm25: 'PM2.5', pm10: 'PM10', o3: 'O3（第90百分位数）', no2: 'NO2', so2: 'SO2', co: 'CO（第95百分位数）', good: '优良天数比率' },
  percent: '%',
  title: (place: string, measure: string): string => `${place}${measure}逐月变化`,
  label: (place: string, measure: string, year: number): string => `${place}${year} 年${measure}逐月曲线，数字见旁边的表`,
  year: (year: number): string => `${year} 年`,
  table: (unit: string): string => `逐月数值（${unit}）`,
  columns: { month: '月份', change: '同比', validDays: '有效 天数' },
  tooltip: (month: string, lines: readonly string[]): string => [month, ...lines].join('\n'),
  line: (name: string, value: string, unit: string): string => `${name}：${value} ${unit}`,
  print: '打印',
  printHint: '打印图和表；两年的曲线用不同的线型和符号区分，黑白打印也能看清',
  drawing: '正在画图…',
} as const;

export const evaluationText = {
  dust: '扣除沙尘',
  dustConcentrations: '浓度扣沙',
  dustDays: '天数扣沙',
  rounding: '综合指数',
  roundings: { sum: '各项相加后修约', each: '各项修约后相加' },
  compare: '对比指标',
  measures: { pm25: 'PM2.5', goodRatio: '优良率', compositeIndex: '综合指数' },
  table: (period: string): string => `${period}空气质量评价`,
  columns: {
    place: '地区', pm25: 'PM2.5', pm10: 'PM10', o3: 'O3 90百分位', no2: 'NO2', so2: 'SO2', co: 'CO 95百分位', good: '优良 天数', ratio: '优良率 （%）', heavy: '重污染 天数', valid: '有效 天数', index: '综合 指数', main: '主要 污染物', lastYear: '同比', before: '环比', attained: '达标', remark: '数据缺口',
  },
  noData: (period: string): string => `${period}没有空气质量数据`,
  units: '浓度单位：CO 为毫克/立方米，其余为微克/立方米；臭氧为日最大8小时平均第90百分位数，一氧化碳为日均值第95百分位数，其余为平均值。',
  change: { points: (amount: string): string => `${amount}个百分点`, rate: (amount: string): string => `${amount}%` },
  arrows: { up: '↑', down: '↓', same: '→' },
  course: { better: '改善', worse: '变差', same: '持平' },
  incompleteIndex: (value: string): string => `${value}（不全）`,
  acrossStandards: '两个时段执行的标准不同，天数、比率和综合指数的变化仅供参考。',
  dustTable: '扣除沙尘前后对照',
  dustColumns: { place: '地区', days: '扣沙 天数', version: '口径', pm25: 'PM2.5', pm10: 'PM10', index: '综合指数', valid: '有效天数', good: '优良天数', ratio: '优良率（%）', heavy: '重污染天数' },
  dustVersions: { withDust: '扣沙前', withoutDust: '扣沙后' },
  mixedTable: '两个标准对照（时段跨越标准更替）',
  mixedColumns: { place: '地区', standard: '评价标准', good: '优良天数', valid: '有效天数', ratio: '优良率（%）', heavy: '重污染天数', index: '综合指数', attained: '六项达标' },
  attained: { yes: '达标', no: '未达标', unknown: '不评价' },
  unknownHint: '只有整年且有效天数足够时才评价达标',
  gaps: (gaps: string): string => `数据缺口：${gaps}`,
  detailTitle: (place: string, period: string): string => `${place}　${period}`,
  concentrations: '各项浓度',
  detailColumns: {
    pollutant: '项目', mean: '平均值', percentile: '百分位数', annual: '年平均限值', daily: '日平均限值', attained: '达标', multiple: '超标倍数', over: '超标 天数', overRate: '超标率（%）', used: '参加统计 天数', valid: '有效 天数', gaps: '数据缺口',
  },
  percentile: (p: number, value: string): string => `${value}（第${p}）`,
  byLevel: '按级别的天数',
  byPrimary: '按首要污染物的天数',
  dayCounts: { na: '不发布（NA）', incomplete: '指标不全', measured: '有数据' },
  single: '单项指数',
  period: '时段',
} as const;

export const dustText = {
  title: (year: number): string => `${year} 年扣沙日`,
  columns: { date: '日期', places: '范围', note: '备注', file: '文件', sheet: '工作表', cell: '单元格' },
  none: (year: number): string => `${year} 年没有扣沙日`,
  hint: '导入扣沙日清单后显示在这里。清单一行一天，列出日期和范围（镇街或“全区”），表头写“日期”“范围”“备注”。',
  count: (days: number): string => `共 ${days} 天`,
} as const;

type Gap =
  | { readonly code: 'NO_DATA' }
  | { readonly code: 'MONTH_DAYS_SHORT'; readonly month: string; readonly validDays: number; readonly required: number }
  | { readonly code: 'YEAR_DAYS_SHORT'; readonly validDays: number; readonly required: number };

/** Why the valid days do not suffice, in a few words. */
export function gapText(gaps: readonly Gap[]): string {
  if (gaps.some((gap) => gap.code === 'NO_DATA')) return '没有数据';
  const months = gaps.flatMap((gap) => (gap.code === 'MONTH_DAYS_SHORT' ? [`${Number(gap.month.slice(5))}月有效${gap.validDays}天（应不少于${gap.required}天）`] : []));
  const years = gaps.flatMap((gap) => (gap.code === 'YEAR_DAYS_SHORT' ? [`全年有效${gap.validDays}天（应不少于${gap.required}天）`] : []));
  return [...months, ...years].join('，');
}
