import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adoptTargets } from '../../../../../../shared/domain/plan/conflicts.ts';
import type { Measure } from '../../../../../../shared/domain/plan/schema.ts';
import {
  carriedTarget,
  enteredTarget,
  interpolatedTarget,
  measuresWithoutTarget,
  noTarget,
} from '../../../../../../shared/domain/plan/years/choose-targets.ts';
import type { ChosenTarget } from '../../../../../../shared/domain/plan/years/opening.ts';
import { yearPlanOf } from '../../../../../../shared/domain/plan/years/plan-for-year.ts';
import type { Target } from '../../../../../../shared/domain/plan/target-schema.ts';
import { loadTestPlan } from '../../../../../support/plan.ts';

const measure = (decimals = 1): Measure => ({
  id: 'M1',
  name: '优良天数比率',
  unit: '%',
  kind: 'amount',
  basis: 'level',
  decimals,
  zeroDenominator: 'error',
  subject: 'good-days',
  targets: {},
});
const number = (value: string, operator: 'ge' | 'le' = 'ge'): Target => ({ kind: 'number', printed: value, operator, value });
const known = (entries: Readonly<Record<number, Target>>): ReadonlyMap<number, Target> =>
  new Map(Object.entries(entries).map(([year, target]) => [Number(year), target]));

describe('measures of a year that the plan does not print', () => {
  it('2026 asks for every measure of 附件1, 2025 for none', () => {
    const plan = loadTestPlan();
    expect(measuresWithoutTarget(yearPlanOf(plan, 2025))).toEqual([]);
    expect(measuresWithoutTarget(yearPlanOf(plan, 2026))).toHaveLength(plan.annex1.rows.flatMap((row) => row.measures).length);
  });

  it('a document that sets the target takes the question away', () => {
    const plan = yearPlanOf(loadTestPlan(), 2026);
    const revision = {
      measure: 'A1-01',
      year: 2026,
      target: number('31', 'le'),
      document: 2,
      number: '文',
      effectiveOn: '2026-01-01',
      storedAt: '',
      actor: '',
      reason: '',
    };
    expect(measuresWithoutTarget({ ...plan, revisions: [revision] }).map(({ id }) => id)).not.toContain('A1-01');
  });
});

describe('what the annex leaves blank or as 待定', () => {
  const open = (printed: string) => {
    const plan = loadTestPlan();
    const rows = plan.annex1.rows.map((row) => ({
      ...row,
      measures: row.measures.map((one) =>
        one.id === 'A1-02' ? { ...one, targets: { ...one.targets, '2025': { kind: 'pending' as const, printed } } } : one,
      ),
    }));
    return yearPlanOf({ ...plan, annex1: { ...plan.annex1, rows } }, 2025);
  };

  it.each(['', '待定'])('“%s” is a question of the opening', (printed) => {
    expect(measuresWithoutTarget(open(printed)).map(({ id }) => id)).toEqual(['A1-02']);
    expect(adoptTargets(open(printed)).get('A1-02')?.target.kind).toBe('pending');
  });

  it('goes by what the opening chose, and by nothing where it chose 不考核', () => {
    const chosen = (target: Target | null): ChosenTarget[] => [
      { measure: 'A1-02', source: target === null ? 'none' : 'entered', target, fromYears: [] },
    ];
    const plan = open('待定');
    const range: Target = { kind: 'range', printed: '20-30', low: '20', high: '30' };
    expect(adoptTargets({ ...plan, chosen: chosen(range) }).get('A1-02')).toMatchObject({ target: range, rule: 'entered' });
    expect(adoptTargets({ ...plan, chosen: chosen(null) }).has('A1-02')).toBe(false);
  });

  it('is not carried over: the last year that has a target is', () => {
    const pending: Target = { kind: 'pending', printed: '待定' };
    expect(carriedTarget(measure(), 2026, known({ 2024: number('81'), 2025: pending }))).toMatchObject({ fromYears: [2024] });
    expect(interpolatedTarget(measure(), 2026, known({ 2025: pending, 2027: number('85') }))).toBeNull();
  });
});

describe('沿用', () => {
  it('takes the last year before that has a target', () => {
    expect(carriedTarget(measure(), 2026, known({ 2024: number('81'), 2025: number('83'), 2027: number('85') }))).toEqual({
      measure: 'M1',
      source: 'carry',
      target: number('83'),
      fromYears: [2025],
    });
  });

  it('has nothing to take where no earlier year has one', () => {
    expect(carriedTarget(measure(), 2024, known({ 2025: number('83') }))).toBeNull();
  });
});

describe('插值', () => {
  it('is linear between the neighbours at the decimals of the measure', () => {
    const found = interpolatedTarget(measure(), 2026, known({ 2024: number('81.3'), 2025: number('83.5'), 2027: number('84') }));
    expect(found?.target).toMatchObject({ operator: 'ge', value: '83.8' });
    expect(found?.fromYears).toEqual([2025, 2027]);
  });

  it('rounds half to even', () => {
    expect(interpolatedTarget(measure(0), 2026, known({ 2025: number('32', 'le'), 2027: number('33', 'le') }))?.target).toMatchObject({
      value: '32',
    });
    expect(interpolatedTarget(measure(0), 2026, known({ 2025: number('33', 'le'), 2027: number('34', 'le') }))?.target).toMatchObject({
      value: '34',
    });
  });

  it('is not made between words, between directions, or with one end only', () => {
    expect(interpolatedTarget(measure(), 2026, known({ 2025: number('83') }))).toBeNull();
    expect(interpolatedTarget(measure(), 2026, known({ 2025: number('83'), 2027: number('85', 'le') }))).toBeNull();
    expect(
      interpolatedTarget(measure(), 2026, known({ 2025: number('83'), 2027: { kind: 'text', printed: '完成市级下达任务' } })),
    ).toBeNull();
  });

  it('lies between its ends', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1000 }),
        fc.integer({ min: 0, max: 1000 }),
        fc.integer({ min: 2025, max: 2029 }),
        (low, high, year) => {
          const target = interpolatedTarget(measure(2), year, known({ 2024: number(String(low)), 2030: number(String(high)) }))?.target;
          const value = target?.kind === 'number' ? Number(target.value) : Number.NaN;
          expect(value).toBeGreaterThanOrEqual(Math.min(low, high));
          expect(value).toBeLessThanOrEqual(Math.max(low, high));
        },
      ),
    );
  });
});

describe('录入', () => {
  it('is kept as tables print it', () => {
    const typed = { kind: 'number', printed: '≥ 84', operator: 'ge', value: '84' } as const;
    expect(enteredTarget(measure(), typed)).toMatchObject({ source: 'entered', target: { ...typed, printed: '≥84' } });
    const words = { kind: 'text', printed: '完成市级下达任务' } as const;
    expect(enteredTarget(measure(), words).target).toEqual(words);
  });

  it('不考核 leaves no target', () => {
    expect(noTarget(measure())).toEqual({ measure: 'M1', source: 'none', target: null, fromYears: [] });
  });
});
