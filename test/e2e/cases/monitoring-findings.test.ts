import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../support/folder.ts';
import { monitoringCase } from '../../support/monitoring-case.ts';
import { csvFile, type Row, workbookFile } from '../../support/monitoring-files.ts';

const folder = temporaryFolder();
const PLACE = '合阳城街道';
const SIX: Row = ['SO2', 'NO2', 'CO', 'O3_8h', 'PM10', 'PM2.5'];
/** AQI 60, 二级, PM10. */
const VALUES: Row = [8, 20, 0.8, 100, 70, 40];
const day = (number: number): string => `2025-03-${String(number).padStart(2, '0')}`;

const notable = (findings: readonly string[]): string[] => findings.filter((found) => !found.startsWith('N')).toSorted();

describe('AQI, level and primary pollutant of a file', () => {
  test('that are not those of its concentrations are named in the preview, and change nothing', async () => {
    const work = await monitoringCase(folder);
    const path = await workbookFile(folder, '日报.xlsx', {
      三月: [
        ['镇街', '日期', ...SIX, 'AQI', '空气质量类别', '首要污染物'],
        [PLACE, day(1), ...VALUES, 60, '良', 'PM10'],
        [PLACE, day(2), ...VALUES, 44, '优', '—'],
      ],
    });
    const { files } = await work.made.call('monitoring.preview', { sources: [work.made.grant(path)] });
    expect(files[0]?.tables[0]?.columns.slice(-3).map(({ header, meaning }) => [header, meaning])).toEqual([
      ['AQI', '只作核对'],
      ['空气质量类别', '只作核对'],
      ['首要污染物', '只作核对'],
    ]);
    expect(files[0]?.findings.map(({ sheet, cell, code, params }) => [sheet, cell, code, params])).toEqual([
      ['三月', 'I3', 'MONITOR_STATED_DIFFERS', { column: 'AQI', place: PLACE, date: day(2), what: 'aqi', stated: '44', computed: 60 }],
      [
        '三月',
        'J3',
        'MONITOR_STATED_DIFFERS',
        { column: '空气质量类别', place: PLACE, date: day(2), what: 'level', stated: '优', computed: 2 },
      ],
      [
        '三月',
        'K3',
        'MONITOR_STATED_DIFFERS',
        { column: '首要污染物', place: PLACE, date: day(2), what: 'primary', stated: '—', computed: 'pm10' },
      ],
    ]);
    expect(await work.take(path)).toMatchObject({ outcome: 'accepted' });
    expect(await work.day(PLACE, day(2))).toEqual({ so2: '8', no2: '20', co: '0.8', o3: '100', pm10: '70', pm25: '40' });
    expect(await work.check()).toEqual([]);
  });
});

describe('marks in columns of their own', () => {
  test('keep flagged values out of the statistics, in hours and in days', async () => {
    const work = await monitoringCase(folder);
    const hours = csvFile(folder, '小时.csv', [
      ['镇街', '日期', '小时', 'PM2.5', '标识', 'PM10', '标识'],
      ...Array.from({ length: 24 }, (_, hour): Row => [
        PLACE,
        day(1),
        hour + 1,
        hour < 4 ? 900 : 40,
        hour < 4 ? 'H' : '',
        70,
        hour === 5 ? 'Re' : '',
      ]),
    ]);
    const { findings } = await work.take(hours);
    expect(notable(findings)).toEqual(['E 小时!G7 MONITOR_FLAG_UNKNOWN', 'W 小时!E2 MONITOR_FLAGGED']);
    expect(await work.day(PLACE, day(1))).toEqual({ pm10: '70 (23)', pm25: '40 (20)' });
    const daily = await workbookFile(folder, '日均.xlsx', {
      日均: [
        ['镇街', '日期', 'PM2.5', 'PM10', '数据有效性'],
        [PLACE, day(2), 41, 71, '有效'],
        [PLACE, day(3), 500, 700, '无效'],
      ],
    });
    expect(notable((await work.take(daily)).findings)).toEqual(['W 日均!E3 MONITOR_FLAGGED']);
    expect([await work.day(PLACE, day(2)), await work.day(PLACE, day(3))]).toEqual([{ pm10: '71', pm25: '41' }, {}]);
    expect(await work.check()).toEqual([]);
  });
});

describe('a row of nothing but zeros', () => {
  test('leaves what was known of its day, and makes no hour of 0', async () => {
    const work = await monitoringCase(folder);
    const head = ['镇街', '日期', ...SIX];
    await work.take(csvFile(folder, '先.csv', [head, [PLACE, day(1), ...VALUES]]));
    const { findings } = await work.take(csvFile(folder, '后.csv', [head, [PLACE, day(1), 0, 0, 0, 0, 0, 0], [PLACE, day(2), ...VALUES]]));
    expect(notable(findings).filter((found) => !found.includes('BLANK_KEPT'))).toEqual(['W 后!C2 MONITOR_ROW_ZERO']);
    expect((await work.day(PLACE, day(1)))['pm25']).toBe('40');
    await work.take(
      csvFile(folder, '时.csv', [
        ['镇街', '日期', '小时', 'SO2', 'NO2', 'CO', 'O3', 'PM10', 'PM2.5'],
        ...Array.from({ length: 24 }, (_, hour): Row => [PLACE, day(3), hour + 1, ...(hour < 4 ? [0, 0, 0, 0, 0, 0] : VALUES)]),
      ]),
    );
    expect(await work.day(PLACE, day(3))).toMatchObject({ pm25: '40 (20)', so2: '8 (20)' });
    expect(await work.check()).toEqual([]);
  });
});

describe('two columns of the same place and pollutant', () => {
  test('of a workbook are neither taken in', async () => {
    const work = await monitoringCase(folder);
    const path = await workbookFile(folder, '微站.xlsx', {
      数据: [
        ['镇街', '日期', 'PM2.5', 'PM10', 'SO2', 'PM2.5', 'PM10'],
        [PLACE, day(1), 40, 70, 8, 41, 71],
      ],
    });
    const taken = await work.take(path);
    expect(taken.outcome).toBe('accepted');
    expect(notable(taken.findings)).toEqual(['E 数据!F1 MONITOR_COLUMN_TWICE', 'E 数据!G1 MONITOR_COLUMN_TWICE']);
    expect(await work.day(PLACE, day(1))).toEqual({ so2: '8' });
    expect(await work.check()).toEqual([]);
  });
});
