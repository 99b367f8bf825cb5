import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { daysOfYear } from '../../../../../shared/domain/calendar.ts';
import { temporaryFolder } from '../../../../support/folder.ts';
import { schemeText } from '../../../../support/scheme-files.ts';
import { csvFile, emptyWork } from '../../../../support/monitoring-files.ts';

const folder = temporaryFolder();
let made: Awaited<ReturnType<typeof emptyWork>>;

/** Every day of January to May 34 or 35, in turn: a mean between them, and a median of one of them. */
beforeAll(async () => {
  made = await emptyWork(folder);
  const rows = [2024, 2025, 2026].flatMap((year) =>
    daysOfYear(year)
      .filter((date) => date.slice(5) < '06-01')
      .map((date, index) => ['清平镇', date, 34 + (index % 2)]),
  );
  await made.call('monitoring.import', { sources: [made.grant(csvFile(folder, '三年.csv', [['镇街', '日期', 'PM2.5'], ...rows]))] });
});
afterAll(() => made.core.close());

async function printedOf(period: string) {
  const { rows, notes } = await made.call('monitoring.evaluate', { period, places: ['清平镇'] });
  const { percentiles } = await made.call('monitoring.statistics', { place: '清平镇', period, percentiles: ['50'] });
  const evaluation = rows[0]?.evaluation;
  return {
    figures: [
      evaluation?.concentrations.pm25?.value.published,
      evaluation?.concentrations.pm25?.value.judged,
      evaluation?.dust.withDust.pm25?.published,
      percentiles[0]?.values[0]?.published,
    ],
    notes: notes.join(''),
  };
}

test('PM2.5 is printed as the edition has it, and how far its clause is known is said', async () => {
  // 14 of 34 and 15 of 35 among 29 days: 34.517.
  const old = await printedOf('2024-02');
  expect(old.figures).toEqual(['34.5', '35', '34.5', '35.0']);
  expect(old.notes).toContain('HJ 663-2013规定的小数位数未能查到原文');
  const young = await printedOf('2026-04');
  expect(young.figures[0]).toMatch(/^34\.\d$/);
  expect(young.notes).toContain('小数位数按HJ 663-2026 表3（据转抄件');
});

test('what the work decides holds from its day on, everywhere', async () => {
  await made.call('settings.set', { key: 'air.pm25-published', value: '0', from: '2025-01-01', reason: '按全市统一口径' });
  expect((await printedOf('2024-02')).figures[0]).toMatch(/^34\.\d$/);
  const decided = await printedOf('2025-04');
  expect(decided.figures.map((figure) => figure?.includes('.'))).toEqual([false, false, false, false]);
  expect(decided.notes).toContain('均值和百分位数中PM2.5取整数，按本工作库的设置');
  expect(decided.notes).toContain('PM2.5取整数，CO保留1位小数');
  const { found } = await made.call('monitoring.levers', {
    year: 2025,
    asOf: '2025-05-31',
    place: '清平镇',
    targets: [{ measure: 'pm25', operator: 'le', value: '35', decimals: 0 }],
  });
  expect(found?.mean.published).toMatch(/^3[45]$/);
  const { rows } = await made.call('monitoring.outlook', {
    year: 2025,
    asOf: '2025-05-31',
    places: ['清平镇'],
    targets: [{ measure: 'pm25', operator: 'le', value: '35', decimals: 0 }],
  });
  expect(rows[0]?.outlook.targets[0]).toMatchObject({ mean: expect.stringMatching(/^3[45]$/) });
});

test('a ranking that does not go by PM2.5 prints it as the work has decided; one that does keeps its own and says so', async () => {
  const scheme = (id: string, rank: string): string =>
    schemeText('ranking-2024')
      .replace('id: ranking-2024', `id: ${id}`)
      .replace('preferred: true', '')
      .replace(/( {4}- \{ of: .*\n)+/, rank);
  for (const [id, of] of [
    ['by-pm10', '{ of: pm10, decimals: 0, order: asc }'],
    ['by-pm25', '{ of: pm25, decimals: 1, order: asc }'],
  ] as const) {
    const path = join(folder, `${id}.yml`);
    writeFileSync(path, scheme(id, `    - ${of}\n`));
    await made.call('ranking.add', { file: made.grant(path) });
  }
  const shown = async (period: string, id: string) => {
    const { current, beside } = await made.call('ranking.show', { period, scheme: id });
    return [current.rows.find(({ name }) => name === '清平镇')?.pm25Mean, beside.pm25Decimals];
  };
  expect(await shown('2025-04', 'by-pm10')).toEqual([expect.stringMatching(/^3[45]$/), null]);
  expect(await shown('2025-04', 'by-pm25')).toEqual([expect.stringMatching(/^34\.5$/), { scheme: 1, work: 0 }]);
  expect(await shown('2024-04', 'by-pm10')).toEqual([expect.stringMatching(/^34\.5$/), null]);
});
