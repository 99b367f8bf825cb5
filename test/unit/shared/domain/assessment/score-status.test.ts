import { describe, expect, it } from 'vitest';
import { scoreYear, type ScoreInput } from '../../../../../shared/domain/assessment/score.ts';
import type { AssessmentResult } from '../../../../../shared/domain/assessment/types.ts';
import { yearPlanOf } from '../../../../../shared/domain/plan/years/plan-for-year.ts';
import { type AnswerTexts, makeConsents, ownTargets, smallInput, smallPlan } from '../../../../support/assessment-plan.ts';
import { row } from '../../../../support/score-rows.ts';

/** A3-1.3 is led by dept-a, which says 不涉及, and dept-b. */
const ANSWERS: AnswerTexts = { 'dept-a A3-1.3 status': '=notApplicable', 'dept-b A3-1.3 status': '=onTrack' };

/** The office has consented to it. */
const consents = makeConsents('dept-a A3-1.3');

const score = (answers: AnswerTexts, overrides: Partial<ScoreInput> = {}): AssessmentResult =>
  scoreYear(smallInput(answers, { consents, ...overrides }));

const without = (...keys: string[]): AnswerTexts => Object.fromEntries(Object.entries(ANSWERS).filter(([key]) => !keys.includes(key)));

/** Rule, points and state of the dated item. */
const datedRow = (answers: AnswerTexts, overrides: Partial<ScoreInput> = {}) => {
  const found = row(score(answers, overrides), 'district', 'A3-1.2');
  return [found.figures[0]?.rule.code, found.points, found.state];
};

/** Points of the annex 2 task that is on schedule, in a plan that ends in `toYear`. */
const taskPoints = (toYear: number) => {
  const plan = yearPlanOf({ ...smallPlan(), annex2: { ...smallPlan().annex2, toYear } }, 2024);
  return row(score({ 'dept-a A2-项1 status': '=onTrack' }, { plan }), 'dept-a', 'A2-项1').points;
};

