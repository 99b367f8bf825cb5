import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { join } from 'node:path';

export interface CliResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const ROOT = join(import.meta.dirname, '..', '..');

const { FORCE_COLOR: _colour, ...inherited } = process.env;
const withoutColour = { ...inherited, NO_COLOR: '1' };

/** A folder that is not there: the settings of the machine that tests run on have no say in them. */
export const NO_SETTINGS = join(ROOT, '.cache', 'no-settings');

/** Runs the real command line in a process of its own, with the fonts of the product only and a fixed clock. `input`: its standard input; `env`: more of its environment. */
export function runCli(
  args: readonly string[],
  folder = ROOT,
  input: string | Uint8Array = '',
  env: Readonly<Record<string, string>> = {},
): Promise<CliResult> {
  return new Promise((resolve, reject) => {
    const child = startCli(args, folder, env);
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    // A command that has no use for its input may end before it is read.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    child.on('close', (code) => resolve({ code: code ?? -1, stdout, stderr }));
  });
}

/** The process of runCli, for who ends it before it is done. */
export const startCli = (
  args: readonly string[],
  folder = ROOT,
  env: Readonly<Record<string, string>> = {},
): ChildProcessWithoutNullStreams =>
  spawn(process.execPath, [join(ROOT, 'main', 'hosts', 'cli', 'run.mjs'), ...args], {
    cwd: folder,
    env: { ...withoutColour, ZHIQI_FONTS: 'shipped', ZHIQI_NOW: '2025-02-10T09:00:00+08:00', ZHIQI_CONFIG: NO_SETTINGS, ...env },
  });

/** The value of a `--json` answer that is expected to be one. */
export function jsonValue(result: CliResult): unknown {
  const answer = JSON.parse(result.stdout) as { ok: boolean; value?: unknown };
  if (!answer.ok) throw new Error(result.stdout);
  return answer.value;
}
