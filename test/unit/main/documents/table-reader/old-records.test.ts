import { utils, write } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { HOSTILE_FILES } from '../../../../support/hostile/all.ts';
import { readTable } from '../../../../../main/documents/table-reader/read-table.ts';

const bookOf = (rows: number, merges: number): Uint8Array => {
  const sheet = utils.aoa_to_sheet(Array.from({ length: rows }, (_, row) => ['合阳城街道', row, row + 0.5]));
  sheet['!merges'] = Array.from({ length: merges }, (_, row) => ({ s: { r: row, c: 5 }, e: { r: row, c: 6 } }));
  return write(utils.book_new(sheet, '日报'), { type: 'buffer', bookType: 'biff8' }) as Uint8Array;
};

const refused = async (bytes: Uint8Array, limits: Parameters<typeof readTable>[2]): Promise<unknown> => {
  const result = await readTable('监测.xls', bytes, limits);
  return result.ok ? result.workbook.sheets[0]?.cells.length : [result.code, result.params['limit'], result.params['value']];
};

test('cells of an old workbook are counted before they are read', async () => {
  const bytes = bookOf(400, 0);
  expect(await refused(bytes, { otherCells: 1_200 })).toBe(1_200);
  expect(await refused(bytes, { cells: 1_199 })).toEqual(['FILE_OVER_LIMIT', 'cells', 1_200]);
  expect(await refused(bytes, { otherCells: 1_199 })).toEqual(['FILE_OVER_LIMIT', 'otherCells', 1_200]);
});

test('merges of an old workbook are counted before they are read', async () => {
  const bytes = bookOf(300, 300);
  expect(await refused(bytes, { merges: 300 })).toBe(900);
  expect(await refused(bytes, { merges: 299 })).toEqual(['FILE_OVER_LIMIT', 'merges', 300]);
});

test('records that say nothing are counted as well', async () => {
  const bytes = HOSTILE_FILES.find(({ kind }) => kind.startsWith('xls: records of no length'))?.make(0.01) ?? Buffer.alloc(0);
  expect(await refused(bytes, { elements: 100_000 })).toBe(1);
  expect(await refused(bytes, { elements: 10_000 })).toEqual(['FILE_OVER_LIMIT', 'elements', expect.any(Number)]);
});

test('a large plain workbook needs no object for a cell, so that the bound of those formats is not asked of it', async () => {
  const bytes = bookOf(21_000, 3);
  expect(await refused(bytes, { otherCells: 1_000 })).toBe(63_000);
  expect(await refused(bytes, { cells: 62_999 })).toEqual(['FILE_OVER_LIMIT', 'cells', 63_000]);
});
