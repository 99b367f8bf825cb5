import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importedWork } from '../../../../support/core.ts';
import { fillReturn } from '../../../../support/fill-return.ts';
import { temporaryFolder } from '../../../../support/folder.ts';

const folder = temporaryFolder();
const UNIT = '区公安局';
let made: Awaited<ReturnType<typeof importedWork>>;

beforeAll(async () => {
  made = await importedWork(folder);
});
afterAll(() => made.core.close());

async function file(name: string, value: string, date: string | null): Promise<string> {
  const path = join(folder, name);
  const dated = date === null ? null : { date };
  writeFileSync(path, await fillReturn(made, UNIT, { 'A3-3.3-a|value': { number: value }, 'reportedOn|reportedOn': dated }));
  return made.grant(path);
}

const imported = async (...sources: string[]) => (await made.call('returns.import', { year: 2024, sources })).files;
const versions = async () => (await made.call('returns.versions', { year: 2024, unit: UNIT })).versions;
const counting = async () => (await versions()).find((version) => version.counts)?.fileName;

async function counted(): Promise<string | undefined> {
  const { score } = await made.call('assessment.explain', { year: 2024, unit: UNIT });
  const figures = score.parts.flatMap((part) => part.rows).flatMap((row) => row.figures);
  return figures.flatMap((figure) => figure.sources).find((source) => source.cell === 'H9')?.raw;
}

test('the later 填报日期 counts in whichever order two versions lie in one batch; the older one is kept', async () => {
  const [newer, older] = [await file('甲.xlsx', '1400', '2025-02-05'), await file('乙.xlsx', '1300', '2025-02-04')];
  const files = await imported(newer, older);
  expect(files.map(({ counts, outcome }) => [outcome, counts])).toEqual([
    ['accepted', true],
    ['accepted', false],
  ]);
  expect([await counting(), await counted()]).toEqual(['甲.xlsx', '1400']);
  expect((await imported(newer))[0]?.outcome).toBe('duplicate');
});

test('an older one, one with an equal date and one without are kept until adopted; a withdrawal brings back what counted', async () => {
  const older = await imported(await file('旧.xlsx', '1250', '2025-01-03'));
  expect(older[0]).toMatchObject({ counts: false, standing: 'worse', objections: ['older'] });
  const equal = await imported(await file('同日.xlsx', '1410', '2025-02-05'));
  expect(equal[0]).toMatchObject({ counts: false, standing: 'undated' });
  const undated = await imported(await file('无日期.xlsx', '1420', null));
  expect(undated[0]).toMatchObject({ counts: false, standing: 'undated' });
  const number = undated[0]?.number ?? 0;
  expect((await made.call('returns.adopt', { number, reason: '电话核实' })).counting).toBe(number);
  expect([await counting(), await counted()]).toEqual(['无日期.xlsx', '1420']);
  expect(await made.fail('returns.adopt', { number, reason: '再次' })).toMatchObject({ code: 'VERSION_COUNTS' });
  await made.call('returns.withdraw', { number, reason: '有误' });
  expect([await counting(), await counted()]).toEqual(['甲.xlsx', '1400']);
  expect((await versions()).find((version) => version.number === number)?.state).toBe('withdrawn');
});

test('two versions stand side by side, and one of another unit stands beside none', async () => {
  const rows = await versions();
  const numberOf = (name: string): number => rows.find(({ fileName }) => fileName === name)?.number ?? 0;
  const [one, other] = [numberOf('旧.xlsx'), numberOf('甲.xlsx')];
  const compared = await made.call('returns.compare', { number: one, against: other });
  const changed = compared.values.filter((value) => value.changed);
  expect(changed.map(({ value, last, cell }) => [value, last, cell])).toContainEqual(['1250', '1400', 'H9']);
  expect([compared.changes, compared.unitName]).toEqual([changed.length, UNIT]);
  const alone = await made.call('returns.compare', { number: one });
  expect([alone.changes, alone.values.some(({ last, changed: differs }) => differs || last !== null)]).toEqual([0, false]);
  const foreign = (await made.call('returns.versions', { year: 2024, unit: '区气象局' })).versions[0]?.number ?? 0;
  expect(await made.fail('returns.compare', { number: one, against: foreign })).toMatchObject({ code: 'VERSION_OTHER_UNIT' });
  expect(await made.fail('returns.compare', { number: 99_999 })).toMatchObject({ code: 'VERSION_UNKNOWN' });
});

