import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../support/folder.ts';
import { monitoringCase } from '../../support/monitoring-case.ts';
import { csvFile } from '../../support/monitoring-files.ts';

const folder = temporaryFolder();
const PLACE = '合阳城街道';
const BASE = '40-基础日值.csv';

const dustDates = async (work: Awaited<ReturnType<typeof monitoringCase>>) =>
  (await work.made.call('monitoring.dust', { year: 2025 })).days.map(({ date }) => date);

describe('a dust list is what says so', () => {
  test.each([
    ['30-巡查.csv', ['E 30-巡查!C1 DUST_COLUMN_UNKNOWN']],
    ['32-俗名.csv', ['E 32-俗名!C1 MONITOR_PARTICLES_UNKNOWN', 'E 32-俗名!D1 MONITOR_PARTICLES_UNKNOWN']],
  ])('%s is none', async (file, findings) => {
    const work = await monitoringCase(folder);
    await work.take(BASE);
    expect(await work.take(file)).toEqual({ outcome: 'rejected', kind: null, findings });
    expect(await dustDates(work)).toEqual([]);
    expect(await work.figures('2025-03', PLACE)).toMatchObject({ pm25: '32.9' });
  });

  test('by its name, a title or a header', async () => {
    const rows = [
      ['镇街', '日期'],
      [PLACE, '2025-03-05'],
    ];
    const work = await monitoringCase(folder);
    expect(await work.take(csvFile(folder, '清单.csv', rows))).toMatchObject({
      outcome: 'rejected',
      findings: ['E 清单!A1 DUST_NOT_SAID'],
    });
    expect(await work.take(csvFile(folder, '沙尘天.csv', rows))).toMatchObject({ outcome: 'accepted', kind: 'dust' });
    expect(await dustDates(work)).toEqual(['2025-03-05']);
    expect(await work.check()).toEqual([]);
  });

  test('the table of a platform with dashes for the particles is one, and replaces nothing', async () => {
    const work = await monitoringCase(folder);
    expect(await work.take(BASE)).toMatchObject({ outcome: 'accepted' });
    expect(await work.figures('2025-03', PLACE)).toEqual({
      pm25: '32.9',
      pm10: '64',
      so2: '8',
      no2: '20',
      co: '0.8',
      o3: '104',
      days: '31/31',
    });
    const taken = await work.take('41-城市扣沙数据查询2025-03.csv');
    expect(taken).toMatchObject({ outcome: 'accepted', kind: 'dust' });
    expect(taken.findings.filter((found) => found.startsWith('W'))).toEqual(
      [2, 3, 4].flatMap((row) => ['D', 'E', 'G', 'H'].map((column) => `W 41-城市扣沙数据查询2025-03!${column}${row} DUST_VALUE_DIFFERS`)),
    );
    expect(await dustDates(work)).toEqual(['2025-03-13', '2025-03-14', '2025-03-15']);
    expect(await work.day(PLACE, '2025-03-13')).toMatchObject({ so2: '8', no2: '20', co: '0.8' });
    const { rows } = await work.made.call('monitoring.evaluate', { period: '2025-03', places: [PLACE] });
    expect(rows[0]?.evaluation.dust).toMatchObject({
      days: 3,
      withDust: { pm25: { published: '32.9' } },
      withoutDust: { pm25: { published: '33.0' } },
    });
    expect(rows[0]?.evaluation.days).toMatchObject({ good: 31, valid: 31 });
    expect(await work.check()).toEqual([]);
  });
});

describe('a blank takes no measured value back', () => {
  const HEAD = ['镇街', '日期', 'PM2.5', 'PM10'];
  test('without confirmation; each place is named', async () => {
    const work = await monitoringCase(folder);
    await work.take(BASE);
    const later = csvFile(folder, '补报.csv', [HEAD, [PLACE, '2025-03-01', '—', 61], [PLACE, '2025-03-02', '', 70]]);
    const taken = await work.take(later);
    expect(taken.findings.filter((found) => found.startsWith('W'))).toEqual([
      'W 补报!C2 MONITOR_BLANK_KEPT',
      'W 补报!C3 MONITOR_BLANK_KEPT',
    ]);
    expect([(await work.day(PLACE, '2025-03-01'))['pm25'], (await work.day(PLACE, '2025-03-02'))['pm10']]).toEqual(['31', '70']);
    expect(await work.check()).toEqual([]);
    const replaced = await work.take(later, { blanks: 'replace' });
    expect(replaced.findings).toContain('W 补报!C2 MONITOR_VALUE_TAKEN_BACK');
    expect((await work.day(PLACE, '2025-03-01'))['pm25']).toBeUndefined();
    expect(await work.check()).toEqual([]);
  });
});

describe('what is no value', () => {
  test('negatives are missing and counted, 3L and <3 and a daily 0 are not adopted', async () => {
    const work = await monitoringCase(folder);
    const { findings } = await work.take(
      csvFile(folder, '标记.csv', [
        ['镇街', '日期', 'PM2.5', 'SO2', 'NO2'],
        [PLACE, '2025-03-01', -2, '3L', '<3'],
        [PLACE, '2025-03-02', 30, 0, '35Q'],
      ]),
    );
    expect(findings.filter((found) => !found.startsWith('N')).toSorted()).toEqual([
      'E 标记!D2 MONITOR_BELOW_DETECTION',
      'E 标记!D3 MONITOR_VALUE_DOUBTFUL_ZERO',
      'E 标记!E2 MONITOR_BELOW_DETECTION',
      'E 标记!E3 MONITOR_VALUE_UNREADABLE',
      'W 标记!C2 MONITOR_VALUE_NEGATIVE',
    ]);
    expect(await work.day(PLACE, '2025-03-02')).toEqual({ pm25: '30' });
  });
});
