import { statusText } from '../score-text.ts';
import { schemeLackText } from './lack-sentences.ts';
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
  measureIncomplete: (params) => `${measure(params)}：未测全所需污染物，与其他对象不可比`,
  rows: (params) =>
    `${params['title'] ?? ''}${params['title'] === '' ? '' : '：'}计入的满分 ${params['counted'] ?? ''}，得 ${params['result'] ?? ''}`,
  rowsNone: (params) => `${params['title'] ?? ''}${params['title'] === '' ? '' : '：'}没有计入的行`,
  rowsOpen: (params) => `${params['title'] ?? ''}${params['title'] === '' ? '' : '：'}有的行缺数据，没有结果`,
  listedRow: (params) => `${params['id'] ?? ''} ${params['title'] ?? ''}：满分 ${params['max'] ?? ''}，得 ${params['result'] ?? ''}`,
  listedRowOpen: (params) => `${params['id'] ?? ''} ${params['title'] ?? ''}：缺数据，没有结果`,
  listedRowOut: (params) => `${params['id'] ?? ''} ${params['title'] ?? ''}：不计入`,
  figureMet: (params) => `${figure(params)}，达到，得满分`,
  figurePart: (params) => `${figure(params)}，未达到，按完成值÷目标值得 ${params['percent'] ?? ''}%`,
  figurePartInverse: (params) => `${figure(params)}，超出，按目标值÷完成值得 ${params['percent'] ?? ''}%`,
  figureNothing: (params) => `${figure(params)}，超出即不得分`,
  figureNothingOccurred: (params) => `${params['name'] ?? ''}无发生，视为完成，得满分`,
  figureStatus: (params) => `完成状态为“${stateWord(params)}”，得 ${params['percent'] ?? ''}%`,
  figureOnTime: (params) => `${params['date'] ?? ''} 完成，在时限内（${params['printed'] ?? ''}），得满分`,
  figureLate: (params) =>
    params['date'] === undefined
      ? `时限（${params['printed'] ?? ''}）已过，完成状态为“${stateWord(params)}”，得 ${params['percent'] ?? ''}%`
      : `${params['date']} 完成，晚于时限（${params['printed'] ?? ''}），得 ${params['percent'] ?? ''}%`,
  figureZero: (params) => `${params['name'] ?? ''}缺数据（${schemeLackText(params['lack'] ?? '', params)}），得0分`,
  figureOpen: (params) => `${params['name'] ?? ''}缺数据，没有结果`,
  figureOut: (params) => (params['reason'] === 'noTarget' ? '本年没有目标，不计入' : '不涉及，不计入'),
  late: (params) => `迟报，扣 ${params['points'] ?? ''} 分`,
  lateNot: () => '没有迟报，不扣分',
  lateWaived: () => '迟报，免于扣分',
  lateOpen: () => '迟报扣多少没有给出',
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

const figure: Say = (params) => `${params['name'] ?? ''} ${params['value'] ?? ''}，目标 ${params['target'] ?? ''}`;

const stateWord: Say = (params) => statusText(params['word'] ?? '');

const named: Say = (params) => (params['name'] === '' || params['name'] === undefined ? '' : `“${params['name']}”`);
const of: Say = (params) => (params['of'] === '' || params['of'] === undefined ? '' : `（共 ${params['of']} 个）`);
