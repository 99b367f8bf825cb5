import { afterAll, beforeAll, expect, test } from 'vitest';
import { daysOfYear } from '../../../../../shared/domain/calendar.ts';
import { temporaryFolder } from '../../../../support/folder.ts';
import { csvFile, emptyWork, oneTownIsEnough } from '../../../../support/monitoring-files.ts';

const folder = temporaryFolder();
const PM25 = { measure: 'pm25', operator: 'le', value: '35', decimals: 0 } as const;
/** Means of 2020 to 2025, of the last quarter; 2021 has ten days of it only. */
const LAST_QUARTERS = new Map([
  [2020, 60],
  [2021, 90],
  [2022, 40],
  [2023, 44],
  [2024, 52],
]);
let made: Awaited<ReturnType<typeof emptyWork>>;

beforeAll(async () => {
  made = await emptyWork(folder);
  await oneTownIsEnough(made);
  const past = [...LAST_QUARTERS].flatMap(([year, pm25]) =>
    daysOfYear(year)
      .filter((date) => date.slice(5) >= (year === 2021 ? '12-22' : '10-01'))
      .map((date) => ['清平镇', date, pm25]),
  );
  const now = daysOfYear(2025)
    .filter((date) => date.slice(5) < '10-01')
    .flatMap((date) => [
      ['清平镇', date, 30],
      ['草街街道', date, 40],
    ]);
  const file = csvFile(folder, '历年.csv', [['镇街', '日期', 'PM2.5'], ...past, ...now]);
  await made.call('monitoring.import', { sources: [made.grant(file)] });
});
afterAll(() => made.core.close());

const ASKED = { year: 2025, asOf: '2025-09-30', targets: [PM25] };

test('the rest of the year has a range with the year of each value, and a year with too few days is named and left out', async () => {
  const { rows, remainingDays } = await made.call('monitoring.usual', { ...ASKED, places: ['清平镇'] });
  const usual = rows[0]?.usual[0];
  expect(remainingDays).toBe(92);
  expect(usual?.short).toEqual([2021]);
  expect(usual?.few).toBe(false);
  // (273 · 30 + 92 · x) ÷ 365: 52 → 35.5, judged 36; 44 → 33.5; 40 → 32.5; 60 → 37.6.
  expect(usual?.past.map(({ year, value, wholeYear, met }) => [year, value.published, wholeYear.published, met])).toEqual([
    [2024, '52.0', '35.5', false],
    [2023, '44.0', '33.5', true],
    [2022, '40.0', '32.5', true],
    [2020, '60.0', '37.6', false],
  ]);
  expect(usual?.range).toMatchObject({
    least: { published: '40.0', years: [2022] },
    lower: { published: '43.0', years: [2022, 2023] },
    median: { published: '48.0', years: [2023, 2024] },
    upper: { published: '54.0', years: [2024, 2020] },
    most: { published: '60.0', years: [2020] },
  });
});

test('fewer years are said to be few, a town without them has none, and a year that is over asks for none', async () => {
  const some = await made.call('monitoring.usual', { ...ASKED, places: ['清平镇'], years: 2 });
  expect(some.rows[0]?.usual[0]).toMatchObject({ few: true, range: { lower: null, upper: null } });
  const bare = await made.call('monitoring.usual', { ...ASKED, places: ['草街街道'] });
  expect(bare.rows[0]?.usual[0]).toMatchObject({ past: [], range: null, few: true });
  expect((await made.call('monitoring.usual', { ...ASKED, asOf: '2025-12-31' })).rows.every(({ usual }) => usual.length === 0)).toBe(true);
});

test('which towns move the district', async () => {
  const { found, remainingDays } = await made.call('monitoring.levers', ASKED);
  expect(remainingDays).toBe(92);
  expect(found?.mean.published).toBe('35.0');
  expect(found?.levers).toMatchObject([
    // Half of the mean each; 92 of 365 days are left: 0.5 · 92 ÷ 365.
    {
      name: '草街街道',
      weight: { published: '0.5000' },
      rest: { published: '0.1260' },
      above: { published: '5.0' },
      pull: { published: '2.500' },
    },
    { name: '清平镇', overTarget: { published: '-5.0' }, onLastYear: null },
  ]);
  expect(await made.fail('monitoring.levers', { ...ASKED, asOf: '2024-09-30' })).toMatchObject({ code: 'OUTLOOK_DATE_OUTSIDE' });
});
