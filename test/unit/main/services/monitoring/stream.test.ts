import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { readCells, readTable } from '../../../../../main/documents/table-reader/read-table.ts';
import { createFileReader } from '../../../../../main/services/monitoring/receiving/file-reader.ts';
import { examineMonitoringBytes } from '../../../../../main/services/monitoring/receiving/examine-file.ts';
import { openDatabase } from '../../../../../main/db/open.ts';
import { daysOfYear } from '../../../../../shared/domain/calendar.ts';
import { MONITORING_EDITION } from '../../../../../shared/domain/monitoring/edition.ts';
import { readMonitoring } from '../../../../../shared/domain/monitoring/read-monitoring.ts';
import { airUnits } from '../../../../../shared/domain/plan/unit-schema.ts';
import { temporaryFolder } from '../../../../support/folder.ts';
import { csvFile, emptyWork, hoursOf, type Row, workbookFile } from '../../../../support/monitoring-files.ts';
import { loadTestPlan } from '../../../../support/plan.ts';

const folder = temporaryFolder();
const plan = loadTestPlan();
const units = airUnits(plan);
const request = {
  plan: { ...plan, units },
  districtNames: [plan.district.name],
  options: { hourStamp: 'auto', year: null, edition: MONITORING_EDITION },
  registered: new Set<string>(),
  only: null,
  passwords: [],
  until: '2025-12-31',
} as const;
const unwatched = { signal: new AbortController().signal, report: () => undefined };
const reader = createFileReader();
afterAll(() => reader.close());

const value = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 1, max: 400 }) },
  { weight: 1, arbitrary: fc.constantFrom<string | number | null>('-', '无效', null, 0, -999, '35H', 9000, '<3', 12.345) },
);
const towns = units.slice(0, 4).map(({ name }) => name);
const row = fc.tuple(
  fc.constantFrom(...towns, '别处镇', ''),
  fc.integer({ min: 1, max: 28 }),
  fc.integer({ min: 1, max: 24 }),
  value,
  value,
);
const table = fc
  .array(row, { maxLength: 40 })
  .map((rows): Row[] => [
    ['镇街', '日期', '小时', 'PM2.5(μg/m³)', 'PM10(μg/m³)'],
    ...rows.map(([town, day, hour, fine, coarse]): Row => [town, `2025-03-${String(day).padStart(2, '0')}`, hour, fine, coarse]),
  ]);

const csvOf = (rows: readonly Row[]): Uint8Array =>
  Buffer.from(rows.map((cells) => cells.map((cell) => cell ?? '').join(',')).join('\r\n'));

describe('reading in batches', () => {
  it('finds in a file what reading it whole finds: days, hours, cells, findings', async () => {
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const bytes = csvOf(rows);
        const [batches, whole] = [await readCells('小时值.csv', bytes), await readTable('小时值.csv', bytes)];
        if (!batches.ok || !whole.ok) throw new Error('not read');
        const options = { file: '小时值.csv', plan: request.plan, districtNames: request.districtNames, ...request.options };
        expect(readMonitoring(batches.workbook, options)).toEqual(readMonitoring(whole.workbook, options));
      }),
      { numRuns: 150 },
    );
  });

  it('hands the same out of its thread, in parts, as is found in one piece', async () => {
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const bytes = csvOf(rows);
        const whole = await examineMonitoringBytes('小时值.csv', bytes, request, unwatched);
        expect(await reader.read({ name: '小时值.csv', bytes, request }, unwatched.signal)).toEqual(whole);
      }),
      { numRuns: 40 },
    );
  });

  it('of more days than one part holds hands out all, in order, and says how far it is', async () => {
    const rows = hourlyRows(towns, 150);
    const bytes = csvOf(rows);
    const fractions: number[] = [];
    const read = await reader.read({ name: '小时值.csv', bytes, request }, unwatched.signal, (fraction) => fractions.push(fraction));
    const whole = await examineMonitoringBytes('小时值.csv', bytes, request, unwatched);
    expect(read).toEqual(whole);
    expect(read.content?.kind === 'monitoring' && read.content.days.length).toBe(600);
    expect(fractions.length).toBeGreaterThan(2);
    expect(fractions).toEqual(fractions.toSorted((left, right) => left - right));
  });

  it('reads a workbook and a text of the same rows as the same days', async () => {
    const rows = hourlyRows(towns.slice(0, 1), 3);
    const { readFile } = await import('node:fs/promises');
    const workbook = await readFile(await workbookFile(folder, '小时值.xlsx', { 小时值: rows }));
    const [left, right] = [
      await examineMonitoringBytes('小时值.xlsx', workbook, request, unwatched),
      await examineMonitoringBytes('小时值.csv', csvOf(rows), request, unwatched),
    ];
    expect(left.content).toEqual(right.content);
  });
});

