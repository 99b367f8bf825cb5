import { describe, expect, it } from 'vitest';
import { adoptTargets, findConflicts } from '../../../../../shared/domain/plan/conflicts.ts';
import { actionName } from '../../../../../shared/domain/plan/plan-name.ts';
import { checkPlan } from '../../../../../shared/domain/plan/plan-checks.ts';
import { isDistrictName, matchUnit, unitWithin } from '../../../../../shared/domain/plan/unit-names.ts';
import { yearPlanOf } from '../../../../../shared/domain/plan/years/plan-for-year.ts';
import { loadTestPlan } from '../../../../support/plan.ts';
import { loadSecondPlan } from '../../../../support/templates.ts';

const plan = loadSecondPlan();

describe('names of units in a county whose seat is called as itself', () => {
  it.each([
    ['临江镇', 'T01'],
    ['临江县临江镇', 'T01'],
    ['云州市临江县临江镇人民政府', 'T01'],
    ['县生态环境局', 'D01'],
    ['临江县生态环境局', 'D01'],
    ['生态环境局', 'D01'],
    ['云岭', 'T04'],
    ['临江经开区', 'P01'],
    ['柳溪', 'T02'],
    ['柳溪食品产业园', 'P02'],
    ['云州焦化', 'E01'],
  ])('%s is %s', (text, id) => {
    expect(matchUnit(plan, text)?.id).toBe(id);
  });

  it('the county alone is no unit', () => {
    expect(matchUnit(plan, '临江')).toBeNull();
    for (const name of ['临江', '临江县', '云州市临江县', '全县']) expect(isDistrictName(plan.district, name)).toBe(true);
    expect(isDistrictName(plan.district, '临江镇')).toBe(false);
  });

  it('one name means the unit that bears it at the time', () => {
    const [before, after] = [matchUnit(plan, '石桥乡'), matchUnit(plan, '石桥镇')];
    if (before === null || after === null) throw new Error('not found');
    expect(matchUnit(plan, '石桥')?.id).toBe('T07');
    expect(unitWithin(plan, after, '2025-01-01', '2025-12-31').id).toBe('T06');
    expect(unitWithin(plan, before, '2026-07-01', '2026-07-01').id).toBe('T07');
    // In the year of the change both exist.
    expect(unitWithin(plan, before, '2026-01-01', '2026-12-31').id).toBe('T06');
  });
});

describe('ranges', () => {
  it('contradict each other as numbers do, and the list that stands first decides', () => {
    const found = findConflicts(yearPlanOf(plan, 2025)).find(({ id }) => id === 'coal');
    expect(found).toMatchObject({ grade: 'numbers', adopted: { statement: 'K5', rule: 'annex1First', losing: ['Z3-2'] } });
    expect(found?.differences).toContainEqual({ kind: 'value', statements: ['K5', 'Z3-2'] });
    expect(adoptTargets(yearPlanOf(plan, 2025)).get('Z3-2')).toMatchObject({ printed: '180～190', displaced: '185～195', from: 'K5' });
  });

  it('that are the same do not', () => {
    const same = structuredClone(plan);
    const target = same.annex3?.items.find(({ id }) => id === 'Z3')?.measures[1]?.targets['2025'];
    if (target?.kind !== 'range') throw new Error('not a range');
    Object.assign(target, { low: '180', high: '190' });
    const found = findConflicts(yearPlanOf(same, 2025)).find(({ id }) => id === 'coal');
    expect(found?.grade).toBe('leads');
  });
});

describe('a second target in the same cell', () => {
  it('must agree with what the cell prints', () => {
    expect(checkPlan(plan)).toEqual([]);
    const changed = structuredClone(plan);
    const stretch = changed.annex1.rows[0]?.measures[0]?.stretch?.['2025'];
    if (stretch?.kind !== 'number') throw new Error('not a number');
    stretch.value = '30';
    expect(checkPlan(changed).map(({ file, path }) => `${file} ${path}`)).toEqual(['annex1.yml rows[0].printedTargets.2025']);
  });
});

describe('a second target in a column of its own', () => {
  it('is not asked for in the cell of the first', () => {
    const apart = structuredClone(plan);
    const row = apart.annex1.rows[0];
    if (row === undefined) throw new Error('no row');
    Object.assign(row.printedTargets, { '2025': '≤36', '2026': '≤35' });
    expect(checkPlan(apart)).toEqual([]);
  });
});

describe('the name of the action', () => {
  it('is the title without whose it is and that it is a plan', () => {
    expect(actionName(plan)).toBe('大气环境质量改善攻坚');
    expect(actionName(loadTestPlan())).toBe('空气质量持续改善行动');
  });
});
