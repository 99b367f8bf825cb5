import type { WriteHandle } from '../../main/db/handles.ts';
import { openDatabase } from '../../main/db/open.ts';

/** Writes into a work that nobody has open, as the queries of the product do; the writing leaves its event. */
export function writeWork(path: string, write: (db: WriteHandle) => void): void {
  const work = openDatabase(path);
  const db = work.writing({ kind: 'test.write', actor: '测试', now: () => '2025-02-01T09:00:00+08:00', input: {} });
  db.transaction(() => write(db));
  work.close();
}
