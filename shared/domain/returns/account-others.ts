import { type Finding, finding } from '../findings.ts';
import type { RawCell, RawSheet } from '../tables/raw-workbook.ts';
import type { CellAccount } from './account-cells.ts';
import { comparableText, isBlank, typedText } from './cell-text.ts';
import { rowName } from './layout-columns.ts';
import type { RowReader } from './located-row.ts';
import { META_KEYS, META_SHEET } from './recognise.ts';
import { rowsOf } from './sheet-rows.ts';
import { cellsAtMost } from './stray-columns.ts';
import { strayKind } from './stray-words.ts';
import type { ReturnLayout } from './types.ts';

/**
 * A sheet that is none of the form's (多余的工作表). Words that set a value right, and numbers beside the id or the name of a row of the form, are
 * named one by one; of everything else one finding says that it was not read.
 */
export function accountOther(
  raw: RawSheet,
  layout: ReturnLayout,
  reader: RowReader,
): { readonly findings: readonly Finding[]; readonly account: CellAccount } {
  const cells = raw.cells.filter((cell) => !isBlank(cell.value));
  const unknown = isMeta(raw) ? cells.filter((cell) => !isMetaCell(raw, cell, reader.date1904)) : cells;
  const [first] = unknown;
  if (first === undefined) return { findings: [], account: { read: 0, known: cells.length, reported: 0 } };
  const place = { file: reader.file, sheet: raw.name };
  // What a hidden sheet holds the page does not show.
  const meant = raw.visibility !== 'visible' ? [] : unknown.flatMap((cell) => answerFinding(raw, cell, layout, reader));
  const params = { count: unknown.length, hidden: raw.visibility === 'visible' ? 'false' : 'true' };
  return {
    findings: [finding('SHEET_UNREAD', { ...place, cell: first.address }, params), ...cellsAtMost(meant, raw.name, reader.file)],
    account: { read: 0, known: cells.length - unknown.length, reported: unknown.length },
  };
}

const isMeta = (raw: RawSheet): boolean => comparableText(raw.name) === comparableText(META_SHEET);

/** Keys in the first column and their values in the second, as the form was made. */
function isMetaCell(raw: RawSheet, cell: RawCell, date1904: boolean): boolean {
  const key = rowsOf(raw).get(cell.row)?.get(1);
  return cell.column <= 2 && key !== undefined && META_KEYS.has(comparableText(typedText(key.value, date1904)));
}

function answerFinding(raw: RawSheet, cell: RawCell, layout: ReturnLayout, reader: RowReader): Finding[] {
  const kind = strayKind(cell.value);
  if (kind !== 'correction' && kind !== 'answer') return [];
  const beside = kind === 'answer' ? rowBeside(raw, cell, layout, reader.date1904) : '';
  if (beside === null) return [];
  const place = { file: reader.file, sheet: raw.name, cell: cell.address };
  return [finding('CELL_UNREAD_ANSWER', place, { raw: typedText(cell.value, reader.date1904), likely: beside })];
}

/** The row of the form whose id or name stands in the same row; null without one. */
function rowBeside(raw: RawSheet, cell: RawCell, layout: ReturnLayout, date1904: boolean): string | null {
  const words = new Set(
    [...(rowsOf(raw).get(cell.row)?.values() ?? [])]
      .filter((other) => other !== cell && other.value.type === 'text')
      .map((other) => comparableText(typedText(other.value, date1904))),
  );
  for (const sheet of layout.sheets) {
    if (sheet.kind === 'cover' || sheet.kind === 'air') continue;
    for (const row of sheet.rows) {
      if (row.kind === 'section') continue;
      const ids = [row.fixed['id'] ?? '', row.fixed['name'] ?? '', rowName(row)].map(comparableText);
      if (ids.some((id) => id !== '' && words.has(id))) return `${sheet.name} ${row.fixed['id'] ?? row.rowId}`;
    }
  }
  return null;
}
