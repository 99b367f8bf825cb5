import { beforeEach, describe, expect, test } from 'vitest';
import { dispatch } from '../../../../../../main/api/dispatch.ts';
import { createGrants } from '../../../../../../main/api/grants.ts';
import { openDatabase } from '../../../../../../main/db/open.ts';
import { createPrinter } from '../../../../../../main/documents/pdf/printer.ts';
import { createJobContext } from '../../../../../../main/jobs/progress.ts';
import { createFileReader, type FileReader } from '../../../../../../main/services/monitoring/receiving/file-reader.ts';
import { createPreviewStore } from '../../../../../../main/services/preview-store.ts';
import { createTableReader } from '../../../../../../main/services/reading/table-reader.ts';
import type { MethodName } from '../../../../../../shared/contract/contract.ts';
import { TEMPLATES, type TestCore } from '../../../../../support/core.ts';
import { temporaryFolder } from '../../../../../support/folder.ts';
import { csvFile, emptyWork, type Row } from '../../../../../support/monitoring-files.ts';
import { tamper } from '../../../../../support/tamper.ts';

const folder = temporaryFolder();
let works = 0;
let made: TestCore & { readonly workPath: string };

beforeEach(async () => {
  made = await emptyWork(folder, `work-${(works += 1)}.sqlite`);
});

const HEAD: Row = ['镇街', '日期', 'PM2.5', 'PM10'];

/** Takes files in one after the other; gives their 收件号. */
async function taken(...paths: string[]): Promise<number[]> {
  const numbers: number[] = [];
  for (const path of paths) {
    const report = await made.call('monitoring.import', { sources: [made.grant(path)] });
    expect(report.counts.accepted).toBe(1);
    numbers.push((await made.call('monitoring.files', {})).files[0]?.number ?? 0);
  }
  return numbers;
}

const withdraw = (number = 0) => made.call('monitoring.withdraw', { number, reason: '发错的文件', by: '李四' });
const restore = (number = 0) => made.call('monitoring.restore', { number, reason: '核对无误' });
const problems = async () => (await made.call('work.check', {})).problems;

async function valuesOf(date: string): Promise<Record<string, string | null>> {
  const { steps } = await made.call('monitoring.day', { place: '清平镇', date });
  return Object.fromEntries(steps.flatMap((step) => (step.exact === null ? [] : [[step.pollutant, step.exact]])));
}

const states = async () =>
  Object.fromEntries(
    (await made.call('monitoring.files', {})).files.map(({ file, state, counting, rows }) => [file, `${state} ${counting}/${rows}`]),
  );

