import BetterSqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from '../../main/db/migrate.ts';
import { APPLICATION_ID, MIGRATIONS } from '../../main/db/migrations/all.ts';

const MOMENT = { at: '2026-12-01T08:00:00+08:00', actor: '某甲' };
const until = (version: number) => MIGRATIONS.filter((migration) => migration.version <= version);

interface Stored {
  readonly id: string;
  readonly kind: 'scoring' | 'ranking' | 'rules';
  readonly content: object;
}

/** A work of version 150 with these schemes, and a plan where it is no new one, and then of version 170. */
function migratedWith(schemes: readonly Stored[], planned = true): BetterSqlite.Database {
  const database = new BetterSqlite(':memory:');
  database.pragma('foreign_keys = ON');
  database.pragma(`application_id = ${APPLICATION_ID}`);
  migrate(database, until(150), MOMENT);
  const insert = database.prepare(
    `INSERT INTO scheme_version (scheme_id, kind, year, number, version, content, source, reason, actor, stored_at)
    VALUES (?, ?, 2024, 1, ?, ?, NULL, '', '', '2025-01-01')`,
  );
  for (const { id, kind, content } of schemes) insert.run(id, kind, `hash of ${id}`, JSON.stringify(content));
  if (planned)
    database.exec(`
      INSERT INTO plan_document (kind, number, title, issued_on, effective_on, version, content, reason, actor, stored_at)
        VALUES ('plan', '1', '方案', '2024-01-01', '2024-01-01', 'v', '{}', '', '', '2024-01-01');
      INSERT INTO event (id, at, kind, detail, actor, prev_hash, hash) VALUES (1, '2024-01-01', 'work.create', '{}', '某甲', '0', 'h');`);
  migrate(database, until(170), MOMENT);
  return database;
}

const KEYS = [{ of: 'index', decimals: 2 }];
const SILENT: readonly Stored[] = [
  { id: 'bare', kind: 'ranking', content: { id: 'bare', rules: { rank: KEYS } } },
  {
    id: 'dust',
    kind: 'ranking',
    content: { rules: { evaluation: { dust: { days: true }, index: { weights: { pm25: '3' } } }, rank: KEYS } },
  },
  { id: 'older', kind: 'ranking', content: { id: 'older', keys: [] } },
  { id: 'points', kind: 'rules', content: { rules: { evaluation: { standard: '2012' }, sum: [] } } },
  { id: 'several', kind: 'rules', content: { rules: { one: { evaluation: {} }, two: { sum: [] } } } },
];
const OTHERS: readonly Stored[] = [
  { id: 'each', kind: 'ranking', content: { rules: { evaluation: { index: { rounding: 'each' } } } } },
  { id: 'own', kind: 'rules', content: { rules: { sum: [] } } },
  { id: 'scores', kind: 'scoring', content: { id: 'scores', town: {} } },
];

test('a scheme that said nothing of the index now says what it meant; its hash is of what came in, and everything else stays', () => {
  const database = migratedWith([...SILENT, ...OTHERS]);
  const rows = database
    .prepare('SELECT scheme_id AS id, version, content, origin FROM scheme_version ORDER BY scheme_version.id')
    .all() as {
    id: string;
    version: string;
    content: string;
    origin: string | null;
  }[];
  const [sum, all] = [{ rounding: 'sum' }, Object.fromEntries(rows.map(({ id, content }) => [id, JSON.parse(content) as unknown]))];
  expect(all).toEqual({
    bare: { id: 'bare', rules: { rank: KEYS, evaluation: { index: sum } } },
    dust: { rules: { evaluation: { dust: { days: true }, index: { weights: { pm25: '3' }, ...sum } }, rank: KEYS } },
    older: { id: 'older', keys: [], evaluation: { index: sum } },
    points: { rules: { evaluation: { standard: '2012', index: sum }, sum: [] } },
    several: { rules: { one: { evaluation: { index: sum } }, two: { sum: [] } } },
    ...Object.fromEntries(OTHERS.map(({ id, content }) => [id, content])),
  });
  expect(rows.map(({ id, version, origin }) => [id, version, origin])).toEqual([
    ...SILENT.map(({ id, content }) => [id, `hash of ${id}`, JSON.stringify(content)]),
    ...OTHERS.map(({ id }) => [id, `hash of ${id}`, null]),
  ]);
  expect(database.prepare("SELECT detail -> 'schemes' FROM event WHERE kind = 'schemes.carry'").pluck().all()).toEqual([
    JSON.stringify(SILENT.map(({ id }) => ({ id, version: `hash of ${id}` }))),
  ]);
  expect(() => database.exec("UPDATE scheme_version SET origin = NULL WHERE scheme_id = 'bare'")).toThrow(/only added to/);
});

test('a work that is there goes on rounding the sum alone, by an entry that the log tells of; a new one begins without any', () => {
  const database = migratedWith(OTHERS);
  expect(database.prepare('SELECT key, value, from_date, reason FROM setting').raw().all()).toEqual([
    ['index.rounding', '"sum"', '2000-01-01', '升级前的做法'],
  ]);
  expect(database.prepare('SELECT kind, subject, "before", "after" FROM event WHERE id > 1').raw().all()).toEqual([
    ['settings.set', 'index.rounding', '"sum"', '"sum"'],
  ]);
  const made = migratedWith([], false);
  expect([made.prepare('SELECT count(*) FROM setting').pluck().get(), made.prepare('SELECT count(*) FROM event').pluck().get()]).toEqual([
    0, 0,
  ]);
});
