import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { valueBookMethods } from '../../shared/contract/value-book.ts';
import { temporaryFolder } from '../support/folder.ts';
import { BookFile } from '../support/plan-book-file.ts';
import { jsonValue, runCli } from '../support/run-cli.ts';

const folder = temporaryFolder();
const work = join(folder, 'work.sqlite');
const form = join(folder, 'form.xlsx');
const HEAD = ['--document', '渝环〔2025〕3号', '--by', '张三'];
const REVISE = [...HEAD, '--from', '2025-03-01', '--reason', '下达'];

describe('targets and figures in a workbook, on the command line', () => {
  beforeAll(async () => {
    expect((await runCli(['init', work, '--plan', 'hechuan-2024'])).code).toBe(0);
    const made = await runCli(['targets', 'show', work, '--year', '2025', '--out', form]);
    expect([made.code, made.stderr]).toEqual([0, '']);
  });

  test('one workbook is handed out, filled in, looked at and taken in', async () => {
    const book = await BookFile.open(form);
    const filled = join(folder, 'filled.xlsx');
    await book.set('目标调整', 'A1-01', '目标', '≤31').set('认定数', 'A1-01', '数值', 35.2).save(filled);
    const dry = await runCli(['targets', 'revise', work, '--workbook', filled, ...REVISE, '--dry-run']);
    expect(dry.code).toBe(0);
    expect(dry.stdout).toContain('2025年　≤32 → ≤31');
    expect(dry.stdout).toContain('只是预览，没有记录。');
    expect((await runCli(['plan', 'list', work])).stdout).toContain('方案文件 1 份');
    const stored = await runCli(['targets', 'revise', work, '--workbook', filled, ...REVISE]);
    expect([stored.code, stored.stderr]).toEqual([0, '']);
    expect(stored.stdout).toContain('✓ 已录入 1 行（渝环〔2025〕3号）。');
    expect((await runCli(['plan', 'list', work])).stdout).toMatch(/目标调整\s+渝环〔2025〕3号.*1 个目标值.*张三/u);
    expect(await runCli(['figures', 'set', work, '--workbook', filled, ...HEAD])).toMatchObject({ code: 0, stderr: '' });
    expect((await runCli(['figures', 'list', work])).stdout).toMatch(/A1-01.*2025.*35\.2.*张三/u);
  });

  test('a wrong row is named by sheet and cell, ends with 1, and nothing is stored', async () => {
    const book = await BookFile.open(form);
    const wrong = join(folder, 'wrong.xlsx');
    await book.set('目标调整', 'A1-03', '目标', '≥94').set('目标调整', 'A1-05', '目标', '24-22').save(wrong);
    const refused = await runCli(['targets', 'revise', work, '--workbook', wrong, ...REVISE]);
    expect(refused.code).toBe(1);
    expect(refused.stdout).toContain(`目标调整!${book.at('目标调整', 'A1-05', '目标')}　目标“24-22”看不懂。`);
    expect(refused.stdout).toContain('没有录入任何一行');
    const json = await runCli(['targets', 'revise', work, '--workbook', wrong, ...REVISE, '--json']);
    expect(valueBookMethods['targets.import'].output.parse(jsonValue(json))).toMatchObject({ stored: false, rows: 0 });
    expect((await runCli(['targets', 'show', work, '--year', '2025'])).stdout).not.toContain('≥94');
  });

  test('one value or a workbook is asked for, and not both', async () => {
    expect((await runCli(['targets', 'revise', work, ...REVISE])).stderr).toContain('--measure <指标> 或 --workbook <FILE.xlsx>');
    expect((await runCli(['figures', 'set', work, '--measure', 'A1-01', ...HEAD])).stderr).toContain('缺少必填选项 --year');
    const both = await runCli(['figures', 'set', work, '--workbook', form, '--year', '2025', ...HEAD]);
    expect(both).toMatchObject({ code: 1 });
    expect(both.stderr).toContain('选项 --workbook <FILE.xlsx> 不能与 --year <年度> 一起使用');
  });
});

describe('one target on the command line', () => {
  const ONE = ['targets', 'revise', work, '--measure', 'A1-01', '--year', '2027', ...HEAD, '--from', '2025-05-01'];
  const shown = async (): Promise<string> => (await runCli(['targets', 'show', work, '--year', '2027'])).stdout;

  test('a preview asks for no reason, and storing does', async () => {
    const dry = await runCli([...ONE, '--value', '30', '--unit', '清平', '--dry-run']);
    expect([dry.code, dry.stderr]).toEqual([0, '']);
    expect(dry.stdout).toContain('清平镇 细颗粒物（PM2.5）浓度 2027年　（无） → ≤30');
    const refused = await runCli([...ONE, '--value', '30', '--unit', '清平']);
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('缺少必填选项 --reason')]);
    const opening = await runCli(['year', 'open', work, '2025', '--targets', 'carry', '--dry-run']);
    expect([opening.code, opening.stderr]).toEqual([0, '']);
    expect((await runCli(['year', 'open', work, '2025', '--targets', 'carry'])).stderr).toContain('缺少必填选项 --reason');
  });

  test('奋斗目标 and targets of units are listed with their papers and what they overruled', async () => {
    const stored = [
      ['--value', '29', '--kind', 'stretch'],
      ['--value', '30', '--unit', '清平镇'],
      ['--value', '28', '--unit', '清平镇', '--from', '2025-06-01', '--document', '渝环〔2025〕8号'],
    ];
    for (const options of stored) expect((await runCli([...ONE, '--reason', '下达', ...options])).code).toBe(0);
    const text = await shown();
    expect(text).toMatch(/A1-01 .*≤32.*附件1 第1行/u);
    expect(text).toMatch(/2027年奋斗目标[\s\S]*A1-01 .*≤29 +渝环〔2025〕3号/u);
    expect(text).toMatch(/清平镇 +A1-01 .*约束目标 +≤28 +渝环〔2025〕8号 +2025-06-01 +代替 ≤30（渝环〔2025〕3号）/u);
    const figure = ['--measure', 'A1-01', '--year', '2023', '--unit', '清平镇', '--value', '44', ...HEAD];
    expect((await runCli(['figures', 'set', work, ...figure])).stdout).toContain('✓ 已录入 清平镇 A1-01 2023 年 44');
  });

  test('a ranking without data says that there is no standard yet, and why', async () => {
    expect((await runCli(['rank', work, '--period', '2027'])).stdout).toContain('评价标准 暂无（本时段没有监测数据）');
  });
});
