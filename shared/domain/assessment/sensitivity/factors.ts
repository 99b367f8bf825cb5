import { type DecimalText, exact } from '../../numbers/decimal.ts';
import type { SubjectModel } from '../model/score-model.ts';

/** What a row weighs beside what it weighs now, as whole numbers: 1000, and at ±10 % 1100 and 900. */
export interface Factors {
  readonly same: number;
  readonly up: number;
  readonly down: number;
}

/** `percent` between 0 and 100 with at most two decimals. */
export function factorsOf(percent: DecimalText): Factors {
  const [same, change] = [10_000, exact(percent).times(100).toNumber()];
  return { same, up: same + change, down: same - change };
}

/** Rows by `part row`; those that are not named weigh what they weigh now. */
export type FactorMap = ReadonlyMap<string, number>;

export const rowKey = (partId: string, rowId: string): string => `${partId} ${rowId}`;

/**
 * The weights within the limits under which a unit's own total is highest (`up`) or lowest (`down`). A total is a sum of quotients, whose extremes
 * lie where every weight is at one of its limits: a row goes up where its share of points is above what the whole has at the extreme. That is found
 * by steps (Dinkelbach's method): each takes the limits that are best against the last value, until the value stays. Shares are taken as doubles and
 * unrounded; what the weights found give is then scored as every other case, with all its rounding.
 */
export function extremeFactors(subject: SubjectModel, direction: 'up' | 'down', factors: Factors): FactorMap {
  let chosen = new Map<string, number>();
  let value = ratioUnder(subject, chosen, factors);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const next = new Map(subject.parts.flatMap((_, index) => partExtreme(subject, index, value, direction, factors)));
    const reached = ratioUnder(subject, next, factors);
    if (!better(reached, value, direction)) return chosen;
    [chosen, value] = [next, reached];
  }
  return chosen;
}

const MOST_STEPS = 50;
const EQUAL = 1e-12;

const better = (next: number, value: number, direction: 'up' | 'down'): boolean =>
  direction === 'up' ? next > value + EQUAL : next < value - EQUAL;

/** Limits of one part's rows that are best for Σ w·(share − value) over Σ w, rows that do not count having 0 above and w below the line. */
function partExtreme(
  { parts }: SubjectModel,
  index: number,
  value: number,
  direction: 'up' | 'down',
  { same, up, down }: Factors,
): [string, number][] {
  const part = parts[index];
  if (part === undefined) return [];
  const rows = part.rows.map((row) => ({
    key: rowKey(part.id, row.rowId),
    max: row.max,
    gain: row.average === null ? 0 : row.average.near - value,
  }));
  const [raise, lower] = direction === 'up' ? [up, down] : [down, up];
  const limits = (level: number): number[] => rows.map(({ gain }) => (gain > level + EQUAL ? raise : gain < level - EQUAL ? lower : same));
  const levelOf = (weights: readonly number[]): number => {
    const whole = rows.reduce((sum, row, position) => sum + row.max * (weights[position] ?? 0), 0);
    return whole === 0 ? 0 : rows.reduce((sum, row, position) => sum + row.max * (weights[position] ?? 0) * row.gain, 0) / whole;
  };
  let weights = rows.map(() => same);
  let level = levelOf(weights);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const next = limits(level);
    const reached = levelOf(next);
    if (!better(reached, level, direction)) break;
    [weights, level] = [next, reached];
  }
  return rows.map(({ key }, position) => [key, weights[position] ?? same]);
}

/** Share of the points that count, unrounded. */
function ratioUnder({ parts }: SubjectModel, chosen: FactorMap, { same }: Factors): number {
  let [points, counted] = [0, 0];
  for (const part of parts) {
    const max = part.rows.reduce((sum, row) => sum + row.max, 0);
    const weights = part.rows.map((row) => row.max * (chosen.get(rowKey(part.id, row.rowId)) ?? same));
    const whole = weights.reduce((sum, weight) => sum + weight, 0);
    if (whole === 0) continue;
    for (const [index, { average }] of part.rows.entries()) {
      if (average === null) continue;
      const own = (max * (weights[index] ?? 0)) / whole;
      points += own * average.near;
      counted += own;
    }
  }
  return counted === 0 ? 0 : points / counted;
}

/**
 * The weights that favour a unit most against its rivals (`up`) or least (`down`): a row goes up where the unit stands better in it, beside its own
 * total, than the rivals that have the row stand beside theirs.
 */
export function rivalFactors(own: SubjectModel, rivals: readonly SubjectModel[], direction: 'up' | 'down', factors: Factors): FactorMap {
  const lead = leadsOf(own);
  const others = rivals.filter(({ id }) => id !== own.id).map(leadsOf);
  const keys = new Set([lead, ...others].flatMap((leads) => [...leads.keys()]));
  return new Map(
    [...keys].map((key) => {
      const theirs = others.flatMap((leads) => leads.get(key) ?? []);
      const mean = theirs.length === 0 ? 0 : theirs.reduce((sum, one) => sum + one, 0) / theirs.length;
      const advantage = (lead.get(key) ?? 0) - mean;
      const raise = direction === 'up' ? advantage > EQUAL : advantage < -EQUAL;
      const lower = direction === 'up' ? advantage < -EQUAL : advantage > EQUAL;
      return [key, raise ? factors.up : lower ? factors.down : factors.same] as const;
    }),
  );
}

/** Row → its share of points less that of the whole; rows that do not count are left out. */
function leadsOf({ parts, sums }: SubjectModel): ReadonlyMap<string, number> {
  const whole = sums.counted === 0 ? 0 : sums.points / sums.counted;
  return new Map(
    parts.flatMap((part) =>
      part.rows.flatMap(({ rowId, average }) => (average === null ? [] : [[rowKey(part.id, rowId), average.near - whole] as const])),
    ),
  );
}
