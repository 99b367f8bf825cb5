import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import BetterSqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { testCore, type TestCore } from '../../../../support/core.ts';
import { temporaryFolder } from '../../../../support/folder.ts';
import { tamper } from '../../../../support/tamper.ts';

const WORKS = join(import.meta.dirname, '..', '..', '..', '..', 'fixtures', 'works');

/**
 * Works of the program before dust days were a setting (version 200), each with annual scores, a run of rules and rankings of a month and a year.
 *
 * dust-out: the preferred ranking takes dust out of both, one of the others out of the day counts, the third out of nothing.
 * dust-kept: the preferred ranking takes nothing out, another takes out both; somebody had set otherwise for evaluations.
 */
async function opened(name: 'dust-out' | 'dust-kept'): Promise<TestCore & { readonly path: string }> {
  const folder = temporaryFolder();
  const path = join(folder, 'work.sqlite');
  writeFileSync(path, gunzipSync(readFileSync(join(WORKS, `${name}-version-200.sqlite.gz`))));
  const made = testCore(folder);
  await made.call('work.open', { file: made.grant(path) });
  return { ...made, path };
}

const checked = async (made: TestCore) => {
  const { problems, checked: counts, engines } = await made.call('work.check', {});
  return { problems, runs: counts.runs, stale: counts.staleRuns, engines };
};

const settingsOn = async (made: TestCore, date: string) => {
  const { settings } = await made.call('settings.list', { date });
  return Object.fromEntries(settings.flatMap(({ key, value }) => (key.startsWith('dust.') ? [[key, value]] : [])));
};

const set = (made: TestCore, key: string, value: string | boolean, from: string) =>
  made.call('settings.set', { key, value, from, reason: '市级明确' });

test.each([
  ['dust-out', 8, { 'dust.concentrations': true, 'dust.days': 'left-out' }],
  ['dust-kept', 6, { 'dust.concentrations': false, 'dust.days': 'kept' }],
] as const)('%s: every stored result is computed to what it was, whatever the preferred ranking took out', async (name, runs, setting) => {
  const made = await opened(name);
  expect(await checked(made)).toEqual({ problems: [], runs, stale: 0, engines: [] });
  for (const date of ['2024-01-01', '2024-03-31', '2024-12-31']) expect(await settingsOn(made, date)).toEqual(setting);
  // The rankings themselves take what the setting says now, all of them the same.
  const { current } = await made.call('ranking.show', { period: '2024-03', scheme: 'own-dust' });
  expect(current.dust).toMatchObject({ concentrations: setting['dust.concentrations'], dayCounts: name === 'dust-out' });
  made.core.close();
});

test('what is set later, also for earlier dates, leaves the stored results what they were', async () => {
  for (const name of ['dust-out', 'dust-kept'] as const) {
    const made = await opened(name);
    const before = await checked(made);
    await set(made, 'dust.days', 'without-pm', '2024-01-01');
    await set(made, 'dust.concentrations', name === 'dust-kept', '2024-01-01');
    expect(await checked(made)).toEqual(before);
    made.core.close();
  }
});

test('results of after it are computed to what the settings were then, of each period by its own', async () => {
  const made = await opened('dust-kept');
  await set(made, 'dust.days', 'without-pm', '2024-01-01');
  await set(made, 'dust.days', 'left-out', '2024-03-01');
  const ratios = async () =>
    (await made.call('ranking.show', { period: '2024-03' })).current.rows.map(
      ({ name, goodDays, validDays }) => `${name} ${goodDays}/${validDays}`,
    );
  const then = await ratios();
  for (const request of [{ ranking: '2024-03' }, { ranking: '2024' }, { year: 2024 }, { year: 2024, scheme: 'weifang' }])
    expect(await made.call('run.make', request)).toMatchObject({ stored: true });
  expect(await checked(made)).toEqual({ problems: [], runs: 6, stale: 0, engines: [] });
  await set(made, 'dust.days', 'kept', '2024-01-01');
  await set(made, 'dust.days', 'kept', '2024-03-01');
  expect(await ratios()).not.toEqual(then);
  expect(await checked(made)).toEqual({ problems: [], runs: 6, stale: 0, engines: [] });
  made.core.close();
});

test('a stored result that was changed behind the program is found by its figures too, and so is what dust was for it', async () => {
  const made = await opened('dust-out');
  made.core.close();
  tamper(made.path, "UPDATE run SET result = json_set(result, '$.rows[0].goodDays', 1) WHERE kind = 'ranking' AND period LIKE '2024-03%'");
  tamper(
    made.path,
    "UPDATE scheme_version SET origin = replace(origin, '\"concentrations\":true', '\"concentrations\":false') WHERE scheme_id = 'own-dust'",
  );
  await made.call('work.open', { file: made.grant(made.path) });
  const { problems } = await made.call('work.check', {});
  expect(problems.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['run', 'plan']));
  made.core.close();
});

test('the log tells what was carried: rankings, and the setting from the first day and from each day of which somebody had said otherwise', async () => {
  const made = await opened('dust-kept');
  made.core.close();
  const database = new BetterSqlite(made.path, { readonly: true });
  const told = database
    .prepare(
      "SELECT subject, \"before\", \"after\", detail ->> 'from' FROM event WHERE actor = '升级' AND subject LIKE 'dust.%' ORDER BY id",
    )
    .raw()
    .all();
  database.close();
  expect(told).toEqual([
    ['dust.concentrations', 'false', 'false', '2000-01-01'],
    ['dust.days', '"kept"', '"kept"', '2000-01-01'],
    ['dust.days', '"left-out"', '"kept"', '2024-02-01'],
  ]);
});
