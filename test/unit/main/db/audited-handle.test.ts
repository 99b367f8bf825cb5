import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { chainProblem, GENESIS } from '../../../../main/db/event-chain.ts';
import { createDatabase, type OpenedWork } from '../../../../main/db/open.ts';
import { selectEvents } from '../../../../main/db/queries/events.ts';
import { temporaryFolder } from '../../../support/folder.ts';

const folder = temporaryFolder();
let works = 0;
let work: OpenedWork;
beforeEach(() => {
  work?.close();
  work = createDatabase(join(folder, `work-${(works += 1)}.sqlite`));
});
afterAll(() => work.close());

const audit = (kind = 'work.create') => ({
  kind,
  actor: '张三',
  now: () => '2025-02-10T09:00:00+08:00',
  input: { asked: 1, reason: '按通知' },
});
const INSERT = "INSERT INTO station (place_id, name) VALUES ('district', ?)";
const events = () => selectEvents(work.handle);
const stations = () => work.handle.prepare('SELECT name FROM station ORDER BY id').all();

test('a transaction leaves its event with name, moment, reason and input, also where the service says nothing', () => {
  const db = work.writing(audit());
  db.transaction(() => db.prepare(INSERT).run('甲'));
  expect(events()).toMatchObject([
    {
      id: 1,
      at: '2025-02-10T09:00:00+08:00',
      kind: 'work.create',
      actor: '张三',
      reason: '按通知',
      detail: '{"asked":1,"reason":"按通知"}',
      subject: null,
      before: null,
      prevHash: GENESIS,
    },
  ]);
});

test('what the service notes stands in the event, and each event names the hash of the one before', () => {
  work.writing(audit()).transaction(() => undefined);
  const db = work.writing(audit());
  db.transaction(() => db.prepare(INSERT).run('甲'));
  const second = work.writing(audit('station.rename'));
  second.transaction(() => {
    second.prepare("UPDATE station SET name = '乙'").run();
    second.note({ subject: 'station 1', before: '甲' });
    second.note({ after: '乙', detail: { id: 1 } });
  });
  const [first, last] = events();
  expect(last).toMatchObject({ id: 2, subject: 'station 1', before: '"甲"', after: '"乙"', detail: '{"id":1}', prevHash: first?.hash });
  expect(chainProblem(events())).toBeNull();
});

test('nested transactions leave one event, one that fails leaves neither rows nor event, one that changes nothing leaves no event', () => {
  const db = work.writing(audit());
  db.transaction(() => {
    db.transaction(() => db.prepare(INSERT).run('甲'));
    db.prepare(INSERT).run('乙');
  });
  expect(events()).toHaveLength(1);
  expect(() =>
    db.transaction(() => {
      db.prepare(INSERT).run('丙');
      throw new Error('no');
    }),
  ).toThrow('no');
  db.transaction(() => db.prepare("DELETE FROM station WHERE name = '丁'").run());
  expect([events().length, stations()]).toEqual([1, [{ name: '甲' }, { name: '乙' }]]);
});

test('a write outside a transaction is refused, however it is asked, and so is a note', () => {
  const db = work.writing(audit());
  expect(() => db.prepare(INSERT).run('甲')).toThrow('outside a transaction');
  expect(() => db.prepare(`${INSERT} RETURNING id`).get('甲')).toThrow('outside a transaction');
  expect(() => db.prepare(`${INSERT} RETURNING id`).all('甲')).toThrow('outside a transaction');
  expect(() => db.note({ subject: 'a' })).toThrow('outside a transaction');
  expect(db.prepare('SELECT count(*) AS n FROM station').get()).toEqual({ n: 0 });
});

test('the handle for reading has no word for writing, and its connection refuses what writes', () => {
  // @ts-expect-error -- a statement that reads cannot be run
  expect(() => work.handle.prepare(INSERT).run('甲')).toThrow();
  // @ts-expect-error -- and there is no transaction
  expect(work.handle.transaction).toBeUndefined();
  expect(() => work.handle.prepare(`${INSERT} RETURNING id`).get('甲')).toThrow(/readonly/u);
});

test('events and settings are only added to, by whatever program', () => {
  const db = work.writing(audit());
  db.transaction(() => {
    db.prepare(INSERT).run('甲');
    db.prepare(`INSERT INTO setting VALUES (1, 'dust.days', 'true', '2024-01-01', NULL, '试', '张三', '2025')`).run();
  });
  const other = new BetterSqlite(work.path);
  const refused = [
    "UPDATE event SET actor = '李四'",
    'DELETE FROM event',
    "INSERT INTO event (at, kind, detail) VALUES ('2025', 'x', '{}')",
    "INSERT OR REPLACE INTO event (id, at, kind, detail, actor, prev_hash, hash) VALUES (1, '2025', 'x', '{}', 'a', 'b', 'c')",
    "UPDATE setting SET value = 'false'",
    'DELETE FROM setting',
    "INSERT OR REPLACE INTO setting VALUES (1, 'dust.days', 'false', '2024-01-01', NULL, '试', '张三', '2025')",
  ];
  for (const sql of refused) expect(() => other.exec(sql), sql).toThrow(/only/u);
  other.close();
});
