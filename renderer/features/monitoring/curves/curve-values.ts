import type { MethodOutput } from '../../../../shared/contract/contract.ts';
import { rateOf } from '../../../../shared/domain/air/statistics/change.ts';
import { exact, roundHalfEven } from '../../../../shared/domain/numbers/decimal.ts';

export type CurveMeasure = 'pm25' | 'pm10' | 'o3' | 'no2' | 'so2' | 'co' | 'good';
export const CURVE_MEASURES: readonly CurveMeasure[] = ['pm25', 'pm10', 'o3', 'no2', 'so2', 'co', 'good'];

type Months = MethodOutput<'monitoring.months'>;
type Evaluation = Months['months'][number]['evaluation'];

/** One month beside the same month of the year before. */
export interface CurveRow {
  readonly month: number;
  /** As published; null without data. */
  readonly value: string | null;
  readonly last: string | null;
  /** Of the years before, the newest first. */
  readonly earlier: readonly (string | null)[];
  readonly validDays: number;
  /** 同比 as published: % or 百分点; null where there is nothing to compare. */
  readonly change: { readonly amount: string; readonly course: 'better' | 'worse' | 'same' } | null;
}

/** The twelve months of a measure. */
export function curveRows(months: Months, measure: CurveMeasure): CurveRow[] {
  return Array.from({ length: 12 }, (_, index) => {
    const month = index + 1;
    const [now, before] = [find(months.months, month), find(months.lastYear, month)];
    return {
      month,
      value: published(now, measure),
      last: published(before, measure),
      earlier: months.earlier.map((year) => published(find(year.months, month), measure)),
      validDays: daysOf(now, measure),
      change: changeOf(now, before, measure),
    };
  });
}

const find = (months: Months['months'], month: number): Evaluation | undefined =>
  months.find((one) => Number(one.month.slice(5)) === month)?.evaluation;

const published = (evaluation: Evaluation | undefined, measure: CurveMeasure): string | null =>
  (measure === 'good' ? evaluation?.days.ratio : evaluation?.concentrations[measure]?.value.published) ?? null;

const daysOf = (evaluation: Evaluation | undefined, measure: CurveMeasure): number =>
  (measure === 'good' ? evaluation?.days.valid : evaluation?.concentrations[measure]?.usedDays) ?? 0;

/** From the unrounded figures, as everywhere. */
function changeOf(now: Evaluation | undefined, before: Evaluation | undefined, measure: CurveMeasure): CurveRow['change'] {
  if (measure !== 'good') {
    const change = rateOf(now?.concentrations[measure]?.value.exact, before?.concentrations[measure]?.value.exact);
    return change === null ? null : { amount: change.published, course: change.course };
  }
  const [ratio, last] = [now?.days.ratioExact ?? null, before?.days.ratioExact ?? null];
  if (ratio === null || last === null) return null;
  const amount = roundHalfEven(exact(ratio).minus(last), 1);
  const sign = exact(amount).comparedTo(0);
  return { amount, course: sign > 0 ? 'better' : sign < 0 ? 'worse' : 'same' };
}
