import type { Pollutant } from '../air/standards/pollutants.ts';
import type { FoundTable } from './find-tables.ts';
import { type FlagColumn, flagColumns } from './flag-columns.ts';
import type { Grid } from './grid.ts';
import { ofValue } from './remembered-value.ts';
import { type BetweenHours, betweenHoursOf } from './between-hours.ts';
import { withColumnHours } from './column-hours.ts';
import { remarkColumns } from './remark-marks.ts';
import { readHour, readStamp, type Stamp } from './stamps.ts';
import type { RawValue } from '../tables/raw-workbook.ts';
import { chooseStates, type ChosenStates } from './gas-states.ts';
import { type DustStates, measuredOfDust } from './dust-states.ts';
import type { DecimalText } from '../numbers/decimal.ts';
import { blocksOf } from './side-by-side.ts';
import { type StatedColumn, statedColumns } from './stated-columns.ts';
import { type HeadedColumn, headedColumns, sample } from './table-columns.ts';
import type { TableContext } from './table-context.ts';
import type { TableKeys } from './table-keys.ts';
import { type TableZone, zoneOfTable } from './table-zone.ts';
import type { HeaderContext } from './table-header.ts';
import { meanColumns } from './means-of-hours.ts';
import { ofOwnYear } from './year-columns.ts';
import { setTwinsAside, type WithoutTwins } from './twin-columns.ts';
import { otherThanMeasured, withTitleState } from './title-kind.ts';
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
  /** Means of days beside columns of hours. */
  readonly means: readonly HeadedColumn[];
  /** Columns of marks that are read; none by the rules of earlier editions. */
  readonly flags: readonly FlagColumn[];
  readonly hourly: boolean;
  /** Label of the hour that the title states for the whole table (时报). */
  readonly titleHour: number | null;
  readonly shape: TableShape;
  readonly states: Pick<ChosenStates<ValueColumn>, 'spare' | 'refused'>;
  /** 扣沙后, which is not read: beside what was measured, and alone. */
  readonly dust: Pick<DustStates<ValueColumn>, 'after' | 'alone'>;
  /** Groups of columns of the same place and pollutant, none of which is read. */
  readonly twins: WithoutTwins<ValueColumn>['twins'];
  /** Times that are not of whole hours; null for means of hours and days. */
  readonly between: BetweenHours | null;
  /** Stated for all of its times; null where it is Beijing's. */
  readonly zone: TableZone | null;
  /** The title that says that these are no measured values (预报, 目标, 累计); null for none. */
  readonly other: string | null;
  readonly stampOf: (value: RawValue) => Stamp | null;
}

export interface ValueColumn extends HeadedColumn {
  /** Null where the row names the pollutant. */
  readonly field: Field | null;
  readonly unit: ConcentrationUnit | null;
  /** O3 without 8 小时 in a daily table. */
  readonly eightHoursAssumed: boolean;
}

/** The tables that stand side by side under one row of headings, each on its own; mostly there is one. */
export function planTables(
  grid: Grid,
  found: FoundTable,
  context: TableContext,
  header: HeaderContext,
  { edition, file }: Pick<Planning, 'edition' | 'file'>,
): TablePlan[] {
  const all = headedColumns(grid, found, header, header.stamps.date1904);
  return (edition < 5 ? [all] : blocksOf(all, found)).map((columns) => planTable(grid, found, context, header, { edition, file, columns }));
}

interface Planning {
  readonly edition: number;
  /** Its name without the ending; null where it is not to be asked. */
  readonly file: string | null;
  /** Those of one table of several side by side; all, where it is left out. */
  readonly columns: readonly HeadedColumn[];
}

/** By the rules of `edition`: before the third no columns of marks were read, and twin columns cell by cell. */
function planTable(
  grid: Grid,
  found: FoundTable,
  context: TableContext,
  header: HeaderContext,
  { edition, file, columns }: Planning,
): TablePlan {
  const keys = keysOf(columns, found, header);
  const stampOf = ofValue((value) => readStamp(value, header.stamps));
  const ofOneHour = edition >= 4 && keys.date === null && context.hour !== null && columns.every(({ said }) => said.date === null);
  const hourly = ofOneHour || isHourly(columns, keys, found, stampOf);
  const { kept: measured, ...dust } = measuredOfDust(
    ofOwnYear(valueColumns(columns, keys, context, hourly), () => yearsOf(keys, found, stampOf)),
  );
  const { kept, spare, refused } = chooseStates(edition < 4 ? measured : withTitleState(withColumnHours(measured), found));
  const { kept: values, ...aside } = edition < 3 ? { kept, spare: [], twins: [] } : setTwinsAside(kept, found.rows);
  const states = { spare: [...spare, ...aside.spare], refused };
  const between = hourly || keys.date !== null ? betweenHoursOf(keys, found, edition) : null;
  const stated = keys.pollutant !== null || (hourly && edition < 4) ? [] : statedColumns(columns, hourly);
  const marks = edition < 3 ? [] : flagColumns(columns, values);
  const flags = edition < 4 ? marks : [...marks, ...remarkColumns(columns, values, found, edition)];
  const means = edition >= 5 && values.some(({ said }) => said.hour !== null) ? meanColumns(columns) : [];
  const read = { columns, values, keys, stated, means, flags, states, dust, twins: aside.twins };
  const other = edition < 4 ? null : otherThanMeasured(found, { sheet: grid.name, file, edition });
  const zone = edition < 4 ? null : zoneOfTable(keys, found);
  return {
    grid,
    found,
    context,
    ...read,
    hourly,
    titleHour: ofOneHour ? context.hour : null,
    shape: shapeOf(values, keys),
    between,
    zone,
    other,
    stampOf,
  };
}

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
    region: all('place').length > 0 || station !== null ? (all('region')[0] ?? null) : null,
    year: all('year')[0] ?? null,
    month: all('month')[0] ?? null,
    date,
    hour: all('hour')[0] ?? second ?? null,
    pollutant: all('pollutantName')[0] ?? null,
  };
}

/** Years of the first days of the rows. */
const yearsOf = ({ date }: TableKeys, found: FoundTable, stampOf: TablePlan['stampOf']): ReadonlySet<number> =>
  new Set(
    (date === null ? [] : sample(found.rows, date.column)).flatMap(({ value }) => {
      const stamp = stampOf(value);
      return stamp === null ? [] : [Number(stamp.date.slice(0, 4))];
    }),
  );

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
