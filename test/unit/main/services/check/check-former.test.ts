import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import BetterSqlite from 'better-sqlite3';
import { beforeAll, expect, test } from 'vitest';
import { testCore } from '../../../../support/core.ts';
import { temporaryFolder } from '../../../../support/folder.ts';

const folder = temporaryFolder();
const workPath = join(folder, 'work.sqlite');
const FIXTURE = join(import.meta.dirname, '..', '..', '..', '..', 'fixtures', 'works', 'demo-version-20.sqlite.gz');
const UNIT = "(SELECT id FROM return_file WHERE unit_id = 'dept-economy-information' AND superseded_by IS NULL)";

beforeAll(async () => {
  writeFileSync(workPath, gunzipSync(readFileSync(FIXTURE)));
  const made = testCore(folder);
  await made.call('work.open', { file: made.grant(workPath) });
  const { problems, checked } = await made.call('work.check', {});
  expect(problems).toEqual([]);
  // The sample's six answers in error and its “三条”, which is read today; of the air, cells in error are not kept.
  expect(checked.formerReadings).toBe(7);
  made.core.close();
});

let copies = 0;

async function problemsAfter(sql: string): Promise<string[]> {
  const copy = join(folder, `tampered-${(copies += 1)}.sqlite`);
  copyFileSync(workPath, copy);
  const database = new BetterSqlite(copy);
  database.pragma('foreign_keys = OFF');
  expect(database.prepare(sql).run().changes).toBe(1);
  database.close();
  const made = testCore(folder);
  await made.call('work.open', { file: made.grant(copy) });
  const { problems } = await made.call('work.check', {});
  made.core.close();
  return problems.map((problem) => problem.place.replace(/^.*版） /u, ''));
}

test('of a return read by the first edition, what today reads as it did then is still held against the original', async () => {
  const at = `return_id = ${UNIT} AND row_id = 'A1-14' AND field = 'increment'`;
  expect(await problemsAfter(`UPDATE return_answer SET value = '9' WHERE ${at}`)).toEqual(['A1-14 increment']);
  expect(await problemsAfter(`DELETE FROM return_answer WHERE ${at}`)).toEqual(['A1-14 increment']);
});

test('and a value put where the cell was in error is none', async () => {
  const sql = `INSERT INTO return_answer VALUES (${UNIT}, 'A1-14', 'value', 'quantity', '9', '2', '指标填报', 'I9')`;
  expect(await problemsAfter(sql)).toEqual(['A1-14 value']);
});
