import type { RawCell, RawSheet, RawValue } from '../../../tables/raw-workbook.ts';
import { typedText } from '../../../returns/cell-text.ts';
import { cellAddress } from '../../../returns/locate-sheet.ts';
import type { Place } from './notes.ts';

/** A cell as it is read: its words as the clerk sees them, blank where there is nothing. */
export interface ReadCell extends Place {
  readonly address: string;
  readonly text: string;
  readonly value: RawValue;
  /** Code of a formula's error; blank for a formula without a result; null where the cell is sound. */
  readonly broken: string | null;
  /** As it is written, without the equals sign; empty where the file does not tell, absent in a cell that is none. */
  readonly formula?: string;
}

/** A sheet by rows and columns. */
export interface Grid {
  readonly name: string;
  /** Numbers of the rows that hold something, in order. */
  readonly rowNumbers: readonly number[];
  columnsIn(row: number): readonly number[];
  cell(row: number, column: number): ReadCell;
  /** The same, or the text of the merged cell that reaches over it from above. */
  merged(row: number, column: number): ReadCell;
}

export function gridOf(sheet: RawSheet, date1904: boolean): Grid {
  const rows = new Map<number, Map<number, RawCell>>();
  for (const cell of sheet.cells) {
    const row = rows.get(cell.row) ?? new Map<number, RawCell>();
    rows.set(cell.row, row);
    row.set(cell.column, cell);
  }
  const merges = sheet.merges.flatMap(verticalMerge);
  const cell = (row: number, column: number): ReadCell => readCell(rows.get(row)?.get(column), sheet.name, row, column, date1904);
  return {
    name: sheet.name,
    rowNumbers: [...rows.keys()].toSorted((one, other) => one - other),
    columnsIn: (row) => [...(rows.get(row)?.keys() ?? [])].toSorted((one, other) => one - other),
    cell,
    merged(row, column) {
      const own = cell(row, column);
      if (own.text !== '') return own;
      const merge = merges.find((one) => one.column === column && one.from < row && row <= one.to);
      return merge === undefined ? own : { ...own, text: cell(merge.from, column).text };
    },
  };
}

function readCell(raw: RawCell | undefined, sheet: string, row: number, column: number, date1904: boolean): ReadCell {
  const place = { sheet, address: cellAddress(column, row) };
  if (raw === undefined) return { ...place, text: '', value: { type: 'blank' }, broken: null };
  const { value, formula } = raw;
  if (value.type === 'error') return { ...place, text: '', value, broken: value.code };
  const text = typedText(value, date1904).replaceAll(/\r\n?/gu, '\n').trim();
  const written = formula ? { formula: raw.look?.formula ?? '' } : {};
  return { ...place, text, value, broken: formula && value.type === 'blank' ? '' : null, ...written };
}

interface VerticalMerge {
  readonly column: number;
  readonly from: number;
  readonly to: number;
}

/** A1:B3 → column 1, rows 1 to 3; text of a merged range stands in its first cell. */
function verticalMerge(range: string): VerticalMerge[] {
  const found = /^([A-Z]+)(\d+):[A-Z]+(\d+)$/u.exec(range);
  if (found === null) return [];
  const [, letters = '', from = '', to = ''] = found;
  const column = [...letters].reduce((sum, letter) => sum * 26 + (letter.codePointAt(0) ?? 64) - 64, 0);
  return [{ column, from: Number(from), to: Number(to) }];
}
