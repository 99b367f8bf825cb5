import { greatest, least, ONE, type Rational, sumOf, ZERO } from '../../numbers/rational.ts';
import { type Grade, gradeOf } from '../outputs/grades.ts';
import type { Part } from './parts.ts';

/** A subject as weights and rounding move it; null total: it has no result and moves nobody. */
export interface SensitiveSubject {
  readonly id: string;
  readonly group: string;
  readonly parts: readonly Part[];
  readonly total: Rational | null;
  readonly grade: string | null;
  /** Its grade follows from the total alone: no veto and no quota has set it. */
  readonly gradedByTotal: boolean;
  /** Decimals to which totals are rounded; null: they are not. */
  readonly decimals: number | null;
}

export interface SensitivityRules {
  readonly percent: Rational;
  readonly grades: readonly Grade[];
  /** Places are by totals. */
  readonly placed: boolean;
}

export interface Outcome {
  readonly total: Rational;
  readonly grade: string | null;
  readonly place: number | null;
}

export interface Move extends Outcome {
  readonly path: string;
  readonly direction: 'up' | 'down';
}

export interface Sensitivity {
  readonly now: Outcome;
  readonly low: Rational;
  readonly high: Rational;
  readonly best: number | null;
  readonly worst: number | null;
  readonly grades: readonly string[];
  readonly moves: readonly Move[];
  readonly rounding: Outcome;
}

/**
 * 稳健性: what totals, places and grades come to when the weight of one part moves for everybody. Where every part has its full marks these stay
 * as they are altogether, and the other parts share what one gains or loses; else the part alone moves.
 */
export function sensitivityOf(subjects: readonly SensitiveSubject[], rules: SensitivityRules): ReadonlyMap<string, Sensitivity> {
  const now = outcomes(subjects, (subject) => subject.total, rules);
  const rounding = outcomes(subjects, unrounded, rules);
  const paths = [...new Set(subjects.flatMap(({ parts }) => parts.filter(isWeighed).map(({ path }) => path)))];
  const cases = paths.flatMap((path) =>
    (['up', 'down'] as const).map((direction) => {
      const factor = direction === 'up' ? ONE.plus(rules.percent) : ONE.minus(rules.percent);
      return { path, direction, results: outcomes(subjects, (subject) => reweighed(subject, path, factor), rules) };
    }),
  );
  return new Map(
    subjects.flatMap((subject) => {
      const [own, exact] = [now.get(subject.id), rounding.get(subject.id)];
      if (own === undefined || exact === undefined) return [];
      const moves = cases.flatMap(({ path, direction, results }) => {
        const outcome = results.get(subject.id);
        return outcome === undefined ? [] : [{ ...outcome, path, direction }];
      });
      const touched = new Set(subject.parts.map(({ path }) => path));
      return [
        [subject.id, { now: own, rounding: exact, ...reachOf([own, ...moves]), moves: moves.filter(({ path }) => touched.has(path)) }],
      ];
    }),
  );
}

function reachOf(all: readonly Outcome[]): Pick<Sensitivity, 'low' | 'high' | 'best' | 'worst' | 'grades'> {
  const totals = all.map(({ total }) => total);
  const places = all.flatMap(({ place }) => place ?? []);
  return {
    low: totals.reduce(least),
    high: totals.reduce(greatest),
    best: places.length === 0 ? null : Math.min(...places),
    worst: places.length === 0 ? null : Math.max(...places),
    grades: [...new Set(all.flatMap(({ grade }) => grade ?? []))],
  };
}

/** A number of the scheme itself has no weight. */
const isWeighed = ({ kind, code }: Part): boolean => kind === 'part' && code !== 'number';

function unrounded({ parts, total }: SensitiveSubject): Rational | null {
  const rounds = parts.filter(({ kind, code }) => kind === 'change' && code === 'round').flatMap(({ points }) => points ?? []);
  return total === null ? null : total.minus(sumOf(rounds));
}

function reweighed(subject: SensitiveSubject, path: string, factor: Rational): Rational | null {
  const { parts, decimals } = subject;
  const exact = unrounded(subject);
  const part = parts.find((one) => one.path === path && isWeighed(one));
  if (exact === null) return null;
  if (part === undefined) return subject.total;
  const others = parts.filter((one) => isWeighed(one) && one !== part && one.state === 'value');
  const moved = (one: Part, by: Rational): Rational => (one.points ?? ZERO).times(by.minus(ONE));
  const share = otherFactor(part, others, factor);
  const total = sumOf([exact, moved(part, factor), ...others.map((one) => moved(one, share))]);
  return decimals === null ? total : total.round(decimals);
}

/** What the other parts are scaled by, so that full marks stay the same altogether; 1 where full marks are not known. */
function otherFactor(part: Part, others: readonly Part[], factor: Rational): Rational {
  const fulls = others.flatMap(({ max }) => max ?? []);
  const rest = sumOf(fulls);
  if (part.max === null || fulls.length < others.length || rest.sign <= 0) return ONE;
  return rest.minus(part.max.times(factor.minus(ONE))).div(rest);
}

function outcomes(
  subjects: readonly SensitiveSubject[],
  totalOf: (subject: SensitiveSubject) => Rational | null,
  { grades, placed }: SensitivityRules,
): ReadonlyMap<string, Outcome> {
  const totals = subjects.flatMap((subject) => {
    const total = totalOf(subject);
    return total === null ? [] : [{ subject, total }];
  });
  const groups = Map.groupBy(totals, ({ subject }) => subject.group);
  return new Map(
    totals.map(({ subject, total }) => {
      const above = (groups.get(subject.group) ?? []).filter((other) => other.total.cmp(total) > 0).length;
      const grade = subject.gradedByTotal ? (gradeOf(total, grades)?.name ?? null) : subject.grade;
      return [subject.id, { total, grade, place: placed ? above + 1 : null }];
    }),
  );
}
