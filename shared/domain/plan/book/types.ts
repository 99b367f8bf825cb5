/** Sheets of the 方案工作簿, in the order in which they stand. */
export const SHEET_KEYS = ['head', 'unitKinds', 'units', 'subjects', 'annex1', 'annex2', 'list'] as const;
export type SheetKey = (typeof SHEET_KEYS)[number];

/** printed: what the plan prints; reporting: how it is reported and judged; id: given by the program. */
export type ColumnLook = 'printed' | 'reporting' | 'id';

/** A column of a table in the workbook. It is found again by its title, wherever it stands. */
export interface BookColumn {
  readonly key: string;
  readonly title: string;
  /** Other titles under which the same column is known. */
  readonly aliases?: readonly string[];
  /** In Excel characters. */
  readonly width: number;
  readonly look: ColumnLook;
  /** A row of this table is nothing without it. */
  readonly required?: boolean;
  /** The only words that it may hold. */
  readonly choices?: readonly string[];
  /** Whose rows are offered in its drop-down list. */
  readonly offers?: 'unitKinds' | 'subjects' | 'sections';
  /** A blank or merged cell means the same as the one above it. */
  readonly fill?: boolean;
  readonly hidden?: boolean;
  readonly center?: boolean;
  readonly prompt?: string;
}

/** A line above a table, or of the sheet 方案: what it is called and what stands beside it. */
export interface BookLine {
  readonly key: string;
  readonly title: string;
  readonly value: string;
  readonly hint?: string;
}

/** Text of each cell of one line, by column key; blank ones are left out. */
export type BookCells = Readonly<Record<string, string>>;

/** One row of the plan: its first line, and a further line for each further 指标量 that it has. */
export interface BookRow {
  readonly id: string;
  readonly name: string;
  readonly cells: readonly BookCells[];
}

export interface BookSheet {
  readonly key: SheetKey;
  readonly name: string;
  readonly lines: readonly BookLine[];
  /** None on 方案, which has lines alone. */
  readonly columns: readonly BookColumn[];
  readonly rows: readonly BookRow[];
  /** A row that shows how to fill in an empty table; it is not read while it stands as it is. */
  readonly sample: BookCells | null;
}

/** 方案工作簿: the plan as a clerk edits it, in texts alone. */
export type Book = readonly BookSheet[];
