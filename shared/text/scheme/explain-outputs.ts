import type { SchemeParams } from './words.ts';

type Say = (params: SchemeParams) => string;

const three = (code: string, yes: string, no: string): Readonly<Record<string, Say>> => ({
  [code]: () => yes,
  [`${code}Not`]: () => no,
  [`${code}Open`]: () => `${yes}：所需的数不全，不能判断`,
});

/** 条件 and 结果. */
export const OUTPUT_SENTENCES: Readonly<Record<string, Say>> = {
  compared: (params) => `${params['relation'] ?? ''}，成立`,
  comparedNot: (params) => `${params['relation'] ?? ''}，不成立`,
  comparedOpen: () => '所需的数不全，不能比较',
  ...three('any', '至少一项成立', '没有一项成立'),
  ...three('all', '各项都成立', '并非各项都成立'),
  ...three('not', '该条件不成立，符合', '该条件成立，不符合'),
  ...three('each', '各指标都符合', '并非各指标都符合'),
  ...three('eachAny', '至少一个指标符合', '没有一个指标符合'),
  event: (params) => `发生“${params['name'] ?? ''}”`,
  eventNot: (params) => `没有发生“${params['name'] ?? ''}”`,
  eventOpen: (params) => `“${params['name'] ?? ''}”是否发生，看不懂所填的内容`,
  streak: (params) => `连续 ${params['periods'] ?? ''} 期列最后 ${params['last'] ?? ''} 名之内`,
  streakNot: (params) =>
    `列最后 ${params['last'] ?? ''} 名之内连续 ${params['run'] ?? '0'} 期，不到 ${params['periods'] ?? ''} 期${params['unknown'] === undefined ? '' : `（${params['unknown']} 都没有名次，此前的无从计算）`}`,
  streakOpen: (params) => `是否连续 ${params['periods'] ?? ''} 期列最后 ${params['last'] ?? ''} 名之内，不能判断`,
  grade: (params) => `${params['value'] ?? ''} 不低于 ${params['from'] ?? ''}，为${params['grade'] ?? ''}`,
  ungraded: (params) => `没有计入的部分，${params['grade'] ?? ''}`,
  gradeNone: (params) => `${params['value'] ?? ''} 低于最低一等的界线，没有等次`,
  gradeQuota: (params) =>
    `${params['before'] ?? ''}名额为 ${params['count'] ?? ''} 个的 ${params['share'] ?? ''}，即 ${params['seats'] ?? ''} 个，超出名额，降为${params['grade'] ?? ''}`,
  gradeForced: (params) => `一票否决，定为${params['grade'] ?? ''}`,
  gradeBarred: (params) => `不得评为${params['before'] ?? ''}，降为${params['grade'] ?? ''}`,
  vetoGive: (params) => `一票否决，按 ${params['result'] ?? ''} 计`,
  vetoOpen: () => '是否一票否决不能判断，没有结果',
  periodsSum: (params) => `各期合计 ${params['result'] ?? ''}`,
  periodsOpen: () => '各期合计：有的期缺数据，没有结果',
  onePeriod: (params) =>
    `${params['period'] ?? ''}${params['result'] === undefined ? '' : `：${params['result']}`}${params['grade'] === undefined ? '' : `　${params['grade']}`}${params['place'] === undefined ? '' : `　第 ${params['place']} 名`}`,
  yearEndMet: (params) => `年度目标达到，全年合计 ${params['result'] ?? ''}`,
  yearEndMissed: (params) =>
    `年度目标未达到，所得乘 ${params['gain'] ?? ''}、所缴乘 ${params['loss'] ?? ''}，由 ${params['before'] ?? ''} 变为 ${params['result'] ?? ''}`,
  yearEndOpen: () => '年终清算：所需的数不全或不涉及，没有结果',
  zeroSum: (params) =>
    `收支平衡：${params['side'] === 'awards' ? '所得按所缴总额' : '所缴按所得总额'}折算，由 ${params['before'] ?? ''} 变为 ${params['result'] ?? ''}`,
  zeroSumOpen: () => '收支平衡：有对象缺数据，各对象的金额都定不下来',
};
