import { HOUR_INVALID, HOUR_MISSING } from '../air/hours/hours-of-day.ts';
import { plainText, typedText } from '../returns/cell-text.ts';
import { NEVER_ZERO } from '../returns/check-air.ts';
import type { StatedRow } from './check-stated.ts';
import type { HourCheck } from './check-stated-hour.ts';
import { addressOfKey, type GridRow, keyOf } from './grid.ts';
import { headerWord } from './header-words.ts';
import { shiftDate } from './stamps.ts';
import { ofValue } from './remembered-value.ts';
import { valueAndMark } from './flag-marks.ts';
import { type RowFlags, rowFlagsOf } from './row-flags.ts';
import { type RowKeys, rowKeysOf } from './row-keys.ts';
import type { RowParts } from './rows/row-parts.ts';
import type { HeadedColumn } from './table-columns.ts';
import { factorOf, fieldOf, type TablePlan, unitOf, type ValueColumn } from './plan-table.ts';
import { pollutantText } from './pollutant-text.ts';
import { byRule, type RuledValue } from './rule-values.ts';
import type { RulesOn } from './value-rules.ts';
import { valueWithUnit } from './cells/unit-in-cell.ts';
import type { Notices } from './notices.ts';
import { isRowHeld, stands } from './cells/standing.ts';
import type { CommentReader } from './cells/comments.ts';
import type { CellLookup } from '../tables/formula-result.ts';
import type { UnitWatch } from './unit-watch.ts';
import type { ConcentrationUnit, Field, HourStamp } from './types.ts';
import type { RawValue } from '../tables/raw-workbook.ts';
import type { StatedMean } from './means-of-hours.ts';
import { NOTHING_SAID } from './table-header.ts';
import { type CellValue, HIGHEST_VALUE, readValue } from './values.ts';
import { statedReader } from './stated-rows.ts';
import type { Place, ValueStore } from './value-store.ts';
import { zeroColumnsOf } from './zero-rows.ts';
import { REGISTERED } from './stations/register.ts';

export interface RowReader extends RowParts {
  readonly stamp: HourStamp;
  readonly store: ValueStore;
  readonly watch: UnitWatch;
  /** Takes what rows state besides their values. */
  readonly stated: StatedRow[];
  /** The same of hours, at once. */
  readonly checkHour: HourCheck;
  readonly rulesOn: RulesOn;
  /** Nothing more is read of a table of which too much is not understood. */
  readonly bounded: boolean;
  /** Columns that are not read. */
  readonly held: ReadonlySet<number>;
  /** Takes the means of days that stand beside their hours. */
  readonly means: StatedMean[];
  readonly comments: CommentReader;
  readonly lookup: CellLookup;
}

/** Reads every value below the header into the store. */
export function readRows(reader: RowReader): void {
  const { plan, held } = reader;
  const keysOf = rowKeysOf(reader);
  const flagsOf = rowFlagsOf(plan, reader.notices, reader.rulesOn);
  const zerosOf = reader.edition >= 3 ? zeroColumnsOf(plan, reader.notices, reader.rulesOn) : () => NO_COLUMNS;
  const skip = plan.values.every((column) => column.field === null) && plan.keys.pollutant === null;
  if (skip || plan.between !== null || plan.other !== null || (plan.zone !== null && !plan.hourly)) return;
  const readStated = statedReader(reader);
  const columns = plan.values.filter(({ column }) => !held.has(column)).map((column) => boundColumn(reader, column));
  for (const row of plan.found.rows) {
    const keys = keysOf(row);
    if (keys === null && reader.bounded && reader.notices.overflows()) return;
    if (keys === null || isRowHeld(reader, row)) continue;
    const at = coordinatesOf(plan, PLAIN_COLUMN, keys, reader.stamp);
    const date = at?.date ?? keys.date ?? plan.context.date;
    const said = { keys, at, flags: flagsOf(row, date), zeros: zerosOf(row, date) };
    for (const column of columns) readCell(reader, row, column, said);
    if (plan.stated.length > 0) readStated(row, at, (column) => coordinatesOf(plan, column, keys, reader.stamp));
    if (plan.means.length > 0) readMeans(reader, row, keys);
  }
}

