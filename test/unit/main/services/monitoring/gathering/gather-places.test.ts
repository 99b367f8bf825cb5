import { beforeEach, describe, expect, test } from 'vitest';
import { gatherPlaces } from '../../../../../../main/services/monitoring/gathering/gather-places.ts';
import { lastDayOfAny } from '../../../../../../main/services/monitoring/gathering/last-day.ts';
import { airCacheOf } from '../../../../../../main/services/monitoring/gathering/air-cache.ts';
import { readWorkPlan } from '../../../../../../main/services/plan/work-plan.ts';
import { evaluatePlaces } from '../../../../../../main/services/monitoring/evaluation/evaluate.ts';
import type { ServiceContext } from '../../../../../../main/services/context.ts';
import { openDatabase, type WorkDatabase } from '../../../../../../main/db/open.ts';
import { importedWork, type TestCore } from '../../../../../support/core.ts';
import { temporaryFolder } from '../../../../../support/folder.ts';
import { csvFile, emptyWork, oneTownIsEnough, type Row } from '../../../../../support/monitoring-files.ts';

const folder = temporaryFolder();
let works = 0;
let made: TestCore & { readonly workPath: string };

beforeEach(async () => {
  made = await emptyWork(folder, `work-${(works += 1)}.sqlite`);
});

const importOf = (path: string) => made.call('monitoring.import', { sources: [made.grant(path)] });
const HEAD: Row = ['镇街', '日期', 'PM2.5', 'PM10', 'SO2', 'NO2', 'CO', 'O3-8h'];
const SETTINGS = { standard: 'byDate', dust: { concentrations: true, days: 'left-out' }, index: { rounding: 'sum' } } as const;

describe('where days come from', () => {
  test('the return of the town fills whole days that the monitoring data do not speak of, and no part of a day', async () => {
    const work = await importedWork(folder);
    const before = await work.call('monitoring.day', { place: '清平镇', date: '2024-07-11' });
    await work.call('monitoring.import', {
      sources: [
        work.grant(
          csvFile(folder, 'part.csv', [
            ['镇街', '日期', 'PM2.5'],
            ['清平镇', '2024-07-10', 12],
            ['清平镇', '2024-07-12', '无效'],
          ]),
        ),
      ],
    });
    const { days } = await work.call('monitoring.calendar', { place: '清平镇', year: 2024 });
    expect(
      days.filter((day) => day.date >= '2024-07-10' && day.date <= '2024-07-12').map(({ date, source, status }) => [date, source, status]),
    ).toEqual([
      ['2024-07-10', 'daily', 'published'],
      ['2024-07-11', 'return', 'published'],
      ['2024-07-12', null, 'none'],
    ]);
    const detail = await work.call('monitoring.day', { place: '清平镇', date: '2024-07-10' });
    expect(detail.steps.filter((step) => step.exact !== null).map((step) => step.pollutant)).toEqual(['pm25']);
    expect(await work.call('monitoring.day', { place: '清平镇', date: '2024-07-11' })).toEqual(before);
    expect(before.sources.every((source) => source.file.includes('清平镇') && source.cell !== '')).toBe(true);
    const { notes } = await work.call('monitoring.evaluate', { period: '2024', places: ['清平镇'] });
    expect(notes.some((note) => note.startsWith('清平镇没有监测数据的日期'))).toBe(true);
    work.core.close();
  });

  test('the district is the mean of its own stations where it has any, and the result says so', async () => {
    await oneTownIsEnough(made);
    await importOf(csvFile(folder, 'towns.csv', [HEAD, ['清平镇', '2024-07-01', 30], ['土场镇', '2024-07-01', 41]]));
    expect(
      (await made.call('monitoring.day', { place: '合川区', date: '2024-07-01' })).steps.find((step) => step.pollutant === 'pm25')?.exact,
    ).toBe('35.5');
    await importOf(csvFile(folder, 'own.csv', [HEAD, ['合川区', '2024-07-01', 20]]));
    expect(
      (await made.call('monitoring.day', { place: 'district', date: '2024-07-01' })).steps.find((step) => step.pollutant === 'pm25')?.exact,
    ).toBe('20');
    expect((await made.call('monitoring.evaluate', { period: '2024-07', places: ['合川区'] })).notes).toContain(
      '合川区数值为区级点位的算术平均值。',
    );
  });

  test('a unit that is no town, or no unit at all, is refused', async () => {
    for (const place of ['区气象局', '无名镇'])
      expect(await made.fail('monitoring.calendar', { place, year: 2024 })).toMatchObject({ code: 'UNIT_UNKNOWN' });
    expect(await made.fail('monitoring.evaluate', { period: '2024-13' })).toMatchObject({ code: 'PERIOD_INVALID' });
  });
});

