import { previousPeriod } from '../../../shared/domain/air/period.ts';
import type { Per } from '../../../shared/domain/schemes/outputs/out.ts';

/** 逐期: the months, quarters or halves of a year, for a scheme that is computed by them; none for others. */
export function periodsWithin(year: number, per: Per | null): readonly string[] {
  if (per === 'month') return Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`);
  if (per === 'quarter') return Array.from({ length: 4 }, (_, index) => `${year}-Q${index + 1}`);
  return per === 'half' ? [`${year}-H1`, `${year}-H2`] : [];
}

/**
 * 回看: so many periods running, this one the last of them, also across the end of a year; without a limit (Infinity) back to the first one of
 * the year before.
 */
export function periodsBack(period: string, count: number): readonly string[] {
  const year = Number(period.slice(0, 4));
  const found = [period];
  for (let before = previousPeriod(period); before !== null && found.length < count; before = previousPeriod(before)) {
    if (count === Infinity && Number(before.slice(0, 4)) < year - 1) break;
    found.unshift(before);
  }
  return found;
}
