import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../support/folder.ts';
import { monitoringCase } from '../../support/monitoring-case.ts';
import { csvFile, type Row } from '../../support/monitoring-files.ts';

const folder = temporaryFolder();
const PLACE = '合阳城街道';

const march = async (files: readonly string[], options = {}) => {
  const work = await monitoringCase(folder);
  const taken = [];
  for (const file of files) taken.push(await work.take(file, options));
  return { work, taken, last: taken.at(-1), figures: await work.figures('2025-03', PLACE) };
};

describe('hours across in any writing are the same hours', () => {
  test.each(['02-1时到24时.csv', '03-0-1时.csv', '05-H01.csv'])('%s', async (file) => {
    const { work, last, figures } = await march([file]);
    expect(last).toMatchObject({ outcome: 'accepted', kind: 'monitoring' });
    expect(figures).toMatchObject({ pm25: '39.0', pm10: '79', o3: '120', days: '3/3' });
    const days = await Promise.all(['2025-03-01', '2025-03-02', '2025-03-03'].map((date) => work.day(PLACE, date)));
    expect(days.map(({ pm25 }) => pm25)).toEqual(['38.875 (24)', expect.stringMatching(/^39\.833/u), expect.stringMatching(/^38\.16/u)]);
    expect(days.map(({ o3 }) => o3?.split(' ')[0])).toEqual(['120.125', '120.25', '120.125']);
    expect(await work.check()).toEqual([]);
  });
});

test('stamps from 01:00 to 00:00 are ends of hours', async () => {
  const { work, last } = await march(['70-国控导出-终点标注.csv']);
  expect(last?.findings).not.toContainEqual(expect.stringContaining('MONITOR_HOUR_STAMP'));
  const days = await Promise.all(['2025-03-01', '2025-03-02', '2025-03-03', '2025-03-04'].map((date) => work.day(PLACE, date)));
  expect(days.map(({ pm25 }) => pm25)).toEqual(['10 (24)', '20 (24)', '30 (24)', undefined]);
  expect(days.slice(0, 3).map(({ o3 }) => o3?.split(' ')[0])).toEqual(['120.5', '120.5', '120.5']);
  expect(await work.check()).toEqual([]);
});

const hourRows = (date: string, hours: readonly number[], suffix: string, value: (hour: number) => number): Row[] =>
  hours.map((hour) => [PLACE, `${date}T${String(hour).padStart(2, '0')}:00:00${suffix}`, value(hour)]);
const ALL = Array.from({ length: 24 }, (_, hour) => hour);

describe('labels and time zones', () => {
  const take = async (name: string, rows: readonly Row[], options = {}) => {
    const work = await monitoringCase(folder);
    return { work, taken: await work.take(csvFile(folder, name, [['镇街', '时间', 'PM2.5'], ...rows]), options) };
  };

  test('0 to 23 alone are ends, with a word, unless the option says start', async () => {
    const rows = hourRows('2025-03-05', ALL, '', (hour) => (hour === 0 ? 100 : 10));
    const ends = await take('label-a.csv', rows);
    expect(ends.taken.findings).toContain('N label-a!B1 MONITOR_HOUR_STAMP');
    expect((await ends.work.day(PLACE, '2025-03-05'))['pm25']).toBe('10 (23)');
    const starts = await take('label-b.csv', rows, { hourStamp: 'start' });
    expect((await starts.work.day(PLACE, '2025-03-05'))['pm25']).toBe('13.75 (24)');
  });

  test('Z is eight hours earlier, +08:00 is local, another zone is converted', async () => {
    const utc = await take(
      'zone-z.csv',
      [...hourRows('2025-03-05', ALL, 'Z', (hour) => (hour < 16 ? 20 : 80)), ...hourRows('2025-03-06', ALL, 'Z', () => 80)],
      { hourStamp: 'start' },
    );
    expect(utc.taken.findings).toContain('N zone-z!B2 MONITOR_ZONE_CONVERTED');
    expect((await utc.work.day(PLACE, '2025-03-06'))['pm25']).toBe('80 (24)');
    const local = await take(
      'zone-8.csv',
      hourRows('2025-03-05', ALL, '+08:00', () => 30),
      { hourStamp: 'start' },
    );
    expect(local.taken.findings.filter((found) => found.startsWith('E') || found.includes('ZONE'))).toEqual([]);
    expect((await local.work.day(PLACE, '2025-03-05'))['pm25']).toBe('30 (24)');
    const tokyo = await take(
      'zone-9.csv',
      [...hourRows('2025-03-05', ALL, '+09:00', () => 30), ...hourRows('2025-03-06', [0], '+09:00', () => 30)],
      { hourStamp: 'start' },
    );
    expect((await tokyo.work.day(PLACE, '2025-03-05'))['pm25']).toBe('30 (24)');
  });

  test('the last minute of an hour ends it', async () => {
    const rows = ALL.map((hour): Row => [PLACE, `2025-03-05 ${String(hour).padStart(2, '0')}:59`, hour]);
    const { work } = await take('minute-59.csv', rows);
    expect((await work.day(PLACE, '2025-03-05'))['pm25']).toBe('11.5 (24)');
  });

  test('rows of five minutes are no hours', async () => {
    const rows = ALL.flatMap((hour) =>
      Array.from({ length: 12 }, (_, step): Row => [
        PLACE,
        `2025-03-05 ${String(hour).padStart(2, '0')}:${String(step * 5).padStart(2, '0')}`,
        step === 0 ? 500 : 10,
      ]),
    );
    const { taken } = await take('minutes.csv', rows);
    expect(taken.outcome).toBe('rejected');
    expect(taken.findings).toContain('E minutes!B3 MONITOR_NOT_HOURLY');
  });
});

