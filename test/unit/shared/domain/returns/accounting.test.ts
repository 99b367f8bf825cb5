import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../../../shared/domain/plan/schema.ts';
import { findingText } from '../../../../../shared/text/finding-text.ts';
import { parseReturn } from '../../../../../shared/domain/returns/parse-return.ts';
import type { ParsedReturn, ReturnLayout } from '../../../../../shared/domain/returns/types.ts';
import type { RawCell, RawWorkbook } from '../../../../../shared/domain/tables/raw-workbook.ts';
import { smallPlan } from '../../../../support/assessment-plan.ts';
import { layoutFor, unitNamed } from '../../../../support/layouts.ts';
import { loadTestPlan } from '../../../../support/plan.ts';
import { HEADER_ROW, moved, rawCell, rawReturn, textCell, withCells } from '../../../../support/raw-return.ts';
import { atOnce } from '../../../../support/at-once.ts';

const plan = loadTestPlan();
const layoutOf = (name: string, air = false): ReturnLayout => layoutFor(plan, unitNamed(plan, name), { air });
const read = (workbook: RawWorkbook, layout: ReturnLayout): ParsedReturn => atOnce(parseReturn(workbook, layout, 'x.xlsx'));
const said = (parsed: ParsedReturn, sheet: string): string[] =>
  parsed.findings.filter((found) => found.sheet === sheet).map(({ severity, cell, code }) => `${severity} ${cell} ${code}`);
const cellsOf = (workbook: RawWorkbook): number => workbook.sheets.reduce((sum, sheet) => sum + sheet.cells.length, 0);
const total = ({ account }: ParsedReturn): number => account.read + account.known + account.reported;
const at = (cells: readonly RawCell[], cell: RawCell): RawCell[] => [...cells.filter(({ address }) => address !== cell.address), cell];
const number = (column: number, row: number, digits: string): RawCell =>
  rawCell(column, row, { type: 'number', digits, format: 'general' });

describe('every cell of a form is accounted for', () => {
  const plans: readonly (readonly [string, Plan])[] = [
    ['the district', plan],
    ['another plan', smallPlan()],
  ];

  it.each(plans)('of %s: what it prints is known, for every unit', (_, own) => {
    for (const unit of own.units) {
      const layout = layoutFor(own, unit);
      const workbook = rawReturn(layout);
      const parsed = read(workbook, layout);
      expect([unit.name, total(parsed), parsed.account.reported]).toEqual([unit.name, cellsOf(workbook), 0]);
      expect(parsed.findings.filter(({ code }) => !['VALUE_MISSING', 'AIR_DAYS_MISSING'].includes(code))).toEqual([]);
    }
  });

  /** The cell itself, a range, or another cell's finding that names it or its row. */
  const speaksOf = (parsed: ParsedReturn, sheet: string, cell: RawCell): boolean =>
    parsed.answers.some((answer) => answer.sheet === sheet && answer.cell === cell.address) ||
    parsed.findings.some(
      (found) =>
        found.sheet === sheet &&
        (found.cell === cell.address ||
          found.code === 'COLUMN_MISSING' ||
          (found.code.startsWith('ROW_') && found.cell?.replace(/^[A-Z]+/u, '') === String(cell.row)) ||
          Object.values(found.params).includes(cell.address)),
    );

  it.each([
    ['区住房城乡建委', '任务填报'],
    ['区住房城乡建委', '指标填报'],
    ['合阳城街道', '任务填报'],
    ['区公安局', '填报说明'],
  ])('whatever is typed into any cell of %s %s is read or named', (name, sheetName) => {
    const layout = layoutOf(name);
    const sheet = layout.sheets.find((one) => one.name === sheetName);
    if (sheet === undefined) throw new Error(sheetName);
    const workbook = rawReturn(layout);
    const silent: string[] = [];
    for (let row = 1; row <= HEADER_ROW + sheet.rows.length + 2; row += 1)
      for (let column = 1; column <= sheet.columns.length + 2; column += 1)
        for (const cell of [number(column, row, '7'), textCell(column, row, '更正：7')]) {
          const changed = withCells(workbook, sheetName, (cells) => at(cells, cell));
          const parsed = read(changed, layout);
          if (!speaksOf(parsed, sheetName, cell) || total(parsed) !== cellsOf(changed)) silent.push(cell.address);
        }
    expect(silent).toEqual([]);
  });

  it('has a sentence for every finding, with place and remedy', () => {
    const layout = layoutOf('区公安局');
    const changed = withCells(rawReturn(layout), '任务填报', (cells) => [...cells, textCell(14, 7, '更正：1400')]);
    const [found] = read(changed, layout).findings.filter(({ cell }) => cell === 'N7');
    expect(findingText(found?.code ?? '', found?.params ?? {})).toBe(
      '“更正：1400”不在应填的单元格里，未读取，疑为 H7 的内容；表中已填的数照常采用。请与填报单位核实以哪个为准，改好后重新报送。',
    );
  });
});

