import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { gbkBytes } from '../../../../../main/documents/workbook/gbk-text.ts';
import { failureText } from '../../../../../shared/text/failure-text.ts';
import { importedWork, type SampleWork, TEMPLATES } from '../../../../support/core.ts';
import { temporaryFolder } from '../../../../support/folder.ts';
import { schemeData } from '../../../../support/scheme-files.ts';

const folder = temporaryFolder();
let made: SampleWork;

beforeAll(async () => {
  made = await importedWork(folder);
});
afterAll(() => made.core.close());

/** The default scheme in the form that works held before there was a language. */
const OLDER = new URL('../../../../fixtures/older-schemes/ranking-2024.yml', import.meta.url);
const TEMPLATE = parse(readFileSync(OLDER, 'utf8')) as Record<string, unknown>;
const { preferred: _preferred, ...OWN } = TEMPLATE;

/** A YAML file of a scheme, the default one with other values, and the right to it. */
function scheme(
  changes: Readonly<Record<string, unknown>>,
  text: string | Uint8Array = stringify({ ...OWN, id: 'own', title: '本区办法', demonstration: false, ...changes }),
): string {
  const path = join(folder, '办法.yml');
  writeFileSync(path, text);
  return made.grant(path);
}

const schemesOf = async (year: number) => (await made.call('ranking.schemes', { year })).schemes.map(({ id }) => id);

function sql(text: string): void {
  const database = new BetterSqlite(made.workPath);
  database.exec(text);
  database.close();
}

test('a new work has all schemes of the templates, the default first, for the year they begin and every later one', async () => {
  const ids = await schemesOf(2024);
  expect(ids[0]).toBe('ranking-2024');
  expect(ids.toSorted()).toEqual([
    'ranking-2024',
    'ranking-change',
    'ranking-composite',
    'ranking-good-days',
    'ranking-mix',
    'ranking-recent',
  ]);
  expect(await schemesOf(2027)).toEqual(ids);
  expect(await schemesOf(2023)).toEqual([]);
  expect(await made.fail('ranking.show', { period: '2023' })).toMatchObject({ code: 'YEAR_NO_SCHEME' });
  expect((await made.call('ranking.schemes', { year: 2024 })).offered).toEqual([]);
});

test('a scheme that still says what becomes of dust days is told where that is said now, in both forms', async () => {
  const evaluation = { standard: 'byDate', dust: { concentrations: true, days: false } };
  const { params } = await made.fail('ranking.add', { file: scheme({ evaluation }) });
  expect(params['detail']).toBe('沙尘日怎样计由工作库的设置规定，办法中不再写，请删去 dust 一项');
  const today = readFileSync(join(TEMPLATES, 'schemes', 'ranking-2024.yml'), 'utf8');
  const said = today.replace('    standard: byDate\n', '    standard: byDate\n    dust: { concentrations: true, days: false }\n');
  expect(said).not.toBe(today);
  const refused = await made.fail('ranking.add', { file: scheme({}, said.replace('id: ranking-2024', 'id: own')) });
  expect(failureText(refused.code, refused.params)).toContain('沙尘日怎样计由工作库的设置规定，不写 dust');
});

test('each scheme ranks the same month in its own way', async () => {
  const first = async (id: string) => (await made.call('ranking.show', { period: '2024-07', scheme: id })).current;
  const index = await first('ranking-composite');
  const values = index.rows.flatMap((row) => (row.rank === null ? [] : [Number(row.compositeIndex)]));
  expect(values.length).toBeGreaterThan(5);
  expect(values).toEqual(values.toSorted((left, right) => left - right));
  expect(
    index.rows
      .filter((row) => row.rank === null && row.gaps.length === 0)
      .every((row) => row.lacking.some(({ reason }) => reason === 'pollutants')),
  ).toBe(true);
  // Nobody has data of 2023: no town has a change to be ranked by.
  expect((await first('ranking-change')).rows.every((row) => row.rank === null)).toBe(true);
  expect(await made.fail('ranking.show', { period: '2024-07', scheme: 'none' })).toMatchObject({
    code: 'SCHEME_UNKNOWN',
    params: { scheme: 'none' },
  });
});