describe('a file of values taken back', () => {
  const [first, second, third] = [
    [HEAD, ['清平镇', '2024-07-01', 30, 50], ['清平镇', '2024-07-02', 31, 51]],
    [HEAD, ['清平镇', '2024-07-02', 41, 61], ['清平镇', '2024-07-03', 32, 52]],
    [HEAD, ['清平镇', '2024-07-02', 43, 63]],
  ] as const satisfies Row[][];

  test('counts no more, and what it had replaced counts again, until it is restored', async () => {
    const [, wrong] = await taken(csvFile(folder, 'first.csv', first), csvFile(folder, 'second.csv', second));
    expect(await states()).toEqual({ 'first.csv': 'counts 1/2', 'second.csv': 'counts 2/2' });
    expect(await withdraw(wrong)).toMatchObject({ act: 'withdraw', file: 'second.csv', changed: 3 });
    expect([await valuesOf('2024-07-02'), await valuesOf('2024-07-03')]).toEqual([{ pm25: '31', pm10: '51' }, {}]);
    expect(await states()).toEqual({ 'first.csv': 'counts 2/2', 'second.csv': 'withdrawn 0/2' });
    expect(await problems()).toEqual([]);
    expect(await restore(wrong)).toMatchObject({ act: 'restore', changed: 3 });
    expect(await valuesOf('2024-07-02')).toEqual({ pm25: '41', pm10: '61' });
    expect((await made.call('monitoring.files', {})).files[0]?.decisions.map(({ act, reason, by }) => `${act} ${reason} ${by}`)).toEqual([
      'withdraw 发错的文件 李四',
      `restore 核对无误 ${(await made.call('work.actor', {})).name}`,
    ]);
    expect(await problems()).toEqual([]);
  });

  test('in the middle of others leaves what came after it, and stands where it stood when it is restored', async () => {
    const [, middle, last] = await taken(
      csvFile(folder, 'first.csv', first),
      csvFile(folder, 'second.csv', second),
      csvFile(folder, 'third.csv', third),
    );
    await withdraw(middle);
    expect(await valuesOf('2024-07-02')).toEqual({ pm25: '43', pm10: '63' });
    await withdraw(last);
    expect(await valuesOf('2024-07-02')).toEqual({ pm25: '31', pm10: '51' });
    await restore(middle);
    await restore(last);
    expect(await valuesOf('2024-07-02')).toEqual({ pm25: '43', pm10: '63' });
    expect(await problems()).toEqual([]);
  });

  test('is told to whoever brings it again, and not taken in a second time', async () => {
    const path = csvFile(folder, 'first.csv', first);
    const [number] = await taken(path);
    await withdraw(number);
    const again = await made.call('monitoring.import', { sources: [made.grant(path)] });
    expect(again.files[0]).toMatchObject({
      outcome: 'duplicate',
      findings: [{ code: 'FILE_DUPLICATE' }, { code: 'MONITOR_WITHDRAWN', params: { number } }],
    });
    expect(await valuesOf('2024-07-01')).toEqual({});
  });

  test('gives the earlier reading of the same bytes back', async () => {
    const hours = csvFile(folder, 'hours.csv', [
      ['镇街', '时间', 'PM2.5'],
      ...Array.from({ length: 24 }, (_, hour): Row => [
        '清平镇',
        `2024-07-0${hour === 23 ? 2 : 1} ${String((hour + 1) % 24).padStart(2, '0')}:00`,
        30 + hour,
      ]),
    ]);
    const read = (hourStamp: 'start' | 'end') => made.call('monitoring.import', { sources: [made.grant(hours)], hourStamp });
    await read('end');
    const before = await valuesOf('2024-07-01');
    await read('start');
    const [newest] = (await made.call('monitoring.files', {})).files;
    expect(await valuesOf('2024-07-01')).not.toEqual(before);
    await withdraw(newest?.number);
    expect(await valuesOf('2024-07-01')).toEqual(before);
    expect(await problems()).toEqual([]);
  });
});

test('lists of dust days and forecasts are taken back as well', async () => {
  const dust = (name: string, ...dates: string[]) =>
    csvFile(folder, name, [['日期', '镇街', '备注'], ...dates.map((date): Row => [date, '全区', '扣沙日'])]);
  const forecast = (name: string, low: number) =>
    csvFile(folder, name, [
      ['发布日期', '预报日期', 'AQI下限', 'AQI上限', '首要污染物'],
      ['2024-03-09', '2024-03-10', low, low + 20, 'PM2.5'],
    ]);
  const [, dustNumber] = await taken(
    dust('dust-1.csv', '2024-03-10', '2024-03-12'),
    dust('dust-2.csv', '2024-03-10', '2024-03-11', '2024-03-12'),
  );
  const [, forecastNumber] = await taken(forecast('forecast-1.csv', 60), forecast('forecast-2.csv', 80));
  const days = async () => (await made.call('monitoring.dust', { year: 2024 })).days.map(({ date, file }) => `${date} ${file}`);
  expect(await days()).toEqual(['2024-03-10 dust-2.csv', '2024-03-11 dust-2.csv', '2024-03-12 dust-2.csv']);
  await withdraw(dustNumber);
  await withdraw(forecastNumber);
  expect(await days()).toEqual(['2024-03-10 dust-1.csv', '2024-03-12 dust-1.csv']);
  expect(await states()).toEqual({
    'dust-1.csv': 'counts 2/2',
    'dust-2.csv': 'withdrawn 0/3',
    'forecast-1.csv': 'counts 1/1',
    'forecast-2.csv': 'withdrawn 0/1',
  });
  expect(await problems()).toEqual([]);
  await restore(dustNumber);
  await restore(forecastNumber);
  expect(await states()).toMatchObject({ 'dust-1.csv': 'replaced 0/2', 'forecast-1.csv': 'replaced 0/1' });
  expect(await problems()).toEqual([]);
});

