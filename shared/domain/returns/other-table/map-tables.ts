import type { RawWorkbook } from '../../tables/raw-workbook.ts';
import { typedText } from '../cell-text.ts';
import type { LayoutRow, ReturnLayout } from '../types.ts';
import { findTable, type FoundTable, saysAnswer } from './find-table.ts';
import { type Alike, likenessText } from './likeness.ts';
import { askingRows, type MatchedRow, matchRows, type OpenRow } from './match-rows.ts';

/** A table with the rows of the form that its rows are (对应关系). */
export interface MappedTable {
  readonly table: FoundTable;
  readonly matched: readonly MatchedRow[];
  readonly open: readonly OpenRow[];
}

/** How the tables of a workbook that is no form of ours answer the form of a unit. */
export interface TableMapping {
  readonly tables: readonly MappedTable[];
  /** Rows of the form that were found. */
  readonly matched: number;
  /** Of the rows with an answer: those that were found, and all. */
  readonly answered: number;
  readonly answers: number;
}

/**
 * Finds the rows of a unit's form in tables that offices draw up themselves: the annex typed by hand, last year's form, a list of their own. A row of
 * the form that two tables have is read from the first that answers it; the other one's is open.
 */
export function mapTables(workbook: RawWorkbook, layout: ReturnLayout, compare?: Alike): TableMapping {
  const rows = askingRows(layout);
  const used = new Set<LayoutRow>();
  const tables = workbook.sheets.flatMap((raw): MappedTable[] => {
    const table = findTable(raw, layout.year, workbook.date1904);
    if (table === null) return [];
    const { matched, open } = matchRows(table, rows, workbook.date1904, compare);
    const first = matched.filter(({ row }) => !used.has(row));
    const again = matched.filter(({ row }) => used.has(row)).map(({ number, cells, at, row }) => ({ number, cells, at, others: [row] }));
    const left = [...open, ...again].filter(({ cells }) => saysAnswer(table, cells));
    for (const { row } of first) used.add(row);
    return first.length === 0 ? [] : [{ table, matched: first, open: left }];
  });
  const answering = tables.flatMap(({ table, matched }) => matched.filter(({ cells }) => saysAnswer(table, cells)));
  const open = tables.flatMap((mapped) => mapped.open);
  return { tables, matched: used.size, answered: answering.length, answers: answering.length + open.length };
}

/**
 * Of a unit that the tables name one row with an answer will do, because somebody looks at it. Where they name none, half of the rows with an answer are
 * the unit's own, and two rows at least: a list of papers is no return.
 */
export const isReturnOf = ({ matched, answered, answers }: TableMapping, named: boolean): boolean =>
  answered >= 1 && (named || (matched >= 2 && answered * 2 >= answers));

/** What was agreed on of a table (对应关系), whatever figures stand in it: titles with what they hold, names with the row of the form that they are. */
export interface MappingPairs {
  readonly columns: readonly (readonly [title: string, role: string])[];
  readonly rows: readonly (readonly [name: string, rowId: string])[];
}

export function pairsOf({ tables }: TableMapping, date1904: boolean): MappingPairs {
  const columns = tables.flatMap(({ table }) =>
    table.columns.filter(({ role }) => role !== 'other').map(({ role, text }) => [text, role] as const),
  );
  const rows = tables.flatMap(({ matched }) =>
    matched.map(({ row, at }) => [likenessText(typedText(at.value, date1904)), row.rowId] as const),
  );
  return { columns: columns.map(([text, role]) => [likenessText(text.replaceAll(/20\d{2}年度?/gu, '')), role] as const), rows };
}

/** Whether all of it was agreed on before. */
export function isAgreed(pairs: MappingPairs, agreed: readonly MappingPairs[]): boolean {
  const known = (key: 'columns' | 'rows'): ReadonlySet<string> => new Set(agreed.flatMap((one) => one[key].map((pair) => pair.join('\n'))));
  const [columns, rows] = [known('columns'), known('rows')];
  return pairs.columns.every((pair) => columns.has(pair.join('\n'))) && pairs.rows.every((pair) => rows.has(pair.join('\n')));
}
