import { describe, expect, it } from 'vitest';
import type { Conflict, ConflictKind } from '../../../../../shared/domain/plan/conflict-types.ts';
import { adoptTargets, type Decisions, findConflicts } from '../../../../../shared/domain/plan/conflicts.ts';
import { measuresOf, targetYears } from '../../../../../shared/domain/plan/statements.ts';
import { type YearPlan, yearPlanOf } from '../../../../../shared/domain/plan/years/plan-for-year.ts';
import { loadTestPlan } from '../../../../support/plan.ts';

const plan = loadTestPlan();
const of2024 = yearPlanOf(plan, 2024);
const conflicts = findConflicts(of2024);

function conflict(id: string, among: readonly Conflict[] = conflicts): Conflict {
  const found = among.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`no conflict ${id}`);
  return found;
}

const kinds = (id: string): Set<ConflictKind> => new Set(conflict(id).differences.map((difference) => difference.kind));
const has = (id: string, kind: ConflictKind, ...statements: [string, string]): boolean =>
  conflict(id).differences.some((difference) => difference.kind === kind && difference.statements.join() === statements.join());

/** A decision of the bureau, taken after the plan was issued. */
const decision = (subject: string, statement: string, decidedAt = '2025-01-05T10:00:00+08:00'): Decisions => ({
  [subject]: { statement, decidedAt },
});

/** The plan of 2024 in which one measure's target is changed: the seed's contradictions must come from the numbers, not from a list. */
function withTarget(measureId: string, year: string, value: string): YearPlan {
  const copy = structuredClone(plan);
  const target = measuresOf(copy).find((measure) => measure.id === measureId)?.targets[year];
  if (target === undefined) throw new Error(`no target ${measureId} ${year}`);
  Object.assign(target, { printed: value, value });
  return yearPlanOf(copy, 2024);
}

describe('the contradictions of the plan in 2024', () => {
  it('I01 non-fossil share: 20 against 25, and the value of 2027 asked for in 2024', () => {
    expect(has('non-fossil-share', 'value', 'A1-05', 'A3-2.1-a')).toBe(true);
    expect(has('non-fossil-share', 'laterYear', 'A1-05@2027', 'A3-2.1-a')).toBe(true);
    expect(has('non-fossil-share', 'laterYear', 'A3-2.1-a', 'B06')).toBe(true);
    expect(conflict('non-fossil-share').adopted).toEqual({ statement: 'A1-05', rule: 'annex1First', losing: ['A3-2.1-a'] });
  });

  it('I02 glass: 10 against 20, the 20 of 2025 in 2024, and 完成 without number', () => {
    expect(kinds('glass')).toEqual(new Set(['value', 'laterYear', 'quantity', 'leads']));
    expect(conflict('glass').adopted).toEqual({ statement: 'A1-11', rule: 'annex1First', losing: ['A3-4.2-a'] });
  });

  it('I03 cement: 2 against 5 at the end of the term, and three degrees of treatment', () => {
    expect(has('cement', 'endValue', 'A1-10@2027', 'A2-项3-a')).toBe(true);
    expect(kinds('cement')).toEqual(new Set(['endValue', 'quantity', 'scope']));
  });

  it('I04 green factories and parks: cumulative against increment', () => {
    expect([...kinds('green-factories')]).toEqual(['basis']);
    expect([...kinds('green-parks')]).toEqual(['basis']);
  });

  it('I05 coal boilers: per cent against a count and against 基本淘汰', () => {
    expect(has('coal-boilers', 'unit', 'A1-09', 'A3-2.2-a')).toBe(true);
    expect(has('coal-boilers', 'quantity', 'A1-09@2025', 'B08')).toBe(true);
    expect(has('coal-boilers', 'scope', 'A2-政7', 'B09')).toBe(true);
  });

  it('I06 road sweeping: 2024 in the annexes, 2025 in the body, another set of roads', () => {
    expect(kinds('road-sweeping')).toEqual(new Set(['laterYear', 'scope', 'leads']));
    expect(has('road-sweeping', 'scope', 'A1-16', 'A3-5.2-a')).toBe(true);
  });

  it('I07 straw: 2024 in the annexes, 2025 in the body, with and without 以上', () => {
    expect(kinds('straw-use')).toEqual(new Set(['laterYear', 'operator', 'leads']));
  });

  it('I08 official cars: 30 per cent against 原则上全部, other sets of cars', () => {
    expect(has('official-cars', 'quantity', 'A1-13', 'B13')).toBe(true);
    expect(has('official-cars', 'scope', 'A1-13', 'A2-政5')).toBe(true);
  });

  it('I09 new buses and taxis: 纯电动 against 新能源', () => {
    expect(kinds('new-energy-vehicles')).toEqual(new Set(['quantity', 'scope', 'leads']));
  });

  it('I10 public transport share: 21 against 提高', () => {
    expect(has('public-transport-share', 'quantity', 'A1-15', 'A3-3.2')).toBe(true);
  });

  it('I11 bare land: a share against a count', () => {
    expect(has('bare-land', 'unit', 'A3-5.3-a', 'B23')).toBe(true);
  });

  it('I12 catering: 家次 against 家, restaurants against public canteens', () => {
    expect(kinds('catering-checks')).toEqual(new Set(['unit', 'scope', 'leads']));
  });

  it('finds I13 to I19 and I28 in the same way', () => {
    expect(has('pm25', 'operator', 'A1-01@2025', 'B01')).toBe(true);
    expect(has('road-checks', 'unit', 'A3-3.4-a', 'B14')).toBe(true);
    expect(kinds('fuel-checks')).toEqual(new Set(['scope', 'leads']));
    expect(has('large-boilers', 'scope', 'A3-4.1', 'B19')).toBe(true);
    expect([...kinds('lookout-system')]).toEqual(['leads']);
  });

  it('grades a conflict by whether anything but the lead units differs', () => {
    const leads = conflicts.filter((entry) => entry.grade === 'leads').map((entry) => entry.id);
    expect(leads).toEqual([
      'ab-enterprises',
      'superchargers',
      'open-burning',
      'cross-border-control',
      'vapour-recovery',
      'lookout-system',
      'source-inventory',
    ]);
  });

  it('reports none where all places agree', () => {
    const ids = conflicts.map((entry) => entry.id);
    for (const subject of [
      'heavy-pollution-days',
      'good-days',
      'forecast-accuracy',
      'electric-bus-taxi-share',
      'site-dust',
      'complaints',
      'emission-reduction-list',
    ])
      expect(ids).not.toContain(subject);
  });

  it('refers in every difference to two statements that it lists, by unique ids', () => {
    for (const entry of conflicts) {
      const ids = entry.statements.map((statement) => statement.id);
      expect(new Set(ids).size, entry.id).toBe(ids.length);
      for (const difference of entry.differences) for (const id of difference.statements) expect(ids).toContain(id);
    }
  });
});