const NO_COLUMNS: ReadonlySet<number> = new Set();

interface RowSaid {
  readonly keys: RowKeys;
  /** Where the values of columns belong that say nothing of it themselves. */
  readonly at: Place | null;
  readonly flags: RowFlags;
  /** Columns whose 0 means that nothing was measured. */
  readonly zeros: ReadonlySet<number>;
}

interface Measured {
  readonly field: Field;
  readonly unit: ConcentrationUnit | null;
  readonly valueOf: (value: RawValue | undefined) => CellValue;
}

/** A column with what is the same in all of its rows. */
interface BoundColumn {
  readonly column: ValueColumn;
  /** The column says itself of which place, day or hour its values are. */
  readonly placed: boolean;
  readonly measuredIn: (row: GridRow) => Measured | null;
}

/** A column that leaves place, day and hour to its rows. */
const PLAIN_COLUMN: Pick<HeadedColumn, 'said'> = { said: NOTHING_SAID };

function boundColumn(reader: RowReader, column: ValueColumn): BoundColumn {
  const { placeId, date, hour } = column.said;
  const known = new Map<string, Measured>();
  const measured = (field: Field, unit: ConcentrationUnit | null): Measured => {
    const id = `${field} ${unit ?? ''}`;
    const before = known.get(id);
    if (before !== undefined) return before;
    const factor = factorOf(field, unit);
    const ofRaw = ofValue((value) => readValue(value, field, factor));
    const blank = readValue(undefined, field, factor);
    const made = { field, unit, valueOf: (value: RawValue | undefined) => (value === undefined ? blank : ofRaw(value)) };
    known.set(id, made);
    return made;
  };
  const { field, unit } = column;
  const fixed = field === null ? null : measured(field, unit);
  const named = (row: GridRow): Measured | null => {
    const found = measuredIn(reader, row, column);
    return found === null ? null : measured(found.field, found.unit);
  };
  return {
    column,
    placed: placeId !== null || date !== null || hour !== null,
    measuredIn: fixed === null ? named : () => fixed,
  };
}

function readCell(reader: RowReader, row: GridRow, { column, placed, measuredIn: measuredOf }: BoundColumn, said: RowSaid): void {
  const { plan, notices } = reader;
  const measured = measuredOf(row);
  if (measured === null || measured.unit === 'ppb' || measured.unit === 'ppm') return;
  const at = placed ? coordinatesOf(plan, column, said.keys, reader.stamp) : said.at;
  if (at === null) return;
  const { field } = measured;
  const cell = row.value(column.column);
  const place = { sheet: plan.grid.name, key: keyOf(row.row, column.column), column: column.title };
  const marked = markedValue(reader, measured, cell, { date: at.date, place });
  const value =
    reader.edition < 5 || cell === undefined || marked.kind !== 'unreadable' ? marked : withUnit(marked, cell, measured, place, notices);
  const flagged = value.kind === 'missing' ? null : said.flags(column.column);
  const zero = said.zeros.has(column.column) ? HOUR_MISSING : null;
  const ruled = flagged ?? zero ?? byRule(value, { field, hourly: plan.hourly }, reader.rulesOn(at.date), place, notices);
  const looked = { row, column: column.column, place, field, unit: measured.unit, missing: value.kind === 'missing' };
  if (!stands(reader, cell, looked)) return;
  const { stored, text } = typeof ruled === 'number' ? { stored: ruled, text: null } : (ruled ?? judged(value, field, place, reader));
  const repetition = reader.store.put(at, field, stored, text, place);
  if (repetition.kind === 'new') return;
  const first = `${repetition.first.sheet === place.sheet ? '' : `${repetition.first.sheet}!`}${addressOfKey(repetition.first.key)}`;
  if (repetition.kind === 'same') notices.tally('MONITOR_VALUE_TWICE', place, { first });
  else notices.cell('MONITOR_VALUES_CONFLICT', place, { first, before: shown(repetition.before), value: shown(stored) });
}