describe('tables of other shapes', () => {
  test('06: two header rows and a unit row', async () => {
    expect((await march(['06-两行表头加单位行.xlsx'])).figures).toMatchObject({
      pm25: '39.2',
      pm10: '79',
      co: '1.2',
      o3: '149',
      days: '31/31',
    });
  });

  test('07: a station is read as its town, and said so', async () => {
    const { last, figures } = await march(['07-年月日时文本.csv']);
    expect(last?.findings).toContain('N 07-年月日时文本!A2 MONITOR_STATION_MATCHED');
    expect(figures).toMatchObject({ pm25: '39.2', pm10: '79', o3: '126', days: '3/3' });
  });

  test('16: particles count as measured, not at standard conditions', async () => {
    const { last, figures } = await march(['16-标况实况.csv']);
    expect(last?.findings.filter((found) => found.includes('STATE'))).toEqual([
      'N 16-标况实况!C1 MONITOR_STATE_SPARE',
      'N 16-标况实况!E1 MONITOR_STATE_SPARE',
    ]);
    expect(figures).toMatchObject({ pm25: '37.0', pm10: '74', days: '9/9' });
  });

  test('a file with particles at standard conditions alone, or of a kind not said, is refused at the header', async () => {
    const work = await monitoringCase(folder);
    const alone = csvFile(folder, 'alone.csv', [
      ['镇街', '日期', 'PM2.5（标况）', 'SO2'],
      [PLACE, '2025-03-01', 40, 8],
    ]);
    expect(await work.take(alone)).toMatchObject({
      outcome: 'rejected',
      findings: expect.arrayContaining(['E alone!C1 MONITOR_STATE_ALONE']),
    });
    const unclear = csvFile(folder, 'unclear.csv', [
      ['镇街', '日期', '颗粒物', 'SO2'],
      [PLACE, '2025-03-01', 40, 8],
    ]);
    expect(await work.take(unclear)).toMatchObject({
      outcome: 'rejected',
      findings: expect.arrayContaining(['E unclear!C1 MONITOR_PARTICLES_UNKNOWN']),
    });
  });

  test('18: the daily form of HJ 633, whose day stands in the title', async () => {
    const { work, last } = await march(['18-HJ633日报表.xlsx']);
    expect(last?.findings.filter((found) => !found.startsWith('N'))).toEqual([]);
    for (const place of [PLACE, '钓鱼城街道', '盐井街道'])
      expect(await work.day(place, '2025-03-01')).toEqual({ so2: '10', no2: '20', co: '0.8', o3: '100', pm10: '70', pm25: '30' });
    expect(await work.check()).toEqual([]);
  });

  test('19: month and day in columns want a year', async () => {
    const without = await march(['19-月日分列.csv']);
    expect(without.last).toMatchObject({
      outcome: 'rejected',
      findings: expect.arrayContaining(['E 19-月日分列!B1 MONITOR_YEAR_MISSING']),
    });
    const { figures, work } = await march(['19-月日分列.csv'], { year: 2025 });
    expect(figures).toMatchObject({ pm25: '30.0', pm10: '60', days: '9/9' });
    expect(await work.check()).toEqual([]);
  });

  test('95: forecasts of three leads side by side', async () => {
    const { work, last } = await march(['95-预报-三时效并排.csv']);
    expect(last).toMatchObject({ outcome: 'accepted', kind: 'forecast', findings: ['N 95-预报-三时效并排!A1 FORECAST_LEADS_COUNTED'] });
    const { files } = await work.made.call('monitoring.preview', {
      sources: [
        work.made.grant(
          csvFile(folder, 'f.csv', [
            ['发布日期', '24小时AQI范围'],
            ['2025-03-01', '45-65'],
          ]),
        ),
      ],
    });
    expect(files[0]?.entries).toMatchObject({ read: 1 });
    expect(await work.check()).toEqual([]);
  });

  test('an unknown station is taken where it was assigned, and remembered', async () => {
    const work = await monitoringCase(folder);
    const file = (name: string, date: string) =>
      csvFile(folder, name, [
        ['站点名称', '日期', 'PM2.5'],
        ['龙洞监控点A', date, 30],
      ]);
    expect(await work.take(file('s1.csv', '2025-03-01'))).toMatchObject({ outcome: 'rejected' });
    await work.take(file('s2.csv', '2025-03-01'), { assign: [{ station: '龙洞监控点A', place: PLACE }] });
    await work.take(file('s3.csv', '2025-03-02'));
    expect((await work.day(PLACE, '2025-03-02'))['pm25']).toBe('30');
    expect(await work.check()).toEqual([]);
  });

  test('a table of AQI alone is kept as published, and no value of a day comes of it', async () => {
    const work = await monitoringCase(folder);
    const taken = await work.take(
      csvFile(folder, 'aqi.csv', [
        ['镇街', '日期', 'AQI', '级别'],
        [PLACE, '2025-03-01', 60, '二级'],
      ]),
    );
    expect(taken).toMatchObject({ outcome: 'accepted', findings: [expect.stringContaining('MONITOR_PUBLISHED_KEPT')] });
    expect((await work.figures('2025-03', PLACE))['days']).toBe('0/0');
    expect(await work.check()).toEqual([]);
  });
});
