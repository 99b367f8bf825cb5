import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { TestCore } from '../../../../../support/core.ts';
import { temporaryFolder } from '../../../../../support/folder.ts';
import { type MonitoringCase, monitoringCase } from '../../../../../support/monitoring-case.ts';
import { csvFile, oneTownIsEnough, type Row } from '../../../../../support/monitoring-files.ts';
import { tamper } from '../../../../../support/tamper.ts';

const folder = temporaryFolder();
let work: MonitoringCase;
let made: TestCore;
let files = 0;

beforeEach(async () => {
  work = await monitoringCase(folder);
  made = work.made;
});
afterAll(() => made.core.close());

const HEAD = ['站点名称', '日期', 'PM2.5', 'PM10'];
/** A table of its own in a folder of its own, so that names of files say nothing. */
function table(rows: readonly Row[], head: Row = HEAD): string {
  const own = join(folder, `table-${(files += 1)}`);
  mkdirSync(own);
  return csvFile(own, '数据.csv', [head, ...rows]);
}
const [TOWN, OTHER] = ['清平镇', '合阳城街道'];
const day = async (place: string, date = '2026-03-01') => (await work.day(place, date))['pm25'];
const set = (request: object) => made.call('stations.set', { reason: '登记', ...request } as never);

describe('a name that nothing knows', () => {
  test('is assigned at the import, remembered, and given to another later, with the days that are stored', async () => {
    const first = table([['监控点甲', '2026-03-01', 30, 50]]);
    expect(await work.take(first)).toMatchObject({ outcome: 'rejected' });
    const taken = await work.take(first, { assign: [{ station: '监控点甲', place: TOWN }] });
    expect(taken).toEqual({ outcome: 'accepted', kind: 'monitoring', findings: ['N 数据!A2 MONITOR_STATION_REGISTERED'] });
    expect((await work.take(table([['监控点甲', '2026-03-02', 31, 50]]))).outcome).toBe('accepted');
    expect([await day(TOWN), await day(TOWN, '2026-03-02'), await day(OTHER)]).toEqual(['30', '31', undefined]);

    await made.call('stations.assign', { name: '监控点甲', to: OTHER, reason: '归错了' });
    expect([await day(TOWN), await day(OTHER), await day(OTHER, '2026-03-02')]).toEqual([undefined, '30', '31']);
    await made.call('stations.assign', { name: '监控点甲', to: null, reason: '不是本地的' });
    expect([await day(TOWN), await day(OTHER)]).toEqual([undefined, undefined]);
    expect((await work.take(table([['监控点甲', '2026-03-03', 31, 50]]))).outcome).toBe('rejected');
    expect(await work.check()).toEqual([]);
  });

  test('becomes another name of a station, whose newest file counts', async () => {
    await set({ name: '龙洞站', places: [{ place: TOWN }] });
    await work.take(table([['龙洞站', '2026-03-01', 30, 50]]));
    await work.take(table([['监控点甲', '2026-03-01', 40, 50]]), { assign: [{ station: '监控点甲', place: '龙洞站' }] });
    expect(await day(TOWN)).toBe('40');
    const { stations } = await made.call('stations.list', {});
    expect(stations).toMatchObject([{ name: '龙洞站', aliases: ['监控点甲'], data: { days: 2 } }]);
    expect(await work.check()).toEqual([]);
  });

  test('is listed for as long as it is assigned to nothing', async () => {
    await work.take(
      table([
        [TOWN, '2026-03-01', 30, 50],
        ['监控点甲', '2026-03-01', 30, 50],
      ]),
    );
    const open = async () => (await made.call('stations.list', {})).unassigned.map(({ name }) => name);
    expect(await open()).toEqual(['监控点甲']);
    await made.call('stations.assign', { name: '监控点甲', to: TOWN, reason: '归入' });
    expect(await open()).toEqual([]);
  });
});

