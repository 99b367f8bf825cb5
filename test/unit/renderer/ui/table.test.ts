import { describe, expect, it } from 'vitest';
import type { DataColumn } from '../../../../renderer/ui/data-table.tsx';
import { fileName } from '../../../../renderer/ui/table/export-menu.tsx';
import { linesOf } from '../../../../renderer/ui/table/lines.ts';
import { arrangementText, clipboardRows, shownTable } from '../../../../renderer/ui/table/shown-table.ts';

interface Unit {
  readonly name: string;
  readonly kind: string;
  readonly errors: number;
  readonly change: string;
}

const UNITS: readonly Unit[] = [
  { name: '甲局', kind: '部门', errors: 2, change: '−0.80' },
  { name: '乙镇', kind: '乡镇', errors: 0, change: '+1,350' },
  { name: '丙局', kind: '部门', errors: 1, change: '—' },
];

const COLUMNS: readonly DataColumn<Unit>[] = [
  { key: 'name', title: '单位', text: ({ name }) => name, width: 140 },
  {
    key: 'errors',
    title: '错误',
    text: ({ errors }) => String(errors),
    align: 'right',
    sum: (units) => String(units.reduce((sum, { errors }) => sum + errors, 0)),
  },
  { key: 'change', title: '同比', text: ({ change }) => change, align: 'right' },
];

const lines = (folded: string[] = []) =>
  linesOf({ rows: UNITS, rowKey: ({ name }) => name, groupOf: ({ kind }) => kind, folded: new Set(folded), summed: true });

describe('rows of several kinds', () => {
  it('stand under the head of their kind in their own order, with the sums of all at the end', () => {
    expect(lines().map((line) => [line.kind, line.kind === 'data' ? line.row.name : line.rows.length])).toEqual([
      ['group', 2],
      ['data', '甲局'],
      ['data', '丙局'],
      ['group', 1],
      ['data', '乙镇'],
      ['total', 3],
    ]);
  });

  it('go when their kind is folded, whose head stays with its sums', () => {
    expect(lines(['部门']).map(({ kind }) => kind)).toEqual(['group', 'group', 'data', 'total']);
  });

  it('of one kind have no total beside that of their head', () => {
    const ones = linesOf({
      rows: UNITS.slice(0, 1),
      rowKey: ({ name }) => name,
      groupOf: ({ kind }) => kind,
      folded: new Set(),
      summed: true,
    });
    expect(ones.map(({ kind }) => kind)).toEqual(['group', 'data']);
  });
});

describe('a table that is handed over', () => {
  const table = shownTable({ title: '单位', about: ['筛选：状态 未报', ''], columns: COLUMNS, lines: lines() });

  it('has every column, heads of kinds, sums, and no empty line above it', () => {
    expect(table.about).toEqual(['筛选：状态 未报']);
    expect(table.columns.map(({ title, numbers, width }) => [title, numbers, width])).toEqual([
      ['单位', false, 20],
      ['错误', true, null],
      ['同比', true, null],
    ]);
    expect(table.rows.map(({ cells }) => cells)).toEqual([
      ['部门（2）', '3', ''],
      ['甲局', '2', '−0.80'],
      ['丙局', '1', '—'],
      ['乡镇（1）', '0', ''],
      ['乙镇', '0', '+1,350'],
      ['合计（3）', '3', ''],
    ]);
  });

  it('goes to the clipboard with numbers that Excel takes for numbers', () => {
    const rows = clipboardRows(table);
    expect(rows[0]).toEqual(['单位', '错误', '同比']);
    expect([rows[2]?.[2], rows[3]?.[2], rows[5]?.[2]]).toEqual(['-0.80', '—', '1350']);
  });

  it('says by what it is filtered and sorted', () => {
    expect(arrangementText(COLUMNS, { sortKey: 'errors', direction: 'descend', filters: { name: ['甲局', ''], change: [] } })).toBe(
      '筛选：单位 甲局、（空白）　排序：错误 降序',
    );
    expect(arrangementText(COLUMNS, { sortKey: null, direction: 'ascend', filters: {} })).toBe('');
  });

  it('is called by district, year, table and day', () => {
    expect(fileName('某县', 2025, '乡镇得分：试算', 'xlsx', new Date('2026-11-26T20:00:00Z'))).toBe(
      '某县-2025-乡镇得分试算-2026-11-27.xlsx',
    );
  });
});
