import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/folder.ts';
import { jsonValue, runCli } from '../support/run-cli.ts';

const folder = temporaryFolder();

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const chengdu = file(
  '成都.yml',
  `成都: {out: 万元, per: year, vs: target, sum: [
  {of: pm25, met: 100}, {of: pm25, rate: {gain: 20, loss: 40}}, {of: pm25, vs: stretch, met: 200},
  {of: goodDays, met: 100}, {of: goodDays, rate: {gain: 20}}],
  pass: {if: {each: [pm25, goodDays], vs: target, ge: 0}, amount: 30, to: 3..5 towns}}
`,
);
const TABLE = `单位,pm25,pm25.target,pm25.stretch,goodDays,goodDays.target,备注
甲,54,56,53,250,245,"a,b"
乙,53,56,53,250,245,
丙,59,56,53,240,245,
丁,,56,53,240,245,
`;

describe('schemes try', () => {
  test('adds points, grade, place, money and notices to the table as it came, and says what is lacking', async () => {
    const result = await runCli(['schemes', 'try', chengdu], folder, TABLE);
    expect(result.code).toBe(0);
    expect(result.stdout).toBe(`单位,pm25,pm25.target,pm25.stretch,goodDays,goodDays.target,备注,points,grade,place,money,notices
甲,54,56,53,250,245,"a,b",,,,340,转拨30万元给3至5个镇街
乙,53,56,53,250,245,,,,,560,转拨30万元给3至5个镇街
丙,59,56,53,240,245,,,,,-120,
丁,,56,53,240,245,,,,,,
`);
    expect(result.stderr).toBe('第 5 行：缺数据，结果留空：PM2.5（pm25）空白（B5）。\n'.replace('行：', '行 丁：'));
  });

  test('reads GBK and UTF-16, with tabs or semicolons', async () => {
    const wide = Buffer.from(`\ufeff${TABLE.replaceAll(',', '\t')}`, 'utf16le');
    const result = await runCli(['schemes', 'try', chengdu], folder, wide);
    expect(result.stdout.split('\n')[1]).toContain('\t340\t');
  });

  test('with --json gives the explanation of every number down to its cell', async () => {
    const value = jsonValue(await runCli(['schemes', 'try', chengdu, '--json'], folder, TABLE)) as {
      rows: string[][];
      results: { money: string; explanation: { code: string; children: { code: string; children: { sources: object[] }[] }[] } }[];
    };
    expect(value.rows[0]?.slice(-2)).toEqual(['340', '转拨30万元给3至5个镇街']);
    const [first] = value.results;
    expect(first).toMatchObject({
      money: '340',
      explanation: { code: 'sum', children: [{ code: 'met' }, { code: 'rateGain' }, {}, {}, {}] },
    });
    expect(first?.explanation.children[0]?.children[0]?.sources).toMatchObject([
      { cell: 'B2', column: 'pm25', raw: '54' },
      { cell: 'C2', column: 'pm25.target', raw: '56' },
    ]);
  });

  test('with --explain says it in words', async () => {
    const result = await runCli(['schemes', 'try', chengdu, '--explain'], folder, TABLE);
    expect(result.stdout).toContain('第 2 行　甲　340 万元');
    expect(result.stdout).toContain('PM2.5 54，目标 56，好2　← B2“54” C2“56”');
    expect(result.stdout).toContain('没有结果：PM2.5（pm25）空白（B5）');
  });

  test('ends with 1 on what cannot be read, and names the place', async () => {
    const result = await runCli(['schemes', 'try', chengdu], folder, TABLE.replace('甲,54', '甲,约54'));
    expect(result.code).toBe(1);
    expect(result.stderr).toContain('第 2 行 甲：PM2.5（pm25）“约54”（B2）看不懂');
    expect(result.stdout.split('\n')[1]).toMatch(/,,,,,$/u);
  });

  test('does not compute by a scheme with errors, and says them', async () => {
    const wrong = file('wrong.yml', 'out: 万元\nof: pm25\nvs: traget\nmet: 1\n');
    const result = await runCli(['schemes', 'try', wrong], folder, TABLE);
    expect(result.code).toBe(1);
    expect(result.stdout).toBe('');
    expect(result.stderr).toContain('第 3 行第 1 列：不认识“traget”，是不是“target”？');
  });

  test('asks which of several schemes of a file is meant', async () => {
    const two = file('two.yml', '甲: {out: 万元, of: pm25}\n乙: {out: 万元, of: goodDays}\n');
    const asked = await runCli(['schemes', 'try', two], folder, TABLE);
    expect(asked.code).toBe(1);
    expect(asked.stderr).toContain('请用 --rule 指明其中一个：甲、乙。');
    const result = await runCli(['schemes', 'try', two, '--rule', '乙'], folder, TABLE);
    expect(result.stdout.split('\n')[1]).toContain(',250,');
  });
});

