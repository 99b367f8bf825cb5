import { finding } from '../findings.ts';
import { comparableText, isBlank, typedText } from './cell-text.ts';
import { rowName } from './layout-columns.ts';
import { idAddress, idOf, type LocatedRow, type RowReader } from './located-row.ts';
import { answerPlace, cellAddress, type LocatedSheet } from './locate-sheet.ts';
import type { SheetMarks } from './sheet-marks.ts';
import type { AnswerField, LayoutRow } from './types.ts';

/**
 * Rows of one id (编号重复). Where they say the same, or only one of them says anything, that is read. Where they differ nobody can tell which
 * one counts, and what differs is not adopted.
 */
export function settleRepeated(
  sheet: LocatedSheet,
  claims: readonly LocatedRow[],
  reader: RowReader,
  marks: SheetMarks,
): readonly LocatedRow[] {
  const byRow = Map.groupBy(claims, ({ row }) => row);
  return sheet.layout.rows.flatMap((row) => {
    const [first, ...others] = byRow.get(row) ?? [];
    if (first === undefined) return [];
    return others.length === 0 ? [first] : [settle(sheet, [first, ...others], reader, marks)];
  });
}

function settle(sheet: LocatedSheet, claims: readonly [LocatedRow, ...LocatedRow[]], reader: RowReader, marks: SheetMarks): LocatedRow {
  const filled = claims.filter((claim) => typedFields(sheet, claim, reader.date1904).size > 0);
  const [used, ...others] = filled.length > 0 ? filled : claims;
  if (used === undefined) return claims[0];
  const differing = differingFields(sheet, [used, ...others], reader.date1904);
  const wrong = sheet.layout.kind === 'air' ? 'AIR_DATE_TWICE' : 'ROW_TWICE';
  for (const claim of claims) {
    const isUsed = claim === used;
    if (!isUsed) marks.cover([...claim.cells.values()].map((cell) => cell.address));
    if (isUsed && differing.length === 0) continue;
    const other = isUsed ? claims.find((one) => one !== used) : used;
    const params = {
      row: idOf(claim.row, sheet),
      name: rowName(claim.row),
      first: idAddress(sheet, other?.number ?? claim.number),
    };
    const code = differing.length > 0 ? wrong : 'ROW_REPEATED';
    marks.findings.push(finding(code, { file: reader.file, sheet: sheet.name, cell: idAddress(sheet, claim.number) }, params));
  }
  for (const field of differing) {
    const at = answerPlace(sheet, field);
    if (at !== null) marks.block(cellAddress(at.column, used.number), wrong);
  }
  return used;
}

/** What a row answers, by field, as comparable text. */
export function typedFields(sheet: LocatedSheet, { row, cells }: LocatedRow, date1904: boolean): ReadonlyMap<AnswerField, string> {
  return new Map(
    fieldsOf(row).flatMap((field): [AnswerField, string][] => {
      const at = answerPlace(sheet, field);
      const cell = at === null ? undefined : cells.get(at.column);
      return cell === undefined || isBlank(cell.value) ? [] : [[field, comparableText(typedText(cell.value, date1904))]];
    }),
  );
}

export const fieldsOf = (row: LayoutRow): AnswerField[] => Object.keys(row.answers) as AnswerField[];

/** Fields in which rows of one id, or of two sheets, do not say the same. */
export function differingFields(sheet: LocatedSheet, rows: readonly LocatedRow[], date1904: boolean): AnswerField[] {
  const typed = rows.map((row) => typedFields(sheet, row, date1904));
  const [first] = rows;
  return first === undefined ? [] : fieldsOf(first.row).filter((field) => new Set(typed.map((fields) => fields.get(field) ?? '')).size > 1);
}
