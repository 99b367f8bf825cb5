import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { spearman } from '../../../../../../shared/domain/air/trend/spearman.ts';
import { theilSen } from '../../../../../../shared/domain/air/trend/theil-sen.ts';
import { yearlyTrends } from '../../../../../../shared/domain/air/trend/yearly-trend.ts';
import { evaluatePeriod } from '../../../../../../shared/domain/air/statistics/evaluate-period.ts';
import { exact } from '../../../../../../shared/domain/numbers/decimal.ts';
import { CLEAN, daysWith, periodOf, seriesOf, SETTINGS } from '../place-days.ts';

const numbers = (values: readonly number[]) => values.map((value) => exact(value));

/** All orders of 1 … n. */
function* orders(count: number, taken: readonly number[] = []): Generator<readonly number[]> {
  if (taken.length === count) yield taken;
  for (let value = 1; value <= count; value += 1) if (!taken.includes(value)) yield* orders(count, [...taken, value]);
}

describe('the rank correlation of Spearman', () => {
  it('is reckoned by hand: 42, 40, 41, 37, 35', () => {
    // Ranks 5, 3, 4, 2, 1 against 1 … 5: d² = 16 + 1 + 1 + 4 + 16 = 38; 1 − 6·38/120 = −0.9
    expect(spearman(numbers([42, 40, 41, 37, 35]))).toEqual({
      count: 5,
      exact: '-0.9',
      published: '-0.900',
      critical: '0.900',
      significant: true,
      direction: 'falling',
    });
    // 5, 3, 4, 1, 2: 16 + 1 + 1 + 9 + 9 = 36; −0.8
    expect(spearman(numbers([42, 40, 41, 35, 37]))).toMatchObject({ exact: '-0.8', significant: false });
  });

  it('gives equal values the mean of their ranks', () => {
    // Ranks 1, 2.5, 2.5, 4, 5: d² = 0.25 + 0.25; 1 − 6·0.5/120 = 0.975
    expect(spearman(numbers([1, 2, 2, 3, 4]))).toMatchObject({ exact: '0.975', significant: true, direction: 'rising' });
    expect(spearman(numbers([7, 7, 7, 7, 7]))).toMatchObject({ exact: '0.5', significant: false });
  });

  it('is none of fewer than five values, or of more than its table has', () => {
    expect([4, 11].map((count) => spearman(numbers(Array.from({ length: count }, (_, index) => index))))).toEqual([null, null]);
  });

  it.each([5, 6, 7, 8])('has the critical value that one order in twenty reaches: %i', (count) => {
    const found = [...orders(count)].map((order) => spearman(numbers(order)));
    const reached = found.filter((one) => one !== null && one.significant && one.direction === 'rising').length;
    expect(reached / found.length).toBeLessThanOrEqual(0.05);
    // The next smaller rs comes about more often than that.
    const critical = Number(found[0]?.critical);
    const next = Math.max(...found.map((one) => Number(one?.published)).filter((rs) => rs < critical));
    expect(found.filter((one) => Number(one?.published) >= next).length / found.length).toBeGreaterThan(0.05);
  });

  it('turns round with the time', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 999 }), { minLength: 5, maxLength: 10 }), (values) => {
        const [one, other] = [spearman(numbers(values)), spearman(numbers(values.toReversed()))];
        expect(
          exact(one?.exact ?? 9)
            .plus(other?.exact ?? 9)
            .abs()
            .lt('1e-30'),
        ).toBe(true);
      }),
    );
  });
});

test('the slope of Theil and Sen is the middle one, whatever a single year does', () => {
  const points = (values: readonly number[]) => values.map((value, index) => ({ time: 2020 + index, value: exact(value) }));
  expect(theilSen(points([50, 48, 46, 44, 42]))?.toFixed()).toBe('-2');
  expect(theilSen(points([50, 48, 90, 44, 42]))?.toFixed()).toBe('-2');
  // Slopes 1, 1.5, 2; and 0, 0.1, 0.1, 0.1818, 1, 1, of which the two in the middle are averaged.
  expect(theilSen(points([1, 2, 4]))?.toFixed()).toBe('1.5');
  expect(theilSen([...points([1, 2]), { time: 2030, value: exact(2) }, { time: 2031, value: exact(3) }])?.toFixed(6)).toBe('0.140909');
  expect([theilSen([]), theilSen(points([3]))]).toEqual([null, null]);
});

test('years are followed with their means of three; a year that is too short has no value and breaks them', () => {
  const means = ['40', '38', '36.5', '35', '30', '31'];
  const years = means.map((pm25, index) => {
    const text = String(2019 + index);
    const days = daysWith({ ...CLEAN, pm25 }, text);
    const kept = index === 1 ? days.slice(0, 300) : days;
    return { year: 2019 + index, evaluation: evaluatePeriod(seriesOf(kept), periodOf(text), SETTINGS) };
  });
  const [pm25] = yearlyTrends([...years, { year: 2025, evaluation: null }]).filter(({ measure }) => measure === 'pm25');
  expect(pm25?.years.map(({ value, threeYears }) => [value?.published ?? null, threeYears?.published ?? null])).toEqual([
    ['40.0', null],
    [null, null],
    ['36.5', null],
    ['35.0', null],
    // (36.5 + 35 + 30) ÷ 3 = 33.8333, (35 + 30 + 31) ÷ 3 = 32
    ['30.0', '33.8'],
    ['31.0', '32.0'],
    [null, null],
  ]);
  // Ranks 5, 4, 3, 1, 2: d² = 16 + 4 + 0 + 9 + 9 = 38
  expect(pm25).toMatchObject({ missing: null, spearman: { count: 5, exact: '-0.9', significant: true } });
  expect(yearlyTrends(years.slice(0, 4))[0]).toMatchObject({ missing: 'few', spearman: null });
});
