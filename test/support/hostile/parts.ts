import { MAIN, OFFICE, parts, workbookBytes } from '../../unit/main/documents/workbook-reader/handmade.ts';
import { zip, type ZipPart } from '../zip.ts';
import { type HostileFile, repeated, times } from './hostile-file.ts';

const SHEET = 'xl/worksheets/sheet1.xml';
const STRINGS = 'xl/sharedStrings.xml';
const CELL = '<row r="1"><c r="A1"><v>1</v></c></row>';

const withPart = (base: Parameters<typeof parts>[0], part: ZipPart): Buffer => zip([...parts(base).set(part.name, part).values()]);

const sheetOf = (unit: string, count: number): ZipPart =>
  repeated(SHEET, `<worksheet xmlns="${MAIN}"><sheetData>`, unit, count, '</sheetData></worksheet>');

const numbered = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join('');

/** Honest workbooks but for what there is too much of, or what points to where nothing is. */
export const PARTS: readonly HostileFile[] = [
  {
    kind: 'shared strings of 100 MB',
    name: '共享百兆.xlsx',
    comes: 'refused',
    make: (weight) =>
      withPart(
        { rows: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>', strings: '' },
        repeated(STRINGS, `<sst xmlns="${MAIN}">`, `<si><t>${'文'.repeat(1000)}</t></si>`, times(33_000, Math.max(weight, 0.7)), '</sst>'),
      ),
  },
  {
    kind: '900,000 different shared strings, within the bound',
    name: '共享各异.xlsx',
    make: (weight) =>
      workbookBytes({
        rows: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>',
        strings: numbered(times(900_000, weight), (index) => `<si><t>第${index}号</t></si>`),
      }),
  },
  {
    kind: 'indexes of texts and formats that point to nothing',
    name: '坏索引.xlsx',
    make: () =>
      workbookBytes({
        rows: `<row r="1"><c r="A1" t="s"><v>99999999999</v></c><c r="B1" t="s"><v>-1</v></c><c r="C1" s="4294967295"><v>1</v></c><c r="D1" s="-1"><v>1</v></c></row>`,
        strings: '<si><t>a</t></si>',
        styles: '<cellXfs><xf numFmtId="99999999"/></cellXfs>',
      }),
  },
  {
    kind: 'a million formulas',
    name: '公式.xlsx',
    make: (weight) => withPart({}, sheetOf(`<row>${'<c><f>SUM(A1:XFD1048576)</f><v>1</v></c>'.repeat(10)}</row>`, times(100_000, weight))),
  },
  {
    kind: 'a million comments',
    name: '批注.xlsx',
    comes: 'read',
    make: (weight) =>
      withPart(
        { rows: CELL },
        repeated(
          'xl/comments1.xml',
          `<comments xmlns="${MAIN}"><commentList>`,
          '<comment ref="A1"><text><t>改</t></text></comment>',
          times(1_000_000, weight),
          '</commentList></comments>',
        ),
      ),
  },
  {
    kind: 'a million defined names',
    name: '名称.xlsx',
    make: (weight) =>
      withPart(
        { rows: CELL },
        repeated(
          'xl/workbook.xml',
          `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="表一" sheetId="1" r:id="r1"/></sheets><definedNames>`,
          '<definedName name="n">表一!$A$1:$XFD$1048576</definedName>',
          times(1_000_000, weight),
          '</definedNames></workbook>',
        ),
      ),
  },
  {
    kind: 'a million different figures',
    name: '各异.xlsx',
    make: (weight) =>
      workbookBytes({
        rows: numbered(
          times(100_000, weight),
          (row) => `<row>${numbered(10, (column) => `<c><v>${(row * 10 + column) / 8}</v></c>`)}</row>`,
        ),
      }),
  },
  {
    kind: 'zip of 20 workbooks of five million cells each',
    name: '并排.zip',
    make: (weight) =>
      zip(
        Array.from({ length: 20 }, (_, index) => ({
          name: `${index}.xlsx`,
          data: withPart({}, sheetOf(`<row>${'<c><v>1</v></c>'.repeat(100)}</row>`, times(50_000, weight))),
        })),
      ),
  },
];
