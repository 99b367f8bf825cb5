import { describe, expect, it } from 'vitest';
import { scoreYear, type ScoreInput } from '../../../../../shared/domain/assessment/score.ts';
import { yearPlanOf } from '../../../../../shared/domain/plan/years/plan-for-year.ts';
import type { AssessmentResult } from '../../../../../shared/domain/assessment/types.ts';
import {
  type AnswerTexts,
  goodAir,
  makeConsents,
  makeReturns,
  ownTargets,
  smallInput,
  smallPlan,
  smallScheme,
} from '../../../../support/assessment-plan.ts';
import { row, subject } from '../../../../support/score-rows.ts';

const ANSWERS: AnswerTexts = {
  'dept-a A1-01 value': '40.5',
  'dept-a A1-02 numerator': '1',
  'dept-a A1-02 denominator': '366',
  'dept-b A1-03 numerator': '297',
  'dept-b A1-03 denominator': '366',
  'dept-b A1-04 increment': '9',
  'dept-b A1-04 value': '15',
  'dept-b A1-05a value': '32',
  'dept-b A1-05b numerator': '0',
  'dept-b A1-05b denominator': '0',
  'dept-b A3-1.1-a value': '4',
  'dept-a A3-1.2 date': '@2024-08-31',
  'dept-a A3-1.2 status': '=done',
  'dept-a A3-1.3 status': '=notApplicable',
  'dept-b A3-1.3 status': '=onTrack',
  'dept-a A2-项1 status': '=onTrack',
  'dept-c 正文-7 status': '=onTrack',
  'town-x A3-1.1 status': '=done',
  'town-x A3-1.3 status': '=behind',
};
const AIR = [goodAir('town-x', '42.4', 300, 366)];

/** The office has consented to the one 不涉及 of the year. */
const consents = makeConsents('dept-a A3-1.3');

const score = (answers: AnswerTexts, overrides: Partial<ScoreInput> = {}): AssessmentResult =>
  scoreYear(smallInput(answers, { townAir: AIR, consents, ...overrides }));

const pointsOf = (result: AssessmentResult, id: string): string[] =>
  subject(result, id).parts.flatMap((part) => [
    ...part.rows.map((entry) => `${entry.rowId} ${entry.points}/${entry.max}`),
    `${part.id} ${part.points}/${part.max}`,
  ]);

const without = (...keys: string[]): AnswerTexts => Object.fromEntries(Object.entries(ANSWERS).filter(([key]) => !keys.includes(key)));

/** Rule codes, points and state of one row. */
const ruleOf = (answers: AnswerTexts, rowId: string, id = 'district', overrides: Partial<ScoreInput> = {}) => {
  const found = row(score(answers, overrides), id, rowId);
  return [found.figures.map((figure) => figure.rule.code).join('+'), found.points, found.state];
};

