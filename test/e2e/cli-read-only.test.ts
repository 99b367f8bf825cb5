import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/folder.ts';
import { NO_SETTINGS, runCli } from '../support/run-cli.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const folder = temporaryFolder();
const closed = join(folder, 'closed');
const work = join(closed, '工作库.sqlite');
const left = join(closed, '未关闭.sqlite');

/** Root may write everywhere; so the command runs as a user who may not, where root can become one. */
const asRoot = process.getuid?.() === 0;
const canBecome =
  asRoot && spawnSync('setpriv', ['--reuid=65534', '--clear-groups', process.execPath, '-e', ''], { cwd: ROOT }).status === 0;

interface Result {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command line as a user without the right to write there. */
function run(...args: readonly string[]): Result {
  const command = [process.execPath, join(ROOT, 'main', 'hosts', 'cli', 'run.mjs'), ...args];
  const [program = '', ...rest] = asRoot ? ['setpriv', '--reuid=65534', '--clear-groups', ...command] : command;
  const env = { ...process.env, NO_COLOR: '1', ZHIQI_FONTS: 'shipped', ZHIQI_NOW: '2025-02-10T09:00:00+08:00', ZHIQI_CONFIG: NO_SETTINGS };
  const { status, stdout, stderr } = spawnSync(program, rest, { cwd: ROOT, encoding: 'utf8', env });
  return { code: status, stdout, stderr };
}

beforeAll(async () => {
  mkdirSync(closed);
  expect((await runCli(['init', work, '--plan', 'hechuan-2024'])).code).toBe(0);
  // As a program that was ended by force leaves it.
  const writer = new BetterSqlite(work);
  writer.pragma('journal_mode = WAL');
  writer.exec('CREATE TABLE left_open (sign); DROP TABLE left_open');
  for (const suffix of ['', '-wal']) copyFileSync(`${work}${suffix}`, `${left}${suffix}`);
  writer.pragma('journal_mode = DELETE');
  writer.close();
  for (const name of readdirSync(closed)) chmodSync(join(closed, name), 0o444);
  chmodSync(closed, 0o555);
  chmodSync(folder, 0o755);
});
afterAll(() => chmodSync(closed, 0o755));

// Who is root and cannot become another user may write everywhere, and would test nothing.
describe.skipIf(asRoot && !canBecome)('a work that the user may not write', () => {
  const picture = (): unknown => readdirSync(closed).map((name) => [name, readFileSync(join(closed, name)).toString('base64')]);

  test.each([work, left])('reads as usual, and only writing is refused, with what to do: %s', (path) => {
    const before = picture();
    const status = run('status', path, '--year', '2024');
    expect([status.stderr, status.code]).toEqual(['', 0]);
    expect(status.stdout).toContain('未报');
    const check = run('check', path);
    expect([check.stderr, check.code]).toEqual(['', 0]);
    expect(check.stdout).toContain('核验通过');
    expect(run('run', 'list', path).code).toBe(0);
    for (const args of [
      ['run', 'make', path, '--year', '2024'],
      ['settings', path, 'set', 'dust.days', 'left-out', '--from', '2024-01-01', '--reason', '试'],
      ['import', path, join(ROOT, 'templates'), '--year', '2024'],
    ]) {
      const refused = run(...args);
      expect(refused.code).toBe(1);
      expect(refused.stderr).toMatch(/只能查看.*复制到可以写入的文件夹.*保管人/u);
      expect(refused.stderr.trim().split('\n')).toHaveLength(1);
    }
    expect(picture()).toEqual(before);
  });
});

test('a command can be told to write nothing', async () => {
  const copy = join(folder, '副本.sqlite');
  copyFileSync(work, copy);
  chmodSync(copy, 0o644);
  expect((await runCli(['status', copy, '--year', '2024', '--read-only'])).code).toBe(0);
  expect((await runCli(['run', 'make', copy, '--year', '2024', '--read-only'])).stderr).toContain('只能查看');
});

test('a work that a newer program has saved is said to be newer, to read and to write, and stays as it is', async () => {
  const newer = join(folder, 'newer.sqlite');
  copyFileSync(work, newer);
  const database = new BetterSqlite(newer);
  const version = Number(database.pragma('user_version', { simple: true }));
  database.pragma(`user_version = ${version + 10}`);
  database.close();
  const before = readFileSync(newer);
  for (const line of [
    ['year', 'list', newer],
    ['year', 'list', newer, '--read-only'],
    ['run', 'make', newer, '--year', '2024'],
    ['check', newer],
  ]) {
    const refused = await runCli(line);
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toContain(
      `由更新版本的程序保存（版本 ${version + 10}，本程序最高支持 ${version}），未做任何改动。请升级程序后再打开。`,
    );
  }
  expect(readFileSync(newer)).toEqual(before);
});

// A file system without writing is made by root alone, and not in every container.
test.skipIf(!canMount())('a file system without writing is read by root, too', async () => {
  const medium = join(folder, 'medium');
  mkdirSync(medium);
  execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', medium]);
  try {
    copyFileSync(work, join(medium, 'work.sqlite'));
    for (const suffix of ['', '-wal']) copyFileSync(`${left}${suffix}`, join(medium, `left.sqlite${suffix}`));
    execFileSync('mount', ['-o', 'remount,ro', medium]);
    for (const name of ['work.sqlite', 'left.sqlite']) {
      expect((await runCli(['check', join(medium, name)])).stdout).toContain('核验通过');
      expect((await runCli(['run', 'make', join(medium, name), '--year', '2024'])).stderr).toContain('只能查看');
    }
  } finally {
    execFileSync('umount', [medium]);
  }
});

function canMount(): boolean {
  if (!asRoot) return false;
  const probe = join(folder, 'probe');
  mkdirSync(probe);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', 'tmpfs', probe]).status === 0;
  if (mounted) spawnSync('umount', [probe]);
  return mounted;
}
