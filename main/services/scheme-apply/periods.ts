import type { Per } from '../../../shared/domain/schemes/outputs/out.ts';

/** 逐期: the months, quarters or halves of a year, for a scheme that is computed by them; none for others. */
export function periodsWithin(year: number, per: Per | null): readonly string[] {
  if (per === 'month') return Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`);
  if (per === 'quarter') return Array.from({ length: 4 }, (_, index) => `${year}-Q${index + 1}`);
  return per === 'half' ? [`${year}-H1`, `${year}-H2`] : [];
}

const FORMS: readonly (readonly [RegExp, Per])[] = [
  [/^\d{4}-\d\d$/, 'month'],
  [/^\d{4}-Q\d$/, 'quarter'],
  [/^\d{4}-H\d$/, 'half'],
];

const perOf = (period: string): Per | null => FORMS.find(([form]) => form.test(period))?.[1] ?? null;

export const isPartOfYear = (period: string): boolean => perOf(period) !== null;

/** Those of the same year and length up to this one. */
export const periodsUpTo = (period: string): readonly string[] =>
  periodsWithin(Number(period.slice(0, 4)), perOf(period)).filter((other) => other <= period);
