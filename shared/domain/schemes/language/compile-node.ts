import { COMBINING_KINDS } from '../combine/index.ts';
import { type Comparator, COMPARATORS, comparison } from '../conditions/compare.ts';
import { CONDITION_KINDS } from '../conditions/index.ts';
import { lacking } from '../base/explain.ts';
import { scalarBody } from '../measures/constant.ts';
import { MEASURE_KINDS } from '../measures/index.ts';
import { RULE_KINDS } from '../rules/index.ts';
import { eachBody } from './each-node.ts';
import { finished, type Limits, LIMIT_KEYS, limitsOf } from './limits.ts';
import {
  type CompiledNode,
  type Compiler,
  type ConditionKind,
  type Kind,
  type NodeBody,
  type RuleKind,
  type Scope,
  type SourceKind,
} from '../base/kinds.ts';
import type { Params } from '../base/problems.ts';
import { isRecord, type Raw } from '../base/records.ts';
import { nearestWord } from '../base/words.ts';
import { asRead, shown } from '../base/read-value.ts';

/** 来源, every one of them. */
export const SOURCE_KINDS: readonly SourceKind[] = [...MEASURE_KINDS, ...COMBINING_KINDS];

/** Words that any node may have. */
export const COMMON_KEYS: readonly string[] = ['vs', 'in', ...LIMIT_KEYS, 'clause', 'note'];

/** Words of nodes and of conditions, for telling the nearest one. */
export const NODE_WORDS: readonly string[] = [
  ...new Set([...SOURCE_KINDS, ...RULE_KINDS].flatMap(({ keys }) => keys).concat(COMMON_KEYS, 'each')),
];
export const CONDITION_WORDS: readonly string[] = [
  ...new Set([...NODE_WORDS, ...CONDITION_KINDS.flatMap(({ keys }) => keys), ...COMPARATORS]),
];

export interface NodeOptions {
  /** Ranks may stand here without amounts. */
  readonly rankAlone: boolean;
  /** Words that may be meant besides those of nodes. */
  readonly words: readonly string[];
}

/** A node of the rules; what is wrong with it is reported, and a node that never has a value stands in for it. */
export function compileNode(raw: unknown, compiler: Compiler, options: NodeOptions): CompiledNode {
  if (typeof raw === 'number' || (typeof raw === 'string' && raw !== '')) {
    if (typeof raw === 'string' && FULLWIDTH.test(raw)) compiler.report('FULLWIDTH', { value: shown(raw) });
    return finished(scalarBody(raw, compiler), NO_LIMITS, compiler);
  }
  if (!isRecord(raw)) return refused(compiler, 'NOT_A_MAP', asRead(raw));
  const inner = scoped(raw, compiler);
  const body = raw['each'] !== undefined ? eachBody(raw, inner) : bodyOf(raw, inner, options);
  return finished(body ?? NOTHING, limitsOf(raw, inner), inner, raw['clause']);
}

/** A condition: 1 where it holds, 0 where not. */
export function compileCondition(raw: unknown, compiler: Compiler): CompiledNode {
  if (!isRecord(raw)) return refused(compiler, 'NOT_A_MAP', asRead(raw));
  const inner = scoped(raw, compiler);
  const kind = CONDITION_KINDS.find(({ key }) => raw[key] !== undefined);
  const body = kind === undefined ? compared(raw, inner) : conditionBody(kind, raw, inner);
  return finished(body ?? NOTHING, NO_LIMITS, inner, raw['clause']);
}

function conditionBody(kind: ConditionKind, raw: Raw, compiler: Compiler): NodeBody | null {
  reportUnknown(raw, [...kind.keys, 'vs', 'in', 'clause', 'note'], CONDITION_WORDS, compiler);
  return kind.build(picked(raw, kind.keys), compiler, null);
}

function compared(raw: Raw, compiler: Compiler): NodeBody | null {
  const bounds = COMPARATORS.flatMap((key) => (raw[key] === undefined ? [] : [[key, raw[key]] as const]));
  const rest = Object.fromEntries(Object.entries(raw).filter(([key]) => !(COMPARATORS as readonly string[]).includes(key)));
  if (bounds.length === 0) {
    const before = Object.keys(raw).length;
    const unknown = reportUnknown(raw, CONDITION_WORDS, CONDITION_WORDS, compiler);
    if (unknown === 0) compiler.report(before === 0 ? 'CONDITION_NONE' : 'COMPARISON_NONE', {});
    return null;
  }
  const node = compileNode(rest, compiler, { rankAlone: false, words: [] });
  const limits = bounds.flatMap(([key, value]): [Comparator, CompiledNode][] => {
    if (typeof value === 'number' || typeof value === 'string') return [[key, compiler.amount(value, key)]];
    compiler.report('SHAPE', { key, ...asRead(value) }, key);
    return [];
  });
  return comparison(node, limits);
}

