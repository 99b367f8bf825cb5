import { MAIN, OFFICE, parts, relationship, sheet, workbookBytes } from '../../unit/main/documents/workbook-reader/handmade.ts';
import { zip, type ZipPart } from '../zip.ts';
import { type HostileFile, repeated, times } from './hostile-file.ts';

const SHEET = 'xl/worksheets/sheet1.xml';
const STRINGS = 'xl/sharedStrings.xml';
const STYLES = 'xl/styles.xml';
const CELL = '<row r="1"><c r="A1"><v>1</v></c></row>';

const withParts = (base: Parameters<typeof parts>[0], ...more: readonly ZipPart[]): Buffer => {
  const all = parts(base);
  for (const part of more) all.set(part.name, part);
  return zip([...all.values()]);
};

const sheetOf = (unit: string, count: number, before = '', after = ''): Buffer =>
  withParts({}, repeated(SHEET, `<worksheet xmlns="${MAIN}"><sheetData>${before}`, unit, count, `</sheetData>${after}</worksheet>`));

const behind = (head: string, unit: string, count: number, tail: string): Buffer =>
  withParts({}, repeated(SHEET, `<worksheet xmlns="${MAIN}"><sheetData>${CELL}</sheetData>${head}`, unit, count, `${tail}</worksheet>`));

