/** What a cell of a workbook holds, as the reader gives it. Numbers keep the digits of the file ('0.85', '45535'). */
export type RawValue =
  | { readonly type: 'blank' }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'number'; readonly digits: string; readonly format: 'general' | 'percent' | 'date' }
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'error'; readonly code: string };

/**
 * What a cell shows beside its value and what is hidden about it (单元格的外观). Only what can make a reader see another figure than the file
 * holds; of Excel workbooks only, the other formats do not tell.
 */
export interface CellLook {
  /** The text that is struck out (删除线); with text beside it, `value` is that text alone. */
  readonly struck?: string;
  /** Text set above or below the line (上标、下标), which stands within `value` like any other. */
  readonly raised?: string;
  /** Code of a number format that adds words or shows another magnitude: 0.000"万辆", #,##0, with a comma behind. */
  readonly format?: string;
  readonly hidden?: 'row' | 'column';
  /**
   * Why the page does not show what the cell holds: a number format without a place for it (;;;), ink of the colour of the paper, letters of no size;
   * `unseenText` the part that is not seen where the rest is, `instead` what a format shows in its place.
   */
  readonly unseen?: 'format' | 'colour' | 'size';
  readonly unseenText?: string;
  readonly instead?: string;
  /** The formula as written, without the equals sign; empty where the file leaves it to another cell (shared formula). */
  readonly formula?: string;
}

/** One cell that is not blank (单元格). */
export interface RawCell {
  /** A1 address. */
  readonly address: string;
  readonly row: number;
  readonly column: number;
  readonly value: RawValue;
  readonly formula: boolean;
  /** Absent where the cell shows just its value. */
  readonly look?: CellLook;
}

/** What somebody wrote at a cell (批注), whether the cell holds something or not. */
export interface CellComment {
  readonly address: string;
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** One sheet (工作表). */
export interface RawSheet {
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  /** Non-blank cells in row-major order. */
  readonly cells: readonly RawCell[];
  /** A1:B2 ranges. */
  readonly merges: readonly string[];
  /** In the order of the cells; absent where there are none. */
  readonly comments?: readonly CellComment[];
}

/** What a reader passed over or set right in a file that it could read (读取说明): a finding code with its place. */
export interface ReadingNote {
  readonly code: 'FILE_TRAILING_BYTES' | 'FILE_CONTROL_CHARACTERS' | 'FILE_CELL_UNREADABLE';
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly params: Readonly<Record<string, string | number>>;
}

/** A file of tables (工作簿) before anyone knows what it is: a return, monitoring data, or neither. */
export interface RawWorkbook {
  readonly sheets: readonly RawSheet[];
  readonly date1904: boolean;
  /** Absent where everything was read as it stands. */
  readonly notes?: readonly ReadingNote[];
}