test('a file that Windows saved in GBK is read as what it says, one that is no text is refused', async () => {
  const text = stringify({ ...OWN, id: 'saved-in-gbk', title: '本区办法', demonstration: false });
  expect(await made.call('ranking.add', { file: scheme({}, gbkBytes(text)) })).toMatchObject({ id: 'saved-in-gbk', title: '本区办法' });
  expect(await made.fail('ranking.add', { file: scheme({}, Uint8Array.of(0x61, 0x01, 0x02)) })).toMatchObject({ code: 'SCHEME_INVALID' });
});

test('a file adds a scheme with groups by names of towns', async () => {
  const added = await made.call('ranking.add', {
    file: scheme({ groups: [{ id: 'key', name: '重点区域', units: ['太和镇', '清平镇'] }] }),
  });
  expect(added).toMatchObject({
    id: 'own',
    demonstration: false,
    groups: [
      { id: 'key', name: '重点区域' },
      { id: 'default', name: '其他镇街' },
    ],
  });
  expect(added.method).toContain('重点区域、其他镇街分组排名');
  const { current } = await made.call('ranking.show', { period: '2024', scheme: 'own' });
  expect(current.rows.filter((row) => row.group === '重点区域').map((row) => [row.name, row.rank])).toEqual([
    ['太和镇', 1],
    ['清平镇', 2],
  ]);
  expect(current.rows.find((row) => row.group === '其他镇街')?.rank).toBe(1);
  expect((await schemesOf(2024))[0]).toBe('ranking-2024');
});

test('a new version takes over and the run of the older one is still recomputed by its own', async () => {
  const { run: before } = await made.call('run.make', { ranking: '2024-07', scheme: 'own' });
  const added = await made.call('ranking.add', { file: scheme({ keys: [{ measure: 'heavyDays', order: 'ascending' }] }) });
  expect(added.version).not.toBe(before.schemeVersion);
  expect(await made.call('work.check', {})).toMatchObject({ problems: [], checked: { runs: 1, staleRuns: 0 } });
  expect((await made.call('ranking.show', { period: '2024-07', scheme: 'own' })).current.schemeVersion).toBe(added.version);
  expect(await made.fail('ranking.add', { file: scheme({ keys: [{ measure: 'heavyDays', order: 'ascending' }] }) })).toMatchObject({
    code: 'SCHEME_EXISTS',
  });
});

test('a file in the language adds a scheme in the same way, and tells what a ranking has no room for', async () => {
  const { preferred: _own, ...data } = schemeData('ranking-2024') as { preferred: boolean; rules: object };
  const groups = { key: { name: '重点区域', units: ['太和镇', '清平镇'] }, default: { name: '一般区域' } };
  const file = (changes: object) =>
    scheme({}, stringify({ ...data, id: 'spoken', rules: { ...data.rules, least: 2, groups, ...changes } }));
  const added = await made.call('ranking.add', { file: file({}) });
  expect(added.groups).toEqual([
    { id: 'key', name: '重点区域' },
    { id: 'default', name: '一般区域' },
  ]);
  const { current } = await made.call('ranking.show', { period: '2024', scheme: 'spoken' });
  expect(current.rows.filter(({ group }) => group === '重点区域').map(({ name, rank }) => [name, rank])).toEqual([
    ['太和镇', 1],
    ['清平镇', 2],
  ]);
  expect(current.rows.find(({ group }) => group === '一般区域')?.rank).toBe(1);
  expect(await made.fail('ranking.add', { file: file({}) })).toMatchObject({ code: 'SCHEME_EXISTS' });
  for (const [wrong, path] of [
    [{ least: 1 }, 'rules.least'],
    [{ least: '六' }, 'rules.least'],
    [{ movement: 'samset' }, 'rules.movement'],
  ] as const)
    expect(await made.fail('ranking.add', { file: file(wrong) }), path).toMatchObject({ code: 'SCHEME_INVALID' });
  expect(await made.fail('ranking.add', { file: file({ out: '万元' }) })).toMatchObject({
    code: 'SCHEME_INVALID',
    params: { path: 'rules.out', detail: expect.stringMatching(/换一个编号/u) },
  });
  expect(await made.fail('ranking.add', { file: file({ rank: [{ off: 'pm25' }] }) })).toMatchObject({ code: 'SCHEME_INVALID' });
});

