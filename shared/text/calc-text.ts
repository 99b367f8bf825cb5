/** Words of `calc`: help, remarks on rows, and what it says of its input. */
export const calcText = {
  wait: '正在等待标准输入；输完按 Ctrl+D（Windows 为 Ctrl+Z 后回车）。',
  unreadable: (line: number, column: string, text: string): string =>
    `第 ${line} 行 ${column} 列：“${text}”不是可以计算的数值，该行结果留空。`,
  negative: (line: number, column: string, text: string): string => `第 ${line} 行 ${column} 列：${text} 是负数，该行结果留空。`,
  dateUnreadable: (line: number, column: string, text: string): string =>
    `第 ${line} 行 ${column} 列：${text === '' ? '没有日期' : `“${text}”不是完整的日期`}，无法按日期选用标准，该行结果留空。`,
  rowLonger: (line: number, cells: number, expected: number): string =>
    `第 ${line} 行有 ${cells} 列，比表头多 ${cells - expected} 列，该行结果留空。`,
  rowShorter: (line: number, cells: number, expected: number): string =>
    `第 ${line} 行只有 ${cells} 列，比表头少 ${expected - cells} 列，按缺测处理。`,
  zeroMissing: (line: number, column: string): string => `第 ${line} 行 ${column} 列为 0，日均值不会是 0，按缺测处理。`,
  ozoneBeyond: (line: number): string =>
    `第 ${line} 行：臭氧日最大8小时平均高于 800，HJ 633-2012 改用 1 小时平均的分指数；没有 o3_1h 列的值，或该值小于8小时平均而不可能，只能判定级别，AQI 留空。`,
  indexIncomplete: (line: number, columns: readonly string[]): string =>
    `第 ${line} 行：缺 ${columns.join('、')}，综合指数须六项齐全，留空。`,
  columnsMissing: (columns: readonly string[]): string => `输入中没有 ${columns.join('、')} 列，综合指数须六项齐全，各行留空。`,
  ozoneAssumed: (column: string): string => `${column} 列按臭氧日最大8小时平均计算。`,
  converted: (column: string, unit: string): string => `${column} 列按 ${unit} 换算后计算。`,
  alreadyThere: (columns: readonly string[]): string => `输入中已有 ${columns.join('、')} 列，原样保留；计算结果在最右边的同名列。`,
  numberUnreadable: (line: number, text: string): string => `第 ${line} 行：“${text}”不是数值。`,
  blanksSkipped: (count: number): string => `跳过空行和缺测标记 ${count} 行。`,
  more: (count: number): string => `另有 ${count} 处，不再逐一列出。`,
  standardInvalid: '可选 2012、2026（过渡阶段限值）、2031（正式限值）。',
  roundingInvalid: '可选 stages（浓度、单项指数、总和依次修约）、each（各单项指数先修约）、sum（只修约总和）。',
  pm25DecimalsInvalid: '可选 0（取整数）、1（保留一位小数）。',
  weightsInvalid: '请写成 pm25=3,o3_8h=2 的形式，权重为正数；可用 pm25、pm10、so2、no2、co、o3_8h。',
  percentInvalid: '请写 0 到 100 之间的数，如 90 或 97.5。',
  describe: {
    aqi: '逐行计算日报 AQI：在原表右侧加 aqi、level、category、primary 四列',
    index: '逐行计算综合指数：在原表右侧加六个单项指数、composite_index、primary',
    percentile: '计算百分位数：每行一个数',
    standardAqi: '2012、2026 或 2031；不写则按 date 列的日期选用',
    standardIndex: '2012、2026（过渡阶段限值）或 2031（正式限值）',
    rounding:
      'stages 浓度先修约（整数，CO 一位小数），各单项指数再修约到两位小数，然后相加；each 浓度不先修约，各单项指数修约后相加；sum 只修约总和',
    weights: '各污染物的权重，如 pm25=3,o3_8h=2；不写均为 1',
    pm25Decimals: '依次修约时 PM2.5 浓度取几位小数：0 或 1；不写为 0',
    percent: '百分位，0 到 100，可带小数',
  },
  helpAqi: `
列（大小写不限，顺序不限，可以缺列；也可写 PM2.5、细颗粒物、O3-8h 等名称）：
  date 日期（2024-01-01、2024/1/1、20240101、2024年1月1日）
  pm25 pm10 so2 no2 日平均，µg/m³；co 日平均，mg/m³；o3_8h 日最大8小时平均，µg/m³
  o3_1h 日最大1小时平均，µg/m³，可不给；HJ 633-2012 在 o3_8h 高于 800 时要用
结果：
  aqi 逐项按 GB/T 8170 修约浓度，分指数进位取整，取最大值；最高 500
  level 1 至 6；category 优 良 轻度污染 中度污染 重度污染 严重污染
  primary 首要污染物，并列时用 ; 分隔；AQI 不大于 50 时为空
缺测：
  没有的列和写 / 的格为未监测，不影响结果；空格和 —、NA、-99 等为缺测；PM2.5、PM10、O3 为 0 的按缺测处理并说明。
  HJ 633-2012：按其余各项计算。HJ 633-2026 5.3.1：其余各项不大于 100 时四列均写 NA，大于 100 时照常。
  2012 且 o3_8h 高于 800 而没有 o3_1h，或 o3_1h 小于 o3_8h：级别为 6，aqi 为空；o3_8h 不高于 800 或空白时不看 o3_1h。
看不懂的值和负数：该行结果留空，在标准错误输出中指明行和列，其余各行照常，退出码为 1。
标准：2012 用到 2026-02-28，2026 从 2026-03-01 起，2031 从 2031-01-01 起（AQI 的算法与 2026 相同）。
输入可以是 UTF-8、GB18030 或 UTF-16，以逗号、制表符或分号分隔；其余的列原样保留；输出为 UTF-8。
示例：zhiqi calc aqi --standard 2026 < 日报.csv > 结果.csv`,
  helpIndex: `
列：pm25 pm10 so2 no2 时段均值，µg/m³；co_p95 日均值第95百分位数，mg/m³；o3_8h_p90 日最大8小时第90百分位数，µg/m³
结果：
  i_pm25 … i_o3_8h_p90 单项指数（浓度÷限值），修约到两位小数
  composite_index 综合指数，修约到两位小数（GB/T 8170）；默认由修约后的单项指数相加
  primary 主要污染物：单项指数最大的一项，并列时用 ; 分隔
限值：年均值二级限值；CO 用日均、O3 用日最大8小时二级限值。
修约（四舍六入五成双）：默认 stages，浓度先修约到整数、CO 一位小数，再除以限值修约到两位小数，然后相加，各地公布的综合指数即如此；
  each、sum 的浓度原样代入，不先修约。
六项缺一，composite_index 和 primary 留空，并在标准错误输出中说明。
示例：zhiqi calc index --standard 2012 < 年均.csv`,
  helpPercentile: `
按 HJ 663 附录A：从小到大排列，k = 1 + (n − 1)·p%，在第 k 位上下两个数之间线性内插；不修约。
超过 15 位数字的数先修约到 12 位小数。空行和缺测标记跳过并说明；有看不懂的行则不出结果，退出码为 1。
示例：printf '3\\n4\\n8\\n2\\n5\\n4\\n' | zhiqi calc percentile --p 90   得 6.5`,
};
