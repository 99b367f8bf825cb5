import { meanOf, type Rational } from './rational.ts';

/** HJ 663-2013 6.1.5 a second time: at least 75 % of the stations, 50 % where there are fewer than four. */
export const AREA_SHARE = { share: 75n, few: 4, fewShare: 50n };

export function requiredOf(expected: number, { share, few, fewShare }: typeof AREA_SHARE): number {
  const percent = expected < few ? fewShare : share;
  let least = 1;
  while (BigInt(least) * 100n < percent * BigInt(expected)) least += 1;
  return least;
}

export const areaMeanOf = (valid: readonly Rational[], expected: number, share: typeof AREA_SHARE): Rational | null =>
  valid.length === 0 || valid.length < requiredOf(expected, share) ? null : meanOf(valid);
