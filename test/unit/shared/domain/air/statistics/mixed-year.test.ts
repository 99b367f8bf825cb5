import { describe, expect, it } from 'vitest';
import { evaluatePeriod } from '../../../../../../shared/domain/air/statistics/evaluate-period.ts';
import { CLEAN, daysWith, periodOf, SETTINGS, seriesOf } from '../place-days.ts';

// January and February are judged with 75 and 150 as the limits of 良, from March on with 60 and 120
const YEAR = seriesOf(daysWith({ ...CLEAN, pm25: '70' }, '2026'));
const evaluate = (text: string, standard: 'byDate' | '2012' | '2026' | '2031' = 'byDate'): ReturnType<typeof evaluatePeriod> =>
  evaluatePeriod(YEAR, periodOf(text), { ...SETTINGS, standard });

describe('the mixed year 2026', () => {
  it('judges each day by the standard in force on it, and the year by the limits of its last day', () => {
    expect(evaluate('2026')).toMatchObject({
      mixed: true,
      standards: ['2012', '2026'],
      limitsOf: '2026',
      days: { valid: 365, good: 59, ratio: '16.2' },
      concentrations: { pm25: { limits: { annual: 30, daily: 60 }, daysOver: 306 } },
    });
  });

  it('shows the counts by date and under each standard side by side, whichever is chosen', () => {
    const expected = [
      { standard: 'byDate', limitsOf: '2026', days: { good: 59 } },
      { standard: '2012', limitsOf: '2012', days: { good: 365 }, attained: { pm25: false, pm10: true } },
      { standard: '2026', limitsOf: '2026', days: { good: 0 }, allAttained: false },
    ];
    expect(evaluate('2026').alternatives).toMatchObject(expected);
    expect(evaluate('2026', '2012').alternatives).toMatchObject(expected);
    expect(evaluate('2026').alternatives[1]?.compositeIndex).toEqual({
      exact: evaluate('2026', '2012').compositeIndex?.exact,
      published: evaluate('2026', '2012').compositeIndex?.published,
    });
  });

  it('is not mixed when one standard is forced', () => {
    expect(evaluate('2026', '2012')).toMatchObject({
      mixed: false,
      standards: ['2012'],
      limitsOf: '2012',
      days: { good: 365 },
      concentrations: { pm25: { limits: { annual: 35 }, daysOver: 0 } },
    });
    expect(evaluate('2026', '2026')).toMatchObject({ mixed: false, standards: ['2026'], days: { good: 0 } });
    expect(evaluate('2026', '2031')).toMatchObject({ limitsOf: '2031', concentrations: { pm25: { limits: { annual: 25, daily: 50 } } } });
  });

  it('has periods that are not mixed: two months before March, any from March on', () => {
    for (const text of ['2026-01..2026-02', '2026-03', '2026-H2']) expect(evaluate(text)).toMatchObject({ mixed: false, alternatives: [] });
    expect(evaluate('2026-01..2026-02')).toMatchObject({ limitsOf: '2012', days: { good: 59 } });
    expect(evaluate('2026-03')).toMatchObject({ limitsOf: '2026', days: { good: 0 } });
    expect(evaluate('2026-Q1')).toMatchObject({ mixed: true, days: { good: 59 } });
  });
});
