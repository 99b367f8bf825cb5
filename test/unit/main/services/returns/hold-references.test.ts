import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findingText } from '../../../../../shared/text/finding-text.ts';
import { importedWork, testCore } from '../../../../support/core.ts';
import { fillReturn } from '../../../../support/fill-return.ts';
import { temporaryFolder } from '../../../../support/folder.ts';

const folder = temporaryFolder();
const UNIT = '区公安局';
const ROW = 'A3-3.3-a';
let made: Awaited<ReturnType<typeof importedWork>>;

beforeAll(async () => {
  made = await importedWork(folder);
});
afterAll(() => made.core.close());

async function sent(name: string, value: number, date: string) {
  const path = join(folder, name);
  writeFileSync(path, await fillReturn(made, UNIT, { [`${ROW}|value`]: { number: String(value) }, 'reportedOn|reportedOn': { date } }));
  const [file] = (await made.call('returns.import', { year: 2024, sources: [made.grant(path)] })).files;
  return { file, held: file?.findings.find(({ code }) => code === 'VALUE_MAGNITUDE_OTHERS') };
}

/** What the score takes for the row's figure; null where it takes nothing. */
async function counted(): Promise<string | null | undefined> {
  const { score } = await made.call('assessment.explain', { year: 2024, unit: UNIT });
  const figures = score.parts.flatMap((part) => part.rows).flatMap((row) => row.figures);
  return figures.find(({ id }) => id === ROW)?.judgedValue;
}

const problems = async () => (await made.call('work.check', {})).problems;

test('a tenth of what the version before said is on hold and not scored, and the check finds it as the original says', async () => {
  expect((await sent('大.xlsx', 5000, '2025-02-05')).held).toBeUndefined();
  const { file, held } = await sent('小.xlsx', 500, '2025-02-06');
  expect(file).toMatchObject({ outcome: 'accepted', counts: true });
  expect(held).toMatchObject({ cell: 'H9', params: { kind: 'version', value: '500', other: '5000' } });
  expect(findingText('VALUE_MAGNITUDE_OTHERS', held?.params ?? {})).toMatch(/^500辆与上一版的 5000 相差过大/u);
  expect(await counted()).toBeNull();
  expect(await problems()).toEqual([]);
});

test('once confirmed it counts, and the next version is compared with it', async () => {
  const { findings } = await made.call('returns.findings', { year: 2024, state: 'open' });
  const id = findings.find(({ finding }) => finding.code === 'VALUE_MAGNITUDE_OTHERS')?.id ?? '';
  expect(await made.call('returns.answer', { finding: id, as: 'confirmed', reason: '台账核实' })).toMatchObject({
    held: true,
    counts: true,
  });
  expect(await counted()).toBe('500');
  expect((await sent('再报.xlsx', 510, '2025-02-07')).held).toBeUndefined();
  expect(await counted()).toBe('510');
  expect(await problems()).toEqual([]);
});

test('a preview says it without storing anything', async () => {
  const path = join(folder, '预览.xlsx');
  writeFileSync(
    path,
    await fillReturn(made, UNIT, { [`${ROW}|value`]: { number: '51' }, 'reportedOn|reportedOn': { date: '2025-02-08' } }),
  );
  const { files } = await made.call('returns.preview', { year: 2024, sources: [made.grant(path)] });
  expect(files[0]?.values.find(({ rowId }) => rowId === ROW)?.value).toContain('51');
  expect(files[0]?.findings.map(({ code }) => code)).toContain('VALUE_MAGNITUDE_OTHERS');
  expect(await counted()).toBe('510');
});

test('a value put on hold, or taken off it, behind the program is a problem', async () => {
  const cell = (file: string): string =>
    `row_id = '${ROW}' AND field = 'value' AND return_id = (SELECT id FROM return_file WHERE file_name = '${file}')`;
  const onHold = "json_object('value', json_object('kind', 'quantity', 'value', '5000'), 'code', 'VALUE_MAGNITUDE_OTHERS')";
  const free = await problemsAfter(`UPDATE return_answer SET kind = 'quantity', value = '500' WHERE ${cell('小.xlsx')}`);
  expect(free).toEqual([expect.objectContaining({ kind: 'value', place: expect.stringContaining('小.xlsx') })]);
  const held = await problemsAfter(`UPDATE return_answer SET kind = 'held', value = ${onHold} WHERE ${cell('大.xlsx')}`);
  expect(held).toEqual([expect.objectContaining({ kind: 'value', place: expect.stringContaining('大.xlsx') })]);
});

async function problemsAfter(statement: string) {
  const own = temporaryFolder();
  const path = join(own, 'copy.sqlite');
  const work = new BetterSqlite(made.workPath);
  work.exec(`VACUUM INTO '${path}'`);
  work.close();
  const copy = new BetterSqlite(path);
  const triggers = copy.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all() as string[];
  for (const trigger of triggers) copy.exec(`DROP TRIGGER ${trigger}`);
  expect(copy.prepare(statement).run().changes).toBe(1);
  copy.close();
  const again = testCore(own);
  await again.call('work.open', { file: again.grant(path) });
  const found = (await again.call('work.check', {})).problems;
  again.core.close();
  return found;
}
