import { describe, expect, it } from 'vitest';
import { measuresOf } from '../../../../../../shared/domain/plan/statements.ts';
import type { ValueKind } from '../../../../../../shared/domain/plan/value-book/columns.ts';
import { readValues, type ReadValues, type ValuesRequest } from '../../../../../../shared/domain/plan/value-book/read-values.ts';
import { cellAddress } from '../../../../../../shared/domain/returns/locate-sheet.ts';
import type { RawSheet, RawValue } from '../../../../../../shared/domain/tables/raw-workbook.ts';
import { findingText } from '../../../../../../shared/text/finding-text.ts';
import { loadTestPlan } from '../../../../../support/plan.ts';

type Typed = string | number | RawValue | null;

const plan = loadTestPlan();
const measures = measuresOf(plan);

const rawOf = (typed: Typed): RawValue =>
  typed === null
    ? { type: 'blank' }
    : typeof typed === 'string'
      ? { type: 'text', text: typed }
      : typeof typed === 'number'
        ? { type: 'number', digits: String(typed), format: 'general' }
        : typed;

function sheetOf(rows: readonly (readonly Typed[])[], name = '表', visibility: RawSheet['visibility'] = 'visible'): RawSheet {
  const cells = rows.flatMap((row, index) =>
    row.flatMap((typed, column) => {
      const value = rawOf(typed);
      const place = { address: cellAddress(column + 1, index + 1), row: index + 1, column: column + 1 };
      return value.type === 'blank' ? [] : [{ ...place, value, formula: value.type === 'error' }];
    }),
  );
  return { name, visibility, cells, merges: [] };
}

function read(kind: ValueKind, sheets: readonly RawSheet[], request: Partial<ValuesRequest> = {}): ReadValues {
  const result = readValues(
    { sheets, date1904: false },
    { file: '表.xlsx', kind, from: 2024, to: 2027, measures: () => measures, named: () => plan, signed: () => null, ...request },
  );
  for (const { code, params } of result.findings) expect(findingText(code, params)).toMatch(/[\u4e00-\u9fff].*。$/u);
  return result;
}

const HEAD = ['指标编号', '指标名称', '年度', '目标', '说明'];
const targets = (...rows: readonly (readonly Typed[])[]): ReadValues => read('targets', [sheetOf([HEAD, ...rows])]);
const figures = (...rows: readonly (readonly Typed[])[]): ReadValues =>
  read('figures', [sheetOf([['指标编号', '年度', '数值', '单位'], ...rows])], { from: null });
const placed = ({ findings }: ReadValues) => findings.map(({ code, cell }) => [code, cell]);