describe('findConflicts compares values', () => {
  it('finds no value conflict once the two places agree', () => {
    const agreed = conflict('non-fossil-share', findConflicts(withTarget('A3-2.1-a', '2024', '20')));
    expect(agreed.differences.filter((difference) => difference.kind === 'value')).toEqual([]);
    expect(agreed.adopted).toMatchObject({ rule: 'only', losing: [] });
  });

  it('finds a new conflict where a number is changed', () => {
    const changed = findConflicts(withTarget('A3-6.3-a', '2024', '90'));
    expect(conflict('forecast-accuracy', changed)).toMatchObject({
      grade: 'numbers',
      differences: [{ kind: 'value', statements: ['A1-04', 'A3-6.3-a'] }],
    });
  });

  it('treats 85 and 85.0 as the same number', () => {
    expect(findConflicts(withTarget('A3-6.3-a', '2024', '85.0')).some((entry) => entry.id === 'forecast-accuracy')).toBe(false);
  });

  it('leaves out what lies before the asked year', () => {
    const later = findConflicts(yearPlanOf(plan, 2025));
    expect(later.some((entry) => entry.id === 'public-transport-share')).toBe(false);
    expect(conflict('non-fossil-share', later).statements.every((statement) => statement.year !== 2024)).toBe(true);
  });
});

/** The measures judged by another place's target, with it and their own print. */
const displaced = (year: number) =>
  [...adoptTargets(yearPlanOf(plan, year)).values()]
    .filter((target) => target.displaced !== null)
    .map((target) => `${target.measureId} ${target.printed} ${target.displaced}`);