function hourlyRows(places: readonly string[], days: number): Row[] {
  const dates = daysOfYear(2025).slice(0, days);
  return [
    ['镇街', '站点', '日期', '小时', 'PM2.5(μg/m³)', 'PM10(μg/m³)'],
    ...places.flatMap((town) =>
      dates.flatMap((date, day) => hoursOf(town, '', date, (hour) => [20 + ((day + hour) % 30), 50 + (hour % 24)])),
    ),
  ];
}

describe('storing in steps', () => {
  const isStoring = (event: { readonly payload: { readonly stage?: string } }): boolean => event.payload.stage === 'storeMonitoring';

  it('answers other calls from what was there before, and has a call that changes something wait for the end', async () => {
    const work = await emptyWork(join(folder), 'meanwhile.sqlite');
    const file = csvFile(folder, '一年.csv', hourlyRows(towns, 365));
    const other = csvFile(folder, '另一个.csv', hourlyRows([units[5]?.name ?? ''], 2));
    const meanwhile: Promise<unknown>[] = [];
    let isOver = false;
    const look = async (): Promise<unknown> => ({ years: (await work.call('monitoring.places', { year: 2025 })).years, isOver });
    work.core.onEvent((event) => {
      if (event.name !== 'progress' || !isStoring(event) || meanwhile.length > 0) return;
      meanwhile.push(new Promise(setImmediate));
      setImmediate(() => meanwhile.push(look(), work.call('monitoring.import', { sources: [work.grant(other)] })));
    });
    const report = await work.call('monitoring.import', { sources: [work.grant(file)] });
    isOver = true;
    expect(report.counts).toMatchObject({ accepted: 1, errors: 0 });
    const [, looked, second] = await Promise.all(meanwhile);
    expect(looked).toEqual({ years: [], isOver: false });
    expect(second).toMatchObject({ counts: { accepted: 1 } });
    const { problems } = await work.call('work.check', {});
    expect(problems).toEqual([]);
    work.core.close();
  });

  it('stores nothing when it is cancelled while it stores', async () => {
    const work = await emptyWork(join(folder), 'cancelled.sqlite');
    const file = csvFile(folder, '一年.csv', hourlyRows(towns, 365));
    work.core.onEvent((event) => {
      if (event.name === 'progress' && isStoring(event)) setImmediate(() => work.core.cancel('the-import'));
    });
    const answer = await work.core.dispatch('the-import', 'monitoring.import', { sources: [work.grant(file)] });
    expect(answer).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
    expect((await work.call('monitoring.places', { year: 2025 })).years).toEqual([]);
    const report = await work.call('monitoring.import', { sources: [work.grant(file)] });
    expect(report.counts.accepted).toBe(1);
    work.core.close();
  });

  it('leaves a sound work when it is closed while it stores', async () => {
    const work = await emptyWork(join(folder), 'closed.sqlite');
    const file = csvFile(folder, '一年.csv', hourlyRows(towns, 365));
    work.core.onEvent((event) => {
      if (event.name === 'progress' && isStoring(event)) setImmediate(() => work.core.close());
    });
    const answer = await work.core.dispatch('the-import', 'monitoring.import', { sources: [work.grant(file)] });
    expect(answer).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
    const again = openDatabase(work.workPath);
    expect(again.handle.prepare('SELECT count(*) AS days FROM station_day').get()).toEqual({ days: 0 });
    expect(again.integrityProblems()).toEqual([]);
    again.close();
  });
});