describe('dust days', () => {
  const dust = (name: string, ...rows: Row[]) => csvFile(folder, name, [['2024年扣沙日清单'], ['日期', '区域', '备注'], ...rows]);
  const pm10 = async (): Promise<string | undefined> =>
    (await made.call('monitoring.evaluate', { period: '2024-07', places: ['清平镇'], settings: SETTINGS })).rows[0]?.evaluation
      .concentrations.pm10?.mean.exact;

  test('take their particles out of the means, and a new list replaces the one before', async () => {
    await importOf(
      csvFile(folder, 'dusty.csv', [
        HEAD,
        ['清平镇', '2024-07-01', 30, 50],
        ['清平镇', '2024-07-02', 90, 400],
        ['清平镇', '2024-07-03', 40, 70],
      ]),
    );
    expect(Number(await pm10())).toBeCloseTo(520 / 3);
    await importOf(dust('沙一.csv', ['2024-07-02', '全区', '浮尘'], ['2024-07-03', '土场镇', '']));
    expect(await pm10()).toBe('60');
    const replaced = await importOf(dust('沙二.csv', ['2024-07-03', '清平镇', '']));
    expect(replaced.files[0]).toMatchObject({
      entries: { read: 1, added: 1, removed: 2 },
      findings: [{ code: 'DUST_DAYS_REMOVED', params: { count: 2, dates: '2024-07-02、2024-07-03' } }],
    });
    expect(await pm10()).toBe('225');
    expect((await made.call('monitoring.dust', { year: 2024 })).days.map((day) => [day.date, day.places])).toEqual([
      ['2024-07-03', ['清平镇']],
    ]);
  });
});

describe('forecasts', () => {
  test('are right or wrong as reckoned by hand, by the levels of their day of publication', async () => {
    // AQI of PM2.5 under HJ 633-2012: 30 → 43 (优), 60 → 82 (良), 80 → 107 (轻度污染).
    await importOf(
      csvFile(folder, 'observed.csv', [
        ['镇街', '日期', 'PM2.5'],
        ['合川区', '2024-07-01', 30],
        ['合川区', '2024-07-02', 60],
        ['合川区', '2024-07-03', 80],
      ]),
    );
    await importOf(
      csvFile(folder, '预报.csv', [
        ['发布时间', '预报日期', '预报AQI下限', '预报AQI上限', '预报级别', '预报首要污染物'],
        ['2024-06-30 17:00', '2024-07-01', 30, 50, '优', '无'],
        ['2024-07-01 17:00', '2024-07-02', 40, 60, '优-良', 'PM2.5'],
        ['2024-07-02 17:00', '2024-07-03', 60, 80, '良', 'O3'],
        ['2024-07-03 17:00', '2024-07-04', 60, 80, '良', 'O3'],
      ]),
    );
    const { accuracy, standards } = await made.call('monitoring.forecast', { period: '2024-07' });
    expect(accuracy.all.metrics.map(({ metric, right, judged, rate }) => [metric, right, judged, rate])).toEqual([
      ['level', 2, 3, '66.7'],
      ['range25', 1, 3, '33.3'],
      ['interval', 1, 3, '33.3'],
      ['primary', 1, 2, '50.0'],
      ['primaryStrict', 1, 2, '50.0'],
      ['heavy', 0, 0, null],
    ]);
    expect(accuracy.leftOut.map((row) => [row.date, row.reason])).toEqual([['2024-07-04', 'noObservation']]);
    expect(accuracy.wrong[0]?.source).toContain('预报');
    expect(standards).toEqual(['GB 3095-2012、HJ 633-2012、HJ 663-2013']);
  });
});

