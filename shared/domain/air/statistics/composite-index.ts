import { exact, type ExactNumber, roundHalfEven } from '../../numbers/decimal.ts';
import type { QualityLimits } from '../standards/gb3095.ts';
import { INDEX_DECIMALS } from '../standards/hj663.ts';
import { type Pollutant, POLLUTANTS } from '../standards/pollutants.ts';
import type { IndexSettings } from '../types.ts';
import { somePollutants } from './pollutant-record.ts';
import { rounded } from './rounded.ts';
import type { CompositeIndex } from './types.ts';

/**
 * 环境空气质量综合指数 (环办监测〔2018〕19号): the sum of C/S over the six pollutants, C the mean, of CO and O3 the percentile, S the annual
 * 二级 limit, of CO and O3 the daily one. Published examples differ on whether each single index is rounded or the sum alone, so that is a
 * setting; with `each`, weights apply to the rounded ones. The concentrations enter unrounded. Null without any pollutant.
 */
export function compositeIndex(
  values: Readonly<Partial<Record<Pollutant, ExactNumber>>>,
  limits: QualityLimits,
  settings: IndexSettings,
): CompositeIndex | null {
  const present = POLLUTANTS.filter((pollutant) => values[pollutant] !== undefined);
  if (present.length === 0) return null;
  const singles = somePollutants((pollutant) => singleIndex(pollutant, values[pollutant], limits));
  const counted = somePollutants((pollutant) => {
    const single = singles[pollutant];
    if (single === undefined) return null;
    return settings.rounding === 'each' ? exact(roundHalfEven(single, INDEX_DECIMALS)) : single;
  });
  const sum = present.reduce(
    (total, pollutant) => total.plus((counted[pollutant] ?? exact(0)).times(settings.weights[pollutant])),
    exact(0),
  );
  const largest = present.reduce<ExactNumber | null>((most, pollutant) => larger(most, counted[pollutant] ?? null), null);
  return {
    ...rounded(sum.toSignificantDigits(SUM_DIGITS), INDEX_DECIMALS),
    singles: somePollutants((pollutant) => {
      const single = singles[pollutant];
      return single === undefined ? null : rounded(single, INDEX_DECIMALS);
    }),
    primary: largest === null ? [] : present.filter((pollutant) => counted[pollutant]?.eq(largest) === true),
    missing: POLLUTANTS.filter((pollutant) => values[pollutant] === undefined),
    complete: present.length === POLLUTANTS.length,
  };
}

/** Six quotients of forty digits may miss their sum in the last places; a sum that is a rounding tie is one again at these. */
const SUM_DIGITS = 36;

/** The limit a period's value stands against: the annual one, of CO and O3 the daily one. */
export const periodLimit = (pollutant: Pollutant, limits: QualityLimits): number => limits.annual[pollutant] ?? limits.daily[pollutant];

const singleIndex = (pollutant: Pollutant, value: ExactNumber | undefined, limits: QualityLimits): ExactNumber | null =>
  value === undefined ? null : value.div(periodLimit(pollutant, limits));

const larger = (left: ExactNumber | null, right: ExactNumber | null): ExactNumber | null =>
  left === null || (right !== null && right.gt(left)) ? right : left;
