import { beforeEach, expect, test } from 'vitest';
import type { TestCore } from '../../../../support/core.ts';
import { temporaryFolder } from '../../../../support/folder.ts';
import { csvFile, emptyWork, type Row } from '../../../../support/monitoring-files.ts';

const folder = temporaryFolder();
let works = 0;
let made: TestCore & { readonly workPath: string };

beforeEach(async () => {
  made = await emptyWork(folder, `work-${(works += 1)}.sqlite`);
});

/** A day of hours labelled 0 to 23, which proves nothing of what the labels mean. */
const hours = (name: string, day: string, title = '时间'): string =>
  csvFile(folder, name, [
    ['镇街', title, 'PM2.5'],
    ...Array.from({ length: 24 }, (_, hour): Row => ['清平镇', `2024-07-${day} ${String(hour).padStart(2, '0')}:00`, 30 + hour]),
  ]);

const take = async (path: string, hourStamp: 'auto' | 'start' | 'end' = 'auto'): Promise<string[]> => {
  const { files } = await made.call('monitoring.import', { sources: [made.grant(path)], hourStamp });
  expect(files[0]?.outcome).toBe('accepted');
  return files[0]?.findings.map(({ code, params }) => `${code} ${params['stamp'] ?? ''}`.trim()) ?? [];
};

test('what was said of the hour labels of a source holds for its next file, and for no other source', async () => {
  expect(await take(hours('first.csv', '01'))).toContain('MONITOR_HOUR_STAMP end');
  expect(await take(hours('second.csv', '03'), 'start')).not.toContain('MONITOR_HOUR_STAMP end');
  expect(await take(hours('third.csv', '05'))).toContain('MONITOR_HOUR_STAMP_KEPT start');
  expect(await take(hours('other.csv', '07', '监测时间'))).toContain('MONITOR_HOUR_STAMP end');
  expect((await made.call('work.check', {})).problems).toEqual([]);
});

test('the last word counts, and a file that proves its labels needs none', async () => {
  await take(hours('first.csv', '01'), 'start');
  await take(hours('second.csv', '03'), 'end');
  expect(await take(hours('third.csv', '05'))).toContain('MONITOR_HOUR_STAMP_KEPT end');
  await take(hours('fourth.csv', '07'), 'start');
  const proven = csvFile(folder, 'proven.csv', [
    ['镇街', '时间', 'PM2.5'],
    ...Array.from({ length: 24 }, (_, hour): Row => ['清平镇', `2024-07-09 ${hour + 1}:00`, 30 + hour]),
  ]);
  expect((await take(proven)).filter((code) => code.startsWith('MONITOR_HOUR_STAMP'))).toEqual([]);
});

test('settings decide on values that say nothing certain, for the days from which they hold', async () => {
  const path = csvFile(folder, 'below.csv', [
    ['镇街', '日期', 'SO2', 'PM2.5'],
    ['清平镇', '2024-07-01', '3L', 30],
    ['清平镇', '2024-07-02', '3L', 31],
  ]);
  expect(await take(path)).toContain('MONITOR_BELOW_DETECTION');
  const set = { key: 'air.below-detection', value: 'half', from: '2024-07-02', reason: '按监测方案' };
  await made.call('settings.set', set);
  const codes = await take(path);
  expect(codes).toContain('MONITOR_BELOW_COUNTED');
  expect(codes).toContain('MONITOR_BELOW_DETECTION');
  const so2 = async (date: string) =>
    (await made.call('monitoring.day', { place: '清平镇', date })).steps.find(({ pollutant }) => pollutant === 'so2')?.exact ?? null;
  expect([await so2('2024-07-01'), await so2('2024-07-02')]).toEqual([null, '1.5']);
  expect((await made.call('work.check', {})).problems).toEqual([]);
});
