import { schemeMeasure, schemeSlot, type SchemeParams } from '../words.ts';
import { listOf, type MeasureNames } from './words-of.ts';

const SIGNS: Readonly<Record<string, string>> = { ge: '不小于', gt: '大于', le: '不大于', lt: '小于', eq: '等于' };

type Say = (words: SchemeParams, names: MeasureNames) => string;

const count = (words: SchemeParams, word: string): number =>
  new Set(Object.keys(words).flatMap((key) => (key.startsWith(`${word}.`) ? [key.split('.')[1]] : []))).size;

/** 好于目标, 差于上年同期: improvements are held against 0 most of all. */
function relation(words: SchemeParams): string {
  const { vs } = words;
  const bounds = Object.entries(SIGNS).flatMap(([key, sign]) => (words[key] === undefined ? [] : [{ key, sign, value: words[key] }]));
  if (vs === undefined || vs === 'none') return bounds.map(({ sign, value }) => `${sign} ${value}`).join('且');
  const unit = words['in'] === 'pct' ? '%' : '';
  return bounds
    .map(({ key, sign, value }) => {
      if (value === '0') return `${ZERO[key] ?? ''}${schemeSlot(vs)}`;
      return value.startsWith('-')
        ? `比${schemeSlot(vs)}变差的幅度${MIRROR[key] ?? ''} ${value.slice(1)}${unit}`
        : `比${schemeSlot(vs)}改善的幅度${sign} ${value}${unit}`;
    })
    .join('且');
}

const ZERO: Readonly<Record<string, string>> = { ge: '不差于', gt: '好于', le: '不好于', lt: '差于', eq: '等于' };
const MIRROR: Readonly<Record<string, string>> = { ge: '不大于', gt: '小于', le: '不小于', lt: '大于', eq: '等于' };

const named = (words: SchemeParams, word: string, names: MeasureNames): string =>
  listOf(words, word)
    .map((name) => names[name] ?? schemeMeasure(name))
    .join('、');

export const CONDITION_READINGS: Readonly<Record<string, Say>> = {
  any: (words) => `${count(words, 'any')} 个条件中至少一个成立`,
  all: (words) => `${count(words, 'all')} 个条件都成立`,
  not: () => '所列条件不成立',
  each: (words, names) => `${named(words, 'each', names)}都${relation(words)}`,
  eachAny: (words, names) => `${named(words, 'eachAny', names)}至少一项${relation(words)}`,
  event: (words) => `发生“${words['event'] ?? ''}”`,
  streak: (words) => `连续 ${words['streak'] ?? ''} 期列最后 ${words['last'] ?? ''} 名之内`,
};

/** A comparison says the measure it compares. */
export function conditionReading(source: string, words: SchemeParams, names: MeasureNames): string {
  const own = CONDITION_READINGS[source];
  if (own !== undefined) return own(words, names);
  const subject =
    source === 'of'
      ? named(words, 'of', names)
      : source === 'manual'
        ? `“${words['manual'] ?? ''}”的评分`
        : source === 'param'
          ? `参数“${words['param'] ?? ''}”`
          : '所得的数';
  return `${subject}${relation(words)}`;
}
