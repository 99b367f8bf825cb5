import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { assessmentMethods } from '../../shared/contract/assessment.ts';
import { planMethods } from '../../shared/contract/plan.ts';
import { returnsMethods } from '../../shared/contract/returns.ts';
import { jsonValue } from '../support/run-cli.ts';
import { makeWork, secondDistrict, strangeWords } from '../support/second-district.ts';
import { SECOND_PLAN } from '../support/templates.ts';
import { workbookText } from '../support/workbook-text.ts';

const district = secondDistrict();
const { cli, said, withCore, outputs, folder, work, returns } = district;
const forms = join(folder, '填报表');

beforeAll(() => makeWork(district));

describe('the plan', () => {
  test('is shown with its own kinds of units, labels, columns and operators', async () => {
    expect(outputs.get(`init --plan ${SECOND_PLAN}`)).toContain('考核对象：部门 8 个、乡镇 6 个、园区 2 个、企业 2 个');
    expect(outputs.get(`init --plan ${SECOND_PLAN}`)).toContain('有目标的年度：2025、2026、2027、2028');
    const shown = await said('plan', 'show', work);
    expect(shown).toContain('正文 0 条；附表1 12 项指标；附表2 16 项事项');
    for (const cell of [
      '≤36（力争≤34）',
      '＞84.5',
      '＜0.6',
      '180～190',
      '=2',
      '完成市级下达任务',
      '20%以上',
      '60（100）',
      '责任单位',
      '工作任务',
    ])
      expect(shown).toContain(cell);
    expect(shown).toContain('石桥乡（至2026-06-30）、石桥镇（自2026-07-01）');
    const { plan } = planMethods['plan.show'].output.parse(jsonValue(await cli('plan', 'show', work, '--json')));
    expect(plan.annex2).toBeNull();
    expect(plan.annex3?.sections).toHaveLength(10);
  });

  test('contradicts itself in numbers and in ranges, and is decided by the order of its own lists', async () => {
    const text = await said('conflicts', work, '--year', '2025');
    expect(text).toContain('附表1 优先于附表2 和正文');
    const { conflicts } = planMethods['plan.conflicts'].output.parse(jsonValue(await cli('conflicts', work, '--year', '2025', '--json')));
    const decided = conflicts.filter((conflict) => (conflict.adopted?.losing.length ?? 0) > 0);
    expect(decided.map(({ id, adopted }) => [id, adopted?.statement, adopted?.losing])).toEqual([
      ['coal', 'K5', ['Z3-2']],
      ['boilers', 'K8', ['Z3-1', '文2']],
    ]);
  });
});

describe('the forms', () => {
  const files: string[] = [];
  const form = (name: string): string => {
    const file = files.find((one) => one.includes(name)) ?? '';
    return workbookText(readFileSync(join(forms, file)));
  };
  beforeAll(async () => {
    await said('templates', work, '--year', '2025', '--out', forms);
    files.push(...readdirSync(forms));
    for (const file of files) outputs.set(file, workbookText(readFileSync(join(forms, file))));
  });

  test('are one for each unit that exists in the year, named after its kind', () => {
    expect(files).toHaveLength(18);
    expect(files.filter((file) => file.startsWith('乡镇-'))).toHaveLength(6);
    expect(files).toContain('园区-01-临江经济开发区管委会-2025年填报表.xlsx');
    expect(files.some((file) => file.includes('石桥镇'))).toBe(false);
  });

  test('ask each kind for what it answers for', () => {
    const sheets = (name: string): string[] =>
      ['指标填报', '任务填报', '空气监测'].filter(
        (sheet) => form(name).includes(`<sheet name="${sheet}"`) || form(name).includes(`name="${sheet}"`),
      );
    expect(sheets('县生态环境局')).toEqual(['指标填报', '任务填报']);
    expect(sheets('柳溪镇')).toEqual(['任务填报', '空气监测']);
    expect(sheets('临江经济开发区管委会')).toEqual(['指标填报', '任务填报', '空气监测']);
    expect(sheets('云州焦化有限公司')).toEqual(['任务填报']);
    expect(form('云州焦化有限公司')).toContain('本单位完成数');
    expect(form('柳溪镇')).toContain('本辖区完成数');
  });

  test('carry the action, the number and the second target of the plan', () => {
    const ecology = form('县生态环境局');
    expect(ecology).toContain('大气环境质量改善攻坚2025年度填报表');
    expect(ecology).toContain('临江政发〔2025〕7号');
    expect(ecology).toContain('奋斗目标≤34');
    expect(ecology).toContain('指标填报（附表1）');
  });
});

describe('the returns', () => {
  test('are taken in; what is wrong in them is found, and what meets a range or a strict limit is not', async () => {
    const taken = returnsMethods['returns.import'].output.parse(jsonValue(await cli('import', work, returns, '--year', '2025', '--json')));
    expect(taken.counts).toMatchObject({ accepted: 17, duplicate: 1, rejected: 0 });
    const found = taken.files.flatMap((file) => file.findings.filter(({ severity }) => severity !== 'info'));
    const disagreeing = found.filter(({ code }) => code === 'STATUS_DISAGREES');
    expect(disagreeing.map(({ params }) => `${params['measure']} ${params['value']} ${params['target']}`)).toEqual([
      '淘汰燃煤设施 14 ≥15',
      '煤炭消费总量 191.4 180～190',
      '工地抽查合格率 91.7 ≥95',
      '秸秆收储点 8 ＞8',
    ]);
    const status = returnsMethods['returns.status'].output.parse(jsonValue(await cli('status', work, '--year', '2025', '--json')));
    expect(status.counts).toMatchObject({ reported: 17, empty: 0, late: 2, missing: 1, total: 18 });
    expect(await said('status', work, '--year', '2025')).toMatch(/▎部门[\s\S]*▎乡镇[\s\S]*▎园区[\s\S]*▎企业/u);
  });
});

