import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import type { TestCore } from '../../../../../support/core.ts';
import { temporaryFolder } from '../../../../../support/folder.ts';
import { type MonitoringCase, monitoringCase } from '../../../../../support/monitoring-case.ts';
import { csvFile, type Row, workbookFile } from '../../../../../support/monitoring-files.ts';

const folder = temporaryFolder();
let work: MonitoringCase;
let made: TestCore;

beforeEach(async () => {
  work = await monitoringCase(folder);
  made = work.made;
});
afterAll(() => made.core.close());

const HEAD = ['站点名称', '站点代码', '别名', '所属镇街', '站点类型', '监测项目', '启用日期', '停用日期'];
const [TOWN, OTHER] = ['清平镇', '合阳城街道'];
const GOOD: readonly Row[] = [
  HEAD,
  ['龙洞站', '3001A', '龙洞;龙洞子站', TOWN, '乡镇站', '', '', ''],
  ['江边微站', '', '', `${TOWN}=0.25、${OTHER}=0.75`, '微站', 'PM2.5、PM10', '2025-03-01', '2026年6月30日'],
];
const lines = ({ lines: all }: { lines: { cell: string; act: string | null; failure: { code: string } | null }[] }) =>
  all.map(({ cell, act, failure }) => `${cell} ${act ?? failure?.code ?? ''}`);
const take = (path: string) => made.call('stations.import', { source: made.grant(path), reason: '年初登记' });
const listed = async () => (await made.call('stations.list', {})).stations;

test('a workbook of stations is looked at row by row, stored at once, and found by the check', async () => {
  const path = await workbookFile(folder, '站点.xlsx', { 站点: [['合川区站点表'], ...GOOD] });
  expect(lines(await made.call('stations.read', { source: made.grant(path) }))).toEqual(['A3 new', 'A4 new']);
  expect(await listed()).toEqual([]);
  const said = await take(path);
  expect([said.stored, lines(said)]).toEqual([true, ['A3 new', 'A4 new']]);
  const stations = await listed();
  expect(stations.find(({ name }) => name === '龙洞站')).toMatchObject({
    aliases: ['龙洞', '龙洞子站'],
    phases: [{ code: '3001A', kind: 'town', from: null, items: null, places: [{ name: TOWN, weight: '1' }] }],
  });
  expect(stations.find(({ name }) => name === '江边微站')).toMatchObject({
    phases: [
      {
        kind: 'micro',
        from: '2025-03-01',
        until: '2026-06-30',
        items: ['pm25', 'pm10'],
        places: [
          { name: TOWN, weight: '0.25' },
          { name: OTHER, weight: '0.75' },
        ],
      },
    ],
  });
  expect(lines(await made.call('stations.read', { source: made.grant(path) }))).toEqual(['A3 changed', 'A4 changed']);
  expect(await work.check()).toEqual([]);
});

test('rows that cannot be taken are told by their cell with what is wrong, and nothing is stored', async () => {
  const bad: readonly Row[] = [
    ...GOOD,
    ['甲站', '', '', '没有这个镇', '', '', '', ''],
    ['乙站', '', '', TOWN, '流动', '', '', ''],
    ['丙站', '', '', TOWN, '', 'TSP', '', ''],
    ['丁站', '', '', TOWN, '', '', '去年', ''],
    ['戊站', '', '', '', '', '', '', ''],
    ['己站', '3001A', '', OTHER, '', '', '', ''],
  ];
  const said = await take(csvFile(folder, '站点.csv', bad));
  expect([said.stored, lines(said)]).toEqual([
    false,
    [
      'A2 new',
      'A3 new',
      'A4 UNIT_UNKNOWN',
      'A5 STATION_CELL',
      'A6 STATION_CELL',
      'A7 STATION_CELL',
      'A8 STATION_PLACE_MISSING',
      expect.stringMatching(/^A9 /u),
    ],
  ]);
  expect(await listed()).toEqual([]);
});

test('a station that was assigned by its code alone gets its name, and keeps its days of both years', async () => {
  const days = csvFile(join(folder, 'days'), '数据.csv', [
    ['站点名称', '日期', 'PM2.5'],
    ['3001A', '2025-03-01', 30],
    ['3001A', '2026-03-01', 31],
  ]);
  await work.take(days, { assign: [{ station: '3001A', place: TOWN }] });
  expect((await take(csvFile(folder, '站点二.csv', GOOD.slice(0, 2)))).stored).toBe(true);
  expect(await listed()).toMatchObject([{ name: '龙洞站', data: { days: 2 } }]);
  expect(await work.check()).toEqual([]);
});

test('a file that is no table of stations says so', async () => {
  expect(
    (
      await take(
        csvFile(folder, '别的.csv', [
          ['镇街', '日期'],
          [TOWN, '2025-03-01'],
        ]),
      )
    ).lines,
  ).toEqual([]);
});
