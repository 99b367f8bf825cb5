import type { RawCell } from '../../tables/raw-workbook.ts';
import { plainText, typedText } from '../cell-text.ts';
import { parseStatus } from '../parse-status.ts';
import type { AnswerField, LayoutRow, TaskStatus } from '../types.ts';
import { cellsOf, type FoundTable } from './find-table.ts';
import type { MatchedRow } from './match-rows.ts';

/** A row of the form with those of its answers for which the table has a column. */
export interface RoutedRow {
  readonly match: MatchedRow;
  readonly row: LayoutRow;
  /** Answers that the form requires and the table has no place for. */
  readonly absent: readonly AnswerField[];
}

/** 完成情况 is a figure (1350辆, 92.5%), a status (已完成) or words, cell by cell. */
export function resultField(
  { value }: RawCell,
  date1904: boolean,
  words?: ReadonlyMap<string, TaskStatus>,
): 'value' | 'status' | 'progress' {
  if (value.type === 'number') return 'value';
  const text = plainText(typedText(value, date1904));
  if (/^[-+]?\d[\d,]*(?:\.\d+)?\s*[^\d\s,，。;；]{0,6}$/u.test(text)) return 'value';
  return parseStatus(value, words).value === null ? 'progress' : 'status';
}

/** Columns of the answers: a title of its own before 完成情况, which then takes the fields that are left. */
export function answerColumnsOf({ columns }: FoundTable): ReadonlyMap<AnswerField, readonly number[]> {
  const found = new Map<AnswerField, readonly number[]>();
  const numbers = (role: string): number[] => columns.filter((column) => column.role === role).map(({ number }) => number);
  for (const field of FIELDS) {
    const own = numbers(field);
    const used = own.length > 0 ? own : RESULT.has(field) ? numbers('result') : [];
    if (used.length > 0) found.set(field, used);
  }
  return found;
}

const FIELDS = ['numerator', 'denominator', 'increment', 'value', 'status', 'date', 'progress', 'evidence', 'remark'] as const;
const RESULT: ReadonlySet<AnswerField> = new Set(['value', 'status', 'progress']);

/**
 * What each matched row answers. An item and its only figure often stand in one row of a table; where the other of the two has no row of its own it
 * is answered there too. A figure beside an item of several figures is nobody's, and stays unread.
 */
export function routeRows(
  table: FoundTable,
  matched: readonly MatchedRow[],
  rows: readonly LayoutRow[],
  { date1904, statusWords }: { readonly date1904: boolean; readonly statusWords?: ReadonlyMap<string, TaskStatus> | undefined },
): RoutedRow[] {
  const own = new Set(matched.map(({ row }) => row));
  return matched.flatMap((match) => {
    const given = givenFields(table, match, date1904, statusWords);
    const partners = partnersOf(match.row, rows).filter((row) => !own.has(row));
    const taken = new Set<AnswerField>();
    return [match.row, ...partners].toSorted(itemFirst).map((row): RoutedRow => {
      const fields = (Object.keys(row.answers) as AnswerField[]).filter((field) => given.has(field) && !taken.has(field));
      for (const field of fields) taken.add(field);
      const required = (Object.keys(row.answers) as AnswerField[]).filter((field) => row.answers[field]?.required === true);
      const answers = Object.fromEntries(fields.map((field) => [field, row.answers[field]]));
      return { match, row: { ...row, answers }, absent: required.filter((field) => !fields.includes(field)) };
    });
  });
}

const itemFirst = (one: LayoutRow, other: LayoutRow): number => Number(one.kind === 'figure') - Number(other.kind === 'figure');

/** The only figure of an item, and the item of a figure that is its only one. */
function partnersOf(row: LayoutRow, rows: readonly LayoutRow[]): LayoutRow[] {
  const itemId = row.kind === 'figure' ? row.parent : row.rowId;
  const figures = rows.filter((other) => other.kind === 'figure' && other.parent === itemId);
  if (figures.length !== 1) return [];
  return row.kind === 'figure' ? rows.filter((other) => other.kind === 'task' && other.rowId === itemId) : figures;
}

/** Fields that the row has a place for; 完成情况 is the one place of what it says. */
function givenFields(
  table: FoundTable,
  { cells }: MatchedRow,
  date1904: boolean,
  words: ReadonlyMap<string, TaskStatus> | undefined,
): ReadonlySet<AnswerField> {
  const places = answerColumnsOf(table);
  const results = new Set(table.columns.filter(({ role }) => role === 'result').map(({ number }) => number));
  const says = cellsOf(table, cells, ({ role }) => role === 'result').map((cell) => resultField(cell, date1904, words));
  return new Set(
    [...places].flatMap(([field, numbers]) => {
      const shared = numbers.some((number) => results.has(number));
      return shared && !(says as readonly string[]).includes(field) && (says.length > 0 || field === 'progress') ? [] : [field];
    }),
  );
}