describe('a table of targets', () => {
  it('is found below other lines and by other names of its columns, in any order', () => {
    const rows = [['关于调整目标的通知'], [null], ['备注', '目标值', '年份', '主要指标'], ['市里下达', '≤31', '2026年度', '绿色工厂']];
    expect(read('targets', [sheetOf(rows)])).toEqual({
      values: [{ measure: 'A1-08', year: 2026, value: '≤31', note: '市里下达' }],
      findings: [],
    });
  });

  it('takes 编号 in full-width letters, a number, a percentage and a range as they are meant', () => {
    const percent: RawValue = { type: 'number', digits: '0.86999999999999999', format: 'percent' };
    const taken = targets(['Ａ１－０３', null, 2025, percent], ['A1-01', null, 2025, 31], ['A1-01', null, '2026', '30-35']);
    expect(taken.findings).toEqual([]);
    expect(taken.values.map(({ value }) => value)).toEqual(['87%', '31', '30-35']);
  });

  it('says of =300, which a spreadsheet makes a formula, that it is taken as 300, and how it is written as text', () => {
    const sheet = sheetOf([HEAD, ['A1-08', null, 2025, 300], ['A1-08', null, 2026, '=300']]);
    const cells = sheet.cells.map((cell) => (cell.address === 'D2' ? { ...cell, formula: true, look: { formula: '300' } } : cell));
    const { values, findings } = read('targets', [{ ...sheet, cells }]);
    expect(values.map(({ value }) => value)).toEqual(['300', '=300']);
    expect(findings).toMatchObject([{ code: 'FORMULA_TARGET', cell: 'D2', severity: 'warning', params: { formula: '300', value: '300' } }]);
    expect(findingText('FORMULA_TARGET', findings[0]?.params ?? {})).toContain("写成“'=300”");
  });

  it('leaves rows alone that are blank, and says how many', () => {
    const { values, findings } = targets(['A1-01', null, 2025, null], ['A1-03', null, 2025, '≥86'], ['不认识', null, null, null]);
    expect(values.map(({ measure }) => measure)).toEqual(['A1-03']);
    expect(findings).toMatchObject([{ code: 'VALUES_ROWS_BLANK', severity: 'info', params: { count: 2 } }]);
  });

  type Case = readonly [row: readonly Typed[], code: string, cell: string];
  it.each<Case>([
    [['A1-99', null, 2025, '1'], 'VALUES_MEASURE_UNKNOWN', 'A2'],
    [[null, '绿色工场', 2025, '1'], 'VALUES_MEASURE_UNKNOWN', 'B2'],
    [['A1-01', '绿色工厂', 2025, '1'], 'VALUES_MEASURE_DISAGREES', 'B2'],
    [[null, null, 2025, '1'], 'BOOK_VALUE_MISSING', 'A2'],
    [['A1-01', null, null, '1'], 'BOOK_VALUE_MISSING', 'C2'],
    [['A1-01', null, 2025, null, '市里下达'], 'BOOK_VALUE_MISSING', 'D2'],
    [['A1-01', null, '明年', '1'], 'VALUES_YEAR_UNREADABLE', 'C2'],
    [['A1-01', null, '2025-2026', '1'], 'VALUES_YEAR_UNREADABLE', 'C2'],
    [['A1-01', null, 2028, '1'], 'VALUES_YEAR_OUTSIDE', 'C2'],
    [['A1-01', null, 2023, '1'], 'VALUES_YEAR_OUTSIDE', 'C2'],
    [['A1-01', null, 2025, '≤31.1.2'], 'VALUES_TARGET_UNREADABLE', 'D2'],
    [['A1-01', null, 2025, '35～30'], 'VALUES_TARGET_UNREADABLE', 'D2'],
    [['A1-01', null, 2025, { type: 'boolean', value: true }], 'VALUES_TARGET_UNREADABLE', 'D2'],
    [['A1-01', null, 2025, { type: 'number', digits: '45721', format: 'date' }], 'BOOK_TARGET_DATE', 'D2'],
    [['A1-01', null, 2025, { type: 'error', code: '#REF!' }], 'BOOK_CELL_ERROR', 'D2'],
    [['A1-08', null, 2025, '1.2万家'], 'NUMBER_UNIT_OTHER', 'D2'],
    [['A1-01', null, 2025, '≤31%'], 'NUMBER_UNIT_OTHER', 'D2'],
  ])('names the cell of what is wrong: %j', (row, code, cell) => {
    const wrong = targets(row, ['A1-05', null, 2025, '≥24']);
    expect(placed(wrong)).toEqual([[code, cell]]);
    expect(wrong.values).toEqual([]);
  });

  it('refuses a second row of the same measure and year, in whatever sheet it stands', () => {
    const wrong = targets(['A1-01', null, 2025, '31'], ['A1-01', null, 2026, '31'], ['A1-01', '', '2025年', '30']);
    expect(wrong.findings).toMatchObject([{ code: 'VALUES_ROW_TWICE', cell: 'D4', params: { first: 'D2' } }]);
    const [one, other] = [sheetOf([HEAD, ['A1-01', null, 2025, '31']], '一'), sheetOf([HEAD, ['A1-01', null, 2025, '30']], '二')];
    expect(read('targets', [one, other]).findings).toMatchObject([{ sheet: '二', params: { first: '一!D2' } }]);
  });

  it('refuses a year that is signed', () => {
    const signed = (year: number) => (year === 2025 ? { at: '2026-02-01T09:00:00+08:00', by: '李四' } : null);
    const { findings } = read('targets', [sheetOf([HEAD, ['A1-01', null, 2025, '31'], ['A1-01', null, 2026, '31']])], { signed });
    expect(findings).toMatchObject([{ code: 'VALUES_YEAR_FINAL', cell: 'C2', params: { at: '2026-02-01', by: '李四' } }]);
  });

  it('asks for the 编号 where several measures have the name', () => {
    const [first] = measures;
    const twins = measures.slice(0, 1).flatMap((one) => [one, { ...one, id: 'B1' }]);
    const wrong = read('targets', [sheetOf([HEAD, [null, first?.name ?? '', 2025, '31']])], { measures: () => twins });
    expect(wrong.findings).toMatchObject([{ code: 'VALUES_MEASURE_SEVERAL', cell: 'B2', params: { known: `${first?.id}、B1` } }]);
  });

  it('takes words for a target of words, with a warning, and 待定 without', () => {
    const { values, findings } = targets(['A1-01', null, 2025, '完成市级下达任务'], ['A1-03', null, 2025, '待定']);
    expect(values).toHaveLength(2);
    expect(findings).toMatchObject([{ code: 'BOOK_TARGET_WORDS', severity: 'warning', cell: 'D2' }]);
  });

  it('asks to look again at a fraction in a row of percentages', () => {
    const { values, findings } = targets(['A1-03', null, 2025, 0.86], ['A1-03', null, 2026, '0.86%']);
    expect(values).toHaveLength(2);
    expect(findings).toMatchObject([{ code: 'PERCENT_SCALE_UNCLEAR', cell: 'D2', params: { other: '86' } }]);
  });
});

