import type { ExactSum } from '../../numbers/fraction.ts';
import { Quotient } from '../../numbers/quotient.ts';
import { PERCENTILE_VALUED, PERCENTILES } from '../standards/hj663.ts';
import type { Pollutant } from '../standards/pollutants.ts';
import { percentileValue } from './percentile.ts';
import { eachPollutant } from './pollutant-record.ts';
import type { PollutantValues, ValueSummary } from './value-summary.ts';

/** Unrounded mean and 特定百分位数 of one pollutant. */
export interface PollutantStatistics {
  readonly mean: Quotient;
  readonly percentile: Quotient;
  /** What stands for the period: the mean, of CO and O3 the percentile. */
  readonly value: Quotient;
  readonly usedDays: number;
}

export type PlaceStatistics = Readonly<Record<Pollutant, PollutantStatistics | null>>;

/** Statistics with and without the dust days, and as measured; where no dust day and no other event took part they are the same object. */
export function statisticsOf({ withDust, withoutDust, measured }: ValueSummary): Readonly<Record<keyof ValueSummary, PlaceStatistics>> {
  const all = eachPollutant((pollutant) => pollutantStatistics(pollutant, measured[pollutant]));
  const other = (values: ValueSummary['measured'], known: ValueSummary['measured'], reckoned: PlaceStatistics): PlaceStatistics =>
    values === known
      ? reckoned
      : eachPollutant((pollutant) =>
          values[pollutant] === known[pollutant] ? reckoned[pollutant] : pollutantStatistics(pollutant, values[pollutant]),
        );
  const kept = other(withDust, measured, all);
  return { measured: all, withDust: kept, withoutDust: other(withoutDust, withDust, kept) };
}

function pollutantStatistics(pollutant: Pollutant, { sum, sorted }: PollutantValues): PollutantStatistics | null {
  const mean = meanOf(sum);
  const percentile = percentileValue(sorted, PERCENTILES[pollutant]);
  if (mean === null || percentile === null) return null;
  return { mean, percentile, value: PERCENTILE_VALUED.has(pollutant) ? percentile : mean, usedDays: sorted.length };
}

function meanOf(sum: ExactSum): Quotient | null {
  const whole = sum.meanFraction();
  if (whole !== null) return Quotient.ofFraction(whole);
  const mean = sum.mean();
  return mean === null ? null : Quotient.ofDecimal(mean);
}
