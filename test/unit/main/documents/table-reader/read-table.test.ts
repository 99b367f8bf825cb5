import { utils, write } from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { readTable } from '../../../../../main/documents/table-reader/read-table.ts';
import type { RawWorkbook } from '../../../../../shared/domain/tables/raw-workbook.ts';
import { dayLines, readBook, townId } from '../../../shared/domain/monitoring/tables.ts';

const HE = townId('合阳城街道');
const EXPECTED = [`${HE} 2024-01-01 pm10=50 pm25=30.5`, `${HE} 2024-01-02 pm10=51`];

const CSV = '日期,镇街,PM2.5,PM10\r\n2024-01-01,合阳城街道,30.5,50\r\n2024-01-02,合阳城街道,—,51\r\n';

/** 日期,镇街,… in GBK, which Node can read and not write. */
const GBK = Buffer.from(
  'c8d5c6da2cd5f2bdd62c504d322e352c504d31300d0a323032342d30312d30312cbacfd1f4b3c7bdd6b5c02c33302e352c35300d0a323032342d30312d30322cbacfd1f4b3c7bdd6b5c02ca1aa2c35310d0a',
  'hex',
);

async function read(name: string, bytes: Uint8Array) {
  const result = await readTable(name, bytes);
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.params)}`);
  return result;
}

async function refusal(bytes: Uint8Array, name = '监测.csv') {
  const result = await readTable(name, bytes);
  return result.ok ? 'read' : [result.code, result.params['kind'] ?? result.params['reason'] ?? ''].join(' ').trim();
}

const valuesOf = (workbook: RawWorkbook) =>
  Object.fromEntries(
    (workbook.sheets[0]?.cells ?? []).map(({ address, value }) => [
      address,
      value.type === 'number' ? ['n', value.digits] : value.type === 'text' ? value.text : value.type,
    ]),
  );
const swapped = (text: string) => Buffer.from(text, 'utf16le').swap16();

describe('text tables', () => {
  test.each([
    ['UTF-8', Buffer.from(CSV), 'utf-8', ','],
    ['UTF-8 with a byte order mark', Buffer.from(`\u{FEFF}${CSV}`), 'utf-8', ','],
    ['GBK', GBK, 'gb18030', ','],
    ['UTF-16 as Excel writes it, with tabs', Buffer.from(`\u{FEFF}${CSV.replaceAll(',', '\t')}`, 'utf16le'), 'utf-16le', '\t'],
    ['UTF-16 big-endian', swapped(`\u{FEFF}${CSV}`), 'utf-16be', ','],
    ['UTF-16 without a byte order mark', Buffer.from(CSV, 'utf16le'), 'utf-16le', ','],
    ['UTF-16 big-endian without a byte order mark', swapped(CSV), 'utf-16be', ','],
    ['semicolons', Buffer.from(CSV.replaceAll(',', ';')), 'utf-8', ';'],
    ['full-width commas', Buffer.from(CSV.replaceAll(',', '，')), 'utf-8', ','],
    ['line feeds only', Buffer.from(CSV.replaceAll('\r\n', '\n')), 'utf-8', ','],
    ['the order sep=', Buffer.from(`sep=;\r\n${CSV.replaceAll(',', ';')}`), 'utf-8', ';'],
  ] as const)('%s', async (_, bytes, encoding, delimiter) => {
    const result = await read('监测数据.csv', bytes);
    expect([result.format, result.encoding, result.delimiter]).toEqual(['csv', encoding, delimiter]);
    expect(dayLines(readBook(result.workbook))).toEqual(EXPECTED);
    expect(result.workbook.sheets[0]?.cells[4]?.address).toBe('A2');
  });

  test('only plain figures become numbers', async () => {
    const { workbook } = await read(
      'a.csv',
      Buffer.from('007,35,35.50,-1.5,2024-01-01, 12 ,1e3,"1,234",="007",12345678901234567890,00:30\n'),
    );
    expect(valuesOf(workbook)).toEqual({
      A1: '007',
      B1: ['n', '35'],
      C1: ['n', '35.50'],
      D1: ['n', '-1.5'],
      E1: '2024-01-01',
      F1: ['n', '12'],
      G1: '1e3',
      H1: '1,234',
      I1: '007',
      J1: '12345678901234567890',
      K1: '00:30',
    });
  });

  test('quotes hold delimiters, quotes and line ends; blank lines keep their row', async () => {
    const { workbook } = await read('a.csv', Buffer.from('名称,值\n"甲,乙",1\n\n"丙""丁\n戊",2\n'));
    expect(valuesOf(workbook)).toEqual({ A1: '名称', B1: '值', A2: '甲,乙', B2: ['n', '1'], A4: '丙"丁\n戊', B4: ['n', '2'] });
  });

  test('the sheet bears the name of the file without folder and ending, cut as Excel cuts it', async () => {
    expect((await read('C:\\数据\\合阳城街道.2024.csv', Buffer.from('a,b'))).workbook.sheets[0]?.name).toBe('合阳城街道.2024');
    expect((await read(`${'长'.repeat(40)}.csv`, Buffer.from('a,b'))).workbook.sheets[0]?.name).toHaveLength(31);
  });

  test('what is no table is refused by its bytes, whatever its name', async () => {
    expect(await refusal(Buffer.from('<html><body><form>请登录</form></body></html>'), '数据.xls')).toBe('FILE_NOT_WORKBOOK html');
    expect(await refusal(Buffer.from('\u{FEFF}<html><table></table></html>', 'utf16le'))).toBe('FILE_NOT_WORKBOOK html');
    expect(await refusal(Buffer.from('%PDF-1.7'))).toBe('FILE_NOT_WORKBOOK pdf');
    expect(await refusal(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]))).toBe('FILE_NOT_WORKBOOK image');
    expect(await refusal(Buffer.alloc(0))).toBe('FILE_EMPTY');
    expect(await refusal(Buffer.from([1, 2, 3, 0, 0, 1]))).toBe('FILE_NOT_WORKBOOK unknown');
    expect(await refusal(Buffer.from('a,b\n"never closed,1\n2,3'))).toBe('FILE_DAMAGED content');
    expect(await refusal(Buffer.concat([Buffer.from('a,b\n'.repeat(2000)), Buffer.from([0xff, 0xff])]))).toBe('FILE_DAMAGED encoding');
  });

  test('limits hold', async () => {
    const limited = async (limits: Parameters<typeof readTable>[2]) => {
      const result = await readTable('a.csv', Buffer.from('1,2,3\n4,5,6\n'), limits);
      return result.ok ? 'read' : [result.code, result.params['limit'] ?? ''].join(' ').trim();
    };
    expect([await limited({ cells: 6 }), await limited({ cells: 5 }), await limited({ fileBytes: 5 })]).toEqual([
      'read',
      'FILE_OVER_LIMIT cells',
      'FILE_TOO_LARGE',
    ]);
  });
});

describe('workbooks', () => {
  const rows = [
    ['日期', '镇街', 'PM2.5', 'PM10'],
    [45292, '合阳城街道', 30.5, 50],
    [45293, '合阳城街道', '—', 51],
  ];

  test('.xlsx goes the way of returns', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('日报');
    rows.forEach((row) => sheet.addRow(row));
    sheet.getColumn(1).numFmt = 'yyyy-mm-dd';
    const bytes = new Uint8Array(await book.xlsx.writeBuffer());
    const result = await read('监测.csv', bytes);
    expect(result).toMatchObject({ format: 'xlsx', encoding: null, delimiter: null });
    expect(dayLines(readBook(result.workbook))).toEqual(EXPECTED);
  });

  function oldBook(): Uint8Array {
    const sheet = utils.aoa_to_sheet([...rows, [null, '平均', { t: 'n', v: 0, f: 'SUM(C9:C10)' }, { t: 'e', v: 0x2a }]]);
    for (const address of ['A2', 'A3']) Object.assign(sheet[address], { z: 'yyyy-mm-dd' });
    sheet['!merges'] = [utils.decode_range('A5:B6')];
    const book = utils.book_new(sheet, '日报');
    utils.book_append_sheet(book, utils.aoa_to_sheet([['藏']]), '隐藏');
    book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
    return write(book, { type: 'buffer', bookType: 'biff8' }) as Uint8Array;
  }

  test('.xls gives serials with their format, results of formulas, errors, merges and hidden sheets', async () => {
    const result = await read('监测.xls', oldBook());
    expect(result).toMatchObject({ format: 'xls', encoding: null, delimiter: null });
    expect(result.workbook.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ['日报', 'visible'],
      ['隐藏', 'hidden'],
    ]);
    const cells = new Map(result.workbook.sheets[0]?.cells.map((cell) => [cell.address, cell]));
    expect(cells.get('A2')).toEqual({
      address: 'A2',
      row: 2,
      column: 1,
      value: { type: 'number', digits: '45292', format: 'date' },
      formula: false,
    });
    expect(cells.get('C2')?.value).toEqual({ type: 'number', digits: '30.5', format: 'general' });
    expect(cells.get('D4')?.value).toEqual({ type: 'error', code: '#N/A' });
    expect(result.workbook.sheets[0]?.merges).toEqual(['A5:B6']);
    expect(dayLines(readBook(result.workbook))).toEqual(EXPECTED);
  });

  test('an old workbook cut short is incomplete', async () => {
    const bytes = oldBook();
    for (const length of [300, 600, 1500, bytes.length - 600])
      expect([length, await refusal(bytes.slice(0, length))]).toEqual([length, 'FILE_DAMAGED truncated']);
  });
});
