import { schemeMeasure, schemeSlot, type SchemeParams } from '../words.ts';
import { CHOICE_LABELS, SOURCE_LABELS } from './kind-words.ts';
import { conditionReading } from './condition-readings.ts';
import { OUTPUT_READINGS } from './output-readings.ts';
import { linesOf, listOf, type MeasureNames, pairsOf, signed } from './words-of.ts';

/** A rule of which a sentence is made: its kinds and its words. */
export interface ReadPart {
  readonly role: string;
  readonly source: string;
  readonly rule: string | null;
  readonly words: SchemeParams;
}

/** 读作: the rule as a sentence of the official text would say it. */
export function schemeReading({ role, source, rule, words }: ReadPart, names: MeasureNames): string {
  if (role === 'number') return `定数 ${words[''] ?? ''}`;
  if (role === 'output') return OUTPUT_READINGS[source]?.(words, names) ?? '';
  if (role === 'condition') return conditionReading(source, words, names);
  const read = SOURCE_READINGS[source]?.(words, names) ?? '';
  const subject = source === 'of' && rule === null ? `取${read}的数` : read;
  const made = rule === null ? '' : (RULE_READINGS[rule]?.(words, names) ?? '');
  const sentence = [subject, made].filter((text) => text !== '').join('：');
  return `${[sentence, ...limits(words)].filter((text) => text !== '').join('；')}${sentence === '' ? '' : '。'}`;
}

type Say = (words: SchemeParams, names: MeasureNames) => string;

/** PM2.5比目标（差距按百分比）. */
const against = (words: SchemeParams): string => {
  const { vs } = words;
  if (vs === undefined || vs === 'none') return '';
  return `比${schemeSlot(vs)}${words['in'] === 'pct' ? '（按百分比）' : ''}`;
};

const decimals = (words: SchemeParams): string => (words['decimals'] === undefined ? '' : `（先修约到 ${words['decimals']} 位小数）`);

const measured =
  (word: string): Say =>
  (words, names) => {
    const list = listOf(words, word).map((name) => names[name] ?? schemeMeasure(name));
    return `${list.join('＋')}${against(words)}${decimals(words)}`;
  };

const parts = (words: SchemeParams, word: string): number =>
  new Set(Object.keys(words).flatMap((key) => (key.startsWith(`${word}.`) ? [key.split('.')[1]] : []))).size;

const within = (words: SchemeParams): string => (words['within'] === 'all' ? '全部对象' : '同类');

const LIST = (words: SchemeParams): string => {
  const lists = listOf(words, 'rows').length > 0 ? listOf(words, 'rows') : listOf(words, 'rows.from');
  const share = words['rows.of'] === undefined || words['rows.of'] === 'all' ? '' : (CHOICE_LABELS[words['rows.of']] ?? '');
  return `${share}${lists.map((list) => CHOICE_LABELS[list] ?? list).join('、')}`;
};

/** 量度与合成. */
export const SOURCE_READINGS: Readonly<Record<string, Say>> = {
  of: measured('of'),
  each: (words, names) => `${measured('each')(words, names)}，逐项计算后相加`,
  placeOf: (words, names) =>
    `${words['placeOf'] === undefined ? '按下面的规则' : (names[words['placeOf']] ?? schemeMeasure(words['placeOf']))}在${within(words)}中排的名次`,
  manual: (words) => `评审人员按“${words['manual'] ?? ''}”打的分`,
  status: (words) =>
    `按完成状态${words['row'] === undefined ? '' : `（${words['row']}）`}给分：${pairsOf(words, 'status')
      .map(([word, value]) => `${word}得 ${value}`)
      .join('，')}`,
  param: (words) => `参数“${words['param'] ?? ''}”的数`,
  rows: (words) =>
    `${words['title'] === undefined ? '' : `${words['title']}：`}${LIST(words)}共 ${words['total'] ?? ''} 分，${pairsOf(words, 'points').length === 0 ? '各行平均' : '按所列分值分到各行'}；达到目标得满分，未达到的按比例`,
  late: (words) => `迟报的扣 ${words['late'] ?? ''} 分`,
  sum: (words) => `${parts(words, 'sum')} 个部分相加${fold(words)}`,
  weighted: (words) =>
    `${parts(words, 'weighted')} 个部分按权重 ${linesOf(words, 'weighted')
      .map(([weight]) => weight ?? '')
      .join('、')} 相加${fold(words)}`,
  mean: (words) => `${parts(words, 'mean')} 个部分的平均`,
  min: (words) => `${parts(words, 'min')} 个部分中最低的`,
  max: (words) => `${parts(words, 'max')} 个部分中最高的`,
  times: (words) => `${parts(words, 'times')} 个因子相乘`,
  first: (words) => `${parts(words, 'first')} 种情形，从上往下取第一个成立的`,
  pool: (words) => `资金 ${words['pool'] ?? ''} 万元，${words['split'] === 'equal' ? '各对象平分' : '按各自所占份额分，不为正的不分'}`,
  rank: (words) =>
    `在${within(words)}中排名${words['incomplete'] === 'unranked' ? '，污染物没有测全的不排' : ''}${words['least'] === undefined ? '' : `，不足 ${words['least']} 个不排名次`}${order(words)}`,
};

