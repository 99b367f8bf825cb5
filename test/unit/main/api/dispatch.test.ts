import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { afterAll, expect, test } from 'vitest';
import { contract } from '../../../../shared/contract/contract.ts';
import { temporaryFolder } from '../../../support/folder.ts';
import { testCore } from '../../../support/core.ts';

const folder = temporaryFolder();
const made = testCore(folder);
afterAll(() => made.core.close());

test('a method that does not exist, and one that only looks like one, are refused by name', async () => {
  expect(await made.fail('plan.burn' as never, {})).toEqual({ code: 'METHOD_UNKNOWN', params: { method: 'plan.burn' } });
  expect(await made.fail('toString' as never, {})).toEqual({ code: 'METHOD_UNKNOWN', params: { method: 'toString' } });
});

test('input that does not fit is refused with its path and reaches no handler', async () => {
  expect(await made.fail('returns.status', { year: '2024' })).toMatchObject({ code: 'INPUT_INVALID', params: { path: 'year' } });
  expect(await made.fail('returns.status', { year: 2024, extra: 1 })).toMatchObject({ code: 'INPUT_INVALID' });
  expect(await made.fail('returns.import', { year: 2024, sources: [] })).toMatchObject({
    code: 'INPUT_INVALID',
    params: { path: 'sources' },
  });
});

test('without an open work every method of a work says so', async () => {
  const inputs: Record<string, unknown> = {
    'plan.show': {},
    'plan.conflicts': { year: 2024 },
    'returns.status': { year: 2024 },
    'assessment.score': { year: 2024 },
    'ranking.rank': { period: '2024' },
    'work.check': {},
  };
  for (const [method, input] of Object.entries(inputs))
    expect(await made.fail(method as never, input), method).toEqual({ code: 'WORK_NONE', params: {} });
});

test('a grant nobody has issued opens nothing', async () => {
  expect(await made.fail('work.open', { file: '/etc/hostname' })).toMatchObject({ code: 'FILE_GRANT_UNKNOWN' });
});

test('an unknown plan names the plans there are, and leaves no file behind', async () => {
  const path = join(folder, 'unknown.sqlite');
  expect(await made.fail('work.create', { file: made.grant(path), planId: 'atlantis-2024' })).toEqual({
    code: 'PLAN_UNKNOWN',
    params: { plan: 'atlantis-2024', known: 'hechuan-2024' },
  });
  expect(await made.fail('work.open', { file: made.grant(path) })).toMatchObject({ code: 'WORK_MISSING' });
});

test('an unknown throwable becomes INTERNAL with an id that is in the log, and nothing of it leaves', async () => {
  const broken = testCore(folder);
  const open = broken.core.grants.issue(join(folder, 'internal.sqlite'));
  await broken.call('work.create', { file: open, planId: 'hechuan-2024' });
  const database = new BetterSqlite(join(folder, 'internal.sqlite'));
  database.exec('DROP TABLE finding');
  database.close();
  const error = await broken.fail('returns.status', { year: 2024 });
  expect(error.code).toBe('INTERNAL');
  expect(Object.keys(error.params)).toEqual(['id']);
  expect(broken.logged.join()).toContain(`${error.params['id']} SqliteError: no such table: finding`);
  broken.core.close();
});

test('every method of the contract declares its kind and only known error codes', () => {
  for (const [name, method] of Object.entries(contract)) {
    expect(name).toMatch(/^[a-z]+\.[a-z]+$/i);
    expect(['query', 'command', 'job']).toContain(method.kind);
  }
});
