import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { writePlainWorkbook } from '../../../../../main/documents/workbook/plain-workbook.ts';
import { testCore } from '../../../../support/core.ts';
import { encrypted, encryptedCopy } from '../../../../support/encrypted.ts';
import { temporaryFolder } from '../../../../support/folder.ts';
import { emptyWork } from '../../../../support/monitoring-files.ts';

const folder = temporaryFolder();
const WORD = 'Wendang#密';

test('every workbook that a clerk names is read with its password, and no event keeps it', async () => {
  const made = await emptyWork(folder);
  const book = async (name: string, rows: readonly (readonly (string | number)[])[]): Promise<string> => {
    const bytes = await writePlainWorkbook([{ name: '表', rows, frozenRows: 1 }], '2025-02-10T09:00:00+08:00');
    writeFileSync(join(folder, name), encrypted(bytes, WORD, 'standard'));
    return join(folder, name);
  };
  const targets = await book('目标.xlsx', [
    ['指标编号', '年度', '目标'],
    ['A1-01', 2026, 31],
  ]);
  const figures = await book('认定.xlsx', [
    ['指标编号', '年度', '数值'],
    ['A1-01', 2023, '40.1'],
  ]);
  const plain = join(folder, '方案.xlsx');
  await made.call('plan.export', { file: made.grant(plain) });
  const plan = encryptedCopy(plain, join(folder, '方案-密.xlsx'), WORD);
  const HEAD = { document: '渝环〔2025〕9号', reason: '下达', passwords: ['错', WORD] };

  expect((await made.call('targets.read', { source: made.grant(targets), from: '2025-03-01' })).findings).toMatchObject([
    { code: 'FILE_PASSWORD', file: '目标.xlsx' },
  ]);
  expect(await made.call('targets.import', { source: made.grant(targets), from: '2025-03-01', ...HEAD })).toMatchObject({
    findings: [],
    stored: true,
  });
  expect(await made.call('figures.import', { source: made.grant(figures), ...HEAD })).toMatchObject({ stored: true });
  expect(await made.call('plan.import', { source: made.grant(plan), document: '甲', passwords: [WORD] })).toMatchObject({
    counts: { errors: 0 },
  });
  const { listFindings } = await made.call('year.propose', {
    year: 2026,
    targets: 'carry',
    listSource: made.grant(plan),
    listDocument: '清单',
    passwords: [WORD],
  });
  expect(listFindings.map(({ code }) => code)).not.toContain('FILE_PASSWORD');
  await made.call('year.open', { year: 2026, targets: 'carry', reason: '开启', passwords: [WORD] });
  made.core.close();

  const database = new BetterSqlite(made.workPath, { readonly: true });
  expect(
    database
      .prepare("SELECT DISTINCT kind FROM event WHERE kind IN ('targets.import', 'figures.import', 'year.open') ORDER BY kind")
      .pluck()
      .all(),
  ).toEqual(['figures.import', 'targets.import', 'year.open']);
  database.close();
  const stored = readFileSync(made.workPath);
  for (const word of ['Wendang#', 'passwords']) expect(stored.includes(word)).toBe(false);
});

test('a work is made of a plan that has a password', async () => {
  const made = testCore(folder);
  const workbook = join(folder, '方案-密.xlsx');
  expect(await made.fail('work.create', { file: made.grant(join(folder, 'a.sqlite')), workbook: made.grant(workbook) })).toMatchObject({
    code: 'PLAN_BOOK_INVALID',
  });
  const created = await made.call('work.create', {
    file: made.grant(join(folder, 'b.sqlite')),
    workbook: made.grant(workbook),
    passwords: [WORD],
  });
  expect(created.name).toBe('b.sqlite');
  made.core.close();
});
