import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calendarCounts } from '../../../../../renderer/features/monitoring/calendar/calendar-layout.ts';
import { daysOfYear } from '../../../../../shared/domain/calendar.ts';
import { temporaryFolder } from '../../../../support/folder.ts';
import { csvFile, emptyWork, type Row } from '../../../../support/monitoring-files.ts';

/** In the order of the columns: a good day's values, and others above the limit by which a day is polluted; both standards agree on them. */
const GOOD = ['30', '50', '10', '30', '0.8', '100'] as const;
const OVER = ['110', '200', '200', '120', '6.0', '190'] as const;
const HEAVY = ['200', '400', '900', '300', '25', '300'] as const;
const NAMES = ['PM2.5', 'PM10', 'SO2', 'NO2', 'CO', 'O3-8h'] as const;
const SUBSETS = Array.from({ length: 2 ** NAMES.length - 1 }, (_, index) => index + 1);

interface MadeDay {
  readonly date: string;
  readonly cells: Row;
  readonly present: readonly number[];
  /** What is over: the first that is there, or nothing. */
  readonly over: 'none' | 'over' | 'heavy';
}

/** Every pattern of missing pollutants once as a good day, once with its last pollutant over the limit, and every third heavily polluted. */
function daysFrom(first: string, last: string): MadeDay[] {
  const dates = daysOfYear(Number(first.slice(0, 4))).filter((date) => first <= date && date <= last);
  const patterns = (['none', 'over', 'heavy'] as const).flatMap((over) =>
    SUBSETS.filter((subset) => over !== 'heavy' || subset % 3 === 0).map((subset) => ({ subset, over })),
  );
  return patterns.map(({ subset, over }, index) => {
    const present = NAMES.flatMap((_, bit) => ((subset & (1 << bit)) === 0 ? [] : [bit]));
    const worst = over === 'heavy' ? HEAVY : OVER;
    const cells = NAMES.map((_, bit) =>
      present.includes(bit) ? ((over !== 'none' && bit === present.at(-1) ? worst : GOOD)[bit] ?? '') : '',
    );
    return { date: dates[index] ?? '', cells, present, over };
  });
}

const DAYS = [...daysFrom('2024-01-01', '2024-12-31'), ...daysFrom('2026-03-01', '2026-12-31')];

/** Written down once more, without the product: complete, or over the limit. */
const countsOf = (year: number) => {
  const own = DAYS.filter(({ date }) => date.startsWith(`${year}-`));
  const counted = own.filter(({ present, over }) => over !== 'none' || present.length === NAMES.length);
  return {
    measured: own.length,
    valid: counted.length,
    good: counted.filter(({ over }) => over === 'none').length,
    heavy: counted.filter(({ over }) => over === 'heavy').length,
    left: own.length - counted.length,
  };
};

const folder = temporaryFolder();
const TOWN = '清平镇';
let made: Awaited<ReturnType<typeof emptyWork>>;
beforeAll(async () => {
  made = await emptyWork(folder);
  const rows = DAYS.map(({ date, cells }) => [TOWN, date, ...cells]);
  const file = csvFile(folder, '日均值.csv', [['镇街', '日期', ...NAMES], ...rows]);
  const report = await made.call('monitoring.import', { sources: [made.grant(file)] });
  expect(report.counts.accepted).toBe(1);
});
afterAll(() => made.core.close());

describe.each([2024, 2026])('a day counts alike in every view of %i, whatever is missing', (year) => {
  const { measured, valid, good, heavy, left } = countsOf(year);
  const period = String(year);

  it('every pattern is there', () => expect([measured, valid, good, left]).toEqual([63 + 63 + 21, 1 + 63 + 21, 1, 62]));

  it('calendar and day', async () => {
    const calendar = await made.call('monitoring.calendar', { place: TOWN, year });
    const counts = calendarCounts(calendar.days, `${year}-12-31`);
    expect([counts.levels.reduce((sum, days) => sum + days, 0), (counts.levels[0] ?? 0) + (counts.levels[1] ?? 0), counts.na]).toEqual([
      valid,
      good,
      left,
    ]);
    expect((counts.levels[4] ?? 0) + (counts.levels[5] ?? 0)).toBe(heavy);
    for (const { date, present, over } of DAYS.filter((day) => day.date.startsWith(period))) {
      const shown = calendar.days.find((day) => day.date === date);
      const why = over !== 'none' ? 'exceeded' : present.length === NAMES.length ? 'complete' : 'incomplete';
      expect([date, shown?.count, shown?.counted]).toEqual([date, why, why !== 'incomplete']);
      expect(shown?.countClause).toMatch(year === 2024 ? /^HJ 663-2013/u : /^HJ 633-2026/u);
    }
    const [first] = DAYS.filter((day) => day.date.startsWith(period));
    const { day } = await made.call('monitoring.day', { place: TOWN, date: first?.date ?? '' });
    expect(day.count).toBe('incomplete');
  });

  it('evaluation, months and outlook', async () => {
    const { rows, notes } = await made.call('monitoring.evaluate', { period, places: [TOWN] });
    expect(rows[0]?.evaluation.days).toMatchObject({ measured, valid, good, heavy, na: left });
    expect(notes.join('')).toContain('虽有缺项但已有污染物超标');
    const { months } = await made.call('monitoring.months', { place: TOWN, year });
    const sum = (pick: (days: { valid: number; good: number }) => number) =>
      months.reduce((all, { evaluation }) => all + pick(evaluation.days), 0);
    expect([sum((days) => days.valid), sum((days) => days.good)]).toEqual([valid, good]);
    const target = { measure: 'goodDayRatio', operator: 'ge', value: '80', decimals: 1 } as const;
    const outlook = await made.call('monitoring.outlook', { year, asOf: `${year}-12-31`, places: [TOWN], targets: [target] });
    expect(outlook.rows[0]?.outlook.targets[0]).toMatchObject({ validSoFar: valid, soFar: good });
  });

  it('ranking', async () => {
    const { current } = await made.call('ranking.show', { period });
    expect(current.rows.find(({ name }) => name === TOWN)).toMatchObject({ validDays: valid, goodDays: good, heavyDays: heavy });
  });
});

it('the document and the score count the same days', async () => {
  const { valid, good } = countsOf(2024);
  const path = join(folder, '排名.xlsx');
  await made.call('reports.print', { kind: 'ranking', year: 2024, format: 'xlsx', file: made.grant(path) });
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  const rows = workbook.worksheets.flatMap((sheet) =>
    sheet.getSheetValues().map((row) => (Array.isArray(row) ? row.map((cell) => String(cell).replace(/\s/gu, '')) : [])),
  );
  const head = rows.find((row) => row.includes('有效天数')) ?? [];
  const own = rows.find((row) => row.includes(TOWN)) ?? [];
  expect([own[head.indexOf('优良天数')], own[head.indexOf('有效天数')]]).toEqual([String(good), String(valid)]);
  const { result } = await made.call('assessment.score', { year: 2024 });
  const town = result.units.find(({ name }) => name === TOWN);
  expect(JSON.stringify(town)).toContain(`"validDays":"${valid}"`);
});
