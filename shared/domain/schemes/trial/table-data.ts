import { previousPeriod, samePeriodLastYear } from '../../air/period.ts';
import { Rational, sumOf } from '../../numbers/rational.ts';
import type { CellRef, Reading, Row, SchemeData, Slot } from '../base/data-source.ts';
import { plainText } from '../../returns/cell-text.ts';
import { KNOWN_MEASURES } from '../measures/directions.ts';
import { type TrialCell, readCell, readHappened } from './cells.ts';
import { columnLetters, readColumns, type TrialColumns } from './columns.ts';
import { comparePeriods, periodName } from './period-name.ts';

/** A record of the input, with the line it stands on. */
export interface TrialRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface TrialTable {
  readonly data: SchemeData;
  readonly columns: TrialColumns;
  /** The row of a record; none of those that name a subject and period that another one names too. */
  rowOf(record: TrialRecord): Row | null;
}

interface Entry {
  readonly row: Row;
  readonly record: TrialRecord;
}

/** A table as the source of figures: one row a subject and period, a column a figure. */
export function trialTable(header: readonly string[], records: readonly TrialRecord[]): TrialTable {
  const columns = readColumns(header);
  const entries = records.map((record): Entry => ({ record, row: rowFrom(record, columns) }));
  const byKey = Map.groupBy(entries, ({ row }) => keyOf(row.subjectId, row.period));
  const single = entries.filter(({ row }) => byKey.get(keyOf(row.subjectId, row.period))?.length === 1);
  const index = new Map(single.map((entry) => [keyOf(entry.row.subjectId, entry.row.period), entry]));
  const rows = new Map(single.map(({ row, record }) => [record, row]));
  return { data: dataOf(header, columns, single, index), columns, rowOf: (record) => rows.get(record) ?? null };
}

const keyOf = (subjectId: string, period: string): string => `${subjectId}\n${period}`;

function rowFrom(record: TrialRecord, { places }: TrialColumns): Row {
  const text = (role: string): string => plainText(record.cells[places.get(role) ?? -1] ?? '');
  const name = text('subject') === '' ? `#${record.line}` : text('subject');
  return { subjectId: name, name, class: text('class'), period: periodName(text('period')) };
}

type Cell = { readonly cell: TrialCell; readonly raw: string; readonly sources: readonly CellRef[] } | null;

function dataOf(
  header: readonly string[],
  columns: TrialColumns,
  entries: readonly Entry[],
  index: ReadonlyMap<string, Entry>,
): SchemeData {
  const periods = [...new Set(entries.map(({ row }) => row.period))].toSorted(comparePeriods);
  const byPeriod = Map.groupBy(entries, ({ row }) => row.period);
  const rowsOf = (period: string): readonly Row[] => (byPeriod.get(period) ?? []).map(({ row }) => row);
  const cellOf = (row: Row, column: string): Cell => {
    const place = columns.places.get(column);
    const entry = index.get(keyOf(row.subjectId, row.period));
    if (place === undefined || entry === undefined) return null;
    const raw = entry.record.cells[place] ?? '';
    const cell = `${columnLetters(place + 1)}${entry.record.line}`;
    return { cell: readCell(raw), raw, sources: [{ file: '', sheet: '', cell, column: header[place]?.trim() ?? '', raw: raw.trim() }] };
  };
  const figure = (row: Row, column: string): Reading => numberReading(cellOf(row, column), column);
  const has = (column: string): boolean => columns.places.has(column);
  const other = (row: Row, measure: string, slot: Slot, period: string | null): Reading => {
    const entry = period === null ? undefined : index.get(keyOf(row.subjectId, period));
    if (entry !== undefined) return figure(entry.row, measure);
    const params = { column: `${measure}.${slot}`, period: period ?? '' };
    return { kind: 'missing', lack: { code: period === null ? 'column' : 'periodRow', params }, sources: [] };
  };
  return {
    periods,
    rowsOf,
    value: figure,
    slot(row, measure, slot) {
      if (has(`${measure}.${slot}`)) return figure(row, `${measure}.${slot}`);
      if (slot === 'lastYear') return other(row, measure, slot, samePeriodLastYear(row.period));
      if (slot === 'lastMonth') return other(row, measure, slot, previousPeriod(row.period));
      if (slot === 'groupMean') return meanOf(rowsOf(row.period), row, (peer) => figure(peer, measure), measure);
      return figure(row, `${measure}.${slot}`);
    },
    place: (row, measure) => figure(row, `${measure}.place`),
    manual: (row, name) => figure(row, `manual:${name}`),
    param: (row, name) => figure(row, `param:${name}`),
    status: (row, name) => statusReading(cellOf(row, statusColumn(columns, name)), statusColumn(columns, name)),
    event: (row, name) => eventReading(cellOf(row, `event:${name}`), `event:${name}`),
  };
}

