import { describe, expect, it } from 'vitest';
import { distributePoints, gradeOf } from '../../../../../shared/domain/assessment/points.ts';
import { type ScoringScheme, scoringSchemeSchema } from '../../../../../shared/domain/assessment/scheme.ts';
import * as fc from 'fast-check';
import { exact } from '../../../../../shared/domain/numbers/decimal.ts';
import { loadDefaultScheme } from '../../../../support/assessment-plan.ts';
import { loadTestPlan } from '../../../../support/plan.ts';

const scheme = loadDefaultScheme();

const problemsOf = (spoilt: unknown): string[] =>
  scoringSchemeSchema.safeParse(spoilt).error?.issues.map((issue) => issue.path.join('.')) ?? [];

const withGrades = (grades: ScoringScheme['grades']): ScoringScheme => ({ ...scheme, grades });

describe('the default scheme', () => {
  it('says that it is a demonstration and belongs to the plan', () => {
    expect(scheme).toMatchObject({ id: 'default-2024', plan: 'hechuan-2024', year: 2024, demonstration: true });
    expect(scheme.title).toContain('示范方案');
  });

  it('gives points to exactly the rows of annex 1 and measures the town air by rows that exist', () => {
    const plan = loadTestPlan();
    expect(Object.keys(scheme.district.annex1.rows)).toEqual(plan.annex1.rows.map((row) => row.id));
    const measures = plan.annex1.rows.flatMap((row) => row.measures.map((measure) => measure.id));
    expect(measures).toEqual(expect.arrayContaining([scheme.town.air.pm25.measure, scheme.town.air.goodDays.measure]));
  });

  it('weighs the air targets of annex 1 heaviest', () => {
    const plan = loadTestPlan();
    const byCategory = new Map<string, number>();
    for (const row of plan.annex1.rows)
      byCategory.set(row.category, (byCategory.get(row.category) ?? 0) + Number(scheme.district.annex1.rows[row.id]));
    expect([...byCategory]).toEqual([
      ['空气质量目标', 28],
      ['工业减排', 14],
      ['交通运输减排', 8],
      ['扬尘减排', 4],
      ['生活污染减排', 6],
    ]);
  });
});

describe('a scheme file', () => {
  it('is refused when points do not add up', () => {
    const { annex1 } = scheme.district;
    expect(
      problemsOf({ ...scheme, district: { ...scheme.district, annex1: { ...annex1, rows: { ...annex1.rows, 'A1-01': '13' } } } }),
    ).toEqual(['district.annex1.rows']);
    expect(problemsOf({ ...scheme, town: { ...scheme.town, air: { ...scheme.town.air, max: '61' } } })).toEqual(['town.air']);
  });

  it('is refused when its grades do not fall from high to low down to 0', () => {
    expect(
      problemsOf(
        withGrades([
          { name: '合格', from: '60' },
          { name: '优秀', from: '90' },
          { name: '不合格', from: '0' },
        ]),
      ),
    ).toEqual(['grades']);
    expect(problemsOf(withGrades([{ name: '优秀', from: '90' }]))).toEqual(['grades']);
  });

  it('is refused when a share is not between 0 and 1 or a key is unknown', () => {
    expect(problemsOf({ ...scheme, lateShare: '1.2' })).toEqual(['lateShare']);
    expect(problemsOf({ ...scheme, lateShare: '六成' })).toEqual(['lateShare']);
    expect(scoringSchemeSchema.safeParse({ ...scheme, bonus: '5' }).success).toBe(false);
  });
});

describe('the grade', () => {
  it.each([
    ['100', '优秀'],
    ['90', '优秀'],
    ['89.99', '良好'],
    ['70.00', '良好'],
    ['69.995', '良好'],
    ['69.985', '合格'],
    ['69.99', '合格'],
    ['60', '合格'],
    ['59.99', '不合格'],
    ['0', '不合格'],
  ])('of %s is %s: lower bounds belong to the grade, decided on the rounded total', (total, grade) => {
    expect(gradeOf(total, scheme)).toBe(grade);
  });
});

describe('points over rows', () => {
  it('add up to the maximum although 40 does not divide by 34', () => {
    const parts = distributePoints(
      '40',
      Array.from({ length: 34 }, () => '1'),
      2,
    );
    expect(parts.filter((part) => part === '1.18')).toHaveLength(22);
    expect(parts.filter((part) => part === '1.17')).toHaveLength(12);
    expect(parts[0]).toBe('1.18');
  });

  it('follow the weights', () => {
    expect(distributePoints('60', ['12', '4', '2', '2'], 2)).toEqual(['36.00', '12.00', '6.00', '6.00']);
    expect(distributePoints('60', ['1', '1', '1'], 0)).toEqual(['20', '20', '20']);
    expect(distributePoints('60', [], 2)).toEqual([]);
    expect(distributePoints('60', ['0'], 2)).toEqual(['0.00']);
  });

  it('always add up, and no row is a whole step away from its quota', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(weights, fc.integer({ min: 1, max: 100 }), (list, max) => {
        const parts = distributePoints(String(max), list.map(String), 2);
        const whole = list.reduce((sum, weight) => sum + weight, 0);
        expect(parts.reduce((sum, part) => sum.plus(part), exact(0)).toFixed()).toBe(String(max));
        parts.forEach((part, index) =>
          expect(
            exact(part)
              .minus(
                exact(max)
                  .times(list[index] ?? 0)
                  .div(whole),
              )
              .abs()
              .lt('0.01'),
          ).toBe(true),
        );
      }),
    );
  });
});
