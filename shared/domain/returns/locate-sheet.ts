import { type Finding, finding } from '../findings.ts';
import { comparableText, isBlank, typedText } from './cell-text.ts';
import { columnOf, idColumnOf } from './layout-columns.ts';
import type { AnswerField, LayoutColumn, LayoutSheet } from './types.ts';
import type { CellLookup } from '../tables/formula-result.ts';
import type { RawCell, RawSheet, RawWorkbook } from '../tables/raw-workbook.ts';

/** A sheet of the workbook with its cells by row and column, and the place of every layout column in it. */
export interface LocatedSheet {
  readonly layout: LayoutSheet;
  readonly name: string;
  readonly headerRow: number;
  /** Column number by layout column key; missing columns are not in it. */
  readonly columns: ReadonlyMap<string, number>;
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, RawCell>>;
  /** Values of any cell of the workbook, for formulas of this sheet. */
  readonly lookup: CellLookup;
}

/**
 * Finds a layout sheet in the workbook by its name, and its columns by their titles, wherever they stand: inserted rows and moved columns
 * are no concern of ours. Null, with findings, where there is nothing to read.
 */
export function locateSheet(
  workbook: RawWorkbook,
  layout: LayoutSheet,
  file: string,
): { readonly sheet: LocatedSheet | null; readonly findings: readonly Finding[] } {
  const raw = workbook.sheets.find((candidate) => comparableText(candidate.name) === comparableText(layout.name));
  if (raw === undefined)
    return { sheet: null, findings: [finding('SHEET_MISSING', { file, sheet: layout.name }, { found: visibleNames(workbook) })] };
  const rows = rowsOf(raw);
  const header = findHeader(rows, layout, workbook.date1904);
  const missing = layout.columns.filter((column) => isNeeded(layout, column) && !(header?.columns.has(column.key) ?? false));
  // Without any header every column would be missing; the one that rows are recognised by says it all.
  const reported = header === null ? layout.columns.slice(0, 1) : missing;
  const findings = reported.map((column) => finding('COLUMN_MISSING', { file, sheet: raw.name }, { column: titleOf(column) }));
  const idColumn = idColumnOf(layout.columns);
  if (header === null || idColumn === null || !header.columns.has(idColumn.key)) return { sheet: null, findings };
  const hidden = raw.visibility === 'visible' ? [] : [finding('SHEET_HIDDEN', { file, sheet: raw.name })];
  const lookup = lookupIn(workbook, raw, rows);
  return {
    sheet: { layout, name: raw.name, headerRow: header.row, columns: header.columns, rows, lookup },
    findings: [...findings, ...hidden],
  };
}

/** Title without the line break that only the header cell needs. */
export const titleOf = (column: LayoutColumn): string => column.title.replaceAll('\n', '');

/** Where a row answers a field: column number and title; null where the sender removed the column. */
export function answerPlace(sheet: LocatedSheet, field: AnswerField): { readonly column: number; readonly title: string } | null {
  const column = columnOf(sheet.layout.columns, field);
  const number = column === null ? undefined : sheet.columns.get(column.key);
  return column === null || number === undefined ? null : { column: number, title: titleOf(column) };
}

/** A1 address of a column number and a row number, both from 1. */
export function cellAddress(column: number, row: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCodePoint(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row}`;
}

const isNeeded = (layout: LayoutSheet, column: LayoutColumn): boolean =>
  column.answer !== null || column === layout.columns[0] || layout.kind === 'cover';

const visibleNames = (workbook: RawWorkbook): string =>
  workbook.sheets
    .filter((sheet) => sheet.visibility === 'visible')
    .map((sheet) => sheet.name)
    .join('、');

function rowsOf(sheet: RawSheet): Map<number, Map<number, RawCell>> {
  const rows = new Map<number, Map<number, RawCell>>();
  for (const cell of sheet.cells) {
    const row = rows.get(cell.row);
    if (row === undefined) rows.set(cell.row, new Map([[cell.column, cell]]));
    else row.set(cell.column, cell);
  }
  return new Map([...rows].toSorted(([left], [right]) => left - right));
}

type Rows = ReadonlyMap<number, ReadonlyMap<number, RawCell>>;

/** Other sheets are looked through only when a formula asks for them. */
function lookupIn(workbook: RawWorkbook, own: RawSheet, rows: Rows): CellLookup {
  const bySheet = new Map<string, Rows>([[own.name, rows]]);
  return (name, column, row) => {
    const sheet = workbook.sheets.find((candidate) => candidate.name === (name ?? own.name));
    if (sheet === undefined) return { type: 'error', code: '#REF!' };
    const known = bySheet.get(sheet.name) ?? rowsOf(sheet);
    bySheet.set(sheet.name, known);
    return known.get(row)?.get(column)?.value ?? null;
  };
}

interface Header {
  readonly row: number;
  readonly columns: ReadonlyMap<string, number>;
}

/** The row with the most column titles; at least two, or one where the layout has but two. */
function findHeader(rows: ReadonlyMap<number, ReadonlyMap<number, RawCell>>, layout: LayoutSheet, date1904: boolean): Header | null {
  const keys = new Map(layout.columns.map((column) => [comparableText(column.title), column.key]));
  let best: Header | null = null;
  for (const [row, cells] of rows) {
    const columns = new Map<string, number>();
    for (const [column, cell] of [...cells].toSorted(([left], [right]) => left - right)) {
      const key = isBlank(cell.value) ? undefined : keys.get(comparableText(typedText(cell.value, date1904)));
      if (key !== undefined && !columns.has(key)) columns.set(key, column);
    }
    if (columns.size >= 2 && columns.size > (best?.columns.size ?? 0)) best = { row, columns };
  }
  return best;
}