test('a version that begins later leaves earlier years to the one before it', async () => {
  const later = await made.call('ranking.add', { file: scheme({ year: 2026 }) });
  const versionIn = async (year: number) => (await made.call('ranking.schemes', { year })).schemes.find(({ id }) => id === 'own')?.version;
  expect(await versionIn(2026)).toBe(later.version);
  expect(await versionIn(2025)).not.toBe(later.version);
});

test('what is wrong with a file is told in Chinese with its place, and nothing is stored', async () => {
  const before = await schemesOf(2027);
  const cases: readonly (readonly [Readonly<Record<string, unknown>> | string, string, RegExp])[] = [
    [{ keys: [] }, 'keys', /没有排名项目/u],
    [{ groups: [{ id: 'key', name: '重点', units: ['无此镇'] }] }, 'groups.0.units', /无此镇/u],
    ['kind: [ranking', '', /YAML/u],
    [{ kind: 'scoring' }, 'kind', /ranking/u],
    [{ plan: 'other' }, 'plan', /方案“other”/u],
    [{ colour: 'red' }, '', /不认识的项：colour/u],
    [{ incomplete: 'maybe' }, 'incomplete', /ranked、unranked/u],
    [{ title: undefined }, 'title', /缺少/u],
  ];
  for (const [changes, path, detail] of cases) {
    const file = typeof changes === 'string' ? scheme({}, changes) : scheme(changes);
    expect(await made.fail('ranking.add', { file })).toMatchObject({
      code: 'SCHEME_INVALID',
      params: { file: '办法.yml', path, detail: expect.stringMatching(detail) },
    });
  }
  expect(await schemesOf(2027)).toEqual(before);
});

test('a work that was made before the other schemes existed is offered them, and takes one in with one call', async () => {
  const {
    preferred: _own,
    method: _method,
    groups: _groups,
    incomplete: _incomplete,
    streaks: _streaks,
    unrankedMonth: _month,
    evaluation: _evaluation,
    ...old
  } = TEMPLATE;
  sql(
    `DROP TRIGGER scheme_version_kept; DELETE FROM scheme_version WHERE kind = 'ranking'; INSERT INTO scheme_version (scheme_id, kind, year, number, version, content, reason, actor, stored_at) VALUES ('ranking-2024', 'ranking', 2024, 1, 'old', '${JSON.stringify(old)}', '', '', '2025-01-01')`,
  );
  expect(await schemesOf(2026)).toEqual(['ranking-2024']);
  expect((await made.call('ranking.schemes', { year: 2024 })).offered.map(({ id }) => id)).toContain('ranking-composite');
  expect((await made.call('ranking.show', { period: '2024' })).current.rows[0]).toMatchObject({ name: '太和镇', rank: 1 });
  await made.call('ranking.add', { template: 'ranking-composite' });
  expect(await schemesOf(2024)).toEqual(['ranking-2024', 'ranking-composite']);
  expect(await made.fail('ranking.add', { template: 'ranking-composite' })).toMatchObject({ code: 'SCHEME_EXISTS' });
  expect(await made.fail('ranking.add', { template: 'none' })).toMatchObject({ code: 'SCHEME_UNKNOWN' });
});
