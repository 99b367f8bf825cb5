import type { Pollutant } from '../air/standards/pollutants.ts';
import type { FoundTable } from './find-tables.ts';
import { type FlagColumn, flagColumns } from './flag-columns.ts';
import type { Grid } from './grid.ts';
import { ofValue } from './remembered-value.ts';
import { isBetweenHours, readHour, readStamp, type Stamp } from './stamps.ts';
import type { RawCell, RawValue } from '../tables/raw-workbook.ts';
import { chooseStates, type ChosenStates } from './gas-states.ts';
import type { DecimalText } from '../numbers/decimal.ts';
import { type StatedColumn, statedColumns } from './stated-columns.ts';
import { type HeadedColumn, headedColumns, sample } from './table-columns.ts';
import type { TableContext } from './table-context.ts';
import type { HeaderContext } from './table-header.ts';
import { setTwinsAside, type WithoutTwins } from './twin-columns.ts';
import type { ColumnMeaning, ConcentrationUnit, Field, TableShape } from './types.ts';

/** A table with everything decided but the hour stamp, which is one for the whole file. */
export interface TablePlan {
  readonly grid: Grid;
  readonly found: FoundTable;
  readonly context: TableContext;
  readonly columns: readonly HeadedColumn[];
  readonly values: readonly ValueColumn[];
  readonly keys: TableKeys;
  /** AQI, level and primary pollutant of a daily table with a day in each row. */
  readonly stated: readonly StatedColumn[];
  /** Columns of marks that are read; none by the rules of earlier editions. */
  readonly flags: readonly FlagColumn[];
  readonly hourly: boolean;
  readonly shape: TableShape;
  readonly states: Pick<ChosenStates<ValueColumn>, 'spare' | 'refused'>;
  /** Groups of columns of the same place and pollutant, none of which is read. */
  readonly twins: WithoutTwins<ValueColumn>['twins'];
  /** The first cell of a table whose rows are 5 or 30 minutes apart; null for means of hours and days. */
  readonly betweenHours: RawCell | null;
  readonly stampOf: (value: RawValue) => Stamp | null;
}

export interface TableKeys {
  readonly place: HeadedColumn | null;
  readonly station: HeadedColumn | null;
  /** 年 and 月 in columns of their own, where `date` holds the day of the month only. */
  readonly year: HeadedColumn | null;
  readonly month: HeadedColumn | null;
  readonly date: HeadedColumn | null;
  readonly hour: HeadedColumn | null;
  readonly pollutant: HeadedColumn | null;
}

export interface ValueColumn extends HeadedColumn {
  /** Null where the row names the pollutant. */
  readonly field: Field | null;
  readonly unit: ConcentrationUnit | null;
  /** O3 without 8 小时 in a daily table. */
  readonly eightHoursAssumed: boolean;
}

/** `former`: by the rules before the third edition, which read no columns of marks, and twin columns cell by cell. */
export function planTable(
  grid: Grid,
  found: FoundTable,
  context: TableContext,
  header: HeaderContext,
  { former }: { readonly former: boolean },
): TablePlan {
  const columns = headedColumns(grid, found, header, header.stamps.date1904);
  const keys = keysOf(columns, found, header);
  const stampOf = ofValue((value) => readStamp(value, header.stamps));
  const hourly = isHourly(columns, keys, found, stampOf);
  const { kept, spare, refused } = chooseStates(valueColumns(columns, keys, context, hourly));
  const { kept: values, ...aside } = former ? { kept, spare: [], twins: [] } : setTwinsAside(kept, found.rows);
  const states = { spare: [...spare, ...aside.spare], refused };
  const betweenHours = hourly || keys.date !== null ? firstBetweenHours(keys, found) : null;
  const stated = keys.pollutant !== null ? [] : statedColumns(columns, hourly);
  const flags = former ? [] : flagColumns(columns, values);
  const read = { columns, values, keys, stated, flags, states, twins: aside.twins };
  return { grid, found, context, ...read, hourly, shape: shapeOf(values, keys), betweenHours, stampOf };
}

/** One stray time is an error of its cell; times between the hours all through are another kind of data. */
function firstBetweenHours(keys: TableKeys, { rows }: FoundTable): RawCell | null {
  const column = (keys.hour ?? keys.date)?.column;
  if (column === undefined) return null;
  let count = 0;
  let first: RawCell | null = null;
  const isBetween = ofValue(isBetweenHours);
  for (const row of rows) {
    const value = row.value(column);
    if (value === undefined || !isBetween(value)) continue;
    count += 1;
    first ??= row.at(column) ?? null;
  }
  return count >= FEWEST_BETWEEN && count * 10 >= rows.length ? first : null;
}

