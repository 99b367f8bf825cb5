import type { OriginalSheet } from '../../shared/contract/returns.ts';

export interface CellPlace {
  readonly column: number;
  readonly row: number;
}

/** H17 → column 8, row 17; null for anything that is no address. */
export function cellPlace(address: string): CellPlace | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(address);
  if (match === null) return null;
  const letters = match[1] ?? '';
  return { column: [...letters].reduce((sum, letter) => sum * ALPHABET + letter.charCodeAt(0) - BEFORE_A, 0), row: Number(match[2]) };
}

/** 8 → H, 27 → AA. */
export function columnLetters(column: number): string {
  const rest = (column - 1) % ALPHABET;
  const letter = String.fromCharCode(BEFORE_A + 1 + rest);
  return column <= ALPHABET ? letter : `${columnLetters((column - 1 - rest) / ALPHABET)}${letter}`;
}

export interface DrawnCell {
  readonly address: string;
  readonly text: string;
  readonly columnSpan: number;
  readonly rowSpan: number;
}

export interface DrawnRow {
  readonly row: number;
  readonly cells: readonly DrawnCell[];
}

export interface SheetWindow {
  readonly columns: readonly number[];
  readonly rows: readonly DrawnRow[];
}

/** The part of a sheet within `around` rows of the focus (all of it without a focus), merged cells put together. */
export function sheetWindow(sheet: OriginalSheet, focus: CellPlace | null, around: number): SheetWindow {
  const last = sheet.rows.at(-1)?.row ?? 0;
  const from = focus === null ? 1 : Math.max(1, focus.row - around);
  const to = focus === null ? last : Math.max(focus.row, Math.min(last, focus.row + around));
  const width = Math.max(sheet.columns, focus?.column ?? 0, 1);
  const texts = new Map(sheet.rows.flatMap((row) => row.cells.map((cell) => [cell.address, cell.text] as const)));
  const columns = Array.from({ length: width }, (_, index) => index + 1);
  const merges = mergesWithin(sheet.merges, from, to, width);
  const rows = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => drawnRow(from + index, columns, texts, merges));
  return { columns, rows };
}

const ALPHABET = 26;
const BEFORE_A = 64;

interface Merge {
  readonly anchor: string;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Merges cut to the window; the text of a merge that begins above it stands in its first visible cell. */
function mergesWithin(ranges: readonly string[], from: number, to: number, width: number): Merge[] {
  return ranges.flatMap((range) => {
    const [first = '', second = first] = range.split(':');
    const [start, end] = [cellPlace(first), cellPlace(second)];
    if (start === null || end === null || end.row < from || start.row > to || start.column > width) return [];
    return [
      {
        anchor: first,
        top: Math.max(start.row, from),
        left: start.column,
        bottom: Math.min(end.row, to),
        right: Math.min(end.column, width),
      },
    ];
  });
}

function drawnRow(row: number, columns: readonly number[], texts: ReadonlyMap<string, string>, merges: readonly Merge[]): DrawnRow {
  const cells = columns.flatMap((column): DrawnCell[] => {
    const address = `${columnLetters(column)}${row}`;
    const merge = merges.find((one) => row >= one.top && row <= one.bottom && column >= one.left && column <= one.right);
    if (merge === undefined) return [{ address, text: texts.get(address) ?? '', columnSpan: 1, rowSpan: 1 }];
    if (merge.top !== row || merge.left !== column) return [];
    return [
      {
        address: merge.anchor,
        text: texts.get(merge.anchor) ?? '',
        columnSpan: merge.right - merge.left + 1,
        rowSpan: merge.bottom - merge.top + 1,
      },
    ];
  });
  return { row, cells };
}
