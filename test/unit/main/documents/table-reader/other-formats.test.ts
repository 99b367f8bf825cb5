import { utils, write, type BookType } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { readTable } from '../../../../../main/documents/table-reader/read-table.ts';
import { zip } from '../../../../support/zip.ts';
import { workbookBytes } from '../workbook-reader/handmade.ts';
import { wordDocument } from './word-document.ts';

const ROWS = [
  ['镇街', '日期', 'PM2.5', '优良率'],
  ['合阳城街道', 45717, 35.5, 0.85],
  ['南津街街道', 45718, null, 1],
];

async function read(bytes: Uint8Array, options: Parameters<typeof readTable>[2] = {}) {
  const result = await readTable('监测.xls', bytes, options);
  if (!result.ok) return { refused: `${result.code} ${Object.values(result.params).join(' ')}`.trim() };
  const [sheet] = result.workbook.sheets;
  const cells = (sheet?.cells ?? []).map(({ address, value }) => {
    if (value.type === 'number') return `${address}=${value.digits}${value.format === 'general' ? '' : `(${value.format})`}`;
    return `${address}=${value.type === 'text' ? value.text : value.type}`;
  });
  return { format: result.format, sheets: result.workbook.sheets.map(({ name }) => name), cells, merges: sheet?.merges ?? [] };
}

function book(type: BookType): Uint8Array {
  const sheet = utils.aoa_to_sheet(ROWS);
  for (const [address, z] of [
    ['B2', 'yyyy-mm-dd'],
    ['B3', 'yyyy-mm-dd'],
    ['D2', '0%'],
    ['D3', '0%'],
  ] as const)
    Object.assign(sheet[address], { z });
  return write(utils.book_new(sheet, '日报'), { type: 'buffer', bookType: type }) as Uint8Array;
}

const SAME = [
  'A1=镇街', 'B1=日期', 'C1=PM2.5', 'D1=优良率',
  'A2=合阳城街道', 'B2=45717(date)', 'C2=35.5', 'D2=0.85(percent)',
  'A3=南津街街道', 'B3=45718(date)', 'D3=1(percent)',
]; // prettier-ignore

describe('every office format gives the same cells', () => {
  test.each([
    ['xlsx', 'xlsx'],
    ['biff8', 'xls'],
    ['xlml', 'xml'],
    ['ods', 'ods'],
  ] as const)('%s', async (type, format) => {
    expect(await read(book(type))).toEqual({ format, sheets: ['日报'], cells: SAME, merges: [] });
  });
});

describe('tables of web pages', () => {
  test('spans become merges, lines above the table its first rows, blanks are folded, breaks kept', async () => {
    const page = `<html><head><title>x</title><style>td{}</style></head><body><h2>空气质量日报</h2><p>2025年3月1日</p>
      <table><caption>合阳城街道</caption><thead><tr><th rowspan=2>时间</th><th colspan="2">PM2.5</th></tr><tr><th>浓度<br>微克</th><th>分指数</th></tr></thead>
      <tbody><tr><td> 1时 </td><td>35</td><td x:num="49.6">50</td></tr><tr><td>2时</td><td>&nbsp;</td><td>—</td></tr></tbody></table></body></html>`;
    expect(await read(Buffer.from(page))).toEqual({
      format: 'html',
      sheets: ['监测'],
      cells: [
        'A1=空气质量日报', 'A2=2025年3月1日', 'A3=合阳城街道', 'A4=时间', 'B4=PM2.5', 'B5=浓度\n微克', 'C5=分指数',
        'A6=1时', 'B6=35', 'C6=49.6', 'A7=2时', 'C7=—',
      ], // prettier-ignore
      merges: ['A4:A5', 'B4:C4'],
    });
  });

  test('each table is a sheet; a table within a table too; GB18030 and UTF-16 pages are read', async () => {
    const page = '<table><tr><td>甲<table><tr><td>1</td></tr></table></td></tr></table><table><tr><td>2</td></tr></table>';
    const result = await readTable('a.xls', Buffer.from(`\u{FEFF}${page}`, 'utf16le'));
    const texts = result.ok ? result.workbook.sheets.map((sheet) => [sheet.name, sheet.cells.length, sheet.cells[0]?.value]) : [];
    expect(texts).toEqual([
      ['表1', 1, { type: 'text', text: '甲' }],
      ['表2', 1, { type: 'number', digits: '1', format: 'general' }],
      ['表3', 1, { type: 'number', digits: '2', format: 'general' }],
    ]);
    const gbk = Buffer.concat([
      Buffer.from('<meta charset=gb2312><table><tr><td>'),
      Buffer.from([0xd5, 0xf2]),
      Buffer.from('</td></tr></table>'),
    ]);
    expect(await read(gbk)).toMatchObject({ cells: ['A1=镇'] });
  });

  test('a page without a table, one saved as a single file, spans beyond a sheet, and marks that are never closed', async () => {
    expect(await read(Buffer.from('<html><body>请登录</body></html>'))).toEqual({ refused: 'FILE_NOT_WORKBOOK html' });
    expect(await read(Buffer.from('MIME-Version: 1.0\r\n\r\n<table><tr><td>1</td></tr></table>'))).toEqual({
      refused: 'FILE_NOT_WORKBOOK html',
    });
    expect(await read(Buffer.from('<table><tr><td colspan=99999999 rowspan=99999999>1</td><td>2</td></tr></table>'))).toEqual({
      refused: 'FILE_OVER_LIMIT address 16385 16384',
    });
    expect(await read(Buffer.from(`<table><tr><td>${'<b>'.repeat(50_000)}1</td></tr></table>`))).toEqual({
      refused: 'FILE_OVER_LIMIT depth 2001 2000',
    });
  });
});

