import { type GridRow, keyOf } from './grid.ts';
import { midnightOf } from './midnight.ts';
import type { PlaceNames } from './place-names.ts';
import { dayOf } from './rows/row-days.ts';
import { type KeyCell, placeText, type Remembered, type RowParts, tallyRow, textOf, withRemembered } from './rows/row-parts.ts';
import { REGISTERED } from './stations/register.ts';
import type { HeadedColumn } from './table-columns.ts';

/** What the key columns of a row say. Null where the table has no such column. */
export interface RowKeys {
  readonly placeId: string | null;
  readonly station: string;
  readonly date: string | null;
  readonly hour: number | null;
}

/** Null for rows that hold no values of their own: means, notes, and rows whose place or day is not understood, which is said. */
export function rowKeysOf(given: RowParts): (row: GridRow) => RowKeys | null {
  const parts = withRemembered(given);
  const { plan, notices, edition } = parts;
  const { place, station, date, hour } = plan.keys;
  const lastHour = edition < 4 ? ({ hour: label }: RowKeys): number | null => label : midnightOf();
  const keyColumns = [place, station, date].filter((column) => column !== null);
  const above = new Map<number, KeyCell>();
  const cellOf = (row: GridRow, column: HeadedColumn | null): KeyCell | undefined =>
    column === null ? undefined : filled(parts, row, column, keyColumns, above);
  return (row) => {
    if (!hasValues(row, parts)) {
      if (edition >= 4) reportNote(parts, row);
      return null;
    }
    if (isOfOtherDistrict(parts, row)) return null;
    const cells = { place: cellOf(row, place), station: cellOf(row, station), date: cellOf(row, date) };
    if (isStatisticRow(row, parts)) {
      tallyRow(parts, row, 'MONITOR_ROWS_SKIPPED');
      return null;
    }
    if (isBesideTheTowns(parts, cells)) return null;
    const day = date === null ? { date: null, hour: null } : dayOf(parts, row, cells.date);
    const found = day === null ? null : placeOf(parts, cells.place, cells.station);
    if (found === null || day === null) return null;
    const ofHour = hour === null ? undefined : plan.grid.valueAt(row, hour.column);
    const label = hour === null ? day.hour : ofHour === undefined ? null : parts.hourOf(ofHour);
    if (hour !== null && label === null)
      notices.cell(
        'MONITOR_DATE_UNREADABLE',
        { sheet: plan.grid.name, key: keyOf(row.row, hour.column), column: hour.title },
        { text: ofHour === undefined ? '' : parts.textOf(ofHour) },
      );
    if (hour !== null && label === null) return null;
    return { ...found, date: day.date, hour: hour === null ? label : lastHour({ ...found, date: day.date, hour: label }) };
  };
}

/** 区县 that is another one: a town there may bear the name of one here. */
function isOfOtherDistrict({ plan, places, notices, edition, textOf: read }: Remembered, row: GridRow): boolean {
  const { region } = plan.keys;
  const value = edition < 5 || region === null ? undefined : plan.grid.valueAt(row, region.column);
  if (value === undefined || region === null) return false;
  const text = read(value);
  if (!/[区县市旗]$/u.test(text) || places.place(text) !== null || places.isCity(text)) return false;
  notices.tally(
    'MONITOR_OTHER_DISTRICT',
    { sheet: plan.grid.name, key: keyOf(row.row, region.column), column: region.title, mark: text },
    { text },
  );
  return true;
}

/** A mean of the towns in a table of towns, and limits below any values: named, and not read. */
function isBesideTheTowns(parts: Remembered, cells: Readonly<Record<'place' | 'station' | 'date', KeyCell | undefined>>): boolean {
  const { plan, notices, edition, isAside } = parts;
  if (edition < 5) return false;
  const cell = [cells.place, cells.station, cells.date].find((one) => one !== undefined && isAside(one.value));
  if (cell === undefined) return false;
  const text = textOf(parts, cell);
  notices.tally('MONITOR_ROWS_ASIDE', { sheet: plan.grid.name, key: keyOf(cell.row, cell.column), column: '', mark: text }, { text });
  return true;
}

const hasValues = (row: GridRow, { plan, edition }: RowParts): boolean =>
  plan.values.some(({ column }) => row.has(column) || (edition >= 5 && plan.grid.unresolved.has(keyOf(row.row, column))));

/** A mean is named in a key column, or in the first cell of a row without keys. */
function isStatisticRow(row: GridRow, { named, isMean, plan }: Remembered): boolean {
  // Of a table beside another one the row of the other is no word about it.
  const first = row.count === 0 || row.firstColumn < (plan.columns[0]?.column ?? 1) ? undefined : row.valueOf(0);
  if (first !== undefined && isMean(first)) return true;
  return named.some((column) => {
    const value = row.value(column);
    return value !== undefined && isMean(value);
  });
}

/**
 * The cell of a key column, its merged one, or the one above where the name of a group stands only in its first row. Without any key
 * in the row nothing is filled: such a row is rather an unnamed mean than another day of the last town.
 */
