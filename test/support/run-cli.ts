import { type ChildProcess, type ChildProcessWithoutNullStreams, fork, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { CliLine, CliResult } from './cli-line.ts';

export type { CliResult };

const ROOT = join(import.meta.dirname, '..', '..');

const { FORCE_COLOR: _colour, ...inherited } = process.env;
const withoutColour = { ...inherited, NO_COLOR: '1' };

/** A folder that is not there: the settings of the machine that tests run on have no say in them. */
export const NO_SETTINGS = join(ROOT, '.cache', 'no-settings');

const environment = { ...withoutColour, ZHIQI_FONTS: 'shipped', ZHIQI_NOW: '2025-02-10T09:00:00+08:00', ZHIQI_CONFIG: NO_SETTINGS };

let resident: { readonly child: ChildProcess; readonly ready: Promise<unknown> } | null = null;
let last: Promise<unknown> = Promise.resolve();

/**
 * Runs the real command line, with the fonts of the product only and a fixed clock. `input`: its standard input; `env`: more of its environment. One process
 * takes line after line, because starting it takes longer than most commands; what only a process of its own shows has tests that start one.
 */
export function runCli(
  args: readonly string[],
  folder = ROOT,
  input: string | Uint8Array = '',
  env: Readonly<Record<string, string>> = {},
): Promise<CliResult> {
  const line: CliLine = { args, folder, input: Buffer.from(input).toString('base64'), env: { ...environment, ...env } };
  const answer = last.then(() => ask(line));
  last = answer.catch(() => undefined);
  return answer;
}

async function ask(line: CliLine): Promise<CliResult> {
  resident ??= start();
  const { child, ready } = resident;
  await ready;
  return new Promise((resolve, reject) => {
    const lost = (): void => {
      resident = null;
      reject(new Error(`the command line has gone down at: ${line.args.join(' ')}`));
    };
    child.once('exit', lost);
    child.once('message', (result: CliResult) => {
      child.off('exit', lost);
      resolve(result);
    });
    child.send(line);
  });
}

function start(): NonNullable<typeof resident> {
  const child = fork(join(import.meta.dirname, 'resident-cli.ts'), [], { env: withoutColour, execArgv: [] });
  child.unref();
  child.channel?.unref();
  process.once('exit', () => child.kill());
  return { child, ready: new Promise((resolve) => child.once('message', resolve)) };
}

/** A process of the command line of its own, for who ends it before it is done. */
export const startCli = (
  args: readonly string[],
  folder = ROOT,
  env: Readonly<Record<string, string>> = {},
): ChildProcessWithoutNullStreams =>
  spawn(process.execPath, [join(ROOT, 'main', 'hosts', 'cli', 'run.mjs'), ...args], {
    cwd: folder,
    env: { ...environment, ...env },
  });

/** The value of a `--json` answer that is expected to be one. */
export function jsonValue(result: CliResult): unknown {
  const answer = JSON.parse(result.stdout) as { ok: boolean; value?: unknown };
  if (!answer.ok) throw new Error(result.stdout);
  return answer.value;
}
