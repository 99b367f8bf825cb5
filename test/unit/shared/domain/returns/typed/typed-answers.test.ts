import { expect, test } from 'vitest';
import { createNotes } from '../../../../../../shared/domain/plan/book/read/notes.ts';
import type { RawSheet, RawWorkbook } from '../../../../../../shared/domain/tables/raw-workbook.ts';
import { typedAnswers } from '../../../../../../shared/domain/returns/typed/typed-answers.ts';
import { typedLines } from '../../../../../../shared/domain/returns/typed/typed-lines.ts';
import { findingText } from '../../../../../../shared/text/finding-text.ts';
import { layoutFor, unitNamed } from '../../../../../support/layouts.ts';
import { loadTestPlan } from '../../../../../support/plan.ts';
import { textCell } from '../../../../../support/raw-return.ts';

const plan = loadTestPlan();
const UNIT = '区经济信息委';
const layout = layoutFor(plan, unitNamed(plan, UNIT), { air: false });
const HEAD = ['编号', '名称', '填报项', '填报值', '备注'];

function sheetOf(name: string, rows: readonly (readonly string[])[], visibility: RawSheet['visibility'] = 'visible'): RawSheet {
  const cells = rows.flatMap((row, index) => row.flatMap((text, column) => (text === '' ? [] : [textCell(column + 1, index + 1, text)])));
  return { name, visibility, cells, merges: [] };
}

const table = (...rows: readonly (readonly string[])[]): RawWorkbook => ({ sheets: [sheetOf('录入', [HEAD, ...rows])], date1904: false });

function settled(workbook: RawWorkbook, reportedOn: string | null = null) {
  const notes = createNotes('录入.xlsx');
  const askedOf = (text: string): string[] => (text === 'A3-3.3' ? ['区公安局'] : []);
  const answers = typedAnswers(typedLines(workbook, notes), { layout, reportedOn, askedOf }, notes);
  return { answers: Object.fromEntries([...answers].map(([key, { text }]) => [key, text])), found: notes.found };
}

/** Code and cell of every finding, with a word of its sentence to hold it against. */
const told = (workbook: RawWorkbook, reportedOn: string | null = null) =>
  settled(workbook, reportedOn).found.map(({ code, cell, params }) => [code, cell, findingText(code, params)]);

test('lines stand under the row and the column they name; a row with one result needs no 填报项; remarks stand beside', () => {
  const { answers, found } = settled(
    table(
      ['A1-08', '绿色工厂', '当年新增', '5', ''],
      ['A1-08', '', '完成值', '21', '含往年'],
      ['A3-1.1', '', '', '已完成', ''],
      ['', '当年建设绿色工厂', '', '5家', ''],
      ['填报人', '', '', '王五', ''],
      ['填报日期', '', '', '2025-01-08', ''],
    ),
  );
  expect(found).toEqual([]);
  expect(answers).toEqual({
    'A1-08|increment': '5',
    'A1-08|value': '21',
    'A1-08|remark': '含往年',
    'A3-1.1|status': '已完成',
    'A3-1.1-a|value': '5家',
    'reporter|reporter': '王五',
    'reportedOn|reportedOn': '2025-01-08',
  });
});

test('the columns are found wherever they stand, under the words that people use, and blank lines are counted', () => {
  const rows = [['区经济信息委电话报送'], ['数值', '指标编号'], ['已完成', 'A3-1.1'], ['', 'A1-08']];
  const { answers, found } = settled({ sheets: [sheetOf('记录', rows), sheetOf('旧', [HEAD, ['A1-08']], 'hidden')], date1904: false });
  expect(answers).toEqual({ 'A3-1.1|status': '已完成' });
  expect(found.map(({ code, params }) => [code, params])).toEqual([['TYPED_ROWS_BLANK', { count: 1 }]]);
});

test.each([
  ['an id that no form has', [['A3-1.9', '', '', '1', '']], 'TYPED_ROW_UNKNOWN', 'A2', '最接近的是“A3-1.1”'],
  ['a row that another unit is asked for', [['A3-3.3', '', '', '已完成', '']], 'TYPED_ROW_NOT_ASKED', 'A2', '由区公安局填报'],
  ['a line that names nothing', [['', '', '', '7', '']], 'TYPED_ROW_UNNAMED', 'A2', '请补上编号'],
  ['a name of another row', [['A3-1.1', '绿色园区', '', '已完成', '']], 'TYPED_ROW_DISAGREES', 'B2', '改正编号或名称'],
  ['several columns that could be meant', [['A1-08', '', '', '21', '']], 'TYPED_FIELD_MISSING', 'C2', '当年新增、完成值'],
  ['a column that the row has not', [['A1-08', '', '分子', '21', '']], 'TYPED_FIELD_UNKNOWN', 'C2', '没有“分子”这个填报项'],
  ['a remark where none is asked', [['填报人', '', '', '王五', '代填']], 'TYPED_FIELD_UNKNOWN', 'E2', '没有“备注”这个填报项'],
  [
    'two lines of one row and column',
    [
      ['A3-1.1', '', '', '已完成', ''],
      ['A3-1.1', '', '完成状态', '按序推进', ''],
    ],
    'TYPED_TWICE',
    'D3',
    '首次在 D2',
  ],
] as const)('%s is an error at its cell, with what to do about it', (_name, rows, code, cell, words) => {
  expect(told(table(...rows))).toEqual([[code, cell, expect.stringContaining(words)]]);
});

test('a table without a head and one without a value are refused', () => {
  expect(told({ sheets: [sheetOf('甲', [['A3-1.1', '已完成']])], date1904: false })).toEqual([
    ['TYPED_HEADER_MISSING', null, expect.stringContaining('编号、填报值')],
  ]);
  expect(told(table(['A3-1.1', '', '', '', '']))).toEqual([['TYPED_NOTHING', null, expect.stringContaining('“填报值”')]]);
});

test('填报日期 is given once: beside the lines or among them', () => {
  const line = ['A3-1.1', '', '', '已完成', ''];
  expect(settled(table(line), '2025-01-09').answers).toMatchObject({ 'reportedOn|reportedOn': '2025-01-09' });
  const both = table(line, ['填报日期', '', '', '2025-01-08', '']);
  expect(told(both, '2025-01-08')).toEqual([]);
  expect(told(both, '2025-01-09')).toEqual([['TYPED_DATE_TWICE', 'D3', expect.stringContaining('2025-01-09')]]);
});
