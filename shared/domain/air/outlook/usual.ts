import { exact, toText } from '../../numbers/decimal.ts';
import { ONE, Rational } from '../../numbers/rational.ts';
import { isCalendarDate } from '../../calendar.ts';
import { type Period, shiftDate } from '../period.ts';
import { standardOf, standardsWithin, type StandardChoice } from '../standards/evaluation-standard.ts';
import { publishedDecimals, RATE_DECIMALS } from '../standards/hj663.ts';
import { evaluatePeriod } from '../statistics/evaluate-period.ts';
import type { SummaryCache } from '../statistics/summary-cache.ts';
import type { EvaluationSettings, RoundedNumber } from '../statistics/types.ts';
import { usedDays } from '../statistics/used-days.ts';
import { requiredDays } from '../statistics/validity.ts';
import type { PlaceSeries } from '../types.ts';
import { meetsTarget } from './mean-outlook.ts';
import { ratioOf, sumOf } from './ratio-number.ts';
import type { OutlookTarget } from './types.ts';

/** What the same days of an earlier year brought. */
export interface PastRest {
  readonly year: number;
  /** Days in the mean, valid days of a ratio. */
  readonly days: number;
  /** Mean of PM2.5, or ratio in %. */
  readonly value: RoundedNumber;
  /** The whole year when its remaining days come like those of that year, and whether that meets the target. */
  readonly wholeYear: RoundedNumber;
  readonly met: boolean;
}

/** A value of the range, and the years that it comes from: one, or the two between which it lies. */
export interface UsualValue extends RoundedNumber {
  readonly years: readonly number[];
}

/** 往年同期: what the rest of the year usually brings. */
export interface Usual {
  readonly target: OutlookTarget;
  /** Newest first. */
  readonly past: readonly PastRest[];
  /** Years with data of these days, too few of them valid (GB 3095-2026 表4). */
  readonly short: readonly number[];
  /** Fewer than three years: no more than what has been. */
  readonly few: boolean;
  /** Null without a year. */
  readonly range: {
    readonly least: UsualValue;
    /** Quartiles by HJ 663 附录A.6; null of fewer than four years. */
    readonly lower: UsualValue | null;
    readonly median: UsualValue;
    readonly upper: UsualValue | null;
    readonly most: UsualValue;
  } | null;
}

export const LEAST_YEARS = 3;
const LEAST_QUARTILES = 4;

export interface UsualInput {
  readonly year: number;
  /** Before 31 December of the year. */
  readonly asOf: string;
  readonly targets: readonly OutlookTarget[];
  readonly settings: EvaluationSettings;
}

interface PastSeries {
  readonly year: number;
  readonly series: PlaceSeries;
}

/** The remaining days of the year in earlier years; days are counted by the standards that judge them this year, so that counts compare. */
export function usualRests(series: PlaceSeries, past: readonly PastSeries[], input: UsualInput, cache?: SummaryCache): Usual[] {
  const { year, asOf, targets, settings } = input;
  const rest = { from: shiftDate(asOf, 1), to: `${year}-12-31` };
  const remaining = daysOf(rest);
  const ofMean = publishedDecimals('pm25', standardOf(rest.to, settings.standard).evaluation, settings.pm25Published);
  const soFar = asOf < `${year}-01-01` ? null : { from: `${year}-01-01`, to: asOf };
  const of = (own: PlaceSeries, span: Period | null, choice: StandardChoice): Amounts =>
    span === null ? NOTHING : amountsOf(own, span, { ...settings, standard: choice }, cache);
  const known = of(series, soFar, settings.standard);
  const rests = past
    .toSorted((one, other) => other.year - one.year)
    .map((one) => ({ year: one.year, ...restIn(one, rest, settings, cache) }));
  return targets.map((target): Usual => {
    const measured = rests.filter(({ amounts }) => amounts[target.measure].days > 0);
    const enough = measured.filter(({ amounts, required }) => amounts[target.measure].days >= required);
    const values = enough.map(({ year: own, amounts }) => ({ year: own, ...valueOf(amounts[target.measure]) }));
    const decimals = target.measure === 'pm25' ? ofMean : Math.max(RATE_DECIMALS, target.decimals);
    return {
      target,
      past: values.map(({ year: own, value, days }): PastRest => {
        const total = known[target.measure];
        const whole = total.sum.plus(value.times(Rational.of(remaining))).div(Rational.of(total.days + remaining));
        return { year: own, days, value: printed(value, decimals), wholeYear: printed(whole, decimals), met: isMet(target, whole) };
      }),
      short: measured.flatMap((one) => (enough.includes(one) ? [] : [one.year])),
      few: values.length < LEAST_YEARS,
      range: rangeOf(values, decimals),
    };
  });
}

