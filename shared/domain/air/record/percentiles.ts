import type { DecimalText } from '../../numbers/decimal.ts';
import type { Period } from '../period.ts';
import { standardOf } from '../standards/evaluation-standard.ts';
import { publishedDecimals } from '../standards/hj663.ts';
import { type Pollutant, POLLUTANTS } from '../standards/pollutants.ts';
import { percentile } from '../statistics/percentile.ts';
import { figureOf } from '../statistics/rounded.ts';
import type { EvaluationSettings, Figure } from '../statistics/types.ts';
import { usedDays } from '../statistics/used-days.ts';
import type { PlaceSeries } from '../types.ts';

/** 百分位数 of the daily values of a pollutant, one for each that was asked for. */
export interface PollutantPercentiles {
  readonly pollutant: Pollutant;
  /** Daily values in order of which they are taken. */
  readonly days: number;
  readonly values: readonly (Figure & { readonly p: DecimalText })[];
}

/** HJ 663 附录A.6, of the values that enter the evaluation of the period. */
export const percentilesOf = (
  series: PlaceSeries,
  period: Period,
  asked: readonly DecimalText[],
  settings: EvaluationSettings,
): PollutantPercentiles[] =>
  POLLUTANTS.flatMap((pollutant) => {
    const values = usedDays(series, pollutant, period, settings).flatMap((day) => day.values[pollutant] ?? []);
    if (values.length === 0) return [];
    const published = publishedDecimals(pollutant, standardOf(period.to, settings.standard).evaluation, settings.pm25Published);
    return [
      {
        pollutant,
        days: values.length,
        values: asked.flatMap((p) => {
          const found = percentile(values, p);
          return found === null ? [] : [{ p, ...figureOf(pollutant, found.value, published) }];
        }),
      },
    ];
  });
