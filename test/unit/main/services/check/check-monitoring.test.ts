import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testCore } from '../../../../support/core.ts';
import { temporaryFolder } from '../../../../support/folder.ts';
import { csvFile, emptyWork, hoursOf } from '../../../../support/monitoring-files.ts';

const folder = temporaryFolder();
let workPath = '';

beforeAll(async () => {
  const made = await emptyWork(folder);
  workPath = made.workPath;
  const head = ['镇街', '日期', 'PM2.5', 'PM10'];
  const forecasts = (high: number) => [
    ['发布时间', '预报日期', '预报AQI下限', '预报AQI上限'],
    ['2024-06-30', '2024-07-01', 40, high],
    ['2024-06-30', '2024-07-02', 40, 60],
  ];
  for (const path of [
    csvFile(folder, 'first.csv', [head, ['清平镇', '2024-07-01', 30, 50], ['清平镇', '2024-07-02', 31, 51]]),
    csvFile(folder, 'second.csv', [head, ['清平镇', '2024-07-02', 35, 55]]),
    csvFile(folder, 'hours.csv', [['镇街', '站点', '日期', '小时', 'PM2.5'], ...hoursOf('土场镇', '甲站', '2024-07-01', (hour) => [hour])]),
    csvFile(folder, 'dust.csv', [['2024年扣沙日清单'], ['日期', '区域', '备注'], ['2024-07-01', '全区', ''], ['2024-07-02', '清平镇', '']]),
    csvFile(folder, 'dust-new.csv', [['2024年扣沙日清单'], ['日期', '区域', '备注'], ['2024-07-01', '全区', '更正']]),
    csvFile(folder, 'forecast.csv', forecasts(60)),
    csvFile(folder, 'forecast-new.csv', forecasts(70)),
  ])
    await made.call('monitoring.import', { sources: [made.grant(path)] });
  expect(await made.call('work.check', {})).toMatchObject({ problems: [], checked: { files: 7 } });
  made.core.close();
});

/** One for all copies, which it opens one after another: each would start a reading thread of its own. */
const checking = testCore(folder);
afterAll(() => checking.core.close());
let copies = 0;

async function kindsAfter(sql: string): Promise<string[]> {
  const copy = join(folder, `tampered-${(copies += 1)}.sqlite`);
  copyFileSync(workPath, copy);
  const database = new BetterSqlite(copy);
  database.pragma('foreign_keys = OFF');
  expect(database.prepare(sql).run().changes).toBeGreaterThan(0);
  database.close();
  await checking.call('work.open', { file: checking.grant(copy) });
  const { problems } = await checking.call('work.check', {});
  return [...new Set(problems.map((problem) => problem.kind))].toSorted();
}

const FILE = (name: string): string => `(SELECT id FROM monitoring_file WHERE file_name = '${name}')`;

test.each([
  [
    'a byte of an original',
    "UPDATE file SET bytes = zeroblob(length(bytes)) WHERE sha256 = (SELECT sha256 FROM monitoring_file WHERE file_name = 'second.csv')",
    ['file'],
  ],
  ['a value', "UPDATE station_day SET pm25 = '1' WHERE date = '2024-07-01' AND pm25 = '30'", ['value']],
  ['a value that nothing covers', "UPDATE station_day SET so2 = '1' WHERE date = '2024-07-01' AND pm25 = '30'", ['value']],
  ['the cell of a value', "UPDATE station_day SET cells = replace(cells, 'C2', 'C9') WHERE pm25 = '30'", ['value']],
  ['a mark of an invalid value', "UPDATE station_day SET invalid = 'pm25' WHERE pm25 = '30'", ['value']],
  ['a byte of the hours', 'UPDATE station_day SET hours = CAST(zeroblob(576) AS BLOB) WHERE hours IS NOT NULL', ['value']],
  ['a day taken away', "DELETE FROM station_day WHERE pm25 = '30'", ['value']],
  ['a day moved', "UPDATE station_day SET date = '2024-07-09' WHERE pm25 = '30'", ['value']],
  ['a day of another station', "UPDATE station SET name = '乙站' WHERE name = '甲站'", ['value']],
  ['a day hidden', `UPDATE station_day SET superseded_by = ${FILE('second.csv')} WHERE pm25 = '30'`, ['monitoring']],
  ['an old value brought back', "UPDATE station_day SET superseded_by = NULL WHERE pm25 = '31'", ['monitoring']],
  ['a dust day taken away', "DELETE FROM dust_day WHERE note = '更正'", ['value']],
  [
    'a dust day added',
    `INSERT INTO dust_day (file_id, date, place_id, note, sheet, cell) VALUES (${FILE('dust-new.csv')}, '2024-07-05', 'all', '', 's', 'A9')`,
    ['value'],
  ],
  ['a dust day hidden', `UPDATE dust_day SET superseded_by = 1 WHERE note = '更正'`, ['monitoring']],
  ['a forecast', 'UPDATE forecast SET high = 300 WHERE high = 70', ['value']],
  ['a forecast brought back', `UPDATE forecast SET superseded_by = NULL WHERE file_id = ${FILE('forecast.csv')}`, ['monitoring']],
  [
    'a file that the log does not know',
    `INSERT INTO monitoring_file SELECT NULL, kind, sha256, file_name, format, encoding, options, imported_at, sample, reading, sources FROM monitoring_file WHERE id = 1`,
    ['monitoring', 'value'],
  ],
  [
    'how a file was to be read',
    `UPDATE monitoring_file SET options = json_set(options, '$.hourStamp', 'start') WHERE file_name = 'dust.csv'`,
    ['monitoring'],
  ],
  [
    'when a file was taken in',
    "UPDATE monitoring_file SET imported_at = '2020-01-01T00:00:00+08:00' WHERE id = 1",
    ['monitoring', 'value'],
  ],
  ['the name of a file', "UPDATE monitoring_file SET file_name = 'other.csv' WHERE file_name = 'second.csv'", ['monitoring', 'value']],
  [
    'a dust day that is there twice',
    "INSERT INTO dust_day (file_id, date, place_id, note, sheet, cell) SELECT file_id, date, place_id, note, sheet, cell FROM dust_day WHERE note = '更正'",
    ['value'],
  ],
  ['a station that no file names', "INSERT INTO station (place_id, name) VALUES ('town-500117114', '丁站')", ['monitoring']],
  ['findings taken away', 'DELETE FROM monitoring_finding', ['finding']],
  [
    'a finding that nobody made',
    "INSERT INTO monitoring_finding (file_id, sheet, cell, severity, code, params) VALUES (1, 's', 'A1', 'error', 'MONITOR_EMPTY', '{}')",
    ['finding'],
  ],
  ['the sample mark of a file', "UPDATE monitoring_file SET sample = 1 WHERE file_name = 'first.csv'", ['monitoring']],
  ['how a file was read', "UPDATE monitoring_file SET kind = 'dust' WHERE file_name = 'first.csv'", ['monitoring', 'register', 'value']],
] as const)('the check notices %s', async (_what, sql, kinds) => {
  expect(await kindsAfter(sql)).toEqual(kinds);
});
