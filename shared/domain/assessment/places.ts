import type { SubjectScore } from './types.ts';

/**
 * 名次 among the units of a kind, by total; equal totals share a place and the next one is left out. A unit that has not reported, or none
 * of whose rows counts, has no place and takes none from others.
 */
export function placesOf(units: readonly SubjectScore[]): ReadonlyMap<string, number> {
  const placed = units.filter(hasPlace);
  return new Map(
    [...Map.groupBy(placed, (unit) => unit.kind).values()].flatMap((rivals) => {
      const places = placesByTotal(rivals.map(({ total }) => Number(total)));
      return rivals.map((unit, index): [string, number] => [unit.subjectId, places[index] ?? 0]);
    }),
  );
}

export const hasPlace = ({ reported, parts }: SubjectScore): boolean =>
  reported && parts.some((part) => part.rows.some((row) => row.points !== null));

/** Places of totals, the highest first: 9, 8, 8, 7 are 1, 2, 2, 4. Totals are rounded, so that equal ones are the same number. */
export function placesByTotal(totals: readonly number[]): number[] {
  const first = new Map<number, number>();
  for (const [index, total] of totals.toSorted((one, other) => other - one).entries()) if (!first.has(total)) first.set(total, index + 1);
  return totals.map((total) => first.get(total) ?? 0);
}