describe('the worked year', () => {
  const result = score(ANSWERS);

  it('scores the district as computed by hand', () => {
    // A1-01: 40.5 → 40 (half-even); 20 × 39/40. A1-03: 297/366 = 81.147… → 81.1; 10 × 81.1/81.3 = 9.975…
    // A1-05: 32 met and 0/0 nothing occurred. A3-1.1: 13.34 × 4/5 = 10.672.
    // A3-1.3 does not concern 甲局, which leads it: 100 − 13.33 = 86.67 countable, 70.98 × 100 / 86.67 = 81.896…
    expect(pointsOf(result, 'district')).toEqual([
      'A1-01 19.50/20.00',
      'A1-02 0.00/10.00',
      'A1-03 9.98/10.00',
      'A1-04 7.50/10.00',
      'A1-05 10.00/10.00',
      'indicators 46.98/60.00',
      'A3-1.1 10.67/13.34',
      'A3-1.2 13.33/13.33',
      'A3-1.3 null/13.33',
      'tasks 24.00/40.00',
    ]);
    expect(result.district).toMatchObject({ name: '小区', exactTotal: '70.98', total: '81.90', grade: '良好', penalties: [] });
  });

  it('gives a department its own rows in the same proportion and folds what does not count', () => {
    // 甲局: 20 : 10 : 10 of 60; 不涉及 leaves 100 − 13.33 = 86.67 countable: 70.88 × 100 / 86.67 = 81.781…
    expect(pointsOf(result, 'dept-a')).toEqual([
      'A1-01 29.25/30.00',
      'A1-02 0.00/15.00',
      'A1-03 14.96/15.00',
      'indicators 44.21/60.00',
      'A2-项1 13.34/13.34',
      'A3-1.2 13.33/13.33',
      'A3-1.3 null/13.33',
      'tasks 26.67/40.00',
    ]);
    expect(subject(result, 'dept-a')).toMatchObject({ exactTotal: '70.88', total: '81.78', grade: '良好' });
    expect(row(result, 'dept-a', 'A3-1.3')).toMatchObject({ state: 'notApplicable', points: null });
  });

  it('scores a department named in no annex by its article duties, folded to 100', () => {
    expect(pointsOf(result, 'dept-c')).toEqual(['正文-7 40.00/40.00', 'tasks 40.00/40.00']);
    expect(subject(result, 'dept-c')).toMatchObject({ exactTotal: '40.00', total: '100.00', grade: '优秀' });
  });

  it('scores a town by its air and its own status', () => {
    // 42.4 → 42; 35 × 39/42 = 32.5. 300/366 = 81.967… → 82.0 meets 81.3.
    expect(pointsOf(result, 'town-x')).toEqual([
      'A1-01 32.50/35.00',
      'A1-03 25.00/25.00',
      'air 57.50/60.00',
      'A3-1.1 20.00/20.00',
      'A3-1.3 8.00/20.00',
      'items 28.00/40.00',
    ]);
    expect(subject(result, 'town-x').total).toBe('85.50');
  });

  it('lists departments before towns, each in the order of the plan', () => {
    expect(result.units.map((unit) => unit.subjectId)).toEqual(['dept-a', 'dept-b', 'dept-c', 'town-x', 'town-y']);
    expect(result).toMatchObject({ year: 2024, schemeId: 'default-2024', demonstration: true });
  });

  it('shows the unrounded value, the judged one and every cell it came from', () => {
    const [figure] = row(result, 'district', 'A1-03').figures;
    expect(figure).toMatchObject({
      exactValue: '81.14754098360655737704918032786885245902',
      judgedValue: '81.1',
      target: '≥81.3',
      state: 'unmet',
      targetFrom: null,
    });
    expect(figure?.sources.map((source) => [source.unitId, source.field, source.raw])).toEqual([
      ['dept-b', 'numerator', '297'],
      ['dept-b', 'denominator', '366'],
    ]);
    expect(figure?.rule).toEqual({
      code: 'proportional',
      params: { value: '81.1', target: '≥81.3', unit: '%', reporter: '乙局', insteadOf: '甲局', percent: '99.75' },
    });
  });
});

describe('the rules of a figure', () => {
  it('gives full points when the rounded value meets the target: 32.5 rounds to even', () => {
    expect(ruleOf({ 'dept-a A1-01 value': '39.5' }, 'A1-01')).toEqual(['proportionalInverse', '19.50', 'unmet']);
    expect(ruleOf({ 'dept-a A1-01 value': '39.49' }, 'A1-01')).toEqual(['met', '20.00', 'met']);
    expect(ruleOf({ 'dept-a A1-03 value': '81.25' }, 'A1-03')).toEqual(['proportional', '9.99', 'unmet']);
    expect(ruleOf({ 'dept-a A1-03 value': '81.26' }, 'A1-03')).toEqual(['met', '10.00', 'met']);
  });

  it('gives nothing for exceeding a target of 0, and everything for keeping it', () => {
    expect(ruleOf({ 'dept-a A1-02 numerator': '1', 'dept-a A1-02 denominator': '366' }, 'A1-02')).toEqual([
      'zeroTargetExceeded',
      '0.00',
      'unmet',
    ]);
    expect(ruleOf({ 'dept-a A1-02 numerator': '0', 'dept-a A1-02 denominator': '366' }, 'A1-02')).toEqual(['met', '10.00', 'met']);
  });

  it('never takes points below 0', () => {
    expect(ruleOf({ 'dept-b A1-04 value': '-3' }, 'A1-04')).toEqual(['proportional', '0.00', 'unmet']);
  });

  it('shares a row equally between its figures and does not hide the missing one', () => {
    expect(ruleOf({ 'dept-b A1-05a value': '16' }, 'A1-05')).toEqual(['proportional+missing', '2.50', 'missing']);
  });

  it('counts a missing value as 0 in a row that still counts', () => {
    const result = score({});
    expect(row(result, 'district', 'A1-01')).toMatchObject({ points: '0.00', state: 'missing' });
    expect(result.district).toMatchObject({ total: '0.00', exactTotal: '0.00', grade: '不合格' });
  });

  it('does not let a unit lift a numeric target by writing 不涉及', () => {
    expect(ruleOf({ 'dept-b A1-04 value': '-' }, 'A1-04')).toEqual(['missing', '0.00', 'missing']);
    expect(row(score({ 'dept-b A1-04 value': '-' }), 'district', 'A1-04').figures[0]?.rule.params).toMatchObject({
      reason: 'exemptionAsked',
      reporter: '乙局',
    });
  });

  it('names the place an adopted target came from and the print it displaced', () => {
    const plan = smallPlan();
    const adopted = new Map(ownTargets(plan, 2024));
    adopted.set('A3-1.1-a', {
      measureId: 'A3-1.1-a',
      target: { kind: 'number', printed: '4', operator: 'ge', value: '4' },
      place: '附件1 第4行',
      unit: '家',
      printed: '≥4',
      displaced: '5',
      from: 'A1-04',
      rule: 'annex1First',
      conflict: 'plants',
    });
    const found = row(score(ANSWERS, { adopted }), 'district', 'A3-1.1');
    expect(found).toMatchObject({ points: '13.34', state: 'met' });
    expect(found.figures[0]).toMatchObject({ target: '≥4', targetFrom: 'A1-04', targetDisplaced: '5' });
  });
});

