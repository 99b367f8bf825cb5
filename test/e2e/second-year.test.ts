import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { assessmentMethods } from '../../shared/contract/assessment.ts';
import { yearComparisonMethods } from '../../shared/contract/year-comparison.ts';
import { exact, toText } from '../../shared/domain/numbers/decimal.ts';
import { returnsMethods } from '../../shared/contract/returns.ts';
import { fillForm } from '../support/fill-form.ts';
import { temporaryFolder } from '../support/folder.ts';
import { readPdf, textOf } from '../support/pdf-text.ts';
import { jsonValue, runCli } from '../support/run-cli.ts';
import { takeInList } from '../support/take-in-list.ts';
import { workbookText } from '../support/workbook-text.ts';

const folder = temporaryFolder();
const work = join(folder, 'work.sqlite');
const forms = join(folder, '填报表');
const returns = join(folder, '收回');
const LIST = join(import.meta.dirname, '..', 'fixtures', 'lists', 'hechuan-2025.yml');

const cli = (...args: string[]) => runCli(args, folder, '', { ZHIQI_NOW: '2026-02-10T09:00:00+08:00' });
const report = async (kind: string, format: string): Promise<Buffer> => {
  const out = join(folder, `${kind}.${format}`);
  expect(await cli('report', work, kind, '--year', '2025', '--format', format, '--out', out)).toMatchObject({ code: 0 });
  return readFileSync(out);
};

/** Air below the year's limits; the towns differ by a few micrograms, so that they can be ranked. */
const airOf = (level: number) => (date: string) => [level + (Number(date.slice(8)) % 3), 50, 8, 20, 0.6, 90];

/** The new ones are among all of them. */
const NEW_BUSES = { 'A1-12b|分子': 60, 'A1-12b|分母': 60 };

