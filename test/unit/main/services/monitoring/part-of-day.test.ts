import { beforeEach, describe, expect, test } from 'vitest';
import type { TestCore } from '../../../../support/core.ts';
import { temporaryFolder } from '../../../../support/folder.ts';
import { csvFile, emptyWork, type Row } from '../../../../support/monitoring-files.ts';

const folder = temporaryFolder();
let works = 0;
let made: TestCore & { readonly workPath: string };

beforeEach(async () => {
  made = await emptyWork(folder, `part-${(works += 1)}.sqlite`);
});

const importOf = (...paths: string[]) => made.call('monitoring.import', { sources: paths.map((path) => made.grant(path)) });
const pm25Of = async (date: string): Promise<string | null> =>
  (await made.call('monitoring.day', { place: '清平镇', date })).steps.find((step) => step.pollutant === 'pm25')?.exact ?? null;

/** Rows of a long table with labels 1 to 24. */
const hours = (date: string, from: number, to: number, value: number | string): Row[] =>
  Array.from({ length: to - from + 1 }, (_, index): Row => ['清平镇', date, from + index, value]);
const HEAD: Row = ['镇街', '日期', '小时', 'PM2.5'];
/** A day whose last hour makes the labels those of the end of the hour. */
const ANCHOR = hours('2024-06-01', 1, 24, 10);
const file = (name: string, rows: readonly Row[]): string => csvFile(folder, `${name}-${works}.csv`, [HEAD, ...ANCHOR, ...rows]);

describe('hours of a part of a day', () => {
  test('that come in two files make the day together', async () => {
    expect((await importOf(file('morning', hours('2024-07-01', 1, 12, 20)))).files[0]?.outcome).toBe('accepted');
    expect(await pm25Of('2024-07-01')).toBeNull();
    await importOf(file('afternoon', hours('2024-07-01', 13, 24, 40)));
    expect(await pm25Of('2024-07-01')).toBe('30');
    const { hours: shown, sources } = await made.call('monitoring.day', { place: '清平镇', date: '2024-07-01' });
    expect(shown.map((row) => row.values[0]?.value)).toEqual([
      ...Array.from({ length: 12 }, () => '20'),
      ...Array.from({ length: 12 }, () => '40'),
    ]);
    expect(sources.map((source) => source.file)).toEqual([`morning-${works}.csv`, `afternoon-${works}.csv`]);
    expect((await made.call('work.check', {})).problems).toEqual([]);
  });

  test('change the hours they speak of and no others; blank ones between the first and the last where blanks are to replace', async () => {
    await importOf(file('whole', hours('2024-07-01', 1, 24, 30)));
    const correction = file('correction', [
      ...hours('2024-07-01', 10, 10, 54),
      ...hours('2024-07-01', 11, 11, '—'),
      ...hours('2024-07-01', 12, 12, 30),
    ]);
    expect(
      (await made.call('monitoring.preview', { sources: [made.grant(correction)], blanks: 'replace' })).files[0]?.changes,
    ).toMatchObject([{ field: 'pm25', before: '30', after: '31.043' }]);
    await made.call('monitoring.import', { sources: [made.grant(correction)], blanks: 'replace' });
    expect(
      (await made.call('monitoring.day', { place: '清平镇', date: '2024-07-01' })).hours
        .map((row) => row.values[0]?.value ?? null)
        .slice(8, 13),
    ).toEqual(['30', '54', null, '30', '30']);
    expect((await made.call('work.check', {})).problems).toEqual([]);
  });

  test('too few for a mean leave a stored daily value as it is', async () => {
    await importOf(
      csvFile(folder, `daily-${works}.csv`, [
        ['镇街', '日期', 'PM2.5'],
        ['清平镇', '2024-07-01', 33],
      ]),
    );
    await importOf(file('few', hours('2024-07-01', 5, 9, 80)));
    expect(await pm25Of('2024-07-01')).toBe('33');
  });

  test('a midnight label at the start of a file does not wipe the day before', async () => {
    const stamped = (name: string, rows: readonly Row[]): string =>
      csvFile(folder, `${name}-${works}.csv`, [['镇街', '时间', 'PM2.5'], ...rows]);
    const of = (date: string, from: number, to: number, value: number): Row[] =>
      Array.from({ length: to - from + 1 }, (_, index): Row => ['清平镇', `${date} ${String(from + index).padStart(2, '0')}:00`, value]);
    const take = (path: string) => made.call('monitoring.import', { sources: [made.grant(path)], hourStamp: 'end' });
    await take(stamped('july', [...of('2024-07-31', 1, 23, 30), ...of('2024-08-01', 0, 0, 30)]));
    expect(await pm25Of('2024-07-31')).toBe('30');
    await take(stamped('august', [...of('2024-08-01', 0, 23, 54), ...of('2024-08-02', 0, 0, 54)]));
    expect([await pm25Of('2024-07-31'), await pm25Of('2024-08-01')]).toEqual(['31', '54']);
    expect((await made.call('work.check', {})).problems).toEqual([]);
  });
});

test('a dust list without a day takes back those of the year in its title', async () => {
  const list = (name: string, rows: readonly Row[]): string =>
    csvFile(folder, `${name}-${works}.csv`, [['2024年扣沙日清单'], ['日期', '区域', '备注'], ...rows]);
  await importOf(list('one', [['2024-04-12', '全区', '沙尘']]));
  expect((await made.call('monitoring.dust', { year: 2024 })).days).toHaveLength(1);
  expect((await importOf(list('none', []))).files[0]).toMatchObject({ outcome: 'accepted', entries: { read: 0, removed: 1 } });
  expect((await made.call('monitoring.dust', { year: 2024 })).days).toEqual([]);
  expect((await made.call('work.check', {})).problems).toEqual([]);
});

test('a pollutant measured on a few days gives a town no place by good days', async () => {
  const daily = (town: string, o3Days: number): Row[] =>
    Array.from({ length: 31 }, (_, index): Row => [
      town,
      `2024-05-${String(index + 1).padStart(2, '0')}`,
      index === 0 ? 80 : 20 + (index % 3),
      40,
      5,
      10,
      0.5,
      index < o3Days ? 100 : '—',
    ]);
  await importOf(
    csvFile(folder, `few-${works}.csv`, [
      ['镇街', '日期', 'PM2.5', 'PM10', 'SO2', 'NO2', 'CO', 'O3_8h'],
      ...daily('清平镇', 31),
      ...daily('土场镇', 1),
    ]),
  );
  const { current } = await made.call('ranking.show', { period: '2024-05', scheme: 'ranking-good-days' });
  const row = (name: string) => current.rows.find((candidate) => candidate.name === name);
  expect(row('清平镇')).toMatchObject({ rank: 1, lacking: [] });
  expect(row('土场镇')).toMatchObject({ rank: null, goodDaysRank: null, lacking: [{ measure: 'goodDayRatio', reason: 'data' }] });
});
