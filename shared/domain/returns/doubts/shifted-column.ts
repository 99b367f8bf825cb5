import { isBlank } from '../cell-text.ts';
import type { LocatedRow } from '../located-row.ts';
import { answerPlace, cellAddress, type LocatedSheet } from '../locate-sheet.ts';
import type { StrayCell } from '../stray-words.ts';
import type { AnswerField } from '../types.ts';

/**
 * Numbers that slipped a row up or down (错行): each of a column's grey ones has a blank cell of that column in the next row on the same side, and two at
 * least do. Gives by the address of each the cell that it was meant for.
 */
export function shiftedCells(sheet: LocatedSheet, rows: readonly LocatedRow[], strays: readonly StrayCell[]): ReadonlyMap<string, string> {
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  const found = new Map<string, string>();
  const grey = strays.filter(({ grey: field, kind }) => field !== null && (kind === 'answer' || kind === 'correction'));
  for (const [field, ofField] of Map.groupBy(grey, ({ grey: one }) => one)) {
    if (field === null || ofField.length < 2) continue;
    for (const step of [-1, 1]) {
      const meant = ofField.map(({ cell }) => blankAt(sheet, byNumber.get(cell.row + step), field));
      if (meant.some((address) => address === null)) continue;
      ofField.forEach(({ cell }, index) => found.set(cell.address, meant[index] ?? ''));
      break;
    }
  }
  return found;
}

function blankAt(sheet: LocatedSheet, row: LocatedRow | undefined, field: AnswerField): string | null {
  const at = row?.row.answers[field] === undefined ? null : answerPlace(sheet, field);
  if (row === undefined || at === null) return null;
  const cell = row.cells.get(at.column);
  return cell === undefined || isBlank(cell.value) ? cellAddress(at.column, row.number) : null;
}
