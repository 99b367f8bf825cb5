import type { Rational } from '../../numbers/rational.ts';
import type { Params } from './problems.ts';
import type { CellRef, Lack } from './data-source.ts';

/** Code of a number that stands in the scheme itself. */
export const NUMBER = 'number';
/** Codes of what only alters other points: it counts beside a part that applies. */
const ALTERING: readonly string[] = [NUMBER, 'late', 'lateNot', 'lateWaived'];

/** What came of a node. `none`: it decides something else than an amount, as a rank without payments. */
export type Outcome =
  | { readonly state: 'value'; readonly value: Rational }
  | { readonly state: 'missing'; readonly lacks: readonly Lack[] }
  | { readonly state: 'notApplicable' }
  | { readonly state: 'none' };

/** 名次 within a group. */
export interface Place {
  readonly place: number;
  /** 倒数; null where the whole group is not known. */
  readonly fromEnd: number | null;
  /** Ranked ones of the group; null where the place was given. */
  readonly of: number | null;
  /** So many hold the place. */
  readonly holders: number;
}

/** How a node came about: a stable code and params (shared/text has the sentence), what it was made from, down to the cells. */
export interface Explained {
  readonly code: string;
  readonly params: Params;
  readonly outcome: Outcome;
  /** Place of the node in the rules: sum.0.rate. */
  readonly path: string;
  /** Clauses of the official text it was made from. */
  readonly clause: readonly string[];
  readonly sources: readonly CellRef[];
  readonly children: readonly Explained[];
  readonly place: Place | null;
  /** 满分 that counts for this subject, where its parts decide on it. */
  readonly full: Rational | null;
}

/** What a rule kind makes; the node it stands in adds its path and clause. */
export type Draft = Omit<Explained, 'path' | 'clause'>;

interface Rest {
  readonly params?: Params;
  readonly children?: readonly Explained[];
  readonly sources?: readonly CellRef[];
  readonly place?: Place;
  readonly full?: Rational;
}

export const drafted = (code: string, outcome: Outcome, { params = {}, children = [], sources = [], place, full }: Rest = {}): Draft => ({
  code,
  params,
  outcome,
  sources,
  children,
  place: place ?? null,
  full: full ?? null,
});

export const valued = (code: string, value: Rational, rest: Rest = {}): Draft =>
  drafted(code, { state: 'value', value }, { ...rest, params: { ...rest.params, result: value.text() } });

/** Without a result: `of` says why, and what it lacks goes up to the result of the subject. */
export const unvalued = (code: string, outcome: Exclude<Outcome, { state: 'value' }>, rest: Rest = {}): Draft =>
  drafted(code, outcome, rest);

export const lacking = (code: string, lacks: readonly Lack[], rest: Rest = {}): Draft => drafted(code, { state: 'missing', lacks }, rest);

export const valueOf = ({ outcome }: Pick<Explained, 'outcome'>): Rational | null => (outcome.state === 'value' ? outcome.value : null);

export const lacksOf = ({ outcome }: Pick<Explained, 'outcome'>): readonly Lack[] => (outcome.state === 'missing' ? outcome.lacks : []);

/**
 * The values that count, or what stands in the way: a missing part makes the whole missing, 不涉及 is left out. Numbers of the scheme itself
 * and deductions count only beside a part that applies: who is not concerned gets no base points either.
 */
export function gathered(
  parts: readonly Explained[],
): { readonly values: readonly { readonly index: number; readonly value: Rational }[] } | Exclude<Outcome, { state: 'value' }> {
  const lacks = parts.flatMap((part) =>
    part.outcome.state === 'none' ? [{ code: 'noAmount' as const, params: { path: part.path } }] : lacksOf(part),
  );
  if (lacks.length > 0) return { state: 'missing', lacks };
  const values = parts.flatMap(({ outcome }, index) => (outcome.state === 'value' ? [{ index, value: outcome.value }] : []));
  const applies = values.some(({ index }) => !ALTERING.includes(parts[index]?.code ?? ''));
  const concerned = applies || parts.every(({ code }) => ALTERING.includes(code));
  return values.length === 0 || !concerned ? { state: 'notApplicable' } : { values };
}
