import { isRecord } from '../base/records.ts';
import type { SchemeForm } from './forms.ts';
import type { SchemeHead } from './head.ts';
import { clausesOf } from './limits.ts';
import { type Path, type Problem, problem } from '../base/problems.ts';
import { nearestWord } from '../base/words.ts';
import { OUTPUT_KEYS } from '../outputs/keys.ts';

/** 条款与规则对照: which rule was made from which clause of the text. */
export interface CompiledClauses {
  readonly pairs: readonly { readonly clause: string; readonly path: string }[];
  readonly withoutRule: readonly string[];
  readonly withoutClause: readonly string[];
}

/** Clauses that no rule names, rules that name none; named clauses that the text does not have are errors. */
export function readClauses(form: SchemeForm, head: SchemeHead, problems: Problem[]): CompiledClauses {
  const text = head.text ?? [];
  const ids = text.map(({ id }) => id);
  ids.forEach((id, index) => {
    if (ids.indexOf(id) < index) problems.push(problem('CLAUSE_TWICE', ['text', index, 'id'], { clause: id }));
  });
  const found = ruleNodes(form.rules, form.path, []);
  for (const { clauses, at } of found)
    for (const clause of clauses)
      if (!ids.includes(clause))
        problems.push(problem('CLAUSE_UNKNOWN', at, { clause, known: ids.join('、'), nearest: nearestWord(clause, ids) ?? '' }));
  const named = new Set(found.flatMap(({ clauses }) => clauses));
  const withoutRule = ids.filter((id) => !named.has(id));
  const withoutClause = text.length === 0 ? [] : found.filter(({ decides, covered }) => decides && !covered);
  for (const id of withoutRule) problems.push(problem('CLAUSE_UNUSED', ['text', ids.indexOf(id)], { clause: id }));
  for (const { path } of withoutClause) problems.push(problem('RULE_WITHOUT_CLAUSE', path, { path: path.join('.') }));
  return {
    pairs: found.flatMap(({ clauses, path }) => clauses.map((clause) => ({ clause, path: path.join('.') }))),
    withoutRule,
    withoutClause: withoutClause.map(({ path }) => path.join('.')),
  };
}

interface RuleNode {
  readonly path: Path;
  /** Where its clause is written. */
  readonly at: Path;
  readonly clauses: readonly string[];
  /** It or something around it names a clause. */
  readonly covered: boolean;
  readonly decides: boolean;
}

/** Words that make a node decide something, rather than only gather what others decided. */
const DECIDING: readonly string[] = [
  'met unmet rate tiers share efficacy table places manual status pool rank rows late',
  'do bar give grade missed to',
].flatMap((words) => words.split(' '));

function ruleNodes(raw: unknown, path: Path, around: readonly string[]): readonly RuleNode[] {
  if (Array.isArray(raw)) return raw.flatMap((item, index) => ruleNodes(item, [...path, index], around));
  if (!isRecord(raw)) return [];
  const clauses = clausesOf(raw['clause']);
  const known = [...around, ...clauses];
  const parts = isRecord(raw['clauses']) ? raw['clauses'] : {};
  const own: RuleNode = {
    path,
    at: [...path, 'clause'],
    clauses,
    covered: known.length > 0,
    decides: DECIDING.some((word) => raw[word] !== undefined),
  };
  const named = Object.entries(parts).map(([part, clause]): RuleNode => ({
    path: [...path, 'clauses', part],
    at: [...path, 'clauses', part],
    clauses: clausesOf(clause),
    covered: true,
    decides: false,
  }));
  const children = Object.entries(raw)
    .filter(([key]) => key !== 'clause' && key !== 'clauses')
    .flatMap(([key, value]) => ruleNodes(value, [...path, key], [...known, ...clausesOf(parts[key])]));
  return [...(own.decides || clauses.length > 0 ? [own] : []), ...named, ...children, ...plainOutputs(raw, path, known, parts)];
}

/** Maps of grades, quotas and shares are rules as well, though no node. */
function plainOutputs(
  raw: Readonly<Record<string, unknown>>,
  path: Path,
  known: readonly string[],
  parts: Readonly<Record<string, unknown>>,
): readonly RuleNode[] {
  return ['grades', 'quota', 'zeroSum', 'judging']
    .filter((key) => OUTPUT_KEYS.includes(key) && raw[key] !== undefined)
    .map((key) => ({
      path: [...path, key],
      at: [...path, key],
      clauses: [],
      covered: known.length > 0 || parts[key] !== undefined,
      decides: true,
    }));
}
