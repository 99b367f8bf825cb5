import { describe, expect, it } from 'vitest';
import type { ItemList, Plan } from '../../../../../../shared/domain/plan/schema.ts';
import {
  listYears,
  newestList,
  planForYear,
  presentPlan,
  reportingUnits,
  revisionsOf,
  yearPlanOf,
} from '../../../../../../shared/domain/plan/years/plan-for-year.ts';
import { smallPlan } from '../../../../../support/assessment-plan.ts';
import { documentsOf, laterDocument, openingOf } from '../../../../../support/plan-documents.ts';

const plan = smallPlan();
const listOf = (year: number, title = `${year}年事项`): ItemList => ({ ...plan.annex3, year, label: '附件', title });
const titleOf = ({ annex3 }: Plan): string | null => annex3?.title ?? null;

describe('the list of items of a year', () => {
  const documents = documentsOf(plan, laterDocument(2, '2025-03-01', { list: listOf(2025) }, 'list'));

  it("is the plan's own in its year, a later document's in the year it is for, and none in any other", () => {
    expect([2024, 2025, 2026].map((year) => titleOf(planForYear(documents, year, null)))).toEqual(['清单', '2025年事项', null]);
    expect(listYears(documents)).toEqual([2024, 2025]);
  });

  it('is the newest of the year by the day from which it holds, not by the order of taking in', () => {
    const twice = documentsOf(
      plan,
      laterDocument(2, '2025-06-01', { list: listOf(2025, '修订') }),
      laterDocument(3, '2025-03-01', { list: listOf(2025, '初稿') }),
    );
    expect(titleOf(planForYear(twice, 2025, null))).toBe('修订');
    expect(newestList(twice, 2025)?.document).toBe(2);
    expect(newestList(twice, 2026)).toBeNull();
  });

  it('is what the opening of the year chose, whatever has come since', () => {
    const twice = documentsOf(
      plan,
      laterDocument(2, '2025-03-01', { list: listOf(2025, '初稿') }),
      laterDocument(3, '2025-06-01', { list: listOf(2025, '修订') }),
    );
    expect(titleOf(planForYear(twice, 2025, openingOf({ list: 2 })))).toBe('初稿');
    expect(titleOf(planForYear(twice, 2025, openingOf({ list: null })))).toBeNull();
  });
});

describe('items that units are asked for', () => {
  it('come with the list they belong to', () => {
    const documents = documentsOf(
      plan,
      laterDocument(2, '2025-03-01', { list: listOf(2025), asked: [{ item: 'A3-1.2', reason: '属地' }] }, 'list'),
    );
    const asked = (year: number): string[] => planForYear(documents, year, null).reporting.townItems.map(({ item }) => item);
    expect([asked(2024), asked(2025), asked(2026)]).toEqual([['A3-1.1', 'A3-1.3'], ['A3-1.2'], []]);
  });

  it('are none of a list that names none', () => {
    const documents = documentsOf(plan, laterDocument(2, '2025-03-01', { list: listOf(2025) }, 'list'));
    expect(planForYear(documents, 2025, null).reporting.townItems).toEqual([]);
  });
});

describe('annexes that a later document replaces', () => {
  const annex1 = { ...plan.annex1, title: '修订后的指标' };
  const documents = documentsOf(plan, laterDocument(2, '2025-04-01', { annex1, annex2: null, subjects: { dust: '扬尘' } }));

  it('hold from the year in which the document takes effect', () => {
    expect([2024, 2025, 2026].map((year) => planForYear(documents, year, null).annex1.title)).toEqual([
      '清单',
      '修订后的指标',
      '修订后的指标',
    ]);
    expect([2024, 2025].map((year) => planForYear(documents, year, null).annex2?.title ?? null)).toEqual(['清单', null]);
  });

  it('add their subjects to those of the plan, in every year', () => {
    expect(planForYear(documents, 2024, null).subjects).toEqual({ ...plan.subjects, dust: '扬尘' });
  });

  it('are what the plan says now, whatever the year', () => {
    expect(presentPlan(documents)).toMatchObject({ annex1: { title: '修订后的指标' }, annex2: null, annex3: { year: 2024 } });
    expect(presentPlan(documentsOf(plan))).toEqual(plan);
  });

  it('leave alone what they do not speak of', () => {
    const untouched = documentsOf(plan, laterDocument(2, '2025-04-01', { annex1 }));
    expect(planForYear(untouched, 2025, null).annex2).toEqual(plan.annex2);
  });
});

