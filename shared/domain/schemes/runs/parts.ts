import { Rational, sumOf } from '../../numbers/rational.ts';
import { type Explained, type Outcome, valueOf } from '../base/explain.ts';
import type { RawOf } from './raw-rules.ts';
import { fullOf } from './stated-amounts.ts';

/** 分项: one addend of a total. What is done to the sum afterwards (下限、上限、修约、折算、否决) is an addend too, so that all of them add up. */
export interface Part {
  /** Place in the rules. */
  readonly path: string;
  readonly kind: 'part' | 'change';
  readonly code: string;
  /** What its author calls it; null where nobody does. */
  readonly title: string | null;
  /** What it is made from: pm25, manual:tasks … */
  readonly measures: readonly string[];
  readonly clause: readonly string[];
  readonly state: Outcome['state'];
  readonly points: Rational | null;
  /** 满分, where the rules say it. */
  readonly max: Rational | null;
}

/** The parts of a total, in the order of the rules; a total that is no sum is its own only part. */
export const partsOf = (explanation: Explained, rawOf: RawOf): readonly Part[] => numbered(addends(explanation, rawOf));

/** Parts of `each` stand at one place of the rules. */
function numbered(parts: readonly Part[]): readonly Part[] {
  const seen = new Map<string, number>();
  return parts.map((one) => {
    const key = `${one.kind} ${one.code} ${one.path}`;
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return count === 0 ? one : { ...one, path: `${one.path}#${count + 1}` };
  });
}

function addends(explanation: Explained, rawOf: RawOf): readonly Part[] {
  const inner = explanation.children[0];
  if (inner !== undefined && CHANGING.has(explanation.code)) {
    const delta = difference(explanation, inner);
    return [...addends(inner, rawOf), ...(delta === null ? [] : [change(explanation, delta)])];
  }
  const terms = termsOf(explanation, rawOf);
  if (terms === null) return [part(explanation, valueOf(explanation), fullOf(explanation, rawOf), rawOf)];
  const parts = terms.flatMap(({ node, weight }) => {
    const inside = isBundle(node, rawOf) && weight === null ? addends(node, rawOf) : [weighted(node, weight, rawOf)];
    return inside;
  });
  const total = valueOf(explanation);
  const folded = total === null ? null : total.minus(sumOf(parts.flatMap(({ points }) => points ?? [])));
  return folded === null || folded.sign === 0 ? parts : [...parts, change(explanation, folded)];
}

/** Nodes around another one, which they alter. */
const CHANGING: ReadonlySet<string> = new Set(['floor', 'cap', 'round', 'vetoGive', 'vetoOpen', 'zeroSum', 'zeroSumOpen']);

const SUMS: ReadonlySet<string> = new Set(['sum', 'sumFolded', 'sumOpen', 'eachSum', 'eachSumOpen', 'periodsSum', 'periodsOpen']);
/** The goal of the year stands behind its periods. */
const YEAR_ENDS: ReadonlySet<string> = new Set(['yearEndMet', 'yearEndMissed', 'yearEndOpen']);
const WEIGHTED: ReadonlySet<string> = new Set(['weighted', 'weightedFolded', 'weightedOpen']);

interface Term {
  readonly node: Explained;
  /** Null: counts as it is. */
  readonly weight: Rational | null;
}

function termsOf(node: Explained, rawOf: RawOf): readonly Term[] | null {
  if (SUMS.has(node.code)) return node.children.map((child) => ({ node: child, weight: null }));
  if (YEAR_ENDS.has(node.code)) return node.children.slice(0, -1).map((child) => ({ node: child, weight: null }));
  if (!WEIGHTED.has(node.code)) return null;
  const { weighted: list } = rawOf(node.path);
  const weights = (Array.isArray(list) ? list : []).map((pair: unknown) => (Array.isArray(pair) ? (pair[0] as unknown) : null));
  // Weights that are parameters stand among the children.
  if (weights.length !== node.children.length || weights.some((weight) => typeof weight !== 'number')) return null;
  return node.children.map((child, index) => ({ node: child, weight: Rational.of(Number(weights[index])) }));
}

/** A sum that only holds lists together says nothing of its own; its parts stand in its place. */
const isBundle = (node: Explained, rawOf: RawOf): boolean =>
  SUMS.has(node.code) &&
  node.code !== 'eachSum' &&
  node.children.some(({ code }) => code.startsWith('rows')) &&
  !hasLimits(rawOf(node.path));

const hasLimits = (raw: Readonly<Record<string, unknown>>): boolean => ['floor', 'cap', 'round'].some((key) => raw[key] !== undefined);

function weighted(node: Explained, weight: Rational | null, rawOf: RawOf): Part {
  const [value, full] = [valueOf(node), fullOf(node, rawOf)];
  const times = (amount: Rational | null): Rational | null => (amount === null || weight === null ? amount : amount.times(weight));
  return part(node, times(value), times(full), rawOf);
}

function part(node: Explained, points: Rational | null, max: Rational | null, rawOf: RawOf): Part {
  const { note } = rawOf(node.path);
  const { title, period } = node.params;
  const named = typeof note === 'string' && note !== '' ? note : title !== undefined && title !== '' ? title : (period ?? null);
  return {
    path: node.path,
    kind: 'part',
    code: node.code,
    title: named,
    measures: [...new Set(measuresIn(node))],
    clause: node.clause,
    state: node.outcome.state,
    points,
    max,
  };
}

function change({ path, code, clause }: Explained, points: Rational): Part {
  return { path, kind: 'change', code, title: null, measures: [], clause, state: 'value', points, max: null };
}

function difference(outer: Explained, inner: Explained): Rational | null {
  const [after, before] = [valueOf(outer), valueOf(inner)];
  return after === null || before === null ? null : after.minus(before);
}

/** What a node reads, by the names of columns. */
export function measuresIn(node: Explained): readonly string[] {
  const { measure, name, id } = node.params;
  const kind = /^(manual|param|status|event)/u.exec(node.code)?.[1];
  const own =
    measure !== undefined
      ? measure.split('+')
      : kind !== undefined && name !== undefined
        ? [`${kind}:${name}`]
        : node.code.startsWith('listedRow') && id !== undefined
          ? [id]
          : [];
  return node.code.startsWith('listedRow') ? own : [...own, ...node.children.flatMap(measuresIn)];
}
