import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shiftDate } from '../../../../../../shared/domain/air/period.ts';
import { outlook } from '../../../../../../shared/domain/air/outlook/outlook.ts';
import type { CountOutlook, MeanOutlook, OutlookTarget, TargetOutlook } from '../../../../../../shared/domain/air/outlook/types.ts';
import { evaluatePeriod } from '../../../../../../shared/domain/air/statistics/evaluate-period.ts';
import type { PlaceDay } from '../../../../../../shared/domain/air/types.ts';
import { exact, roundHalfEven } from '../../../../../../shared/domain/numbers/decimal.ts';
import { fractionOf } from '../../../../../../shared/domain/numbers/fraction.ts';
import { datesOf, dayOf, daysWith, periodOf, SETTINGS, seriesOf } from '../place-days.ts';

const PM25: OutlookTarget = { measure: 'pm25', operator: 'le', value: '32', decimals: 0 };
const GOOD: OutlookTarget = { measure: 'goodDayRatio', operator: 'ge', value: '81.3', decimals: 1 };
const HEAVY: OutlookTarget = { measure: 'heavyDayRatio', operator: 'eq', value: '0', decimals: 1 };

/** Days of 2024 up to a date; the first `polluted` of them at 80 µg/m³, the rest at `pm25`. */
const daysTo = (asOf: string, pm25: string, polluted = 0): PlaceDay[] =>
  (asOf < '2024-01-01' ? [] : datesOf({ from: '2024-01-01', to: asOf })).map((date, index) =>
    dayOf(date, { pm25: index < polluted ? '80' : pm25 }),
  );

function ask(target: OutlookTarget, asOf: string, days: readonly PlaceDay[], year = 2024): TargetOutlook {
  const [answer] = outlook(seriesOf(days), { year, asOf, targets: [target], settings: SETTINGS }).targets;
  if (answer === undefined) throw new Error('no answer');
  return answer;
}

function mean(target: OutlookTarget, asOf: string, days: readonly PlaceDay[]): MeanOutlook {
  const answer = ask(target, asOf, days);
  if (answer.kind !== 'mean') throw new Error('not a mean');
  return answer;
}

function count(target: OutlookTarget, asOf: string, days: readonly PlaceDay[], year = 2024): CountOutlook {
  const answer = ask(target, asOf, days, year);
  if (answer.kind !== 'count') throw new Error('not a count');
  return answer;
}

describe('an outlook', () => {
  it('counts elapsed and remaining days, that day included, from any date', () => {
    const spans = (asOf: string): unknown => {
      const result = outlook(seriesOf([]), { year: 2024, asOf, targets: [], settings: SETTINGS });
      return [result.calendarDays, result.elapsedDays, result.remainingDays];
    };
    expect(spans('2023-12-31')).toEqual([366, 0, 366]);
    expect(spans('2024-01-01')).toEqual([366, 1, 365]);
    expect(spans('2024-02-29')).toEqual([366, 60, 306]);
    expect(spans('2024-12-31')).toEqual([366, 366, 0]);
  });

  it('leaves out data after its day', () => {
    const known = daysTo('2024-06-30', '30');
    const later = datesOf(periodOf('2024-H2')).map((date) => dayOf(date, { pm25: '200', o3: '10' }));
    const targets = [PM25, GOOD, HEAVY];
    const input = { year: 2024, asOf: '2024-06-30', targets, settings: SETTINGS };
    expect(outlook(seriesOf([...later, ...known]), input)).toEqual(outlook(seriesOf(known), input));
  });

  it('does not take a pollutant as missing that the place only began to measure after its day', () => {
    const days = [...daysWith({ pm25: '30' }, '2026-03'), ...daysWith({ pm25: '30', o3: '50' }, '2026-04')];
    expect(count(GOOD, '2026-03-31', days, 2026)).toMatchObject({ validSoFar: 31, soFar: 31 });
  });
});

