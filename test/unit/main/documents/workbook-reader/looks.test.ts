import { describe, expect, test } from 'vitest';
import { saysMore } from '../../../../../main/documents/workbook-reader/number-format.ts';
import { type Handmade, onlySheet, read, workbookBytes } from './handmade.ts';

const run = (text: string, properties = ''): string => `<r><rPr>${properties}</rPr><t xml:space="preserve">${text}</t></r>`;
const STRUCK = '<strike/>';
const RAISED = '<vertAlign val="superscript"/>';

async function looks(made: Handmade) {
  const { cells } = onlySheet(await read(workbookBytes(made)));
  return cells.map(({ address, value, look }) => {
    const shown = value.type === 'text' ? value.text : value.type === 'number' ? value.digits : value.type;
    return [address, shown, look ?? null];
  });
}

describe('what a cell looks like', () => {
  test('text that is struck out is no longer said, in shared strings and inline; alone it stays and is marked', async () => {
    const strings = `<si>${run('1200', STRUCK)}${run('1350')}</si><si>${run('1400', STRUCK)}</si><si>${run('1500', '<strike val="0"/>')}</si>`;
    const rows =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>' +
      `<c r="D1" t="inlineStr"><is>${run('甲', STRUCK)}${run('乙')}</is></c></row>`;
    expect(await looks({ strings, rows })).toEqual([
      ['A1', '1350', { struck: '1200' }],
      ['B1', '1400', { struck: '1400' }],
      ['C1', '1500', null],
      ['D1', '乙', { struck: '甲' }],
    ]);
  });

  test('raised text stays and is told; fonts of a whole cell count as its runs do', async () => {
    const styles =
      `<fonts><font/><font>${STRUCK}</font><font><vertAlign val="subscript"/></font></fonts>` +
      '<cellXfs><xf fontId="0"/><xf fontId="1"/><xf fontId="2"/></cellXfs>';
    const rows =
      `<row r="1"><c r="A1" t="inlineStr"><is>${run('1350')}${run('1', RAISED)}</is></c>` +
      '<c r="B1" s="1"><v>1200</v></c><c r="C1" s="2" t="str"><v>2</v></c><c r="D1" s="0"><v>7</v></c></row>';
    expect(await looks({ styles, rows })).toEqual([
      ['A1', '13501', { raised: '1' }],
      ['B1', '1200', { struck: '1200' }],
      ['C1', '2', { raised: '2' }],
      ['D1', '7', null],
    ]);
  });

  test('hidden rows and columns are told at their cells', async () => {
    const rows =
      '<row r="1" hidden="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="0"><c r="A2"><v>2</v></c><c r="C2"><v>3</v></c></row>';
    const beforeData = '<cols><col min="2" max="3" hidden="1"/><col min="4" max="16384" hidden="false"/></cols>';
    expect(await looks({ rows, beforeData })).toEqual([
      ['A1', '1', { hidden: 'row' }],
      ['A2', '2', null],
      ['C2', '3', { hidden: 'column' }],
    ]);
  });

  test('a formula is kept as written, and is empty where another cell holds it', async () => {
    const rows =
      '<row r="1"><c r="A1"><f>[1]Sheet1!A1</f><v>1350</v></c><c r="B1"><f t="shared" si="0"/><v>2</v></c><c r="C1" t="str"><f>&quot;a&quot;&amp;1</f><v>a1</v></c></row>';
    expect(await looks({ rows })).toEqual([
      ['A1', '1350', { formula: '[1]Sheet1!A1' }],
      ['B1', '2', { formula: '' }],
      ['C1', 'a1', { formula: '"a"&1' }],
    ]);
  });

  test('number formats with words or another magnitude are told by their code', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="0.000&quot;万辆&quot;"/><numFmt numFmtId="165" formatCode="#,##0"/></numFmts>' +
      '<cellXfs><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>';
    const rows = '<row r="1"><c r="A1" s="0"><v>0.135</v></c><c r="B1" s="1"><v>1350</v></c></row>';
    expect(await looks({ styles, rows })).toEqual([
      ['A1', '0.135', { format: '0.000"万辆"' }],
      ['B1', '1350', null],
    ]);
  });

  test.each([
    ['0"家"', true],
    ['0.0万', true],
    ['0\\家', true],
    ['#,##0,', true],
    ['0.0,,', true],
    ['"<"0', true],
    ['\\≥0', true],
    ['[<50]0;0.0', false],
    ['#,##0.00', false],
    ['General', false],
    ['G/通用格式', false],
    ['0%', false],
    ['yyyy"年"m"月"d"日"', false],
    ['0_);[Red](0)', false],
    ['0.00_ ;"负"0', false],
    ['"¥"#,##0', false],
  ])('%s says more than its number: %s', (code, expected) => {
    expect(saysMore(code)).toBe(expected);
  });
});
