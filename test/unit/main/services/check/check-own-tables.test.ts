import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import BetterSqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { CELLS_EDITION, IDS_EDITION, OWN_TABLES_EDITION } from '../../../../../shared/domain/returns/reading-edition.ts';
import { testCore } from '../../../../support/core.ts';
import { temporaryFolder } from '../../../../support/folder.ts';
import { tamper } from '../../../../support/tamper.ts';

/** Made by the programs of the fourth and the fifth edition: tables of an office's own, one without and two with ids of ours. */
const FIXTURE = join(import.meta.dirname, '..', '..', '..', '..', 'fixtures', 'works', 'own-tables-version-200.sqlite.gz');

test('tables of an office’s own that earlier editions took in are held against their originals by those editions', async () => {
  const folder = temporaryFolder();
  const workPath = join(folder, 'work.sqlite');
  writeFileSync(workPath, gunzipSync(readFileSync(FIXTURE)));
  const made = testCore(folder);
  await made.call('work.open', { file: made.grant(workPath) });
  const database = new BetterSqlite(workPath, { readonly: true });
  const editions = database.prepare('SELECT reading FROM return_file ORDER BY id').pluck().all();
  database.close();
  expect(editions).toEqual([CELLS_EDITION, CELLS_EDITION, OWN_TABLES_EDITION]);
  const { problems, checked } = await made.call('work.check', {});
  expect(problems).toEqual([]);
  expect(checked.formerReadings).toBe(0);
  // By today's edition an id beside the name of another row gives no value.
  tamper(workPath, `UPDATE return_file SET reading = ${IDS_EDITION} WHERE reading = ${OWN_TABLES_EDITION}`);
  const today = (await made.call('work.check', {})).problems.filter(({ kind }) => kind === 'value');
  expect(today.map(({ place }) => place)).toEqual(expect.arrayContaining([expect.stringContaining('A3-3.4-a value')]));
  made.core.close();
});
