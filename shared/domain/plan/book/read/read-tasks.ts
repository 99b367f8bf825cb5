import type { Plan, Task, TaskList } from '../../schema.ts';
import { HEAD_JOINT } from '../columns.ts';
import { defaultTasks } from '../make/defaults.ts';
import type { FoundTable } from './find-table.ts';
import { lineText } from './lines.ts';
import { planRows, type PlanRow, type PlanRows } from './plan-rows.ts';
import { readLeads } from './read-leads.ts';
import { readMeasures, readNumbers, readWords } from './read-rows.ts';
import { sectionOf } from './read-sections.ts';
import { idOf, type TableReading } from './reading.ts';

/** 附件2; null where the table has no row. */
export function readTasks(reading: TableReading, annexYears: Plan['annex1']['years']): TaskList | null {
  const { table } = reading;
  const found = planRows(reading);
  if (found.rows.length === 0) return null;
  const years = table.years('target').length > 0 ? table.years('target') : annexYears;
  const usual = defaultTasks(years);
  const groups = groupIds(reading, found.sections);
  const numbers = readNumbers(reading, found.rows);
  const columns = lineText(table, 'columns');
  return {
    label: lineText(table, 'label') || usual.label,
    title: lineText(table, 'title') || table.heading || usual.title,
    subtitle: lineText(table, 'subtitle'),
    columns: columns === '' ? usual.columns : columns.split(HEAD_JOINT),
    fromYear: yearLine(reading, 'fromYear') ?? usual.fromYear,
    toYear: yearLine(reading, 'toYear') ?? usual.toYear,
    groups: [...groups].map(([title, id]) => ({ id, title })),
    tasks: found.rows.flatMap((row) => readTask(reading, row, groups, numbers.get(row) ?? 1) ?? []),
  };
}

function readTask(reading: TableReading, row: PlanRow, groups: ReadonlyMap<string, string>, number: number): Task | null {
  const id = idOf(reading, row.first, 'row', () => reading.ids.next('A2-', 2), row.id);
  const section = sectionOf(reading, row);
  const leads = readLeads(reading, row.first);
  const measures = readMeasures(reading, row, { id, ownYear: null });
  const words = readWords(reading, row);
  const group = section === null ? undefined : groups.get(section);
  if (group === undefined || leads === null || measures === null) return null;
  return { id, group, number, text: row.first.at('name').text, ...leads, measures, ...words };
}

/** A group keeps the id that its rows carry, also under a new title. */
function groupIds({ ids }: TableReading, sections: PlanRows['sections']): ReadonlyMap<string, string> {
  return new Map(sections.map(({ title, given }) => [title, given === '' ? ids.next('G', 1) : given]));
}

/** A year that stands in a line above a table; null, with a finding where the line holds something else. */
export function yearLine({ table, notes }: Pick<TableReading, 'table' | 'notes'>, key: string): number | null {
  const text = lineText(table, key);
  const found = yearIn(text);
  const line = table.lines.find((one) => one.key === key);
  if (text !== '' && found === null && line !== undefined) notes.add('BOOK_LINE_UNREADABLE', line.cell, { line: line.title, text });
  return found;
}

/** 2026, 2026年, 2026年度 */
export const yearIn = (text: string): number | null => {
  const found = /^(20\d\d)(?:年度?)?$/u.exec(text.normalize('NFKC').replaceAll(/\s/gu, ''))?.[1];
  return found === undefined ? null : Number(found);
};

export const yearOfTable = (table: FoundTable): number | null => yearIn(lineText(table, 'year'));