describe('another unit, another sheet', () => {
  const layout = layoutOf('区住房城乡建委');
  const answered = rawReturn(layout, {
    'A1-17|numerator': '61',
    'A1-17|denominator': '61',
    'A3-5.1|status': '已完成',
    'A3-5.1-a|value': '12',
  });
  const value = (parsed: ParsedReturn, key: string): string | undefined => {
    const found = parsed.answers.find((answer) => `${answer.rowId}|${answer.field}` === key);
    if (found === undefined || found.value.kind === 'held') return undefined;
    return found.value.kind === 'notApplicable' ? '不涉及' : found.value.value;
  };

  it('a second column 分子 leaves neither adopted', () => {
    const columns = layout.sheets.find(({ name }) => name === '指标填报')?.columns.length ?? 0;
    const changed = withCells(answered, '指标填报', (cells) => [
      ...cells,
      textCell(columns + 1, HEADER_ROW, '分子'),
      number(columns + 1, 4, '60'),
    ]);
    const parsed = read(changed, layout);
    expect(said(parsed, '指标填报').filter((line) => line.endsWith('COLUMN_TWICE'))).toHaveLength(2);
    expect(value(parsed, 'A1-17|numerator')).toBe('COLUMN_TWICE');
  });

  it('rows of one id that differ are adopted from neither, and from the one that is filled', () => {
    const doubled = (digits: string | null): RawWorkbook =>
      withCells(answered, '指标填报', (cells) => [
        ...cells,
        ...cells
          .filter((cell) => cell.row === 4)
          .flatMap((cell) => (cell.column < 8 ? [moved(cell, cell.column, 9)] : digits === null ? [] : [number(cell.column, 9, digits)])),
      ]);
    const differing = read(doubled('60'), layout);
    expect(said(differing, '指标填报').filter((line) => line.includes('ROW_'))).toEqual(['error A4 ROW_TWICE', 'error A9 ROW_TWICE']);
    expect(value(differing, 'A1-17|numerator')).toBe('ROW_TWICE');
    const blank = read(doubled(null), layout);
    expect(said(blank, '指标填报').filter((line) => line.includes('ROW_'))).toEqual(['warning A9 ROW_REPEATED']);
    expect(value(blank, 'A1-17|numerator')).toBe('61');
  });

  it('ids that were numbered anew are read by the names of their rows', () => {
    const changed = withCells(answered, '指标填报', (cells) =>
      cells.map((cell) => (cell.column === 1 && cell.row > HEADER_ROW ? number(1, cell.row, String(cell.row - HEADER_ROW)) : cell)),
    );
    const parsed = read(changed, layout);
    expect(said(parsed, '指标填报')).toContain('warning A4 ROW_BY_NAME');
    expect(value(parsed, 'A1-17|numerator')).toBe('61');
  });

  it('a unit in the header that is not the row’s is an error, and the figure is not adopted', () => {
    const titled = (title: string): ParsedReturn =>
      read(
        withCells(answered, '任务填报', (cells) => cells.map((cell) => (cell.address === 'H2' ? textCell(8, 2, title) : cell))),
        layout,
      );
    expect(said(titled('完成值（个）'), '任务填报')).toContain('warning H2 HEADER_UNIT');
    expect(value(titled('完成值（个）'), 'A3-5.1-a|value')).toBe('12');
    expect(said(titled('完成值（万个）'), '任务填报')).toContain('error H2 HEADER_UNIT_OTHER');
    expect(value(titled('完成值（万个）'), 'A3-5.1-a|value')).toBe('HEADER_UNIT_OTHER');
    expect(said(titled('完成值（据实填写）'), '任务填报')).toContain('warning H2 HEADER_DIFFERS');
    expect(value(titled('完成值（据实填写）'), 'A3-5.1-a|value')).toBe('12');
  });

  it('a header over two rows is read', () => {
    const changed = withCells(answered, '任务填报', (cells) =>
      cells.map((cell) =>
        cell.row >= 3 ? moved(cell, cell.column, cell.row + 1) : cell.row === 2 && cell.column >= 6 ? moved(cell, cell.column, 3) : cell,
      ),
    );
    const parsed = read(changed, layout);
    expect(value(parsed, 'A3-5.1-a|value')).toBe('12');
    expect(said(parsed, '任务填报').filter((line) => line.startsWith('error'))).toEqual([]);
  });

  it('a sheet of its own is named, and numbers beside an id of the form one by one', () => {
    const more: RawWorkbook = {
      ...answered,
      sheets: [
        ...answered.sheets,
        {
          name: '补充',
          visibility: 'visible',
          merges: [],
          cells: [textCell(1, 1, '说明材料'), textCell(1, 2, 'A3-5.1-a'), number(2, 2, '13')],
        },
      ],
    };
    const parsed = read(more, layout);
    expect(said(parsed, '补充')).toEqual(['warning A1 SHEET_UNREAD', 'error B2 CELL_UNREAD_ANSWER']);
    expect(total(parsed)).toBe(cellsOf(more));
  });
});
