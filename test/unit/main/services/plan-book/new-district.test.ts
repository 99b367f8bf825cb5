import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadTestPlan } from '../../../../support/plan.ts';
import type { Plan } from '../../../../../shared/domain/plan/schema.ts';
import { testCore, type TestCore } from '../../../../support/core.ts';
import { temporaryFolder } from '../../../../support/folder.ts';
import { BookFile } from '../../../../support/plan-book-file.ts';
import { jsonValue, runCli } from '../../../../support/run-cli.ts';

const folder = temporaryFolder();
const book = join(folder, '方案.xlsx');
const work = join(folder, '云溪县.sqlite');
const [HEAD, KINDS, UNITS, ANNEX1, ANNEX2, LIST] = ['方案', '单位类别', '单位', '附件1 指标', '附件2 任务', '年度事项'] as const;
const SECTIONS = ['产业', '能源', '交通', '减排', '扬尘', '应急', '科技', '政策', '共治', '园区'];
const NUMERALS = '一二三四五六七八九十';

/** An invented county with four kinds of units, ten sections, and targets of every kind. */
async function fill(): Promise<void> {
  const file = await BookFile.open(book);
  file
    .line(HEAD, '方案标题', '云溪县空气质量持续改善行动方案')
    .line(HEAD, '文号', '云溪府发〔2026〕7号')
    .line(HEAD, '印发机关', '云溪县人民政府')
    .line(HEAD, '印发日期', new Date(Date.UTC(2026, 2, 31)))
    .line(HEAD, '本区名称', '云溪县')
    .line(HEAD, '上级市', '丰州市')
    .line(HEAD, '2026年报送截止日', '2027年1月20日')
    .line(HEAD, '报空气监测数据的单位', '东关镇、北山工业园')
    .add(KINDS, { 类别名称: '园区', 填报牵头事项: '否', 填报分担事项: '是', 监测空气并排名: '是' })
    .add(KINDS, { 类别名称: '企业', 填报牵头事项: '是', 填报分担事项: '否', 监测空气并排名: '否' });
  const units: [string, string, string?][] = [
    ['县生态环境局', '部门'],
    ['县公安局', '部门'],
    ['东关镇', '镇街', '360981100'],
    ['西岭乡', '镇街', '360981201000'],
    ['北山工业园', '园区'],
    ['云溪水泥有限公司', '企业'],
  ];
  for (const [name, kind, code = ''] of units) file.add(UNITS, { 单位名称: name, 类别: kind, 区划代码: code });
  const shared = { 类别: '空气质量', '＊累计': '否', 牵头单位: '县生态环境局', 口径: '当年状态', 修约位数: 1 };
  file
    .add(ANNEX1, { ...shared, 指标名称: '细颗粒物浓度（微克/立方米）', '2026年目标': '≤ 31', '2027年目标': '28-30', 只写数字时: '不高于' })
    .add(ANNEX1, { ...shared, 指标名称: '氮氧化物减排量（吨）', '2026年目标': '完成市级下达任务', '2028年目标': '120' });
  file.add(ANNEX2, {
    部分: '一、重大项目',
    主要内容: '水泥生产线超低排放改造2条。',
    牵头单位: '云溪水泥有限公司',
    '2028年目标': '2',
    指标量名称: '改造生产线',
    计量单位: '条',
  });
  for (const [index, name] of SECTIONS.entries())
    file.add(LIST, {
      部分: `${NUMERALS[index]}、${name}`,
      内容: `${name}领域完成专项检查不少于${index + 3}次。`,
      牵头单位: index % 2 === 0 ? '县生态环境局' : '公安局',
      责任单位: '各乡镇、北山工业园',
      目标: `不少于${index + 3}`,
      指标量名称: `${name}专项检查`,
      计量单位: '次',
      属地分担: index === 9 ? '是' : '否',
      分担理由: index === 9 ? '检查在园区内进行' : '',
    });
  await file.save();
}

