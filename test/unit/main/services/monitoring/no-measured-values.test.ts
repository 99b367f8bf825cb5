import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../../../support/folder.ts';
import { type MonitoringCase, monitoringCase } from '../../../../support/monitoring-case.ts';
import { AFTER_THE_FILES, csvFile, type Row, workbookFile } from '../../../../support/monitoring-files.ts';
import { writeSampleReturn } from '../../../../support/sample-return.ts';

const folder = temporaryFolder();
const TOWN = '合阳城街道';
let work: MonitoringCase;
beforeAll(async () => (work = await monitoringCase(folder)));
afterEach(() => work.made.setNow(AFTER_THE_FILES));
afterAll(() => work.made.core.close());

let files = 0;
const table = (rows: readonly Row[]): string => csvFile(folder, `${(files += 1)}/数据.csv`, rows);

describe('days that are ahead of the import', () => {
  const rows: readonly Row[] = [
    ['镇街', '日期', 'PM2.5'],
    [TOWN, '2025-06-01', 30],
    [TOWN, '2025-06-02', 31],
    [TOWN, '2025-06-03', 32],
  ];

  test('are not stored, and are taken in when the same file comes again after them; the check finds both readings right', async () => {
    const file = table(rows);
    work.made.setNow('2025-06-01T23:00:00+08:00');
    expect(await work.take(file)).toMatchObject({ outcome: 'accepted', findings: ['E 数据!C3 MONITOR_AHEAD'] });
    expect([await work.day(TOWN, '2025-06-01'), await work.day(TOWN, '2025-06-02')]).toEqual([{ pm25: '30' }, {}]);
    expect((await work.take(file)).outcome).toBe('duplicate');
    expect(await work.check()).toEqual([]);
    // In Beijing it is the second already.
    work.made.setNow('2025-06-01T17:00:00Z');
    expect(await work.take(file)).toMatchObject({ outcome: 'accepted' });
    expect([await work.day(TOWN, '2025-06-02'), await work.day(TOWN, '2025-06-03')]).toEqual([{ pm25: '31' }, {}]);
    work.made.setNow('2025-06-10T09:00:00+08:00');
    expect(await work.take(file)).toMatchObject({ outcome: 'accepted', findings: [] });
    expect(await work.day(TOWN, '2025-06-03')).toEqual({ pm25: '32' });
    expect((await work.take(file)).outcome).toBe('duplicate');
    expect(await work.check()).toEqual([]);
  });

  test('a file of nothing else is refused', async () => {
    work.made.setNow('2025-06-10T09:00:00+08:00');
    expect(
      await work.take(
        table([
          ['镇街', '日期', 'PM2.5'],
          [TOWN, '2026-06-01', 30],
        ]),
      ),
    ).toMatchObject({ outcome: 'rejected' });
  });
});

describe('figures that a platform has left after dust', () => {
  test('by the title are no measured values; with other pollutants beside dashes they are a list of dust days', async () => {
    const title = '2025年5月各镇街浓度（扣沙后）';
    const rest: readonly Row[] = [[title], ['镇街', '日期', 'PM2.5', 'PM10', 'SO2']];
    const without = await work.take(table([...rest, [TOWN, '2025-05-01', 30, 60, 8]]));
    expect(without).toMatchObject({ outcome: 'accepted', kind: 'monitoring', findings: ['E 数据 MONITOR_DUST_ALONE'] });
    expect(await work.day(TOWN, '2025-05-01')).toEqual({ so2: '8' });
    const list = await work.take(table([...rest, [TOWN, '2025-05-02', '—', '—', 9]]));
    expect(list).toMatchObject({ outcome: 'accepted', kind: 'dust' });
    expect(await work.check()).toEqual([]);
  });

  test('beside what was measured are left aside', async () => {
    const rows: readonly Row[] = [
      ['镇街', '日期', 'PM10（扣沙前）', 'PM10（扣沙后）'],
      [TOWN, '2025-05-11', 500, '—'],
    ];
    expect((await work.take(table(rows))).findings).toContain('N 数据!D1 MONITOR_DUST_AFTER');
    expect(await work.day(TOWN, '2025-05-11')).toEqual({ pm10: '500' });
  });
});

test('a comment that takes a value back holds it, in the work as in the reading; the check agrees', async () => {
  const { default: exceljs } = await import('exceljs');
  const path = await workbookFile(folder, '批注/日报.xlsx', {
    日报: [
      ['镇街', '日期', 'PM2.5', 'PM10'],
      [TOWN, '2025-05-21', 30, 60],
    ],
  });
  const book = new exceljs.Workbook();
  await book.xlsx.readFile(path);
  for (const sheet of book.worksheets) sheet.getCell('C2').note = '此值无效，实为88';
  await book.xlsx.writeFile(path);
  expect((await work.take(path)).findings).toEqual(['E 日报!C2 MONITOR_COMMENT_HELD']);
  expect(await work.day(TOWN, '2025-05-21')).toEqual({ pm10: '60' });
  expect(await work.check()).toEqual([]);
});

test('a single day is held against what is known of its station', async () => {
  const days = Array.from({ length: 9 }, (_, index): Row => [TOWN, `2025-07-0${index + 1}`, 100 + index]);
  await work.take(table([['镇街', '日期', 'O3_8h'], ...days]));
  const far = await work.take(
    table([
      ['镇街', '日期', 'O3_8h'],
      [TOWN, '2025-07-11', 1020],
      [TOWN, '2025-07-12', 400],
    ]),
  );
  expect(far).toMatchObject({ outcome: 'accepted', findings: ['W 数据!C2 MONITOR_VALUE_FAR'] });
  expect(await work.day(TOWN, '2025-07-11')).toEqual({ o3: '1020' });
});

test('a return is said to be one, whoever sends it', async () => {
  for (const unitName of ['区公安局', TOWN]) {
    const file = await writeSampleReturn(work.made, folder, `${unitName}.xlsx`, { unitName });
    expect(await work.take(file)).toEqual({ outcome: 'rejected', kind: null, findings: ['E MONITOR_IS_RETURN'] });
  }
});
