import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { testCore } from '../../../../support/core.ts';
import { encryptedCopy } from '../../../../support/encrypted.ts';
import { temporaryFolder } from '../../../../support/folder.ts';
import { csvFile, emptyWork, workbookFile } from '../../../../support/monitoring-files.ts';

const folder = temporaryFolder();
const WORD = 'Jiance#日报';
const HEAD = ['镇街', '日期', 'PM2.5', 'PM10'];

test('a monitoring workbook with a password is taken in with it, and read without it from then on', async () => {
  const made = await emptyWork(folder);
  const plain = await workbookFile(folder, '日报.xlsx', { 日报: [HEAD, ['清平镇', '2024-07-01', 30, 50]] });
  const locked = encryptedCopy(plain, join(folder, '日报-密.xlsx'), WORD);
  const beside = csvFile(folder, '土场.csv', [HEAD, ['土场镇', '2024-07-01', 20, 40]]);
  const given = (...passwords: string[]) => ({ sources: [locked, beside].map((path) => made.grant(path)), passwords });

  const refused = await made.call('monitoring.import', given());
  expect(refused.files.map(({ outcome, findings }) => [outcome, findings[0]?.code])).toEqual([
    ['rejected', 'FILE_PASSWORD'],
    ['accepted', undefined],
  ]);
  const { files } = await made.call('monitoring.preview', given('Jiance#x', WORD));
  const original = { sha256: files[0]?.sha256 ?? '' };
  expect((await made.call('returns.original', original)).file).toBe('日报-密.xlsx');
  const { counts } = await made.call('monitoring.import', given(WORD));
  expect(counts).toMatchObject({ accepted: 1, duplicate: 1, rejected: 0 });
  made.core.close();

  const again = testCore(folder);
  await again.call('work.open', { file: again.grant(made.workPath) });
  const { sources } = await again.call('monitoring.day', { place: '清平镇', date: '2024-07-01' });
  expect(sources.map(({ file, cell }) => `${file} ${cell}`).toSorted()).toEqual(['日报-密.xlsx C2', '日报-密.xlsx D2']);
  expect((await again.call('returns.original', original)).rows[1]?.cells.map(({ text }) => text)).toEqual([
    '清平镇',
    '2024-07-01',
    '30',
    '50',
  ]);
  expect((await again.call('work.check', {})).problems).toEqual([]);
  again.core.close();

  const database = new BetterSqlite(made.workPath, { readonly: true });
  const kept = database.prepare("SELECT detail || ' ' || coalesce(subject, '') FROM event").pluck().all().join('\n');
  const options = database.prepare('SELECT options FROM monitoring_file').pluck().all().join('\n');
  database.close();
  expect(kept).toContain('"opened"');
  expect(`${kept}${options}`).not.toMatch(/Jiance|password/);
});
