import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readTable, type TableResult } from '../../../../../../main/documents/table-reader/read-table.ts';
import { isNotPlain } from '../../../../../../main/documents/workbook-reader/plain/not-plain.ts';
import { boundsOfRows, PlainRows } from '../../../../../../main/documents/workbook-reader/plain/rows.ts';
import { type Handmade, sheet, workbookBytes } from '../handmade.ts';

/** Shared texts: plain, of several runs, struck out, empty, with a lost character, escaped. */
const STRINGS = [
  '<si><t>合阳城街道</t></si>',
  '<si><r><t>PM</t></r><r><rPr><vertAlign val="subscript"/></rPr><t>2.5</t></r></si>',
  '<si><r><rPr><strike/></rPr><t>12</t></r></si>',
  '<si><t></t></si>',
  '<si><t>a\u{FFFD}b</t></si>',
  '<si><t>_x000D_&amp;</t></si>',
].join('');
const STYLES =
  '<numFmts><numFmt numFmtId="170" formatCode="0.0&quot;万&quot;"/></numFmts><fonts><font/><font><strike/></font></fonts>' +
  '<cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="10"/><xf numFmtId="170"/><xf fontId="1"/></cellXfs>';

const address = fc
  .tuple(fc.constantFrom('A', 'B', 'C', 'Z', 'AA', 'XFD', 'XFE', 'b'), fc.integer({ min: 0, max: 6 }))
  .map(([letters, row]) => `${letters}${row}`);
const figure = fc.constantFrom(
  '0',
  '12',
  '0.8',
  '-3.50',
  '1.1000000000000001',
  '1E3',
  '45535',
  'NaN',
  '',
  ' 7 ',
  '007',
  '12345678.9',
  '9'.repeat(40),
);
const index = fc.constantFrom('0', '1', '2', '3', '4', '5', '6', '99', '-1', 'x', '');
const letters = fc.constantFrom(
  '文',
  'a',
  ' ',
  '&amp;',
  '&#10;',
  '&#x1;',
  '\u{1}',
  '\n',
  '>',
  ']]>',
  '_x0041_',
  '"',
  '\u{FFFD}',
  '\u{FFFF}',
  '<![CDATA[z]]>',
  '<!---->',
);
const someText = fc.array(letters, { maxLength: 4 }).map((parts) => parts.join(''));
const type = fc.constantFrom('', ' t="n"', ' t="s"', ' t="str"', ' t="b"', ' t="e"', ' t="inlineStr"', ' t="d"', " t='s'");
const style = fc.constantFrom('', ' s="0"', ' s="1"', ' s="2"', ' s="3"', ' s="4"', ' s="9"', ' s="x"');

/** Most of a file is ordinary, or no file would go the short way to its end. */
const mostly = <T>(ordinary: fc.Arbitrary<T>, odd: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 15, arbitrary: ordinary }, { weight: 1, arbitrary: odd });

const oddAttributes = fc
  .tuple(fc.option(address, { freq: 6 }), style, type, fc.constantFrom('', ' cm="1"', ' r="A1"', '  ph="1"', ' x:y="1"', 'z="1"', ' a="<"'))
  .map(([at, s, t, odd]) => `${at === null ? '' : ` r="${at}"`}${s}${t}${odd}`);
const plainAttributes = fc
  .tuple(
    fc.constantFrom('A', 'B', 'C', 'AA', 'XFD'),
    fc.integer({ min: 1, max: 6 }),
    fc.constantFrom('', ' s="1"', ' s="2"', ' s="3"', ' s="4"'),
  )
  .map(([column, at, s]) => ` r="${column}${at}"${s}`);
const plainCell = fc.oneof(
  fc.tuple(plainAttributes, figure).map(([said, value]) => `<c${said}><v>${value}</v></c>`),
  fc.tuple(plainAttributes, fc.constantFrom('0', '1', '2', '3', '4', '5')).map(([said, value]) => `<c${said} t="s"><v>${value}</v></c>`),
  fc.tuple(plainAttributes, figure).map(([said, value]) => `<c${said} t="str"><f>A1+B1</f><v>${value}</v></c>`),
  fc.constantFrom('<c/>', '<c r="B2" s="1"/>', '<c t="inlineStr"><is><t>镇</t></is></c>', '<c t="b"><v>1</v></c>'),
);
const content = fc.oneof(
  { weight: 6, arbitrary: figure.map((value) => `<v>${value}</v>`) },
  { weight: 4, arbitrary: index.map((value) => `<v>${value}</v>`) },
  { weight: 1, arbitrary: someText.map((value) => `<v>${value}</v>`) },
  { weight: 1, arbitrary: fc.tuple(someText, figure).map(([formula, value]) => `<f>${formula}</f><v>${value}</v>`) },
  { weight: 1, arbitrary: someText.map((value) => `<is><t xml:space="preserve">${value}</t></is>`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '',
      '<v/>',
      '<f t="shared" si="0"/>',
      '<v>1</v><extLst/>',
      '<is><r><t>1</t></r></is>',
      '<v>1',
      '<x:v>2</x:v>',
      '<v>1</v><v>2</v>',
    ),
  },
);
const oddCell = fc
  .tuple(oddAttributes, content, fc.boolean())
  .map(([said, inside, empty]) => (empty && inside === '' ? `<c${said}/>` : `<c${said}>${inside}</c>`));
