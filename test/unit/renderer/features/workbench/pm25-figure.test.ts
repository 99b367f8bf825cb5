import { describe, expect, it } from 'vitest';
import { pm25Figure } from '../../../../../renderer/features/workbench/pm25-figure.ts';
import type { ScoreFigure, SubjectScore } from '../../../../../shared/domain/assessment/types.ts';
import type { Plan } from '../../../../../shared/domain/plan/schema.ts';
import { loadTestPlan } from '../../../../support/plan.ts';

const figure = (id: string, target: string): ScoreFigure => ({
  id,
  name: id,
  unit: '',
  target,
  targetFrom: null,
  targetDisplaced: null,
  exactValue: null,
  judgedValue: null,
  state: 'missing',
  rule: { code: 'missing', params: {} },
  share: '0',
  sources: [],
});

const score = (figures: readonly ScoreFigure[]): SubjectScore => ({
  subjectId: 'district',
  kind: 'district',
  kindName: '全区',
  name: '全区',
  reported: true,
  total: '0',
  exactTotal: '0',
  grade: '',
  parts: [
    {
      id: 'annex1',
      title: '',
      max: '1',
      points: '0',
      rows: figures.map((one) => ({ rowId: one.id, title: '', max: '1', points: '0', state: 'missing', figures: [one] })),
    },
  ],
  penalties: [],
});

/** The real plan with its indicators in the order of the given rows; the first of them measures PM2.5. */
function planWith(ids: readonly string[]): Plan {
  const plan = loadTestPlan();
  const pm25 = plan.annex1.rows.find((row) => row.measures.some((measure) => measure.subject === 'pm25'));
  const rows = ids.flatMap((id) => {
    const row = id === 'pm25' ? pm25 : plan.annex1.rows.find((one) => one.id === id);
    if (row === undefined) return [];
    return [id === 'pm25' ? { ...row, id: 'A1-77', measures: row.measures.map((measure) => ({ ...measure, id: 'A1-77' })) } : row];
  });
  return { ...plan, annex1: { ...plan.annex1, rows } };
}

describe('the figure of PM2.5', () => {
  it('is found by what it measures, wherever the indicator stands and whatever its number is', () => {
    const found = pm25Figure(planWith(['A1-02', 'pm25']), score([figure('A1-02', '≥81.3'), figure('A1-77', '≤35')]));
    expect(found?.target).toBe('≤35');
  });

  it('is none where the plan asks for none, or the district is not scored on it', () => {
    expect(pm25Figure(planWith(['A1-02']), score([figure('A1-02', '≥81.3')]))).toBeNull();
    expect(pm25Figure(planWith(['pm25']), score([figure('A1-02', '≥81.3')]))).toBeNull();
  });
});
