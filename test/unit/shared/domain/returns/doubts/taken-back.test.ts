import { describe, expect, test } from 'vitest';
import { parseReturn } from '../../../../../../shared/domain/returns/parse-return.ts';
import { PAGE_EDITION } from '../../../../../../shared/domain/returns/reading-edition.ts';
import type { ReturnLayout } from '../../../../../../shared/domain/returns/types.ts';
import type { RawCell, RawValue, RawWorkbook } from '../../../../../../shared/domain/tables/raw-workbook.ts';
import { findingText } from '../../../../../../shared/text/finding-text.ts';
import { atOnce } from '../../../../../support/at-once.ts';
import { layoutFor, unitNamed } from '../../../../../support/layouts.ts';
import { loadTestPlan } from '../../../../../support/plan.ts';
import { rawReturn, type TypedAnswers } from '../../../../../support/raw-return.ts';
import { loadSecondPlan } from '../../../../../support/templates.ts';

const plan = loadTestPlan();
const police = layoutFor(plan, unitNamed(plan, '区公安局'), { air: false });
const town = plan.units.find((unit) => unit.name.endsWith('街道'));
if (town === undefined) throw new Error('no town');
const air = layoutFor(plan, town, { air: true });
const other = loadSecondPlan();
const farming = layoutFor(other, unitNamed(other, '县农业农村局'), { year: 2025, air: false });

const figure = (digits: string) => ({ type: 'number', digits, format: 'general' }) as const;
const FULL: TypedAnswers = {
  'reportedOn|reportedOn': '2025-01-10',
  'A3-3.3|status': '已完成',
  'A3-3.3|date': '2024-08-31',
  'A3-3.3-a|value': figure('1350'),
};
const DAY = '2024-03-05';
const AIR: TypedAnswers = {
  'reportedOn|reportedOn': '2025-01-10',
  [`${DAY}|pm25`]: figure('43'),
  [`${DAY}|pm10`]: figure('60'),
  [`${DAY}|co`]: figure('0.8'),
};

/** What became of one answer after `change` at its cell, and the codes at it. */
function settled(layout: ReturnLayout, typed: TypedAnswers, at: string, change: Change = {}, edition = PAGE_EDITION) {
  const [rowId = '', key = ''] = at.split('|');
  const plainPage = rawReturn(layout, typed);
  const workbook = changed(plainPage, cellAt(plainPage, layout, rowId, key), change);
  const parsed = atOnce(parseReturn(workbook, layout, 'x.xlsx', { edition, begins: '2024-01-01', received: '2026-02-10' }));
  const answer = parsed.answers.find((one) => one.rowId === rowId && one.field === key);
  const place = cellAt(workbook, layout, rowId, key);
  const found = parsed.findings.filter(({ sheet, cell }) => sheet === place.sheet && cell === place.address);
  return { kind: answer?.value.kind ?? 'none', codes: found.map(({ code }) => code), found };
}

interface Change {
  readonly comment?: string;
  readonly value?: RawValue;
  readonly format?: string;
}

function cellAt(workbook: RawWorkbook, layout: ReturnLayout, rowId: string, key: string): { sheet: string; address: string } {
  const sheet = layout.sheets.find(({ rows }) => rows.some((row) => row.rowId === rowId));
  const row = (sheet?.rows.findIndex((one) => one.rowId === rowId) ?? 0) + 3;
  const column = (sheet?.columns.findIndex((one) => one.key === key) ?? 0) + 1;
  const cell = workbook.sheets.find(({ name }) => name === sheet?.name)?.cells.find((one) => one.row === row && one.column === column);
  if (sheet === undefined || cell === undefined) throw new Error(`${rowId} ${key}`);
  return { sheet: sheet.name, address: cell.address };
}

function changed(workbook: RawWorkbook, at: { sheet: string; address: string }, { comment, value, format }: Change): RawWorkbook {
  const onCell = (cell: RawCell): RawCell =>
    cell.address === at.address ? { ...cell, value: value ?? cell.value, ...(format === undefined ? {} : { look: { format } }) } : cell;
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => {
      if (sheet.name !== at.sheet) return sheet;
      const { row = 0, column = 0 } = sheet.cells.find(({ address }) => address === at.address) ?? {};
      const comments = comment === undefined ? [] : [{ address: at.address, row, column, text: comment }];
      return { ...sheet, cells: sheet.cells.map(onCell), comments };
    }),
  };
}

const text = (written: string): RawValue => ({ type: 'text', text: written });

