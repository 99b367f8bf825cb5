import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PERCENTILES } from '../../../../../../shared/domain/air/standards/hj663.ts';
import { type Pollutant, POLLUTANTS } from '../../../../../../shared/domain/air/standards/pollutants.ts';
import { evaluatePeriod } from '../../../../../../shared/domain/air/statistics/evaluate-period.ts';
import { mergeSummaries, monthSummary } from '../../../../../../shared/domain/air/statistics/month-summary.ts';
import type { PlaceDay } from '../../../../../../shared/domain/air/types.ts';
import { exact } from '../../../../../../shared/domain/numbers/decimal.ts';
import type { Fraction } from '../../../../../../shared/domain/numbers/fraction.ts';
import { datesOf, periodOf, SETTINGS, seriesOf } from '../place-days.ts';

const QUARTER = periodOf('2026-Q1');
const DATES = datesOf(QUARTER);

/** Typed values, and means of 20 to 24 hours. */
const value = (highest: number): fc.Arbitrary<Fraction | null> =>
  fc.option(
    fc.oneof(
      fc.integer({ min: 0, max: highest }).map((num) => ({ num, den: 1 })),
      fc.integer({ min: 0, max: highest * 10 }).map((num) => ({ num, den: 10 })),
      fc
        .tuple(fc.integer({ min: 0, max: highest * 20_000 }), fc.integer({ min: 20, max: 24 }))
        .map(([num, hours]) => ({ num, den: 1000 * hours })),
    ),
    { freq: 8 },
  );

const day = (date: string): fc.Arbitrary<PlaceDay> =>
  fc
    .record({ so2: value(200), no2: value(150), co: value(6), o3: value(300), pm10: value(400), pm25: value(250) })
    .map((values) => ({ date, values, o3OneHour: null }));

const days: fc.Arbitrary<PlaceDay[]> = fc.subarray(DATES, { minLength: 1 }).chain((dates) => fc.tuple(...dates.map(day)));
const dust = fc.subarray(DATES, { maxLength: 10 });

interface Quotient {
  num: bigint;
  den: bigint;
}
const plus = (left: Quotient, right: Quotient): Quotient => ({
  num: left.num * right.den + right.num * left.den,
  den: left.den * right.den,
});
const less = (left: Quotient, right: Quotient): boolean => left.num * right.den < right.num * left.den;

