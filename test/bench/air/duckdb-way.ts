import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { type Pollutant, POLLUTANTS } from '../../../shared/domain/air/standards/pollutants.ts';
import { DATES } from './made-hours.ts';
import { type AirResults, PERIODS, type PeriodResult } from './results.ts';
import { halfToEven, iaqi, NOTHING } from './sql-way.ts';

/** As much of the package as is used here: it is no dependency of the project. */
interface DuckConnection {
  run(sql: string): Promise<unknown>;
  runAndReadAll(sql: string): Promise<{ getRows(): unknown[][] }>;
}
interface DuckDb {
  readonly DuckDBInstance: {
    create(path: string, options: Readonly<Record<string, string>>): Promise<{ connect(): Promise<DuckConnection> }>;
  };
}

/** Where @duckdb/node-api lies: in node_modules, or where NODE_PATH says; null where it is not installed. */
export function duckDbPath(): string | null {
  try {
    return createRequire(import.meta.url).resolve('@duckdb/node-api');
  } catch {
    return null;
  }
}

/** A database in memory with one thread, and the hours of the file in a table; that is not measured. */
export async function openDuckDb(csv: string): Promise<DuckConnection> {
  const path = duckDbPath();
  if (path === null) throw new Error('@duckdb/node-api is not installed');
  const loaded = (await import(pathToFileURL(path).href)) as DuckDb & { readonly default?: DuckDb };
  const instance = await (loaded.default ?? loaded).DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  const columns = `{station: 'INTEGER', town: 'INTEGER', date: 'DATE', hour: 'INTEGER', ${POLLUTANTS.map((column) => `${column}: 'DOUBLE'`).join(', ')}}`;
  await connection.run(`CREATE TABLE hour AS FROM read_csv('${csv}', header = false, columns = ${columns})`);
  return connection;
}

/** The alternative of a column store: the statements of plain SQL with its own percentiles. */
export async function evaluateByDuckDb(connection: DuckConnection): Promise<AirResults> {
  for (const statement of [STATION_DAYS, TOWN_DAYS, DAILY_AQI, PERIOD_VALUES]) await connection.run(statement);
  return { aqi: await readAqi(connection), periods: await readPeriods(connection) };
}

const MEANS = ['so2', 'no2', 'co', 'pm10', 'pm25'] as const;

const STATION_DAYS = `
  CREATE TEMP TABLE station_day AS
  WITH windowed AS (
    SELECT station, town, date, hour, ${MEANS.join(', ')}, AVG(o3) OVER eight AS o3, COUNT(o3) OVER eight AS o3_hours FROM hour
    WINDOW eight AS (PARTITION BY station, date ORDER BY hour ROWS BETWEEN 7 PRECEDING AND CURRENT ROW)
  ), daily AS (
    SELECT station, town, date, ${MEANS.map((column) => `CASE WHEN COUNT(${column}) >= 20 THEN AVG(${column}) END AS ${column}`).join(', ')},
      MAX(o3) FILTER (WHERE hour >= 8 AND o3_hours >= 6) AS o3, COUNT(*) FILTER (WHERE hour >= 8 AND o3_hours >= 6) AS windows
    FROM windowed GROUP BY station, town, date
  )
  SELECT town, date, so2, no2, co, CASE WHEN windows >= 14 OR o3 > 160 THEN o3 END AS o3, pm10, pm25 FROM daily`;

const TOWN_DAYS = `
  CREATE TEMP TABLE town_day AS
  SELECT town, date, ${POLLUTANTS.map((column) => `AVG(${column}) AS ${column}`).join(', ')} FROM station_day GROUP BY town, date`;

const complete = POLLUTANTS.map((column) => `(${column} IS NOT NULL OR NOT ${column}_there)`).join(' AND ');

const DAILY_AQI = `
  CREATE TEMP TABLE aqi_day AS
  WITH there AS (SELECT town, ${POLLUTANTS.map((column) => `COUNT(${column}) > 0 AS ${column}_there`).join(', ')} FROM town_day GROUP BY town),
  rounded AS (
    SELECT town, date, ${POLLUTANTS.map((column) => `${halfToEven(column === 'co' ? '(co * 10)' : column)} AS ${column}`).join(', ')}, ${complete} AS complete
    FROM town_day JOIN there USING (town)
  )
  SELECT town, date, complete, NULLIF(GREATEST(${POLLUTANTS.map(iaqi).join(', ')}), -1) AS aqi FROM rounded`;

const valuesBy = (period: string): string => `
  SELECT town, ${period} AS period, AVG(so2) AS so2, AVG(no2) AS no2, quantile_cont(co, 0.95) AS co, quantile_cont(o3, 0.9) AS o3,
    AVG(pm10) AS pm10, AVG(pm25) AS pm25, COUNT(pm25) AS pm25_days, COUNT(*) FILTER (WHERE aqi > 100 OR (complete AND aqi IS NOT NULL)) AS valid_days,
    COUNT(*) FILTER (WHERE complete AND aqi <= 100) AS good_days
  FROM town_day JOIN aqi_day USING (town, date) GROUP BY ALL`;

const PERIOD_VALUES = `
  CREATE TEMP TABLE period_value AS
  WITH means AS (${valuesBy('month(date) - 1')} UNION ALL ${valuesBy('12')})
  SELECT means.*, so2 / 60 + no2 / 40 + co / 4 + o3 / 160 + pm10 / 70 + pm25 / 35 AS composite,
    pm25_days >= CASE WHEN period = 12 THEN 324 WHEN period = 1 THEN 25 ELSE 27 END AS sufficient FROM means`;

const RANKED = `
  WITH whole AS (SELECT town FROM period_value WHERE period < 12 AND sufficient GROUP BY town HAVING COUNT(*) = 12),
  ranked AS (
    SELECT town, period, RANK() OVER (PARTITION BY period ORDER BY ROUND(composite, 2)) AS rank FROM period_value
    WHERE composite IS NOT NULL AND sufficient AND (period < 12 OR town IN (FROM whole))
  )
  SELECT town, period::INTEGER, ${POLLUTANTS.join(', ')}, composite, valid_days::INTEGER, good_days::INTEGER, rank::INTEGER
  FROM period_value LEFT JOIN ranked USING (town, period) ORDER BY town, period`;

async function readAqi(connection: DuckConnection): Promise<(number | null)[][]> {
  const read = await connection.runAndReadAll(
    `SELECT town, (date - DATE '${DATES[0] ?? ''}')::INTEGER, aqi::INTEGER FROM aqi_day ORDER BY town, date`,
  );
  const towns: (number | null)[][] = [];
  for (const [town, day, aqi] of read.getRows() as [number, number, number | null][]) {
    const own = (towns[town - 1] ??= DATES.map(() => null));
    own[day] = aqi;
  }
  return towns;
}

async function readPeriods(connection: DuckConnection): Promise<PeriodResult[][]> {
  const read = await connection.runAndReadAll(RANKED);
  const towns: PeriodResult[][] = [];
  for (const [town, period, ...row] of read.getRows() as [number, number, ...(number | null)[]][]) {
    const own = (towns[town - 1] ??= PERIODS.map(() => NOTHING));
    const values = Object.fromEntries(POLLUTANTS.map((pollutant, index) => [pollutant, row[index] ?? null])) as Record<
      Pollutant,
      number | null
    >;
    const [index = null, validDays = null, goodDays = null, rank = null] = row.slice(POLLUTANTS.length);
    own[period] = { values, index, validDays: validDays ?? 0, goodDays: goodDays ?? 0, rank };
  }
  return towns;
}