describe('the mean the remaining days must keep', () => {
  it('lets the year end at the greatest mean that is judged as the target', () => {
    // 32.5 is judged 32: 182 days at 30, 184 at (32.5 × 366 − 182 × 30) ÷ 184 = 34.97…
    const answer = mean(PM25, '2024-06-30', daysTo('2024-06-30', '30'));
    expect(answer).toMatchObject({
      state: 'possible',
      usedDays: 182,
      mean: '30.0',
      atLeast: null,
      atMost: { inclusive: true, published: '34.9' },
    });
    expect(answer.atMost?.exact.startsWith('34.97282608695652')).toBe(true);
  });

  it('excludes the tie that rounds away from the target: 33.5 is judged 34', () => {
    const answer = mean({ ...PM25, value: '33' }, '2023-12-31', []);
    expect(answer).toMatchObject({ state: 'possible', meanExact: null, atMost: { exact: '33.5', inclusive: false, published: '33.4' } });
    expect(mean(PM25, '2023-12-31', []).atMost).toEqual({ exact: '32.5', inclusive: true, published: '32.5' });
  });

  it('judges with the decimals of the target', () => {
    // 32.05 to one decimal is 32.0
    expect(mean({ ...PM25, value: '32.0', decimals: 1 }, '2023-12-31', []).atMost).toEqual({
      exact: '32.05',
      inclusive: true,
      published: '32.0',
    });
    expect(mean({ ...PM25, value: '32.9' }, '2023-12-31', []).atMost?.exact).toBe('32.5');
  });

  it('is impossible when even a mean of 0 misses, and possible at exactly 0', () => {
    // 366 × 32.5 = 11895 over 122 days is 97.5
    const days = (pm25: string): PlaceDay[] => daysTo('2024-05-01', pm25);
    expect(days('97.5')).toHaveLength(122);
    expect(mean(PM25, '2024-05-01', days('97.5'))).toMatchObject({
      state: 'possible',
      atMost: { exact: '0', published: '0.0', inclusive: true },
    });
    expect(mean(PM25, '2024-05-01', days('97.6')).state).toBe('impossible');
    // 33.5 × 366 ÷ 122 = 100.5: a mean of 0 leaves the tie, which is judged 34
    expect(mean({ ...PM25, value: '33' }, '2024-05-01', days('100.5'))).toMatchObject({
      state: 'impossible',
      atMost: { exact: '0', inclusive: false },
    });
  });

  it('is over on the last day of the year', () => {
    expect(mean(PM25, '2024-12-31', daysTo('2024-12-31', '32.5'))).toMatchObject({ state: 'met', atMost: null });
    expect(mean(PM25, '2024-12-31', daysTo('2024-12-31', '32.6'))).toMatchObject({ state: 'missed', mean: '32.6' });
    expect(mean(PM25, '2024-12-31', []).state).toBe('noData');
  });

  it('has a lower bound for ≥ and both for an equality', () => {
    expect(mean({ ...PM25, operator: 'ge' }, '2023-12-31', [])).toMatchObject({
      state: 'possible',
      atMost: null,
      atLeast: { exact: '31.5', inclusive: true, published: '31.5' },
    });
    expect(mean({ ...PM25, operator: 'eq', value: '33' }, '2023-12-31', [])).toMatchObject({
      atLeast: { exact: '32.5', inclusive: false, published: '32.6' },
      atMost: { exact: '33.5', published: '33.4' },
    });
    expect(mean({ ...PM25, operator: 'eq', value: '32.5' }, '2023-12-31', [])).toMatchObject({
      state: 'impossible',
      atLeast: null,
      atMost: null,
    });
    expect(mean({ ...PM25, operator: 'ge' }, '2024-06-30', daysTo('2024-06-30', '90'))).toMatchObject({ state: 'secured' });
  });

  it('leaves out dust days as the evaluation does', () => {
    const days = [...daysTo('2024-03-31', '30'), dayOf('2024-04-01', { pm25: '300' })];
    const ask2 = (concentrations: boolean): unknown =>
      outlook(seriesOf(days, ['2024-04-01']), {
        year: 2024,
        asOf: '2024-04-01',
        targets: [PM25],
        settings: { ...SETTINGS, dust: { concentrations, days: 'kept' } },
      }).targets[0];
    expect(ask2(true)).toMatchObject({ usedDays: 91, meanExact: '30' });
    expect(ask2(false)).toMatchObject({ usedDays: 92, mean: '32.9' });
  });
});

