import { exact, type ExactNumber } from '../../numbers/decimal.ts';
import { Quotient } from '../../numbers/quotient.ts';
import type { QualityLimits } from '../standards/gb3095.ts';
import { DECIMALS, INDEX_DECIMALS } from '../standards/hj663.ts';
import { type Pollutant, POLLUTANTS } from '../standards/pollutants.ts';
import type { IndexSettings } from '../types.ts';
import { somePollutants } from './pollutant-record.ts';
import { rounded } from './rounded.ts';
import type { CompositeIndex } from './types.ts';

/**
 * 环境空气质量综合指数 (环办监测〔2018〕19号): the sum of C/S over the six pollutants, C the mean, of CO and O3 the percentile, S the annual
 * 二级 limit, of CO and O3 the daily one. Where it is rounded before the sum is a setting; weights then apply to the rounded single indices. Null
 * without any pollutant.
 */
export function compositeIndex(
  values: Readonly<Partial<Record<Pollutant, ExactNumber | Quotient>>>,
  limits: QualityLimits,
  settings: IndexSettings,
): CompositeIndex | null {
  const present = POLLUTANTS.filter((pollutant) => values[pollutant] !== undefined);
  if (present.length === 0) return null;
  const exactly = somePollutants((pollutant) => singleIndex(pollutant, entering(pollutant, values[pollutant], settings), limits));
  const singles = somePollutants((pollutant) => {
    const single = exactly[pollutant];
    return single === undefined ? null : rounded(single, INDEX_DECIMALS);
  });
  const { exact: unrounded, published, primary } = sumOfHundredths(singles, settings) ?? sumOf(exactly, singles, settings);
  return {
    exact: unrounded,
    published,
    singles,
    primary,
    missing: POLLUTANTS.filter((pollutant) => values[pollutant] === undefined),
    complete: present.length === POLLUTANTS.length,
  };
}

type Sum = Pick<CompositeIndex, 'exact' | 'published' | 'primary'>;

/** Of rounded single indices that all weigh the same, in whole hundredths; null of others. */
function sumOfHundredths(singles: CompositeIndex['singles'], { rounding, weights }: IndexSettings): Sum | null {
  if (rounding === 'sum' || POLLUTANTS.some((pollutant) => weights[pollutant] !== '1')) return null;
  let [sum, largest] = [0, -1];
  const hundredths = somePollutants((pollutant) => {
    const single = singles[pollutant];
    if (single === undefined) return null;
    const own = Number(single.published.replace('.', ''));
    sum += own;
    largest = Math.max(largest, own);
    return own;
  });
  const whole = Quotient.of(sum, 10 ** INDEX_DECIMALS);
  return whole === null || largest < 0
    ? null
    : { ...rounded(whole, INDEX_DECIMALS), primary: POLLUTANTS.filter((pollutant) => hundredths[pollutant] === largest) };
}

function sumOf(
  exactly: Readonly<Partial<Record<Pollutant, Quotient>>>,
  singles: CompositeIndex['singles'],
  { rounding, weights }: IndexSettings,
): Sum {
  const counted = somePollutants((pollutant) => {
    const [single, published] = [exactly[pollutant], singles[pollutant]?.published];
    if (single === undefined || published === undefined) return null;
    return rounding === 'sum' ? single.exact() : exact(published);
  });
  const present = POLLUTANTS.filter((pollutant) => counted[pollutant] !== undefined);
  const sum = present.reduce((total, pollutant) => total.plus((counted[pollutant] ?? exact(0)).times(weights[pollutant])), exact(0));
  const largest = present.reduce<ExactNumber | null>((most, pollutant) => larger(most, counted[pollutant] ?? null), null);
  return {
    ...rounded(sum.toSignificantDigits(SUM_DIGITS), INDEX_DECIMALS),
    primary: largest === null ? [] : present.filter((pollutant) => counted[pollutant]?.eq(largest) === true),
  };
}

/** Six quotients of forty digits may miss their sum in the last places; a sum that is a rounding tie is one again at these. */
const SUM_DIGITS = 36;

/** The limit a period's value stands against: the annual one, of CO and O3 the daily one. */
export const periodLimit = (pollutant: Pollutant, limits: QualityLimits): number => limits.annual[pollutant] ?? limits.daily[pollutant];

/** The concentration as it enters: in stages as it is held against a limit. */
function entering(
  pollutant: Pollutant,
  value: ExactNumber | Quotient | undefined,
  { rounding, pm25Decimals = '0' }: IndexSettings,
): Quotient | undefined {
  if (value === undefined) return value;
  const entered = value instanceof Quotient ? value : Quotient.ofDecimal(value);
  if (rounding !== 'stages') return entered;
  return Quotient.ofText(entered.rounded(pollutant === 'pm25' ? Number(pm25Decimals) : DECIMALS.judged[pollutant]));
}

const singleIndex = (pollutant: Pollutant, value: Quotient | undefined, limits: QualityLimits): Quotient | null =>
  value === undefined ? null : value.over(periodLimit(pollutant, limits));

const larger = (left: ExactNumber | null, right: ExactNumber | null): ExactNumber | null =>
  left === null || (right !== null && right.gt(left)) ? right : left;
