import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { planBookMethods } from '../../shared/contract/plan-book.ts';
import { temporaryFolder } from '../support/folder.ts';
import { BookFile } from '../support/plan-book-file.ts';
import { jsonValue, runCli } from '../support/run-cli.ts';

const folder = temporaryFolder();
const work = join(folder, 'work.sqlite');
const book = join(folder, 'book.xlsx');
const [LIST, ANNEX1] = ['年度事项', '附件1 指标'] as const;

describe('the plan as a workbook, on the command line', () => {
  beforeAll(async () => {
    expect((await runCli(['init', work, '--plan', 'hechuan-2024'])).code).toBe(0);
    const exported = await runCli(['plan', 'export', work, '--out', book]);
    expect([exported.code, exported.stderr]).toEqual([0, '']);
    expect(exported.stdout).toContain('单位 51 行、主题 54 行、附件1 指标 20 行、附件2 任务 24 行、年度事项 34 行');
  });

  test('lists the plans, and the documents of a work', async () => {
    expect((await runCli(['plan', 'list'])).stdout).toContain('hechuan-2024');
    const listed = planBookMethods['plan.documents'].output.parse(jsonValue(await runCli(['plan', 'list', work, '--json'])));
    expect(listed.documents.map(({ id, kind }) => [id, kind])).toEqual([[1, 'plan']]);
  });

  test('shows the differences, then stores them as a document', async () => {
    const file = await (await BookFile.open(book)).set(LIST, 'A3-3.3', '责任单位', '各镇街').save(join(folder, 'changed.xlsx'));
    const dry = await runCli(['plan', 'import', work, file, '--dry-run']);
    expect(dry.code).toBe(0);
    expect(dry.stdout).toMatch(/修改.*A3-3\.3/u);
    expect(dry.stdout).toContain('责任单位：各镇街、高新区管委会 → 各镇街');
    expect(dry.stdout).toContain('试运行，未入库');
    const stored = await runCli([
      'plan',
      'import',
      work,
      file,
      '--document',
      '合川环委〔2025〕3号',
      '--by',
      '张三',
      '--date',
      '2025-01-06',
    ]);
    expect([stored.code, stored.stderr]).toEqual([0, '']);
    expect(stored.stdout).toContain(
      '已入库：年度事项清单《空气质量持续改善行动2024年事项清单》（合川环委〔2025〕3号），印发 2025-01-06，生效 2025-01-06',
    );
    expect(stored.stdout).toContain('2024 年度已开启，自即日起按这份清单填报和评分');
    const list = await runCli(['plan', 'list', work]);
    expect(list.stdout).toMatch(/2\s+年度事项清单\s+合川环委〔2025〕3号.*2024 年事项.*张三/u);
  });

  test('ends with 1 and stores nothing where a row is wrong, and names its cell', async () => {
    const opened = await BookFile.open(book);
    const file = await opened.set(ANNEX1, 'A1-09', '牵头单位', '区生态环保局').save(join(folder, 'wrong.xlsx'));
    const refused = await runCli(['plan', 'import', work, file, '--document', '甲', '--by', '乙']);
    expect(refused.code).toBe(1);
    expect(refused.stdout).toContain(`${ANNEX1}!${opened.at(ANNEX1, 'A1-09', '牵头单位')}`);
    expect(refused.stdout).toContain('没有“区生态环保局”这个单位，最接近的是“区生态环境局”');
    expect(refused.stdout).toContain('整份没有入库');
    const fresh = await runCli(['init', join(folder, 'new.sqlite'), '--workbook', file]);
    expect(fresh.code).toBe(1);
    expect(fresh.stdout).toContain('没有新建工作库');
  });

  test('asks for the number of the document and for who takes it in', async () => {
    const { code, stderr } = await runCli(['plan', 'import', work, book, '--by', '乙']);
    expect([code, stderr]).toEqual([1, '✗ 缺少必填选项 --document <文号>。用 zhiqi help <命令> 查看用法。\n']);
    expect((await runCli(['plan', 'import', work, book, '--document', '甲', '--from', '6月', '--by', '乙'])).stderr).toContain(
      '请写成 2026-03-31 的形式',
    );
    expect((await runCli(['init', join(folder, 'none.sqlite')])).stderr).toContain('缺少必填选项 --plan <方案>');
  });
});