test('a list of dust days that comes while another is taken back has its word in the marks', async () => {
  const list = (name: string, ...dates: string[]) =>
    csvFile(folder, name, [['日期', '镇街', '备注'], ...dates.map((date): Row => [date, '全区', '扣沙日'])]);
  const [, early = 0] = await taken(
    list('base.csv', '2024-03-10', '2024-03-11', '2024-03-12'),
    list('early.csv', '2024-03-10', '2024-03-12'),
    list('other.csv', '2024-04-02'),
  );
  made.core.close();
  // Between the reading of the lists and the decision the late one is taken in: it speaks of all March, so that the base does not count again.
  const session = interrupted(made.workPath, (call) => call('monitoring.import', { sources: [list('late.csv', '2024-03-11')] }));
  expect(await session.call('monitoring.withdraw', { number: early, reason: '发错的文件' })).toMatchObject({
    ok: true,
    value: { file: 'early.csv' },
  });
  session.close();
  await made.call('work.open', { file: made.grant(made.workPath) });
  const days = async () => (await made.call('monitoring.dust', { year: 2024 })).days.map(({ date, file }) => `${date} ${file}`);
  expect(await days()).toEqual(['2024-03-11 late.csv', '2024-04-02 other.csv']);
  expect(await problems()).toEqual([]);
  await restore(early);
  expect((await states())['early.csv']).toBe('replaced 0/2');
  expect(await days()).toEqual(['2024-03-11 late.csv', '2024-04-02 other.csv']);
  expect(await problems()).toEqual([]);
});

type Calling = (
  method: MethodName,
  input: Readonly<Record<string, unknown>> & { readonly sources?: readonly string[] },
) => Promise<unknown>;

/** A work whose first reading of an original, once it is done, waits for a call that comes between. Sources are paths. */
function interrupted(path: string, between: (call: Calling) => Promise<unknown>): { readonly call: Calling; close(): void } {
  const [real, grants, open] = [createFileReader(), createGrants(), openDatabase(path)];
  let due = true;
  const reader: FileReader = {
    async read(order, signal, onFraction) {
      const read = await real.read(order, signal, onFraction);
      const first = due;
      due = false;
      if (first) expect(await between(call)).toMatchObject({ ok: true });
      return read;
    },
    close: () => real.close(),
  };
  const environment = { templatesFolder: TEMPLATES, cacheFolder: folder, fontFolders: [], now: () => '2025-02-11T09:00:00+08:00' };
  const parts = { previewed: createPreviewStore(), printer: createPrinter(), tables: createTableReader(), reader };
  const session = { environment, grants, parts, open, adopt: () => undefined };
  const job = createJobContext(
    'job',
    new AbortController().signal,
    () => 0,
    () => undefined,
  );
  const call: Calling = (method, { sources, ...rest }) => {
    const input = sources === undefined ? rest : { ...rest, sources: sources.map((source) => grants.issue(source)) };
    return dispatch({ session, logUnknown: String }, { method, input, job }, { name: '测试员' });
  };
  return {
    call,
    close() {
      for (const part of [real, parts.tables, parts.printer]) if ('close' in part && typeof part.close === 'function') part.close();
      open.close();
    },
  };
}

test('what says nothing is refused, and what is unknown', async () => {
  const [number = 0] = await taken(csvFile(folder, 'one.csv', [HEAD, ['清平镇', '2024-07-01', 30, 50]]));
  await expect(restore(number)).rejects.toThrow('AIR_FILE_STANDS');
  await withdraw(number);
  await expect(withdraw(number)).rejects.toThrow('AIR_FILE_WITHDRAWN');
  await expect(withdraw(number + 1)).rejects.toThrow('AIR_FILE_UNKNOWN');
  await expect(made.call('monitoring.findings', { number: number + 1 })).rejects.toThrow('AIR_FILE_UNKNOWN');
});

test('the check names a file taken back, or brought back, behind the program', async () => {
  const [, second] = await taken(
    csvFile(folder, 'one.csv', [HEAD, ['清平镇', '2024-07-01', 30, 50]]),
    csvFile(folder, 'two.csv', [HEAD, ['清平镇', '2024-07-01', 35, 55]]),
  );
  tamper(made.workPath, 'UPDATE station_day SET superseded_by = file_id WHERE file_id = 2');
  expect((await problems()).map(({ detail }) => detail)).toEqual(['库内标记“已撤回”，应为“有效”']);
  tamper(made.workPath, 'UPDATE station_day SET superseded_by = NULL WHERE file_id = 2');
  await withdraw(second);
  expect(await problems()).toEqual([]);
  tamper(made.workPath, 'DELETE FROM version_decision');
  expect((await problems()).length).toBeGreaterThan(0);
});
