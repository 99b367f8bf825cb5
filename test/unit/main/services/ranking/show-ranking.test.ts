import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importedWork, type SampleWork } from '../../../../support/core.ts';
import { openYear } from '../../../../support/open-year.ts';
import { RANKS_2024 } from './ranks-2024.ts';
import { schemeText } from '../../../../support/scheme-files.ts';
import { temporaryFolder } from '../../../../support/folder.ts';
import { writeSampleReturn } from '../../../../support/sample-return.ts';

const folder = temporaryFolder();
let made: SampleWork;

beforeAll(async () => {
  made = await importedWork(folder);
});
afterAll(() => made.core.close());

const periodsOf = async (period: string) => {
  const { current, previous } = await made.call('ranking.show', { period });
  return [current.period, previous?.period ?? null];
};

function runs(): number {
  const database = new BetterSqlite(made.workPath, { readonly: true });
  try {
    return (database.prepare('SELECT count(*) AS count FROM run').get() as { count: number }).count;
  } finally {
    database.close();
  }
}

test('the year is ranked as it always was', async () => {
  const { current } = await made.call('ranking.show', { period: '2024' });
  expect(current.rows.map((row) => [row.name, row.rank, row.pm25Mean, row.goodDays, row.goodDayRatio])).toEqual(RANKS_2024);
  expect(current.standards).toEqual(['GB 3095-2012、HJ 633-2012、HJ 663-2013']);
});

test('a month tells how far each town has moved since the month before', async () => {
  const { current, previous } = await made.call('ranking.show', { period: '2024-07' });
  expect(current.previousPeriod).toBe('2024-06');
  expect(previous?.period).toBe('2024-06');
});

test('places move between months that ranked the same towns; else who came and who left is named', async () => {
  const months = Array.from({ length: 11 }, (_, index) => `2024-${String(index + 2).padStart(2, '0')}`);
  const seen = new Set<boolean>();
  for (const period of months) {
    const { current, previous } = await made.call('ranking.show', { period });
    const [now, then] = [current, previous].map((one) => one?.rows.filter(({ rank }) => rank !== null).map(({ name }) => name) ?? []);
    const before = new Map(previous?.rows.map((row) => [row.unitId, row.rank]));
    const came = now?.filter((name) => !then?.includes(name)) ?? [];
    const left = then?.filter((name) => !now?.includes(name)) ?? [];
    const same = came.length + left.length === 0;
    seen.add(same);
    for (const row of current.rows) {
      const earlier = before.get(row.unitId) ?? null;
      expect(row.movement, period).toBe(!same || row.rank === null || earlier === null ? null : earlier - row.rank);
    }
    const [change, ...others] = current.setChanges ?? [];
    expect([change === undefined, others]).toEqual([same, []]);
    if (change !== undefined)
      expect([change.came.toSorted(), change.left.toSorted(), change.withheldBefore]).toEqual([came.toSorted(), left.toSorted(), false]);
  }
  expect([...seen].toSorted()).toEqual([false, true]);
});

test('a scheme that needs more places than can be ranked publishes none, in no view', async () => {
  const text = schemeText('ranking-2024')
    .replace('id: ranking-2024', 'id: many')
    .replace('  incomplete:', '  least: 40\n  incomplete:')
    .replace('preferred: true', 'preferred: false');
  const path = join(folder, 'many.yml');
  writeFileSync(path, text);
  await made.call('ranking.add', { file: made.grant(path) });
  const { current } = await made.call('ranking.show', { period: '2024-07', scheme: 'many' });
  const asked = await made.call('ranking.show', { period: '2024-07' });
  const ranked = asked.current.rows.filter(({ rank }) => rank !== null).map(({ unitId }) => unitId);
  expect(current.withheld).toEqual([{ group: '', ranked: ranked.length, needed: 40 }]);
  expect(current.rows.filter(({ withheld }) => withheld === true).map(({ unitId }) => unitId)).toEqual(ranked.toSorted());
  for (const row of current.rows) {
    expect([row.rank, row.movement, row.score, row.pm25Rank, row.goodDaysRank, row.compositeRank]).toEqual(
      Array.from({ length: 6 }, () => null),
    );
  }
  const { rows, withheld } = await made.call('ranking.streaks', { year: 2024, scheme: 'many' });
  expect(rows.every(({ actions, longest }) => actions.length === 0 && longest === 0)).toBe(true);
  expect(withheld.map(({ month }) => month)).toContain('2024-07');
  const { run } = await made.call('run.make', { ranking: '2024-07', scheme: 'many' });
  expect(await made.call('run.show', { id: run.id })).toMatchObject({ result: current });
  expect((await made.call('work.check', {})).problems).toEqual([]);
});

