import type { RawCell, RawWorkbook } from '../../tables/raw-workbook.ts';
import { isBlank } from '../cell-text.ts';
import { answerColumnsFor } from '../layout-columns.ts';
import type { LocatedRows } from '../locate-rows.ts';
import { type HeaderCell, lookupIn, type LocatedSheet } from '../locate-sheet.ts';
import { lockedCells } from '../locked-cells.ts';
import type { WorkbookContext } from '../read-rows.ts';
import { createSheetMarks, type SheetMarks } from '../sheet-marks.ts';
import { strayKind } from '../stray-words.ts';
import type { LayoutColumn, LayoutRow, LayoutSheet, ReturnAnswer } from '../types.ts';
import { cellsOf, type FoundTable } from './find-table.ts';
import type { MappedTable } from './map-tables.ts';
import { answerColumnsOf, type RoutedRow, routeRows } from './routes.ts';
import { tableFindings } from './table-findings.ts';

/** A table as a sheet of the form (自拟表): its rows with the answers that the table has a place for, and what its other cells are. */
export function locateTable(
  workbook: RawWorkbook,
  mapped: MappedTable,
  rows: readonly LayoutRow[],
  context: WorkbookContext,
  date: ReturnAnswer | null,
): { readonly sheet: LocatedSheet; readonly located: LocatedRows } {
  const { table, matched } = mapped;
  const routed = routeRows(table, matched, rows, context);
  const sheet = sheetOf(workbook, table, routed);
  const marks = createSheetMarks();
  const located = routed.map(({ row, match }) => ({ row, number: match.number, cells: match.cells }));
  // An item has no unit of its own; the one beside it is its figure's.
  const measured = located.filter(
    ({ row, cells }) => row.fixed['unit'] !== '' && cellsOf(table, cells, ({ role }) => role === 'unit').length > 0,
  );
  lockedCells(sheet, measured, context, marks);
  coverWords(mapped, marks, date);
  marks.findings.push(...tableFindings(mapped, routed, context));
  return { sheet, located: { ...marks, rows: located } };
}

function sheetOf(workbook: RawWorkbook, table: FoundTable, routed: readonly RoutedRow[]): LocatedSheet {
  const { raw, headerRow, rows } = table;
  const places = answerColumnsOf(table);
  const answering = answerColumnsFor([...places.keys()]);
  const number = (role: string): number | undefined => table.columns.find((column) => column.role === role)?.number;
  const id = number('number') ?? number('name') ?? 1;
  const unit = number('unit');
  const columns = new Map<string, number>([
    ['id', id],
    ...(unit === undefined ? [] : [['unit', unit] as const]),
    ...answering.flatMap(({ key, answer }) => (answer === null ? [] : [[key, places.get(answer)?.[0] ?? 0] as const])),
  ]);
  const twins = new Map(
    answering.flatMap(({ key, answer }) => {
      const numbers = answer === null ? [] : (places.get(answer) ?? []);
      return numbers.length > 1 ? [[key, numbers] as const] : [];
    }),
  );
  return {
    layout: layoutOf(raw.name, routed, [...(unit === undefined ? [] : [UNIT]), ...answering]),
    raw,
    name: raw.name,
    headerRow,
    headerRows: new Set([headerRow]),
    columns,
    twins,
    titles: titlesOf(table, answering),
    rows,
    lookup: lookupIn(workbook, raw, rows),
  };
}

const ID: LayoutColumn = { key: 'id', title: '编号', width: 0, answer: null };
const UNIT: LayoutColumn = { key: 'unit', title: '单位', width: 0, answer: null };

const layoutOf = (name: string, routed: readonly RoutedRow[], columns: readonly LayoutColumn[]): LayoutSheet => ({
  kind: 'tasks',
  name,
  title: '',
  notes: [],
  columns: [ID, ...columns],
  rows: routed.map(({ row }) => row),
});

/** Titles of one field alone; a unit in brackets is held against the units of the rows. 完成情况 says several things and has none of its own. */
const titlesOf = ({ columns }: FoundTable, answering: readonly LayoutColumn[]): HeaderCell[] =>
  columns.flatMap(({ role, words, number, address, text }) => {
    const column = answering.find(({ answer }) => answer === role);
    if (column === undefined) return [];
    return [{ column, how: words === null ? ('exact' as const) : ('words' as const), words, number, address, row: 0, text }];
  });

/**
 * What tells the rows and says nothing to read: what stands above the table, the header, headings between rows, and in the rows the columns that the
 * form has printed. Of a row that is not ours the finding at its name speaks. Words that set a number right are never passed over.
 */
function coverWords({ table, matched, open, skipped }: MappedTable, marks: SheetMarks, date: ReturnAnswer | null): void {
  const told = new Set(table.columns.filter(({ role }) => TELLING.has(role)).map(({ number }) => number));
  const known = new Set(matched.map(({ number }) => number));
  const foreign = new Set([...open, ...skipped].map(({ number }) => number));
  for (const [number, cells] of table.rows) {
    const isTold = ({ column, value }: RawCell): boolean => {
      if (foreign.has(number)) return true;
      const kind = strayKind(value);
      const silent = number <= table.headerRow || told.has(column) || (!known.has(number) && kind === 'note');
      return silent && kind !== 'correction';
    };
    marks.cover([...cells.values()].filter((cell) => !isBlank(cell.value) && isTold(cell)).map(({ address }) => address));
  }
  if (date !== null) marks.cover([date.cell]);
}

const TELLING: ReadonlySet<string> = new Set(['name', 'number', 'unit', 'units', 'target', 'other']);