function filled(
  { plan, notices, edition }: RowParts,
  row: GridRow,
  column: HeadedColumn,
  keyColumns: readonly HeadedColumn[],
  above: Map<number, KeyCell>,
): KeyCell | undefined {
  const value = row.value(column.column);
  if (value !== undefined) {
    const own = { row: row.row, column: column.column, value };
    above.set(column.column, own);
    return own;
  }
  // A day that a formula was to give is not that of the row above.
  if (edition >= 5 && plan.grid.unresolved.has(keyOf(row.row, column.column))) return undefined;
  const merged = plan.grid.covering(row.row, column.column);
  const keyed = keyColumns.some((other) => other !== column && row.has(other.column));
  const cell = merged ?? (keyed ? above.get(column.column) : undefined);
  if (cell !== undefined)
    notices.tally('MONITOR_KEYS_FILLED', { sheet: plan.grid.name, key: keyOf(cell.row, cell.column), column: column.title });
  return cell;
}

const NO_PLACE = { placeId: null, station: '' };

function placeOf(
  parts: Remembered,
  placeCell: KeyCell | undefined,
  stationCell: KeyCell | undefined,
): { readonly placeId: string | null; readonly station: string } | null {
  const { plan, places, notices } = parts;
  const { place, station } = plan.keys;
  if (place === null && station === null) return NO_PLACE;
  const stationName = placeText(parts, stationCell);
  const column = place ?? station;
  const cell = place === null ? stationCell : placeCell;
  const name = placeText(parts, cell);
  const registered = registeredOf(parts, stationName, name, station === null ? undefined : stationCell, cell);
  if (registered !== null) return registered;
  if (contradicts(parts, stationName, placeCell)) return null;
  const found = name === '' ? null : place === null ? places.station(name) : (places.place(name) ?? places.station(name));
  if (found !== null && place === null && places.place(name) === null && cell !== undefined)
    notices.tally(
      'MONITOR_STATION_MATCHED',
      { sheet: plan.grid.name, key: keyOf(cell.row, cell.column), column: name },
      { place: parts.nameOf(found) },
    );
  if (found !== null) return { placeId: found, station: printedStation(places, stationName === '' ? name : stationName, found) };
  if (cell === undefined || column === null) {
    notices.tally('MONITOR_PLACE_MISSING', {
      sheet: plan.grid.name,
      key: keyOf(plan.found.header[0]?.row ?? 1, column?.column ?? 1),
      column: column?.title ?? '',
    });
    return null;
  }
  notices.tally('MONITOR_PLACE_UNKNOWN', { sheet: plan.grid.name, key: keyOf(cell.row, cell.column), column: name });
  return null;
}

/** A town beside another town: 镇街 and 站点 of one row. */
function contradicts(parts: Remembered, stationName: string, placeCell: KeyCell | undefined): boolean {
  const { plan, places, notices, edition } = parts;
  if (edition < 4 || placeCell === undefined || stationName === '') return false;
  const [town, other] = [places.place(textOf(parts, placeCell)), places.place(stationName)];
  if (town === null || other === null || town === other) return false;
  const place = {
    sheet: plan.grid.name,
    key: keyOf(placeCell.row, placeCell.column),
    column: plan.keys.place?.title ?? '',
    mark: `${town} ${other}`,
  };
  notices.tally('MONITOR_PLACE_CONTRADICTED', place, { place: parts.nameOf(town), station: parts.nameOf(other) });
  return true;
}

/** A name of the register means its station, whatever town stands beside it: whose it is the register says. */
function registeredOf(
  { plan, places, notices }: RowParts,
  stationName: string,
  name: string,
  stationCell: KeyCell | undefined,
  cell: KeyCell | undefined,
): { readonly placeId: string; readonly station: string } | null {
  const known = [stationName, name].find((text) => text !== '' && places.registered(text));
  const at = known === stationName ? (stationCell ?? cell) : cell;
  if (known === undefined || at === undefined) return null;
  notices.tally('MONITOR_STATION_REGISTERED', { sheet: plan.grid.name, key: keyOf(at.row, at.column), column: known });
  return { placeId: REGISTERED, station: known };
}

/** A station that bears but the name of its town is the town's, in whichever column it stands. */
const printedStation = (places: PlaceNames, name: string, placeId: string): string => (places.place(name) === placeId ? '' : name);

/** A line below the table, or between its rows, that speaks of values: 3月5日 PM2.5 实为 88. */
function reportNote(parts: Remembered, row: GridRow): void {
  const [first] = row.cells;
  if (row.count !== 1 || first === undefined || first.value.type !== 'text') return;
  const text = parts.textOf(first.value);
  const place = { sheet: parts.plan.grid.name, key: keyOf(first.row, first.column), column: '' };
  if (SPEAKS_OF_VALUES.test(text)) parts.notices.cell('MONITOR_NOTE', place, { text: text.slice(0, LONGEST_NOTE) });
  else tallyRow(parts, row, 'MONITOR_ROWS_SKIPPED');
}

const SPEAKS_OF_VALUES =
  /实为|应为|更正|改为|有误|错误|无效|作废|剔除|故障|异常|检修|停电|停机|离线|校准|替代|补充数据|换算|毫克|微克|[mμµ]g/u;
const LONGEST_NOTE = 80;