describe('the good days that are still needed', () => {
  it('are 298 of 366 and 305 of 365 at the beginning of the year', () => {
    expect(count(GOOD, '2023-12-31', [])).toMatchObject({
      state: 'possible',
      validExpected: 366,
      soFar: 0,
      ratio: null,
      yearAtLeast: 298,
      stillAtLeast: 298,
      stillAtMost: 366,
      allowed: 68,
    });
    expect(count({ ...GOOD, value: '83.5' }, '2024-12-31', [], 2025)).toMatchObject({ validExpected: 365, yearAtLeast: 305, allowed: 60 });
  });

  it('follow what has been', () => {
    expect(count(GOOD, '2024-06-30', daysTo('2024-06-30', '30', 40))).toMatchObject({
      state: 'possible',
      validSoFar: 182,
      soFar: 142,
      ratio: '78.0',
      stillAtLeast: 156,
      stillAtMost: 184,
      allowed: 28,
    });
    const missing = daysTo('2024-06-30', '30', 40).slice(0, 172);
    // 356 expected: 290 ÷ 356 = 81.46 and 289 ÷ 356 = 81.18
    expect(count(GOOD, '2024-06-30', missing)).toMatchObject({
      validSoFar: 172,
      validExpected: 356,
      yearAtLeast: 290,
      soFar: 132,
      stillAtLeast: 158,
      allowed: 26,
    });
  });

  it('are judged with half-even rounding: 81.25 % is 81.2 and misses 81.3', () => {
    // 13 of 16 days are 81.25 %
    const days = (good: number): PlaceDay[] =>
      datesOf({ from: '2024-12-16', to: '2024-12-31' }).map((date, index) => dayOf(date, { pm25: index < good ? '30' : '80' }));
    expect(count(GOOD, '2024-12-31', days(13))).toMatchObject({ state: 'missed', ratio: '81.2', validExpected: 16 });
    expect(count({ ...GOOD, value: '81.2' }, '2024-12-31', days(13)).state).toBe('met');
  });

  it('are secured once they are there, and impossible once too many days are polluted', () => {
    expect(count(GOOD, '2024-10-25', daysTo('2024-10-25', '30', 1))).toMatchObject({
      state: 'secured',
      soFar: 298,
      stillAtLeast: 0,
      allowed: 67,
    });
    expect(count(GOOD, '2024-10-24', daysTo('2024-10-24', '30', 1))).toMatchObject({ state: 'possible', soFar: 297, stillAtLeast: 1 });
    expect(count(GOOD, '2024-06-30', daysTo('2024-06-30', '30', 68))).toMatchObject({ state: 'possible', stillAtLeast: 184, allowed: 0 });
    expect(count(GOOD, '2024-06-30', daysTo('2024-06-30', '30', 69))).toMatchObject({
      state: 'impossible',
      stillAtLeast: null,
      allowed: null,
      yearAtLeast: 298,
    });
  });

  it('are met or missed at the end, and nothing without a valid day', () => {
    expect(count(GOOD, '2024-12-31', daysTo('2024-12-31', '30', 68)).state).toBe('met');
    expect(count(GOOD, '2024-12-31', daysTo('2024-12-31', '30', 69)).state).toBe('missed');
    expect(count(GOOD, '2024-12-31', []).state).toBe('noData');
  });
});

describe('the heavily polluted days that are still allowed', () => {
  it('are none for a target of 0', () => {
    expect(count(HEAVY, '2024-06-30', daysTo('2024-06-30', '30'))).toMatchObject({ state: 'possible', yearAtMost: 0, allowed: 0 });
    expect(count(HEAVY, '2024-06-30', [...daysTo('2024-06-29', '30'), dayOf('2024-06-30', { pm25: '151' })])).toMatchObject({
      state: 'impossible',
      soFar: 1,
      allowed: null,
    });
  });

  it('are counted up to the target', () => {
    // 2 of 366 are 0.55 → 0.5, 3 are 0.82 → 0.8
    expect(count({ ...HEAVY, operator: 'le', value: '0.7' }, '2024-06-30', daysTo('2024-06-30', '30'))).toMatchObject({
      yearAtMost: 2,
      allowed: 2,
      stillAtMost: 2,
      state: 'possible',
    });
    expect(count({ ...HEAVY, operator: 'le', value: '0.7' }, '2024-12-29', daysTo('2024-12-29', '30'))).toMatchObject({
      allowed: 2,
      state: 'secured',
    });
  });
});