test('two in one batch of which neither is newer are both kept', async () => {
  const files = await imported(await file('一.xlsx', '1500', '2025-02-07'), await file('二.xlsx', '1600', '2025-02-07'));
  expect(files.map(({ counts }) => counts)).toEqual([false, false]);
  expect(files.every(({ findings }) => findings.some(({ code }) => code === 'VERSION_RIVALS'))).toBe(true);
  expect(await counting()).toBe('甲.xlsx');
});

test('a correction counts in place of the cell, with what was written beside it', async () => {
  const { findings } = await made.call('returns.findings', { year: 2024, state: 'open' });
  const found = findings.find(({ finding }) => finding.code === 'NUMBER_VAGUE');
  const id = found?.id ?? '';
  expect(await made.fail('returns.answer', { finding: id, as: 'dismissed', reason: 'x' })).toMatchObject({ code: 'FINDING_DISMISSED' });
  expect(await made.fail('returns.answer', { finding: id, as: 'corrected', value: '约4', reason: 'x' })).toMatchObject({
    code: 'FINDING_VALUE',
  });
  const answer = await made.call('returns.answer', { finding: id, as: 'corrected', value: '4', reason: '台账核实', by: '某乙' });
  expect(answer).toMatchObject({ state: 'corrected', counts: true, answer: { value: '4', by: '某乙' } });
  const { score } = await made.call('assessment.explain', { year: 2024, unit: found?.unitName ?? '' });
  const sources = score.parts
    .flatMap((part) => part.rows)
    .flatMap((row) => row.figures)
    .flatMap((figure) => figure.sources);
  expect(sources.find(({ cell }) => cell === found?.finding.cell)?.correction).toMatchObject({ typed: '4', by: '某乙' });
});

test('one answer serves many findings of a rule, or none of them', async () => {
  const { findings } = await made.call('returns.findings', { year: 2024, state: 'open' });
  const byRule = Map.groupBy(findings, ({ finding }) => finding.code);
  const same =
    [...byRule.values()].find((own) => own.length > 1 && own.every(({ held, finding }) => !held && finding.severity !== 'error')) ?? [];
  const other = findings.find(({ finding }) => finding.code !== same[0]?.finding.code);
  const ids = same.map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(1);
  const asked = { as: 'dismissed', reason: '已与单位核对', by: '某乙' } as const;
  expect(await made.fail('returns.answers', { findings: [...ids, other?.id ?? ''], ...asked })).toMatchObject({ code: 'FINDINGS_MIXED' });
  expect(await made.fail('returns.answers', { findings: [...ids, '0000000000'], ...asked })).toMatchObject({ code: 'FINDING_UNKNOWN' });
  const states = async () =>
    (await made.call('returns.findings', { year: 2024 })).findings.filter(({ id }) => ids.includes(id)).map(({ state }) => state);
  expect(new Set(await states())).toEqual(new Set(['open']));
  expect(await made.call('returns.answers', { findings: [...ids, ids[0] ?? ''], ...asked })).toEqual({ answered: ids.length, counts: 0 });
  expect(await states()).toEqual(ids.map(() => 'dismissed'));
  expect((await made.call('work.check', {})).problems).toEqual([]);
});

test('the check follows the log, and names a version that was made to count by hand', async () => {
  expect((await made.call('work.check', {})).problems).toEqual([]);
  const database = new BetterSqlite(made.workPath);
  const [unit, other] = database.prepare("SELECT unit_id, id FROM return_file WHERE file_name = '乙.xlsx'").raw().get() as [string, number];
  database.prepare('UPDATE return_file SET superseded_by = ? WHERE unit_id = ?').run(other, unit);
  database.prepare('UPDATE return_file SET superseded_by = NULL WHERE id = ?').run(other);
  database.close();
  const { problems } = await made.call('work.check', {});
  expect(problems).toMatchObject([{ kind: 'register', place: expect.stringContaining(UNIT) }]);
});