describe('units of a year', () => {
  const units = [
    ...plan.units.map((unit) => (unit.id === 'dept-c' ? { ...unit, until: '2025-06-30' } : unit)),
    { id: 'dept-d', kind: 'department', name: '丁局', aliases: [], divisionCode: null, from: '2025-07-01' },
  ];
  const documents = documentsOf(plan, laterDocument(2, '2025-07-01', { units }, 'units'));
  const ids = (year: number): string[] => planForYear(documents, year, null).units.map((unit) => unit.id);

  it('are those that exist on some day of it, also of years before the document', () => {
    expect(ids(2024)).toEqual(['dept-a', 'dept-b', 'dept-c', 'town-x', 'town-y']);
    expect(ids(2025)).toEqual(['dept-a', 'dept-b', 'dept-c', 'town-x', 'town-y', 'dept-d']);
    expect(ids(2026)).toEqual(['dept-a', 'dept-b', 'town-x', 'town-y', 'dept-d']);
  });

  it('all report until the opening says which', () => {
    expect(reportingUnits(planForYear(documents, 2026, null)).map((unit) => unit.id)).toEqual(ids(2026));
    const opened = planForYear(documents, 2026, openingOf({ units: ['town-y', 'dept-a', 'dept-c'] }));
    expect(reportingUnits(opened).map((unit) => unit.id)).toEqual(['dept-a', 'town-y']);
  });
});

describe('revisions of targets', () => {
  const target = { kind: 'number', printed: '≥25', operator: 'ge', value: '25' } as const;
  const documents = documentsOf(
    plan,
    laterDocument(2, '2025-06-01', { targets: [{ measure: 'A1-04', year: 2025, target }] }, 'adjustment'),
    laterDocument(3, '2025-02-01', { targets: [{ measure: 'A1-04', year: 2025, target }] }, 'adjustment'),
    laterDocument(4, '2025-06-01', { targets: [{ measure: 'A1-01', year: 2026, target }] }, 'adjustment'),
  );

  it('stand in the order in which they take effect, of one day in that of taking in', () => {
    expect(revisionsOf(documents).map(({ document, measure, year }) => [document, measure, year])).toEqual([
      [3, 'A1-04', 2025],
      [2, 'A1-04', 2025],
      [4, 'A1-01', 2026],
    ]);
    expect(revisionsOf(documents)[0]).toMatchObject({
      number: '〔3〕号',
      effectiveOn: '2025-02-01',
      storedAt: '2025-02-01T09:00:00+08:00',
    });
  });

  it('are known to the plan of every year', () => {
    for (const year of [2024, 2025, 2026]) expect(planForYear(documents, year, null).revisions).toEqual(revisionsOf(documents));
  });
});

describe('the opening of a year', () => {
  it("gives the due date, and takes the plan's away where it gives none", () => {
    expect(yearPlanOf(plan, 2024).reporting.dueDates).toEqual({ '2024': '2025-01-15' });
    expect(yearPlanOf(plan, 2025).reporting.dueDates).toEqual({});
    const documents = documentsOf(plan);
    expect(planForYear(documents, 2025, openingOf({ due: '2026-01-20' })).reporting.dueDates).toEqual({ '2025': '2026-01-20' });
    expect(planForYear(documents, 2024, openingOf()).reporting.dueDates).toEqual({});
  });

  it('brings its choices of targets along', () => {
    const chosen = { measure: 'A1-04', source: 'none', target: null, fromYears: [] } as const;
    expect(planForYear(documentsOf(plan), 2025, openingOf({ targets: [{ ...chosen, fromYears: [] }] })).chosen).toEqual([chosen]);
    expect(yearPlanOf(plan, 2025).chosen).toEqual([]);
  });
});

it('needs the plan that the work was made from', () => {
  expect(() => planForYear([laterDocument(2, '2025-01-01', {})], 2025, null)).toThrow(RangeError);
});
