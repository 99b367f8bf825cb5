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