/** 30XQ: a value with a mark behind it that the work has spoken of (air.flags); one that means nothing bad leaves the value. */
function markedValue(
  { edition, rulesOn, notices }: RowReader,
  { valueOf }: Measured,
  cell: RawValue | undefined,
  { date, place }: { readonly date: string; readonly place: { readonly sheet: string; readonly key: number; readonly column: string } },
): CellValue {
  const value = valueOf(cell);
  if (edition < 4 || cell === undefined || (value.kind !== 'unreadable' && value.kind !== 'invalid')) return value;
  const { flags } = rulesOn(date);
  const [digits, mark] = flags.size === 0 ? [] : valueAndMark(cell);
  const verdict = mark === undefined ? undefined : flags.get(mark);
  if (digits === undefined || verdict === undefined) return value;
  if (verdict === 'valid') return digits === '' ? value : valueOf({ type: 'text', text: digits });
  notices.tally('MONITOR_FLAGGED', place, { text: mark ?? '' });
  return TAKEN_BACK;
}

function withUnit(
  value: CellValue,
  cell: RawValue,
  { field, unit }: Measured,
  place: { readonly sheet: string; readonly key: number; readonly column: string },
  notices: Notices,
): CellValue {
  const read = valueWithUnit(cell, field, unit);
  if (read === null) return value;
  notices.tally('MONITOR_UNIT_IN_CELL', place, { text: shownText(cell) });
  return read;
}

/** What the cell holds, as it is typed. */
const shownText = (cell: RawValue): string => plainText(typedText(cell, false)).slice(0, LONGEST_SHOWN);

const LONGEST_SHOWN = 30;

/** Said by its mark already. */
const TAKEN_BACK: CellValue = { kind: 'invalid', text: '' };

function readMeans(reader: RowReader, row: GridRow, keys: RowKeys): void {
  const { plan, means } = reader;
  const [first] = plan.values;
  const measured = first === undefined ? null : measuredBy(reader, row, first);
  const placeId = keys.placeId ?? plan.context.placeId;
  const date = keys.date ?? plan.context.date;
  if (measured === null || placeId === null || date === null) return;
  const station = keys.placeId === null && plan.context.placeId === REGISTERED ? plan.context.station : keys.station;
  for (const { column } of plan.means) {
    const value = row.value(column);
    if (value === undefined) continue;
    const place = { sheet: plan.grid.name, key: keyOf(row.row, column) };
    means.push({ at: { placeId, station, date }, field: measured.field, factor: factorOf(measured.field, measured.unit), value, place });
  }
}

/** What all columns of hours of a row measure. */
const measuredBy = (reader: RowReader, row: GridRow, column: ValueColumn): ReturnType<typeof measuredIn> =>
  column.field === null ? measuredIn(reader, row, column) : { field: column.field, unit: column.unit };

/** Only a value that stands has a text. */
function judged(value: CellValue, field: Field, place: Parameters<typeof judge>[3], reader: RowReader): RuledValue {
  const stored = judge(value, field, reader.plan.hourly, place, reader);
  return { stored, text: value.kind === 'number' && stored !== HOUR_INVALID && stored !== HOUR_MISSING ? value.text : null };
}

