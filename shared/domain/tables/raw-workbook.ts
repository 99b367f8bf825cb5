/** What a cell of a workbook holds, as the reader gives it. Numbers keep the digits of the file ('0.85', '45535'). */
export type RawValue =
  | { readonly type: 'blank' }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'number'; readonly digits: string; readonly format: 'general' | 'percent' | 'date' }
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'error'; readonly code: string };

/** One cell that is not blank (单元格). */
export interface RawCell {
  /** A1 address. */
  readonly address: string;
  readonly row: number;
  readonly column: number;
  readonly value: RawValue;
  readonly formula: boolean;
}

/** One sheet (工作表). */
export interface RawSheet {
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  /** Non-blank cells in row-major order. */
  readonly cells: readonly RawCell[];
  /** A1:B2 ranges. */
  readonly merges: readonly string[];
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
