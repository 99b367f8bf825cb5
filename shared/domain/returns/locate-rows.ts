import { type Finding, finding } from '../findings.ts';
import { comparableText, isBlank, typedText } from './cell-text.ts';
import { idColumnOf, rowName } from './layout-columns.ts';
import { answerPlace, cellAddress, type LocatedSheet, titleOf } from './locate-sheet.ts';
import { parseDate } from './parse-date.ts';
import type { AnswerField, LayoutRow } from './types.ts';
import type { RawCell } from '../tables/raw-workbook.ts';

export interface LocatedRow {
  readonly row: LayoutRow;
  /** Row number in the workbook. */
  readonly number: number;
  readonly cells: ReadonlyMap<number, RawCell>;
}

interface Reader {
  readonly file: string;
  readonly date1904: boolean;
  readonly year: number;
}

/**
 * Finds the layout's rows by their id (编号, 日期, 项目) below the header, in whatever order they stand. The first of two rows with one id
 * counts; a row without a known id is not read and said so.
 */
export function locateRows(
  sheet: LocatedSheet,
  reader: Reader,
): { readonly rows: readonly LocatedRow[]; readonly findings: readonly Finding[] } {
  const known = new Map(
    sheet.layout.rows.flatMap((row) => (idOf(row, sheet) === '' ? [] : [[comparableText(idOf(row, sheet)), row] as const])),
  );
  const found = new Map<string, LocatedRow>();
  const findings: Finding[] = [];
  for (const [number, cells] of sheet.rows) {
    if (number <= sheet.headerRow) continue;
    const id = readId(sheet, cells, reader);
    // A header that was copied further down, as for printing.
    if (id.key === comparableText(idColumnOf(sheet.layout.columns)?.title ?? '')) continue;
    const row = known.get(id.key);
    const first = row === undefined ? undefined : found.get(row.rowId + row.kind);
    if (row === undefined) findings.push(...unknownRow(sheet, number, cells, id, reader));
    else if (first !== undefined)
      findings.push(
        finding(sheet.layout.kind === 'air' ? 'AIR_DATE_TWICE' : 'ROW_TWICE', place(sheet, number, reader), {
          row: id.text,
          first: idAddress(sheet, first.number),
          name: rowName(row),
        }),
      );
    else found.set(row.rowId + row.kind, { row, number, cells });
  }
  findings.push(...missingRows(sheet, found, reader));
  const rows = sheet.layout.rows.flatMap((row) => found.get(row.rowId + row.kind) ?? []);
  return { rows, findings: [...findings, ...rows.flatMap((row) => changedCells(sheet, row, reader))] };
}

const idOf = (row: LayoutRow, sheet: LocatedSheet): string => row.fixed[idColumnOf(sheet.layout.columns)?.key ?? ''] ?? '';

const idColumnNumber = (sheet: LocatedSheet): number => sheet.columns.get(idColumnOf(sheet.layout.columns)?.key ?? '') ?? 1;

const idAddress = (sheet: LocatedSheet, row: number): string => cellAddress(idColumnNumber(sheet), row);

const place = (sheet: LocatedSheet, row: number, reader: Reader) => ({ file: reader.file, sheet: sheet.name, cell: idAddress(sheet, row) });

interface RowId {
  /** As compared with the layout's ids. */
  readonly key: string;
  readonly text: string;
  readonly isDate: boolean;
}

function readId(sheet: LocatedSheet, cells: ReadonlyMap<number, RawCell>, reader: Reader): RowId {
  const cell = cells.get(idColumnNumber(sheet));
  if (cell === undefined || isBlank(cell.value)) return { key: '', text: '', isDate: false };
  const text = typedText(cell.value, reader.date1904);
  if (sheet.layout.kind !== 'air') return { key: comparableText(text), text, isDate: false };
  const date = parseDate(cell.value, reader).value;
  return date?.kind === 'date' ? { key: date.value, text: date.value, isDate: true } : { key: comparableText(text), text, isDate: false };
}

/** A date outside the year, a row with an id of its own, or answers beside a lost id. The cover's notes stand below its table and are no rows. */
function unknownRow(sheet: LocatedSheet, number: number, cells: ReadonlyMap<number, RawCell>, id: RowId, reader: Reader): Finding[] {
  if (sheet.layout.kind === 'cover') return [];
  if (id.isDate) return [finding('AIR_DATE_OUTSIDE', place(sheet, number, reader), { date: id.text, year: reader.year })];
  const answered = sheet.layout.columns.some((column) => {
    const at = column.answer === null ? null : answerPlace(sheet, column.answer);
    const cell = at === null ? undefined : cells.get(at.column);
    return cell !== undefined && !isBlank(cell.value);
  });
  return id.text === '' && !answered ? [] : [finding('ROW_UNKNOWN', place(sheet, number, reader), { row: id.text })];
}

/** Rows of the layout that are not in the sheet. Missing days are counted by the month elsewhere. */
function missingRows(sheet: LocatedSheet, found: ReadonlyMap<string, LocatedRow>, reader: Reader): Finding[] {
  const missing = sheet.layout.rows.filter(
    (row) => row.kind !== 'section' && row.kind !== 'day' && Object.keys(row.answers).length > 0 && !found.has(row.rowId + row.kind),
  );
  return missing.map((row) =>
    finding('ROW_MISSING', { file: reader.file, sheet: sheet.name }, { row: idOf(row, sheet), name: rowName(row) }),
  );
}

/** Locked cells are compared with the layout: who changes a target or a name must not be judged silently by the old one. */
function changedCells(sheet: LocatedSheet, located: LocatedRow, reader: Reader): Finding[] {
  if (located.row.kind === 'day') return [];
  return sheet.layout.columns.slice(1).flatMap((column) => {
    const number = sheet.columns.get(column.key);
    const expected = located.row.fixed[column.key];
    if (number === undefined || expected === undefined || column.answer !== null || asksThere(sheet, located.row, column.key)) return [];
    const cell = located.cells.get(number);
    const text = cell === undefined ? '' : typedText(cell.value, reader.date1904);
    if (comparableText(text) === comparableText(expected)) return [];
    return [
      finding(
        'FIXED_CELL_CHANGED',
        { file: reader.file, sheet: sheet.name, cell: cellAddress(number, located.number) },
        {
          row: idOf(located.row, sheet),
          name: rowName(located.row),
          column: titleOf(column),
          expected: expected.replaceAll('\n', ' '),
          found: text,
        },
      ),
    ];
  });
}

const asksThere = (sheet: LocatedSheet, row: LayoutRow, key: string): boolean =>
  sheet.layout.kind === 'cover' && key !== idColumnOf(sheet.layout.columns)?.key && (Object.keys(row.answers) as AnswerField[]).length > 0;
