import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Audit } from '../../../../main/db/audited-handle.ts';
import type { WriteHandle } from '../../../../main/db/handles.ts';
import { createDatabase, openDatabase, type OpenedWork } from '../../../../main/db/open.ts';
import type { Steps } from '../../../../main/db/stepwise.ts';
import { temporaryFolder } from '../../../support/folder.ts';

const folder = temporaryFolder();
let works = 0;
const newWork = (): OpenedWork => createDatabase(join(folder, `work-${(works += 1)}.sqlite`));

const audit = (kind: string): Audit => ({ kind, actor: '测试员', now: () => '2025-02-10T09:00:00+08:00', input: {} });
const insert = (db: WriteHandle, key: string): void =>
  void db.prepare("INSERT INTO station (place_id, name) VALUES ('district', ?)").run(key);
const COUNT = 'SELECT count(*) AS stations FROM station';
const countOf = (row: unknown): number => (row as { stations: number }).stations;
const stations = ({ handle }: OpenedWork): number => countOf(handle.prepare(COUNT).get());
const events = ({ handle }: OpenedWork): string[] =>
  (handle.prepare('SELECT kind FROM event ORDER BY id').all() as { kind: string }[]).map(({ kind }) => kind);

/** Five stations, a pause before each. */
function* fiveStations(db: WriteHandle): Steps<string> {
  for (const key of ['a', 'b', 'c', 'd', 'e']) {
    yield;
    insert(db, key);
  }
  return 'five';
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a transaction in steps', () => {
  it('shows nothing of itself before it is whole, and leaves one event', async () => {
    const work = newWork();
    const db = work.writing(audit('first'));
    const seen: number[] = [];
    const before = events(work);
    const result = await db.transactionInSteps(
      () => fiveStations(db),
      async () => {
        await nextTurn();
        seen.push(stations(work));
      },
    );
    expect(result).toBe('five');
    expect(new Set(seen)).toEqual(new Set([0]));
    expect(seen.length).toBeGreaterThan(3);
    expect(stations(work)).toBe(5);
    expect(events(work)).toEqual([...before, 'first']);
    work.close();
  });

  it('is whole before anybody else writes, who then sees all of it', async () => {
    const work = newWork();
    const [db, other] = [work.writing(audit('first')), work.writing(audit('second'))];
    let pauses = 0;
    let found = 0;
    const running = db.transactionInSteps(
      () => fiveStations(db),
      async () => {
        pauses += 1;
        if (pauses === 2)
          other.transaction(() => {
            found = countOf(other.prepare(COUNT).get());
            insert(other, 'f');
          });
        await nextTurn();
      },
    );
    expect(await running).toBe('five');
    expect(found).toBe(5);
    expect(stations(work)).toBe(6);
    expect(events(work).slice(-2)).toEqual(['first', 'second']);
    work.close();
  });

  it('is followed by a second one, never mixed with it', async () => {
    const work = newWork();
    const [db, other] = [work.writing(audit('first')), work.writing(audit('second'))];
    function* oneStation(): Steps<number> {
      yield;
      const before = countOf(other.prepare(COUNT).get());
      insert(other, 'f');
      return before;
    }
    const both = [db.transactionInSteps(() => fiveStations(db), nextTurn), other.transactionInSteps(oneStation, nextTurn)];
    expect(await Promise.all(both)).toEqual(['five', 5]);
    expect(events(work).slice(-2)).toEqual(['first', 'second']);
    work.close();
  });

  it('takes all back where the pause throws, and the next one begins as if nothing had been', async () => {
    const work = newWork();
    const db = work.writing(audit('first'));
    const before = events(work);
    let pauses = 0;
    const cancelled = db.transactionInSteps(
      () => fiveStations(db),
      async () => {
        await nextTurn();
        if ((pauses += 1) === 3) throw new Error('cancelled');
      },
    );
    await expect(cancelled).rejects.toThrow('cancelled');
    expect(stations(work)).toBe(0);
    expect(events(work)).toEqual(before);
    expect(await db.transactionInSteps(() => fiveStations(db), nextTurn)).toBe('five');
    expect(stations(work)).toBe(5);
    work.close();
  });

  it('takes all back where a step throws', async () => {
    const work = newWork();
    const db = work.writing(audit('first'));
    function* twice(): Steps<void> {
      insert(db, 'a');
      yield;
      insert(db, 'a');
    }
    const failing = db.transactionInSteps(twice, nextTurn);
    await expect(failing).rejects.toThrow('UNIQUE');
    expect(stations(work)).toBe(0);
    db.transaction(() => insert(db, 'b'));
    expect(stations(work)).toBe(1);
    work.close();
  });

  it('is taken back when the work is closed in its midst', async () => {
    const work = newWork();
    const db = work.writing(audit('first'));
    let pauses = 0;
    const closed = db.transactionInSteps(
      () => fiveStations(db),
      async () => {
        if ((pauses += 1) === 3) work.close();
        await nextTurn();
      },
    );
    await expect(closed).rejects.toMatchObject({ code: 'CANCELLED' });
    const again = openDatabase(work.path);
    expect(stations(again)).toBe(0);
    expect(again.integrityProblems()).toEqual([]);
    again.close();
  });

  it('does not begin within another transaction, and a handle outside one writes nothing', () => {
    const work = newWork();
    const db = work.writing(audit('first'));
    expect(() => db.transaction(() => db.transactionInSteps(() => fiveStations(db), nextTurn))).toThrow('within another');
    expect(() => insert(db, 'a')).toThrow('outside a transaction');
    work.close();
  });
});
