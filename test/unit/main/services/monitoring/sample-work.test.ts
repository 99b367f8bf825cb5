import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MonitoringReport } from '../../../../../shared/contract/monitoring.ts';
import type { TestCore } from '../../../../support/core.ts';
import { temporaryFolder } from '../../../../support/folder.ts';
import { emptyWork, oneTownIsEnough } from '../../../../support/monitoring-files.ts';

const folder = temporaryFolder();
const samples = join(folder, '监测数据');
let made: TestCore;
let report: MonitoringReport;

beforeAll(async () => {
  made = await emptyWork(folder);
  await oneTownIsEnough(made);
  await made.call('samples.monitoring', { folder: made.grant(samples) });
  report = await made.call('monitoring.import', { sources: [made.grant(samples)] });
});

afterAll(() => made.core.close());

describe('the sample files', () => {
  test('are all taken in, marked as samples, without a complaint but that a device gave the same value for days', () => {
    expect(report.files.map(({ kind, outcome, sample, format, encoding }) => [kind, outcome, sample, format, encoding])).toEqual([
      ['dust', 'accepted', true, 'xlsx', null],
      ['monitoring', 'accepted', true, 'csv', 'gb18030'],
      ['monitoring', 'accepted', true, 'xlsx', null],
      ['forecast', 'accepted', true, 'csv', 'utf-8'],
    ]);
    expect(
      report.files.flatMap((file) => file.findings).filter((item) => item.severity !== 'info' && item.code !== 'MONITOR_CONSTANT'),
    ).toEqual([]);
  });

  test('are the same bytes each time', async () => {
    const again = join(folder, 'again');
    await made.call('samples.monitoring', { folder: made.grant(again) });
    for (const name of readdirSync(samples))
      expect(readFileSync(join(again, name)).equals(readFileSync(join(samples, name))), name).toBe(true);
    expect((await made.call('monitoring.preview', { sources: [made.grant(again)] })).counts).toMatchObject({ duplicate: 4, accepted: 0 });
  });

  test('survive the check of the whole work', async () => {
    expect(await made.call('work.check', {})).toMatchObject({ problems: [], checked: { files: 4 } });
  });
});

describe('what can be asked of them', () => {
  test('places and years', async () => {
    const { places, years } = await made.call('monitoring.places', { year: 2024 });
    expect(years).toEqual([2023, 2024]);
    expect(
      places.filter((place) => place.days > 0).map(({ name, stations, days, hourDays }) => ({ name, stations, days, hourDays })),
    ).toEqual(
      [
        { name: '合川区', stations: ['合阳城一号站', '合阳城二号站', '清平站'].toSorted(), days: 92, hourDays: 92 },
        { name: '合阳城街道', stations: ['合阳城一号站', '合阳城二号站'], days: 92, hourDays: 92 },
        { name: '清平镇', stations: ['清平站'], days: 92, hourDays: 92 },
      ].map((place) => expect.objectContaining({ ...place, stations: expect.arrayContaining(place.stations) as string[] }) as typeof place),
    );
  });

  test('a calendar has every day of a leap year and the standard of each', async () => {
    const calendar = await made.call('monitoring.calendar', { place: '清平镇', year: 2024 });
    expect([calendar.days.length, calendar.firstDay, calendar.lastDay, calendar.gaps]).toEqual([366, '2024-07-01', '2024-09-30', []]);
    expect(calendar.standards).toEqual(['GB 3095-2012、HJ 633-2012、HJ 663-2013']);
    expect((await made.call('monitoring.calendar', { place: '清平镇', year: 2024, standard: '2026' })).standards).toEqual([
      'GB 3095-2026（过渡阶段限值）、HJ 633-2026、HJ 663-2026',
    ]);
  });

  test('a period beside the same of last year and the one before, with its notes', async () => {
    const { rows, notes } = await made.call('monitoring.evaluate', { period: '2024-Q3', places: ['合川区', '清平镇'] });
    expect(rows.map((row) => [row.name, row.stations, row.evaluation.days.measured, row.lastYear?.days.measured, row.before])).toEqual([
      ['合川区', 3, 92, 92, null],
      ['清平镇', 1, 92, rows[1]?.lastYear?.days.measured, null],
    ]);
    expect(notes).toContain('合川区数值为各镇街全部有效点位的算术平均值。');
    const { months, lastYear } = await made.call('monitoring.months', { place: '清平镇', year: 2024 });
    expect([months.map((entry) => entry.month), lastYear.length]).toEqual([['2024-07', '2024-08', '2024-09'], 12]);
  });

  test('the dust days, by line of the list', async () => {
    const { days } = await made.call('monitoring.dust', { year: 2024 });
    expect(days.map(({ date, places, cell }) => `${date} ${places.join('、')} ${cell}`)).toEqual([
      '2024-03-27 全区 A3',
      '2024-03-28 全区 A4',
      '2024-04-15 合阳城街道、清平镇 A5',
    ]);
  });

  test('the accuracy of the forecasts over the days that were measured', async () => {
    const { accuracy, name, sample } = await made.call('monitoring.forecast', { period: '2024', lead: 1 });
    expect([name, sample, accuracy.leads.map((lead) => [lead.leadDays, lead.days])]).toEqual(['合川区', true, [[1, 92]]]);
    expect(accuracy.leftOut.every((row) => row.reason === 'noObservation')).toBe(true);
  });

  test('the outlook by the targets of the plan; without targets for 2026 and outside the year it is refused', async () => {
    const outlook = await made.call('monitoring.outlook', { year: 2024, asOf: '2024-09-30', places: ['合川区'] });
    expect(outlook.targets).toEqual([
      { measure: 'pm25', operator: 'le', value: '39', decimals: 0 },
      { measure: 'heavyDayRatio', operator: 'le', value: '0', decimals: 1 },
      { measure: 'goodDayRatio', operator: 'ge', value: '81.3', decimals: 1 },
    ]);
    expect(outlook.rows.map((row) => [row.name, row.outlook.elapsedDays, row.outlook.remainingDays])).toEqual([['合川区', 274, 92]]);
    expect(await made.fail('monitoring.outlook', { year: 2026, asOf: '2026-03-31' })).toMatchObject({ code: 'OUTLOOK_NO_TARGETS' });
    expect(await made.fail('monitoring.outlook', { year: 2024, asOf: '2025-01-01' })).toMatchObject({ code: 'OUTLOOK_DATE_OUTSIDE' });
    const own = await made.call('monitoring.outlook', {
      year: 2026,
      asOf: '2026-03-31',
      places: ['合川区'],
      targets: [{ measure: 'pm25', operator: 'le', value: '32', decimals: 0 }],
    });
    expect(own.rows[0]?.outlook.targets[0]).toMatchObject({ kind: 'mean', usedDays: 0, state: 'possible' });
  });
});