/** The stored form of a value, with everything said that is to be said of it. */
function judge(
  value: CellValue,
  field: Field,
  hourly: boolean,
  place: { readonly sheet: string; readonly key: number; readonly column: string },
  { notices, watch, edition }: RowReader,
): number {
  // By the rules of the first edition negatives and what is below detection are invalid, and a daily 0 of gases is a value.
  const former = edition < 2;
  switch (value.kind) {
    case 'missing':
      if (!value.blank) notices.tally('MONITOR_MARKS_MISSING', place);
      return HOUR_MISSING;
    case 'invalid':
      if (value === TAKEN_BACK) return HOUR_INVALID;
      notices.cell('MONITOR_VALUE_INVALID', place, { text: value.text });
      return HOUR_INVALID;
    case 'unreadable':
      notices.cell('MONITOR_VALUE_UNREADABLE', place, { text: value.text });
      return HOUR_INVALID;
    case 'negative':
      notices.tally('MONITOR_VALUE_NEGATIVE', place, { value: value.text });
      return former ? HOUR_INVALID : HOUR_MISSING;
    case 'below':
      notices.cell('MONITOR_BELOW_DETECTION', place, { text: value.text });
      return former ? HOUR_INVALID : HOUR_MISSING;
    case 'impossible':
      watch.see(field, place, value.thousandths);
      notices.cell('MONITOR_VALUE_IMPOSSIBLE', place, { value: value.text, maximum: HIGHEST_VALUE[field], field });
      return HOUR_INVALID;
    case 'number':
      watch.see(field, place, value.thousandths);
      // 0 as the mean of a day stands for a device that was down; as the mean of one hour of the night it can be true.
      if (!hourly && value.thousandths === 0 && field !== 'o3OneHour' && NEVER_ZERO.has(field) && /^0(?:\.0*)?$/.test(value.text)) {
        notices.cell('AIR_VALUE_ZERO', place, {});
        return HOUR_INVALID;
      }
      if (!former && !hourly && value.thousandths === 0 && field !== 'o3OneHour') {
        notices.cell('MONITOR_VALUE_DOUBTFUL_ZERO', place, { field });
        return HOUR_MISSING;
      }
      if (hourly && value.rounded) notices.tally('MONITOR_DIGITS_ROUNDED', place);
      return value.thousandths;
  }
}

const shown = (thousandths: number): string => (thousandths === HOUR_INVALID ? '' : String(thousandths / 1000));

/** The column may say place, day and hour instead of the row, and the title instead of both. */
function coordinatesOf(
  { context, hourly, titleHour, zone }: TablePlan,
  { said }: Pick<HeadedColumn, 'said'>,
  keys: RowKeys,
  stamp: HourStamp,
): Place | null {
  const placeId = said.placeId ?? keys.placeId ?? context.placeId;
  const date = said.date ?? keys.date ?? context.date;
  if (placeId === null || date === null) return null;
  const station =
    said.placeId !== null ? said.station : keys.placeId === null && context.placeId === REGISTERED ? context.station : keys.station;
  if (!hourly) return { placeId, station, date, hour: null };
  const label = said.hour ?? keys.hour ?? titleHour;
  if (label === null) return null;
  const at = hourPlace(date, label, stamp);
  return { placeId, station, ...(zone === null ? at : later(at, zone.hours)) };
}

/** So many hours later. */
function later(
  { date, hour }: { readonly date: string; readonly hour: number },
  hours: number,
): { readonly date: string; readonly hour: number } {
  const days = Math.floor((hour + hours) / 24);
  return { date: days === 0 ? date : shiftDate(date, days), hour: hour + hours - days * 24 };
}

/** Label → hour of the natural day (自然日): 24 as end is the last hour of its day, 0 as end the last of the day before. */
export function hourPlace(date: string, label: number, stamp: HourStamp): { readonly date: string; readonly hour: number } {
  if (stamp === 'start') return label === 24 ? { date: shiftDate(date, 1), hour: 0 } : { date, hour: label };
  return label === 0 ? { date: shiftDate(date, -1), hour: 23 } : { date, hour: label - 1 };
}

function measuredIn(
  { plan, notices, date1904 }: RowReader,
  row: GridRow,
  column: ValueColumn,
): { readonly field: Field; readonly unit: ConcentrationUnit | null } | null {
  const key = plan.keys.pollutant;
  const cell = key === null ? undefined : plan.grid.cellAt(row, key.column);
  if (key === null || cell === undefined) return null;
  const text = plainText(typedText(cell.value, date1904));
  const said = pollutantText(text);
  const field = said === null || said.pollutant === null ? null : fieldOf(said.pollutant, said.average, plan.hourly);
  if (said !== null && field !== null) return { field, unit: unitOf(field, said.unit ?? column.unit, plan.context) };
  if (column === plan.values[0] && headerWord(text) === null)
    notices.tally('MONITOR_POLLUTANT_UNKNOWN', { sheet: plan.grid.name, key: keyOf(cell.row, cell.column), column: text });
  return null;
}