/** GB/T 8170 in whole numbers: the text of a quotient ≥ 0 with `decimals` places. */
function roundedText({ num, den }: Quotient, decimals: number): string {
  const scaled = num * 10n ** BigInt(decimals);
  const [floor, rest] = [scaled / den, scaled % den];
  const up = rest * 2n > den || (rest * 2n === den && floor % 2n === 1n);
  const digits = String(up ? floor + 1n : floor).padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

function ownMean(values: readonly Quotient[]): Quotient {
  const sum = values.reduce(plus, { num: 0n, den: 1n });
  return { num: sum.num, den: sum.den * BigInt(values.length) };
}

/** The percentile by selection instead of sorting, over one denominator of a hundredth. */
function ownPercentile(values: readonly Quotient[], p: number): Quotient {
  const position = (values.length - 1) * p;
  const [lower, rest] = [Math.floor(position / 100), position % 100];
  const [below, above] = [ranked(values, lower), ranked(values, Math.min(lower + 1, values.length - 1))];
  return plus({ num: below.num * BigInt(100 - rest), den: below.den * 100n }, { num: above.num * BigInt(rest), den: above.den * 100n });
}

function ranked(values: readonly Quotient[], rank: number): Quotient {
  const found = values.find((candidate) => {
    const smaller = values.filter((other) => less(other, candidate)).length;
    const larger = values.filter((other) => less(candidate, other)).length;
    return smaller <= rank && rank < values.length - larger;
  });
  if (found === undefined) throw new Error('no value of this rank');
  return found;
}

const quotients = (all: readonly PlaceDay[], pollutant: Pollutant): Quotient[] =>
  all.flatMap((one) =>
    one.values[pollutant] === null ? [] : [{ num: BigInt(one.values[pollutant].num), den: BigInt(one.values[pollutant].den) }],
  );

describe('an evaluation, for all days', () => {
  it('has the means and percentiles of an independent reckoning in whole numbers', () => {
    fc.assert(
      fc.property(days, (all) => {
        const { concentrations } = evaluatePeriod(seriesOf(all), QUARTER, SETTINGS);
        for (const pollutant of POLLUTANTS) {
          const own = quotients(all, pollutant);
          const decimals = pollutant === 'pm25' || pollutant === 'co' ? 1 : 0;
          const judged = pollutant === 'co' ? 1 : 0;
          const result = concentrations[pollutant];
          if (own.length === 0) {
            expect(result).toBeNull();
            continue;
          }
          const [mean, percentile] = [ownMean(own), ownPercentile(own, PERCENTILES[pollutant])];
          expect([result?.mean.published, result?.mean.judged]).toEqual([roundedText(mean, decimals), roundedText(mean, judged)]);
          expect([result?.percentile.published, result?.percentile.judged]).toEqual([
            roundedText(percentile, decimals),
            roundedText(percentile, judged),
          ]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('does not depend on their order', () => {
    fc.assert(
      fc.property(
        days.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        dust,
        ([all, shuffled], dates) => {
          expect(evaluatePeriod(seriesOf(shuffled, dates), QUARTER, SETTINGS)).toEqual(
            evaluatePeriod(seriesOf(all, dates), QUARTER, SETTINGS),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is the same merged from any parts as summarised in one', () => {
    fc.assert(
      fc.property(days, dust, fc.integer({ min: 1, max: 5 }), (all, dates, parts) => {
        const rules = { standard: 'byDate' as const, monitored: [{ from: '', items: POLLUTANTS }], dustDates: new Set(dates) };
        const whole = monthSummary(all, rules);
        const split = Array.from({ length: parts }, (_, part) => all.filter((_day, index) => index % parts === part));
        const merged = mergeSummaries(split.map((part) => monthSummary(part, rules)));
        expect(merged.days).toEqual(whole.days);
        expect(merged.dustDays).toBe(whole.dustDays);
        for (const version of ['withDust', 'withoutDust'] as const) {
          for (const pollutant of POLLUTANTS) {
            const [one, other] = [merged.values[version][pollutant], whole.values[version][pollutant]];
            expect(one.sorted.map(({ num, den }) => num / den)).toEqual(other.sorted.map(({ num, den }) => num / den));
            expect(one.sum.mean()?.toFixed()).toBe(other.sum.mean()?.toFixed());
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('counts days consistently', () => {
    fc.assert(
      fc.property(days, dust, (all, dates) => {
        const { days: figures, dust: versions, concentrations } = evaluatePeriod(seriesOf(all, dates), QUARTER, SETTINGS);
        const levels = figures.byLevel.reduce((sum, count) => sum + count, 0);
        expect(levels).toBe(figures.valid);
        expect((figures.byLevel[0] ?? 0) + (figures.byLevel[1] ?? 0)).toBe(figures.good);
        expect((figures.byLevel[4] ?? 0) + (figures.byLevel[5] ?? 0)).toBe(figures.heavy);
        expect(figures.measured).toBeLessThanOrEqual(all.length);
        // taking dust days out takes days out of each count, and never adds one
        expect(versions.withoutDust.validDays).toBeLessThanOrEqual(versions.withDust.validDays);
        expect(versions.withoutDust.goodDays).toBeLessThanOrEqual(versions.withDust.goodDays);
        expect(versions.withoutDust.heavyDays).toBeLessThanOrEqual(versions.withDust.heavyDays);
        expect(versions.withDust.validDays - versions.withoutDust.validDays).toBeLessThanOrEqual(versions.days);
        expect(concentrations.pm25?.usedDays ?? 0).toBeLessThanOrEqual(concentrations.pm25?.validDays ?? all.length);
      }),
      { numRuns: 60 },
    );
  });

  it('has a mean between its least and greatest value, and no smaller one when a value rises', () => {
    fc.assert(
      fc.property(days, (all) => {
        const before = evaluatePeriod(seriesOf(all), QUARTER, SETTINGS).concentrations.pm25;
        fc.pre(before !== null);
        const values = quotients(all, 'pm25').map(({ num, den }) => Number(num) / Number(den));
        expect(Number(before.mean.exact)).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
        expect(Number(before.mean.exact)).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
        const raised = all.map((one) =>
          one.values.pm25 === null
            ? one
            : { ...one, values: { ...one.values, pm25: { num: one.values.pm25.num + one.values.pm25.den, den: one.values.pm25.den } } },
        );
        const after = evaluatePeriod(seriesOf(raised), QUARTER, SETTINGS);
        expect(
          exact(after.concentrations.pm25?.mean.exact ?? 0)
            .minus(before.mean.exact)
            .toFixed(20),
        ).toBe('1.00000000000000000000');
        expect(after.days.good).toBeLessThanOrEqual(evaluatePeriod(seriesOf(all), QUARTER, SETTINGS).days.good);
      }),
      { numRuns: 40 },
    );
  });
});