describe('adoptTargets', () => {
  const adopted = adoptTargets(of2024);

  it('judges annex 3 by annex 1 where unit and basis are the same, and prints what was displaced', () => {
    expect(adopted.get('A3-2.1-a')).toEqual({
      measureId: 'A3-2.1-a',
      target: { kind: 'number', printed: '≥20', operator: 'ge', value: '20' },
      unit: '%',
      printed: '≥20',
      displaced: '25',
      from: 'A1-05',
      place: '附件1 第5行',
      rule: 'annex1First',
      conflict: 'non-fossil-share',
    });
    expect(adopted.get('A3-4.2-a')).toMatchObject({
      printed: '≥10',
      displaced: '不少于20',
      from: 'A1-11',
      rule: 'annex1First',
      conflict: 'glass',
    });
    expect(adopted.get('A1-05')).toMatchObject({ printed: '≥20', displaced: null, from: 'A1-05', rule: 'annex1First' });
  });

  it('never crosses units or bases', () => {
    expect(adopted.get('A1-08')).toMatchObject({
      printed: '≥20',
      displaced: null,
      from: 'A1-08',
      rule: 'only',
      conflict: 'green-factories',
    });
    expect(adopted.get('A3-1.1-a')).toMatchObject({ printed: '≥5', displaced: null, from: 'A3-1.1-a', rule: 'only' });
    expect(adopted.get('A3-3.4-a')).toMatchObject({ printed: '≥3000', from: 'A3-3.4-a', unit: '辆' });
    expect(adopted.get('A3-2.2-a')).toMatchObject({ printed: '≥1', unit: '台' });
  });

  it('leaves a measure its own target where all numbers agree', () => {
    expect(adopted.get('A3-1.2-a')).toMatchObject({ from: 'A3-1.2-a', displaced: null, rule: 'only', conflict: null });
  });

  it('gives bare numbers their recorded direction', () => {
    expect(adopted.get('A1-02')).toMatchObject({ target: { operator: 'le' }, printed: '≤0' });
    expect(adopted.get('A1-04')).toMatchObject({ target: { operator: 'ge' }, printed: '≥85' });
  });

  it('has a target for exactly the measures with one in the year', () => {
    for (const year of targetYears(plan)) {
      const expected = measuresOf(plan)
        .filter((measure) => measure.targets[String(year)] !== undefined)
        .map((measure) => measure.id);
      expect([...adoptTargets(yearPlanOf(plan, year)).keys()], String(year)).toEqual(expected);
    }
    expect(adopted.size).toBe(46);
    expect(adoptTargets(yearPlanOf(plan, 2026)).size).toBe(0);
  });

  it('displaces nothing in 2025 and only the five cement works of annex 2 in 2027', () => {
    expect(displaced(2024)).toEqual(['A3-2.1-a ≥20 25', 'A3-4.2-a ≥10 不少于20']);
    expect(displaced(2025)).toEqual([]);
    expect(displaced(2027)).toEqual(['A2-项3-a ≥2 5']);
  });
});

describe('a decision of the bureau', () => {
  it('comes before the order of sources', () => {
    const decided = adoptTargets(of2024, decision('non-fossil-share', 'A3-2.1-a'));
    expect(decided.get('A1-05')).toMatchObject({ printed: '≥25', displaced: '≥20', from: 'A3-2.1-a', rule: 'user' });
    expect(decided.get('A3-2.1-a')).toMatchObject({ printed: '≥25', displaced: null, from: 'A3-2.1-a', rule: 'user' });
    expect(decided.get('A3-4.2-a')).toEqual(adoptTargets(of2024).get('A3-4.2-a'));
    expect(conflict('non-fossil-share', findConflicts(of2024, decision('non-fossil-share', 'A3-2.1-a'))).adopted).toEqual({
      statement: 'A3-2.1-a',
      rule: 'user',
      losing: ['A1-05'],
    });
  });

  it("takes the measure's own direction for a body number without one", () => {
    expect(adoptTargets(yearPlanOf(plan, 2025), decision('pm25', 'B01')).get('A1-01')).toMatchObject({
      target: { operator: 'le' },
      printed: '≤32',
      from: 'B01',
      rule: 'user',
      displaced: null,
    });
  });

  it('does not reach a measure of another unit or basis', () => {
    const decided = adoptTargets(of2024, decision('green-factories', 'A3-1.1-a'));
    expect(decided.get('A1-08')).toMatchObject({ printed: '≥20', from: 'A1-08' });
  });

  it('is not followed where it names a statement of another year or none at all', () => {
    for (const statement of ['A1-05@2027', 'B06', 'nothing'])
      expect(adoptTargets(of2024, decision('non-fossil-share', statement)).get('A1-05')).toMatchObject({
        printed: '≥20',
        rule: 'annex1First',
      });
  });
});
