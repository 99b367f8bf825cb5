import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { PAGE_EDITION } from '../../../../../shared/domain/returns/reading-edition.ts';
import { testCore } from '../../../../support/core.ts';
import { temporaryFolder } from '../../../../support/folder.ts';
import { tamper } from '../../../../support/tamper.ts';

/** Made by the programs of the sixth edition: returns with hidden values, comments, rows in other words and dates that contradict what they say. */
const FIXTURE = join(import.meta.dirname, '..', '..', '..', '..', 'fixtures', 'works', 'doubts-version-210.sqlite.gz');

test('what the sixth edition adopted goes on counting and is held against its originals by that edition', async () => {
  const folder = temporaryFolder();
  const workPath = join(folder, 'work.sqlite');
  writeFileSync(workPath, gunzipSync(readFileSync(FIXTURE)));
  const made = testCore(folder);
  await made.call('work.open', { file: made.grant(workPath) });
  const { problems, checked } = await made.call('work.check', {});
  expect(problems).toEqual([]);
  expect(checked.formerReadings).toBe(0);
  // By today's edition each of them is read otherwise.
  tamper(workPath, `UPDATE return_file SET reading = ${PAGE_EDITION}`);
  const today = (await made.call('work.check', {})).problems.filter(({ kind }) => kind === 'value').map(({ detail }) => detail);
  for (const code of ['CELL_UNSEEN', 'COMMENT_CORRECTS', 'ROW_OTHER_TASK', 'STATUS_UNDONE_DATED', 'RATE_MAGNITUDE'])
    expect(today).toEqual(expect.arrayContaining([expect.stringContaining(code)]));
  made.core.close();
});