describe('the scores', () => {
  test('give every kind its own parts: air only where it is watched', async () => {
    const { result } = assessmentMethods['assessment.score'].output.parse(jsonValue(await cli('score', work, '--year', '2025', '--json')));
    const partsOf = (name: string): string[] => result.units.find((unit) => unit.name === name)?.parts.map(({ id }) => id) ?? [];
    expect(result.units).toHaveLength(18);
    expect(partsOf('县交通运输局')).toEqual(['indicators', 'tasks']);
    expect(partsOf('云岭乡')).toEqual(['air', 'items']);
    expect(partsOf('临江经济开发区管委会')).toEqual(['indicators', 'tasks', 'air', 'items']);
    expect(partsOf('临江水泥有限公司')).toEqual(['items']);
    expect(partsOf('县气象局')).toEqual([]);
    const text = await said('score', work, '--year', '2025');
    expect(text).toContain('▎全县');
    expect(text).toContain('临江县大气环境质量改善考核计分办法');
  });

  test('judge strict limits, ranges, equality, words and what is still to be set, each in its way', async () => {
    const { score } = assessmentMethods['assessment.explain'].output.parse(
      jsonValue(await cli('explain', work, '--year', '2025', '--unit', '临江县', '--json')),
    );
    const figures = score.parts.flatMap((part) => part.rows).flatMap((row) => row.figures);
    const judged = (id: string) => figures.find((figure) => figure.id === id);
    expect(judged('K1')).toMatchObject({ target: '≤36', judgedValue: '35', state: 'met' });
    expect(judged('K2')).toMatchObject({ target: '＞84.5', judgedValue: '84.7', state: 'met' });
    expect(judged('K3')).toMatchObject({ target: '＜0.6', judgedValue: '0.5', state: 'met' });
    expect(judged('K4')).toMatchObject({ target: '完成市级下达任务', state: 'met', rule: { code: 'status' } });
    expect(judged('K5')).toMatchObject({ target: '180～190', judgedValue: '191.4', state: 'unmet' });
    expect(judged('K6')).toMatchObject({ target: '=2', judgedValue: '3', state: 'unmet' });
    expect(judged('K7')).toMatchObject({ state: 'notApplicable', rule: { params: { reason: 'pending' } } });
    expect(judged('Z10-1')).toMatchObject({ target: '＞8', judgedValue: '8', state: 'unmet' });
    expect(judged('Z3-2')).toMatchObject({ target: '180～190', targetDisplaced: '185～195', state: 'unmet' });
  });

  test('are explained for the district by any of its names, and for a unit by what it is called', async () => {
    const explained = await said('explain', work, '--year', '2025', '--unit', '临江县');
    expect(explained).toMatch(/^临江县/u);
    expect(explained).toContain('2025年目标待定，定下之前不计入满分');
    expect(explained).toContain('目标待定');
    expect(await said('explain', work, '--year', '2025', '--unit', '经开区')).toMatch(/^临江经济开发区管委会/u);
    await withCore(async ({ call, fail }) => {
      const nameOf = async (unit: string): Promise<string> => (await call('assessment.explain', { year: 2025, unit })).score.name;
      for (const name of ['全县', '临江', '云州市临江县']) expect(await nameOf(name)).toBe('临江县');
      expect(await nameOf('临江县临江镇')).toBe('临江镇');
      // The name is that of the unit that bears it in the year.
      expect(await nameOf('石桥')).toBe('石桥乡');
      expect(await fail('assessment.explain', { year: 2025, unit: '石桥镇' })).toMatchObject({ code: 'UNIT_UNKNOWN' });
    });
  });
});

describe('the other questions', () => {
  test('are answered in the words of the district', async () => {
    expect(await said('sensitivity', work, '--year', '2025')).toContain('▎全县');
    expect(await said('year', 'show', work, '2025')).toContain('报送单位　部门 8 个、乡镇 6 个、园区 2 个、企业 2 个');
    expect(await said('targets', 'show', work, '--year', '2025')).toContain('附表1 第1行');
    await said('consents', work, '--year', '2025');
    await said('run', 'make', work, '--year', '2025');
    expect(await said('run', 'list', work)).toContain('linjiang-scoring');
  });
});

describe('whatever is said and written of the second district', () => {
  test('holds no word of the district that the product brings along, and speaks of a 县', () => {
    expect(district.outputs.size).toBeGreaterThan(25);
    expect(strangeWords(district.outputs)).toEqual([]);
    expect(strangeWords(new Map([['a', '合川区各镇街 A1-05']]))).toEqual(['a: 合川区', 'a: 合川', 'a: A1-05', 'a: 镇街']);
  });
});
