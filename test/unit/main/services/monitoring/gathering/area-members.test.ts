import { afterAll, beforeEach, expect, test } from 'vitest';
import type { TestCore } from '../../../../../support/core.ts';
import { temporaryFolder } from '../../../../../support/folder.ts';
import { csvFile, emptyWork, type Row } from '../../../../../support/monitoring-files.ts';

const folder = temporaryFolder();
let made: TestCore;
let towns: string[];
let files = 0;

beforeEach(async () => {
  made = await emptyWork(folder, `work-${(files += 1)}.sqlite`);
  towns = (await made.call('monitoring.places', { year: 2024 })).places.filter(({ kind }) => kind === 'town').map(({ name }) => name);
});
afterAll(() => made.core.close());

const HEAD = ['镇街', '日期', 'PM2.5', 'PM10', 'SO2', 'NO2', 'CO', 'O3-8h'];
const measured = (town: string, date: string, pm25: number): Row => [town, date, pm25, 50, 10, 30, 0.8, 100];

async function take(rows: readonly Row[]): Promise<void> {
  const { counts } = await made.call('monitoring.import', {
    sources: [made.grant(csvFile(folder, `days-${(files += 1)}.csv`, [HEAD, ...rows]))],
  });
  expect(counts.accepted).toBe(1);
}

const district = async (period: string) => (await made.call('monitoring.evaluate', { period, places: ['district'] })).rows[0];
const dayOf = async (date: string) => made.call('monitoring.day', { place: 'district', date });

test('one town of all makes no district, three quarters of them do; number and names stand with the value', async () => {
  const enough = Math.ceil((towns.length * 3) / 4);
  // A town is asked for from its first day on.
  await take(towns.slice(0, enough).map((town) => measured(town, '2024-06-30', 40)));
  await take(towns.slice(0, enough - 1).map((town) => measured(town, '2024-07-01', 40)));
  await take(towns.slice(0, enough).map((town) => measured(town, '2024-07-02', 40)));
  const [short, full] = [await dayOf('2024-07-01'), await dayOf('2024-07-02')];
  expect([short.day.status, full.day.status]).toEqual(['none', 'published']);
  expect(short.day.stations).toEqual({ entered: enough - 1, expected: towns.length, required: enough });
  expect(full.members).toEqual({ entered: towns.slice(0, enough), lacking: towns.slice(enough) });
  const row = await district('2024-07');
  expect(row?.evaluation.days.measured).toBe(1);
  expect(row?.members).toMatchObject({ expected: towns.length, fewest: enough, shortDays: 1, lastYear: null });
  const { notes } = await made.call('monitoring.evaluate', { period: '2024-07', places: ['district'] });
  expect(notes.filter((note) => note.includes('75%') || note.includes(`参与平均的${enough}个`))).toHaveLength(2);
});

test('the share is a dated setting of the work, and what holds on a day decides that day', async () => {
  await take([measured(towns[0] ?? '', '2024-07-01', 40), measured(towns[0] ?? '', '2024-07-02', 60)]);
  expect((await district('2024-07'))?.evaluation.days.measured).toBe(0);
  await made.call('settings.set', { key: 'air.area-share', value: '0', from: '2024-07-02', reason: '试点' });
  expect((await district('2024-07'))?.evaluation.concentrations.pm25?.mean.published).toBe('60.0');
  expect(await made.fail('settings.set', { key: 'air.area-share', value: '101', from: '2024-07-02', reason: '试点' })).toMatchObject({
    code: 'SETTING_VALUE',
  });
});

test('a station that falls silent is missed, one that comes later is not asked for before', async () => {
  const [town = ''] = towns;
  const head = ['镇街', '站点', '日期', 'PM2.5', 'PM10', 'SO2', 'NO2', 'CO', 'O3-8h'];
  const station = (name: string, date: string, pm25: number): Row => [town, name, date, pm25, 50, 10, 30, 0.8, 100];
  const rows = [
    station('甲站', '2024-07-01', 30),
    ...['甲站', '乙站', '丙站'].map((name) => station(name, '2024-07-02', 60)),
    station('甲站', '2024-07-03', 90),
  ];
  await made.call('monitoring.import', { sources: [made.grant(csvFile(folder, 'stations.csv', [head, ...rows]))] });
  const status = async (date: string) => (await made.call('monitoring.day', { place: town, date })).day;
  expect((await status('2024-07-01')).stations).toEqual({ entered: 1, expected: 1, required: 1 });
  expect((await status('2024-07-02')).status).toBe('published');
  // One of three is less than a half.
  expect(await status('2024-07-03')).toMatchObject({ status: 'none', source: null, stations: { entered: 1, expected: 3, required: 2 } });
});

test('a comparison with last year says where other towns entered', async () => {
  await take(towns.slice(0, -1).map((town) => measured(town, '2023-07-01', 50)));
  await take(towns.slice(1).map((town) => measured(town, '2024-07-01', 40)));
  expect((await district('2024-07'))?.members.lastYear).toEqual({ joined: [towns.at(-1)], left: [towns[0]] });
  const { notes } = await made.call('monitoring.evaluate', { period: '2024-07', places: ['district'] });
  expect(notes.some((note) => note.includes('同比不是相同点位的比较') && note.includes(`上年同期另有${towns[0]}`))).toBe(true);
});
