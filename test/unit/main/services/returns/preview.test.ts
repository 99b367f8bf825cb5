import { copyFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PreviewFile } from '../../../../../shared/contract/returns.ts';
import { sampleWork } from '../../../../support/core.ts';
import { temporaryFolder } from '../../../../support/folder.ts';
import { writeSampleReturn } from '../../../../support/sample-return.ts';

const YEAR = 2024;
const CITY = '区城市管理局';
const folder = temporaryFolder();
let made: Awaited<ReturnType<typeof sampleWork>>;

beforeAll(async () => {
  made = await sampleWork(folder);
});
afterAll(() => made.core.close());

const preview = (...paths: string[]) => made.call('returns.preview', { year: YEAR, sources: paths.map((path) => made.grant(path)) });

function fileOf({ files }: { files: readonly PreviewFile[] }, unitName: string): PreviewFile {
  const found = files.find((file) => file.unitName === unitName);
  if (found === undefined) throw new Error(unitName);
  return found;
}

const valueAt = (file: PreviewFile, rowId: string, field: string) =>
  file.values.find((value) => value.rowId === rowId && value.field === field);

/** The swept area, in both places. */
const swept = (number: string) => ({ 'A1-16|numerator': { number }, 'A3-5.2-a|numerator': { number } });

/** The city management's return with another swept area, which it is asked for twice, reported on this day. */
const dated = (number: string, date: string) => ({
  unitName: CITY,
  changes: { ...swept(number), 'reportedOn|reportedOn': { date } },
});

const withoutValues = (files: readonly PreviewFile[]) => files.map(({ values: _values, ...file }) => file);

test('a preview, a trial and the import itself judge alike, and only the import stores', async () => {
  const previewed = await preview(made.returns);
  const tried = await made.call('returns.import', { year: YEAR, sources: [made.grant(made.returns)], dryRun: true });
  expect(withoutValues(previewed.files)).toEqual(tried.files);
  expect(previewed.counts).toEqual(tried.counts);
  expect((await made.call('returns.status', { year: YEAR })).counts.reported).toBe(0);
  const imported = await made.call('returns.import', { year: YEAR, sources: [made.grant(made.returns)] });
  // Only what is stored has a number (收件号), and each its own.
  expect(imported.files.map((file) => ({ ...file, number: null }))).toEqual(tried.files);
  const numbers = imported.files.flatMap(({ number }) => (number === null ? [] : [number]));
  expect([numbers.length, new Set(numbers).size]).toEqual([imported.counts.accepted, imported.counts.accepted]);
  expect((await made.call('returns.status', { year: YEAR })).counts.reported).toBe(imported.counts.accepted);
});

test('a value is named as the return prints it and stands beside the stored one', async () => {
  const path = await writeSampleReturn(made, folder, '城管-改.xlsx', {
    unitName: CITY,
    changes: {
      ...swept('1100.5'),
      'A3-5.4|status': { text: '办结' },
      'A1-18|remark': { text: '新增说明' },
      'A3-5.3-a|value': { text: '无' },
    },
  });
  const file = fileOf(await preview(path), CITY);
  expect(file).toMatchObject({ outcome: 'accepted', version: 2, changed: 5 });
  expect(file.values.filter((value) => value.changed)).toHaveLength(5);
  expect(valueAt(file, 'A1-16', 'numerator')).toEqual({
    rowId: 'A1-16',
    name: '城市建成区道路机械化清扫率',
    field: 'numerator',
    column: '分子',
    value: '1100.5',
    unit: '万平方米',
    last: '1214.6',
    changed: true,
    sheet: '指标填报',
    cell: 'H4',
  });
  expect(valueAt(file, 'A1-16', 'denominator')).toMatchObject({ value: '1331.2', last: '1331.2', changed: false });
  expect(valueAt(file, 'A3-5.4', 'status')).toMatchObject({
    column: '完成状态',
    value: '已完成',
    last: '进度滞后',
    unit: '',
    changed: true,
  });
  expect(valueAt(file, 'A1-18', 'remark')).toMatchObject({ column: '备注', value: '新增说明', last: null, changed: true });
  // “≥4” is on hold: no value of it counts that could stand beside.
  expect(valueAt(file, 'A3-5.3-a', 'value')).toMatchObject({ value: '不涉及', last: null, unit: '个', changed: true });
  expect(valueAt(file, 'reporter', 'reporter')).toMatchObject({ name: '填报人', column: '内容', sheet: '填报说明' });
});

test('a value that is gone is listed blank where it stood', async () => {
  const path = await writeSampleReturn(made, folder, '城管-缺.xlsx', { unitName: CITY, changes: { 'A3-5.4-b|value': null } });
  const file = fileOf(await preview(path), CITY);
  expect(file.changed).toBe(1);
  expect(valueAt(file, 'A3-5.4-b', 'value')).toEqual({
    rowId: 'A3-5.4-b',
    name: '建设山城绿道',
    field: 'value',
    column: '完成值',
    value: '',
    unit: '公里',
    last: '2.1',
    changed: true,
    sheet: '任务填报',
    cell: 'J16',
  });
});

