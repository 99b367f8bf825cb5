import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import type { TestCore } from '../../../../../support/core.ts';
import { temporaryFolder } from '../../../../../support/folder.ts';
import { type MonitoringCase, monitoringCase } from '../../../../../support/monitoring-case.ts';
import { csvFile, type Row } from '../../../../../support/monitoring-files.ts';

const folder = temporaryFolder();
let work: MonitoringCase;
let made: TestCore;
let files = 0;

beforeEach(async () => {
  work = await monitoringCase(folder);
  made = work.made;
});
afterAll(() => made.core.close());

function table(rows: readonly Row[]): string {
  const own = join(folder, `table-${(files += 1)}`);
  mkdirSync(own);
  return csvFile(own, '数据.csv', [['站点名称', '日期', 'PM2.5', 'PM10'], ...rows]);
}
const [TOWN, OTHER] = ['清平镇', '合阳城街道'];
const set = (request: object) => made.call('stations.set', { reason: '登记', ...request } as never);
const placesOf = async () => (await made.call('monitoring.files', {})).files.map(({ places }) => places);

test('the places of a file are towns and stations, as the register calls them now', async () => {
  await set({ name: '龙洞站', code: '1234A', places: [{ place: TOWN }] });
  await work.take(
    table([
      ['1234A', '2026-03-01', 30, 50],
      [OTHER, '2026-03-01', 31, 51],
    ]),
  );
  expect(await placesOf()).toEqual([[OTHER, '龙洞站']]);
  await set({ station: '龙洞站', name: '龙洞自动站', from: '2026-03-01' });
  expect(await placesOf()).toEqual([[OTHER, '龙洞自动站']]);
  await made.call('stations.assign', { name: '1234A', to: null, reason: '不是本地的' });
  expect(await placesOf()).toEqual([[OTHER, '1234A']]);
});

test('the same bytes are judged anew after the register has changed, and are known again after that', async () => {
  const path = table([
    [TOWN, '2026-03-01', 30, 50],
    ['监控点甲', '2026-03-01', 40, 60],
    ['监控点甲', '2025-03-01', 41, 61],
  ]);
  expect((await work.take(path)).outcome).toBe('accepted');
  expect((await work.take(path)).outcome).toBe('duplicate');
  await set({ name: '监控点甲', places: [{ place: OTHER }] });
  expect((await work.take(path)).outcome).toBe('accepted');
  expect([(await work.day(OTHER, '2026-03-01'))['pm25'], (await work.day(OTHER, '2025-03-01'))['pm25']]).toEqual(['40', '41']);
  expect((await work.take(path)).outcome).toBe('duplicate');
  // A station that the file does not name changes nothing of what it says.
  await set({ name: '监控点乙', places: [{ place: OTHER }] });
  expect(['duplicate', 'unchanged']).toContain((await work.take(path)).outcome);
  expect(await work.check()).toEqual([]);
});
