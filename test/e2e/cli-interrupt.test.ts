import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../architecture/project-files.ts';
import { temporaryFolder } from '../support/folder.ts';
import { emptyWork } from '../support/monitoring-files.ts';
import { NO_SETTINGS } from '../support/run-cli.ts';

/** The program itself, ended by Ctrl+C as soon as its first module has been read: long before there is a job. */
async function interrupted(folder: string, args: readonly string[]): Promise<{ readonly code: number | null; readonly said: string }> {
  const child = spawn(process.execPath, [join(ROOT, 'main', 'hosts', 'cli', 'run.mjs'), ...args], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, ZHIQI_CONFIG: NO_SETTINGS, NODE_OPTIONS: `--import=${join(ROOT, 'test', 'support', 'interrupt-soon.mjs')}` },
  });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said };
}

test('Ctrl+C while a command starts ends it with 130 and a word', async () => {
  const folder = temporaryFolder();
  const made = await emptyWork(folder, 'work.sqlite');
  made.core.close();
  expect(await interrupted(folder, ['status', 'work.sqlite', '--year', '2024'])).toEqual({ code: 130, said: '✗ 已取消，数据未改动。\n' });
});