describe('an outlook, for all data', () => {
  const pm25 = fc.integer({ min: 0, max: 1200 }).map((tenths) => `${Math.floor(tenths / 10)}.${tenths % 10}`);
  const situation = fc.record({
    remaining: fc.integer({ min: 1, max: 365 }),
    values: fc.array(pm25, { minLength: 365, maxLength: 365 }),
    target: fc.integer({ min: 10, max: 60 }).map(String),
    decimals: fc.integer({ min: 0, max: 1 }),
  });
  const yearWith = (days: readonly PlaceDay[], asOf: string, remaining: string): ReturnType<typeof evaluatePeriod> =>
    evaluatePeriod(
      seriesOf([...days, ...datesOf({ from: shiftDate(asOf, 1), to: '2025-12-31' }).map((date) => dayOf(date, { pm25: remaining }))]),
      periodOf('2025'),
      SETTINGS,
    );

  it('meets the target with exactly the published mean, and misses it one step above', () => {
    fc.assert(
      fc.property(situation, ({ remaining, values, target, decimals }) => {
        const asOf = shiftDate('2025-12-31', -remaining);
        const days = (asOf < '2025-01-01' ? [] : datesOf({ from: '2025-01-01', to: asOf })).map((date, index) =>
          dayOf(date, { pm25: values[index] ?? '30' }),
        );
        const [answer] = outlook(seriesOf(days), {
          year: 2025,
          asOf,
          targets: [{ ...PM25, value: target, decimals }],
          settings: SETTINGS,
        }).targets;
        if (answer?.kind !== 'mean' || answer.atMost === null) throw new Error('no bound');
        const judged = (rest: string): string =>
          roundHalfEven(yearWith(days, asOf, rest).concentrations.pm25?.mean.exact ?? 'NaN', decimals);
        if (answer.state === 'impossible') {
          expect(Number(judged('0'))).toBeGreaterThan(Number(target));
          return;
        }
        expect(Number(judged(answer.atMost.published))).toBeLessThanOrEqual(Number(target));
        expect(Number(judged(exact(answer.atMost.published).plus('0.1').toFixed(1)))).toBeGreaterThan(Number(target));
      }),
      { numRuns: 60 },
    );
  });

  it('meets the target with exactly the good days still needed, and misses it with one less', () => {
    fc.assert(
      fc.property(situation, fc.integer({ min: 700, max: 950 }), ({ remaining, values }, tenths) => {
        const asOf = shiftDate('2025-12-31', -remaining);
        const days = (asOf < '2025-01-01' ? [] : datesOf({ from: '2025-01-01', to: asOf })).map((date, index) =>
          dayOf(date, { pm25: values[index] ?? '30' }),
        );
        const target = { ...GOOD, value: (tenths / 10).toFixed(1) };
        const answer = count(target, asOf, days, 2025);
        const ratioWith = (good: number): string => {
          const rest = datesOf({ from: shiftDate(asOf, 1), to: '2025-12-31' }).map((date, index): PlaceDay => ({
            ...dayOf(date, {}),
            values: { ...dayOf(date, {}).values, pm25: fractionOf(index < good ? '30' : '90') },
          }));
          return evaluatePeriod(seriesOf([...days, ...rest]), periodOf('2025'), SETTINGS).days.ratio ?? 'NaN';
        };
        if (answer.stillAtLeast === null) expect(Number(ratioWith(remaining))).toBeLessThan(Number(target.value));
        else {
          expect(Number(ratioWith(answer.stillAtLeast))).toBeGreaterThanOrEqual(Number(target.value));
          expect(answer.allowed).toBe(remaining - answer.stillAtLeast);
          if (answer.stillAtLeast > 0) expect(Number(ratioWith(answer.stillAtLeast - 1))).toBeLessThan(Number(target.value));
          else expect(answer.state).toBe('secured');
        }
      }),
      { numRuns: 40 },
    );
  });
});

it('takes a town that measures little as it is', () => {
  const result = outlook(seriesOf(daysWith({ pm10: '40' }, '2024-01')), {
    year: 2024,
    asOf: '2024-01-31',
    targets: [PM25, GOOD],
    settings: SETTINGS,
  });
  expect(result).toMatchObject({
    gaps: [{ code: 'NO_DATA' }],
    targets: [
      { usedDays: 0, mean: null, state: 'possible' },
      { validSoFar: 31, validExpected: 366 },
    ],
  });
});