const row = fc
  .tuple(
    mostly(fc.constantFrom('', ' r="1"', ' r="2"', ' r="5"'), fc.constantFrom(' r="0"', ' r="1048577"', ' r="x"')),
    fc.constantFrom('', ' spans="1:9"', ' hidden="1"', ' hidden="false"', ' spans="1:9" ht="12"'),
    fc.array(mostly(plainCell, oddCell), { maxLength: 4 }),
    mostly(fc.constantFrom('', '\n'), fc.constantFrom('<!-- -->', 'x')),
  )
  .map(([number, more, cells, between]) => `<row${number}${more}>${cells.join(between)}</row>${between}`);
const rows = fc.array(row, { maxLength: 5 }).map((parts) => parts.join(''));
const around = fc.constantFrom(
  { beforeData: '', afterData: '' },
  { beforeData: '<cols><col min="2" max="3" hidden="1"/></cols>', afterData: '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>' },
  { beforeData: '<sheetFormatPr defaultRowHeight="13.5"/>', afterData: '<sheetData><row r="9"><c r="A9"><v>9</v></c></row></sheetData>' },
  { beforeData: '', afterData: '<x>\u{1}</x>' },
);

/** A comment in its head sends a sheet through the parser, and says nothing. */
const parsed = (made: Handmade): Promise<TableResult> =>
  readTable('表.xlsx', workbookBytes({ ...made, beforeData: `${made.beforeData ?? ''}<!---->` }));

it('rows that are read byte by byte give what the parser gives, whatever stands in them, and are refused as it refuses them', async () => {
  await fc.assert(
    fc.asyncProperty(rows, around, async (data, { beforeData, afterData }) => {
      const made = { rows: data, beforeData, afterData, strings: STRINGS, styles: STYLES };
      expect(await readTable('表.xlsx', workbookBytes(made))).toEqual(await parsed(made));
    }),
    { numRuns: 600 },
  );
});

it('a bound that is reached is the same one', async () => {
  const limits = fc.record({
    cells: fc.integer({ min: 1, max: 4 }),
    rowCells: fc.integer({ min: 1, max: 3 }),
    elements: fc.integer({ min: 3, max: 40 }),
    stringLength: fc.integer({ min: 1, max: 5 }),
  });
  await fc.assert(
    fc.asyncProperty(rows, limits, async (data, bounds) => {
      const made = { rows: data, styles: STYLES };
      const [plain, other] = [workbookBytes(made), workbookBytes({ ...made, beforeData: '<!---->' })];
      expect(await readTable('表.xlsx', plain, bounds)).toEqual(await readTable('表.xlsx', other, bounds));
    }),
    { numRuns: 300 },
  );
});

/** Whether the rows of a sheet go the short way. */
function isPlain(xml: string): boolean {
  const bytes = Buffer.from(xml);
  const bounds = boundsOfRows(bytes);
  if (bounds === null) return false;
  const nothing = (): void => undefined;
  const sink = { element: nothing, row: nothing, place: nothing, figure: nothing, shared: nothing, other: nothing, passed: nothing };
  try {
    new PlainRows(bytes, sink, 32_767).read(bounds.from, bounds.until);
    return true;
  } catch (error) {
    if (isNotPlain(error)) return false;
    throw error;
  }
}

it('of what the property reads, a good part goes the short way', () => {
  const made = fc.sample(rows, 200).filter((data) => data !== '');
  expect(made.filter((data) => isPlain(sheet(data))).length / made.length).toBeGreaterThan(0.3);
});

it('what Excel, WPS and the libraries of platforms write goes the short way', () => {
  const excel =
    '<row r="1" spans="1:3" x14ac:dyDescent="0.2"><c r="A1" t="s"><v>0</v></c><c r="B1" s="2"><v>45292</v></c><c r="C1"/></row>\r\n' +
    '<row r="2" ht="14.25" customHeight="1"><c r="A2" t="str"><f>B2&amp;"x"</f><v>合阳城</v></c></row>';
  expect(isPlain(sheet(excel.replace('&amp;', '')))).toBe(true);
  expect(
    isPlain(sheet('<row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve"> 钓鱼城 </t></is></c><c r="B1"><v>1.5</v></c></row>')),
  ).toBe(true);
});

it('a reference, a comment and an address in small letters do not', () => {
  for (const odd of ['<c r="A1"><v>&#49;</v></c>', '<!-- --><c r="A1"/>', '<c r="a1"><v>1</v></c>', "<c r='A1'/>"])
    expect(isPlain(sheet(`<row r="1">${odd}</row>`))).toBe(false);
});
