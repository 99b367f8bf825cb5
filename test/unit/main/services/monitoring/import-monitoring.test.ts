import { beforeEach, describe, expect, test } from 'vitest';
import type { TestCore } from '../../../../support/core.ts';
import { temporaryFolder } from '../../../../support/folder.ts';
import { csvFile, emptyWork, oneTownIsEnough, type Row } from '../../../../support/monitoring-files.ts';

const folder = temporaryFolder();
let works = 0;
let made: TestCore & { readonly workPath: string };

beforeEach(async () => {
  made = await emptyWork(folder, `work-${(works += 1)}.sqlite`);
});

const HEAD: Row = ['镇街', '日期', 'PM2.5', 'PM10'];

const importOf = (...paths: string[]) => made.call('monitoring.import', { sources: paths.map((path) => made.grant(path)) });
const previewOf = (...paths: string[]) => made.call('monitoring.preview', { sources: paths.map((path) => made.grant(path)) });
const dayOf = (place: string, date: string) => made.call('monitoring.day', { place, date });

/** Concentrations of a day as the calculation shows them. */
async function valuesOf(place: string, date: string): Promise<Record<string, string | null>> {
  const { steps } = await dayOf(place, date);
  return Object.fromEntries(steps.flatMap((step) => (step.exact === null ? [] : [[step.pollutant, step.exact]])));
}

describe('taking in daily values', () => {
  test('a preview shows what would be new and stores nothing', async () => {
    const path = csvFile(folder, 'new.csv', [
      HEAD,
      ['清平镇', '2024-07-01', 30, 50],
      ['清平镇', '2024-07-03', 31, 52],
      ['土场镇', '2024-07-01', 20, 40],
    ]);
    const report = await previewOf(path);
    expect(report).toMatchObject({ dryRun: true, counts: { accepted: 1, rejected: 0, errors: 0 } });
    expect(report.files[0]).toMatchObject({
      kind: 'monitoring',
      outcome: 'accepted',
      format: 'csv',
      encoding: 'utf-8',
      sample: false,
      changeCount: 0,
    });
    expect(
      report.files[0]?.places.map(({ name, days, newDays, gapDays, from, to, kind }) => ({ name, days, newDays, gapDays, from, to, kind })),
    ).toEqual([
      { name: '清平镇', days: 2, newDays: 2, gapDays: 1, from: '2024-07-01', to: '2024-07-03', kind: 'daily' },
      { name: '土场镇', days: 1, newDays: 1, gapDays: 0, from: '2024-07-01', to: '2024-07-01', kind: 'daily' },
    ]);
    expect((await made.call('monitoring.places', { year: 2024 })).years).toEqual([]);
  });

  test('each value leads back to its file, sheet and cell', async () => {
    await importOf(csvFile(folder, 'cells.csv', [HEAD, ['清平镇', '2024-07-01', 30, 50]]));
    const { sources, day } = await dayOf('清平镇', '2024-07-01');
    expect(sources.map(({ field, file, sheet, cell }) => `${field} ${file} ${sheet}!${cell}`).toSorted()).toEqual([
      'pm10 cells.csv cells!D2',
      'pm25 cells.csv cells!C2',
    ]);
    expect(day).toMatchObject({ aqi: 50, level: 1, source: 'daily', status: 'published' });
  });

  test('a corrected file shows each value before and after, and then counts', async () => {
    await importOf(csvFile(folder, 'first.csv', [HEAD, ['清平镇', '2024-07-01', 30, 50], ['清平镇', '2024-07-02', 31, 51]]));
    const corrected = csvFile(folder, 'second.csv', [HEAD, ['清平镇', '2024-07-01', 30, 50], ['清平镇', '2024-07-02', 41.5, '—']]);
    const {
      files: [preview],
    } = await previewOf(corrected);
    expect(preview?.places).toMatchObject([{ newDays: 0, changedDays: 1, sameDays: 1 }]);
    expect(preview?.changes.map(({ date, field, before, after, cell }) => ({ date, field, before, after, cell }))).toEqual([
      { date: '2024-07-02', field: 'pm25', before: '31', after: '41.5', cell: 'C3' },
    ]);
    expect(await valuesOf('清平镇', '2024-07-02')).toEqual({ pm25: '31', pm10: '51' });
    await importOf(corrected);
    expect(await valuesOf('清平镇', '2024-07-02')).toEqual({ pm10: '51', pm25: '41.5' });
    expect((await made.call('work.check', {})).problems).toEqual([]);
  });

  test('files for single pollutants are laid over one another', async () => {
    await importOf(
      csvFile(folder, 'pm25.csv', [
        ['镇街', '日期', 'PM2.5'],
        ['清平镇', '2024-07-01', 30],
      ]),
      csvFile(folder, 'o3.csv', [
        ['镇街', '日期', '臭氧日最大8小时'],
        ['清平镇', '2024-07-01', 120],
      ]),
    );
    expect(await valuesOf('清平镇', '2024-07-01')).toEqual({ pm25: '30', o3: '120' });
    await importOf(
      csvFile(folder, 'pm25-new.csv', [
        ['镇街', '日期', 'PM2.5'],
        ['清平镇', '2024-07-01', 33],
      ]),
    );
    expect(await valuesOf('清平镇', '2024-07-01')).toEqual({ pm25: '33', o3: '120' });
    expect((await made.call('work.check', {})).problems).toEqual([]);
  });

  test('the same bytes are a duplicate, and other bytes that say the same are not stored either', async () => {
    const path = csvFile(folder, 'same.csv', [HEAD, ['清平镇', '2024-07-01', 30, 50]]);
    await importOf(path);
    expect((await importOf(path)).files[0]).toMatchObject({ outcome: 'duplicate', findings: [{ code: 'FILE_DUPLICATE' }] });
    expect((await importOf(csvFile(folder, 'same-again.csv', [HEAD, ['清平镇', '2024-07-01', '30.0', 50]]))).files[0]).toMatchObject({
      outcome: 'unchanged',
    });
    expect((await importOf(path, path)).counts).toMatchObject({ duplicate: 2, accepted: 0 });
  });

  test('an old file that was corrected since does not come back, and says so', async () => {
    const old = csvFile(folder, 'old.csv', [HEAD, ['清平镇', '2024-07-01', 30, 50]]);
    await importOf(old);
    await importOf(csvFile(folder, 'newer.csv', [HEAD, ['清平镇', '2024-07-01', 35, 55]]));
    expect((await importOf(old)).files[0]?.findings.map((item) => item.code)).toEqual(['FILE_DUPLICATE', 'MONITOR_CORRECTED_SINCE']);
    expect(await valuesOf('清平镇', '2024-07-01')).toEqual({ pm25: '35', pm10: '55' });
  });

  test('unknown towns are named with their cell and the rest goes on; so does the batch behind a broken file', async () => {
    const broken = csvFile(folder, 'broken.xlsx', [['不是工作簿']]);
    const foreign = csvFile(folder, 'foreign.csv', [
      ['姓名', '电话'],
      ['张三', '023'],
    ]);
    const good = csvFile(folder, 'good.csv', [HEAD, ['无名镇', '2024-07-01', 30, 50], ['清平镇', '2024-07-01', 31, 51]]);
    const report = await importOf(broken, foreign, good);
    expect(report.files.map((file) => file.outcome)).toEqual(['rejected', 'rejected', 'accepted']);
    expect(report.files.map((file) => file.findings.find((item) => item.severity === 'error')?.code)).toEqual([
      'MONITOR_FOREIGN',
      'MONITOR_FOREIGN',
      'MONITOR_PLACE_UNKNOWN',
    ]);
    expect(report.files[2]?.findings.find((item) => item.code === 'MONITOR_PLACE_UNKNOWN')).toMatchObject({ sheet: 'good', cell: 'A2' });
    expect(await valuesOf('清平镇', '2024-07-01')).toEqual({ pm25: '31', pm10: '51' });
  });

  test('only the files that were chosen are taken in', async () => {
    await oneTownIsEnough(made);
    const [one, two] = [
      csvFile(folder, 'one.csv', [HEAD, ['清平镇', '2024-07-01', 30, 50]]),
      csvFile(folder, 'two.csv', [HEAD, ['土场镇', '2024-07-01', 30, 50]]),
    ];
    const { files } = await previewOf(one, two);
    const report = await made.call('monitoring.import', { sources: [made.grant(one), made.grant(two)], only: [files[1]?.sha256 ?? ''] });
    expect(report.files.map((file) => file.file)).toEqual(['two.csv']);
    expect(
      (await made.call('monitoring.places', { year: 2024 })).places.filter((place) => place.days > 0).map((place) => place.name),
    ).toEqual(['合川区', '土场镇']);
  });

  test('a cancelled import stores nothing', async () => {
    const path = csvFile(folder, 'cancelled.csv', [HEAD, ['清平镇', '2024-07-01', 30, 50]]);
    const running = made.core.dispatch('stopped', 'monitoring.import', { sources: [made.grant(path)] });
    made.core.cancel('stopped');
    expect(await running).toEqual({ ok: false, error: { code: 'CANCELLED', params: {} } });
    expect((await made.call('monitoring.places', { year: 2024 })).years).toEqual([]);
  });

  test('a file marked 示例数据 marks every result that it takes part in', async () => {
    await importOf(csvFile(folder, 'sample.csv', [['各镇街日均值（示例数据）'], HEAD, ['清平镇', '2024-07-01', 30, 50]]));
    expect(await made.call('monitoring.calendar', { place: '清平镇', year: 2024 })).toMatchObject({ sample: true });
    const { rows, sample, notes } = await made.call('monitoring.evaluate', { period: '2024-07', places: ['清平镇', '土场镇'] });
    expect([sample, rows.map((row) => row.sample)]).toEqual([true, [true, false]]);
    expect(notes[0]).toContain('示例数据');
  });
});

