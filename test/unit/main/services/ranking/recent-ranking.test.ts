import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rateOf } from '../../../../../shared/domain/air/statistics/change.ts';
import { importedWork, type SampleWork } from '../../../../support/core.ts';
import { temporaryFolder } from '../../../../support/folder.ts';
import { schemeText } from '../../../../support/scheme-files.ts';

const folder = temporaryFolder();
let made: SampleWork;

beforeAll(async () => {
  made = await importedWork(folder);
});
afterAll(() => made.core.close());

/** The shipped default with another id and other rules, added to the work. */
async function added(id: string, rank: string, groups = ''): Promise<string> {
  const text = schemeText('ranking-2024')
    .replace('id: ranking-2024', `id: ${id}`)
    .replace('preferred: true', 'preferred: false')
    .replace(/ {2}rank:\n.*\n.*\n/u, `  rank: ${rank}\n${groups}`);
  const path = join(folder, `${id}.yml`);
  writeFileSync(path, text);
  return (await made.call('ranking.add', { file: made.grant(path) })).id;
}

test('the 环比 that ranks is the one that the evaluation of the air gives', async () => {
  for (const [period, before] of [
    ['2024-03', '2024-02'],
    ['2024-Q3', '2024-Q2'],
    ['2024-H2', '2024-H1'],
  ] as const) {
    const { current } = await made.call('ranking.show', { period, scheme: 'ranking-recent' });
    expect(current.recent).toEqual({ period: before, known: true });
    const ranked = current.rows.filter(({ rank }) => rank !== null);
    expect(ranked.length).toBeGreaterThan(20);
    for (const row of ranked.slice(0, 3)) {
      const [place] = (await made.call('monitoring.evaluate', { period, places: [row.unitId] })).rows;
      const [now, then] = [place?.evaluation, place?.before].map((one) => one?.concentrations.pm25?.mean.exact);
      expect(row.figures).toEqual([{ measure: 'pm25Recent', value: rateOf(now, then)?.published }]);
    }
    const values = ranked.map(({ figures }) => Number(figures?.[0]?.value));
    expect(values).toEqual(values.toSorted((left, right) => left - right));
  }
});

test('the first month has nothing before it, says so, and ranks nobody', async () => {
  const { current } = await made.call('ranking.show', { period: '2024-01', scheme: 'ranking-recent' });
  expect(current.recent).toEqual({ period: '2023-12', known: false });
  expect(current.rows.every(({ rank, figures }) => rank === null && figures?.[0]?.value === null)).toBe(true);
  const { rows } = await made.call('ranking.streaks', { year: 2024, scheme: 'ranking-recent' });
  expect(rows.every(({ months }) => months[0]?.rank === null)).toBe(true);
});

test('a run by 环比 is recomputed as it was', async () => {
  const { run } = await made.call('run.make', { ranking: '2024-05', scheme: 'ranking-recent' });
  const { current } = await made.call('ranking.show', { period: '2024-05', scheme: 'ranking-recent' });
  expect(await made.call('run.show', { id: run.id })).toMatchObject({ result: current });
  expect(await made.call('work.check', {})).toMatchObject({ problems: [], checked: { staleRuns: 0 } });
});

test('a sum ranks, and a group goes by its own measure', async () => {
  const scheme = await added(
    'own-measures',
    '[{ of: [pm10, pm25], decimals: 0, order: asc }]',
    '  groups: { key: { name: 重点, units: [太和镇, 清平镇], rank: [{ of: pm10, decimals: 0, order: asc }], incomplete: ranked } }\n',
  );
  const { current } = await made.call('ranking.show', { period: '2024-05', scheme });
  const [group, rest] = [current.rows.filter((row) => row.group === '重点'), current.rows.filter((row) => row.group !== '重点')];
  expect(group.map(({ rank }) => rank)).toEqual([1, 2]);
  expect(group.map(({ figures }) => figures)).toEqual(group.map(({ pm10Mean }) => [{ measure: 'pm10Mean', value: pm10Mean }]));
  expect(Number(group[0]?.pm10Mean)).toBeLessThanOrEqual(Number(group[1]?.pm10Mean));
  const sums = rest.filter(({ rank }) => rank !== null).map(({ figures }) => Number(figures?.[0]?.value));
  expect(sums).toEqual(sums.toSorted((left, right) => left - right));
  for (const row of rest.filter(({ rank }) => rank !== null))
    expect(Math.abs(Number(row.figures?.[0]?.value) - Number(row.pm10Mean) - Number(row.pm25Mean))).toBeLessThanOrEqual(1.1);
  expect(current.method).toContain('重点：按PM10平均浓度由低到高排名');
  expect(current.method).toContain('PM10、PM2.5浓度之和由低到高');
});

test('each single pollutant ranks by the value that the evaluation gives', async () => {
  for (const [of, measure] of [
    ['so2', 'so2Mean'],
    ['no2', 'no2Mean'],
    ['co', 'coPercentile'],
    ['o3', 'o3Percentile'],
  ] as const) {
    const scheme = await added(`by-${of}`, `[{ of: ${of}, decimals: ${of === 'co' ? 1 : 0}, order: asc }]`);
    const { current } = await made.call('ranking.show', { period: '2024', scheme });
    const ranked = current.rows.filter(({ rank }) => rank !== null);
    const [first] = ranked;
    const [place] = (await made.call('monitoring.evaluate', { period: '2024', places: [first?.unitId ?? ''] })).rows;
    expect(first?.figures).toEqual([{ measure, value: place?.evaluation.concentrations[of]?.value.published }]);
    const values = ranked.map(({ figures }) => Number(figures?.[0]?.value));
    expect(values).toEqual(values.toSorted((left, right) => left - right));
  }
});