test('the whole year is held against the target of the district, a month is not', async () => {
  const { current } = await made.call('ranking.show', { period: '2024' });
  expect([current.target, current.rows[0]?.pm25Mean, current.rows[0]?.targetGap]).toEqual(['39', '30.3', '-8.7']);
  expect((await made.call('ranking.show', { period: '2024-07' })).current).toMatchObject({ target: null });
});

test('quarters, half years and spans of days are ranked too', async () => {
  for (const [period, days] of [
    ['2024-Q3', 92],
    ['2024-H1', 182],
    ['2024-07-01..2024-07-10', 10],
  ] as const) {
    const { current } = await made.call('ranking.show', { period });
    expect(
      current.rows.every((row) => row.calendarDays === days),
      period,
    ).toBe(true);
  }
});

test('each period stands beside the one before it', async () => {
  expect(await periodsOf('2024-07')).toEqual(['2024-07', '2024-06']);
  expect(await periodsOf('2024-01..2024-07')).toEqual(['2024-01..2024-07', '2024-01..2024-06']);
  expect(await periodsOf('2024-01..2024-01')).toEqual(['2024-01..2024-01', null]);
});

test('January and the year have nothing before them when the year before has no returns', async () => {
  expect(await periodsOf('2024-01')).toEqual(['2024-01', null]);
  expect(await periodsOf('2024')).toEqual(['2024', null]);
});

test('showing gives the ranking that ranking would store, and stores nothing', async () => {
  const before = runs();
  const { current, beside } = await made.call('ranking.show', { period: '2024-01..2024-07' });
  expect(runs()).toBe(before);
  const {
    runId: _runId,
    computedAt: _computedAt,
    inputHash: _inputHash,
    ...ranked
  } = await made.call('ranking.rank', { period: '2024-01..2024-07' });
  expect({ ...current, ...beside }).toEqual(ranked);
  expect(runs()).toBe(before);
  const { run, stored } = await made.call('run.make', { ranking: '2024-01..2024-07' });
  expect(stored).toBe(true);
  expect(await made.call('run.show', { id: run.id })).toMatchObject({ kind: 'ranking', result: current });
  expect(runs()).toBe(before + 1);
  expect((await made.call('work.check', {})).problems).toEqual([]);
});

test('the months of the year to date are judged one by one, the 324 days only over the whole year', async () => {
  const { current } = await made.call('ranking.show', { period: '2024-01..2024-07' });
  expect(current.rows.filter((row) => row.rank !== null).length).toBeGreaterThan(20);
  expect(current.rows.every((row) => row.calendarDays === 213)).toBe(true);
  expect(current.rows.flatMap((row) => row.gaps.map((gap) => gap.code))).not.toContain('YEAR_DAYS_SHORT');
  const [whole, year] = await Promise.all(['2024-01..2024-12', '2024'].map((period) => made.call('ranking.show', { period })));
  // The year has a target and a year before it; the ranks are the same.
  const ranks = (shown: typeof whole) => shown?.current.rows.map((row) => [row.unitId, row.rank, row.pm25Mean, row.goodDays]);
  expect(ranks(whole)).toEqual(ranks(year));
});

test('a period that does not begin with its year or has no such month is refused', async () => {
  for (const period of [
    '2024-02..2024-07',
    '2024-Q5',
    '2024-07-31..2024-07-01',
    '2024-01..2025-03',
    '2024-01..2024-13',
    '2024-01..',
    '2024-07..2024-01',
  ]) {
    expect(await made.fail('ranking.show', { period }), period).toEqual({ code: 'PERIOD_INVALID', params: { period } });
  }
});

test('with returns of the year before, January stands beside December and the year beside the year', async () => {
  openYear(made.workPath, 2025);
  const path = await writeSampleReturn(made, folder, '清平-2025.xlsx', {
    unitName: '清平镇',
    year: 2025,
    changes: { '2025-01-01|pm25': { number: '40' } },
  });
  expect((await made.call('returns.import', { year: 2025, sources: [made.grant(path)] })).counts.accepted).toBe(1);
  expect(await periodsOf('2025-01')).toEqual(['2025-01', '2024-12']);
  expect(await periodsOf('2025')).toEqual(['2025', '2024']);
  expect(await periodsOf('2025-01..2025-01')).toEqual(['2025-01..2025-01', null]);
});
