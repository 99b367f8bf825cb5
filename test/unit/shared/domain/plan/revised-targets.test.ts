import { describe, expect, it } from 'vitest';
import { foreignSource } from '../../../../../shared/domain/plan/conflict-types.ts';
import { adoptTargets, type Decisions, findConflicts } from '../../../../../shared/domain/plan/conflicts.ts';
import type { Target } from '../../../../../shared/domain/plan/schema.ts';
import { measureOf, rowsOfStatements } from '../../../../../shared/domain/plan/statements.ts';
import type { ChosenTarget } from '../../../../../shared/domain/plan/years/opening.ts';
import { planForYear, type YearPlan } from '../../../../../shared/domain/plan/years/plan-for-year.ts';
import { loadTestPlan } from '../../../../support/plan.ts';
import { documentsOf, laterDocument, openingOf } from '../../../../support/plan-documents.ts';

const plan = loadTestPlan();
const SUBJECT = 'non-fossil-share';

const number = (value: string, operator: 'ge' | 'gt' | 'le' | 'lt' = 'ge'): Target => ({
  kind: 'number',
  printed: value,
  operator,
  value,
});

/** The plan of 2024 (or another year) after documents that revise one measure: [effective, target]. */
function revised(measure: string, revisions: readonly (readonly [string, Target])[], year = 2024): YearPlan {
  const later = revisions.map(([effectiveOn, target], index) =>
    laterDocument(index + 2, effectiveOn, { targets: [{ measure, year, target }] }, 'adjustment'),
  );
  return planForYear(documentsOf(plan, ...later), year, null);
}

const decision = (statement: string, day: string): Decisions => ({
  [SUBJECT]: { statement, decidedAt: `${day}T10:00:00+08:00` },
});

describe('a document that adjusts a target', () => {
  it('comes before the annexes, and only for the very measure and year that it names', () => {
    const adopted = adoptTargets(revised('A1-05', [['2024-10-01', number('22')]]));
    expect(adopted.get('A1-05')).toMatchObject({
      target: { operator: 'ge', value: '22' },
      printed: '≥22',
      displaced: '≥20',
      from: 'A1-05@文2',
      place: '〔2〕号',
      rule: 'revised',
    });
    expect(adopted.get('A3-2.1-a')).toMatchObject({ printed: '≥20', from: 'A1-05', rule: 'annex1First' });
    expect(adoptTargets(revised('A1-05', [['2024-10-01', number('22')]], 2025)).get('A1-05')).toMatchObject({ rule: 'revised' });
    expect(adoptTargets(planForYear(documentsOf(plan), 2025, null)).get('A1-05')?.rule).not.toBe('revised');
  });

  it('gives way to one that takes effect later, whichever was taken in first', () => {
    const [early, late] = [['2024-10-01', number('22')] as const, ['2024-11-01', number('23')] as const];
    expect(adoptTargets(revised('A1-05', [early, late])).get('A1-05')).toMatchObject({ printed: '≥23', place: '〔3〕号' });
    expect(adoptTargets(revised('A1-05', [late, early])).get('A1-05')).toMatchObject({ printed: '≥23', place: '〔2〕号' });
    const sameDay = revised('A1-05', [
      ['2024-10-01', number('22')],
      ['2024-10-01', number('24')],
    ]);
    expect(adoptTargets(sameDay).get('A1-05')).toMatchObject({ printed: '≥24', place: '〔3〕号' });
  });

  it('displaces nothing where it says the same', () => {
    expect(adoptTargets(revised('A1-05', [['2024-10-01', number('20.0')]])).get('A1-05')).toMatchObject({
      displaced: null,
      rule: 'revised',
    });
  });

  it('keeps its own direction, which may be strict', () => {
    expect(adoptTargets(revised('A1-01', [['2024-10-01', number('39', 'lt')]])).get('A1-01')).toMatchObject({
      target: { operator: 'lt' },
      printed: '＜39',
      displaced: '≤39',
    });
  });

  it.each<[Target, string]>([
    [{ kind: 'range', printed: '20～25', low: '20', high: '25' }, '20～25'],
    [{ kind: 'text', printed: '完成市级下达任务' }, '完成市级下达任务'],
    [{ kind: 'pending', printed: '' }, '待定'],
  ])('may set a target of another kind: %j', (target, printed) => {
    expect(adoptTargets(revised('A1-05', [['2024-10-01', target]])).get('A1-05')).toMatchObject({ target, printed, displaced: '≥20' });
  });

  it('sets the target of a year for which the plan has none', () => {
    expect(adoptTargets(revised('A1-05', [['2026-02-01', number('23')]], 2026)).get('A1-05')).toMatchObject({
      printed: '≥23',
      displaced: null,
      rule: 'revised',
    });
  });

  it('is named as the source of the target; other rows by their id, the own not at all', () => {
    const adopted = adoptTargets(revised('A1-05', [['2024-10-01', number('22')]]));
    const sources = ['A1-05', 'A3-2.1-a', 'A1-01'].map((id) => {
      const target = adopted.get(id);
      return target === undefined ? undefined : foreignSource(target);
    });
    expect(sources).toEqual(['〔2〕号', 'A1-05', null]);
  });

  it('stands among the statements of its subject as what is adopted', () => {
    const conflict = findConflicts(revised('A1-05', [['2024-10-01', number('22')]])).find(({ id }) => id === SUBJECT);
    expect(conflict?.adopted).toMatchObject({ statement: 'A1-05@文2', rule: 'revised' });
    expect(conflict?.statements.find(({ id }) => id === 'A1-05@文2')).toMatchObject({ source: 'revision', place: '〔2〕号', value: '22' });
  });
});

