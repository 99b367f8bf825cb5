import type { SchemeParams } from './words.ts';

type Say = (params: SchemeParams) => string;

const result: Say = (params) => params['result'] ?? '';
const open =
  (what: string): Say =>
  () =>
    `${what}：所需的数不全或不涉及，没有结果`;

const stepsText: Say = (params) =>
  `${params['steps'] === 'whole' ? '满 ' : ''}${params['units'] ?? ''} 个单位，每单位 ${params['each'] ?? ''}`;
const tierText: Say = (params) =>
  `${params['units'] ?? ''} 个单位，${params['mode'] === 'flat' ? '按所在档计' : '分档累计'}，为 ${result(params)}`;
const bounds: Readonly<Record<string, string>> = { upTo: '不高于', below: '低于', from: '不低于' };

/** Of a ＞ or ＜ target the value next to it: what equals the target does not meet it. */
const shareBound: Say = (params) => (params['bound'] === undefined ? '目标值' : `达标的界限 ${params['bound']} `);

/** 算法 and 合成. */
export const RULE_SENTENCES: Readonly<Record<string, Say>> = {
  met: (params) => `达到，得 ${result(params)}`,
  unmet: (params) => `未达到，得 ${result(params)}`,
  metOpen: open('是否达到'),
  rateGain: (params) => `好 ${stepsText(params)}，得 ${result(params)}${dead(params)}`,
  rateLoss: (params) => `差 ${stepsText(params)}，为 ${result(params)}`,
  rateNothing: (params) => `不增不减${dead(params)}`,
  rateOpen: open('按单位计'),
  tiersGain: (params) => `好 ${tierText(params)}`,
  tiersLoss: (params) => `差 ${tierText(params)}`,
  tiersNothing: () => '不在分档之内，为 0',
  tiersOpen: open('分档'),
  shareMet: (params) => `达到目标，得满分 ${result(params)}`,
  sharePart: (params) =>
    `未达到目标，按完成值÷${shareBound(params)}得满分 ${params['max'] ?? ''} 的 ${params['percent'] ?? ''}%，为 ${result(params)}`,
  sharePartInverse: (params) =>
    `未达到目标，按${shareBound(params)}÷完成值得满分 ${params['max'] ?? ''} 的 ${params['percent'] ?? ''}%，为 ${result(params)}`,
  shareNothing: () => '未达到目标，无可折算，得 0',
  shareNothingOccurred: (params) => `无发生，视为完成，得满分 ${result(params)}`,
  shareOpen: open('按比例得分'),
  shareNotApplicable: () => '不涉及，不计入',
  efficacy: (params) =>
    `功效系数：${params['of'] ?? ''} 个中最好 ${params['best'] ?? ''}、最差 ${params['worst'] ?? ''}，在 ${params['from'] ?? ''} 至 ${params['to'] ?? ''} 之间得 ${result(params)}`,
  efficacyAllEqual: (params) => `各对象都是 ${params['best'] ?? ''}，无人落后，均得 ${result(params)}`,
  efficacyOpen: open('功效系数'),
  table: (params) =>
    params['bound'] === ''
      ? `${params['value'] ?? ''} 在其余一档，得 ${result(params)}`
      : `${params['value'] ?? ''} ${bounds[params['bounds'] ?? ''] ?? ''} ${params['bound'] ?? ''}，得 ${result(params)}`,
  tableOpen: open('分段表'),
  placePaid: (params) => `第 ${params['place'] ?? ''} 名${shared(params)}，为 ${result(params)}`,
  placeUnpaid: (params) => `第 ${params['place'] ?? ''} 名，不奖不罚`,
  placeOpen: open('名次奖惩'),
  sum: (params) => `合计 ${result(params)}`,
  sumFolded: (params) =>
    `合计 ${params['before'] ?? ''}，计入的满分 ${params['counted'] ?? ''}，按 ${params['full'] ?? ''} 折算为 ${result(params)}`,
  sumOpen: open('合计'),
  weighted: (params) => `按权重 ${params['weights'] ?? ''} 加权为 ${result(params)}`,
  weightedFolded: (params) => `按权重 ${params['weights'] ?? ''} 加权，不涉及的权重分给其余各项，为 ${result(params)}`,
  weightedOpen: open('加权'),
  mean: (params) => `${params['count'] ?? ''} 项平均为 ${result(params)}`,
  meanOpen: open('平均'),
  min: (params) => `取最低的 ${result(params)}`,
  minOpen: open('取最低'),
  max: (params) => `取最高的 ${result(params)}`,
  maxOpen: open('取最高'),
  times: (params) => `${params['factors'] ?? ''} = ${result(params)}`,
  timesOpen: open('相乘'),
  first: (params) => `适用第 ${params['number'] ?? ''} 种情形，为 ${result(params)}`,
  firstNone: () => '没有一种情形适用，没有结果',
  firstOpen: open('适用哪种情形'),
  poolEqual: (params) => `资金 ${params['pool'] ?? ''}${part(params)}，${params['count'] ?? ''} 个平分，为 ${result(params)}`,
  poolByKey: (params) => `资金 ${params['pool'] ?? ''}${part(params)}，按各自所占份额（合计 ${params['sum'] ?? ''}）分得 ${result(params)}`,
  poolNobody: (params) => `资金 ${params['pool'] ?? ''}：没有应分得的对象，为 0`,
  poolOpen: open('分配资金'),
  rank: (params) => `列第 ${params['place'] ?? ''} 名${params['of'] === '' ? '' : `，共 ${params['of'] ?? ''} 个`}${shared(params)}`,
  rankOpen: open('名次'),
  eachSum: (params) => `逐项合计 ${result(params)}`,
  eachSumOpen: open('逐项合计'),
  floor: (params) => `${params['before'] ?? ''} 低于下限，按 ${result(params)} 计`,
  cap: (params) => `${params['before'] ?? ''} 高于上限，按 ${result(params)} 计`,
  round: (params) => `${params['before'] ?? ''} 修约到 ${params['decimals'] ?? ''} 位小数，为 ${result(params)}`,
  limitOpen: open('上下限'),
  noticesOnly: () => '只有告知，不计分、不计款',
  unusable: () => '规则写法有错，没有结果',
  notConcerned: () => '不是本办法的对象',
};

const dead: Say = (params) => (params['dead'] === '0' || params['dead'] === undefined ? '' : `（超出 ${params['dead']} 的部分才计）`);
const shared: Say = (params) =>
  params['holders'] === '1' || params['holders'] === undefined
    ? ''
    : `（${params['holders']} 个并列${params['ties'] === 'split' ? '，平分' : ''}）`;
const part: Say = (params) => (params['part'] === '1' ? '' : `的 ${params['part'] ?? ''}`);
