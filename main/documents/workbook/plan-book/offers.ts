import { OTHER_SHEETS } from '../../../../shared/domain/plan/book/columns.ts';
import type { Book, BookColumn, BookSheet, SheetKey } from '../../../../shared/domain/plan/book/types.ts';
import { FIRST_ROW_WITHOUT_LINES, SPARE_ROWS } from './measures.ts';

/** Where the words of drop-down lists stand. */
export interface Offers {
  /** Columns of the sheet 选项. */
  readonly listed: readonly (readonly string[])[];
  /** Range of the words that a column offers, as a validation names it; null for a column that offers none. */
  rangeOf(sheet: SheetKey, column: BookColumn): string | null;
}

const SECTION_COLUMNS: Partial<Record<SheetKey, number>> = { annex2: 0, list: 1 };

export function offersOf(book: Book): Offers {
  const sections = (key: SheetKey): string[] => [...new Set(sheetOf(book, key)?.rows.flatMap((row) => row.cells[0]?.['section'] ?? []))];
  const listed = [sections('annex2'), sections('list')];
  return {
    listed,
    rangeOf(key, { offers }) {
      if (offers === undefined) return null;
      if (offers !== 'sections') return namesRange(sheetOf(book, offers));
      const at = SECTION_COLUMNS[key] ?? 0;
      const count = listed[at]?.length ?? 0;
      return count === 0 ? null : `'${OTHER_SHEETS.offers}'!$${'AB'[at]}$1:$${'AB'[at]}$${count}`;
    },
  };
}

const sheetOf = (book: Book, key: SheetKey): BookSheet | undefined => book.find((sheet) => sheet.key === key);

/** The first column of a list of names, with the rows that are still free: what is added there is offered at once. */
function namesRange(sheet: BookSheet | undefined): string | null {
  if (sheet === undefined) return null;
  const sample = sheet.sample === null ? 0 : 1;
  const first = FIRST_ROW_WITHOUT_LINES + sample;
  return `'${sheet.name}'!$A$${first}:$A$${first + sheet.rows.length + SPARE_ROWS - 1}`;
}
