import BetterSqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from '../../main/db/migrate.ts';
import { APPLICATION_ID, MIGRATIONS } from '../../main/db/migrations/all.ts';

const MOMENT = { at: '2026-12-01T08:00:00+08:00', actor: '某甲' };
const until = (version: number) => MIGRATIONS.filter((migration) => migration.version <= version);

interface Stored {
  readonly id: string;
  readonly content: object;
  readonly year?: number;
  readonly retired?: true;
}

/** A work of version 200 with these rankings, and a plan where it is no new one, and then of version 210. */
function migratedWith(schemes: readonly Stored[], planned = true): BetterSqlite.Database {
  const database = new BetterSqlite(':memory:');
  database.pragma('foreign_keys = ON');
  database.pragma(`application_id = ${APPLICATION_ID}`);
  migrate(database, until(200), MOMENT);
  const insert = database.prepare(
    `INSERT INTO scheme_version (scheme_id, kind, year, number, version, content, source, reason, actor, stored_at)
    VALUES (?, 'ranking', ?, ?, ?, ?, NULL, '', '', '2025-01-01')`,
  );
  for (const [index, { id, content, year = 2024 }] of schemes.entries())
    insert.run(id, year, index + 1, `hash ${index} of ${id}`, JSON.stringify(content));
  const retire = database.prepare(
    "INSERT INTO scheme_act (scheme_id, version, act, document, reason, actor, at) VALUES (?, NULL, 'retire', NULL, '试', '某甲', '2025-01-01')",
  );
  for (const { id, retired } of schemes) if (retired === true) retire.run(id);
  if (planned)
    database.exec(`
      INSERT INTO plan_document (kind, number, title, issued_on, effective_on, version, content, reason, actor, stored_at)
        VALUES ('plan', '1', '方案', '2024-01-01', '2024-01-01', 'v', '{}', '', '', '2024-01-01');
      INSERT INTO event (id, at, kind, detail, actor, prev_hash, hash) VALUES (1, '2024-01-01', 'work.create', '{}', '某甲', '0', 'h');`);
  migrate(database, until(210), MOMENT);
  return database;
}

const ranking = (dust: object | null, preferred = false): object => ({
  preferred,
  rules: { evaluation: { standard: 'byDate', ...(dust === null ? {} : { dust }) }, rank: [] },
});
const settingsOf = (database: BetterSqlite.Database): unknown =>
  database.prepare("SELECT key, value, from_date FROM setting WHERE key LIKE 'dust.%' ORDER BY id").raw().all();
const dust = (concentrations: boolean, days: string): unknown => [
  ['dust.concentrations', String(concentrations), '2000-01-01'],
  ['dust.days', `"${days}"`, '2000-01-01'],
];

test('what the preferred ranking took out becomes the setting of the work, which the log tells of', () => {
  const database = migratedWith([
    { id: 'other', content: ranking({ concentrations: false, days: true }) },
    { id: 'own', content: ranking({ concentrations: true, days: false }, true) },
  ]);
  expect(settingsOf(database)).toEqual(dust(true, 'kept'));
  const told = `SELECT subject, "before", "after" FROM event WHERE kind = 'settings.set' AND subject LIKE 'dust.%' ORDER BY id`;
  expect(database.prepare(told).raw().all()).toEqual([
    ['dust.concentrations', 'true', 'true'],
    ['dust.days', '"kept"', '"kept"'],
  ]);
});

test.each([
  [
    'without a preferred one the first',
    [
      { id: 'a', content: ranking({ days: true }) },
      { id: 'b', content: ranking(null) },
    ],
    false,
    'left-out',
  ],
  [
    'of one id the newest',
    [
      { id: 'a', content: ranking({ days: true }) },
      { id: 'a', year: 2025, content: ranking(null) },
    ],
    false,
    'kept',
  ],
  [
    'of several preferred ones the one stored last, whatever they are called',
    [
      { id: 'z', content: ranking({ days: false }, true) },
      { id: 'a', content: ranking({ days: true }, true) },
      { id: 'k', content: ranking(null) },
    ],
    false,
    'left-out',
  ],
  [
    'none that is retired',
    [
      { id: 'a', retired: true, content: ranking({ days: true }, true) },
      { id: 'b', content: ranking(null) },
    ],
    false,
    'kept',
  ],
  ['the older form', [{ id: 'a', content: { evaluation: { dust: { concentrations: true, days: true } } } }], true, 'left-out'],
  ['no ranking at all: as evaluations were', [], true, 'kept'],
] as const)('%s', (_, schemes, concentrations, days) => {
  expect(settingsOf(migratedWith(schemes))).toEqual(dust(concentrations, days));
});

test('rankings lose what they said of dust; their hash is of what came in, and a work that is being made has no setting', () => {
  const content = ranking({ days: true });
  const database = migratedWith([
    { id: 'said', content },
    { id: 'silent', content: ranking(null) },
  ]);
  expect(database.prepare('SELECT content, origin FROM scheme_version ORDER BY id').raw().all()).toEqual([
    [JSON.stringify(ranking({})).replace(',"dust":{}', ''), JSON.stringify(content)],
    [JSON.stringify(ranking(null)), null],
  ]);
  expect(database.prepare("SELECT detail -> 'schemes' FROM event WHERE kind = 'schemes.carry'").pluck().all()).toEqual([
    JSON.stringify([{ id: 'said', version: 'hash 0 of said' }]),
  ]);
  expect(settingsOf(migratedWith([], false))).toEqual([]);
  expect(() => database.exec('UPDATE scheme_version SET origin = NULL')).toThrow(/only added to/);
});