type Measure = OutlookTarget['measure'];
/** The sum of daily values, or a hundred for each day that counts so, and the days. */
type Amounts = Readonly<Record<Measure, { readonly sum: Rational; readonly days: number }>>;

const NONE = { sum: Rational.of(0), days: 0 };
const NOTHING: Amounts = { pm25: NONE, goodDayRatio: NONE, heavyDayRatio: NONE };
const HUNDRED = Rational.of(100);

function amountsOf(series: PlaceSeries, span: Period, settings: EvaluationSettings, cache?: SummaryCache): Amounts {
  const values = usedDays(series, 'pm25', span, settings).flatMap(({ values: { pm25 } }) => (pm25 === null ? [] : [ratioOf(pm25)]));
  const { num, den } = sumOf(values);
  const { days } = evaluatePeriod(series, span, settings, cache);
  const counted = (count: number) => ({ sum: Rational.of(count).times(HUNDRED), days: days.valid });
  return {
    pm25: { sum: Rational.quotient(num, den), days: values.length },
    goodDayRatio: counted(days.good),
    heavyDayRatio: counted(days.heavy),
  };
}

/** The same days of another year; the 29 February that it does not have is its 1 March. */
function restIn({ year, series }: PastSeries, rest: Period, settings: EvaluationSettings, cache?: SummaryCache) {
  const spans =
    settings.standard === 'byDate'
      ? standardsWithin(rest.from, rest.to).map(({ id, from, to }) => ({
          choice: id,
          from: from === null || from < rest.from ? rest.from : from,
          to: to === null || to > rest.to ? rest.to : to,
        }))
      : [{ choice: settings.standard, ...rest }];
  const parts = spans.map(({ choice, from, to }) => {
    const span = { from: inYear(year, from), to: inYear(year, to, '02-28') };
    return amountsOf(series, span, { ...settings, standard: choice }, cache);
  });
  const whole = { from: inYear(year, rest.from), to: inYear(year, rest.to) };
  return { amounts: parts.reduce(added, NOTHING), required: requiredDays(whole) };
}

const added = (left: Amounts, right: Amounts): Amounts => {
  const both = (measure: Measure) => ({ sum: left[measure].sum.plus(right[measure].sum), days: left[measure].days + right[measure].days });
  return { pm25: both('pm25'), goodDayRatio: both('goodDayRatio'), heavyDayRatio: both('heavyDayRatio') };
};

function inYear(year: number, date: string, instead = '03-01'): string {
  const [month, day] = [Number(date.slice(5, 7)), Number(date.slice(8))];
  return isCalendarDate({ year, month, day }) ? `${year}${date.slice(4)}` : `${year}-${instead}`;
}

const daysOf = ({ from, to }: Period): number => (from > to ? 0 : (Date.parse(to) - Date.parse(from)) / MILLISECONDS_OF_DAY + 1);
const MILLISECONDS_OF_DAY = 86_400_000;

const valueOf = ({ sum, days }: Amounts[Measure]) => ({ value: sum.div(Rational.of(days)), days });

const printed = (value: Rational, decimals: number): RoundedNumber => ({
  exact: toText(exact(value.num.toString()).div(exact(value.den.toString()))),
  published: value.fixed(decimals),
});

const isMet = ({ operator, value, decimals }: OutlookTarget, whole: Rational): boolean =>
  meetsTarget(whole.fixed(decimals), operator, value);

interface YearValue {
  readonly year: number;
  readonly value: Rational;
}

function rangeOf(values: readonly YearValue[], decimals: number): Usual['range'] {
  const sorted = values.toSorted((one, other) => one.value.cmp(other.value));
  const at = (share: Rational): UsualValue | null => quantile(sorted, share, decimals);
  const [least, median, most] = [at(Rational.of(0)), at(Rational.of('0.5')), at(ONE)];
  if (least === null || median === null || most === null) return null;
  const quartiles = sorted.length >= LEAST_QUARTILES;
  return { least, lower: quartiles ? at(Rational.of('0.25')) : null, median, upper: quartiles ? at(Rational.of('0.75')) : null, most };
}

/** k = 1 + (n − 1)·p; s = ⌊k⌋; X(s) + (X(s+1) − X(s))·(k − s), as for percentiles of days. */
function quantile(sorted: readonly YearValue[], share: Rational, decimals: number): UsualValue | null {
  const place = Rational.of(Math.max(0, sorted.length - 1)).times(share);
  const whole = place.trunc();
  const lower = sorted[Number(whole.num)];
  if (lower === undefined) return null;
  const rest = place.minus(whole);
  const upper = rest.sign === 0 ? lower : (sorted[Number(whole.num) + 1] ?? lower);
  const value = lower.value.plus(upper.value.minus(lower.value).times(rest));
  return { ...printed(value, decimals), years: [...new Set([lower.year, upper.year])] };
}