/** The status of a node that names no row is the only one there is. */
function statusColumn({ places }: TrialColumns, name: string): string {
  const all = [...places.keys()].filter((column) => column.startsWith('status:'));
  return name === '' && !places.has('status:') && all.length === 1 ? (all[0] ?? '') : `status:${name}`;
}

function absent(found: Cell, column: string): Reading<never> | null {
  if (found === null) return { kind: 'missing', lack: { code: 'column', params: { column } }, sources: [] };
  const { cell, sources } = found;
  if (cell.kind === 'blank') {
    // 未填 is written in several ways; what stands there is said as it stands.
    const text = found.raw.trim();
    const params = { column, cell: sources[0]?.cell ?? '', ...(text === '' ? {} : { text }) };
    return { kind: 'missing', lack: { code: 'blank', params }, sources };
  }
  return cell.kind === 'notApplicable' || cell.kind === 'noOccurrence' ? { kind: cell.kind, sources } : null;
}

const unreadable = (found: NonNullable<Cell>, column: string): Reading<never> => ({
  kind: 'missing',
  lack: { code: 'unreadable', params: { column, cell: found.sources[0]?.cell ?? '', text: found.raw.trim() } },
  sources: found.sources,
});

function numberReading(found: Cell, column: string): Reading {
  const none = absent(found, column);
  if (none !== null || found === null) return none ?? { kind: 'notApplicable', sources: [] };
  if (found.cell.kind !== 'number') return unreadable(found, column);
  const { value } = found.cell;
  if (value.sign >= 0 || !neverNegative(column)) return { kind: 'value', value, sources: found.sources };
  const params = { column, cell: found.sources[0]?.cell ?? '', text: found.raw.trim() };
  return { kind: 'missing', lack: { code: 'negative', params }, sources: found.sources };
}

/** A concentration, an index or a number of days, and what it is held against; a place may be counted from the end (-1). */
function neverNegative(column: string): boolean {
  const [measure = '', slot = ''] = column.split('.');
  return Object.hasOwn(KNOWN_MEASURES, measure) && slot !== 'place';
}

function statusReading(found: Cell, column: string): Reading<string> {
  const none = absent(found, column);
  if (none !== null || found === null) return none ?? { kind: 'notApplicable', sources: [] };
  return { kind: 'value', value: plainText(found.raw), sources: found.sources };
}

/** What nobody recorded did not happen, nor what there is no column for. */
function eventReading(found: Cell, column: string): Reading<boolean> {
  const happened = found === null ? false : readHappened(found.raw);
  if (found !== null && happened === null) return unreadable(found, column);
  return { kind: 'value', value: happened === true, sources: found?.sources ?? [] };
}

/** 同类平均: of those of the class that have a value. */
function meanOf(rows: readonly Row[], own: Row, read: (row: Row) => Reading, measure: string): Reading {
  const values = rows
    .filter((row) => row.class === own.class)
    .flatMap((row) => [read(row)].flatMap((reading) => (reading.kind === 'value' ? [reading] : [])));
  if (values.length === 0) return { kind: 'missing', lack: { code: 'column', params: { column: `${measure}.groupMean` } }, sources: [] };
  const value = sumOf(values.map((reading) => reading.value)).div(Rational.of(values.length));
  return { kind: 'value', value, sources: values.flatMap(({ sources }) => sources) };
}
