import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adoptTargets } from '../../../../../shared/domain/plan/conflicts.ts';
import { stretchTarget, unitTarget, unitTargets } from '../../../../../shared/domain/plan/further-targets.ts';
import type { Plan, Target } from '../../../../../shared/domain/plan/schema.ts';
import { measuresOf } from '../../../../../shared/domain/plan/statements.ts';
import { targetText } from '../../../../../shared/domain/plan/target.ts';
import type { PlanDocument, TargetRevision } from '../../../../../shared/domain/plan/years/plan-document.ts';
import { planForYear, presentPlan, type YearPlan } from '../../../../../shared/domain/plan/years/plan-for-year.ts';
import { loadTestPlan } from '../../../../support/plan.ts';
import { documentsOf, laterDocument } from '../../../../support/plan-documents.ts';
import { loadSecondPlan } from '../../../../support/templates.ts';

const county = loadSecondPlan();
const at = (value: string): Target => ({ kind: 'number', printed: `≤${value}`, operator: 'le', value });

const revised = (plan: Plan, year: number, ...revisions: readonly (readonly [string, TargetRevision])[]): YearPlan =>
  planForYear(documentsOf(plan, ...documents(revisions)), year, null);

const documents = (revisions: readonly (readonly [string, TargetRevision])[]): PlanDocument[] =>
  revisions.map(([day, revision], index) => laterDocument(index + 2, day, { targets: [revision] }, 'adjustment'));

const stretchOf = (plan: YearPlan, id: string) => {
  const measure = measuresOf(plan).find((one) => one.id === id);
  if (measure === undefined) throw new Error(id);
  return stretchTarget(plan, measure);
};

describe('奋斗目标', () => {
  const stretch = (value: string, year = 2025): TargetRevision => ({ measure: 'K1', year, target: at(value), kind: 'stretch' });

  it('is what the plan prints, with its place', () => {
    expect(stretchOf(revised(county, 2025), 'K1')).toMatchObject({ printed: '≤34', place: '附表1 第1行', document: null, displaced: [] });
    expect(stretchOf(revised(county, 2027), 'K1')).toBeNull();
  });

  it('gives way to a document, and of documents to the one that takes effect last; what was overruled is kept', () => {
    const plan = revised(county, 2025, ['2025-06-01', stretch('31')], ['2025-03-01', stretch('33')]);
    expect(stretchOf(plan, 'K1')).toMatchObject({
      printed: '≤31',
      place: '〔2〕号',
      effectiveOn: '2025-06-01',
      displaced: [
        { printed: '≤33', place: '〔3〕号' },
        { printed: '≤34', place: '附表1 第1行', effectiveOn: null },
      ],
    });
    expect(adoptTargets(plan).get('K1')).toEqual(adoptTargets(revised(county, 2025)).get('K1'));
  });

  it('is set for a year or a measure for which the plan prints none', () => {
    expect(stretchOf(revised(county, 2027, ['2026-06-01', stretch('30', 2027)]), 'K1')).toMatchObject({ printed: '≤30', displaced: [] });
    expect(
      stretchOf(revised(county, 2025, ['2025-06-01', { measure: 'K2', year: 2025, target: at('9'), kind: 'stretch' }]), 'K2'),
    ).toMatchObject({ printed: '≤9' });
  });

  it('stands in the measure itself, so that forms print it, and not in what the plan is exported as', () => {
    const later = documents([['2025-06-01', stretch('31')]]);
    const [measure] = planForYear(documentsOf(county, ...later), 2025, null).annex1.rows[0]?.measures ?? [];
    expect(measure?.stretch?.['2025']).toMatchObject({ value: '31' });
    expect(measure?.stretch?.['2026']).toMatchObject({ value: '33' });
    expect(presentPlan(documentsOf(county, ...later))).toEqual(county);
  });
});

