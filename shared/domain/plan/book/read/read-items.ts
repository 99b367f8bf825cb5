import type { Item, ItemList } from '../../schema.ts';
import type { AskedItem } from '../../years/plan-document.ts';
import { addDays } from '../days.ts';
import { HEAD_JOINT } from '../columns.ts';
import { defaultList } from '../make/defaults.ts';
import { YES_NO } from '../words.ts';
import { choiceOf, dateOf } from './fields.ts';
import { lineText } from './lines.ts';
import { planRows, type PlanRow } from './plan-rows.ts';
import { readLeads } from './read-leads.ts';
import { readMeasures, readNumbers, readWords } from './read-rows.ts';
import { sectionNumbers, sectionOf } from './read-sections.ts';
import { idOf, type TableReading } from './reading.ts';

export interface ReadList {
  readonly list: ItemList;
  /** Items of which units report their own part. */
  readonly asked: AskedItem[];
}

/** 年度事项 of one year; null where the table has no row. */
export function readItems(reading: TableReading, year: number): ReadList | null {
  const { table } = reading;
  const found = planRows(reading);
  if (found.rows.length === 0) return null;
  tellForeign(reading, found.rows);
  const usual = defaultList(year);
  const sections = sectionNumbers(found.sections);
  const numbers = readNumbers(reading, found.rows);
  const columns = lineText(table, 'columns');
  const title = lineText(table, 'title') || table.heading || usual.title;
  const read = found.rows.map((row) => readItem(reading, row, { year, sections, number: numbers.get(row) ?? 1 }));
  return {
    list: {
      label: lineText(table, 'label') || usual.label,
      title,
      columns: columns === '' ? usual.columns : columns.split(HEAD_JOINT),
      year,
      sections: [...sections].map(([words, number]) => ({ number, title: words })).toSorted((one, other) => one.number - other.number),
      items: read.flatMap(({ item }) => item ?? []),
    },
    asked: read.flatMap(({ asked }) => asked ?? []),
  };
}

/** Rows that were copied from another year's list: they are new rows of this one, which is said once. */
function tellForeign({ foreign, notes }: TableReading, rows: readonly PlanRow[]): void {
  const copied = rows.filter((row) => foreign.has(row.id));
  const [first] = copied;
  if (first !== undefined)
    notes.add('BOOK_ID_OTHER_YEAR', first.first.at('id'), { count: copied.length, year: foreign.get(first.id) ?? '' });
}

interface ItemContext {
  readonly year: number;
  readonly sections: ReadonlyMap<string, number>;
  readonly number: number;
}

function readItem(
  reading: TableReading,
  row: PlanRow,
  { year, sections, number }: ItemContext,
): { item: Item | null; asked: AskedItem | null } {
  const { first } = row;
  const id = idOf(reading, first, 'row', () => reading.ids.next(`Y${year}-`, 2), row.id);
  const title = sectionOf(reading, row);
  const leads = readLeads(reading, first);
  const measures = readMeasures(reading, row, { id, ownYear: year });
  const deadline = readDeadline(reading, row);
  const asked = readAsked(reading, row, id);
  const words = readWords(reading, row);
  const section = title === null ? undefined : sections.get(title);
  if (section === undefined || leads === null || measures === null || deadline === null) return { item: null, asked };
  const label = first.at('label').text;
  return {
    asked,
    item: {
      id,
      ...(label === '' ? {} : { label }),
      section,
      number,
      text: first.at('name').text,
      type: measures.length > 0 ? 'numeric' : deadline === 'none' ? 'qualitative' : 'dated',
      ...leads,
      responsiblePrinted: first.at('responsible').text,
      measures,
      ...(deadline === 'none' ? {} : { deadline }),
      ...words,
    },
  };
}

/** 时限: its words as they stand in the text, and the last day that is in time. */
function readDeadline(reading: TableReading, { first }: PlanRow): NonNullable<Item['deadline']> | 'none' | null {
  const { table, notes } = reading;
  const [words, day] = [first.at('deadlinePrinted'), first.at('deadlineDay')];
  if (words.text === '' && day.text === '') return 'none';
  const last = dateOf(day, table.title('deadlineDay'), reading);
  if (day.text === '') notes.add('BOOK_VALUE_MISSING', day, { column: table.title('deadlineDay') });
  if (words.text === '') notes.add('BOOK_VALUE_MISSING', words, { column: table.title('deadlinePrinted') });
  const stands = words.text !== '' && first.at('name').text.includes(words.text);
  if (words.text !== '' && !stands) notes.add('BOOK_DEADLINE_NOT_IN_TEXT', words, { text: words.text });
  return last !== undefined && stands ? { printed: words.text, before: addDays(last, 1) } : null;
}

/** 镇街分担: whether units report their own part, and why. */
function readAsked(reading: TableReading, { first }: PlanRow, item: string): AskedItem | null {
  const { table, notes } = reading;
  const reason = first.at('askedReason');
  const asked = choiceOf(reading, first, 'asked', YES_NO, false, reason.text !== '');
  if (asked !== true) return null;
  if (reason.text === '') notes.add('BOOK_VALUE_MISSING', reason, { column: table.title('askedReason') });
  return { item, reason: reason.text };
}
