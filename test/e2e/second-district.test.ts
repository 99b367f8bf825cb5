import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { assessmentMethods } from '../../shared/contract/assessment.ts';
import { planMethods } from '../../shared/contract/plan.ts';
import { rankingMethods } from '../../shared/contract/ranking.ts';
import { returnsMethods } from '../../shared/contract/returns.ts';
import { testCore } from '../support/core.ts';
import { fillReturn } from '../support/fill-return.ts';
import { temporaryFolder } from '../support/folder.ts';
import { csvFile, type Row, workbookFile } from '../support/monitoring-files.ts';
import { readPdf, textOf } from '../support/pdf-text.ts';
import { type CliResult, jsonValue, runCli } from '../support/run-cli.ts';
import { SECOND_PLAN, templatesWithSecondDistrict } from '../support/templates.ts';
import { wordsOfPlan } from '../support/words-of-plan.ts';
import { workbookText } from '../support/workbook-text.ts';

const folder = temporaryFolder();
const work = join(folder, '临江.sqlite');
const forms = join(folder, '填报表');
const returns = join(folder, '收回');
const templates = templatesWithSecondDistrict(folder);

/** Everything that was said or written about the second district, by where it was found. */
const outputs = new Map<string, string>();

async function cli(...args: string[]): Promise<CliResult> {
  const result = await runCli(args, folder, '', { ZHIQI_NOW: '2026-02-10T09:00:00+08:00', ZHIQI_TEMPLATES: templates });
  outputs.set(args.filter((arg) => arg !== work).join(' '), result.stdout + result.stderr);
  return result;
}

const said = async (...args: string[]): Promise<string> => {
  const result = await cli(...args);
  expect(result).toMatchObject({ code: 0, stderr: '' });
  return result.stdout;
};

/** A printed document: text of the PDF, or all that stands in the workbook. */
async function printed(kind: string, format: 'pdf' | 'xlsx', ...more: string[]): Promise<string> {
  const out = join(folder, `${kind}.${format}`);
  await said('report', work, kind, '--year', '2025', '--format', format, '--out', out, ...more);
  const text = format === 'pdf' ? textOf(readPdf(readFileSync(out))) : workbookText(readFileSync(out));
  outputs.set(`${kind}.${format}`, text);
  return text;
}

beforeAll(async () => {
  await said('init', work, '--plan', SECOND_PLAN);
  const made = testCore(folder, templates);
  made.setNow('2026-02-10T09:00:00+08:00');
  await made.call('work.open', { file: made.grant(work) });
  await made.call('samples.write', { year: 2025, folder: made.grant(returns) });
  // What the sample leaves out is filled in by hand.
  const late = await fillReturn(made, '竹溪乡', { 'reportedOn|reportedOn': { date: '2026-01-28' } }, 2025);
  writeFileSync(join(returns, '竹溪乡补报.xlsx'), late);
  made.core.close();
});

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
    const settled = conflicts.filter((conflict) => (conflict.adopted?.losing.length ?? 0) > 0);
    expect(settled.map(({ id, adopted }) => [id, adopted?.statement, adopted?.losing])).toEqual([
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
    expect(status.counts).toEqual({ reported: 17, empty: 0, late: 2, missing: 1, total: 18 });
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
    const district = await said('explain', work, '--year', '2025', '--unit', '临江县');
    expect(district).toMatch(/^临江县/u);
    for (const name of ['全县', '临江', '云州市临江县'])
      expect(await said('explain', work, '--year', '2025', '--unit', name)).toBe(district);
    expect(district).toContain('2025年的目标待定，不计入满分');
    expect(district).toContain('目标待定');
    expect(await said('explain', work, '--year', '2025', '--unit', '临江县临江镇')).toMatch(/^临江镇/u);
    expect(await said('explain', work, '--year', '2025', '--unit', '经开区')).toMatch(/^临江经济开发区管委会/u);
    // The name is that of the unit that bears it in the year.
    expect(await said('explain', work, '--year', '2025', '--unit', '石桥')).toMatch(/^石桥乡/u);
    expect((await cli('explain', work, '--year', '2025', '--unit', '石桥镇')).stderr).toContain('没有“石桥镇”这个单位');
  });
});

