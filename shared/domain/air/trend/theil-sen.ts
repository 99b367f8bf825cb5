import type { ExactNumber } from '../../numbers/decimal.ts';

/** A value at a point of time, such as a year. */
export interface TimedValue {
  readonly time: number;
  readonly value: ExactNumber;
}

/** Theil–Sen 斜率: the median of the slopes of all pairs, which single years do not bend; change in a unit of time. Null of fewer than two. */
export function theilSen(points: readonly TimedValue[]): ExactNumber | null {
  const slopes = points
    .flatMap((one, index) => points.slice(index + 1).map((other) => other.value.minus(one.value).div(other.time - one.time)))
    .toSorted((left, right) => left.comparedTo(right));
  const middle = Math.floor(slopes.length / 2);
  const [low, high] = [slopes[middle - 1], slopes[middle]];
  if (high === undefined) return null;
  return slopes.length % 2 === 1 || low === undefined ? high : low.plus(high).div(2);
}
