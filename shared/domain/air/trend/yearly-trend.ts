import { type DecimalText, exact, type ExactNumber, roundHalfEven, toText } from '../../numbers/decimal.ts';
import { INDEX_DECIMALS } from '../standards/hj663.ts';
import { POLLUTANTS } from '../standards/pollutants.ts';
import type { PeriodEvaluation, RoundedNumber } from '../statistics/types.ts';
import { LEAST_VALUES, type Spearman, spearman } from './spearman.ts';
import { theilSen } from './theil-sen.ts';

/** What is followed over years: the annual value of a pollutant (mean, of CO and O3 the percentile), the composite index (综合指数). */
export const TREND_MEASURES = [...POLLUTANTS, 'index'] as const;
export type TrendMeasure = (typeof TREND_MEASURES)[number];

export interface YearValue {
  readonly year: number;
  /** Null where the valid days of the year do not carry it. */
  readonly value: RoundedNumber | null;
  /** 三年滑动平均 that ends with the year (HJ 663-2026): the mean of three years that all have a value. */
  readonly threeYears: RoundedNumber | null;
}

export interface YearlyTrend {
  readonly measure: TrendMeasure;
  readonly years: readonly YearValue[];
  /** Null: fewer than five years with a value (数据年数不足), or more than the table of the test goes to. */
  readonly spearman: Spearman | null;
  readonly missing: 'few' | 'many' | null;
  /** Theil–Sen 斜率, change a year: unrounded, and with two decimals (CO three). Null of fewer than two years. */
  readonly slope: RoundedNumber | null;
}

/** Trends of a place from the evaluations of its years, in order; null for a year without data. */
export const yearlyTrends = (
  years: readonly { readonly year: number; readonly evaluation: PeriodEvaluation | null }[],
): readonly YearlyTrend[] =>
  TREND_MEASURES.map((measure) =>
    trendOf(
      measure,
      years.map(({ year, evaluation }) => ({
        year,
        value: evaluation === null ? null : valueOf(evaluation, measure),
        decimals: evaluation === null ? 0 : decimalsOf(evaluation, measure),
      })),
    ),
  ).filter(({ years: own }) => own.some(({ value }) => value !== null));

function valueOf({ concentrations, compositeIndex }: PeriodEvaluation, measure: TrendMeasure): DecimalText | null {
  if (measure !== 'index') {
    const found = concentrations[measure];
    return found === null || found.gaps.length > 0 ? null : found.value.exact;
  }
  const valid = POLLUTANTS.every((pollutant) => concentrations[pollutant]?.gaps.length === 0);
  return valid ? (compositeIndex?.exact ?? null) : null;
}

/** As the evaluation of the year prints it. */
const decimalsOf = ({ concentrations }: PeriodEvaluation, measure: TrendMeasure): number =>
  measure === 'index' ? INDEX_DECIMALS : (concentrations[measure]?.value.published.split('.')[1]?.length ?? 0);

const WINDOW = 3;

interface ValueOfYear {
  readonly year: number;
  readonly value: DecimalText | null;
  readonly decimals: number;
}

function trendOf(measure: TrendMeasure, values: readonly ValueOfYear[]): YearlyTrend {
  const known = new Map(values.flatMap(({ year, value }) => (value === null ? [] : [[year, exact(value)] as const])));
  const rounded = (value: ExactNumber | null | undefined, places: number): RoundedNumber | null =>
    value === null || value === undefined ? null : { exact: toText(value), published: roundHalfEven(value, places) };
  const points = [...known].map(([time, value]) => ({ time, value }));
  return {
    measure,
    years: values.map(({ year, decimals }) => ({
      year,
      value: rounded(known.get(year), decimals),
      threeYears: rounded(meanUntil(known, year), decimals),
    })),
    spearman: spearman(points.map(({ value }) => value)),
    missing: points.length < LEAST_VALUES ? 'few' : spearman(points.map(({ value }) => value)) === null ? 'many' : null,
    slope: rounded(theilSen(points), measure === 'co' ? CO_SLOPE_DECIMALS : SLOPE_DECIMALS),
  };
}

const SLOPE_DECIMALS = 2;
const CO_SLOPE_DECIMALS = 3;

function meanUntil(known: ReadonlyMap<number, ExactNumber>, year: number): ExactNumber | null {
  const own = Array.from({ length: WINDOW }, (_, back) => known.get(year - back)).filter((value) => value !== undefined);
  return own.length < WINDOW ? null : own.reduce((sum, value) => sum.plus(value), exact(0)).div(WINDOW);
}