describe('the total', () => {
  it('loses a point for a return dated after the due date, and never falls below 0', () => {
    const late = makeReturns({ 'dept-a': '2025-01-16', 'dept-b': '2025-01-15', 'dept-c': null, 'town-y': '2025-03-01' });
    const result = score(ANSWERS, { returns: late });
    expect(subject(result, 'dept-a')).toMatchObject({
      total: '80.78',
      penalties: [
        {
          id: 'lateReturn',
          points: '-1.00',
          rule: { code: 'penaltyLate', params: { reportedOn: '2025-01-16', due: '2025-01-15', points: '1.00' } },
        },
      ],
    });
    expect(subject(result, 'dept-a').penalties[0]?.sources.map((source) => source.cell)).toEqual(['B9']);
    expect(subject(result, 'dept-b').penalties).toEqual([]);
    expect(subject(result, 'dept-c')).toMatchObject({ reported: true, penalties: [] });
    expect(subject(result, 'town-y')).toMatchObject({ total: '0.00', penalties: [{ points: '-1.00' }] });
    expect(subject(result, 'town-x').reported).toBe(false);
  });

  it('decides the grade after the penalty', () => {
    const answers = { 'dept-c 正文-7 status': '=done' };
    const strict = { ...smallScheme(), lateReturnPenalty: '10.01' };
    const result = score(answers, { scheme: strict, returns: makeReturns({ 'dept-c': '2025-02-01' }) });
    expect(subject(result, 'dept-c')).toMatchObject({ total: '89.99', grade: '良好' });
  });

  it('is not graded when nothing counts', () => {
    expect(
      subject(score({ 'dept-c 正文-7 status': '=notApplicable' }, { consents: makeConsents('dept-c 正文-7') }), 'dept-c'),
    ).toMatchObject({ total: '0.00', grade: '不评定' });
  });

  it('leaves the air part out for a town that was not asked, and counts it as missing for one that was', () => {
    expect(subject(score(ANSWERS), 'town-y').parts.map((part) => part.id)).toEqual(['items']);
    const silent = score(ANSWERS, { townAir: [] });
    expect(row(silent, 'town-x', 'A1-01')).toMatchObject({ points: '0.00', state: 'missing' });
    const short = score(ANSWERS, {
      townAir: [{ unitId: 'town-x', pm25Mean: '20', goodDays: 90, validDays: 90, insufficient: 'YEAR_DAYS_SHORT', sources: [] }],
    });
    expect(row(short, 'town-x', 'A1-03')).toMatchObject({ points: '0.00', state: 'missing' });
    expect(row(short, 'town-x', 'A1-03').figures[0]?.rule).toMatchObject({
      code: 'missing',
      params: { reason: 'YEAR_DAYS_SHORT', validDays: '90' },
    });
  });

  it('has no annex 3 part in a year the annex does not list', () => {
    const plan = smallPlan();
    const result = scoreYear(smallInput(ANSWERS, { plan: yearPlanOf(plan, 2025), year: 2025, adopted: ownTargets(plan, 2025) }));
    expect(result.district.parts.map((part) => part.id)).toEqual(['indicators']);
    expect(row(result, 'district', 'A1-01').figures[0]?.rule).toEqual({
      code: 'notApplicable',
      params: { reason: 'noTarget', year: '2025' },
    });
  });
});

describe('a missing co-lead answer', () => {
  it('falls back to the next lead and says so; without either the first-named one is asked', () => {
    const both = score({ ...ANSWERS, 'dept-a A1-03 numerator': '300', 'dept-a A1-03 denominator': '366' });
    expect(row(both, 'district', 'A1-03').figures[0]?.rule.params).toEqual({
      value: '82.0',
      target: '≥81.3',
      unit: '%',
      reporter: '甲局',
      percent: '100.00',
    });
    const none = score(without('dept-b A1-03 numerator', 'dept-b A1-03 denominator'));
    expect(row(none, 'district', 'A1-03').figures[0]?.rule).toEqual({
      code: 'missing',
      params: { reason: 'noAnswer', target: '≥81.3', unit: '%', reporter: '甲局' },
    });
  });
});
