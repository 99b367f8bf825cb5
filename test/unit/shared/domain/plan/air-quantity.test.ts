import { describe, expect, it } from 'vitest';
import { airQuantityOf, measureOfQuantity } from '../../../../../shared/domain/plan/air-quantity.ts';
import { measuresOf } from '../../../../../shared/domain/plan/statements.ts';
import { loadTestPlan } from '../../../../support/plan.ts';
import { loadSecondPlan } from '../../../../support/templates.ts';

const quantity = (name: string, unit: string, subject = 'S001', subjects = {}) => airQuantityOf({ name, unit, subject }, subjects);

describe('a measure of the air', () => {
  it.each([
    ['PM2.5浓度', '微克/立方米', 'pm25'],
    ['PM₂.₅年均浓度', 'μg/m³', 'pm25'],
    ['细颗粒物（PM2.5）浓度', 'µg/m3', 'pm25'],
    ['优良天数比率', '%', 'goodRatio'],
    ['空气质量优良天数', '天', 'goodDays'],
    ['环境空气质量优良率', '％', 'goodRatio'],
    ['重污染天数', '天', 'heavyDays'],
    ['重度及以上污染天数比率', '%', 'heavyRatio'],
  ])('%s in %s is %s', (name, unit, expected) => {
    expect(quantity(name, unit)).toBe(expected);
  });

  it.each([
    ['PM2.5浓度下降比例', '%'],
    ['PM2.5浓度', '%'],
    ['地表水优良比例', '%'],
    ['水质优良天数', '天'],
    ['新能源车占比', '%'],
    ['优良天数同比增加', '天'],
  ])('%s in %s is none', (name, unit) => {
    expect(quantity(name, unit)).toBeNull();
  });

  it('is known by the name of its subject where its own does not tell', () => {
    expect(quantity('年均浓度', '微克/立方米', 'S009', { S009: '细颗粒物（PM2.5）' })).toBe('pm25');
    expect(quantity('年均浓度', '微克/立方米')).toBeNull();
  });

  it('is found in the plan of either district, whatever its id', () => {
    const found = [loadTestPlan(), loadSecondPlan()].map((plan) =>
      (['pm25', 'goodRatio'] as const).map((one) => measureOfQuantity(measuresOf(plan), one, plan.subjects)?.id ?? null),
    );
    expect(found[0]).toEqual(['A1-01', 'A1-03']);
    expect(found[1]).not.toContain(null);
  });
});