describe('a blank row', () => {
  test('of a form that is not filled in yet says nothing, and one that was filled in before takes its values back when that is said', async () => {
    await importOf(csvFile(folder, 'form.csv', [HEAD, ['清平镇', '2024-07-01', 30, 50], ['清平镇', '2024-07-02', null, null]]));
    expect((await made.call('monitoring.places', { year: 2024 })).places.find((place) => place.name === '清平镇')).toMatchObject({
      days: 1,
      to: '2024-07-01',
    });
    const later = csvFile(folder, 'form-later.csv', [
      HEAD,
      ['清平镇', '2024-07-01', null, '—'],
      ['清平镇', '2024-07-02', 31, 51],
      ['清平镇', '2024-07-03', null, null],
    ]);
    const kept = await previewOf(later);
    expect(kept.files[0]).toMatchObject({ places: [{ newDays: 1, changedDays: 0, to: '2024-07-02' }], changes: [] });
    const {
      files: [file],
    } = await made.call('monitoring.import', { sources: [made.grant(later)], blanks: 'replace' });
    expect(file).toMatchObject({
      places: [{ newDays: 1, changedDays: 1, to: '2024-07-02' }],
      changes: [
        { field: 'pm10', before: '50', after: null },
        { field: 'pm25', before: '30', after: null },
      ],
    });
    expect(await valuesOf('清平镇', '2024-07-01')).toEqual({});
    expect((await made.call('work.check', {})).problems).toEqual([]);
  });
});
