import type BetterSqlite from 'better-sqlite3';
import { type Pollutant, POLLUTANTS } from '../../../shared/domain/air/standards/pollutants.ts';
import { DATES } from './made-hours.ts';
import { type AirResults, PERIODS, type PeriodResult } from './results.ts';

/**
 * The alternative of plain SQL: hours to days by GROUP BY and a window, IAQI by CASE, percentiles by row numbers, ranks by RANK(). What floats
 * allow is done right: halves to even, products before quotients, CO in tenths.
 */
export function evaluateBySql(database: BetterSqlite.Database): AirResults {
  database.pragma('temp_store = MEMORY');
  database.pragma('cache_size = -65536');
  for (const statement of [STATION_DAYS, TOWN_DAYS, DAILY_AQI, PERIOD_VALUES]) database.exec(statement);
  return { aqi: readAqi(database), periods: readPeriods(database) };
}

const MEANS = ['so2', 'no2', 'co', 'pm10', 'pm25'] as const;

const STATION_DAYS = `
  CREATE TEMP TABLE station_day AS
  WITH windowed AS (
    SELECT station, date, hour, ${MEANS.join(', ')}, AVG(o3) OVER eight AS o3, COUNT(o3) OVER eight AS o3_hours
    FROM main.hour
    WINDOW eight AS (PARTITION BY station, date ORDER BY hour ROWS BETWEEN 7 PRECEDING AND CURRENT ROW)
  ), daily AS (
    SELECT station, date, ${MEANS.map((column) => `CASE WHEN COUNT(${column}) >= 20 THEN AVG(${column}) END AS ${column}`).join(', ')},
      MAX(o3) FILTER (WHERE hour >= 8 AND o3_hours >= 6) AS o3, COUNT(*) FILTER (WHERE hour >= 8 AND o3_hours >= 6) AS windows
    FROM windowed GROUP BY station, date
  )
  SELECT station, date, so2, no2, co, CASE WHEN windows >= 14 OR o3 > 160 THEN o3 END AS o3, pm10, pm25 FROM daily`;

const TOWN_DAYS = `
  CREATE TEMP TABLE town_day AS
  SELECT town, date, ${POLLUTANTS.map((column) => `AVG(${column}) AS ${column}`).join(', ')}
  FROM temp.station_day JOIN main.station ON station.id = station_day.station GROUP BY town, date`;

const LEVELS = [0, 50, 100, 150, 200, 300, 400, 500] as const;

/** HJ 633-2012 表1, CO in tenths. */
const BREAKPOINTS: Readonly<Record<Pollutant, readonly number[]>> = {
  so2: [0, 50, 150, 475, 800, 1600, 2100, 2620],
  no2: [0, 40, 80, 180, 280, 565, 750, 940],
  co: [0, 20, 40, 140, 240, 360, 480, 600],
  o3: [0, 100, 160, 215, 265, 800],
  pm10: [0, 50, 150, 250, 350, 420, 500, 600],
  pm25: [0, 35, 75, 115, 150, 250, 350, 500],
};

export const halfToEven = (value: string): string =>
  `CASE WHEN ${value} - FLOOR(${value}) = 0.5 THEN 2.0 * ROUND(${value} / 2.0) ELSE ROUND(${value}) END`;

export function iaqi(column: Pollutant): string {
  const limits = BREAKPOINTS[column];
  const cases = limits.slice(1).map((limit, index) => {
    const [low, levelLow, levelHigh] = [limits[index] ?? 0, LEVELS[index] ?? 0, LEVELS[index + 1] ?? 0];
    return `WHEN ${column} <= ${limit} THEN CEIL((${column} - ${low}) * ${levelHigh - levelLow} / ${limit - low}.0) + ${levelLow}`;
  });
  return `CASE WHEN ${column} IS NULL THEN -1 ${cases.join(' ')} ELSE ${LEVELS[limits.length - 1]} END`;
}

/** Nothing is missing that the town measures at all. */
const COMPLETE = POLLUTANTS.map((column) => `(${column} IS NOT NULL OR COUNT(${column}) OVER own = 0)`).join(' AND ');

const DAILY_AQI = `
  CREATE TEMP TABLE aqi_day AS
  WITH rounded AS (
    SELECT town, date, ${POLLUTANTS.map((column) => `${halfToEven(column === 'co' ? '(co * 10)' : column)} AS ${column}`).join(', ')}, ${COMPLETE} AS complete
    FROM temp.town_day WINDOW own AS (PARTITION BY town)
  ), indexed AS (SELECT town, date, complete, MAX(${POLLUTANTS.map(iaqi).join(', ')}) AS aqi FROM rounded)
  SELECT town, date, complete, NULLIF(aqi, -1) AS aqi, aqi > 100 OR (complete AND aqi >= 0) AS valid FROM indexed`;

