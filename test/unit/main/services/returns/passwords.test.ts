import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findingText } from '../../../../../shared/text/finding-text.ts';
import { sha256Of } from '../../../../../main/services/files.ts';
import { testCore, type TestCore } from '../../../../support/core.ts';
import { encryptedCopy } from '../../../../support/encrypted.ts';
import { temporaryFolder } from '../../../../support/folder.ts';
import { emptyWork } from '../../../../support/monitoring-files.ts';
import { writeSampleReturn } from '../../../../support/sample-return.ts';
import { tamper } from '../../../../support/tamper.ts';

const YEAR = 2024;
const [FIRST, SECOND] = ['Hechuan#城管-密', 'Hechuan#清平-密'] as const;
const parent = temporaryFolder();
let folder: string;
let workPath: string;
let made: TestCore;
let works = 0;
/** 区城市管理局 and 清平镇 with a password each, 区税务局 without. */
let paths: readonly [string, string, string];

beforeAll(async () => {
  const first = await emptyWork(parent);
  const written = (unitName: string): Promise<string> => writeSampleReturn(first, parent, `${unitName}.xlsx`, { unitName });
  const tax = await written('区税务局');
  paths = [
    encryptedCopy(await written('区城市管理局'), join(parent, '城管.xlsx'), FIRST),
    encryptedCopy(await written('清平镇'), join(parent, '清平.xlsx'), SECOND),
    tax,
  ];
  first.core.close();
});

beforeEach(async () => {
  folder = join(parent, String((works += 1)));
  mkdirSync(folder);
  workPath = join(folder, 'work.sqlite');
  copyFileSync(join(parent, 'work.sqlite'), workPath);
  made = await reopened();
});

async function reopened(): Promise<TestCore> {
  const again = testCore(folder);
  await again.call('work.open', { file: again.grant(workPath) });
  return again;
}

const given = (...passwords: string[]) => ({ year: YEAR, sources: paths.map((path) => made.grant(path)), passwords });
const importOf = (...passwords: string[]) => made.call('returns.import', given(...passwords));

const told = ({ files }: Awaited<ReturnType<typeof importOf>>) =>
  files.map(({ file, outcome, findings }) => {
    const locked = findings.find(({ code }) => code === 'FILE_PASSWORD');
    return `${file} ${outcome} ${locked === undefined ? '' : findingText(locked.code, locked.params)}`.trim();
  });

const TAX = '区税务局.xlsx accepted';

describe('a batch with files that have a password', () => {
  test('goes on without them, and says of each what to do', async () => {
    const remedy = '文件设有打开密码，没有读取。请给出密码，或由填报单位取消密码后重新报送。';
    expect(told(await importOf())).toEqual([`城管.xlsx rejected ${remedy}`, `清平.xlsx rejected ${remedy}`, TAX]);
    made.core.close();
  });

  test('tries each word on each file, and tells a wrong word from none', async () => {
    expect(told(await importOf(SECOND))).toEqual([
      '城管.xlsx rejected 文件设有打开密码，所给密码不对，没有读取。请核对密码，或由填报单位取消密码后重新报送。',
      '清平.xlsx accepted',
      TAX,
    ]);
    expect(told(await importOf(SECOND, FIRST))).toEqual(['城管.xlsx accepted', '清平.xlsx duplicate', '区税务局.xlsx duplicate']);
    made.core.close();
  });

  test('shows its values and sheets before anything is stored', async () => {
    const { files } = await made.call('returns.preview', given(FIRST, SECOND));
    const [city] = files;
    expect(city).toMatchObject({ unitName: '区城市管理局', outcome: 'accepted', sha256: sha256Of(readFileSync(paths[0])) });
    const shown = await made.call('returns.original', { sha256: city?.sha256 ?? '', sheet: '指标填报' });
    expect(shown).toMatchObject({ file: '城管.xlsx', sheet: '指标填报' });
    made.core.close();
  });
});

describe('what was taken in with a password', () => {
  test('is read and checked without it for ever after; what was sent is kept as it was sent', async () => {
    await importOf(FIRST, SECOND);
    const sent = readFileSync(paths[0]);
    made.core.close();
    const again = await reopened();
    const shown = await again.call('returns.original', { sha256: sha256Of(sent), sheet: '指标填报' });
    expect(shown.rows.flatMap(({ cells }) => cells).find(({ address }) => address === 'H4')?.text).toBe('1214.6');
    expect(await again.call('work.check', {})).toMatchObject({ problems: [], checked: { files: 3 } });
    again.core.close();
    const database = new BetterSqlite(workPath, { readonly: true });
    expect(database.prepare('SELECT bytes FROM file WHERE sha256 = ?').pluck().get(sha256Of(sent))).toEqual(sent);
    expect(database.prepare('SELECT count(*) FROM opened_file').pluck().get()).toBe(2);
    database.close();
  });

  test('leaves the password nowhere: not in the work, beside it, or in the log', async () => {
    await importOf(FIRST, SECOND);
    await made.call('returns.preview', given(FIRST, SECOND, 'Hechuan#wrong'));
    made.core.close();
    const written = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name)));
    expect(written.length).toBeGreaterThan(0);
    for (const bytes of written)
      for (const encoding of ['utf8', 'utf16le'] as const) expect(bytes.includes(Buffer.from('Hechuan#', encoding))).toBe(false);
    expect(made.logged).toEqual([]);
  });

  /** What the check finds after `sql` was run behind the program's back. */
  const problemsAfter = async (sql: string) => {
    await importOf(FIRST, SECOND);
    made.core.close();
    expect(tamper(workPath, sql)).toBe(1);
    const again = await reopened();
    const { problems } = await again.call('work.check', {});
    again.core.close();
    return problems.map(({ kind, place }) => `${kind} ${place}`);
  };

  const OPENED = "(SELECT opened_sha256 FROM opened_file o JOIN return_file r ON r.sha256 = o.sha256 WHERE r.file_name = '城管.xlsx')";

  test('is found out where what it is read as was changed', async () => {
    expect(await problemsAfter(`UPDATE file SET bytes = zeroblob(size) WHERE sha256 = ${OPENED}`)).toEqual(['file 城管.xlsx（第 1 版）']);
  });

  test('is found out where what was sent was changed', async () => {
    expect(
      await problemsAfter(
        "UPDATE file SET bytes = zeroblob(size) WHERE sha256 = (SELECT sha256 FROM return_file WHERE file_name = '城管.xlsx')",
      ),
    ).toEqual(['file 城管.xlsx（第 1 版）']);
  });

  test('is found out where it is said to be read as another file', async () => {
    const tax = "(SELECT sha256 FROM return_file WHERE unit_id = 'dept-tax')";
    const problems = await problemsAfter(`UPDATE opened_file SET opened_sha256 = coalesce(${tax}, sha256) WHERE opened_sha256 = ${OPENED}`);
    expect(problems.filter((problem) => problem.startsWith('register 有打开密码的原件'))).toHaveLength(2);
  });
});
