import { describe, expect, test } from 'vitest';
import { cellsOf, onlySheet, read, sheet, valuesOf, workbookBytes } from './handmade.ts';

const text = (value: string) => ({ type: 'text', text: value });
const number = (digits: string, format = 'general') => ({ type: 'number', digits, format });
const blank = { type: 'blank' };

describe('values of cells', () => {
  test('every cell type is read as what it holds', async () => {
    const values = await valuesOf({
      strings: '<si><t>合川区</t></si>',
      rows: `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="str"><v>公式文本</v></c><c r="C1" t="inlineStr"><is><t>内联</t></is></c>
        <c r="D1"><v>81.3</v></c><c r="E1" t="n"><v>-5</v></c><c r="F1" t="b"><v>1</v></c><c r="G1" t="e"><v>#DIV/0!</v></c>
        <c r="H1" t="d"><v>2024-07-01T00:00:00</v></c>
        <c r="I1" t="b"><v>true</v></c><c r="J1" t="b"><v>false</v></c><c r="K1" t="inlineStr"><v>无 is</v></c></row>`,
    });
    expect(values).toEqual({
      A1: text('合川区'),
      B1: text('公式文本'),
      C1: text('内联'),
      D1: number('81.3'),
      E1: number('-5'),
      F1: { type: 'boolean', value: true },
      G1: { type: 'error', code: '#DIV/0!' },
      H1: text('2024-07-01T00:00:00'),
      I1: { type: 'boolean', value: true },
      J1: { type: 'boolean', value: false },
      K1: text('无 is'),
    });
  });

  test('empty cells are left out, also those with a type but no value', async () => {
    const cells = await cellsOf({
      strings: '<si><t>不得出现</t></si><si><t/></si>',
      rows: '<row r="1"><c r="A1" s="3"/><c r="B1" t="s"/><c r="G1" t="s"><v></v></c><c r="C1" t="s"><v>1</v></c><c r="D1" t="inlineStr"><is><t></t></is></c><c r="E1"><v></v></c><c r="F1"><v>0</v></c></row>',
    });
    expect(cells.map((cell) => cell.address)).toEqual(['F1']);
  });

  test('cached results 0, false and empty text of formulas are results', async () => {
    const cells = await cellsOf({
      rows: '<row r="1"><c r="A1"><f>B1-C1</f><v>0</v></c><c r="B1" t="b"><f>1&gt;2</f><v>0</v></c><c r="C1" t="str"><f>""</f><v></v></c><c r="D1" t="str"><f>""</f><v/></c></row>',
    });
    expect(cells.map(({ address, value, formula }) => ({ address, value, formula }))).toEqual([
      { address: 'A1', value: number('0'), formula: true },
      { address: 'B1', value: { type: 'boolean', value: false }, formula: true },
      { address: 'C1', value: text(''), formula: true },
      { address: 'D1', value: text(''), formula: true },
    ]);
  });

  test('a formula without cached result is a blank cell that is kept', async () => {
    const cells = await cellsOf({ rows: '<row r="2"><c r="B2"><f>SUM(A1:A9)</f></c><c r="C2"><f t="shared" si="0"/><v></v></c></row>' });
    expect(cells).toEqual([
      { address: 'B2', row: 2, column: 2, value: blank, formula: true, look: { formula: 'SUM(A1:A9)' } },
      { address: 'C2', row: 2, column: 3, value: blank, formula: true, look: { formula: '' } },
    ]);
  });

  test('the text of a formula is never taken for its value', async () => {
    expect(await valuesOf({ rows: '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>' })).toEqual({ A1: number('2') });
  });

  test('runs of rich text are joined and phonetic hints are skipped', async () => {
    const values = await valuesOf({
      strings:
        '<si><r><rPr><rFont val="宋体"/></rPr><t>细颗粒物</t></r><r><t xml:space="preserve"> PM</t></r><r><t>2.5</t></r></si><si><t>镇街</t><rPh sb="0" eb="2"><t>zhenjie</t></rPh></si>',
      rows: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><r><t>优良</t></r><r><t>天数</t></r><rPh sb="0" eb="1"><t>you</t></rPh></is></c></row>',
    });
    expect(values).toEqual({ A1: text('细颗粒物 PM2.5'), B1: text('镇街'), C1: text('优良天数') });
  });

  test('_xHHHH_ is decoded once, in shared, inline and formula text', async () => {
    const values = await valuesOf({
      strings: '<si><t>一_x000D_\n二</t></si><si><t>_x005F_x000D_</t></si>',
      rows: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>a_x0009_b_x12_</t></is></c><c r="D1" t="str"><v>_x4E2D_</v></c></row>',
    });
    expect(values).toEqual({ A1: text('一\r\n二'), B1: text('_x000D_'), C1: text('a\tb_x12_'), D1: text('中') });
  });

  test('XML escapes and CDATA are text', async () => {
    expect(await valuesOf({ rows: '<row r="1"><c r="A1" t="str"><v>a&lt;b &amp; <![CDATA[<c>]]>&#x4e2d;</v></c></row>' })).toEqual({
      A1: text('a<b & <c>中'),
    });
  });

  test('blanks around a text are kept', async () => {
    expect(await valuesOf({ rows: '<row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve"> 无 </t></is></c></row>' })).toEqual({
      A1: text(' 无 '),
    });
  });

  test('a number that is none is kept as text for the parser to name', async () => {
    expect(await valuesOf({ rows: '<row r="1"><c r="A1"><v>NaN</v></c><c r="B1"><v>1,5</v></c><c r="C1"><v> 7 </v></c></row>' })).toEqual({
      A1: text('NaN'),
      B1: text('1,5'),
      C1: number('7'),
    });
  });

  test('numbers carry the class of their format', async () => {
    const values = await valuesOf({
      styles: `<numFmts count="2"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="177" formatCode="0.0%"/></numFmts>
        <cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs>
        <cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="176"/><xf numFmtId="177"/></cellXfs>
        <dxfs><dxf><numFmt numFmtId="0" formatCode="yyyy"/></dxf></dxfs>`,
      rows: '<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"><v>0.85</v></c><c r="C1" s="2"><v>45474</v></c><c r="D1" s="3"><v>0.813</v></c><c r="E1" s="99"><v>2</v></c></row>',
    });
    expect(values).toEqual({
      A1: number('1'),
      B1: number('0.85', 'percent'),
      C1: number('45474', 'date'),
      D1: number('0.813', 'percent'),
      E1: number('2'),
    });
  });
});