const fold = (words: SchemeParams): string => {
  if (words['fold'] === undefined || words['fold'] === 'false') return '';
  return words['fold'] === 'true' ? '，不涉及的部分折算到其余部分' : `，折算成 ${words['fold']} 分`;
};

const order = (words: SchemeParams): string => (words['order'] === undefined ? '' : `，${CHOICE_LABELS[words['order']] ?? ''}`);

const rest = (bound: string | undefined): string => (bound === 'rest' ? '其余' : (bound ?? ''));

/** 算法. */
export const RULE_READINGS: Readonly<Record<string, Say>> = {
  met: (words) => `达到的得 ${words['met'] ?? '0'}，未达到的得 ${words['unmet'] ?? '0'}`,
  rate: (words) => {
    const [gain, loss] = [words['rate.gain'] ?? words['rate'] ?? '0', words['rate.loss'] ?? words['rate'] ?? '0'];
    const dead = words['dead'] === undefined || words['dead'] === '0' ? '' : `（超出 ${words['dead']} 的部分才计）`;
    const unit = words['in'] === 'pct' ? '1 个百分点' : '1 个单位';
    const sides = [...(gain === '0' ? [] : [`每好 ${unit}得 ${gain}${dead}`]), ...(loss === '0' ? [] : [`每差 ${unit}扣 ${loss}`])];
    return `${sides.length === 0 ? '不增不减' : sides.join('，')}${words['steps'] === 'whole' ? '，不满的不计' : ''}`;
  },
  tiers: (words) => {
    const said = (side: string, lines: readonly (readonly string[])[]): string[] =>
      lines.length === 0
        ? []
        : [`${side} ${lines.map(([upTo, each]) => `${upTo === 'rest' ? '其余' : `${upTo ?? ''} 以内`}每单位 ${each ?? ''}`).join('、')}`];
    const both = [
      ...said('差的', linesOf(words, 'tiers')),
      ...said('差的', linesOf(words, 'tiers.loss')),
      ...said('好的', linesOf(words, 'tiers.gain')),
    ];
    return `${both.join('；')}，${words['mode'] === 'flat' ? '按所在档计全部' : '分档累计'}`;
  },
  share: (words) =>
    `达到目标得满分 ${words['share'] ?? ''}；未达到的按${words['better'] === 'more' ? '完成值÷目标值' : '目标值÷完成值'}得相应比例`,
  efficacy: (words) => `${within(words)}中最好的得 ${words['efficacy.1'] ?? ''}，最差的得 ${words['efficacy.0'] ?? ''}，其余按距离折算`,
  table: (words) => {
    const bound = CHOICE_LABELS[words['bounds'] ?? 'upTo'] ?? '';
    return linesOf(words, 'table')
      .map(([limit, points]) => `${limit === 'rest' ? '其余' : `${bound} ${rest(limit)} 的`}得 ${points ?? ''}`)
      .join('，');
  },
  places: (words) => {
    const list = pairsOf(words, 'places').map(([place, value]) => `${placeText(place)} ${signed(value)}`);
    return `${list.join('、')}，其余为 0${words['ties'] === 'split' ? '；并列的平分' : ''}`;
  },
};

/** 第 1 名, 第 2 至 5 名, 倒数第 3 至 1 名. */
function placeText(place: string): string {
  const [from = '', to] = place.split('..');
  const back = from.startsWith('-');
  const plain = [from, ...(to === undefined ? [] : [to])].map((text) => text.replace('-', ''));
  return `${back ? '倒数第' : '第'} ${plain.join(' 至 ')} 名`;
}

/** Limits apply to whatever came out. */
const limits = (words: SchemeParams): string[] => [
  ...(words['floor'] === undefined ? [] : [`最低 ${words['floor']}`]),
  ...(words['cap'] === undefined ? [] : [`最高 ${words['cap']}`]),
  ...(words['round'] === undefined ? [] : [`修约到 ${words['round']} 位小数`]),
];

/** What the kind is called where the sentence is too long. */
export const sourceLabel = (source: string): string => SOURCE_LABELS[source] ?? source;