describe('Word documents', () => {
  test('the tables of a .docx are read with the paragraphs above them; one without a table is a letter', async () => {
    expect(
      await read(
        wordDocument('<w:p><w:r><w:t>合阳城街道</w:t></w:r></w:p>', [
          ['项目', '完成值'],
          ['淘汰车辆', '1350'],
        ]),
      ),
    ).toEqual({
      format: 'docx',
      sheets: ['监测'],
      cells: ['A1=合阳城街道', 'A2=项目', 'B2=完成值', 'A3=淘汰车辆', 'B3=1350'],
      merges: [],
    });
    expect(await read(wordDocument('<w:p><w:r><w:t>请查收</w:t></w:r></w:p>', null))).toEqual({ refused: 'FILE_NOT_WORKBOOK word' });
  });
});

describe('crafted files', () => {
  const ods = (content: string): Buffer =>
    zip([
      { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
      { name: 'content.xml', data: content },
    ]);
  const table = (rows: string): string =>
    `<o:document-content xmlns:o="urn:o" xmlns:table="urn:t" xmlns:office="urn:f"><table:table table:name="a">${rows}</table:table></o:document-content>`;

  test('a cell written once and repeated over the whole sheet is refused before it is expanded', async () => {
    const cell = '<table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="16384"/>';
    expect(await read(ods(table(`<table:table-row table:number-rows-repeated="1048576">${cell}</table:table-row>`)))).toEqual({
      refused: `FILE_OVER_LIMIT cells ${16384 * 1_048_576} 5000000`,
    });
  });

  test('OpenDocument and Excel 2003 cut off or with a document type are refused', async () => {
    const whole = table('<table:table-row><table:table-cell office:value-type="float" office:value="1"/></table:table-row>');
    expect(await read(ods(whole.slice(0, -20)))).toEqual({ refused: 'FILE_DAMAGED content.xml xml' });
    expect(await read(ods(`<!DOCTYPE x [<!ENTITY a "b">]>${whole}`))).toEqual({ refused: 'FILE_UNSAFE dtd content.xml' });
    const xml = Buffer.from(book('xlml')).toString();
    expect(await read(Buffer.from(xml.slice(0, -40)))).toEqual({ refused: 'FILE_DAMAGED xml xml' });
    expect(await read(Buffer.from(xml.replace('?>', '?><!DOCTYPE x [<!ENTITY a "b">]>')))).toEqual({ refused: 'FILE_UNSAFE dtd xml' });
  });

  test('a row of more cells than anybody fills in is refused at that row', async () => {
    const rows = `<row r="7">${'<c><v>1</v></c>'.repeat(16_384)}</row>`;
    expect(await read(workbookBytes({ rows }))).toMatchObject({
      refused: expect.stringMatching(/^FILE_OVER_LIMIT rowCells 10001 10000 .* 7$/),
    });
  });
});