describe('the rules of status and date', () => {
  it('tells a dated item in time from one that is late or unfinished', () => {
    expect(datedRow({ 'dept-a A3-1.2 date': '@2024-08-31' })).toEqual(['onTime', '13.33', 'met']);
    expect(datedRow({ 'dept-a A3-1.2 date': '@2024-09-01', 'dept-a A3-1.2 status': '=done' })).toEqual(['late', '8.00', 'unmet']);
    expect(datedRow({ 'dept-a A3-1.2 status': '=done' })).toEqual(['late', '8.00', 'unmet']);
    expect(datedRow({ 'dept-a A3-1.2 status': '=onTrack', 'dept-a A3-1.2 date': '@2024-08-01' })).toEqual(['late', '6.40', 'unmet']);
    expect(datedRow({ 'dept-a A3-1.2 status': '=notStarted' })).toEqual(['late', '0.00', 'unmet']);
    expect(datedRow({ 'dept-a A3-1.2 status': '=notApplicable' })).toEqual(['missing', '0.00', 'missing']);
    expect(datedRow({ 'dept-a A3-1.2 status': '=notApplicable' }, { consents: makeConsents('dept-a A3-1.2') })).toEqual([
      'notApplicable',
      null,
      'notApplicable',
    ]);
    expect(datedRow({ 'dept-a A3-1.2 status': '!EXEMPTION_MIXED', 'dept-a A3-1.2 date': '@2024-08-31' })).toEqual([
      'missing',
      '0.00',
      'missing',
    ]);
    expect(datedRow({})).toEqual(['missing', '0.00', 'missing']);
  });

  it('lets 按序推进 be enough for a task of several years until its last year', () => {
    expect(taskPoints(2025)).toBe('13.34');
    expect(taskPoints(2024)).toBe('10.67');
  });

  it('judges a task by its figures in the year they are due', () => {
    const plan = smallPlan();
    const result = scoreYear(
      smallInput(
        { 'dept-a A2-项1-a value': '50', 'dept-a A2-项1 status': '=done' },
        { plan: yearPlanOf(plan, 2027), year: 2027, adopted: ownTargets(plan, 2027) },
      ),
    );
    expect(row(result, 'dept-a', 'A2-项1')).toMatchObject({ points: '20.00', max: '40.00', state: 'unmet' });
  });

  it('takes the status of the first lead that says anything for the district, and the own one for a department', () => {
    const result = score(without('dept-a A3-1.3 status'));
    expect(row(result, 'district', 'A3-1.3').figures[0]?.rule.params).toMatchObject({
      status: 'onTrack',
      reporter: '乙局',
      insteadOf: '甲局',
    });
    expect(row(result, 'dept-b', 'A3-1.3').points).toBe('16.00');
    expect(row(result, 'dept-a', 'A3-1.3')).toMatchObject({ points: '0.00', state: 'missing' });
  });

  it('does not hand the row to the next lead while 不涉及 of the first one waits for consent, nor when the office consents', () => {
    const waiting = row(score(ANSWERS, { consents: [] }), 'district', 'A3-1.3');
    expect(waiting).toMatchObject({ points: '0.00', state: 'missing' });
    expect(waiting.figures[0]).toMatchObject({
      rule: { code: 'missing', params: { reason: 'exemptionAsked', reporter: '甲局', cell: 'A3-1.3!status' } },
      sources: [{ cell: 'A3-1.3!status' }],
    });
    expect(row(score(ANSWERS), 'district', 'A3-1.3')).toMatchObject({ points: null, state: 'notApplicable' });
    expect(row(score(ANSWERS), 'district', 'A3-1.3').figures[0]?.rule).toEqual({
      code: 'notApplicable',
      params: { reason: 'consented', reporter: '甲局', consentBy: '张三', consentReason: '辖区没有' },
    });
    expect(row(score(ANSWERS), 'dept-b', 'A3-1.3').points).toBe('16.00');
  });

  it('hands a row that was exempt before consents were asked for to the next lead, as it did then', () => {
    const taken = makeConsents('dept-a A3-1.3*');
    expect(row(score(ANSWERS, { consents: taken }), 'district', 'A3-1.3').points).toBe('10.66');
    expect(row(score(ANSWERS, { consents: taken }), 'dept-a', 'A3-1.3')).toMatchObject({ points: null, state: 'notApplicable' });
    const alone = score(without('dept-b A3-1.3 status'), { consents: taken });
    expect(row(alone, 'district', 'A3-1.3')).toMatchObject({ points: null, state: 'notApplicable' });
  });

  it('leaves a status in error unsettled, and names the cell', () => {
    const result = score({ ...ANSWERS, 'dept-a A3-1.3 status': '!STATUS_UNREADABLE' });
    expect(row(result, 'district', 'A3-1.3').figures[0]?.rule).toMatchObject({
      code: 'missing',
      params: { reason: 'erroneous', reporter: '甲局', sheet: '填报', cell: 'A3-1.3!status' },
    });
  });

  it("takes date and status of one lead: not the date of one whose status is in error, nor another's while the first asks for exemption", () => {
    const plan = yearPlanOf(smallPlan(), 2024);
    const items = plan.annex3?.items.map((item) => (item.id === 'A3-1.2' ? { ...item, leadUnits: ['dept-a', 'dept-b'] } : item)) ?? [];
    const shared = plan.annex3 === null ? plan : { ...plan, annex3: { ...plan.annex3, items } };
    const dated = (answers: AnswerTexts, more: Partial<ScoreInput> = {}) => datedRow(answers, { plan: shared, ...more })[0];
    const second = { 'dept-b A3-1.2 date': '@2024-08-31' };
    expect(dated(second)).toBe('onTime');
    expect(dated({ ...second, 'dept-a A3-1.2 status': '=done' })).toBe('onTime');
    expect(dated({ ...second, 'dept-a A3-1.2 status': '=notApplicable' })).toBe('missing');
    expect(dated({ ...second, 'dept-a A3-1.2 status': '!STATUS_UNREADABLE' })).toBe('missing');
    expect(dated({ ...second, 'dept-b A3-1.2 status': '!EXEMPTION_MIXED' })).toBe('missing');
    expect(dated({ ...second, 'dept-a A3-1.2 status': '=notApplicable' }, { consents: makeConsents('dept-a A3-1.2*') })).toBe('onTime');
  });
});
