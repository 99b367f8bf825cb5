import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testCore, type TestCore } from '../../../../support/core.ts';
import { temporaryFolder } from '../../../../support/folder.ts';

const folder = temporaryFolder();
const book = join(folder, '清单.xlsx');
const YEAR = 2025;
let made: TestCore;

beforeAll(async () => {
  made = testCore(folder);
  await made.call('work.create', { file: made.grant(join(folder, 'work.sqlite')), planId: 'hechuan-2024' });
  await made.call('samples.list', { year: YEAR, file: made.grant(book) });
});
afterAll(() => made.core.close());

const opening = (file: string): { year: number; targets: 'ask'; listSource: string } => ({
  year: YEAR,
  targets: 'ask',
  listSource: made.grant(file),
});

const documents = async (): Promise<number> => (await made.call('plan.documents', {})).documents.length;

test('a workbook without a list of the year opens nothing, and says what is wrong', async () => {
  const other = join(folder, '别的.xlsx');
  await made.call('targets.form', { file: made.grant(other), year: 2024 });
  const { listFindings } = await made.call('year.propose', opening(other));
  expect(listFindings.filter(({ severity }) => severity === 'error')).not.toEqual([]);
  expect(await made.fail('year.open', { ...opening(other), reason: '开启' })).toMatchObject({ code: 'PLAN_BOOK_INVALID' });
  expect(await documents()).toBe(1);
});

test('a file that is no workbook is told as one', async () => {
  const file = join(folder, '说明.txt');
  writeFileSync(file, '清单另行寄送');
  expect((await made.call('year.propose', opening(file))).listFindings).toMatchObject([{ severity: 'error' }]);
});

test('what the list asks is shown before it is stored, and stands with number and day once the year is open', async () => {
  const proposal = await made.call('year.propose', { ...opening(book), listDocument: '甲〔2025〕1号' });
  expect(proposal.list).toMatchObject({ items: 20, document: '甲〔2025〕1号' });
  expect(await documents()).toBe(1);
  const request = { ...opening(book), listDocument: '甲〔2025〕1号', listDate: '2025-01-20', reason: '按清单开启' };
  const view = await made.call('year.open', request);
  expect(view.list).toMatchObject({ items: 20, document: '甲〔2025〕1号' });
  const stored = (await made.call('plan.documents', {})).documents.at(-1);
  expect(stored).toMatchObject({ kind: 'list', listYear: YEAR, issuedOn: '2025-01-20', effectiveOn: '2025-01-20', reason: '按清单开启' });
});

test('once the opening is cancelled the list still goes by its own number, not by that of the plan', async () => {
  await made.call('year.cancel', { year: YEAR, reason: '弄错了' });
  const view = await made.call('year.show', { year: YEAR });
  expect(view).toMatchObject({ state: 'unopened', list: { items: 20, document: '甲〔2025〕1号' } });
  const { plan } = await made.call('plan.show', {});
  expect((await made.call('year.show', { year: 2024 })).list?.document).toBe(plan.document.number);
});
