import { beforeEach, expect, test } from 'vitest';
import type { TestCore } from '../../../../support/core.ts';
import { temporaryFolder } from '../../../../support/folder.ts';
import { csvFile, emptyWork } from '../../../../support/monitoring-files.ts';
import { tamper } from '../../../../support/tamper.ts';

const folder = temporaryFolder();
let works = 0;
let made: TestCore & { readonly workPath: string };

beforeEach(async () => {
  made = await emptyWork(folder, `work-${(works += 1)}.sqlite`);
});

const take = async (name: string, rows: readonly (readonly (string | number)[])[]) => {
  const { files } = await made.call('monitoring.import', { sources: [made.grant(csvFile(folder, name, rows))] });
  const [file] = files;
  if (file === undefined) throw new Error('no file');
  return file;
};
const published = (name: string, aqi: readonly (number | string)[]) =>
  take(name, [
    ['镇街', '日期', 'AQI', '等级', '首要污染物'],
    ...aqi.map((one, index) => ['清平镇', `2024-07-0${index + 1}`, one, '良', 'PM2.5']),
  ]);
const day = (date: string) => made.call('monitoring.day', { place: '清平镇', date });
const problems = async () => (await made.call('work.check', {})).problems;
const numberOf = async (name: string): Promise<number> =>
  (await made.call('monitoring.files', {})).files.find(({ file }) => file === name)?.number ?? 0;

test('a table of AQI alone is kept as published, and is no day of anything that is computed', async () => {
  const file = await published('aqi.csv', [60, 61]);
  expect(file).toMatchObject({ kind: 'published', outcome: 'accepted', entries: { read: 2, added: 2, removed: 0 } });
  expect(file.findings.map(({ code }) => code)).toEqual(['MONITOR_PUBLISHED_KEPT']);
  const shown = await day('2024-07-01');
  expect(shown.published).toMatchObject([{ aqi: 60, level: 2, primary: ['pm25'], differs: false, file: 'aqi.csv', cell: 'C2' }]);
  expect([shown.day.status, shown.day.aqi]).toEqual(['none', null]);
  const { places } = await made.call('monitoring.places', { year: 2024 });
  expect(places.filter(({ days }) => days > 0)).toEqual([]);
  expect((await made.call('monitoring.files', {})).files).toMatchObject([
    { kind: 'published', rows: 2, counting: 2, places: ['清平镇'], from: '2024-07-01', to: '2024-07-02', state: 'counts' },
  ]);
  expect(await problems()).toEqual([]);
});

test('where concentrations are known, what is published otherwise is a finding', async () => {
  const head = ['镇街', '日期', 'PM2.5', 'PM10', 'SO2', 'NO2', 'CO', 'O3'];
  await take('values.csv', [head, ['清平镇', '2024-07-01', 45, 60, 5, 10, 0.5, 80], ['清平镇', '2024-07-02', 45, 60, 5, 10, 0.5, 80]]);
  const { aqi } = (await day('2024-07-01')).day;
  expect(aqi).toBe(63);
  const file = await published('aqi.csv', [63, 99]);
  const found = file.findings.filter(({ code }) => code === 'MONITOR_STATED_DIFFERS');
  expect(found.map(({ cell, params }) => [cell, params['what'], params['stated'], params['computed']])).toEqual([['C3', 'aqi', '99', 63]]);
  expect((await day('2024-07-02')).published).toMatchObject([{ aqi: 99, differs: true }]);
  expect((await day('2024-07-02')).day.aqi).toBe(63);
});

test('a later table takes the place of an earlier one, and is taken back like any file', async () => {
  await published('first.csv', [60, 61]);
  const second = await published('second.csv', [60, 70]);
  expect(second.entries).toEqual({ read: 2, added: 1, removed: 1 });
  expect((await published('third.csv', ['—', 70])).outcome).toBe('unchanged');
  const aqiOf = async (date: string) => (await day(date)).published.map(({ aqi }) => aqi);
  expect(await aqiOf('2024-07-02')).toEqual([70]);
  await made.call('monitoring.withdraw', { number: await numberOf('second.csv'), reason: '发错的文件' });
  expect(await aqiOf('2024-07-02')).toEqual([61]);
  expect(await problems()).toEqual([]);
  await made.call('monitoring.restore', { number: await numberOf('second.csv'), reason: '核对无误' });
  expect(await aqiOf('2024-07-02')).toEqual([70]);
  expect(await problems()).toEqual([]);
});

test('what is not understood is named with its cell, and two values of one day are taken in neither', async () => {
  const file = await take('odd.csv', [
    ['镇街', '日期', 'AQI', '等级'],
    ['清平镇', '2024-07-01', 'x', '良'],
    ['无名镇', '2024-07-02', 60, '良'],
    ['清平镇', '2024-07-03', 60, '良'],
    ['清平镇', '2024-07-03', 62, '良'],
    ['清平镇', '2024-07-04', '—', ''],
    ['清平镇', '2024-07-05', 64, '良'],
  ]);
  expect(file.entries?.read).toBe(1);
  expect(file.findings.filter(({ severity }) => severity === 'error').map(({ code, cell }) => [code, cell])).toEqual([
    ['LIST_ROW_UNREADABLE', 'C2'],
    ['LIST_ROW_UNREADABLE', 'A3'],
    ['MONITOR_VALUES_CONFLICT', 'C5'],
  ]);
});

test('a table of AQI by hour is no table of days', async () => {
  const file = await take('hours.csv', [
    ['镇街', '日期', '小时', 'AQI'],
    ['清平镇', '2024-07-01', 1, 60],
  ]);
  expect(file.findings.map(({ code }) => code)).toEqual(['MONITOR_AQI_ONLY']);
});

test('what is published and was changed behind the program is noticed', async () => {
  await published('aqi.csv', [60, 61]);
  tamper(made.workPath, "UPDATE published_day SET aqi = 40 WHERE date = '2024-07-01'");
  expect((await problems()).map(({ kind }) => kind)).toEqual(['value']);
  tamper(made.workPath, "UPDATE published_day SET aqi = 60 WHERE date = '2024-07-01'; UPDATE published_day SET superseded_by = 1");
  expect((await problems()).map(({ kind }) => kind)).toEqual(['monitoring', 'monitoring']);
});