describe('a workbook in which there is no such table', () => {
  it('is told what its head must have', () => {
    expect(read('targets', [sheetOf([['甲', '乙'], ['1']])]).findings).toMatchObject([
      { code: 'BOOK_HEADER_MISSING', sheet: '表', params: { wanted: '指标编号、年度、目标' } },
    ]);
    expect(
      read('targets', [
        sheetOf([
          ['指标编号', '目标'],
          ['A1-01', '1'],
        ]),
      ]).findings,
    ).toMatchObject([{ code: 'BOOK_COLUMN_MISSING', params: { column: '年度' } }]);
  });

  it('or has nothing filled in, is one that cannot be used', () => {
    expect(placed(targets(['A1-01', null, 2025, null]))).toEqual([['VALUES_NONE', null]]);
    expect(placed(read('targets', []))).toEqual([['VALUES_NONE', null]]);
  });

  it('has sheets that are not read: of another kind, hidden, notes', () => {
    const other = sheetOf(
      [
        ['指标编号', '年度', '数值'],
        ['A1-01', 2025, '3'],
      ],
      '认定数',
    );
    const hidden = sheetOf([HEAD, ['A1-05', null, 2025, '3']], '旧', 'hidden');
    const notes = sheetOf([['1．说明']], '说明');
    const own = [sheetOf([['≤']], '选项', 'hidden'), sheetOf([['year', '2025']], '_meta', 'hidden')];
    const { values, findings } = read('targets', [notes, ...own, other, hidden, sheetOf([HEAD, ['A1-01', null, 2025, '31']])]);
    expect(values).toHaveLength(1);
    expect(findings.map(({ code, sheet }) => [code, sheet])).toEqual([
      ['VALUES_SHEET_HIDDEN', '旧'],
      ['VALUES_SHEET_UNKNOWN', '认定数'],
    ]);
  });

  it('tells of a column that is there twice, and of one that nobody knows', () => {
    const { findings } = read('targets', [
      sheetOf([
        [...HEAD, '新目标', '批示'],
        ['A1-01', null, 2025, '31', null, '30', '同意'],
      ]),
    ]);
    expect(placed({ values: [], findings })).toEqual([
      ['BOOK_COLUMN_TWICE', 'F1'],
      ['BOOK_COLUMN_UNKNOWN', 'G1'],
    ]);
  });
});

describe('a table of figures', () => {
  it('takes figures of earlier years, in the unit of the measure', () => {
    const { values, findings } = figures(['A1-01', 2020, '36.5', 'μg/m³'], ['A1-03', 2024, '86%', '%'], ['A1-08', 2024, 12, null]);
    expect(findings).toEqual([]);
    expect(values).toEqual([
      { measure: 'A1-01', year: 2020, value: '36.5', note: null },
      { measure: 'A1-03', year: 2024, value: '86', note: null },
      { measure: 'A1-08', year: 2024, value: '12', note: null },
    ]);
  });

  it.each<readonly [readonly Typed[], string, string]>([
    [['A1-01', 2024, '约36', null], 'NUMBER_VAGUE', 'C2'],
    [['A1-01', 2024, '不涉及', null], 'NUMBER_UNREADABLE', 'C2'],
    [['A1-01', 2024, '三十来', null], 'NUMBER_VAGUE', 'C2'],
    [['A1-01', 2024, '36', '毫克/立方米'], 'NUMBER_UNIT_OTHER', 'D2'],
    [['A1-08', 2024, '12', '万家'], 'NUMBER_UNIT_OTHER', 'D2'],
    [['A1-08', 2024, '12.5', null], 'NUMBER_NOT_WHOLE', 'C2'],
    [['A1-01', 2028, '36', null], 'VALUES_YEAR_OUTSIDE', 'B2'],
  ])('names the cell of what is wrong: %j', (row, code, cell) => {
    const wrong = figures(row);
    expect(placed(wrong)).toEqual([[code, cell]]);
    expect(wrong.values).toEqual([]);
  });
});
