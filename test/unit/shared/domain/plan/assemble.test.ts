import { describe, expect, it } from 'vitest';
import { assemblePlan } from '../../../../../shared/domain/plan/assemble.ts';
import { planSchema } from '../../../../../shared/domain/plan/schema.ts';
import { loadTestPlan, loadTestPlanParts } from '../../../../support/plan.ts';

/** The real parts with one value set (or, with undefined, removed) at a path like annex1/rows/4/leadUnits/0. */
function spoiled(path: string, value: unknown): Record<string, unknown> {
  const parts = loadTestPlanParts();
  const steps = path.split('/');
  const last = steps.pop() ?? '';
  const holder = steps.reduce<Record<string, unknown>>((node, step) => node[step] as Record<string, unknown>, parts);
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return parts;
}

function problems(parts: Record<string, unknown>): string[] {
  const assembled = assemblePlan(parts);
  return assembled.ok ? [] : assembled.problems.map((entry) => `${entry.file} ${entry.path}: ${entry.message}`);
}

const [, ECONOMY] = loadTestPlan().units;

describe('assemblePlan', () => {
  it('accepts the real plan', () => {
    expect(problems(loadTestPlanParts())).toEqual([]);
    expect(loadTestPlan().id).toBe('hechuan-2024');
  });

  it('gives a plan that survives being stored as JSON', () => {
    const plan = loadTestPlan();
    expect(planSchema.parse(JSON.parse(JSON.stringify(plan)))).toEqual(plan);
  });

  it('accepts ids of any form, and a plan without 附件2, list, articles and body targets', () => {
    const free = loadTestPlanParts();
    const rows = (free['annex1'] as { rows: { id: string }[] }).rows;
    for (const [index, row] of rows.entries()) row.id = `空气${index + 1}`;
    expect(problems(free)).toEqual([]);
    const parts = loadTestPlanParts();
    for (const name of ['annex2', 'annex3', 'articles', 'body-targets']) delete parts[name];
    const reporting = parts['reporting'] as Record<string, unknown>;
    expect(problems({ ...parts, reporting: { ...reporting, townItems: [] } })).toEqual([]);
    expect(problems(parts)[0]).toBe('reporting.yml townItems[0].item: 年度事项清单 没有 A3-2.2');
  });

  it.each([
    ['a missing file', 'annex1', undefined, 'annex1.yml : 缺少这个文件，或文件是空的'],
    ['an empty file', 'subjects', null, 'subjects.yml : 缺少这个文件，或文件是空的'],
    ['a foreign file', 'notes', {}, 'notes.yml : 不是方案的组成文件'],
    ['a plan without id', 'plan/id', undefined, 'plan.yml id: 无效输入：期望 string，实际接收 undefined'],
  ])('reports %s', (_, path, value, message) => {
    expect(problems(spoiled(path, value))).toEqual([message]);
  });

  it.each([
    ['a wrong type', 'annex1/rows/4/measures/0/decimals', 'one', 'annex1.yml rows[4].measures[0].decimals'],
    ['an unknown key', 'annex3/items/0/remark', 'x', 'annex3.yml items[0]'],
    ['a bad plan id', 'plan/id', '合川', 'plan.yml id'],
    ['a binary float as value', 'annex1/rows/2/measures/0/targets/2024/value', 81.3, 'annex1.yml rows[2].measures[0].targets.2024.value'],
    ['a date that does not exist', 'reporting/dueDates/2024', '2025-02-30', 'reporting.yml dueDates.2024'],
    ['a bad body target', 'body-targets/3/year', 'soon', 'body-targets.yml [3].year'],
  ])('reports %s with file and path', (_, path, value, place) => {
    const found = problems(spoiled(path, value));
    expect(found.length).toBe(1);
    expect(found[0]).toMatch(new RegExp(`^${place.replace(/[.[\]]/gu, '\\$&')}: .*\\p{Script=Han}`, 'u'));
  });

  it.each([
    [
      'a lead unit that does not exist',
      'annex1/rows/0/leadUnits/0',
      'dept-moon',
      'annex1.yml rows[0].leadUnits: 与印出的单位不一致：应为 dept-ecology',
    ],
    [
      'a printed unit that does not exist',
      'annex3/items/1/leadUnitsPrinted',
      '区月球局',
      'annex3.yml items[1].leadUnits: 印出的“区月球局”不是已知单位',
    ],
    [
      'an article that names other units',
      'articles/20/units/1',
      'dept-water',
      'articles.yml [20].units: 与印出的单位不一致：应为 dept-ecology、dept-meteorology',
    ],
    ['a body target of an unknown unit', 'body-targets/30/leadUnits/0', 'dept-moon', 'body-targets.yml [30].leadUnits: 没有单位 dept-moon'],
    ['a unit id used twice', 'units/1/id', 'dept-ecology', 'units.yml : 编号 dept-ecology 重复'],
    ['an alias of two units', 'units/19/aliases', ['财政局'], 'units.yml : “财政局”同时指 dept-finance、dept-water'],
    ['a measure id used twice', 'annex3/items/0/measures/1/id', 'A3-1.1-a', 'annex3.yml items: 编号 A3-1.1-a 重复'],
    ['an id that another annex uses', 'annex3/items/0/measures/1/id', 'A1-05', 'annex3.yml items: 编号 A1-05 在 annex1.yml 里已经用过'],
    ['a unit of an unknown kind', 'units/1/kind', 'park', 'units.yml : “区经济信息委”的类别 park 没有定义'],
    [
      'a unit that ends before it begins',
      'units/1',
      { ...ECONOMY, from: '2025-01-01', until: '2024-12-31' },
      'units.yml : “区经济信息委”的起止日期颠倒',
    ],
    [
      'a value that is not the printed one',
      'annex1/rows/0/measures/0/targets/2025/value',
      '35',
      'annex1.yml rows[0].printedTargets.2025: “≤32”与指标量的目标不一致',
    ],
    [
      'an operator that is not the printed one',
      'annex1/rows/0/measures/0/targets/2025/operator',
      'ge',
      'annex1.yml rows[0].printedTargets.2025: “≤32”与指标量的目标不一致',
    ],
    [
      'a composite cell with one number too few',
      'annex1/rows/11/printedTargets/2024',
      '32',
      'annex1.yml rows[11].printedTargets.2024: “32”与指标量的目标不一致',
    ],
    [
      'a year that annex 1 does not print',
      'annex1/rows/0/printedTargets/2026',
      '≤32',
      'annex1.yml rows[0].printedTargets.2026: 附件1 没有这个年度',
    ],
    [
      'an annex 3 figure that the text does not have',
      'annex3/items/7/measures/0/targets/2024/printed',
      '不少于1351',
      'annex3.yml items[7].measures[0].targets.2024.printed: 原文里没有“不少于1351”',
    ],
    [
      'an annex 3 value that differs from its print',
      'annex3/items/7/measures/0/targets/2024/value',
      '1351',
      'annex3.yml items[7].measures[0].targets.2024: “不少于1350”与 ≥1351 不一致',
    ],
    [
      'a subject without a name',
      'annex1/rows/3/measures/0/subject',
      'weather',
      'annex1.yml rows[3].measures[0].subject: subjects.yml 里没有主题 weather',
    ],
    ['a rate without denominator', 'annex1/rows/3/measures/0/denominator', undefined, 'annex1.yml rows[3].measures[0]: 比率要有分子和分母'],
    ['an item of the wrong type', 'annex3/items/21/type', 'qualitative', 'annex3.yml items[21].type: 按内容应为 dated'],
    [
      'a quote that the article does not have',
      'body-targets/13/quote',
      '每年路检不少于3000台次',
      'body-targets.yml [13].quote: 所在条文里没有这段文字',
    ],
    ['a body value that its quote does not have', 'body-targets/13/value', '3001', 'body-targets.yml [13].value: 原文里没有这个数'],
    ['a wrong article of a quote', 'body-targets/13/article', 13, 'body-targets.yml [13].quote: 所在条文里没有这段文字'],
    ['a town item that does not exist', 'reporting/townItems/0/item', 'A3-9.9', 'reporting.yml townItems[0].item: 附件3 没有 A3-9.9'],
    ['air asked of a department', 'reporting/townAir', ['dept-ecology'], 'reporting.yml townAir: dept-ecology 不是监测空气的单位'],
  ])('reports %s', (_, path, value, message) => {
    expect(problems(spoiled(path, value))).toContain(message);
  });
});