describe('a station that several towns share', () => {
  test('feeds each with its weight, and is one station of the district', async () => {
    await oneTownIsEnough(made);
    await set({
      name: '共用站',
      places: [
        { place: TOWN, weight: '0.5' },
        { place: OTHER, weight: '3' },
      ],
    });
    await work.take(
      table([
        ['共用站', '2026-03-01', 30, 50],
        [TOWN, '2026-03-01', 60, 90],
        [OTHER, '2026-03-01', 90, 90],
      ]),
    );
    // (0.5 × 30 + 60) ÷ 1.5 = 50; (3 × 30 + 90) ÷ 4 = 45; (30 + 60 + 90) ÷ 3 = 60.
    expect([await day(TOWN), await day(OTHER), await day('全区')]).toEqual(['50', '45', '60']);
    expect(await work.check()).toEqual([]);
  });

  test('stands for whom the register says on the day, and for nobody after its last', async () => {
    await set({ name: '流动站', places: [{ place: TOWN }], from: '2026-03-01' });
    await set({ name: '流动站', places: [{ place: OTHER }], from: '2026-03-03', until: '2026-03-03' });
    const dates = ['2026-02-28', '2026-03-01', '2026-03-03', '2026-03-04'];
    const { findings } = await work.take(table(dates.map((date) => ['流动站', date, 30, 50])));
    expect(findings).toContain('W MONITOR_STATION_OUTSIDE');
    expect(await Promise.all(dates.map((date) => day(TOWN, date)))).toEqual([undefined, '30', undefined, undefined]);
    expect(await Promise.all(dates.map((date) => day(OTHER, date)))).toEqual([undefined, undefined, '30', undefined]);
  });
});

describe('codes', () => {
  test('of the national archive are read once the register knows them; the others are said in one line', async () => {
    await set({ name: '龙洞站', code: '1432A', places: [{ place: TOWN }] });
    const others = ['1001A', '1002A', '1003A', '1004A', '1005A', '1006A', '1007A'];
    const hours = Array.from({ length: 24 }, (_, hour) => hour);
    const rows = [...hours, 0].flatMap((hour, index) =>
      ['AQI', 'PM2.5', 'PM2.5_24h', 'PM10', 'SO2', 'NO2', 'O3', 'O3_8h', 'CO', 'CO_24h'].map((type, at): Row => [
        index === 24 ? '20260302' : '20260301',
        hour,
        type,
        ...others.map(() => 900),
        10 + at,
      ]),
    );
    const { outcome, findings } = await work.take(table(rows, ['date', 'hour', 'type', ...others, '1432A']));
    expect(outcome).toBe('accepted');
    expect(findings.filter((said) => said.startsWith('E') || said.includes('CODES'))).toEqual(['N 数据!D1 MONITOR_CODES_UNKNOWN']);
    expect(await work.day(TOWN, '2026-03-01')).toMatchObject({ pm25: '11 (24)', pm10: '13 (24)', co: '18 (24)' });
    expect(await work.check()).toEqual([]);
  });

  test('in a column of their own name the station', async () => {
    await set({ name: '龙洞站', code: '1432A', places: [{ place: TOWN }] });
    await work.take(table([['1432A', '2026-03-01', 30, 50]], ['站点编码', '日期', 'PM2.5', 'PM10']));
    expect(await day(TOWN)).toBe('30');
  });
});

describe('what a station monitors', () => {
  test('does not change by one value: it is announced, and the days before stay as they were', async () => {
    await work.take('80-2026四月.csv');
    expect((await work.figures('2026-04', OTHER))['days']).toBe('30/30');
    expect((await work.take('81-2026一格SO2.csv')).findings).toEqual(['W MONITOR_ITEMS_NEW']);
    expect((await work.figures('2026-04', OTHER))['days']).toBe('30/30');
    const calendar = await made.call('monitoring.calendar', { place: OTHER, year: 2026 });
    expect(calendar.days.filter(({ status }) => status === 'published')).toHaveLength(30);

    // Once somebody says so, what is missing of the new item is missing from that day on.
    await set({ name: OTHER, items: ['pm25', 'pm10', 'so2'], from: '2026-04-15' });
    expect((await work.figures('2026-04', OTHER))['days']).toBe('14/14');
    expect(await work.check()).toEqual([]);
  });

  test('holds for years in which the register speaks, and the data tell of the others', async () => {
    const rows = (year: number): Row[] => [
      [TOWN, `${year}-04-01`, 30, 50, null],
      [TOWN, `${year}-04-02`, 30, 50, 5],
    ];
    await work.take(table([...rows(2026), ...rows(2027)], ['镇街', '日期', 'PM2.5', 'PM10', 'SO2']));
    const days = async (year: number) => (await work.figures(`${year}-04`, TOWN))['days'];
    expect([await days(2026), await days(2027)]).toEqual(['1/1', '1/1']);
    await set({ name: TOWN, items: ['pm25', 'pm10'], from: '2027-01-01' });
    expect([await days(2026), await days(2027)]).toEqual(['1/1', '2/2']);
  });
});