describe('the air', () => {
  const HEAD: Row = ['乡镇、园区', '日期', 'PM2.5', 'PM10', 'SO2', 'NO2', 'CO', 'O3_8h'];
  const days = (month: string, count: number): string[] =>
    Array.from({ length: count }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`);
  const rowsOf = (name: string, level: number, dates: readonly string[]): Row[] =>
    dates.map((date, index) => [
      name,
      date,
      level + (index % 3),
      50 + (index % 5),
      6 + (index % 4),
      18 + (index % 6),
      0.5 + (index % 4) / 10,
      90 + index,
    ]);
  const NAMES = ['临江县临江镇', '柳溪', '白马镇', '云岭', '县竹溪乡', '石桥', '云州市临江县经开区', '食品产业园'];

  beforeAll(async () => {
    const august = NAMES.flatMap((name, index) => rowsOf(name, 20 + index * 2, days('2025-08', 31)));
    csvFile(join(folder, '监测'), '八月.csv', [['临江县乡镇、园区空气站日均值'], HEAD, ...august]);
    // A sheet of its own for each town, named with and without its ending; the same name before and after the town became one.
    await workbookFile(join(folder, '监测'), '更名前后.xlsx', {
      石桥: [HEAD.slice(1), ...rowsOf('', 31, [...days('2026-06', 30), ...days('2026-07', 31)]).map((row) => row.slice(1))],
      柳溪镇: [HEAD.slice(1), ...rowsOf('', 33, [...days('2026-06', 30), ...days('2026-07', 31)]).map((row) => row.slice(1))],
    });
    csvFile(join(folder, '监测'), '扣沙日.csv', [
      ['2025年扣沙日清单'],
      ['日期', '范围', '备注'],
      ['2025-08-02', '全县', '浮尘'],
      ['2025-08-03', '各园区', '浮尘'],
    ]);
  });

  test('comes in from files in which the towns are named with and without 县 and 镇', async () => {
    const text = await said(
      'air',
      'import',
      work,
      join(folder, '监测', '八月.csv'),
      join(folder, '监测', '更名前后.xlsx'),
      join(folder, '监测', '扣沙日.csv'),
      '--all',
    );
    expect(text).not.toContain('未读取');
    const evaluated = await said('air', 'evaluate', work, '--period', '2025-08');
    expect(evaluated).toContain('临江县数值为各乡镇、园区全部有效点位的算术平均值');
    expect(evaluated).not.toContain('没有数据');
    const dust = await said('air', 'dust', work, '--year', '2025');
    expect(dust).toMatch(/2025-08-02 +全县/u);
    expect(dust).toMatch(/2025-08-03 +临江经济开发区管委会、柳溪食品产业园/u);
    expect(await said('air', 'outlook', work, '--year', '2025', '--as-of', '2025-09-30', '--place', '全县')).toMatch(
      /＞84\.5[\s\S]*＜0\.6/u,
    );
  });

  test('ranks the groups of the scheme, under the district’s own title', async () => {
    const ranked = rankingMethods['ranking.rank'].output.parse(jsonValue(await cli('rank', work, '--period', '2025-08', '--json')));
    expect(ranked.rows.map(({ name, group, rank }) => `${group} ${rank} ${name}`)).toEqual([
      '重点 1 临江镇',
      '重点 2 柳溪镇',
      '重点 3 临江经济开发区管委会',
      '一般 1 白马镇',
      '一般 2 云岭乡',
      '一般 3 竹溪乡',
      '一般 4 石桥乡',
      '一般 5 柳溪食品产业园管委会',
    ]);
    expect(await said('rank', work, '--period', '2025-08')).toContain('各乡镇、园区空气质量排名（2025年8月）');
    expect(await said('streaks', work, '--year', '2025')).toContain('2025 年各乡镇、园区逐月名次');
  });

  test('a name means the unit that bears it on the day', async () => {
    const names = async (period: string): Promise<string[]> => {
      const ranked = rankingMethods['ranking.rank'].output.parse(jsonValue(await cli('rank', work, '--period', period, '--json')));
      return ranked.rows.filter(({ pm25Mean }) => pm25Mean !== null).map(({ name }) => name);
    };
    expect(await names('2026-06')).toEqual(['柳溪镇', '石桥乡']);
    expect(await names('2026-07')).toEqual(['柳溪镇', '石桥镇']);
    const ranked = rankingMethods['ranking.rank'].output.parse(jsonValue(await cli('rank', work, '--period', '2026-07', '--json')));
    expect(ranked.rows.map(({ name }) => name)).not.toContain('石桥乡');
  });
});

describe('the documents', () => {
  test('附表1 carries its own title, columns, operators and notes', async () => {
    const text = await printed('annex1', 'pdf');
    for (const word of [
      '附表1临江县大气环境质量改善指标2025年完成情况表',
      '临江政发〔2025〕7号',
      '责任单位',
      '≤36（力争≤34）',
      '＞84.5',
      '＜0.6',
      '180～190',
      '=2',
      '20%以上',
      '目标待定',
      '已完成',
      '各行得分保留一位小数',
      '附表1第8行为15台，附表2二·1为12台',
      '附表1第5行为180～190万吨',
      '按“附表1优先于附表2和正文”',
    ])
      expect(text).toContain(word);
    expect(await printed('annex1', 'xlsx')).toContain('临江县大气环境质量改善指标2025年完成情况表');
  });

  test('附表2 has its ten sections and its printed numbers', async () => {
    const text = await printed('annex3', 'pdf');
    for (const word of [
      '附表2临江县大气环境质量改善攻坚2025年任务完成情况表',
      '配合单位',
      '十、宣传和监督',
      '2-1',
      '目标＞8处',
      '目标＜20件',
      '原文为185～195',
    ])
      expect(text).toContain(word);
    expect(await printed('annex3', 'xlsx')).toContain('十、宣传和监督');
  });

  test('the ranking is titled by the district and its kinds', async () => {
    const text = await printed('ranking', 'pdf', '--period', '2025-08');
    expect(text).toContain('临江县各乡镇、园区空气质量排名（2025年8月）');
    expect(text).toContain('临江县空气质量分组排名办法');
    expect(text).toContain('不足的乡镇、园区不参加排名');
    expect(await printed('ranking', 'xlsx', '--period', '2025-08')).toContain('临江县各乡镇、园区空气质量排名');
  });

  test('name no unit, plan or scheme by its id', () => {
    const ids = [
      SECOND_PLAN,
      'linjiang-scoring',
      'linjiang-ranking',
      ...Array.from({ length: 8 }, (_, index) => `D0${index + 1}`),
      'T01',
      'P01',
      'E01',
      'xiangzhen',
      'yuanqu',
    ];
    const documents = [...outputs].filter(([name]) => /^(?:annex1|annex3|ranking)\.pdf$/u.test(name));
    expect(documents).toHaveLength(3);
    for (const [name, text] of documents)
      expect(
        ids.filter((id) => text.includes(id)),
        name,
      ).toEqual([]);
  });

  test('everything can be recomputed from what is stored', async () => {
    expect(await said('check', work)).toContain('核验通过');
  });
});

describe('later years', () => {
  test('have the units that exist then, and go without a list', async () => {
    await said('year', 'open', work, '2027', '--reason', '年度考核');
    const out = join(folder, '填报表2027');
    await said('templates', work, '--year', '2027', '--out', out);
    const files = readdirSync(out);
    expect(files).toHaveLength(18);
    expect(files.filter((file) => file.includes('石桥'))).toEqual(['乡镇-06-石桥镇-2027年填报表.xlsx']);
    expect(workbookText(readFileSync(join(out, '部门-02-县发展和改革局-2027年填报表.xlsx')))).toContain('≥3.5');
    const refused = await cli('report', work, 'annex3', '--year', '2027', '--format', 'pdf', '--out', join(folder, 'x.pdf'));
    expect(refused.stderr).toContain('2027 年没有年度事项清单');
  });
});

describe('whatever is said and written of the second district', () => {
  test('holds no word of the district that the product brings along', () => {
    expect(outputs.size).toBeGreaterThan(50);
    const words = wordsOfPlan('hechuan-2024');
    expect(words.length).toBeGreaterThan(200);
    const found = [...outputs].flatMap(([name, text]) => words.filter((word) => text.includes(word)).map((word) => `${name}: ${word}`));
    expect(found).toEqual([]);
  });

  test('speaks of a 县, never of a 区 or its 镇街', () => {
    const found = [...outputs].flatMap(([name, text]) =>
      (text.match(/全区|本区|区级|我区|各区|镇街|附件[123]/gu) ?? []).map((word) => `${name}: ${word}`),
    );
    expect(found).toEqual([]);
  });
});