describe('a target of one unit', () => {
  const of = (unit: string, value: string): TargetRevision => ({ measure: 'K1', year: 2025, target: at(value), unit });

  it('holds for that unit, of documents the one that takes effect last', () => {
    const plan = revised(county, 2025, ['2025-06-01', of('T01', '38')], ['2025-07-01', of('T01', '37')], ['2025-01-01', of('T02', '40')]);
    expect(unitTarget(plan, 'K1', 'T01', 'binding')).toMatchObject({ printed: '≤37', displaced: [{ printed: '≤38', place: '〔2〕号' }] });
    expect(unitTarget(plan, 'K1', 'T03', 'binding')).toBeNull();
    expect(unitTarget(plan, 'K1', 'T01', 'stretch')).toBeNull();
    expect(unitTargets(plan).map(({ unit, printed }) => `${unit} ${printed}`)).toEqual(['T01 ≤37', 'T02 ≤40']);
    expect(adoptTargets(plan).get('K1')).toMatchObject({ printed: '≤36' });
  });
});

describe.each([
  ['合川', loadTestPlan()],
  ['临江', county],
])('%s: a revision', (_name, plan) => {
  const measures = measuresOf(plan);
  const years = plan.annex1.years;
  const revision = fc
    .record({
      measure: fc.constantFrom(...measures.map(({ id }) => id)),
      year: fc.constantFrom(...years),
      value: fc.integer({ min: 1_000, max: 9_999 }).map(String),
      kind: fc.constantFrom('binding', 'stretch'),
      unit: fc.constantFrom(null, ...plan.units.map(({ id }) => id)),
    })
    .map(({ measure, year, value, kind, unit }): TargetRevision => ({
      measure,
      year,
      target: at(value),
      ...(kind === 'stretch' ? { kind: 'stretch' as const } : {}),
      ...(unit === null ? {} : { unit }),
    }));

  /** All targets of all years by measure, year, kind and unit. */
  function everyTarget(revisions: readonly TargetRevision[]): ReadonlyMap<string, string> {
    const later = documents(revisions.map((one, index) => [`${years[0] ?? 2024}-01-${String(index + 1).padStart(2, '0')}`, one] as const));
    return new Map(
      years.flatMap((year) => {
        const own = planForYear(documentsOf(plan, ...later), year, null);
        const further = [...measuresOf(own).flatMap((measure) => stretchTarget(own, measure) ?? []), ...unitTargets(own)];
        return [
          ...[...adoptTargets(own)].map(([id, target]) => [`${id} ${year} binding `, target.printed] as const),
          ...further.map((one) => [`${one.measure} ${year} ${one.kind} ${one.unit ?? ''}`, one.printed] as const),
        ];
      }),
    );
  }

  const known = new Map(years.map((year) => [year, new Set(measuresOf(planForYear(documentsOf(plan), year, null)).map(({ id }) => id))]));

  /** The measure and the unit are there in the year: a list is of one year, units come and go. */
  const exists = ({ measure, unit, year }: TargetRevision): boolean => {
    if (known.get(year)?.has(measure) !== true) return false;
    const found = plan.units.find(({ id }) => id === unit);
    return unit === undefined || ((found?.from ?? '') <= `${year}-12-31` && (found?.until ?? '9999') >= `${year}-01-01`);
  };

  it('changes exactly its row, whatever was revised before', () => {
    fc.assert(
      fc.property(fc.array(revision.filter(exists), { maxLength: 3 }), revision.filter(exists), (before, last) => {
        const [old, fresh] = [everyTarget(before), everyTarget([...before, last])];
        const key = `${last.measure} ${last.year} ${last.kind ?? 'binding'} ${last.unit ?? ''}`;
        const changed = [...new Set([...old.keys(), ...fresh.keys()])].filter((one) => old.get(one) !== fresh.get(one));
        expect(changed.filter((one) => one !== key)).toEqual([]);
        expect(fresh.get(key)).toBe(targetText(last.target));
      }),
      { numRuns: 25 },
    );
  });
});
