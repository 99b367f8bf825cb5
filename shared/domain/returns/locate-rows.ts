import { type Finding, finding } from '../findings.ts';
import type { RawCell } from '../tables/raw-workbook.ts';
import { comparableText, isBlank, typedText } from './cell-text.ts';
import { rowName } from './layout-columns.ts';
import { idColumnNumber, type LocatedSheet } from './locate-sheet.ts';
import { idAddress, idOf, type LocatedRow, type RowReader } from './located-row.ts';
import { parseDate } from './parse-date.ts';
import { lockedCells } from './locked-cells.ts';
import { rowWords } from './doubts/row-words.ts';
import { createSheetMarks, type SheetMarks } from './sheet-marks.ts';
import { settleRepeated } from './repeated-rows.ts';
import { otherRowOf } from './row-evidence.ts';
import type { LayoutRow } from './types.ts';

export interface LocatedRows extends SheetMarks {
  readonly rows: readonly LocatedRow[];
}

/**
 * Finds the layout's rows below the header, in whatever order they stand, by their id (编号, 日期, 项目) and where that is lost by their name.
 * A row whose id and name belong to different rows, and rows with one id that say different things, are read but not adopted: their place
 * settles nothing. A row without a known id is not read and said so.
 */
export function locateRows(sheet: LocatedSheet, reader: RowReader): LocatedRows {
  const marks = createSheetMarks();
  const names = rowNames(sheet);
  const known = new Map(
    sheet.layout.rows.flatMap((row) => (idOf(row, sheet) === '' ? [] : [[comparableText(idOf(row, sheet)), row] as const])),
  );
  const claims: LocatedRow[] = [];
  const byIds: LocatedRow[] = [];
  for (const [number, cells] of sheet.rows) {
    if (number <= sheet.headerRow) continue;
    const id = readId(sheet, cells, reader);
    const byId = known.get(id.key);
    const byName = names.get(textAt(sheet, cells, 'name', reader));
    const located = byId ?? byName;
    if (located === undefined) {
      marks.findings.push(...unknownRow(sheet, number, id, reader));
      if (id.text !== '' && sheet.layout.kind !== 'cover') marks.cover(coveredByUnknown(sheet, cells));
      continue;
    }
    const claim = { row: located, number, cells };
    claims.push(claim);
    if (byId !== undefined) byIds.push(claim);
    const other = byId === undefined ? null : otherRowOf(sheet, claim, byName, reader.date1904);
    if (byId === undefined) {
      const params = { row: idOf(located, sheet), name: rowName(located), raw: id.text };
      marks.findings.push(finding('ROW_BY_NAME', place(sheet, number, reader), params));
    } else if (other !== null) disagree(sheet, claim, other, reader, marks);
  }
  rowWords(sheet, byIds, reader, marks);
  const rows = settleRepeated(sheet, claims, reader, marks);
  marks.findings.push(...missingRows(sheet, rows, reader));
  lockedCells(sheet, rows, reader, marks);
  return { ...marks, rows };
}

const place = (sheet: LocatedSheet, row: number, reader: RowReader) => ({
  file: reader.file,
  sheet: sheet.name,
  cell: idAddress(sheet, row),
});

/** Comparable text of a locked column in a row of the workbook. */
function textAt(sheet: LocatedSheet, cells: ReadonlyMap<number, RawCell>, key: string, reader: RowReader): string {
  const cell = cells.get(sheet.columns.get(key) ?? 0);
  return cell === undefined ? '' : comparableText(typedText(cell.value, reader.date1904));
}

/** Rows that are told by their name alone; names that several rows bear tell none of them. */
function rowNames(sheet: LocatedSheet): Map<string, LayoutRow> {
  const named = Map.groupBy(
    sheet.layout.rows.filter((row) => row.kind !== 'section' && (row.fixed['name'] ?? '') !== ''),
    (row) => comparableText(row.fixed['name'] ?? ''),
  );
  return new Map([...named].flatMap(([name, [row, ...others]]) => (row === undefined || others.length > 0 ? [] : [[name, row] as const])));
}

