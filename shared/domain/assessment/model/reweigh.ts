import { pointsAt } from './average.ts';
import type { PartModel, Sums } from './score-model.ts';

/**
 * A part whose rows weigh more or less: its full marks stay, and are split anew in proportion to full marks times factor, by the largest
 * remainders as the scheme does (最大余数法). Without a change of factors the printed full marks come out again.
 */
export function reweighed({ rows }: PartModel, factorOf: (rowId: string) => number): Sums {
  const maxima = splitAnew(
    rows.map((row) => row.max),
    rows.map((row) => row.max * factorOf(row.rowId)),
  );
  let [points, counted] = [0, 0];
  for (const [index, { average }] of rows.entries()) {
    if (average === null) continue;
    const max = maxima[index] ?? 0;
    points += pointsAt(max, average);
    counted += max;
  }
  return { points, counted };
}

/** Whole numbers throughout; weights below 2^53 over the whole. */
export function splitAnew(maxima: readonly number[], weights: readonly number[]): number[] {
  const max = maxima.reduce((sum, one) => sum + one, 0);
  const whole = weights.reduce((sum, one) => sum + one, 0);
  if (whole === 0) return [...maxima];
  const remainders = weights.map((weight) => (max * weight) % whole);
  const floors = weights.map((weight, index) => (max * weight - (remainders[index] ?? 0)) / whole);
  const left = max - floors.reduce((sum, one) => sum + one, 0);
  if (left === 0) return floors;
  const order = [...remainders.keys()].toSorted((one, other) => (remainders[other] ?? 0) - (remainders[one] ?? 0) || one - other);
  for (const index of order.slice(0, left)) floors[index] = (floors[index] ?? 0) + 1;
  return floors;
}
