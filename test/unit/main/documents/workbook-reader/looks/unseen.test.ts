import { describe, expect, test } from 'vitest';
import { couldHide, insteadOf } from '../../../../../../main/documents/workbook-reader/looks/shown-number.ts';
import { isLostOn, rgbOf } from '../../../../../../main/documents/workbook-reader/looks/colours.ts';
import { zip } from '../../../../../support/zip.ts';
import { MAIN, OFFICE, onlySheet, parts, read, relationship, workbookBytes } from '../handmade.ts';

const number = (digits: string) => ({ type: 'number', digits, format: 'general' }) as const;
const text = (typed: string) => ({ type: 'text', text: typed }) as const;

describe('what a number format shows in the place of a value', () => {
  test.each([
    [';;;', number('1350'), ''],
    [';;;', text('已完成'), ''],
    [';;', number('1350'), ''],
    [';;', text('已完成'), null],
    ['0;-0;;@', number('0'), ''],
    ['0;-0;;@', number('1350'), null],
    ['0;-0;;@', text('甲'), null],
    ['"1400"', number('1350'), '1400'],
    ['0"00"', number('13'), '00'],
    ['0.000"万辆"', number('0.135'), null],
    ['[<2000]"";0', number('1350'), ''],
    ['[<2000]"";0', number('2500'), null],
    ['[红色][>=100]0;[蓝色]"—"', number('99'), '—'],
    ['_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"_ ;_ @_ ', number('0'), null],
    ['_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"_ ;_ @_ ', number('1350'), null],
    ['yyyy"年"m"月"d"日"', number('45535'), null],
    ['"第"0"批;次"', number('3'), null],
    ['General', number('1'), null],
    ['@', number('1'), null],
  ])('%s of %j', (code, value, instead) => {
    expect(insteadOf(code, value)).toBe(instead);
    if (instead !== null) expect(couldHide(code)).toBe(true);
  });
});

test.each([
  ['FFFFFFFF', 'FFFFFF', true],
  ['FFFFFF', 'FFF2CC', true],
  ['F5F5DC', 'FFFFFF', true],
  ['000000', '000000', true],
  ['BFBFBF', 'FFFFFF', false],
  ['FFFFFF', '1F4E79', false],
  ['000000', 'FFF2CC', false],
])('ink %s on paper %s is lost: %s', (ink, paper, lost) => {
  expect(isLostOn(rgbOf(ink) ?? [0, 0, 0], rgbOf(paper) ?? [0, 0, 0])).toBe(lost);
});

const font = (more: string): string => `<font><sz val="11"/>${more}</font>`;
const STYLES =
  '<numFmts><numFmt numFmtId="180" formatCode=";;;"/></numFmts>' +
  `<fonts><font/>${font('<color rgb="FFFFFFFF"/>')}${font('<color theme="0"/>')}${font('<color indexed="9"/>')}<font><sz val="1"/></font>${font('<color theme="1" tint="0.99"/>')}</fonts>` +
  '<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF1F4E79"/></patternFill></fill></fills>' +
  '<cellXfs><xf/><xf fontId="1"/><xf fontId="2"/><xf fontId="3"/><xf fontId="4"/><xf fontId="5"/><xf fontId="1" fillId="1"/><xf numFmtId="180"/></cellXfs>' +
  '<dxfs><dxf><font><strike/><color rgb="FFFFFFFF"/></font></dxf></dxfs>';

test('cells in the colour of the paper, of no size or under a format that shows nothing say so; white on blue does not', async () => {
  const rows = `<row r="1">${[0, 1, 2, 3, 4, 5, 6, 7].map((style) => `<c r="${'ABCDEFGH'[style]}1" s="${style}"><v>${style + 10}</v></c>`).join('')}</row>`;
  const { cells } = onlySheet(await read(workbookBytes({ rows, styles: STYLES })));
  expect(cells.map(({ address, look }) => [address, look?.unseen ?? null])).toEqual([
    ['A1', null],
    ['B1', 'colour'],
    ['C1', 'colour'],
    ['D1', 'colour'],
    ['E1', 'size'],
    ['F1', 'colour'],
    ['G1', null],
    ['H1', 'format'],
  ]);
});

test('a white part of a text is told apart from the part that is seen', async () => {
  const run = (said: string, rgb: string): string => `<r><rPr><color rgb="${rgb}"/></rPr><t>${said}</t></r>`;
  const strings = `<si>${run('1350', 'FF000000')}${run('0', 'FFFFFFFF')}</si><si>${run('1400', 'FFFFFFFF')}</si><si>${run('1500', 'FFFF0000')}</si>`;
  const cell = (at: string, index: number, style = 0): string => `<c r="${at}" s="${style}" t="s"><v>${index}</v></c>`;
  const rows = `<row r="1">${cell('A1', 0)}${cell('B1', 1)}${cell('C1', 2)}${cell('D1', 2, 1)}${cell('E1', 1, 6)}</row>`;
  const { cells } = onlySheet(await read(workbookBytes({ rows, strings, styles: STYLES })));
  expect(cells.map(({ address, look }) => [address, look ?? null])).toEqual([
    ['A1', { unseen: 'colour', unseenText: '0' }],
    ['B1', { unseen: 'colour' }],
    ['C1', null],
    // The runs have an ink of their own.
    ['D1', null],
    ['E1', null],
  ]);
});

test('comments are read with their cells, blank ones too, and threads before the notes that stand for them; a broken part is left out', async () => {
  const made = parts({ rows: '<row r="1"><c r="A1"><v>1350</v></c></row>' });
  const own = (type: string, target: string, id: string): string => relationship(id, type, target);
  const put = (name: string, data: string): unknown => made.set(name, { name, data });
  put(
    'xl/worksheets/_rels/sheet1.xml.rels',
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${own('comments', '../comments1.xml', 'c1')}${own('threadedComment', '../threadedComments/threadedComment1.xml', 'c2')}</Relationships>`,
  );
  put(
    'xl/comments1.xml',
    `<comments xmlns="${MAIN}"><authors><author>甲</author></authors><commentList><comment ref="A1" authorId="0"><text><r><t>甲:</t></r><r><t xml:space="preserve">\n更正：实为1400</t></r></text></comment><comment ref="B2" authorId="0"><text><t>[线程批注]</t></text></comment></commentList></comments>`,
  );
  put(
    'xl/threadedComments/threadedComment1.xml',
    `<ThreadedComments xmlns="${OFFICE}"><threadedComment ref="B2" id="1"><text>漏报20辆</text></threadedComment><threadedComment ref="B2" id="2" parentId="1"><text>已补</text></threadedComment></ThreadedComments>`,
  );
  expect(onlySheet(await read(zip([...made.values()]))).comments).toEqual([
    { address: 'A1', row: 1, column: 1, text: '甲:\n更正：实为1400' },
    { address: 'B2', row: 2, column: 2, text: '漏报20辆；已补' },
  ]);
  put('xl/comments1.xml', '<comments><commentList><comment ref="A1"><te');
  const broken = onlySheet(await read(zip([...made.values()])));
  expect([broken.cells.length, broken.comments]).toEqual([1, undefined]);
});