describe('a decision of the bureau and a document', () => {
  const revisedPlan = revised('A1-05', [['2024-10-10', number('22')]]);
  const adoptedAfter = (day: string) => adoptTargets(revisedPlan, decision('A3-2.1-a', day)).get('A1-05');
  const conflictAfter = (day: string) =>
    findConflicts(revisedPlan, decision('A3-2.1-a', day)).find(({ id }) => id === SUBJECT)?.adopted?.rule;

  it('the decision holds where it is newer', () => {
    expect(adoptedAfter('2024-10-11')).toMatchObject({ printed: '≥25', from: 'A3-2.1-a', rule: 'user' });
    expect(conflictAfter('2024-10-11')).toBe('user');
  });

  it('the document holds where it takes effect later', () => {
    expect(adoptedAfter('2024-10-09')).toMatchObject({ printed: '≥22', rule: 'revised' });
    expect(conflictAfter('2024-10-09')).toBe('revised');
  });

  it('the document holds where both are of one day', () => {
    expect(adoptedAfter('2024-10-10')).toMatchObject({ printed: '≥22', rule: 'revised' });
    expect(conflictAfter('2024-10-10')).toBe('revised');
  });
});

describe('a year without a target of its own', () => {
  const chosen = (source: ChosenTarget['source'], target: Target | null) =>
    adoptTargets(
      planForYear(documentsOf(plan), 2026, openingOf({ targets: [{ measure: 'A1-05', source, target, fromYears: [2025] }] })),
    ).get('A1-05');

  it.each([
    ['carry', 'carried'],
    ['interpolate', 'interpolated'],
    ['entered', 'entered'],
  ] as const)('goes by what its opening chose: %s', (source, rule) => {
    expect(chosen(source, number('22.5'))).toEqual({
      measureId: 'A1-05',
      target: number('22.5'),
      unit: '%',
      printed: '≥22.5',
      displaced: null,
      from: 'A1-05',
      place: '',
      rule,
      conflict: null,
    });
  });

  it('is not judged where the opening chose none', () => {
    expect(chosen('none', null)).toBeUndefined();
  });

  it('goes by a document that came after the opening, not by the choice', () => {
    const opening = openingOf({ targets: [{ measure: 'A1-05', source: 'carry', target: number('22'), fromYears: [2025] }] });
    const document = laterDocument(2, '2026-03-01', { targets: [{ measure: 'A1-05', year: 2026, target: number('24') }] });
    expect(adoptTargets(planForYear(documentsOf(plan, document), 2026, opening)).get('A1-05')).toMatchObject({
      printed: '≥24',
      rule: 'revised',
    });
  });
});

describe('the row of a statement', () => {
  it('is found by the plan, with or without year or document behind its id', () => {
    const rows = rowsOfStatements(plan);
    expect(['A1-12b', 'A3-2.1-a', 'A1-05@2027', 'A1-05@文2', 'B06'].map((id) => rows.get(measureOf(id)) ?? null)).toEqual([
      'A1-12',
      'A3-2.1',
      'A1-05',
      'A1-05',
      null,
    ]);
  });
});