test('daily air values are counted and not listed, and a changed one counts as a change', async () => {
  const path = await writeSampleReturn(made, folder, '清平-改.xlsx', {
    unitName: '清平镇',
    changes: { '2024-07-10|pm25': { number: '140' } },
  });
  const file = fileOf(await preview(path), '清平镇');
  expect(file.airDays).toBeGreaterThan(300);
  expect(file.changed).toBe(1);
  expect(file.values.some((value) => value.sheet === '空气监测')).toBe(false);
  expect(file.values).toHaveLength(file.answers);
});

test('a unit that is twice in the batch: the later file would count, the other names it; both are shown against what counts now', async () => {
  const first = await writeSampleReturn(made, folder, '一.xlsx', dated('1000', '2025-01-20'));
  const second = await writeSampleReturn(made, folder, '二.xlsx', dated('1001', '2025-01-21'));
  const { files } = await preview(first, second);
  expect(files.map((file) => [file.version, file.changed, file.counts])).toEqual([
    [2, 3, false],
    [3, 3, true],
  ]);
  const twice = files[0]?.findings.find((item) => item.code === 'RETURN_TWICE_IN_BATCH');
  expect(twice?.params).toMatchObject({ unit: CITY, other: '二.xlsx' });
  expect(files[1]?.findings.map((item) => item.code)).toContain('RETURN_REPLACES');
  expect(files[0] && valueAt(files[0], 'A1-16', 'numerator')).toMatchObject({ value: '1000', last: '1214.6' });
  expect(files[1] && valueAt(files[1], 'A1-16', 'numerator')).toMatchObject({ value: '1001', last: '1214.6' });
});

test('an import of chosen files leaves the others out as if they were not there', async () => {
  const batch = [
    await writeSampleReturn(made, folder, '选一.xlsx', dated('1002', '2025-01-20')),
    await writeSampleReturn(made, folder, '选二.xlsx', dated('1003', '2025-01-21')),
  ];
  const gone = join(folder, '没有这个文件.xlsx');
  const { files } = await preview(...batch, gone);
  expect(files.map((file) => file.outcome)).toEqual(['accepted', 'accepted', 'rejected']);
  const chosen = files[1]?.sha256 ?? '';
  const report = await made.call('returns.import', {
    year: YEAR,
    sources: [...batch, gone].map((path) => made.grant(path)),
    only: [chosen],
  });
  expect(report.files.map((file) => [file.file, file.outcome, file.version, file.counts])).toEqual([['选二.xlsx', 'accepted', 2, true]]);
  expect(report.files[0]?.findings.map((item) => item.code)).not.toContain('RETURN_TWICE_IN_BATCH');
  expect((await made.call('returns.import', { year: YEAR, sources: [made.grant(batch[0] ?? '')], only: [] })).files).toEqual([]);
});

test('what a preview held stays until the next one ends, also when that is cancelled', async () => {
  const path = await writeSampleReturn(made, folder, '持有.xlsx', { unitName: CITY, changes: swept('1004') });
  const sha256 = fileOf(await preview(path), CITY).sha256 ?? '';
  const running = made.core.call('returns.preview', { year: YEAR, sources: [made.grant(made.returns)] }, 'stopped');
  made.core.cancel('stopped');
  expect(await running).toEqual({ ok: false, error: { code: 'CANCELLED', params: {} } });
  expect(await made.call('returns.original', { sha256 })).toMatchObject({ file: '持有.xlsx', sheet: '填报说明' });
  const other = join(folder, '另一份.txt');
  writeFileSync(other, '说明');
  await preview(other);
  expect(await made.fail('returns.original', { sha256 })).toMatchObject({ code: 'ORIGINAL_UNKNOWN' });
});

test('opening a work forgets the originals of the one before', async () => {
  const path = await writeSampleReturn(made, folder, '换库.xlsx', { unitName: CITY, changes: swept('1005') });
  const sha256 = fileOf(await preview(path), CITY).sha256 ?? '';
  await made.call('work.open', { file: made.grant(made.workPath) });
  expect(await made.fail('returns.original', { sha256 })).toMatchObject({ code: 'ORIGINAL_UNKNOWN' });
});

test('a file that is no return can be looked at all the same; one that is no workbook cannot', async () => {
  const { files } = await preview(made.returns);
  const foreign = files.find((file) => file.findings.some((item) => item.code === 'RETURN_FOREIGN'));
  expect(await made.call('returns.original', { sha256: foreign?.sha256 ?? '' })).toMatchObject({ file: foreign?.file });
  const text = files.find((file) => file.findings.some((item) => item.code === 'FILE_NOT_WORKBOOK'));
  expect(await made.fail('returns.original', { sha256: text?.sha256 ?? '' })).toMatchObject({ code: 'ORIGINAL_UNKNOWN' });
});

test('the bytes of a superseded return, sent again, are shown against the return that counts now', async () => {
  const copy = join(folder, '旧版.xlsx');
  const name = readdirSync(made.returns).find((entry) => entry.includes(CITY)) ?? '';
  copyFileSync(join(made.returns, name), copy);
  const file = fileOf(await preview(copy), CITY);
  expect(file).toMatchObject({ outcome: 'duplicate', version: null, changed: 0, current: { version: 2 } });
  expect(file.findings.map((item) => item.code)).toEqual(['FILE_REVERTS']);
  expect(valueAt(file, 'A1-16', 'numerator')).toMatchObject({ value: '1214.6', last: '1003', changed: true });
});
