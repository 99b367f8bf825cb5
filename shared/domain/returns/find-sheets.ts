import { type Finding, finding } from '../findings.ts';
import type { RawWorkbook } from '../tables/raw-workbook.ts';
import { comparableText, isBlank, typedText } from './cell-text.ts';
import { idColumnOf } from './layout-columns.ts';
import { idColumnNumber, isNamed, locateColumns, type LocatedSheet, titleOf } from './locate-sheet.ts';
import { parseDate } from './parse-date.ts';
import type { LayoutColumn, LayoutSheet } from './types.ts';

export interface FoundSheets {
  /** The sheet of the form's name, or the only one of its shape; null where there is nothing to read. */
  readonly sheet: LocatedSheet | null;
  /** Other visible sheets of the same shape, filled or not. */
  readonly rivals: readonly LocatedSheet[];
  readonly findings: readonly Finding[];
}

/**
 * Finds a sheet of the form in the workbook: by its name, or where it was renamed by its shape, which is its header and its rows. A copy beside
 * it is a rival, because nobody knows which of them was meant.
 */
export function findSheets(workbook: RawWorkbook, layout: LayoutSheet, file: string, others: readonly LayoutSheet[]): FoundSheets {
  const named = workbook.sheets.find((candidate) => isNamed(candidate, layout)) ?? null;
  const shaped = workbook.sheets
    .filter((raw) => raw !== named && raw.visibility !== 'veryHidden' && !others.some((other) => other !== layout && isNamed(raw, other)))
    .flatMap((raw) => {
      const located = locateColumns(workbook, raw, layout);
      return located !== null && isOfShape(located, workbook.date1904, layout) ? [located] : [];
    });
  const own = named === null ? null : locateColumns(workbook, named, layout);
  const readable = own !== null && hasIds(own);
  const visible = shaped.filter(({ raw }) => raw.visibility === 'visible');
  const [first, ...rest] = readable ? [own, ...visible] : visible.length > 0 ? visible : shaped;
  if (first === undefined) return { sheet: null, rivals: [], findings: unreadable(workbook, layout, own, named?.name ?? null, file) };
  const renamed = first === own ? [] : [finding('SHEET_RENAMED', { file, sheet: first.name }, { expected: layout.name })];
  const hidden = first.raw.visibility === 'visible' ? [] : [finding('SHEET_HIDDEN', { file, sheet: first.name })];
  return { sheet: first, rivals: rest, findings: [...renamed, ...missingColumns(first, file), ...hidden] };
}

const hasIds = (sheet: LocatedSheet): boolean => sheet.columns.has(idColumnOf(sheet.layout.columns)?.key ?? '');

function unreadable(workbook: RawWorkbook, layout: LayoutSheet, own: LocatedSheet | null, name: string | null, file: string): Finding[] {
  if (name === null) return [finding('SHEET_MISSING', { file, sheet: layout.name }, { found: visibleNames(workbook) })];
  if (own !== null) return missingColumns(own, file);
  // Without any header every column would be missing; the one that rows are recognised by says it all.
  return layout.columns.slice(0, 1).map((column) => finding('COLUMN_MISSING', { file, sheet: name }, { column: titleOf(column) }));
}

const missingColumns = (sheet: LocatedSheet, file: string): Finding[] =>
  sheet.layout.columns
    .filter((column) => isNeeded(sheet.layout, column) && !sheet.columns.has(column.key))
    .map((column) => finding('COLUMN_MISSING', { file, sheet: sheet.name }, { column: titleOf(column) }));

const isNeeded = (layout: LayoutSheet, column: LayoutColumn): boolean =>
  column.answer !== null || column === layout.columns[0] || layout.kind === 'cover';

const visibleNames = (workbook: RawWorkbook): string =>
  workbook.sheets
    .filter((sheet) => sheet.visibility === 'visible')
    .map((sheet) => sheet.name)
    .join('、');

/** Half of the form's rows, by id or by name: a list of papers with a column 编号 is no return. */
function isOfShape(sheet: LocatedSheet, date1904: boolean, layout: LayoutSheet): boolean {
  if (!hasIds(sheet)) return false;
  const columns = [idColumnNumber(sheet), sheet.columns.get('name') ?? 0];
  const wanted = new Set(layout.rows.map((row) => comparableText(row.fixed['id'] ?? '')).filter((id) => id !== ''));
  const names = new Map(layout.rows.map((row) => [comparableText(row.fixed['name'] ?? ''), comparableText(row.fixed['id'] ?? '')]));
  const year = Number(layout.rows[0]?.rowId.slice(0, 4));
  const found = new Set<string>();
  for (const cells of sheet.rows.values()) {
    for (const column of columns) {
      const cell = cells.get(column);
      if (cell === undefined || isBlank(cell.value)) continue;
      const date = layout.kind === 'air' ? parseDate(cell.value, { date1904, year }).value : null;
      const text = date?.kind === 'date' ? date.value : comparableText(typedText(cell.value, date1904));
      if (wanted.has(text)) found.add(text);
      else if (layout.kind !== 'air' && text !== '' && names.has(text)) found.add(names.get(text) ?? '');
    }
  }
  return wanted.size > 0 && found.size * 2 >= wanted.size;
}
