import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TypedEntry, TypedReturnInput } from '../../../../../../shared/contract/typed-returns.ts';
import { readTable } from '../../../../../../main/documents/table-reader/read-table.ts';
import { importedWork, testCore } from '../../../../../support/core.ts';
import { temporaryFolder } from '../../../../../support/folder.ts';
import { tamper } from '../../../../../support/tamper.ts';

const folder = temporaryFolder();
const UNIT = '区公安局';
const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
let made: Awaited<ReturnType<typeof importedWork>>;

beforeAll(async () => {
  made = await importedWork(folder);
});
afterAll(() => made.core.close());

function scan(name: string, bytes: Uint8Array = PNG): string {
  writeFileSync(join(folder, name), bytes);
  return made.grant(join(folder, name));
}

const entries = (value: string, more: readonly TypedEntry[] = []): TypedEntry[] => [
  { row: 'A3-3.3', text: '已完成' },
  { row: 'A3-3.3-a', field: '完成值', text: value },
  ...more,
];

const given = (value: string, more: Partial<TypedReturnInput> = {}): TypedReturnInput => ({
  year: 2024,
  unit: UNIT,
  way: 'phone',
  receivedOn: '2025-02-08',
  reportedOn: '2025-02-07',
  by: '李四',
  entries: entries(value),
  ...more,
});

const take = async (input: TypedReturnInput & { adopt?: boolean }) => {
  const [file] = (await made.call('typed.import', input)).files;
  if (file === undefined) throw new Error('nothing was judged');
  return file;
};
const versions = async () => (await made.call('returns.versions', { year: 2024, unit: UNIT })).versions;
const rows = (sql: string): unknown => {
  const database = new BetterSqlite(made.workPath, { readonly: true });
  const found = database.prepare(sql).all();
  database.close();
  return found;
};

test('what is typed is judged like a file, becomes a version and says by whom, when and by what way it came', async () => {
  const preview = await made.call('typed.preview', given('约1400'));
  expect(preview.files[0]?.values.map(({ rowId, value }) => [rowId, value])).toContainEqual(['A3-3.3', expect.stringContaining('已完成')]);
  expect(preview.files[0]?.findings.map(({ code, cell }) => [code, cell])).toContainEqual(['NUMBER_VAGUE', 'H9']);
  const file = await take(given('1400'));
  expect(file).toMatchObject({ outcome: 'accepted', counts: false, objections: expect.arrayContaining(['fewer']) as unknown });
  expect(file.file).toBe('部门-07-区公安局-2024年填报表-手工录入.xlsx');
  expect(file.typed).toEqual({ way: 'phone', receivedOn: '2025-02-08', by: '李四', scan: null });
  expect((await versions()).at(-1)).toMatchObject({ version: 2, typed: file.typed, reportedOn: '2025-02-07' });
});

test('the same words typed once more are a duplicate; another way or day is not', async () => {
  expect((await take(given('1400'))).outcome).toBe('duplicate');
  expect((await take(given('1400', { receivedOn: '2025-02-09' }))).outcome).toBe('accepted');
});

test('a version that counts stands with 手工录入 beside its values, its findings and the unit', async () => {
  const file = await take({ ...given('1500', { way: 'paper', scan: scan('来件.png'), entries: entries('1500') }), adopt: true });
  const facts = {
    way: 'paper',
    receivedOn: '2025-02-08',
    by: '李四',
    scan: { name: '来件.png', sha256: expect.stringMatching(/^[0-9a-f]{64}$/u) as unknown },
  };
  expect(file).toMatchObject({ counts: true, typed: facts });
  const { score } = await made.call('assessment.explain', { year: 2024, unit: UNIT });
  const sources = score.parts
    .flatMap((part) => part.rows)
    .flatMap((row) => row.figures)
    .flatMap((figure) => figure.sources);
  expect(sources.find(({ raw }) => raw === '1500')).toMatchObject({ typed: facts, cell: 'H9' });
  const { units } = await made.call('returns.status', { year: 2024 });
  expect(units.find(({ name }) => name === UNIT)?.typed).toMatchObject(facts);
  expect(units.filter(({ typed }) => typed !== undefined)).toHaveLength(1);
  const { findings } = await made.call('returns.findings', { year: 2024 });
  const own = findings.filter(({ unitName }) => unitName === UNIT);
  expect(own.length).toBeGreaterThan(0);
  expect(own.every(({ typed }) => typed !== undefined)).toBe(true);
  expect(findings.filter(({ unitName, typed }) => unitName !== UNIT && typed !== undefined)).toEqual([]);
});

