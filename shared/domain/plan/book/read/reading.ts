import type { NamedUnits } from '../../unit-schema.ts';
import type { Ids } from '../ids.ts';
import { freeId } from '../../unit-schema.ts';
import type { FoundRow } from './find-table.ts';
import type { TableContext } from './fields.ts';
import type { ReadCell } from './grid.ts';
import type { Subjects } from './subjects.ts';

/** What is carried from table to table while one workbook is read. */
export interface Reading {
  readonly ids: Ids;
  /** Where an id was met first, by what it is the id of and itself. */
  readonly seen: Map<string, string>;
  /** Ids of rows of other years' lists, with their year. */
  readonly foreign: ReadonlyMap<string, number>;
  readonly subjects: Subjects;
  /** The units that names mean, those of the year that the table is for. */
  readonly named: NamedUnits;
  /** All units: a name that is none of the year's may still be one of them. */
  readonly all: NamedUnits;
}

export type TableReading = TableContext & Reading;

/** What an id is the id of: two units may not share one, a row and its only 指标量 may. */
export type IdScope = 'kind' | 'unit' | 'subject' | 'row' | 'measure';

/** Null for an id that stands nowhere or belongs to a row of another year's list; with a finding for one that cannot be used. */
export function givenId(
  reading: Pick<TableReading, 'seen' | 'foreign' | 'notes'>,
  cell: ReadCell,
  scope: IdScope,
  text = cell.text,
): string | null {
  if (text === '' || reading.foreign.has(text)) return null;
  if (!freeId.safeParse(text).success) {
    reading.notes.add('BOOK_ID_INVALID', cell, { id: text });
    return null;
  }
  const first = reading.seen.get(`${scope}|${text}`);
  if (first !== undefined) {
    reading.notes.add('BOOK_ID_TWICE', cell, { id: text, first });
    return null;
  }
  reading.seen.set(`${scope}|${text}`, cell.address);
  return text;
}

/** The id of a row that has one, or a new one. */
export function idOf(reading: TableReading, row: FoundRow, scope: IdScope, next: () => string, given = row.at('id').text): string {
  const known = givenId(reading, row.at('id'), scope, given);
  if (known !== null) return known;
  const made = next();
  reading.seen.set(`${scope}|${made}`, row.at('id').address);
  return made;
}
