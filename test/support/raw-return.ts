import { cellAddress } from '../../shared/domain/returns/locate-sheet.ts';
import { columnOf } from '../../shared/domain/returns/layout-columns.ts';
import { metaRows } from '../../shared/domain/returns/recognise.ts';
import type { AnswerField, LayoutSheet, ReturnLayout } from '../../shared/domain/returns/types.ts';
import type { RawCell, RawSheet, RawValue, RawWorkbook } from '../../shared/domain/tables/raw-workbook.ts';

/** Answers by `${rowId}|${field}`; a bare string is typed text. */
export type TypedAnswers = Readonly<Record<string, RawValue | string>>;

/** A returned workbook as the reader would give it, without the detour over a file: title in row 1, header in row 2, rows below. */
export function rawReturn(layout: ReturnLayout, answers: TypedAnswers = {}): RawWorkbook {
  const sheets = layout.sheets.map((sheet): RawSheet => ({
    name: sheet.name,
    visibility: 'visible',
    cells: cellsOf(sheet, answers),
    merges: [],
  }));
  const meta = metaRows({ ...layout, sample: false }).flatMap(([key, value], index) => [
    textCell(1, index + 1, key),
    textCell(2, index + 1, value),
  ]);
  return { sheets: [...sheets, { name: '_meta', visibility: 'veryHidden', cells: meta, merges: [] }], date1904: false };
}

export const HEADER_ROW = 2;

export const textCell = (column: number, row: number, text: string): RawCell => rawCell(column, row, { type: 'text', text });

export const rawCell = (column: number, row: number, value: RawValue, formula = false): RawCell => ({
  address: cellAddress(column, row),
  row,
  column,
  value,
  formula,
});

function cellsOf(sheet: LayoutSheet, answers: TypedAnswers): RawCell[] {
  const cells = [textCell(1, 1, sheet.title), ...sheet.columns.map((column, index) => textCell(index + 1, HEADER_ROW, column.title))];
  sheet.rows.forEach((row, index) => {
    const number = HEADER_ROW + 1 + index;
    const typed = new Map(
      (Object.keys(row.answers) as AnswerField[]).map((field) => [columnOf(sheet.columns, field)?.key, answers[`${row.rowId}|${field}`]]),
    );
    sheet.columns.forEach((column, position) => {
      const answer = typed.get(column.key);
      const value = answer ?? row.fixed[column.key];
      if (value !== undefined && value !== '')
        cells.push(rawCell(position + 1, number, typeof value === 'string' ? { type: 'text', text: value } : value));
    });
  });
  return cells;
}

/** The same workbook with the cells of one sheet changed. */
export function withCells(workbook: RawWorkbook, name: string, change: (cells: readonly RawCell[]) => readonly RawCell[]): RawWorkbook {
  return { ...workbook, sheets: workbook.sheets.map((sheet) => (sheet.name === name ? { ...sheet, cells: change(sheet.cells) } : sheet)) };
}

/** A cell at another place, with its address. */
export const moved = (cell: RawCell, column: number, row: number): RawCell => rawCell(column, row, cell.value, cell.formula);