test('the original is the form itself, marked in its header; the scan is given out as it came', async () => {
  const [version] = (await versions()).filter(({ counts }) => counts);
  const sheet = await made.call('returns.original', { sha256: version?.sha256 ?? '', sheet: '任务填报', cell: 'H9' });
  expect(sheet.rows.find(({ row }) => row === 9)?.cells.find(({ address }) => address === 'H9')?.text).toBe('1500');
  const written = await made.call('typed.scan', { number: version?.number ?? 0, folder: made.grant(join(folder, 'out')) });
  expect(written).toEqual({ file: '来件.png', bytes: PNG.length });
  expect(Uint8Array.from(readFileSync(join(folder, 'out', '来件.png')))).toEqual(PNG);
  expect(await made.fail('typed.scan', { number: 1, folder: made.grant(folder) })).toMatchObject({ code: 'SCAN_UNKNOWN' });
});

test('paper without a scan is a warning; what is no scan, a day to come or a line that cannot be placed stores nothing', async () => {
  const before = rows('SELECT count(*) AS n FROM return_file UNION ALL SELECT count(*) FROM file UNION ALL SELECT count(*) FROM event');
  const codes = async (input: Partial<TypedReturnInput>) => {
    const file = await take(given('1600', input));
    return [file.outcome, file.findings.map(({ code }) => code)];
  };
  expect(await codes({ way: 'paper', scan: scan('来件.txt', Buffer.from('PDF')) })).toEqual(['rejected', ['TYPED_SCAN_KIND']]);
  expect(await codes({ way: 'photo', scan: scan('空.pdf', new Uint8Array()) })).toEqual(['rejected', ['TYPED_SCAN_SIZE']]);
  expect(await codes({ way: 'photo', scan: made.grant(join(folder, '没有.pdf')) })).toEqual(['rejected', ['TYPED_SCAN_UNREADABLE']]);
  expect(await codes({ receivedOn: '2025-02-11' })).toEqual(['rejected', ['TYPED_RECEIVED_AHEAD']]);
  const foreign = entries('1600', [{ row: 'A1-08', field: '完成值', text: '3' }]);
  expect(await codes({ entries: foreign })).toEqual(['rejected', ['TYPED_ROW_NOT_ASKED']]);
  expect(rows('SELECT count(*) AS n FROM return_file UNION ALL SELECT count(*) FROM file UNION ALL SELECT count(*) FROM event')).toEqual(
    before,
  );
  const preview = await made.call('typed.preview', given('1600', { way: 'photo' }));
  expect(preview.files[0]?.findings.map(({ code, severity }) => [code, severity])).toContainEqual(['TYPED_SCAN_MISSING', 'warning']);
});

test('the table that is handed out lists every value of the form, and is read again as it is filled in', async () => {
  const made1 = await made.call('typed.forms', { year: 2024, folder: made.grant(join(folder, 'forms')), units: [UNIT] });
  const [form] = made1.files;
  const shown = await made.call('typed.rows', { year: 2024, unit: UNIT });
  const asked = shown.rows.flatMap(({ id, fields }) => fields.filter(({ title }) => title !== '备注').map(({ title }) => `${id} ${title}`));
  const read = await readTable(form?.file ?? '', readFileSync(join(folder, 'forms', form?.file ?? '')));
  const cells = read.ok ? (read.workbook.sheets[0]?.cells ?? []) : [];
  const text = (row: number, column: number): string => {
    const value = cells.find((cell) => cell.row === row && cell.column === column)?.value;
    return value?.type === 'text' ? value.text : '';
  };
  expect(Array.from({ length: form?.rows ?? 0 }, (_, index) => `${text(index + 2, 1)} ${text(index + 2, 3)}`)).toEqual(asked);
  expect(asked).toContain('A3-3.3-a 完成值');
});

test('the check finds nothing against it, and sees what was done to its rows and its scan', async () => {
  expect((await made.call('work.check', {})).problems).toEqual([]);
  made.core.close();
  tamper(made.workPath, "UPDATE typed_return SET way = 'phone' WHERE way = 'paper'");
  tamper(made.workPath, "UPDATE file SET bytes = x'00' WHERE sha256 IN (SELECT scan_sha256 FROM typed_return)");
  const again = testCore(folder);
  await again.call('work.open', { file: again.grant(made.workPath) });
  const { problems } = await again.call('work.check', {});
  expect(problems.map(({ kind }) => kind).toSorted()).toEqual(['file', 'file', 'register', 'register']);
  expect(problems.map(({ place }) => place)).toContainEqual(expect.stringContaining('来件.png'));
  again.core.close();
});
