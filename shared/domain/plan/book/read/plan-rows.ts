import { columnsOf, MEASURE_KEYS } from '../columns.ts';
import { SAMPLES } from '../make/samples.ts';
import { SAMPLE_MARK } from '../words.ts';
import type { BookColumn } from '../types.ts';
import type { TableContext } from './fields.ts';
import type { FoundRow, FoundTable } from './find-table.ts';
import { OWN_TARGET } from './titles.ts';

/** One row of the plan with the lines that belong to it. */
export interface PlanRow {
  readonly first: FoundRow;
  /** Further 指标量 of it. */
  readonly further: readonly FoundRow[];
  /** Blank for a new row. */
  readonly id: string;
  /** 部分 that it stands in; blank where none is named above it. */
  readonly section: string;
}

export interface PlanRows {
  readonly rows: readonly PlanRow[];
  /** 部分 in the order in which they come, with the id that the file gives them. */
  readonly sections: readonly { readonly title: string; readonly given: string }[];
}

/** Lines of 附件1, 附件2 or a list as rows of the plan: headings of a 部分, rows, and further 指标量 in lines below their row. */
export function planRows({ table, notes }: TableContext): PlanRows {
  const sections = new Map<string, string>();
  const rows: (PlanRow & { further: FoundRow[] })[] = [];
  let section = '';
  const enter = (title: string, row: FoundRow): void => {
    section = title;
    const given = row.at('sectionId').text;
    if (!sections.has(title)) sections.set(title, [...sections.values()].includes(given) ? '' : given);
  };
  for (const row of table.rows.filter((one) => !isSample(table, one))) {
    const content = contentOf(table, row);
    if (content.length === 0) continue;
    const heading = headingOf(row, content);
    const name = row.at('name').text;
    const id = row.at('id').text === SAMPLE_MARK ? '' : row.at('id').text;
    const above = rows.at(-1);
    if (heading !== null) enter(heading, row);
    else if (name !== '') {
      if (row.at('section').text !== '') enter(row.at('section').text, row);
      rows.push({ first: row, further: [], id, section });
    } else if (!hasMeasure(table, row)) notes.add('BOOK_VALUE_MISSING', row.at('name'), { column: table.title('name') });
    else if (above === undefined || (id !== '' && id !== above.id))
      notes.add('BOOK_MEASURE_ASTRAY', row.at('id'), { id, above: above === undefined ? '' : above.id });
    else above.further.push(row);
  }
  return { rows, sections: [...sections].map(([title, given]) => ({ title, given })) };
}

/** A line that holds a 部分 alone, in its own column or, as lists are printed, over the whole width. */
function headingOf(row: FoundRow, content: readonly string[]): string | null {
  const [only = '', ...more] = content;
  const text = row.at(only).text;
  return more.length === 0 && (only === 'section' || PRINTED_HEADING.test(text)) ? text : null;
}

const PRINTED_HEADING = /^[一二三四五六七八九十]+[、.．]/u;

/** Whether a line gives a figure: anything of a 指标量 but its id. */
export const hasMeasure = (table: FoundTable, line: FoundRow): boolean =>
  measureColumns(table).some((column) => line.at(column).text !== '');

export const measureColumns = (table: FoundTable): string[] => [...MEASURE_KEYS, ...targetColumns(table)];

export const targetColumns = (table: FoundTable): string[] => [
  ...(table.has(OWN_TARGET) ? [OWN_TARGET] : []),
  ...table.years('target').map((year) => `target:${year}`),
  ...table.years('stretch').map((year) => `stretch:${year}`),
];

/** Columns in which a row says something; a row that was cleared still has the ids that the program gave it. */
export const contentOf = (table: FoundTable, row: FoundRow): string[] =>
  [
    ...columnsOf(table.key, { targets: [] }).flatMap((column) => (column.look === 'id' ? [] : [column.key])),
    ...targetColumns(table),
    ...table.years('printed').map((year) => `printed:${year}`),
  ].filter((column) => row.at(column).text !== '');

/** The row that shows how to fill in the table, as long as nobody wrote over it. */
export function isSample(table: FoundTable, row: FoundRow): boolean {
  if (row.at('id').text !== SAMPLE_MARK) return false;
  const columns = columnsOf(table.key, { targets: table.years('target') });
  const sample = SAMPLES[table.key](columns) ?? {};
  const fixed = (column: BookColumn): boolean => !column.key.includes(':') && table.has(column.key);
  return columns.filter(fixed).every((column) => row.at(column.key).text === (sample[column.key] ?? ''));
}
