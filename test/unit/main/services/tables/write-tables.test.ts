import ExcelJS from 'exceljs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ShownTable } from '../../../../../shared/contract/tables.ts';
import { testCore } from '../../../../support/core.ts';
import { temporaryFolder } from '../../../../support/folder.ts';

const folder = temporaryFolder();
const made = testCore(folder);

const TABLE: ShownTable = {
  title: '镇街得分：试算',
  about: ['某县　2025年度　试算', '筛选：等次 优秀'],
  columns: [
    { title: '单位', numbers: false, width: null },
    { title: '总分', numbers: true, width: 12 },
    { title: '同比', numbers: true, width: null },
    { title: '区间', numbers: true, width: null },
  ],
  rows: [
    { kind: 'group', cells: ['镇街 2 个', '88.08', '', ''] },
    { kind: 'data', cells: ['甲镇', '88.07', '−8.4%', '86.2～91.4'] },
    { kind: 'data', cells: ['=1+1', '90.00', '', '—'] },
    { kind: 'total', cells: ['合计', '178.07', '', ''] },
  ],
};

async function written(tables: ShownTable[], name = '得分.xlsx'): Promise<ExcelJS.Workbook> {
  await made.call('tables.write', { file: made.grant(join(folder, name)), tables });
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(join(folder, name));
  return workbook;
}

describe('a table that is handed over', () => {
  test('carries its title, what it is about and the day above its heads', async () => {
    made.setNow('2026-11-27T09:30:00+08:00');
    const sheet = (await written([TABLE])).worksheets[0];
    expect(sheet?.name).toBe('镇街得分 试算');
    expect([1, 2, 3, 4, 5].map((row) => sheet?.getCell(row, 1).value)).toEqual([
      '镇街得分：试算',
      '某县　2025年度　试算',
      '筛选：等次 优秀',
      '导出日期：2026-11-27',
      '单位',
    ]);
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 5 });
  });

  test('holds numbers as numbers with their decimals, and everything else as it is printed', async () => {
    const sheet = (await written([TABLE])).worksheets[0];
    const row = (number: number): unknown[] => [1, 2, 3, 4].map((column) => sheet?.getCell(number, column).value);
    expect(row(7)).toEqual(['甲镇', 88.07, -0.084, '86.2～91.4']);
    expect(sheet?.getCell(7, 3).numFmt).toBe('0.0%');
    expect(row(8)).toEqual(['=1+1', 90, null, '—']);
    expect(sheet?.getCell(8, 2).numFmt).toBe('0.00');
    expect(row(9).slice(0, 2)).toEqual(['合计', 178.07]);
    expect(sheet?.getCell(6, 1).font).toMatchObject({ name: '黑体' });
  });

  test('has a sheet of its own name among several of one title', async () => {
    expect((await written([TABLE, TABLE], '两张.xlsx')).worksheets.map(({ name }) => name)).toEqual(['镇街得分 试算', '镇街得分 试算 2']);
  });

  test('is the same file for the same table and moment', async () => {
    await written([TABLE], '一.xlsx');
    await written([TABLE], '二.xlsx');
    expect(readFileSync(join(folder, '一.xlsx'))).toEqual(readFileSync(join(folder, '二.xlsx')));
  });

  test('is refused under another ending', async () => {
    expect(await made.fail('tables.write', { file: made.grant(join(folder, '得分.csv')), tables: [TABLE] })).toMatchObject({
      code: 'REPORT_EXTENSION',
    });
  });
});