describe('schemes check', () => {
  test('names line, column and remedy, and ends with 1 on an error only', async () => {
    const wrong = file('check.yml', '{out: 万元, of: pm25, vs: target, ratte: 3}');
    const result = await runCli(['schemes', 'check', wrong], folder);
    expect(result.code).toBe(1);
    expect(result.stdout).toContain('错误 第 1 行第 33 列：不认识“ratte”，是不是“rate”？');
    expect((await runCli(['schemes', 'check', chengdu], folder)).code).toBe(0);
  });

  test('sets text and rules side by side', async () => {
    const published = join(import.meta.dirname, '..', '..', 'templates', 'schemes', 'published', '安徽.yml');
    const result = await runCli(['schemes', 'check', published], folder);
    expect(result.code).toBe(0);
    expect(result.stdout).toContain('原文未见，据报道整理');
    expect(result.stdout).toMatch(/二　达到目标.*→ rules\.times\.2/u);
    expect(result.stdout).toContain('没有规则的条款：四');
  });

  test('gives the same as one value', async () => {
    const value = jsonValue(await runCli(['schemes', 'check', chengdu, '--json'], folder));
    expect(value).toMatchObject({ usable: true, encoding: 'utf-8', schemes: [{ name: '成都', out: '万元', problems: [] }] });
  });

  test('and `schemes` with a work is still the command for its schemes', async () => {
    const result = await runCli(['schemes', join(folder, 'none.sqlite')], folder);
    expect(result.code).toBe(1);
    expect(result.stderr).toContain('找不到工作库');
  });
});

describe('schemes print', () => {
  test('prints a file without a work, by the ending of what it is saved as', async () => {
    const out = join(folder, '成都.xlsx');
    const value = jsonValue(await runCli(['schemes', 'print', chengdu, '--out', out, '--json'], folder));
    expect(value).toMatchObject({ format: 'xlsx', sample: false });
    const result = await runCli(['schemes', 'print', chengdu, '--out', join(folder, '成都.doc')], folder);
    expect([result.code, result.stderr]).toEqual([1, expect.stringContaining('pdf')]);
  });

  test('show and report tell the same rules beside the clauses', async () => {
    const work = join(folder, 'printed.sqlite');
    await runCli(['init', work, '--plan', 'hechuan-2024', '--by', '甲'], folder);
    const shown = await runCli(['schemes', 'show', work, 'ranking-2024'], folder);
    expect(shown.stdout).toContain('→ 先比PM2.5（修约到1位小数）由低到高，相同的再比优良天数比率（修约到1位小数）由高到低，在同类中排名');
    const out = join(folder, '排名办法.xlsx');
    const report = ['report', work, '办法', '--year', '2024', '--format', 'xlsx', '--out', out];
    expect((await runCli([...report, '--scheme', 'ranking-2024'], folder)).stdout).toContain('〔示范〕');
    const missing = await runCli(report, folder);
    expect([missing.code, missing.stderr]).toEqual([1, expect.stringContaining('ranking-2024')]);
  });
});
