import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CsvRow, csvRows } from '../../../../../../main/hosts/cli/calc/csv-rows.ts';

async function rowsOf(text: string, size = 7): Promise<CsvRow[]> {
  async function* pieces(): AsyncGenerator<string> {
    for (let start = 0; start < text.length; start += size) yield text.slice(start, start + size);
  }
  const rows: CsvRow[] = [];
  for await (const row of csvRows(pieces())) rows.push(row);
  return rows;
}

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

describe('csvRows', () => {
  test('records put together again are the input, and their cells are what was written', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '镇', ' ', '5', '.', "'", ',', '"', '\n', '\r\n') });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom('\n', '\r\n'), fc.integer({ min: 1, max: 40 }), async (cells, end, size) => {
        const text = cells.map((row) => `${row.map((value) => (/[",\r\n]/.test(value) ? quoted(value) : value)).join(',')}${end}`).join('');
        const rows = await rowsOf(text, size);
        expect(rows.map((row) => row.raw + row.end).join('')).toBe(text);
        expect(rows.map((row) => row.cells)).toEqual(cells);
      }),
    );
  });

  test('a record is named by the line on which it begins', async () => {
    expect((await rowsOf('a,b\n"1\n\n2",x\n\n3,y')).map(({ line, raw }) => [line, raw])).toEqual([
      [1, 'a,b'],
      [2, '"1\n\n2",x'],
      [5, ''],
      [6, '3,y'],
    ]);
  });

  test('tabs and semicolons separate where the first line has no comma', async () => {
    expect((await rowsOf('a\tb\n1,5\t2\n')).map((row) => row.cells)).toEqual([
      ['a', 'b'],
      ['1,5', '2'],
    ]);
    expect((await rowsOf('a;b\n1;2\n')).map((row) => row.cells)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  test('an open quote is refused with the line of its record', async () => {
    await expect(rowsOf('a,b\n1,2\n3,"4\n5,6\n')).rejects.toMatchObject({
      failure: { code: 'CALC_CSV_BROKEN', params: { line: 3, reason: 'CSV_QUOTE_NOT_CLOSED' } },
    });
  });
});