describe('comments', () => {
  const VALUE = 'A3-3.3-a|value';
  test.each([
    '已核对，无需更正',
    '核对无误，不需更正',
    '核对无误，不用修改',
    '如有更正另行通知',
    '没有错误',
    '联系电话 42751234',
    '见附件3',
    '第3季度完成',
    '请保留2位小数',
    '1,350 辆',
    '设备检修',
  ])('%s: quoted, and no more', (comment) => {
    const { kind, codes, found } = settled(police, FULL, VALUE, { comment });
    expect([kind, codes, found.map(({ severity }) => severity)]).toEqual(['quantity', ['CELL_COMMENT'], ['info']]);
  });

  test.each(['不属实', '虚报', '未核实', '待核', '应为1142', '已核对，无需更正。另一处有误', '52', '1400辆', '正确数：1400', '一千四百辆'])(
    '%s: held',
    (comment) => {
      expect(settled(police, FULL, VALUE, { comment })).toMatchObject({ kind: 'held', codes: ['COMMENT_CORRECTS'] });
      expect(settled(police, FULL, VALUE, { comment }, PAGE_EDITION - 1).kind).toBe('quantity');
    },
  );

  test.each([
    ['已完成', '实际未完成', 'held'],
    ['已完成', '其实还没做完', 'held'],
    ['已完成', '其实没有完成', 'held'],
    ['已完成', '暂按已完成', 'held'],
    ['已完成', '请改为进度滞后', 'held'],
    ['已完成', '去年未完成', 'status'],
    ['已完成', '没有未完成的', 'status'],
    ['已完成', '3台', 'status'],
    ['按序推进', '尚未完成', 'status'],
    ['按序推进', '还没有启动', 'held'],
    ['进度滞后', '已全部完成', 'held'],
    ['进度滞后', '已完成80%', 'status'],
  ])('at the status %s: %s gives %s', (status, comment, kind) => {
    const typed = { ...FULL, 'A3-3.3|status': status, 'A3-3.3|date': status === '已完成' ? '2024-08-31' : '' };
    expect(settled(police, typed, 'A3-3.3|status', { comment }).kind).toBe(kind);
  });

  test.each([
    ['设备检修', 'held'],
    ['设备故障', 'held'],
    ['仪器校准', 'held'],
    ['52', 'held'],
    ['设备无故障', 'quantity'],
    ['已核对', 'quantity'],
  ])('at a day of the air: %s gives %s', (comment, kind) => {
    expect(settled(air, AIR, `${DAY}|pm25`, { comment }).kind).toBe(kind);
  });

  test('of another district', () => {
    const typed = { 'Z10|status': '已完成', 'Z10|date': '2025-06-30', 'reportedOn|reportedOn': '2026-01-08' };
    expect(settled(farming, typed, 'Z10|status', { comment: '其实没有完成' }).kind).toBe('held');
    expect(settled(farming, typed, 'Z10|status', { comment: '如有更正另行通知' }).kind).toBe('status');
  });
});

describe('a figure that is marked void', () => {
  test.each([
    [police, FULL, 'A3-3.3-a|value', '1350（作废）', 'held'],
    [police, FULL, 'A3-3.3-a|value', '1350（待核实）', 'held'],
    [police, FULL, 'A3-3.3-a|value', '1350（示例）', 'quantity'],
    [police, FULL, 'A3-3.3-a|value', '1350（辆）', 'quantity'],
    [police, FULL, 'A3-3.3-a|value', '1350（含2辆）', 'quantity'],
    [air, AIR, `${DAY}|pm25`, '45（作废）', 'held'],
  ] as const)('in brackets %#', (layout, typed, at, written, kind) => {
    expect(settled(layout, typed, at, { value: text(written) }).kind).toBe(kind);
    expect(settled(layout, typed, at, { value: text(written) }, PAGE_EDITION - 1).kind).toBe('quantity');
  });

  test('by its number format, with a sentence that names the word', () => {
    for (const word of ['作废', '无效']) {
      const { kind, codes, found } = settled(air, AIR, `${DAY}|pm25`, { format: `0"（${word}）"` });
      expect([kind, codes]).toEqual(['held', ['NUMBER_VOID']]);
      expect(findingText('NUMBER_VOID', found[0]?.params ?? {})).toContain(word);
    }
  });
});

describe('words before the figure in a number format say what they say when typed', () => {
  test.each([
    ['"约"0', 'NUMBER_VAGUE'],
    ['"<"0', 'NUMBER_LIMIT'],
    ['\\<0', 'NUMBER_LIMIT'],
    ['"≥"0', 'NUMBER_LIMIT'],
  ])('%s', (format, code) => {
    for (const [layout, typed, at] of [
      [police, FULL, 'A3-3.3-a|value'],
      [air, AIR, `${DAY}|pm25`],
    ] as const) {
      expect(settled(layout, typed, at, { format }).codes).toEqual([code]);
      expect(settled(layout, typed, at, { format }, PAGE_EDITION - 1)).toMatchObject({ kind: 'quantity', codes: [] });
    }
  });

  test.each(['0', '#,##0', '"¥"0', '[<50]0;0', '+0'])('%s says nothing', (format) => {
    expect(settled(police, FULL, 'A3-3.3-a|value', { format })).toMatchObject({ kind: 'quantity', codes: [] });
  });
});

test('a gas of a day that is 0 is held, as in monitoring files', () => {
  expect(settled(air, AIR, `${DAY}|co`, { value: figure('0') })).toMatchObject({ kind: 'held', codes: ['AIR_GAS_ZERO'] });
  expect(settled(air, AIR, `${DAY}|co`, { value: figure('0') }, PAGE_EDITION - 1).kind).toBe('quantity');
  expect(settled(air, AIR, `${DAY}|co`)).toMatchObject({ kind: 'quantity', codes: [] });
});