const withStrings = (part: ZipPart): Buffer => withParts({ rows: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>', strings: '' }, part);

const stringsOf = (unit: string, count: number): Buffer => withStrings(repeated(STRINGS, `<sst xmlns="${MAIN}">`, unit, count, '</sst>'));

const stylesOf = (head: string, unit: string, count: number, tail: string): Buffer =>
  withParts({ rows: CELL, styles: '' }, repeated(STYLES, `<styleSheet xmlns="${MAIN}">${head}`, unit, count, `${tail}</styleSheet>`));

const LAUGHS = `<!DOCTYPE x [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈">${Array.from({ length: 9 }, (_, level) => `<!ENTITY ${'bcdefghij'[level]} "${`&${'abcdefghi'[level]};`.repeat(10)}">`).join('')}]>`;
const FETCH = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>';

const rows = (count: number, cellsOf: (row: number) => string): string =>
  Array.from({ length: count }, (_, index) => `<row r="${index + 1}">${cellsOf(index + 1)}</row>`).join('');

/** Workbooks whose containers are as they should be and whose parts are not. */
export const WORKBOOKS: readonly HostileFile[] = [
  {
    kind: 'a million blank rows with a format',
    name: '空行.xlsx',
    comes: 'read',
    make: (weight) => sheetOf('<row s="1" customFormat="1"/>', times(1_048_575, weight), '', ''),
  },
  { kind: 'three million rows without numbers', name: '超行.xlsx', make: (weight) => sheetOf('<row/>', times(3_000_000, weight)) },
  {
    kind: '30 million blank cells with a format',
    name: '空格.xlsx',
    make: (weight) => sheetOf(`<row>${'<c s="1"/>'.repeat(100)}</row>`, times(145_000, weight)),
  },
  {
    kind: '16,384 columns by five rows',
    name: '列.xlsx',
    comes: 'refused',
    make: () => workbookBytes({ rows: rows(5, () => '<c><v>1</v></c>'.repeat(16_384)) }),
  },
  {
    kind: 'five million cells with content',
    name: '格.xlsx',
    make: (weight) => sheetOf(`<row>${'<c><v>1</v></c>'.repeat(100)}</row>`, times(50_000, weight)),
  },
  {
    kind: 'a cell at A1 and one at XFD1048576, false dimension',
    name: '对角.xlsx',
    comes: 'read',
    make: () =>
      workbookBytes({
        beforeData: '<dimension ref="A1:XFD1048576"/>',
        rows: '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
      }),
  },
  {
    kind: 'a cell beyond the sheet',
    name: '越界.xlsx',
    comes: 'refused',
    make: () => workbookBytes({ rows: '<row r="99999999"><c r="ZZZZ99999999"><v>1</v></c></row>' }),
  },
  {
    kind: 'cells in reverse order',
    name: '倒序.xlsx',
    comes: 'read',
    make: (weight) =>
      workbookBytes({
        rows: Array.from({ length: times(60_000, weight) }, (_, index) => times(60_000, weight) - index)
          .map((row) => `<row r="${row}"><c r="A${row}"><v>1</v></c></row>`)
          .join(''),
      }),
  },
  {
    kind: 'merge of the whole sheet, and 10,000 names over it',
    name: '整表.xlsx',
    comes: 'read',
    make: (weight) =>
      workbookBytes({
        rows: CELL,
        afterData: '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
        workbook: `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="表一" sheetId="1" r:id="r1"/></sheets><definedNames>${Array.from({ length: times(10_000, weight) }, (_, index) => `<definedName name="n${index}">表一!$A$1:$XFD$1048576</definedName>`).join('')}</definedNames></workbook>`,
      }),
  },
  {
    kind: 'a million merges',
    name: '合并.xlsx',
    make: (weight) => behind('<mergeCells>', '<mergeCell ref="A2:B3"/>', times(1_000_000, weight), '</mergeCells>'),
  },
  {
    kind: 'validations and formats over the whole sheet, 100,000 of them',
    name: '有效性.xlsx',
    comes: 'read',
    make: (weight) =>
      behind(
        '<dataValidations>',
        '<dataValidation type="list" sqref="A1:XFD1048576"><formula1>"是,否"</formula1></dataValidation>',
        times(100_000, weight),
        '</dataValidations>',
      ),
  },
  { kind: '1.9 million shared strings', name: '共享.xlsx', make: (weight) => stringsOf('<si><t>a</t></si>', times(1_900_000, weight)) },
  {
    kind: 'a shared string of 31 MB',
    name: '长文.xlsx',
    make: (weight) => withStrings(repeated(STRINGS, `<sst xmlns="${MAIN}"><si><t>`, '一', times(10_300_000, weight), '</t></si></sst>')),
  },
  {
    kind: 'a shared string of a million runs',
    name: '分段.xlsx',
    make: (weight) =>
      withStrings(repeated(STRINGS, `<sst xmlns="${MAIN}"><si>`, '<r><t>a</t></r>', times(1_000_000, weight), '</si></sst>')),
  },
  {
    kind: 'a million cell formats',
    name: '样式.xlsx',
    make: (weight) => stylesOf('<cellXfs>', '<xf numFmtId="0" fontId="0"/>', times(1_000_000, weight), '</cellXfs>'),
  },
  {
    kind: 'a number format of 30 MB',
    name: '格式.xlsx',
    comes: 'refused',
    make: (weight) =>
      withParts(
        { rows: CELL, styles: '' },
        repeated(
          STYLES,
          `<styleSheet xmlns="${MAIN}"><numFmts><numFmt numFmtId="200" formatCode="`,
          '0',
          times(30_000_000, Math.max(weight, 0.4)),
          '"/></numFmts></styleSheet>',
        ),
      ),
  },
  {
    kind: 'number formats that make searches go back and forth',
    name: '回溯.xlsx',
    make: (weight) =>
      workbookBytes({
        rows: '<row r="1"><c r="A1" s="0"><v>1</v></c></row>',
        styles: `<numFmts><numFmt numFmtId="200" formatCode="${'['.repeat(times(100_000, weight))}${';'.repeat(times(1_000_000, weight))}${'&quot;'.repeat(times(50_001, weight))}"/></numFmts><cellXfs><xf numFmtId="200"/></cellXfs>`,
      }),
  },
  {
    kind: 'billion laughs in the shared strings',
    name: '笑.xlsx',
    comes: 'refused',
    make: () => withParts({ rows: CELL, strings: '' }, { name: STRINGS, data: `${LAUGHS}<sst xmlns="${MAIN}"><si><t>&j;</t></si></sst>` }),
  },
  {
    kind: 'an external entity in the sheet',
    name: '外部实体.xlsx',
    comes: 'refused',
    make: () =>
      workbookBytes({
        sheet: `${FETCH}${sheet('<row r="1"><c r="A1" t="inlineStr"><is><t>&a;</t></is></c></row>').replace(/^<\?xml[^>]*>/, '')}`,
      }),
  },
  {
    kind: '100,000 elements within each other',
    name: '深.xlsx',
    comes: 'refused',
    make: (weight) => workbookBytes({ rows: '<row>'.repeat(times(100_000, weight)) + '</row>'.repeat(times(100_000, weight)) }),
  },
  {
    kind: 'half a million attributes on one element',
    name: '属性.xlsx',
    make: (weight) =>
      workbookBytes({
        rows: `<row r="1"><c r="A1"${Array.from({ length: times(500_000, weight) }, (_, index) => ` a${index}=""`).join('')}><v>1</v></c></row>`,
      }),
  },
  {
    kind: 'formulas that refer to each other in a circle',
    name: '循环.xlsx',
    comes: 'read',
    make: () => workbookBytes({ rows: '<row r="1"><c r="A1"><f>B1</f><v>0</v></c><c r="B1"><f>A1</f><v>0</v></c></row>' }),
  },
  {
    kind: '100,000 sheets',
    name: '表.xlsx',
    comes: 'refused',
    make: (weight) =>
      workbookBytes({
        workbook: `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${Array.from({ length: times(100_000, Math.max(weight, 0.01)) }, (_, index) => `<sheet name="s${index}" sheetId="${index}" r:id="r1"/>`).join('')}</sheets></workbook>`,
      }),
  },
  {
    kind: '200 names for one sheet',
    name: '别名.xlsx',
    comes: 'refused',
    make: () =>
      workbookBytes({
        rows: CELL,
        workbook: `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${Array.from({ length: 200 }, (_, index) => `<sheet name="s${index}" sheetId="${index}" r:id="r1"/>`).join('')}</sheets></workbook>`,
      }),
  },
  {
    kind: 'half a million relationships',
    name: '关系.xlsx',
    make: (weight) =>
      withParts({
        rows: CELL,
        relations: Array.from({ length: times(200_000, weight) }, (_, index) =>
          relationship(`r${index + 1}`, 'worksheet', 'worksheets/sheet1.xml'),
        ),
      }),
  },
  {
    kind: 'a sheet that lies on a server',
    name: '远程.xlsx',
    comes: 'refused',
    make: () => withParts({ relations: [relationship('r1', 'worksheet', 'http://127.0.0.1/s.xml', ' TargetMode="External"')] }),
  },
  {
    kind: 'names of the language itself as keys',
    name: '原型.xlsx',
    make: () => workbookBytes({ rows: '<row r="1"><c r="A1" __proto__="1" constructor="2" t="__proto__"><v>1</v></c></row>' }),
  },
];
