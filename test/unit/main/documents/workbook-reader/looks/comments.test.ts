import { describe, expect, test } from 'vitest';
import { Workbook } from 'exceljs';
import { utils, write } from '@e965/xlsx';
import { readCells } from '../../../../../../main/documents/table-reader/read-table.ts';
import { zip } from '../../../../../support/zip.ts';
import { onlySheet, parts, read, relationship } from '../handmade.ts';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const row = '<row r="1"><c r="A1"><v>1</v></c></row>';

async function commentsOf(files: Readonly<Record<string, string>>) {
  const made = [...parts({ rows: row }).values(), ...Object.entries(files).map(([name, data]) => ({ name, data }))];
  return onlySheet(await read(zip(made))).comments;
}

const RELATIONS = 'xl/worksheets/_rels/sheet1.xml.rels';
const related = (...types: readonly string[]): string =>
  `<Relationships xmlns="${PACKAGE}">${types.map((type, index) => relationship(`r${index}`, type, `../${type}.xml`)).join('')}</Relationships>`;
const comments = (...texts: readonly (readonly [string, string])[]): string =>
  `<comments><authors><author>某</author></authors><commentList>${texts
    .map(([ref, text]) => `<comment ref="${ref}" authorId="0"><text>${text}</text></comment>`)
    .join('')}</commentList></comments>`;

describe('comments of cells', () => {
  test('are read from the part beside the sheet, run by run, in the order of the cells', async () => {
    const text = comments(
      ['B7', '<r><t>张三:</t></r><r><t xml:space="preserve">\n无效</t></r>'],
      ['A1', '<t>已核对</t>'],
      ['C1', '<t> </t>'],
    );
    expect(await commentsOf({ [RELATIONS]: related('comments'), 'xl/comments.xml': text })).toEqual([
      { address: 'A1', row: 1, column: 1, text: '已核对' },
      { address: 'B7', row: 7, column: 2, text: '张三:\n无效' },
    ]);
  });

  test('a conversation stands in place of its copy, with its answers', async () => {
    const threads =
      '<ThreadedComments><threadedComment ref="A1" id="1"><text>此值无效？</text></threadedComment>' +
      '<threadedComment ref="A1" id="2" parentId="1"><text>是，改为 88</text></threadedComment></ThreadedComments>';
    const copy = comments(['A1', '<t>[线程批注] 你的 Excel 版本可读取此线程批注…</t>']);
    const files = { [RELATIONS]: related('comments', 'threadedComment'), 'xl/comments.xml': copy, 'xl/threadedComment.xml': threads };
    expect(await commentsOf(files)).toEqual([{ address: 'A1', row: 1, column: 1, text: '此值无效？；是，改为 88' }]);
  });

  test('a sheet without any has none, and a link to a page is no comment', async () => {
    expect(await commentsOf({})).toBeUndefined();
    const link = `<Relationships xmlns="${PACKAGE}">${relationship('r1', 'hyperlink', 'https://example.org/', ' TargetMode="External"')}</Relationships>`;
    expect(await commentsOf({ [RELATIONS]: link })).toBeUndefined();
  });

  test('as Excel, OpenDocument and the tables of 2003 have them', async () => {
    const book = new Workbook();
    book.addWorksheet('日报').addRow([30]);
    book.worksheets.forEach((one) => Object.assign(one.getCell('A1'), { note: '此值无效' }));
    const sheet = utils.aoa_to_sheet([[30]]);
    (sheet['A1'] as { c?: unknown }).c = [{ a: '某', t: '此值无效' }];
    const other = utils.book_new();
    utils.book_append_sheet(other, sheet, '日报');
    const files: readonly (readonly [string, Uint8Array])[] = [
      ['日报.xlsx', new Uint8Array(await book.xlsx.writeBuffer())],
      ['日报.ods', new Uint8Array(write(other, { type: 'array', bookType: 'ods' }) as ArrayBuffer)],
      ['日报.xml', new Uint8Array(write(other, { type: 'array', bookType: 'xlml' }) as ArrayBuffer)],
    ];
    for (const [name, bytes] of files) {
      const table = await readCells(name, bytes);
      expect(table.ok && table.workbook.sheets.map((one) => one.comments)).toEqual([
        [{ address: 'A1', row: 1, column: 1, text: '此值无效' }],
      ]);
    }
  });
});