interface RowId {
  /** As compared with the layout's ids. */
  readonly key: string;
  readonly text: string;
  readonly isDate: boolean;
}

function readId(sheet: LocatedSheet, cells: ReadonlyMap<number, RawCell>, reader: RowReader): RowId {
  const cell = cells.get(idColumnNumber(sheet));
  if (cell === undefined || isBlank(cell.value)) return { key: '', text: '', isDate: false };
  const text = typedText(cell.value, reader.date1904);
  if (sheet.layout.kind !== 'air') return { key: comparableText(text), text, isDate: false };
  const date = parseDate(cell.value, reader).value;
  return date?.kind === 'date' ? { key: date.value, text: date.value, isDate: true } : { key: comparableText(text), text, isDate: false };
}

/** A date outside the year, or a row with an id of its own. What stands below the table without an id is accounted for cell by cell. */
function unknownRow(sheet: LocatedSheet, number: number, id: RowId, reader: RowReader): Finding[] {
  if (sheet.layout.kind === 'cover' || id.text === '') return [];
  if (id.isDate) return [finding('AIR_DATE_OUTSIDE', place(sheet, number, reader), { date: id.text, year: reader.year })];
  return isIdLike(sheet, id.text) ? [finding('ROW_UNKNOWN', place(sheet, number, reader), { row: id.text })] : [];
}

/** Like the ids of this form: A3-…, 正文-…. A remark under the table stands in the column of ids too, and is no row. */
function isIdLike(sheet: LocatedSheet, text: string): boolean {
  const id = comparableText(text);
  const begins = (row: LayoutRow): boolean => idOf(row, sheet) !== '' && id.startsWith(comparableText(idOf(row, sheet)).slice(0, 2));
  return sheet.layout.kind !== 'air' && id.length <= 16 && /\d/.test(id) && !/[:，。,]/u.test(id) && sheet.layout.rows.some(begins);
}

/** With a row that is not ours everything in it is named. A day of another year may be a day of this one mistyped; its values are named. */
function coveredByUnknown(sheet: LocatedSheet, cells: ReadonlyMap<number, RawCell>): string[] {
  const id = cells.get(idColumnNumber(sheet));
  const text = id?.value.type === 'text' ? id.value.text : '';
  const columns = new Set(sheet.columns.values());
  return isIdLike(sheet, text) ? [...cells.values()].filter((cell) => columns.has(cell.column)).map((cell) => cell.address) : [];
}

/** 编号 of one row beside the name, target or role of another: the row is somebody's, but whose cannot be told. */
function disagree(sheet: LocatedSheet, claim: LocatedRow, other: LayoutRow, reader: RowReader, marks: SheetMarks): void {
  const params = { row: idOf(claim.row, sheet), name: rowName(claim.row), other: idOf(other, sheet), otherName: rowName(other) };
  marks.findings.push(finding('ROW_ID_DISAGREES', place(sheet, claim.number, reader), params));
  for (const cell of claim.cells.values()) {
    marks.cover([cell.address]);
    marks.block(cell.address, 'ROW_ID_DISAGREES');
  }
}

/** Rows of the layout that are not in the sheet. Missing days are counted by the month elsewhere. */
function missingRows(sheet: LocatedSheet, found: readonly LocatedRow[], reader: RowReader): Finding[] {
  const present = new Set(found.map(({ row }) => row));
  const missing = sheet.layout.rows.filter(
    (row) => row.kind !== 'section' && row.kind !== 'day' && Object.keys(row.answers).length > 0 && !present.has(row),
  );
  return missing.map((row) =>
    finding('ROW_MISSING', { file: reader.file, sheet: sheet.name }, { row: idOf(row, sheet), name: rowName(row) }),
  );
}