describe('a district that has no plan yet', () => {
  let made: TestCore;
  let plan: Plan;
  beforeAll(async () => {
    made = testCore(folder);
    const exported = await made.call('plan.export', { file: made.grant(book), year: 2026 });
    expect(exported).toMatchObject({ empty: true, year: 2026 });
    await fill();
    const init = await runCli(['init', work, '--plan', book]);
    expect([init.code, init.stderr]).toEqual([0, '']);
    expect(init.stdout).toContain('云溪县空气质量持续改善行动方案（云溪府发〔2026〕7号）');
    plan = (jsonValue(await runCli(['plan', 'show', work, '--json'])) as { plan: Plan }).plan;
  });
  afterAll(() => made.core.close());

  it('gets an empty workbook of the same shape, whose sample rows are no rows', async () => {
    const blank = join(folder, '空白.xlsx');
    await made.call('plan.export', { file: made.grant(blank), year: 2026 });
    const compared = await made.call('plan.compare', { source: made.grant(blank), fresh: true });
    expect(compared.findings.map(({ code, params }) => [code, params['sheet'] ?? params['column']])).toEqual([
      ['BOOK_VALUE_MISSING', '方案标题'],
      ['BOOK_VALUE_MISSING', '文号'],
      ['BOOK_VALUE_MISSING', '印发机关'],
      ['BOOK_VALUE_MISSING', '印发日期'],
      ['BOOK_VALUE_MISSING', '本区名称'],
      ['BOOK_SHEET_MISSING', UNITS],
      ['BOOK_SHEET_MISSING', '指标'],
    ]);
    const refused = join(folder, 'refused.sqlite');
    expect(await made.fail('work.create', { file: made.grant(refused), workbook: made.grant(blank) })).toMatchObject({
      code: 'PLAN_BOOK_INVALID',
      params: { workbook: '空白.xlsx', errors: 7, place: `${HEAD}!B3`, finding: 'BOOK_VALUE_MISSING' },
    });
    expect(existsSync(refused)).toBe(false);
  });

  it('reads a sample row that was written over as the row that it now is', async () => {
    const blank = join(folder, '改写.xlsx');
    await made.call('plan.export', { file: made.grant(blank), year: 2026 });
    await (await BookFile.open(blank)).set(UNITS, '示例', '单位名称', '县气象局').save();
    const compared = await made.call('plan.compare', { source: made.grant(blank), fresh: true });
    expect(compared.findings.map((one) => one.params['sheet'])).not.toContain(UNITS);
  });

  it('is made a work of its workbook: its units of four kinds, by names that are its own', () => {
    expect(plan).toMatchObject({
      district: { name: '云溪县', aliases: [], city: '丰州市' },
      document: { date: '2026-03-31', datePrinted: '2026年3月31日', issuer: '云溪县人民政府' },
    });
    expect(plan.id).toMatch(/^plan-[0-9a-f]{8}$/);
    expect(plan.unitKinds.map(({ name, leads, asked, air }) => [name, leads, asked, air])).toEqual([
      ['部门', true, false, false],
      ['镇街', false, true, true],
      ['园区', false, true, true],
      ['企业', true, false, false],
    ]);
    expect(plan.units.map(({ id, name, divisionCode }) => [id, name, divisionCode])).toEqual([
      ['U001', '县生态环境局', null],
      ['U002', '县公安局', null],
      ['U003', '东关镇', '360981100'],
      ['U004', '西岭乡', '360981201'],
      ['U005', '北山工业园', null],
      ['U006', '云溪水泥有限公司', null],
    ]);
    expect(plan.reporting).toEqual({
      dueDates: { '2026': '2027-01-20' },
      townAir: ['U003', 'U005'],
      townItems: [{ item: 'Y2026-10', reason: '检查在园区内进行' }],
    });
  });

  it('has its indicators with a number, a range, words and targets that are not set yet', () => {
    expect(plan.annex1.years).toEqual([2026, 2027, 2028]);
    expect(plan.annex1.rows.map((row) => row.measures[0]?.targets)).toEqual([
      {
        '2026': { kind: 'number', printed: '≤ 31', operator: 'le', value: '31' },
        '2027': { kind: 'range', printed: '28-30', low: '28', high: '30' },
        '2028': { kind: 'pending', printed: '' },
      },
      {
        '2026': { kind: 'text', printed: '完成市级下达任务' },
        '2027': { kind: 'pending', printed: '' },
        '2028': { kind: 'number', printed: '120', operator: 'ge', value: '120' },
      },
    ]);
    expect(plan.annex1.rows.map(({ id, measures: [measure] }) => [id, measure?.name, measure?.unit, measure?.kind])).toEqual([
      ['A1-01', '细颗粒物浓度', '微克/立方米', 'amount'],
      ['A1-02', '氮氧化物减排量', '吨', 'amount'],
    ]);
    expect(plan.annex2?.tasks).toMatchObject([{ id: 'A2-01', leadUnits: ['U006'], measures: [{ id: 'A2-01-a', basis: 'cumulative' }] }]);
  });

  it('has a list of ten sections, with rows that its own units lead', () => {
    expect(plan.annex3?.sections.map(({ number, title }) => `${number} ${title}`)).toEqual(
      SECTIONS.map((name, index) => `${index + 1} ${NUMERALS[index]}、${name}`),
    );
    expect(plan.annex3?.items).toHaveLength(10);
    expect(plan.annex3?.items[9]).toMatchObject({ id: 'Y2026-10', section: 10, number: 1, type: 'numeric', leadUnits: ['U002'] });
  });

  it('shows all of it on the command line, and nothing of another district', async () => {
    const { stdout, code } = await runCli(['plan', 'show', work]);
    expect(code).toBe(0);
    for (const words of [
      '云溪府发〔2026〕7号',
      '细颗粒物浓度（微克/立方米）',
      '28-30',
      '园区（1）：北山工业园',
      '企业（1）：云溪水泥有限公司',
    ])
      expect(stdout).toContain(words);
    expect(loadTestPlan().units.filter((unit) => unit.name.length > 3 && stdout.includes(unit.name))).toEqual([]);
  });

  it('exports what it has, and finds it unchanged', async () => {
    const again = join(folder, '再导出.xlsx');
    expect((await runCli(['plan', 'export', work, '--out', again])).code).toBe(0);
    const compared = jsonValue(await runCli(['plan', 'import', work, again, '--dry-run', '--json'])) as {
      differences: unknown;
      counts: object;
    };
    expect(compared).toMatchObject({ differences: [], counts: { errors: 0 } });
  });
});
