import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { monitoringMethods } from '../../shared/contract/monitoring.ts';
import { rankingMethods } from '../../shared/contract/ranking.ts';
import { temporaryFolder } from '../support/folder.ts';
import { AFTER_THE_FILES } from '../support/monitoring-files.ts';
import { jsonValue, runCli } from '../support/run-cli.ts';
import { compositeIndexOf, INDEX_LIMITS } from '../unit/shared/domain/air/oracle/oracle.ts';
import { fromText, meanOf, percentileOf, printed, type Rational, rational } from '../unit/shared/domain/air/oracle/rational.ts';

const folder = temporaryFolder();
const work = join(folder, '核对.sqlite');
const TOWNS = ['合阳城街道', '清平镇', '太和镇'] as const;
const FIELDS = ['pm25', 'pm10', 'so2', 'no2', 'co', 'o3'] as const;
const COLUMNS = 'pm25,pm10,so2,no2,co,o3_8h';

/** Thirty days of values with one decimal (CO two), the same every time; some lack a pollutant, on some one is over its limit. */
function daysOf(town: number, month: string): string[][] {
  let seed = 7919 * (town + 1) + Number(month.slice(5)) + Number(month.slice(0, 4));
  const next = (below: number): number => (seed = (seed * 16_807) % 2_147_483_647) % below;
  return Array.from({ length: 30 }, (_, day) => {
    const [pm25, co] = [100 + next(900), 20 + next(380)];
    const tenths = [pm25, pm25 + next(700), 30 + next(300), 100 + next(500)].map((value) => (value / 10).toFixed(1));
    const row = [...tenths, (co / 100).toFixed(2), ((400 + next(1500)) / 10).toFixed(1)];
    return next(9) === 0 ? row.map((cell, field) => (field === day % FIELDS.length ? '' : cell)) : row;
  });
}

const dateOf = (month: string, day: number): string => `${month}-${String(day + 1).padStart(2, '0')}`;

beforeAll(async () => {
  expect((await runCli(['init', work, '--plan', 'hechuan-2024'])).code).toBe(0);
  const rows = ['2024-06', '2026-06'].flatMap((month) =>
    TOWNS.flatMap((town, index) => daysOf(index, month).map((cells, day) => [town, dateOf(month, day), ...cells].join(','))),
  );
  const file = join(folder, '日均值.csv');
  writeFileSync(file, [`镇街,日期,PM2.5,PM10,SO2,NO2,CO,O3_8h`, ...rows].join('\n'));
  expect((await runCli(['air', 'import', work, file], undefined, '', { ZHIQI_NOW: AFTER_THE_FILES })).stdout).toContain('入库 1');
});

const calc = async (args: readonly string[], input: string): Promise<string[]> => {
  const { code, stdout } = await runCli(['calc', ...args], undefined, input);
  expect(code).toBe(0);
  return stdout.trimEnd().split('\n');
};

describe.each([
  ['2024-06', '2012'],
  ['2026-06', '2026'],
] as const)('calc and the work agree to the last digit on %s', (month, standard) => {
  test('on the AQI of every day', async () => {
    for (const [index, town] of TOWNS.entries()) {
      const days = daysOf(index, month);
      const [, ...rows] = await calc(['aqi', '--standard', standard], [COLUMNS, ...days.map((cells) => cells.join(','))].join('\n'));
      const calendar = monitoringMethods['monitoring.calendar'].output.parse(
        jsonValue(await runCli(['air', 'calendar', work, '--place', town, '--year', month.slice(0, 4), '--json'])),
      );
      const shown = days.map((_, day) => calendar.days.find(({ date }) => date === dateOf(month, day)));
      expect(rows.map((row) => row.split(',')[FIELDS.length])).toEqual(
        shown.map((day) => (day?.status === 'na' ? 'NA' : String(day?.aqi ?? ''))),
      );
      const { rows: evaluated } = await evaluation(month, town);
      const counted = shown.filter((day) => day?.counted === true);
      expect(evaluated[0]?.evaluation.days).toMatchObject({
        valid: counted.length,
        good: counted.filter((day) => (day?.level ?? 9) <= 2).length,
      });
    }
  });

  test.each(['stages', 'each', 'sum'] as const)('on percentiles and the composite index, rounded %s', async (rounding) => {
    for (const [index, town] of TOWNS.entries()) {
      const { rows } = await evaluation(month, town, '--index-rounding', rounding);
      const found = rows[0]?.evaluation;
      const days = daysOf(index, month);
      const values = Object.fromEntries(
        FIELDS.map((field, column) => [field, days.flatMap((cells) => (cells[column] === '' ? [] : fromText(cells[column] ?? '')))]),
      ) as Record<(typeof FIELDS)[number], Rational[]>;
      for (const [field, p] of [
        ['co', '95'],
        ['o3', '90'],
      ] as const) {
        const column = FIELDS.indexOf(field);
        const [value] = await calc(
          ['percentile', '--p', p],
          days
            .map((cells) => cells[column])
            .filter((cell) => cell !== '')
            .join('\n'),
        );
        expect(found?.concentrations[field]?.percentile.exact).toBe(value);
      }
      const exact = FIELDS.map((field) => found?.concentrations[field]?.value.exact);
      const header = 'pm25,pm10,so2,no2,co_p95,o3_8h_p90';
      const [, row] = await calc(['index', '--standard', standard, '--rounding', rounding], [header, exact.join(',')].join('\n'));
      expect(found?.compositeIndex?.published).toBe(row?.split(',').at(12));
      const oracle = compositeIndexOf(
        {
          so2: meanOf(values.so2),
          no2: meanOf(values.no2),
          pm10: meanOf(values.pm10),
          pm25: meanOf(values.pm25),
          co: percentileOf(values.co, rational(95)),
          o3: percentileOf(values.o3, rational(90)),
        },
        INDEX_LIMITS[standard],
        { rounding },
      );
      expect(found?.compositeIndex?.published).toBe(oracle === null ? '' : printed(oracle, 2));
    }
  });

  test('on the index and the days of the ranking', async () => {
    const ranked = rankingMethods['ranking.rank'].output.parse(
      jsonValue(await runCli(['rank', work, '--period', month, '--scheme', 'ranking-composite', '--json'])),
    );
    for (const town of TOWNS) {
      const { rows } = await evaluation(month, town, '--no-dust-concentration');
      const row = ranked.rows.find(({ name }) => name === town);
      const { compositeIndex, days } = rows[0]?.evaluation ?? {};
      expect([row?.compositeIndex, row?.validDays, row?.goodDays]).toEqual([compositeIndex?.published, days?.valid, days?.good]);
    }
    expect(ranked.method).toContain('各单项指数再修约到2位小数后相加');
  });
});

const evaluation = async (period: string, town: string, ...options: readonly string[]) =>
  monitoringMethods['monitoring.evaluate'].output.parse(
    jsonValue(await runCli(['air', 'evaluate', work, '--period', period, '--place', town, ...options, '--json'])),
  );