const FEWEST_BETWEEN = 3;

/** µg/m³ is usual for all but CO, whose unit is mg/m³ (GB 3095-2012 表1). */
export function factorOf(field: Field, unit: ConcentrationUnit | null): DecimalText {
  if (field === 'co') return unit === 'µg/m³' ? '0.001' : '1';
  return unit === 'mg/m³' ? '1000' : '1';
}

/** The field that a pollutant is in a daily or an hourly table; null for means over other hours. */
export function fieldOf(pollutant: Pollutant, average: 1 | 8 | 24 | null, hourly: boolean): Field | null {
  if (hourly) return average === 8 || average === 24 ? null : pollutant;
  if (pollutant !== 'o3') return average === 1 || average === 8 ? null : pollutant;
  if (average === 24) return null;
  return average === 1 ? 'o3OneHour' : 'o3';
}

/** The unit of one value: its column's, else that of the title, which never speaks of CO when it states µg/m³ for all. */
export const unitOf = (field: Field, own: ConcentrationUnit | null, context: TableContext): ConcentrationUnit | null =>
  own ?? (field === 'co' && context.unit === 'µg/m³' ? null : context.unit);

function keysOf(columns: readonly HeadedColumn[], found: FoundTable, header: HeaderContext): TableKeys {
  const all = (meaning: ColumnMeaning): readonly HeadedColumn[] => columns.filter((column) => column.meaning === meaning);
  const dates = all('date');
  const cells = (column: HeadedColumn) => sample(found.rows, column.column);
  const isDate = (column: HeadedColumn): boolean => cells(column).some(({ value }) => readStamp(value, header.stamps) !== null);
  const date = dates.find(isDate) ?? dates[0] ?? null;
  // 时间 beside 日期 holds the hour, unless it repeats the day.
  const second = dates.find(
    (column) => column !== date && cells(column).length > 0 && cells(column).every(({ value }) => readHour(value) !== null),
  );
  const station = all('station')[0] ?? null;
  return {
    place: all('place')[0] ?? (station === null ? (all('region')[0] ?? null) : null),
    station,
    year: all('year')[0] ?? null,
    month: all('month')[0] ?? null,
    date,
    hour: all('hour')[0] ?? second ?? null,
    pollutant: all('pollutantName')[0] ?? null,
  };
}

/** Exports write days as midnight: a column of dates is of hours only where one of them is another hour. */
function isHourly(columns: readonly HeadedColumn[], keys: TableKeys, found: FoundTable, stampOf: TablePlan['stampOf']): boolean {
  if (keys.hour !== null || columns.some((column) => column.meaning === 'value' && (column.said.hour ?? 0) !== 0)) return true;
  const { date } = keys;
  return (
    date !== null &&
    found.rows.some((row) => {
      const value = row.value(date.column);
      return value !== undefined && (stampOf(value)?.hour ?? 0) !== 0;
    })
  );
}

function valueColumns(columns: readonly HeadedColumn[], keys: TableKeys, context: TableContext, hourly: boolean): ValueColumn[] {
  const eightHoursStated = columns.some(({ said }) => said.pollutant === 'o3' && said.average === 8);
  return columns
    .filter((column) => column.meaning === 'value')
    .flatMap((column): ValueColumn[] => {
      const { said } = column;
      const pollutant = said.pollutant ?? (keys.pollutant === null ? context.pollutant : null);
      if (pollutant === null) return keys.pollutant === null ? [] : [{ ...column, field: null, unit: said.unit, eightHoursAssumed: false }];
      const average = said.pollutant === null ? (said.average ?? context.average) : said.average;
      const field = fieldOf(pollutant, average, hourly);
      const eightHoursAssumed = !hourly && field === 'o3' && average === null;
      if (field === null || (eightHoursAssumed && eightHoursStated)) return [];
      return [{ ...column, field, unit: unitOf(field, said.unit, context), eightHoursAssumed }];
    });
}

function shapeOf(values: readonly ValueColumn[], keys: TableKeys): TableShape {
  if (values.some(({ said }) => said.hour !== null)) return 'hourColumns';
  if (values.some(({ said }) => said.date !== null)) return 'dateColumns';
  const towns = values.filter(({ said }) => said.placeId !== null);
  if (towns.length > 0) return towns.some(({ said }) => said.pollutant !== null) ? 'townPollutantColumns' : 'townColumns';
  return keys.place === null && keys.station === null ? 'sheetPerTown' : 'long';
}
