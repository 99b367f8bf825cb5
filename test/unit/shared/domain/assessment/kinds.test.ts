import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { scoringSchemeSchema } from '../../../../../shared/domain/assessment/scheme.ts';
import { scoreYear } from '../../../../../shared/domain/assessment/score.ts';
import type { SubjectScore } from '../../../../../shared/domain/assessment/types.ts';
import { adoptTargets } from '../../../../../shared/domain/plan/conflicts.ts';
import type { Plan } from '../../../../../shared/domain/plan/schema.ts';
import { yearPlanOf } from '../../../../../shared/domain/plan/years/plan-for-year.ts';
import { ruleText, rowStateText } from '../../../../../shared/text/score-text.ts';
import { goodAir, makeAnswers, makeReturns } from '../../../../support/assessment-plan.ts';
import { loadSecondPlan } from '../../../../support/templates.ts';

const scheme = scoringSchemeSchema.parse(
  parse(readFileSync(new URL('../../../../fixtures/templates/schemes/linjiang-scoring.yml', import.meta.url), 'utf8')),
);

function scored(plan: Plan, year = 2025): (id: string) => SubjectScore {
  const ofYear = yearPlanOf(plan, year);
  const result = scoreYear({
    plan: ofYear,
    scheme,
    year,
    adopted: adoptTargets(ofYear),
    answers: makeAnswers({ 'P01 K11 value': '6', 'P01 Z3 status': '=done', 'E01 Z3 status': '=onTrack' }),
    returns: makeReturns({ P01: null, E01: null }),
    consents: [],
    townAir: [goodAir('P01', '30', 330, 365)],
  });
  return (id) => {
    const found = [result.district, ...result.units].find(({ subjectId }) => subjectId === id);
    if (found === undefined) throw new Error(`no subject ${id}`);
    return found;
  };
}

describe('kinds of units', () => {
  const of = scored(loadSecondPlan());
  const parts = (id: string): string[] => of(id).parts.map((part) => part.id);

  it('have the parts that they answer for: what they lead, their air, what is asked of them', () => {
    expect(parts('D05')).toEqual(['indicators', 'tasks']);
    expect(parts('T03')).toEqual(['air', 'items']);
    expect(parts('P01')).toEqual(['indicators', 'tasks', 'air', 'items']);
    expect(parts('E01')).toEqual(['items']);
  });

  it('answer for an item as lead or as one who is asked, not twice', () => {
    const rows = (part: string): string[] =>
      of('P01')
        .parts.find(({ id }) => id === part)
        ?.rows.map(({ rowId }) => rowId) ?? [];
    expect(rows('tasks')).toEqual(['Z6', 'Z12']);
    expect(rows('items')).toEqual(['Z3', 'Z8', 'Z9', 'Z16']);
  });

  it('are scored in the years in which the unit exists', () => {
    expect(() => scored(loadSecondPlan(), 2027)('T06')).toThrow('no subject T06');
    expect(scored(loadSecondPlan(), 2027)('T07').kindName).toBe('乡镇');
  });
});

describe('the air of a town', () => {
  it('does not count where the target of the year is words or still to be set', () => {
    const plan = loadSecondPlan();
    const [pm25, goodDays] = plan.annex1.rows.flatMap((row) => row.measures);
    if (pm25 === undefined || goodDays === undefined) throw new Error('no measures');
    pm25.targets['2025'] = { kind: 'pending', printed: '' };
    goodDays.targets['2025'] = { kind: 'text', printed: '完成市级下达任务' };
    const rows = scored(plan)('P01').parts.find(({ id }) => id === 'air')?.rows ?? [];
    expect(rows.map(({ points, state }) => [points, state])).toEqual([
      [null, 'notApplicable'],
      [null, 'notApplicable'],
    ]);
    expect(rows.map(rowStateText)).toEqual(['目标待定', '不评定']);
    expect(rows.flatMap((row) => row.figures).map(({ rule }) => ruleText(rule.code, rule.params))).toEqual([
      '2025年目标待定，定下之前不计入满分。',
      '目标只有文字，不能按监测值判定，不计入满分。',
    ]);
  });
});
