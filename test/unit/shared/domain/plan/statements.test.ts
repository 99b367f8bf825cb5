import { describe, expect, it } from 'vitest';
import { chineseNumeral } from '../../../../../shared/domain/plan/numerals.ts';
import { measuresOf, statementsOf, targetYears } from '../../../../../shared/domain/plan/statements.ts';
import { loadTestPlan } from '../../../../support/plan.ts';

const plan = loadTestPlan();
const statements = statementsOf(plan);
const of = (id: string) => statements.filter((statement) => statement.id === id);

describe('statementsOf', () => {
  it('gives one statement for each measure and year', () => {
    for (const measure of measuresOf(plan))
      expect(
        of(measure.id).map((statement) => String(statement.year)),
        measure.id,
      ).toEqual(Object.keys(measure.targets));
  });

  it('names places as printed and keeps a bare number without operator', () => {
    expect(of('A1-05')[0]).toMatchObject({
      source: 'annex1',
      place: '附件1 第5行',
      quote: '非化石能源消费比重（%） ≥20',
      year: 2024,
      operator: 'ge',
      value: '20',
      unit: '%',
      leadUnits: ['dept-development-reform'],
    });
    expect(of('A1-08')[1]).toMatchObject({ quote: '＊绿色工厂（家） 25', year: 2025, operator: null, value: '25', basis: 'cumulative' });
    expect(of('A2-项3-a')[0]).toMatchObject({ place: '附件2 一·3', year: 2027, value: '5', scope: '超低排放改造' });
    expect(of('A3-2.1-a')[0]).toMatchObject({ place: '附件3 二·1', year: 2024, value: '25' });
    expect(of('B14')[0]).toMatchObject({ place: '正文（十二）', year: 'yearly', operator: 'ge', value: '3000', unit: '辆次' });
    expect(of('B01')[0]).toMatchObject({ place: '正文 一、总体要求', leadUnits: [] });
  });

  it('gives the words of a row their own statement beside its figures', () => {
    expect(of('A3-3.2')).toMatchObject([{ subject: 'public-transport-share', value: null, qualitative: '提高', year: 2024 }]);
    expect(of('A2-政5')).toMatchObject([{ subject: 'official-cars', year: 'standing', qualitative: '原则上使用电动化等新能源汽车' }]);
  });

  it('gives one statement for each subject of the same words', () => {
    expect(of('B20').map((statement) => statement.subject)).toEqual(['glass', 'cement']);
  });

  it('covers all 31 body targets', () => {
    const ids = new Set(statements.filter((statement) => statement.source === 'body').map((statement) => statement.id));
    expect([...ids]).toEqual(plan.bodyTargets.map((target) => target.id));
  });
});

describe('targetYears', () => {
  it('has the three years of annex 1 and not 2026', () => {
    expect(targetYears(plan)).toEqual([2024, 2025, 2027]);
  });
});

describe('chineseNumeral', () => {
  it('writes chapter and article numbers', () => {
    expect([1, 9, 10, 11, 19, 20, 28, 99].map(chineseNumeral)).toEqual(['一', '九', '十', '十一', '十九', '二十', '二十八', '九十九']);
  });
});