/** k = 1 + (n − 1)·p %, between the two neighbours. */
const percentile = (column: Pollutant, p: number): string => `
  ${column}_ranked AS (
    SELECT town, period, ${column} AS value, ROW_NUMBER() OVER (PARTITION BY town, period ORDER BY ${column}) AS place,
      1 + (COUNT(*) OVER (PARTITION BY town, period) - 1) * ${p} / 100.0 AS k
    FROM spans WHERE ${column} IS NOT NULL
  ), ${column}_percentile AS (
    SELECT town, period, SUM(CASE place WHEN FLOOR(k) THEN value * (1 - (k - FLOOR(k))) WHEN FLOOR(k) + 1 THEN value * (k - FLOOR(k)) END) AS ${column}
    FROM ${column}_ranked GROUP BY town, period
  )`;

const PERIOD_VALUES = `
  CREATE TEMP TABLE period_value AS
  WITH spans AS (
    SELECT day.*, SUBSTR(day.date, 1, 7) AS period, aqi, valid FROM temp.town_day AS day JOIN temp.aqi_day USING (town, date)
    UNION ALL SELECT day.*, SUBSTR(day.date, 1, 4) AS period, aqi, valid FROM temp.town_day AS day JOIN temp.aqi_day USING (town, date)
  ), ${percentile('co', 95)}, ${percentile('o3', 90)}, means AS (
    SELECT town, period, AVG(so2) AS so2, AVG(no2) AS no2, AVG(pm10) AS pm10, AVG(pm25) AS pm25, COUNT(pm25) AS pm25_days, SUM(valid) AS valid_days,
      SUM(valid AND aqi <= 100) AS good_days FROM spans GROUP BY town, period
  )
  SELECT means.*, co, o3, so2 / 60 + no2 / 40 + co / 4 + o3 / 160 + pm10 / 70 + pm25 / 35 AS composite,
    pm25_days >= CASE WHEN LENGTH(period) = 4 THEN 324 WHEN period LIKE '%-02' THEN 25 ELSE 27 END AS sufficient
  FROM means LEFT JOIN co_percentile USING (town, period) LEFT JOIN o3_percentile USING (town, period)`;

const RANKED = `
  WITH ranked AS (
    SELECT town, period, RANK() OVER (PARTITION BY period ORDER BY ROUND(composite, 2)) AS rank FROM temp.period_value AS value
    WHERE composite IS NOT NULL AND sufficient AND (LENGTH(period) = 7 OR
      (SELECT COUNT(*) FROM temp.period_value AS month WHERE month.town = value.town AND LENGTH(month.period) = 7 AND month.sufficient) = 12)
  )
  SELECT value.*, rank FROM temp.period_value AS value LEFT JOIN ranked USING (town, period) ORDER BY town, period`;

function readAqi(database: BetterSqlite.Database): (number | null)[][] {
  const towns: (number | null)[][] = [];
  const days = new Map(DATES.map((date, index) => [date, index]));
  const statement = database.prepare<[], { town: number; date: string; aqi: number | null }>(
    'SELECT town, date, aqi FROM temp.aqi_day ORDER BY town, date',
  );
  for (const { town, date, aqi } of statement.iterate()) {
    const own = (towns[town - 1] ??= DATES.map(() => null));
    own[days.get(date) ?? 0] = aqi;
  }
  return towns;
}

type PeriodRow = Readonly<Record<Pollutant, number | null>> & {
  readonly town: number;
  readonly period: string;
  readonly valid_days: number;
  readonly good_days: number;
  readonly composite: number | null;
  readonly rank: number | null;
};

function readPeriods(database: BetterSqlite.Database): PeriodResult[][] {
  database.exec('CREATE INDEX temp.period_value_town ON period_value (town, period)');
  const towns: PeriodResult[][] = [];
  for (const row of database.prepare<[], PeriodRow>(RANKED).iterate()) {
    const own = (towns[row.town - 1] ??= PERIODS.map(() => NOTHING));
    const { so2, no2, co, o3, pm10, pm25 } = row;
    own[PERIODS.indexOf(row.period)] = {
      values: { so2, no2, co, o3, pm10, pm25 },
      index: row.composite,
      validDays: row.valid_days,
      goodDays: row.good_days,
      rank: row.rank,
    };
  }
  return towns;
}

export const NOTHING: PeriodResult = {
  values: { so2: null, no2: null, co: null, o3: null, pm10: null, pm25: null },
  index: null,
  validDays: 0,
  goodDays: 0,
  rank: null,
};
