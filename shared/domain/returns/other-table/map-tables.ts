import type { RawWorkbook } from '../../tables/raw-workbook.ts';
import { typedText } from '../cell-text.ts';
import type { LayoutRow, ReturnLayout } from '../types.ts';
import { READING_EDITION } from '../reading-edition.ts';
import { formRowOf, isLasting, type KeyedRow, keyedRows, type RowChoices } from './chosen-rows.ts';
import { findTable, type FoundTable, saysAnswer } from './find-table.ts';
import { type Alike, likeness, likenessText } from './likeness.ts';
import { askingRows, asOpen, type MatchedRow, type MatchedRows, matchRows } from './match-rows.ts';

/** A table with the rows of the form that its rows are (对应关系). */
export interface MappedTable extends MatchedRows {
  readonly table: FoundTable;
}

/** How the tables of a workbook that is no form of ours answer the form of a unit. */
export interface TableMapping {
  readonly tables: readonly MappedTable[];
  readonly date1904: boolean;
  /** Rows of the form that were found. */
  readonly matched: number;
  /** Of the rows with an answer: those that were found, and all. */
  readonly answered: number;
  readonly answers: number;
  /** What somebody has said of rows that the tables have. */
  readonly chosen: readonly ChosenRow[];
  /** Of the choices: keys that no row has, and rows that the form does not have. */
  readonly unused: readonly string[];
  readonly strange: readonly string[];
}

/** A row of a table by its key with the row of the form that somebody has said it is; null: not to be read. */
export type ChosenRow = readonly [key: string, rowId: string | null];

export interface MappingOptions {
  readonly compare?: Alike | undefined;
  /** Edition of the rules of reading (读表规则); today's unless said otherwise. */
  readonly edition?: number | undefined;
  readonly choices?: RowChoices | undefined;
}

/**
 * Finds the rows of a unit's form in tables that offices draw up themselves: the annex typed by hand, last year's form, a list of their own. A row of
 * the form that two tables have is read from the first that answers it; the other one's is open.
 */
export function mapTables(workbook: RawWorkbook, layout: ReturnLayout, options: MappingOptions = {}): TableMapping {
  const { compare = likeness, edition = READING_EDITION, choices = new Map() } = options;
  const { date1904 } = workbook;
  const rows = askingRows(layout);
  const found = workbook.sheets.flatMap((raw) => findTable(raw, layout.year, date1904, edition) ?? []);
  const said = sayOf(found, rows, choices, date1904);
  const wanted = new Set(said.flatMap(({ row }) => row ?? []));
  const used = new Set<LayoutRow>();
  const tables = found.flatMap((table): MappedTable[] => {
    const chosen = new Map(said.filter((one) => one.table === table).map(({ number, row }) => [number, row]));
    const { matched, open, skipped } = matchRows(table, rows, { date1904, edition, compare, chosen });
    const isFirst = ({ row, chosen: byWord }: MatchedRow): boolean => !used.has(row) && (byWord || !wanted.has(row));
    const first = matched.filter(isFirst);
    const again = matched.filter((match) => !isFirst(match)).map((match) => asOpen(match, match.row));
    const left = [...open, ...again].filter(({ cells }) => saysAnswer(table, cells));
    for (const { row } of first) used.add(row);
    return first.length === 0 ? [] : [{ table, matched: first, open: left, skipped }];
  });
  const answering = tables.flatMap(({ table, matched }) => matched.filter(({ cells }) => saysAnswer(table, cells)));
  const open = tables.flatMap((mapped) => mapped.open);
  const keys = new Set(said.map(({ key }) => key));
  return {
    tables,
    date1904,
    matched: used.size,
    answered: answering.length,
    answers: answering.length + open.length,
    chosen: said.map(({ key, row }) => [key, row?.rowId ?? null] as const),
    unused: [...choices.keys()].filter((key) => !keys.has(key) && meantBy(choices.get(key) ?? null, rows) !== undefined),
    strange: [...choices.values()].flatMap((word) => (word !== null && formRowOf(word, rows) === null ? [word] : [])),
  };
}

interface Said extends KeyedRow {
  readonly table: FoundTable;
  readonly row: LayoutRow | null;
}

const meantBy = (word: string | null, rows: readonly LayoutRow[]): LayoutRow | null | undefined =>
  word === null ? null : (formRowOf(word, rows) ?? undefined);

/** What was said of the rows that are there; a word that is no row of the form says nothing. */
const sayOf = (tables: readonly FoundTable[], rows: readonly LayoutRow[], choices: RowChoices, date1904: boolean): Said[] =>
  choices.size === 0
    ? []
    : tables.flatMap((table) =>
        keyedRows(table, date1904).flatMap((keyed): Said[] => {
          const word = choices.get(keyed.key);
          const row = word === undefined ? undefined : meantBy(word, rows);
          return row === undefined ? [] : [{ ...keyed, table, row }];
        }),
      );

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
  /** Rows that somebody set right by hand; absent where there is none. */
  readonly chosen?: readonly ChosenRow[];
}

export function pairsOf({ tables, chosen }: TableMapping, date1904: boolean): MappingPairs {
  const columns = tables.flatMap(({ table }) =>
    table.columns.filter(({ role }) => role !== 'other').map(({ role, text }) => [text, role] as const),
  );
  const rows = tables.flatMap(({ matched }) =>
    matched.map(({ row, at }) => [likenessText(typedText(at.value, date1904)), row.rowId] as const),
  );
  return {
    columns: columns.map(([text, role]) => [likenessText(text.replaceAll(/20\d{2}年度?/gu, '')), role] as const),
    rows,
    ...(chosen.length === 0 ? {} : { chosen }),
  };
}

/** Whether all of it was agreed on before, or is said now: whoever sets a row right has looked at it. */
export function isAgreed(pairs: MappingPairs, agreed: readonly MappingPairs[], said: ReadonlySet<string | null> = new Set()): boolean {
  const known = (key: 'columns' | 'rows'): ReadonlySet<string> => new Set(agreed.flatMap((one) => one[key].map((pair) => pair.join('\n'))));
  const [columns, rows] = [known('columns'), known('rows')];
  return (
    pairs.columns.every((pair) => columns.has(pair.join('\n'))) &&
    pairs.rows.every((pair) => said.has(pair[1]) || rows.has(pair.join('\n')))
  );
}

/** What has been said of rows of a unit's tables by those that were taken in, the last word on each; it holds wherever a row bears the name. */
export const rememberedChoices = (agreed: readonly MappingPairs[]): RowChoices =>
  new Map(agreed.flatMap(({ chosen = [] }) => chosen.filter(([key]) => isLasting(key))));
