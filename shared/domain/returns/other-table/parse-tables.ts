import { type Finding, finding } from '../../findings.ts';
import type { RawWorkbook } from '../../tables/raw-workbook.ts';
import { accountOther } from '../account-others.ts';
import { rowName } from '../layout-columns.ts';
import type { RowReader } from '../located-row.ts';
import type { ReadingRules } from '../parse-return.ts';
import type { WorkbookContext } from '../read-rows.ts';
import { statusOfWord } from '../parse-status.ts';
import { reportSpan } from '../report-date.ts';
import { readSheet, settleOpened, type SheetPart, sumAccounts } from '../settle-sheet.ts';
import type { LayoutRow, ParsedReturn, ReturnLayout, TaskStatus } from '../types.ts';
import { locateTable } from './locate-table.ts';
import { askingRows } from './match-rows.ts';
import type { MappedTable, TableMapping } from './map-tables.ts';
import { tableDate } from './table-date.ts';

/**
 * Reads tables that offices draw up themselves by how their rows answer the form of a unit (mapTables): the same cells, checks and account as of the form
 * itself, in steps as well. Rows and answers of the form for which the tables have no place are named.
 */
export function* parseTables(
  workbook: RawWorkbook,
  layout: ReturnLayout,
  { tables }: TableMapping,
  file: string,
  { statusWords, reports = reportSpan(layout.year), begins, received, edition }: Partial<ReadingRules> = {},
): Generator<void, ParsedReturn> {
  const base = { file, year: layout.year, date1904: workbook.date1904, statusWords, edition };
  const rows = askingRows(layout);
  const date = tableDate(workbook, layout.year, reports);
  const reportedOn = date?.value.kind === 'date' ? date.value.value : null;
  const parts: SheetPart[] = [];
  for (const mapped of tables) {
    const context = { ...base, statusWords: wordsOf(mapped, statusWords) };
    const { sheet, located } = locateTable(workbook, mapped, rows, context, date);
    const read = yield* readSheet(sheet, located, context);
    const opened = { findings: [], settled: { sheet, located, others: [], findings: [] }, read };
    parts.push(yield* settleOpened(opened, { ...context, reports, reportedOn, begins, received }));
  }
  const used = new Set(tables.map(({ table }) => table.raw.name));
  const rest = workbook.sheets.filter(({ name }) => !used.has(name)).map((raw) => ({ answers: [], ...accountOther(raw, layout, base) }));
  const all = [...parts, ...rest];
  return {
    answers: [...(date === null ? [] : [date]), ...all.flatMap(({ answers }) => answers)],
    findings: [...all.flatMap(({ findings }) => findings), ...missingRows(tables, rows, base)],
    account: all.map(({ account }) => account).reduce(sumAccounts, { read: 0, known: 0, reported: 0 }),
  };
}

/** Under 是否完成 people write 是; 否 may mean that it goes on or that it never began, and is asked about as a word that nobody knows. */
function wordsOf({ table }: MappedTable, words: ReadonlyMap<string, TaskStatus> = new Map()): ReadonlyMap<string, TaskStatus> {
  const asks = table.columns.some(({ role, text }) => role === 'status' && text.includes('是否'));
  return asks ? new Map([...words, ...YES]) : words;
}

const YES = Object.entries({ 是: '已完成' }).flatMap(([word, meant]): [string, TaskStatus][] => {
  const status = statusOfWord(meant);
  return status === null ? [] : [[word, status]];
});

/** Rows that have to be answered and that none of the tables has; an item whose figure was found has its own word about what is absent. */
function missingRows(
  tables: TableMapping['tables'],
  rows: ReturnType<typeof askingRows>,
  { file }: Pick<RowReader & WorkbookContext, 'file'>,
): Finding[] {
  const found = new Set(tables.flatMap(({ matched }) => matched.flatMap(({ row }) => [row.rowId, row.parent ?? row.rowId])));
  const missing = rows.filter(
    (row) => !found.has(row.rowId) && !found.has(row.parent ?? '') && Object.values(row.answers).some((answer) => answer.required),
  );
  if (missing.length > MOST_ABSENT)
    return [finding('TABLE_ROWS_ABSENT', { file }, { count: missing.length, rows: missing.map(idText).join('、') })];
  return missing.map((row) => finding('TABLE_ROW_ABSENT', { file }, { row: idText(row), name: rowName(row) }));
}

/** More rows that are not there are told in one sentence. */
const MOST_ABSENT = 5;

const idText = (row: LayoutRow): string => row.fixed['id'] ?? row.rowId;
