import { amountText } from './amounts.ts';
import { COMBINING_READERS, eachReading } from './combine.ts';
import { comparisonText, CONDITION_READERS } from './conditions.ts';
import type { RuleFacts } from './facts.ts';
import { MEASURE_READERS } from './measures.ts';
import { entryReading, outputReading } from './outputs.ts';
import { isNumberText, isZero, numberText } from './numbers.ts';
import { clausesOf, isRecord, noun, reference, type Raw, type RuleContext, type RuleReading, type RuleScope, sentence } from './reading.ts';
import { RULE_READERS } from './rules.ts';

export interface RuleOptions {
  readonly scope?: RuleScope;
  /** Empty where the rule gives a factor or a share rather than points or money. */
  readonly unit?: string;
  /** Parts that name a clause of their own are pointed to instead of told again. */
  readonly refer?: boolean;
}

const NO_SCOPE: RuleScope = { vs: null, inPct: false };

/** 读作: a node of the rules, as it is written in the scheme, in words. */
export const readRule = (raw: unknown, facts: RuleFacts, options: RuleOptions = {}): RuleReading =>
  nodeReading(raw, contextOf(facts, options));

/** A condition (如果…) in words. */
export const readCondition = (raw: unknown, facts: RuleFacts, options: RuleOptions = {}): string =>
  contextOf(facts, { ...options, unit: '' }).condition(raw);

/** 结果 (等次, 否决, 告知 …) in words, by its word of the language; null of a word that is none. */
export const readOutput = (key: string, value: unknown, facts: RuleFacts, options: RuleOptions = {}): RuleReading | null =>
  outputReading(key, value, contextOf(facts, options));

/** One entry of `veto` or `notices`. */
export const readEntry = (key: string, raw: Raw, facts: RuleFacts, options: RuleOptions = {}): RuleReading =>
  entryReading(key, raw, contextOf(facts, options));

/** 分, 万元: what the scheme gives, as its sentences say it. */
export const unitOfScheme = ({ gives }: RuleFacts): string => (gives === 'points' ? '分' : gives === 'money' ? '万元' : '');

export function contextOf(facts: RuleFacts, { scope = NO_SCOPE, unit = unitOfScheme(facts), refer = false }: RuleOptions): RuleContext {
  return {
    facts,
    scope,
    unit,
    read(raw, other = unit) {
      const clauses = refer && isRecord(raw) ? clausesOf(raw['clause']) : [];
      if (clauses.length > 0) return reference(clauses);
      return nodeReading(raw, contextOf(facts, { scope, unit: other, refer }));
    },
    condition: (raw) => conditionText(raw, contextOf(facts, { scope, unit: '', refer })),
    within: (change) => contextOf(facts, { scope, unit, refer, ...change }),
  };
}

function nodeReading(raw: unknown, context: RuleContext): RuleReading {
  if (isNumberText(raw)) return noun(`${numberText(raw)}${context.unit}`);
  if (typeof raw === 'string' && raw !== '') return noun(amountText(raw, context.facts));
  if (!isRecord(raw)) return sentence('（未填）');
  const inner = context.within({ scope: scopeWithin(raw, context.scope) });
  const read = raw['each'] === undefined ? bodyReading(raw, inner) : eachReading(raw, inner);
  return limited(read, raw, inner);
}

/** `vs` and `in` of the node, which everything inside it inherits. */
export function scopeWithin(raw: Raw, scope: RuleScope): RuleScope {
  const { vs, in: unit } = raw;
  return {
    vs: typeof vs === 'string' || typeof vs === 'number' ? vs : scope.vs,
    inPct: unit === 'pct' ? true : unit === 'unit' ? false : scope.inPct,
  };
}

function bodyReading(raw: Raw, context: RuleContext): RuleReading {
  const source = Object.entries({ ...MEASURE_READERS, ...COMBINING_READERS }).find(([key]) => raw[key] !== undefined);
  const rule = Object.entries(RULE_READERS).find(([key]) => raw[key] !== undefined);
  if (source === undefined) return sentence('（未填规则）');
  // A source that a rule is applied to has a value of its own, not points or money yet.
  if (rule === undefined) return source[1](raw, context);
  const plain = source[1](raw, context.within({ unit: '' }));
  const read = rule[1](raw, context, plain);
  return { ...read, parts: [...plain.parts, ...read.parts] };
}

/** 下限, 上限, 修约 behind the rule itself. */
function limited(read: RuleReading, raw: Raw, { facts, unit }: RuleContext): RuleReading {
  const said = (['floor', 'cap', 'round'] as const).flatMap((key) => {
    const value = raw[key];
    if (value === undefined) return [];
    if (key === 'round') return [`修约到${amountText(value, facts)}位小数（四舍六入五成双）`];
    const used = key === 'floor' && isZero(value) && Array.isArray(raw['sum']) && isNumberText(raw['sum'][0]) ? '扣完为止，' : '';
    return [`${used}${key === 'floor' ? '最低' : '最高'}${amountText(value, facts)}${unit}`];
  });
  if (said.length === 0) return read;
  return read.noun ? noun(`${read.text}（${said.join('，')}）`) : { ...read, text: `${read.text}，${said.join('，')}` };
}

function conditionText(raw: unknown, context: RuleContext): string {
  if (!isRecord(raw)) return '（未填条件）';
  const inner = context.within({ scope: scopeWithin(raw, context.scope) });
  const kind = Object.entries(CONDITION_READERS).find(([key]) => raw[key] !== undefined);
  return kind === undefined ? comparisonText(raw, inner) : kind[1](raw, inner);
}
