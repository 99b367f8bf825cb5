import { describe, expect, it } from 'vitest';
import { adoptTargets } from '../../../../../shared/domain/plan/conflicts.ts';
import type { Target } from '../../../../../shared/domain/plan/schema.ts';
import { planForYear, type YearPlan } from '../../../../../shared/domain/plan/years/plan-for-year.ts';
import { layoutReturn } from '../../../../../shared/domain/returns/layout.ts';
import { parseReturn } from '../../../../../shared/domain/returns/parse-return.ts';
import type { LayoutRow, ReturnLayout } from '../../../../../shared/domain/returns/types.ts';
import { scoreYear } from '../../../../../shared/domain/assessment/score.ts';
import type { ScoreFigure } from '../../../../../shared/domain/assessment/types.ts';
import { makeAnswers, makeReturns, smallPlan, smallScheme } from '../../../../support/assessment-plan.ts';
import { documentsOf, laterDocument } from '../../../../support/plan-documents.ts';
import { rawReturn } from '../../../../support/raw-return.ts';
import { atOnce } from '../../../../support/at-once.ts';

const MEASURE = 'A1-04';
const UNIT = 'dept-b';

/** The small plan of 2024 after a document that sets another target for its cumulative measure A1-04 (20 by the plan). */
function planWith(target: Target): YearPlan {
  const document = laterDocument(2, '2024-10-01', { targets: [{ measure: MEASURE, year: 2024, target }] }, 'adjustment');
  return planForYear(documentsOf(smallPlan(), document), 2024, null);
}

function layoutWith(target: Target): ReturnLayout {
  const plan = planWith(target);
  const unit = plan.units.find(({ id }) => id === UNIT);
  if (unit === undefined) throw new Error('no unit');
  return layoutReturn(plan, 'v2', unit, { air: false, adopted: adoptTargets(plan) });
}

function rowWith(target: Target): LayoutRow {
  const row = layoutWith(target)
    .sheets.flatMap((sheet) => sheet.rows)
    .find(({ rowId }) => rowId === MEASURE);
  if (row === undefined) throw new Error('no row');
  return row;
}

/** Field → whether it must be filled in. */
const duties = (row: LayoutRow): Record<string, boolean | undefined> =>
  Object.fromEntries(Object.entries(row.answers).map(([field, cell]) => [field, cell.required]));

function figureWith(target: Target, answers: Readonly<Record<string, string>>): ScoreFigure {
  const plan = planWith(target);
  const { district } = scoreYear({
    plan,
    scheme: smallScheme(),
    year: 2024,
    adopted: adoptTargets(plan),
    answers: makeAnswers(answers),
    returns: makeReturns({ [UNIT]: '2025-01-10' }),
    consents: [],
    townAir: [],
  });
  const row = district.parts.flatMap((part) => part.rows).find(({ rowId }) => rowId === MEASURE);
  const [figure] = row?.figures ?? [];
  if (figure === undefined) throw new Error('no figure');
  return figure;
}

const NUMBER: Target = { kind: 'number', printed: '＞20', operator: 'gt', value: '20' };
const RANGE: Target = { kind: 'range', printed: '20～30', low: '20', high: '30' };
const TEXT: Target = { kind: 'text', printed: '完成市级下达任务' };
const PENDING: Target = { kind: 'pending', printed: '' };

describe('a form with a target of another kind', () => {
  it.each([
    [NUMBER, '＞20'],
    [RANGE, '20～30'],
    [TEXT, '完成市级下达任务'],
    [PENDING, '待定'],
  ])('shows it: %j', (target, shown) => {
    const row = rowWith(target);
    expect(row.fixed['target']).toBe(shown);
    expect(row.fixed['ask']).toContain(`目标按〔2〕号采用${shown}，本行原列20。`);
  });

  it('expects a value in the order of magnitude of the number, or of the upper end of a range', () => {
    expect(rowWith(NUMBER).answers.value).toMatchObject({ expected: '20', operator: 'gt', required: true });
    expect(rowWith(RANGE).answers.value).toMatchObject({ expected: '30', required: true });
    expect(rowWith(RANGE).answers.value?.operator).toBeUndefined();
  });

  it('asks for the status of a target in words; the number beside it may stay blank', () => {
    expect(duties(rowWith(TEXT))).toEqual({ status: true, increment: false, value: false, evidence: false, remark: false });
    expect(rowWith(TEXT).answers.value?.expected).toBeUndefined();
  });

  it('demands nothing while the target is pending', () => {
    expect(duties(rowWith(PENDING))).toEqual({ increment: false, value: false, evidence: false, remark: false });
  });

  it('is read back with the status under the row of the figure', () => {
    const layout = layoutWith(TEXT);
    const { answers, findings } = atOnce(parseReturn(rawReturn(layout, { [`${MEASURE}|status`]: '已完成' }), layout, 'x.xlsx'));
    expect(answers.find(({ rowId, field }) => rowId === MEASURE && field === 'status')?.value).toEqual({ kind: 'status', value: 'done' });
    expect(findings.filter(({ params }) => params['row'] === MEASURE)).toEqual([]);
  });
});

describe('a score by a target of another kind', () => {
  const value = (text: string) => ({ [`${UNIT} ${MEASURE} value`]: text });
  const status = (text: string) => ({ [`${UNIT} ${MEASURE} status`]: text });

  it('of a strict number', () => {
    expect(figureWith(NUMBER, value('21'))).toMatchObject({ state: 'met', target: '＞20', targetFrom: '〔2〕号', targetDisplaced: '20' });
    expect(figureWith(NUMBER, value('20'))).toMatchObject({ state: 'unmet', rule: { code: 'proportional', params: { bound: '21' } } });
    expect(Number(figureWith(NUMBER, value('20')).share)).toBeCloseTo(20 / 21, 10);
  });

  it('of a range', () => {
    expect(figureWith(RANGE, value('30'))).toMatchObject({ state: 'met', share: '1' });
    expect(figureWith(RANGE, value('40'))).toMatchObject({ state: 'unmet', rule: { code: 'proportionalInverse' }, share: '0.75' });
    expect(figureWith(RANGE, value('10'))).toMatchObject({ state: 'unmet', rule: { code: 'proportional' }, share: '0.5' });
  });

  it('of words, by what the unit says of it, whatever number stands beside it', () => {
    expect(figureWith(TEXT, { ...status('=done'), ...value('3') })).toMatchObject({
      state: 'met',
      target: '完成市级下达任务',
      targetFrom: '〔2〕号',
      targetDisplaced: '20',
      rule: { code: 'status' },
    });
    expect(figureWith(TEXT, status('=behind'))).toMatchObject({ state: 'unmet', rule: { code: 'status' } });
    expect(figureWith(TEXT, value('30'))).toMatchObject({ state: 'missing', share: '0' });
  });

  it('does not count while the target is pending', () => {
    expect(figureWith(PENDING, value('30'))).toMatchObject({
      state: 'notApplicable',
      rule: { params: { reason: 'pending', year: '2024' } },
    });
  });
});
