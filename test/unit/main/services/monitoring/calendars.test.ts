import { afterAll, beforeAll, expect, test } from 'vitest';
import { daysOfYear } from '../../../../../shared/domain/calendar.ts';
import { temporaryFolder } from '../../../../support/folder.ts';
import { csvFile, emptyWork } from '../../../../support/monitoring-files.ts';

const folder = temporaryFolder();
let made: Awaited<ReturnType<typeof emptyWork>>;
const TOWNS = ['清平镇', '涞滩镇', '三庙镇'];

/** PM10 is never less than PM2.5, which is the more of it here. */
const fineOf = (town: string, date: string, pm25: number) => [town, date, pm25, Math.max(60, pm25)] as const;

/** Three of 31 towns, two years; 清平镇 without the first ten days of May 2025. */
beforeAll(async () => {
  made = await emptyWork(folder);
  const rows = [2024, 2025].flatMap((year) =>
    daysOfYear(year).flatMap((date, index) =>
      TOWNS.flatMap((town, at) =>
        town === '清平镇' && date >= '2025-05-01' && date <= '2025-05-10' ? [] : [fineOf(town, date, 20 + ((index * 7 + at * 13) % 90))],
      ),
    ),
  );
  const file = csvFile(folder, '日均.csv', [['镇街', '日期', 'PM2.5', 'PM10'], ...rows]);
  expect((await made.call('monitoring.import', { sources: [made.grant(file)] })).counts.accepted).toBe(1);
});
afterAll(() => made.core.close());

test('several calendars are those of the places alone, in the order asked for', async () => {
  const { calendars } = await made.call('monitoring.calendars', { places: ['涞滩镇', '清平镇'], year: 2025 });
  expect(calendars).toEqual([
    await made.call('monitoring.calendar', { place: '涞滩镇', year: 2025 }),
    await made.call('monitoring.calendar', { place: '清平镇', year: 2025 }),
  ]);
});

test.each([2024, 2025])('the days of %i are counted as the evaluation of each month counts them', async (year) => {
  for (const place of TOWNS) {
    const [{ tallies }, { months }] = [
      await made.call('monitoring.calendar', { place, year }),
      await made.call('monitoring.months', { place, year }),
    ];
    for (const { month, evaluation } of months) {
      const tally = tallies.find(({ period }) => period === month);
      expect([place, month, tally?.good, tally?.counted]).toEqual([place, month, evaluation.days.good, evaluation.days.valid]);
      expect(tally?.over).toBe((tally?.counted ?? 0) - (tally?.good ?? 0));
    }
  }
});

test('a district of which too few towns have values lacks stations, not data', async () => {
  const district = await made.call('monitoring.calendar', { place: '全区', year: 2025 });
  expect(district.tallies[0]).toEqual({ period: '2025', good: 0, over: 0, counted: 0, tooFew: 365 });
  expect([district.firstDay, district.gaps]).toEqual([null, []]);
  const town = await made.call('monitoring.calendar', { place: '清平镇', year: 2025 });
  expect(town.gaps).toEqual([{ from: '2025-05-01', to: '2025-05-10', days: 10 }]);
  // 10 % of 31 towns are four, 8 % three: then the ten days with two towns lack one.
  await made.call('settings.set', { key: 'air.area-share', value: '10', from: '2000-01-01', reason: '试点' });
  const later = await made.call('monitoring.calendar', { place: '全区', year: 2025 });
  expect(later.tallies[0]).toMatchObject({ tooFew: 365 });
  await made.call('settings.set', { key: 'air.area-share', value: '8', from: '2000-01-01', reason: '试点' });
  const third = await made.call('monitoring.calendar', { place: '全区', year: 2025 });
  expect(third.tallies.map(({ tooFew }) => tooFew).slice(0, 6)).toEqual([10, 0, 0, 0, 0, 10]);
  expect(third.gaps).toEqual([]);
});

test('the months of years before are those of the years alone; six years are the most', async () => {
  const { months, lastYear, earlier } = await made.call('monitoring.months', { place: '清平镇', year: 2026, earlier: 2 });
  const [of2025, of2024] = [
    await made.call('monitoring.months', { place: '清平镇', year: 2025 }),
    await made.call('monitoring.months', { place: '清平镇', year: 2024 }),
  ];
  expect([months, of2025.earlier]).toEqual([[], []]);
  expect(lastYear).toEqual(of2025.months);
  expect(earlier).toEqual([
    { year: 2024, months: of2024.months },
    { year: 2023, months: [] },
  ]);
  expect(await made.fail('monitoring.months', { place: '清平镇', year: 2026, earlier: 5 })).toMatchObject({ code: 'INPUT_INVALID' });
});
