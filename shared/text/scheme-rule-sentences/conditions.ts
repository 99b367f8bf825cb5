import { amountText } from './amounts.ts';
import { spokenMeasure, withUnit } from './measures.ts';
import { isNegative, isNumberText, isZero, sizeText } from './numbers.ts';
import { isRecord, listOf, namesOf, type Raw, type RuleContext } from './reading.ts';

type ReadCondition = (raw: Raw, context: RuleContext) => string;

const joined = (list: unknown, word: string, context: RuleContext): string =>
  listOf(list)
    .map((part) => bracketed(part, context))
    .join(word);

/** A condition of several parts inside another one is held together. */
function bracketed(raw: unknown, context: RuleContext): string {
  const text = context.condition(raw);
  return isRecord(raw) && ['any', 'all', 'each', 'eachAny'].some((key) => raw[key] !== undefined) ? `（${text}）` : text;
}

const any: ReadCondition = (raw, context) => joined(raw['any'], '，或', context);
const all: ReadCondition = (raw, context) => joined(raw['all'], '，且', context);
const not: ReadCondition = (raw, context) => `不属于“${context.condition(raw['not'])}”`;

const each: ReadCondition = (raw, context) => ofEach(raw, 'each', '且', context);
const eachAny: ReadCondition = (raw, context) => ofEach(raw, 'eachAny', '或', context);

function ofEach(raw: Raw, key: string, word: string, context: RuleContext): string {
  const { [key]: names, clause: _clause, note: _note, ...comparison } = raw;
  return namesOf(names)
    .map((of) => context.condition({ ...comparison, of }))
    .join(word);
}

const event: ReadCondition = (raw, { facts }) => `发生“${facts.nameOf(String(raw['event'])) ?? String(raw['event'])}”`;

const PERIODS: Readonly<Record<string, string>> = { week: '周', month: '个月', quarter: '个季度', half: '个半年', year: '年' };

const streak: ReadCondition = (raw, context) => {
  const count = Number(raw['streak']);
  const last = `列最后${amountText(raw['last'], context.facts)}名${raw['last'] === 1 ? '' : '之内'}（第1名不算）`;
  const period = PERIODS[context.facts.per ?? ''] ?? '期';
  const run = count === 1 ? `本期${last}` : `连续${amountText(raw['streak'], context.facts)}${period}${last}`;
  const second = raw['with'] === undefined ? '' : `，且每期都${context.condition(raw['with'])}`;
  const gap =
    count === 1 || raw['unranked'] === undefined ? '' : raw['unranked'] === 'skips' ? '，未排名的一期跳过' : '，未排名的一期使连续中断';
  return `${run}${second}${gap}`;
};

/** 条件, each by its word. */
export const CONDITION_READERS: Readonly<Record<string, ReadCondition>> = { any, all, not, each, eachAny, event, streak };

export const COMPARATOR_WORDS: Readonly<Record<string, string>> = { ge: '不低于', gt: '高于', le: '不高于', lt: '低于', eq: '等于' };

/** 比较: an improvement of which 0 is the bound is said without numbers, as 高于目标. */
export function comparisonText(raw: Raw, context: RuleContext): string {
  const bounds = Object.keys(COMPARATOR_WORDS).filter((key) => raw[key] !== undefined);
  const rest = Object.fromEntries(Object.entries(raw).filter(([key]) => COMPARATOR_WORDS[key] === undefined));
  if (bounds.length === 0) return '（未填条件）';
  return bounds.map((key, index) => boundText(key, raw[key], rest, index > 0, context)).join('且');
}

function boundText(key: string, bound: unknown, rest: Raw, again: boolean, context: RuleContext): string {
  const spoken = ruled(rest) ? null : spokenMeasure(rest, context);
  if (spoken !== null && spoken.reference !== null && isZero(bound)) {
    const words = spoken.less ? UPSIDE_DOWN : COMPARATOR_WORDS;
    return `${again ? '' : spoken.name}${words[key] ?? ''}${spoken.reference}`;
  }
  if (spoken !== null && spoken.reference !== null && isNumberText(bound)) {
    const far = isNegative(bound) ? FAR_WORSE[key] : FAR_BETTER[key];
    const direction = isNegative(bound) ? spoken.bad : spoken.good;
    if (far !== undefined) return `${again ? '' : `${spoken.name}比${spoken.reference}`}${direction}${far(spoken.step(sizeText(bound)))}`;
  }
  const unit = spoken?.reference === null ? spoken.unit : '';
  const name = again ? '' : context.read(rest, '').text;
  return `${name}${COMPARATOR_WORDS[key] ?? ''}${withUnit(amountText(bound, context.facts), isNumberText(bound) ? unit : '')}`;
}

const ruled = (raw: Raw): boolean =>
  ['met', 'unmet', 'rate', 'tiers', 'share', 'efficacy', 'table', 'places'].some((key) => raw[key] !== undefined);

/** Of a measure of which less is better an improvement of at least 0 is a value of at most the reference. */
const UPSIDE_DOWN: Readonly<Record<string, string>> = { ge: '不高于', gt: '低于', le: '不低于', lt: '高于', eq: '等于' };

const FAR_BETTER: Readonly<Record<string, (by: string) => string>> = { ge: (by) => `${by}以上（含）`, gt: (by) => `超过${by}` };
const FAR_WORSE: Readonly<Record<string, (by: string) => string>> = { le: (by) => `${by}以上（含）`, lt: (by) => `超过${by}` };
