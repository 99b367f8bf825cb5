import type { CellFormulaValue, CellValue, Workbook as ExcelWorkbook } from 'exceljs';
import ExcelJS from 'exceljs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTable } from '../../../../../main/documents/table-reader/read-table.ts';
import { exact } from '../../../../../shared/domain/numbers/decimal.ts';
import type { RawValue } from '../../../../../shared/domain/tables/raw-workbook.ts';
import { read, workbookBytes } from './handmade.ts';

const { Workbook } = ExcelJS;

async function write(workbook: ExcelWorkbook): Promise<Uint8Array> {
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const general = (digits: string): RawValue => ({ type: 'number', digits, format: 'general' });

const text = (value: string): RawValue => ({ type: 'text', text: value });

async function returnWorkbook(): Promise<Uint8Array> {
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet('指标填报');
  sheet.mergeCells('A1:F1');
  sheet.getCell('A1').value = {
    richText: [{ text: '合川区 ' }, { font: { name: 'Times New Roman' }, text: '2024' }, { text: ' 年填报表' }],
  };
  sheet.getRow(2).values = ['细颗粒物', 34.3, 0.853, new Date(Date.UTC(2024, 6, 1)), true, '  前后空格 '];
  sheet.getCell('C2').numFmt = '0.0%';
  sheet.getCell('D2').numFmt = 'yyyy"年"m"月"d"日"';
  sheet.getCell('A3').value = { formula: 'B2-B2', result: 0 };
  sheet.getCell('B3').value = { formula: 'B2>100', result: false };
  sheet.getCell('C3').value = { formula: '""', result: '' };
  sheet.getCell('D3').value = { formula: 'SUM(B2:C2)' } as CellFormulaValue;
  sheet.getCell('E3').value = { formula: '1/0', result: { error: '#DIV/0!' } };
  sheet.getCell('F3').value = { formula: '"达"&"标"', result: '达标' };
  sheet.getCell('A4').value = { text: '附件', hyperlink: 'https://example.invalid/' };
  sheet.getCell('B4').value = { error: '#N/A' };
  sheet.getCell('C4').value = '第一行\n第二行';
  sheet.getCell('D4').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFFF00' } };
  sheet.getCell('E4').value = 0.1 + 0.2;
  sheet.getCell('E4').dataValidation = { type: 'decimal', operator: 'between', formulae: [0, 100] };
  sheet.getCell('F4').note = '批注不是内容';
  sheet.views = [{ state: 'frozen', ySplit: 2 }];
  workbook.addWorksheet('字典', { state: 'hidden' });
  workbook.addWorksheet('_meta', { state: 'veryHidden' }).getCell('B2').value = 'hechuan-2024';
  await sheet.protect('x', { spinCount: 1 });
  return write(workbook);
}

/** Bytes that say that a file is a zip container. */
const MARK = 4;

describe('workbooks written by the template writer', () => {
  test('every kind of cell comes back as what was written', async () => {
    const workbook = await read(await returnWorkbook());
    expect(workbook.date1904).toBe(false);
    expect(workbook.sheets.map(({ name, visibility, merges }) => ({ name, visibility, merges }))).toEqual([
      { name: '指标填报', visibility: 'visible', merges: ['A1:F1'] },
      { name: '字典', visibility: 'hidden', merges: [] },
      { name: '_meta', visibility: 'veryHidden', merges: [] },
    ]);
    const [answers, , meta] = workbook.sheets;
    expect(answers?.cells.map(({ address, value, formula }) => [address, value, formula])).toEqual([
      ['A1', text('合川区 2024 年填报表'), false],
      ['A2', text('细颗粒物'), false],
      ['B2', general('34.3'), false],
      ['C2', { type: 'number', digits: '0.853', format: 'percent' }, false],
      ['D2', { type: 'number', digits: '45474', format: 'date' }, false],
      ['E2', { type: 'boolean', value: true }, false],
      ['F2', text('  前后空格 '), false],
      ['A3', general('0'), true],
      ['B3', { type: 'boolean', value: false }, true],
      ['C3', text(''), true],
      ['D3', { type: 'blank' }, true],
      ['E3', { type: 'error', code: '#DIV/0!' }, true],
      ['F3', text('达标'), true],
      ['A4', text('附件'), false],
      ['B4', { type: 'error', code: '#N/A' }, false],
      ['C4', text('第一行\n第二行'), false],
      ['E4', general('0.3'), false],
    ]);
    expect(meta?.cells).toEqual([{ address: 'B2', row: 2, column: 2, value: text('hechuan-2024'), formula: false }]);
  });

  test('dates of the 1904 system are announced', async () => {
    const workbook = new Workbook();
    workbook.properties.date1904 = true;
    workbook.addWorksheet('表').getCell('A1').value = new Date(Date.UTC(2024, 6, 1));
    const { date1904, sheets } = await read(await write(workbook));
    expect(date1904).toBe(true);
    expect(sheets[0]?.cells[0]?.value).toEqual({ type: 'number', digits: String(45474 - 1462), format: 'date' });
  });

  test('a workbook cut or changed anywhere gives a workbook or a code of its own, never an exception', async () => {
    const bytes = await returnWorkbook();
    // Without its first four bytes it is no container, and may be read as text.
    const change = fc.tuple(fc.integer({ min: MARK, max: bytes.length - 1 }), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { maxLength: 4 }),
        fc.option(fc.integer({ min: MARK, max: bytes.length })),
        async (changes, cut) => {
          const changed = Uint8Array.from(bytes);
          for (const [at, byte] of changes) changed[at] = byte;
          const result = await readTable('表.xlsx', changed.subarray(0, cut ?? changed.length));
          expect(result.ok ? result.workbook.sheets.length : result.code).toSatisfy(
            (seen: unknown) => seen === 3 || String(seen).startsWith('FILE_'),
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  test('any XML in place of a sheet gives a workbook or a code, never an exception', async () => {
    const names = fc.constantFrom('worksheet', 'sheetData', 'row', 'c', 'v', 'f', 'is', 't', 'r', 'mergeCells', 'mergeCell', 'x:c');
    const attributes = fc.dictionary(
      fc.constantFrom('r', 't', 's', 'ref'),
      fc.constantFrom('A1', 'B2', '1', 's', 'str', 'inlineStr', 'b', 'A1:B2', '', '-1'),
    );
    const { xml } = fc.letrec<{ xml: string }>((tie) => ({
      xml: fc.oneof(
        { maxDepth: 6, withCrossShrink: true },
        fc.constantFrom('', '0', '1', '气', '&amp;'),
        fc.tuple(names, attributes, fc.array(tie('xml'), { maxLength: 4 })).map(([name, given, inner]) => {
          const written = Object.entries(given).map(([key, value]) => ` ${key}="${value}"`);
          return `<${name}${written.join('')}>${inner.join('')}</${name}>`;
        }),
      ),
    }));
    await fc.assert(
      fc.asyncProperty(fc.array(xml, { maxLength: 4 }), fc.boolean(), async (content, inData) => {
        const inner = content.join('');
        const result = await readTable('表.xlsx', workbookBytes(inData ? { rows: inner } : { afterData: inner }));
        expect(result.ok ? result.workbook.sheets.length : result.code).toSatisfy(
          (seen: unknown) => seen === 1 || String(seen).startsWith('FILE_'),
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('random sheets', () => {
  /** What XML can carry. Text that looks like _xHHHH_ is left out, because exceljs writes it without the escape the standard asks for. */
  const content = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((value) => /^[^\p{Cc}\p{Cs}\u{FFFE}\u{FFFF}]+$/u.test(value)),
    fc.constantFrom('≥81.3', '32（100）', ' 无 ', '1', '=A1', '\u{1F32B}', '85％', '&lt;<>"'),
  );
  const digits = fc
    .tuple(fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }), fc.integer({ min: 0, max: 9 }))
    .map(([integer, decimals]) => integer / 10 ** decimals);
  const value: fc.Arbitrary<{ written: CellValue; expected: RawValue; formula: boolean }> = fc.oneof(
    content.map((written) => ({ written, expected: text(written), formula: false })),
    digits.map((written) => ({ written, expected: general(exact(written).toFixed()), formula: false })),
    fc.boolean().map((written) => ({ written, expected: { type: 'boolean', value: written } as const, formula: false })),
    digits.map((result) => ({ written: { formula: 'A1', result }, expected: general(exact(result).toFixed()), formula: true })),
  );
  const sheet = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 60 }), value), {
    maxLength: 40,
    selector: ([row, column]) => `${row},${column}`,
  });
  const names = fc.uniqueArray(fc.constantFrom('填报说明', '指标填报', '任务填报', '空气监测', 'A&B'), { minLength: 1, maxLength: 4 });

  test('come back equal, in row-major order', async () => {
    await fc.assert(
      fc.asyncProperty(names, fc.array(sheet, { minLength: 4, maxLength: 4 }), async (sheetNames, contents) => {
        const workbook = new Workbook();
        for (const [index, name] of sheetNames.entries()) {
          const target = workbook.addWorksheet(name);
          for (const [row, column, { written }] of contents[index] ?? []) target.getCell(row, column).value = written;
        }
        const { sheets } = await read(await write(workbook));
        expect(sheets.map((found) => found.name)).toEqual(sheetNames);
        for (const [index, found] of sheets.entries()) {
          const wanted = (contents[index] ?? []).toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
          expect(found.cells.map((cell) => [cell.row, cell.column, cell.value, cell.formula])).toEqual(
            wanted.map(([row, column, { expected, formula }]) => [row, column, expected, formula]),
          );
          expect(found.cells.map((cell) => cell.address)).toEqual(
            wanted.map(([row, column]) => workbook.worksheets[index]?.getCell(row, column).address),
          );
        }
      }),
      { numRuns: 60 },
    );
  });
});