describe('a second year of the same district, with a list of its own', () => {
  beforeAll(async () => {
    expect(await cli('init', work, '--plan', 'hechuan-2024')).toMatchObject({ code: 0 });
    expect((await cli('status', work, '--year', '2025')).stderr).toContain('2025 年度还没有开启');
    takeInList(work, {
      number: '合川治气办〔2025〕3号',
      title: '空气质量持续改善行动2025年事项清单',
      issuedOn: '2025-02-20',
      content: parse(readFileSync(LIST, 'utf8')),
    });
    expect(await cli('year', 'open', work, '2025', '--reason', '年度考核')).toMatchObject({ code: 0, stderr: '' });
    const made = await cli('templates', work, '--year', '2025', '--out', forms);
    expect(made).toMatchObject({ code: 0, stderr: '' });
    mkdirSync(returns);
    for (const name of readdirSync(forms).filter((file) => file.startsWith('部门-')))
      await fillForm(join(forms, name), join(returns, name), { reportedOn: '2026-01-10', changes: NEW_BUSES });
    for (const [name, level] of [
      ['镇街-20-清平镇', 28],
      ['镇街-21-土场镇', 31],
      ['镇街-01-合阳城街道', 30],
    ] as const)
      await fillForm(join(forms, `${name}-2025年填报表.xlsx`), join(returns, `${name}.xlsx`), {
        reportedOn: '2026-01-12',
        air: airOf(level),
      });
  });

  test('the forms ask for the targets and the items of 2025, and for none of 2024', () => {
    expect(readdirSync(forms)).toHaveLength(51);
    const ecology = workbookText(readFileSync(join(forms, '部门-01-区生态环境局-2025年填报表.xlsx')));
    for (const word of ['2025年度填报表', '2025年目标', '≤32', '年25-01', '推进环保绩效A级、B级企业累计达到5家'])
      expect(ecology).toContain(word);
    expect(ecology).not.toContain('≤39');
    expect(ecology).not.toContain('2024年目标');
    expect(ecology).not.toContain('A3-');
    const town = workbookText(readFileSync(join(forms, '镇街-20-清平镇-2025年填报表.xlsx')));
    expect(town).toContain('年25-13');
    expect(town).not.toContain('年25-12');
  });

  test('returns are taken in without a fault, late and missing ones by the dates of 2025', async () => {
    const taken = await cli('import', work, returns, '--year', '2025', '--json');
    const { counts, files } = returnsMethods['returns.import'].output.parse(jsonValue(taken));
    const said = files.flatMap((file) =>
      file.findings.filter(({ severity }) => severity !== 'info').map(({ code }) => `${file.file} ${code}`),
    );
    expect(said).toEqual([]);
    expect(counts).toMatchObject({ accepted: 23, rejected: 0 });
    const status = returnsMethods['returns.status'].output.parse(jsonValue(await cli('status', work, '--year', '2025', '--json')));
    expect(status).toMatchObject({ year: 2025, dueDate: '2026-01-15', counts: { reported: 23, missing: 28, late: 0, total: 51 } });
    expect((await cli('status', work, '--year', '2024')).stdout).toContain('已报 0');
  });

  test('the same scheme scores it: what meets every target has every point', async () => {
    const { result } = assessmentMethods['assessment.score'].output.parse(jsonValue(await cli('score', work, '--year', '2025', '--json')));
    expect(result).toMatchObject({ year: 2025, schemeId: 'default-2024' });
    expect(result.district.parts.map(({ points, max, rows }) => [points, max, rows.length])).toEqual([
      ['60.00', '60.00', 20],
      ['40.00', '40.00', 20],
    ]);
    const town = result.units.find(({ name }) => name === '清平镇');
    expect(town?.parts.map(({ id, points }) => [id, points])).toEqual([
      ['air', '60.00'],
      ['items', '40.00'],
    ]);
    const explained = (await cli('explain', work, '--year', '2025', '--unit', '合川区')).stdout;
    expect(explained).toContain('目标 ≤32微克/立方米　完成 32微克/立方米');
    expect(explained).toContain('2025年6月30日完成，在时限内');
  });

  test('the tables of 2025 carry the year, the list of the year and no item of another', async () => {
    const indicators = textOf(readPdf(await report('annex1', 'pdf')));
    expect(indicators).toContain('空气质量持续改善行动主要指标2025年完成情况表');
    expect(indicators).toContain('考核年度：2025年');
    const items = textOf(readPdf(await report('annex3', 'pdf')));
    expect(items).toContain('空气质量持续改善行动2025年事项完成情况表');
    for (const word of ['合川治气办〔2025〕3号', '达标：90.0%（目标≥90%，原文为达到91%）', '附件1第16行为90%，附件一·4为≥91%', '满分40.00'])
      expect(items).toContain(word);
    for (const word of ['2024年事项', '考核年度：2024', '合川府办发〔2024〕52号']) expect(items).not.toContain(word);
    const workbook = workbookText(await report('annex3', 'xlsx'));
    expect(workbook).toContain('加强河道沿线扬尘巡查');
    expect(workbook).not.toContain('移动源大气污染综合治理专项行动');
  });

  test('year compare sets its results beside the targets of all years, as text, as data, as a workbook', async () => {
    const out = join(folder, '对照.xlsx');
    const shown = await cli('year', 'compare', work, '--years', '2025-2027', '--out', out);
    expect(shown).toMatchObject({ code: 0, stderr: '' });
    expect(shown.stdout).toContain('2025年完成');
    for (const word of ['2024年目标', '示例']) expect(shown.stdout).not.toContain(word);
    const pm25 = shown.stdout.split('\n').find((line) => line.includes('细颗粒物'));
    // Nothing was reported for 2024: one result gives neither a start nor a trend.
    expect(pm25?.trim().split(/\s{2,}/u)).toEqual(['1', '细颗粒物（PM2.5）浓度（微克/立方米）', '≤32', '≤32', '32', '缺起点', '只有一年']);
    expect(workbookText(readFileSync(out))).toContain('2025—2027年目标');
    const { rows } = yearComparisonMethods['year.compare'].output.parse(jsonValue(await cli('year', 'compare', work, '--json')));
    expect(rows.find(({ measure }) => measure === 'A1-08')).toMatchObject({
      progress: {
        share: toText(exact('25').div('30')),
        percent: '83.3',
        from: { year: null, value: '0' },
        to: { year: 2025, value: '25' },
      },
    });
    expect(await cli('year', 'compare', work, '--years', '2027-2025')).toMatchObject({ code: 1 });
  });

  test('everything can be recomputed from what is stored', async () => {
    expect((await cli('check', work)).stdout).toContain('核验通过');
  });
});