test('what cannot be is refused with the reason', async () => {
  await set({ name: '龙洞站', code: '1432A', places: [{ place: TOWN }] });
  const fails = async (request: object) => (await made.fail('stations.set', { reason: 'x', ...request })).code;
  const places = [{ place: TOWN }];
  expect(await fails({ name: '新站' })).toBe('STATION_PLACE_MISSING');
  expect(await fails({ name: '新站', places: [{ place: '不存在镇' }] })).toBe('UNIT_UNKNOWN');
  expect(await fails({ name: '新站', places: [{ place: TOWN, weight: '0' }] })).toBe('STATION_WEIGHT');
  expect(await fails({ name: '新站', places: [...places, ...places] })).toBe('STATION_PLACE_TWICE');
  expect(await fails({ name: '新站', places, code: '1432a' })).toBe('STATION_NAME_TAKEN');
  expect(await fails({ name: '新站', places, aliases: [OTHER] })).toBe('STATION_NAME_PLACE');
  expect(await fails({ name: '新站', places, from: '2026-03-01', until: '2026-02-28' })).toBe('STATION_DATES');
  expect(await fails({ station: '没有的站', name: '新站', places })).toBe('STATION_UNKNOWN');
  expect(await fails({ places })).toBe('STATION_UNNAMED');
  expect((await made.fail('stations.assign', { name: '甲', to: '没有的站', reason: 'x' })).code).toBe('STATION_TARGET');
  expect((await made.fail('stations.assign', { name: OTHER, to: TOWN, reason: 'x' })).code).toBe('STATION_NAME_PLACE');
  expect((await made.call('stations.list', {})).stations).toHaveLength(1);
});

test('the check notices an entry that was changed, removed or slipped in', async () => {
  await set({ name: '龙洞站', places: [{ place: TOWN }] });
  const path = work.made.workPath;
  expect(await work.check()).toEqual([]);
  tamper(path, `UPDATE station_statement SET content = json_set(content, '$.items', json('["pm25"]'))`);
  expect(await work.check()).toMatchObject([{ kind: 'station' }, { kind: 'station' }]);
  tamper(path, 'DELETE FROM station_statement');
  expect(await work.check()).toMatchObject([{ kind: 'station', place: '站点登记第 1 条“龙洞站”' }]);
});

describe('items by the data', () => {
  test('of a station that comes later say nothing of the days before it', async () => {
    const days = (station: string, month: string, count: number, ...values: readonly number[]): Row[] =>
      Array.from({ length: count }, (_, index) => [station, `2024-${month}-${String(index + 1).padStart(2, '0')}`, ...values]);
    const assign = [
      { station: '甲号站', place: TOWN },
      { station: '乙号站', place: TOWN },
    ];
    const good = async (): Promise<string> => {
      const { rows } = await made.call('monitoring.evaluate', { period: '2024-04', places: [TOWN] });
      return `${rows[0]?.evaluation.days.good}/${rows[0]?.evaluation.days.valid}`;
    };
    await work.take(table(days('甲号站', '04', 30, 25, 50)), { assign });
    expect(await good()).toBe('30/30');
    await work.take(table(days('乙号站', '05', 10, 25, 50, 8, 20, 0.8, 90), [...HEAD, 'SO2', 'NO2', 'CO', 'O3_8h']), { assign });
    expect(await good()).toBe('30/30');
    expect((await made.call('work.check', {})).problems).toEqual([]);
  });
});

test('a registered name moves to another town with its items, and does not become a second station', async () => {
  await set({ name: '丁号站', places: [{ place: TOWN }], items: ['pm25', 'pm10'] });
  await made.call('stations.assign', { name: '丁号站', to: OTHER, reason: '核实' });
  const { stations } = await made.call('stations.list', {});
  const own = stations.filter(({ name }) => name === '丁号站');
  expect(own).toHaveLength(1);
  expect(JSON.stringify(own[0])).toContain('pm25');
  expect(JSON.stringify(own[0]?.phases ?? own[0])).toContain(OTHER);
  expect((await made.call('work.check', {})).problems).toEqual([]);
});
