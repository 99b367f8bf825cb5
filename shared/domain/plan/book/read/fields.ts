import { isCalendarDate, isoDate } from '../../../calendar.ts';
import { parseDate } from '../../../returns/parse-date.ts';
import { plainText } from '../../../returns/cell-text.ts';
import type { Choice } from '../words.ts';
import type { FoundRow, FoundTable } from './find-table.ts';
import type { ReadCell } from './grid.ts';
import type { Notes } from './notes.ts';

/** What reading one table needs at every cell. */
export interface TableContext {
  readonly table: FoundTable;
  readonly notes: Notes;
  readonly date1904: boolean;
}

/** Text of a cell that must not be blank; null, with a finding, where it is. */
export function requiredText({ table, notes }: TableContext, row: FoundRow, column: string): string | null {
  const cell = row.at(column);
  if (cell.text !== '') return cell.text;
  if (cell.broken === null) notes.add('BOOK_VALUE_MISSING', cell, { column: table.title(column) });
  return null;
}

/** A word of a list of words; a blank one is taken as `assumed`, which is said. Null, with a finding, for another word. */
export function choiceOf<Value>(
  { table, notes }: TableContext,
  row: FoundRow,
  column: string,
  choice: Choice<Value>,
  assumed: Value,
  told = true,
): Value | null {
  const cell = row.at(column);
  if (cell.text === '') {
    if (told && cell.broken === null) notes.add('BOOK_ASSUMED', cell, { column: table.title(column), value: choice.textOf(assumed) });
    return assumed;
  }
  const value = choice.valueOf(cell.text);
  if (value === null)
    notes.add('BOOK_CHOICE_UNKNOWN', cell, { column: table.title(column), text: cell.text, known: choice.words.join('、') });
  return value;
}

/** A day, written whole; undefined for a blank cell or, with a finding, for one that cannot be read. */
export function dateOf(cell: ReadCell, title: string, { notes, date1904 }: Pick<TableContext, 'notes' | 'date1904'>): string | undefined {
  if (cell.text === '') return undefined;
  // A document's day is never guessed: without its year it cannot be read.
  const { value, issues } = parseDate(cell.value, { date1904, year: 0 });
  if (value?.kind === 'date' && !issues.some((issue) => issue.code === 'DATE_YEAR_ASSUMED')) return value.value;
  const printed = /^(\d{4})-(\d\d)-(\d\d)$/u.exec(cell.text);
  const date = { year: Number(printed?.[1]), month: Number(printed?.[2]), day: Number(printed?.[3]) };
  if (printed !== null && isCalendarDate(date)) return isoDate(date);
  notes.add('BOOK_DATE_UNREADABLE', cell, { column: title, text: cell.text });
  return undefined;
}

/** 1, 1., （1）, 第1; null for what is no whole number. */
export function wholeOf(text: string): number | null {
  const found = /^(?:第)?\(?(\d{1,6})\)?[.、项条]?$/u.exec(plainText(text));
  return found?.[1] === undefined ? null : Number(found[1]);
}

/** A name that a sheet could have computed, or a page could run: taken as the words that it is, and told of. */
export function tellCode(notes: Notes, cell: ReadCell): void {
  if (/^[=+@]|<[a-z!/]/iu.test(cell.text)) notes.add('BOOK_NAME_CODE', cell, { text: cell.text });
}