/** Source, then the rule that is applied to it. */
function bodyOf(raw: Raw, compiler: Compiler, options: NodeOptions): NodeBody | null {
  const sources = SOURCE_KINDS.filter((kind) => kind.marks.some((mark) => raw[mark] !== undefined));
  const rules = RULE_KINDS.filter((kind) => kind.marks.some((mark) => raw[mark] !== undefined));
  const [source, secondSource] = sources;
  const [rule, secondRule] = rules;
  const owned = [...sources, ...rules].flatMap(({ keys }) => keys);
  const unknown = reportUnknown(raw, [...owned, ...COMMON_KEYS], [...NODE_WORDS, ...options.words], compiler);
  if (source === undefined) {
    if (unknown === 0) compiler.report('SOURCE_NONE', {});
    return null;
  }
  if (secondSource !== undefined) compiler.report('SOURCE_TWICE', { one: source.key, other: secondSource.key }, secondSource.key);
  if (secondRule !== undefined && rule !== undefined)
    compiler.report('FUNCTION_TWICE', { one: rule.key, other: secondRule.key }, secondRule.key);
  const inner = compiler.scope.vs === null && rule?.vs !== null && rule !== undefined ? rescoped(compiler, { vs: rule.vs }) : compiler;
  const body = source.build(picked(raw, source.keys), inner, null);
  if (body === null) return null;
  if (source.key === 'of') inner.scope.cases?.needed.push(finished(body, NO_LIMITS, inner));
  if (body.ranks === true) inner.ranksBy(finished(body, NO_LIMITS, inner));
  if (rule !== undefined) return ruled(rule, raw, body, inner);
  if (body.ranks === true && !options.rankAlone) compiler.report('RANK_WITHOUT_PLACES', {}, 'rank');
  return body;
}

function ruled(rule: RuleKind, raw: Raw, body: NodeBody, compiler: Compiler): NodeBody | null {
  return rule.build(picked(raw, rule.keys), compiler, finished(body, NO_LIMITS, compiler));
}

/** Words that belong to no kind of the node; gives their number. */
function reportUnknown(raw: Raw, allowed: readonly string[], words: readonly string[], compiler: Compiler): number {
  const unknown = Object.keys(raw).filter((key) => !allowed.includes(key));
  for (const key of unknown) {
    const owner = words.includes(key) ? ownerOf(key) : null;
    if (owner !== null) compiler.report('KEY_MISPLACED', { key, owner }, key);
    else if (FULLWIDTH.test(key)) compiler.report('FULLWIDTH', { value: key }, key);
    else compiler.report('KEY_UNKNOWN', { key, nearest: nearestWord(key, words) ?? '' }, key);
  }
  return unknown.length;
}

/** The word without which this one means nothing. */
function ownerOf(key: string): string | null {
  const kinds: readonly Kind<never>[] = [...SOURCE_KINDS, ...RULE_KINDS, ...CONDITION_KINDS];
  return kinds.find((kind) => kind.keys.includes(key) && !kind.marks.includes(key))?.key ?? null;
}

/** `vs` and `in` of the node, which everything inside it inherits. */
function scoped(raw: Raw, compiler: Compiler): Compiler {
  const change: { vs?: string | number; inPct?: boolean } = {};
  const { vs, in: unit } = raw;
  if (typeof vs === 'string' || typeof vs === 'number') change.vs = vs;
  else if (vs !== undefined) compiler.report('SHAPE', { key: 'vs', ...asRead(vs) }, 'vs');
  if (unit === 'pct' || unit === 'unit') change.inPct = unit === 'pct';
  else if (unit !== undefined) compiler.report('VALUE_UNKNOWN', { key: 'in', ...asRead(unit), known: 'pct、unit' }, 'in');
  return rescoped(compiler, change);
}

const rescoped = (compiler: Compiler, change: Partial<Scope>): Compiler => compiler.scoped(change);

const picked = (raw: Raw, keys: readonly string[]): Raw => Object.fromEntries(Object.entries(raw).filter(([key]) => keys.includes(key)));

function refused(compiler: Compiler, code: 'NOT_A_MAP', params: Params): CompiledNode {
  const fullwidth = FULLWIDTH.test(params['value'] ?? '');
  compiler.report(fullwidth ? 'FULLWIDTH' : code, params);
  return finished(NOTHING, NO_LIMITS, compiler);
}

/** Punctuation that an input method writes in place of the one that YAML knows. */
const FULLWIDTH = /[：，｛｝［］]/u;

const NOTHING: NodeBody = { explain: () => lacking('unusable', []) };
const NO_LIMITS: Limits = { floor: null, cap: null, round: null };
