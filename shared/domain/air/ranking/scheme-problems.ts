import { exact } from '../../numbers/decimal.ts';
import { isOfSum } from './measures.ts';
import { measuresOf, REST_GROUP, type RankingRule, type RankingScheme } from './ranking-scheme.ts';

/** What a scheme says wrongly although each of its values is one; params as shared/text needs them. */
export type SchemeProblem =
  | {
      readonly code: 'NO_KEY' | 'NO_MIX' | 'MIX_UNUSED' | 'KEY_TWICE' | 'NO_SUM' | 'SUM_UNUSED' | 'SUM_WEIGHTED' | 'SUM_TWICE';
      readonly path: string;
    }
  | { readonly code: 'WEIGHT_SUM'; readonly path: string; readonly sum: string }
  | { readonly code: 'GROUP_TWICE' | 'REST_NOT_LAST' | 'REST_NAMES_UNITS'; readonly path: string; readonly group: string }
  | { readonly code: 'UNIT_TWICE'; readonly path: string; readonly unit: string };

/** Rules between the values of a scheme, the first that is broken; null when it can be used. */
export function schemeProblem(scheme: RankingScheme): SchemeProblem | null {
  const rules: readonly (readonly [string, RankingRule])[] = [
    ['', scheme],
    ...scheme.groups.flatMap(({ rule }, index) => (rule === undefined ? [] : [[`groups.${index}.rule.`, rule] as const])),
  ];
  for (const [start, rule] of rules) {
    const problem = methodProblem(rule) ?? sumProblem(rule);
    if (problem !== null) return { ...problem, path: `${start}${problem.path}` };
  }
  return groupProblem(scheme);
}

/** A weighted sum is a node of its own in the language, so that no mix can hold it. */
function sumProblem(rule: RankingRule): SchemeProblem | null {
  const { sum, mix } = rule;
  const used = measuresOf(rule).some(isOfSum);
  if (used && sum === undefined) return { code: 'NO_SUM', path: 'sum' };
  if (sum === undefined) return null;
  if (!used) return { code: 'SUM_UNUSED', path: 'sum' };
  if (new Set(sum.parts.map(({ of }) => of)).size < sum.parts.length) return { code: 'SUM_TWICE', path: 'sum.parts' };
  if (sum.weighted && (mix?.parts ?? []).some(({ measure }) => isOfSum(measure))) return { code: 'SUM_WEIGHTED', path: 'mix.parts' };
  return null;
}

function methodProblem({ method, mix, keys }: RankingRule): SchemeProblem | null {
  if (method === 'keys' && keys.length === 0) return { code: 'NO_KEY', path: 'keys' };
  if (method === 'mix' && mix === null) return { code: 'NO_MIX', path: 'mix' };
  if (method === 'keys' && mix !== null) return { code: 'MIX_UNUSED', path: 'mix' };
  if (new Set(keys.map(({ measure }) => measure)).size < keys.length) return { code: 'KEY_TWICE', path: 'keys' };
  const parts = mix?.parts ?? [];
  if (new Set(parts.map(({ measure }) => measure)).size < parts.length) return { code: 'KEY_TWICE', path: 'mix.parts' };
  const sum = parts.reduce((total, { weight }) => total.plus(weight), exact(0));
  return mix === null || sum.eq(1) ? null : { code: 'WEIGHT_SUM', path: 'mix.parts', sum: sum.toFixed() };
}

function groupProblem({ groups }: RankingScheme): SchemeProblem | null {
  const [ids, units] = [new Set<string>(), new Set<string>()];
  for (const [index, { id, units: own }] of groups.entries()) {
    const path = `groups.${index}`;
    if (ids.has(id)) return { code: 'GROUP_TWICE', path, group: id };
    if (id === REST_GROUP && index < groups.length - 1) return { code: 'REST_NOT_LAST', path, group: id };
    if (id === REST_GROUP && own.length > 0) return { code: 'REST_NAMES_UNITS', path, group: id };
    const twice = own.find((unit, place) => units.has(unit) || own.indexOf(unit) < place);
    if (twice !== undefined) return { code: 'UNIT_TWICE', path, unit: twice };
    ids.add(id);
    for (const unit of own) units.add(unit);
  }
  return null;
}