describe('places of cells', () => {
  test('rows and cells without address get their place by order', async () => {
    const cells = await cellsOf({
      rows: '<row><c><v>1</v></c><c/><c><v>2</v></c></row><row r="5"><c r="D5"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>',
    });
    expect(cells.map((cell) => [cell.address, cell.row, cell.column])).toEqual([
      ['A1', 1, 1],
      ['C1', 1, 3],
      ['D5', 5, 4],
      ['E5', 5, 5],
      ['A6', 6, 1],
    ]);
  });

  test('rows and cells out of order are sorted', async () => {
    const cells = await cellsOf({
      rows: '<row r="9"><c r="B9"><v>4</v></c></row><row r="2"><c r="AA2"><v>3</v></c><c r="Z2"><v>2</v></c></row><row r="1"><c r="C1"><v>1</v></c></row>',
    });
    expect(cells.map((cell) => cell.address)).toEqual(['C1', 'Z2', 'AA2', 'B9']);
  });

  test('the last cell of the largest sheet is read', async () => {
    const cells = await cellsOf({ rows: '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>' });
    expect(cells.map((cell) => [cell.address, cell.row, cell.column])).toEqual([
      ['A1', 1, 1],
      ['XFD1048576', 1_048_576, 16_384],
    ]);
  });

  test('the declared dimension means nothing', async () => {
    const cells = await cellsOf({ beforeData: '<dimension ref="A1:XFD1048576"/>', rows: '<row r="3"><c r="C3"><v>1</v></c></row>' });
    expect(cells.map((cell) => cell.address)).toEqual(['C3']);
    const widened = await cellsOf({ beforeData: '<dimension ref="A1"/>', rows: '<row r="3"><c r="C3"><v>1</v></c></row>' });
    expect(widened.map((cell) => cell.address)).toEqual(['C3']);
  });

  test('merged ranges are listed as they are, however large', async () => {
    const merges = '<mergeCells count="3"><mergeCell ref="A1:B2"/><mergeCell ref="A1:XFD1048576"/><mergeCell ref="C4"/></mergeCells>';
    expect(onlySheet(await read(workbookBytes({ afterData: merges }))).merges).toEqual(['A1:B2', 'A1:XFD1048576']);
  });

  test('cells inside extensions are not cells of the sheet', async () => {
    const extension = '<extLst><ext><sheetData><row r="0"/><row r="1"><c r="A1"><v>9</v></c></row></sheetData></ext></extLst>';
    expect(await cellsOf({ rows: '', afterData: extension })).toEqual([]);
  });
});

/** What they cost beside plain sheets is measured in test/bench/read-large-sheets.bench.ts. */
describe('large sheets', () => {
  test('validations, formats and 20,000 merges over whole columns add no cell', async () => {
    const merges = Array.from({ length: 20_000 }, (_, index) => `<mergeCell ref="A${index * 2 + 1}:B${index * 2 + 2}"/>`).join('');
    const afterData = `<mergeCells>${merges}</mergeCells>
      <conditionalFormatting sqref="A1:XFD1048576"><cfRule type="expression" priority="1"><formula>A1=1</formula></cfRule></conditionalFormatting>
      <dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"是,否"</formula1></dataValidation></dataValidations>`;
    const bytes = workbookBytes({
      beforeData: '<cols><col min="1" max="16384" width="9" style="1"/></cols>',
      rows: '<row r="1"><c r="A1"><v>1</v></c></row>',
      afterData,
    });
    const { cells, merges: found } = onlySheet(await read(bytes));
    expect([cells.length, found.length]).toEqual([1, 20_000]);
  });

  test('100,000 cells in reverse order are sorted', async () => {
    const rows = Array.from(
      { length: 100_000 },
      (_, index) => `<row r="${100_000 - index}"><c r="A${100_000 - index}"><v>${index}</v></c></row>`,
    ).join('');
    const bytes = workbookBytes({ sheet: sheet(rows) });
    const { cells } = onlySheet(await read(bytes));
    expect([cells[0]?.address, cells[99_999]?.address]).toEqual(['A1', 'A100000']);
  });
});
