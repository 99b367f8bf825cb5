import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { beforeAll, expect, test } from 'vitest';
import { testCore, type TestCore } from '../../../../support/core.ts';
import { fillReturn } from '../../../../support/fill-return.ts';
import { temporaryFolder } from '../../../../support/folder.ts';

const folder = temporaryFolder();
const workPath = join(folder, 'work.sqlite');
let made: TestCore;

beforeAll(async () => {
  made = testCore(folder);
  await made.call('work.create', { file: made.grant(workPath), planId: 'hechuan-2024' });
});

async function dated(unit: string, date: string): Promise<string> {
  const path = join(folder, `${unit}-${date}.xlsx`);
  writeFileSync(path, await fillReturn(made, unit, { 'reportedOn|reportedOn': { date } }));
  return made.grant(path);
}

/** First days that were told with the refusals. */
const refusals = async (sources: string[], { dryRun = false } = {}): Promise<unknown[]> => {
  const { files } = await made.call('returns.import', { year: 2024, sources, dryRun });
  return files.flatMap(({ findings }) =>
    findings.filter(({ code }) => code === 'REPORT_DATE_IMPLAUSIBLE').map(({ params }) => params['from']),
  );
};

const dateOf = async (unit: string) =>
  (await made.call('returns.versions', { year: 2024, unit })).versions.map(({ reportedOn }) => reportedOn);

test('a date within the year is refused of a yearly return, and taken from the day on that the year is reported by quarter', async () => {
  const [police, weather] = ['区公安局', '区气象局'];
  const early = await dated(police, '2024-07-05');
  expect(await refusals([early])).toEqual(['2024-10-01']);
  expect(await dateOf(police)).toEqual([null]);
  made.setNow('2025-02-11T09:00:00+08:00');
  const change = { rounds: ['year' as const, 'quarter' as const] };
  await made.call('year.change', { year: 2024, change, reason: '改为按季调度' });
  expect(await refusals([await dated(weather, '2024-07-05')])).toEqual([]);
  expect(await dateOf(weather)).toEqual(['2024-07-05']);
  expect(await refusals([await dated('区发展改革委', '2023-12-31')], { dryRun: true })).toEqual(['2024-01-01']);
});

test('the check reads each return by what was decided when it came', async () => {
  expect((await made.call('work.check', {})).problems).toEqual([]);
});

test('the day the office sets holds for returns that come later', async () => {
  made.setNow('2025-02-12T09:00:00+08:00');
  const entry = { key: 'returns.yearly-from', from: '2025-02-12', reason: '提前布置年报' };
  expect((await made.fail('settings.set', { ...entry, value: '13-01' })).code).toBe('SETTING_VALUE');
  await made.call('settings.set', { ...entry, value: '07-01' });
  await made.call('year.change', { year: 2024, change: { rounds: ['year'] }, reason: '恢复年报' });
  const sources = [await dated('区发展改革委', '2024-07-05'), await dated('区公安局', '2024-06-30')];
  expect(await refusals(sources, { dryRun: true })).toEqual(['2024-07-01']);
});

/** What the check says of the date after the return of 区气象局 was made to look as if an earlier edition had refused its date. */
async function problemsOfDate(edition: number): Promise<string[]> {
  const copy = join(folder, `edition-${edition}.sqlite`);
  copyFileSync(workPath, copy);
  const database = new BetterSqlite(copy);
  for (const name of database.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all() as string[])
    database.exec(`DROP TRIGGER ${name}`);
  const id = "(SELECT id FROM return_file WHERE reported_on = '2024-07-05')";
  const cell = `FROM return_answer WHERE return_id = ${id} AND field = 'reportedOn'`;
  database.exec(
    `INSERT INTO finding (batch_id, return_id, severity, code, params, file_name, sheet, cell)
       SELECT (SELECT batch_id FROM return_file WHERE id = ${id}), ${id}, 'error', 'REPORT_DATE_IMPLAUSIBLE', '{}', 'x', sheet, cell ${cell};
     DELETE ${cell};
     UPDATE return_file SET reported_on = NULL, reading = ${edition} WHERE id = ${id};`,
  );
  database.close();
  const other = testCore(folder);
  await other.call('work.open', { file: other.grant(copy) });
  const { problems } = await other.call('work.check', {});
  other.core.close();
  return problems.filter(({ kind, detail }) => kind === 'value' || detail.startsWith('填报日期')).map(({ detail }) => detail.slice(0, 7));
}

test('a date that an earlier edition of the reading refused is no forgery; of the present one it is', async () => {
  made.core.close();
  expect(await problemsOfDate(3)).toEqual([]);
  expect(await problemsOfDate(4)).toEqual(['填报日期：库内', '库内没有，原表']);
});
