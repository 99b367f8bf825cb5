import { schemeColumn, schemeMeasure, type SchemeParams } from './words.ts';

type Say = (params: SchemeParams) => string;

/** Why there is no result, and what to do. */
export const LACK_SENTENCES: Readonly<Record<string, Say>> = {
  column: (params) => `没有${schemeColumn(params['column'])}列`,
  blank: (params) =>
    params['text'] === undefined
      ? `${schemeColumn(params['column'])}空白（${params['cell'] ?? ''}）`
      : `${schemeColumn(params['column'])}填的是“${params['text']}”（${params['cell'] ?? ''}），是未填的记号`,
  unreadable: (params) =>
    `${schemeColumn(params['column'])}“${params['text'] ?? ''}”${params['cell'] === undefined ? '' : `（${params['cell']}）`}看不懂，请填数或“不涉及”`,
  negative: (params) =>
    `${schemeColumn(params['column'])}“${params['text'] ?? ''}”（${params['cell'] ?? ''}）是负数，浓度、指数、天数、比率不会小于0，请核实`,
  periodRow: (params) =>
    params['column'] === ''
      ? `没有 ${params['period'] ?? ''} 的行`
      : `没有${schemeColumn(params['column'])}列，也没有 ${params['period'] ?? ''} 的行可取`,
  noValue: () => '没有可以比较的数',
  zeroReference: () => '比较的数为0，算不出百分比',
  noAmount: () => '排名本身不产生分数或金额',
  noCase: (params) => `没有适用的情形${params['value'] === undefined ? '' : `（${params['value']}）`}`,
  fewRanked: (params) => `参加排名的只有${params['ranked'] ?? ''}个，少于办法规定的${params['needed'] ?? ''}个，不排名次`,
  givenPlaces: () => '给出的名次不全，不知道倒数第几',
  returned: (params) => RETURNED[params['reason'] ?? ''] ?? '填报表中没有可用的数',
  validity: () => '有效监测数据不足',
  pollutants: (params) => `${schemeMeasure(params['measure'])}所需的污染物没有测全`,
  lastYear: (params) =>
    `${schemeMeasure(params['measure'])}缺上年数（${params['period'] ?? ''}）：没有监测数据${params['yearly'] === 'true' ? '，也没有用 figures set 录入' : ''}`,
  lastPeriod: (params) => `${schemeMeasure(params['measure'])}缺上期数（${params['period'] ?? ''}）`,
  otherStandard: (params) => `${schemeMeasure(params['measure'])}与${params['period'] ?? ''}按不同标准评价，不能比较`,
  baseYearUnsaid: () => '办法没有写基准年',
  base: (params) => `${schemeMeasure(params['measure'])}缺 ${params['year'] ?? ''} 年基数：请用 figures set 录入`,
  target: (params) => `${schemeMeasure(params['measure'])}没有 ${params['year'] ?? ''} 年目标`,
  stretch: (params) => `${schemeMeasure(params['measure'])}没有 ${params['year'] ?? ''} 年奋斗目标`,
  limit: (params) => `${schemeMeasure(params['measure'])}没有标准限值`,
  yearlyTarget: (params) => `${schemeMeasure(params['measure'])}的年度目标是全年天数，不能用于 ${params['period'] ?? ''}`,
  groupMean: (params) => `${schemeMeasure(params['measure'])}同类各对象都没有数`,
  notEntered: (params) => `没有录入${ENTERED[params['kind'] ?? ''] ?? ''}“${params['name'] ?? ''}”（${params['period'] ?? ''}）`,
  noData: (params) => `${schemeMeasure(params['measure'])}在 ${params['period'] ?? ''} 没有监测数据`,
  notMonitored: (params) => `${params['subject'] ?? ''}不监测空气，没有${schemeMeasure(params['measure'])}`,
  yearly: (params) => `${schemeMeasure(params['measure'])}按年填报，${params['period'] ?? ''} 没有数`,
  yearClosed: (params) => `${params['year'] ?? ''} 年度没有开启，没有填报数`,
  measureUnknown: (params) => `方案中没有指标“${schemeMeasure(params['measure'])}”，也没有录入同名的数`,
  rowUnknown: (params) => `方案中没有编号为“${params['name'] ?? ''}”的任务或事项`,
  others: (params) => `${params['names'] ?? ''}缺数据，份额定不下来`,
};

const ENTERED: Readonly<Record<string, string>> = { manual: '评审分', param: '参数' };

const RETURNED: Readonly<Record<string, string>> = {
  noReturn: '没有报送填报表',
  noAnswer: '填报表中空白',
  partMissing: '只填了分子、分母中的一个',
  zeroDenominator: '分母为0',
  erroneous: '所填的数有错误，待更正',
  held: '所填的数存疑，待确认',
  exemptionAsked: '申请“不涉及”，还没有同意',
};

export const schemeLackText = (code: string, params: SchemeParams): string => LACK_SENTENCES[code]?.(params) ?? code;