describe('what is remembered', () => {
  test('a year is gathered once, and a changed day summarises one month of the town and of the district anew', async () => {
    await oneTownIsEnough(made);
    const days = Array.from({ length: 30 }, (_, index) => `2024-06-${String(index + 1).padStart(2, '0')}`);
    await importOf(
      csvFile(folder, 'june.csv', [
        HEAD,
        ...days.flatMap((date): Row[] => [
          ['清平镇', date, 30],
          ['土场镇', date, 40],
        ]),
        ['清平镇', '2024-07-01', 30],
      ]),
    );
    const work = openDatabase(made.workPath);
    const context = { work: work as WorkDatabase } as ServiceContext;
    const { plan } = readWorkPlan(work.handle);
    const first = gatherPlaces(context, plan, '2024-01-01', '2024-12-31');
    expect(gatherPlaces(context, plan, '2024-01-01', '2024-12-31')[13]).toBe(first[13]);
    expect(
      gatherPlaces(context, plan, '2024-06-30', '2024-07-01')
        .find((place) => place.name === '清平镇')
        ?.days.map((day) => day.date),
    ).toEqual(['2024-06-30', '2024-07-01']);
    const evaluate = () => evaluatePlaces(context, { period: '2024', settings: SETTINGS });
    evaluate();
    const { values } = airCacheOf(work).summaries.computed();
    evaluate();
    expect(airCacheOf(work).summaries.computed().values).toBe(values);
    // Another connection changes one day behind this one's back.
    await importOf(
      csvFile(folder, 'june-10.csv', [
        ['镇街', '日期', 'PM2.5'],
        ['清平镇', '2024-06-10', 35],
      ]),
    );
    evaluate();
    expect(airCacheOf(work).summaries.computed().values).toBe(values + 2);
    work.close();
  });
});

describe('what is read for a place', () => {
  test('is what it is made of: for a town its own stations, for the district all of them', async () => {
    await importOf(csvFile(folder, 'several.csv', [HEAD, ['清平镇', '2024-07-01', 30], ['土场镇', '2024-07-01', 41]]));
    const work = openDatabase(made.workPath, { readOnly: true });
    const { plan } = readWorkPlan(work.handle);
    const read = (): number => [...airCacheOf(work).stations(work.handle, 2024).values()].filter((series) => series !== null).length;
    const [town] = gatherPlaces(
      { work },
      plan,
      '2024-01-01',
      '2024-12-31',
      new Set([plan.units.find(({ name }) => name === '清平镇')?.id ?? '']),
    );
    expect([town?.name, town?.days.length, read()]).toEqual(['清平镇', 1, 1]);
    const all = gatherPlaces({ work }, plan, '2024-01-01', '2024-12-31');
    expect([all.find(({ name }) => name === '清平镇'), read()]).toEqual([town, 2]);
    work.close();
  });

  test('is no more than it takes to know the last day with a value, which is not the last row', async () => {
    await importOf(
      csvFile(folder, 'last.csv', [
        ['镇街', '日期', 'PM2.5'],
        ['清平镇', '2024-07-01', 30],
        ['土场镇', '2024-07-02', 41],
        ['土场镇', '2024-07-03', '无效'],
      ]),
    );
    const work = openDatabase(made.workPath, { readOnly: true });
    const { plan } = readWorkPlan(work.handle);
    const last = (from: string, to: string): string => lastDayOfAny({ work }, plan, from, to);
    expect([
      last('2024-07-01', '2024-12-31'),
      last('2024-01-01', '2024-07-01'),
      last('2024-01-01', '2024-06-30'),
      last('2023-01-01', '2023-12-31'),
    ]).toEqual(['2024-07-02', '2024-07-01', '', '']);
    work.close();
  });
});
