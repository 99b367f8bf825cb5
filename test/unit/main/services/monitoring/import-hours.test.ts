import { beforeEach, describe, expect, test } from 'vitest';
import type { TestCore } from '../../../../support/core.ts';
import { temporaryFolder } from '../../../../support/folder.ts';
import { csvFile, emptyWork, hoursOf, oneTownIsEnough, type Row, workbookFile } from '../../../../support/monitoring-files.ts';

const folder = temporaryFolder();
let works = 0;
let made: TestCore & { readonly workPath: string };

beforeEach(async () => {
  made = await emptyWork(folder, `work-${(works += 1)}.sqlite`);
});

const importOf = (...paths: string[]) => made.call('monitoring.import', { sources: paths.map((path) => made.grant(path)) });
const dayOf = (place: string, date: string) => made.call('monitoring.day', { place, date });

/** Concentrations of a day as the calculation shows them. */
async function valuesOf(place: string, date: string): Promise<Record<string, string | null>> {
  const { steps } = await dayOf(place, date);
  return Object.fromEntries(steps.flatMap((step) => (step.exact === null ? [] : [[step.pollutant, step.exact]])));
}

describe('taking in hours', () => {
  const HOURS: Row = ['镇街', '站点', '日期', '小时', 'PM2.5', 'O3'];

  test('become days of stations, the mean of a town and the mean of the district, as reckoned by hand', async () => {
    await oneTownIsEnough(made);
    const path = await workbookFile(folder, '小时值.xlsx', {
      七月: [
        HOURS,
        // Hours 1 to 24: mean 12.5; O3 10·hour: the highest 8-hour mean is that of hours 17–24, 205.
        ...hoursOf('清平镇', '甲站', '2024-07-01', (hour) => [hour, hour * 10]),
        // 20 valid hours of 30, and O3 constant.
        ...hoursOf('清平镇', '乙站', '2024-07-01', (hour) => [hour <= 20 ? 30 : null, 100]),
        // 19 valid hours carry no mean.
        ...hoursOf('土场镇', '丙站', '2024-07-01', (hour) => [hour <= 19 ? 50 : '—', hour <= 10 ? 90 : null]),
        ...hoursOf('小沔镇', '丁站', '2024-07-01', () => [40, 60]),
      ],
    });
    const report = await importOf(path);
    expect(report.files[0]?.places.map((place) => [place.station, place.kind, place.newDays])).toEqual([
      ['乙站', 'hourly', 1],
      ['甲站', 'hourly', 1],
      ['丙站', 'hourly', 1],
      ['丁站', 'hourly', 1],
    ]);
    expect(await valuesOf('清平镇', '2024-07-01')).toEqual({ pm25: '21.25', o3: '152.5' });
    expect(await valuesOf('土场镇', '2024-07-01')).toEqual({});
    // Stations 12.5, 30 and 40; O3 205, 100 and 60.
    expect(await valuesOf('合川区', '2024-07-01')).toEqual({ pm25: '27.5', o3: '121.667' });
    const { hours, stations, steps, ozoneOneHour } = await dayOf('清平镇', '2024-07-01');
    expect(stations).toEqual(['乙站', '甲站']);
    expect(hours[23]).toMatchObject({
      hour: 24,
      ozone8h: '152.5',
      values: [
        { pollutant: 'o3', value: '170' },
        { pollutant: 'pm25', value: '24' },
      ],
    });
    expect(steps.find((step) => step.pollutant === 'pm25')).toMatchObject({ rounded: '21', validHours: 20, state: 'present' });
    expect(ozoneOneHour).toBe('170');
    expect((await made.call('work.check', {})).problems).toEqual([]);
  });

  test('two hours that change places change no mean and are still a change', async () => {
    const rows = (swap: boolean): Row[] => [
      HOURS,
      ...hoursOf('清平镇', '', '2024-07-01', (hour) => [swap && hour <= 2 ? 3 - hour : hour, 50]),
    ];
    await importOf(csvFile(folder, 'hours.csv', rows(false)));
    const {
      files: [file],
    } = await importOf(csvFile(folder, 'hours-swapped.csv', rows(true)));
    expect(file).toMatchObject({ outcome: 'accepted', changeCount: 1, changes: [{ field: 'hours', before: null, after: '2' }] });
    expect(
      (await dayOf('清平镇', '2024-07-01')).hours.slice(0, 2).map((row) => row.values.find((value) => value.pollutant === 'pm25')?.value),
    ).toEqual(['2', '1']);
  });

  test('win over the daily column of the same file, which is told where they differ', async () => {
    const path = await workbookFile(folder, '两表.xlsx', {
      小时: [
        ['镇街', '日期', '小时', 'PM2.5'],
        ...hoursOf('清平镇', '', '2024-07-01', (hour) => [hour]).map(([town, , ...rest]) => [town ?? '', ...rest]),
      ],
      日均: [
        ['镇街', '日期', 'PM2.5', 'PM10'],
        ['清平镇', '2024-07-01', 14, 20],
      ],
    });
    const {
      files: [file],
    } = await importOf(path);
    expect(file?.findings.find((item) => item.code === 'MONITOR_HOURS_DISAGREE')).toMatchObject({
      sheet: '日均',
      cell: 'C2',
      params: { printed: '14', reckoned: '12.500', count: 1 },
    });
    expect(await valuesOf('清平镇', '2024-07-01')).toEqual({ pm25: '12.5', pm10: '20' });
    expect((await dayOf('清平镇', '2024-07-01')).day.source).toBe('mixed');
  });

  test('a newer daily file counts over older hours, for its pollutants', async () => {
    await importOf(csvFile(folder, 'h.csv', [HOURS, ...hoursOf('清平镇', '', '2024-07-01', () => [40, 60])]));
    await importOf(
      csvFile(folder, 'd.csv', [
        ['镇街', '日期', 'PM2.5'],
        ['清平镇', '2024-07-01', 44],
      ]),
    );
    expect(await valuesOf('清平镇', '2024-07-01')).toEqual({ pm25: '44', o3: '60' });
  });

  test('the same bytes read with another meaning of the hours are another file', async () => {
    const path = csvFile(folder, 'zero.csv', [
      ['镇街', '时间', 'PM2.5'],
      ...Array.from({ length: 24 }, (_, hour): Row => ['清平镇', `2024-07-02 ${String(hour).padStart(2, '0')}:00`, hour]),
    ]);
    expect((await importOf(path)).files[0]).toMatchObject({ outcome: 'accepted' });
    // The hours that end at 1 to 23; 0:00 ends the day before.
    expect(await valuesOf('清平镇', '2024-07-02')).toEqual({ pm25: '12' });
    const report = await made.call('monitoring.import', { sources: [made.grant(path)], hourStamp: 'start' });
    expect(report.files[0]).toMatchObject({ outcome: 'accepted' });
    expect(await valuesOf('清平镇', '2024-07-02')).toEqual({ pm25: '11.5' });
    expect((await made.call('work.check', {})).problems).toEqual([]);
  });
});
