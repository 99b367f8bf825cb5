import { schemeMeasure, type SchemeParams, schemeSlot } from './words.ts';

type Say = (params: SchemeParams) => string;

const measure: Say = (params) => schemeMeasure(params['measure']);

/** 好2 or 差2: an improvement says its own sign. */
function gap(result: string | undefined, unit: string): string {
  const text = result ?? '';
  if (text === '0') return '持平';
  return text.startsWith('-') ? `差${text.slice(1)}${unit}` : `好${text}${unit}`;
}

const against: Say = (params) =>
  `${measure(params)} ${params['value'] ?? ''}，${schemeSlot(params['reference'])} ${params['against'] ?? ''}`;

/** Nodes that read a figure. */
export const MEASURE_SENTENCES: Readonly<Record<string, Say>> = {
  level: (params) => `${measure(params)} ${params['result'] ?? ''}`,
  improvement: (params) => `${against(params)}，${gap(params['result'], '')}`,
  improvementPct: (params) => `${against(params)}，${gap(params['result'], '%')}`,
  measureMissing: (params) =>
    `${measure(params)}缺数据${params['reference'] === undefined ? '' : `（与${schemeSlot(params['reference'])}比较）`}`,
  measureNotApplicable: (params) => `${measure(params)}不涉及，不计入`,
  nothingOccurred: (params) => `${measure(params)}无发生，视为达到`,
  referenceZero: (params) => `${against(params)}：比较的数为0，算不出百分比`,
  number: (params) => params['result'] ?? '',
  param: (params) => `参数${params['name'] ?? ''}为 ${params['result'] ?? ''}`,
  paramMissing: (params) => `参数${params['name'] ?? ''}没有给出`,
  paramNotApplicable: (params) => `参数${params['name'] ?? ''}不涉及`,
  manual: (params) => `人工评分“${params['name'] ?? ''}” ${params['result'] ?? ''}`,
  manualMissing: (params) => `人工评分“${params['name'] ?? ''}”没有打分`,
  manualNotApplicable: (params) => `人工评分“${params['name'] ?? ''}”不涉及，不计入`,
  status: (params) => `完成状态${named(params)}为“${params['word'] ?? ''}”，得 ${params['result'] ?? ''}`,
  statusMissing: (params) => `完成状态${named(params)}没有填`,
  statusNotApplicable: (params) => `完成状态${named(params)}不涉及，不计入`,
  statusUnknown: (params) => `完成状态${named(params)}“${params['word'] ?? ''}”不在 ${params['known'] ?? ''} 之中`,
  placeOf: (params) => `${measure(params)}列第 ${params['result'] ?? ''} 名${of(params)}`,
  placeOfMissing: (params) => `${measure(params)}排不出名次`,
};

const named: Say = (params) => (params['name'] === '' || params['name'] === undefined ? '' : `“${params['name']}”`);
const of: Say = (params) => (params['of'] === '' || params['of'] === undefined ? '' : `（共 ${params['of']} 个）`);
