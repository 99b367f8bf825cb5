import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { ROOT } from '../architecture/project-files.ts';
import { NO_SETTINGS } from './run-cli.ts';

/** The real web host in a process of its own. */
export interface RunningWebHost {
  /** The address that lets one browser in. */
  readonly link: string;
  readonly origin: string;
  /** Ends it as Ctrl+C does; gives the exit code and everything it wrote. */
  stop(): Promise<{ readonly code: number | null; readonly output: string }>;
}

export interface WebHostOptions {
  readonly page: string;
  readonly data: string;
  readonly work?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Fonts of the product only and a fixed clock, so that every machine shows the same. */
export async function runWebHost({ page, data, work, env }: WebHostOptions): Promise<RunningWebHost> {
  const args = [join(ROOT, 'main', 'hosts', 'web', 'run.mjs'), ...(work === undefined ? [] : [work]), '--data', data, '--page', page];
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ZHIQI_FONTS: 'shipped', ZHIQI_NOW: '2025-02-10T09:00:00+08:00', ZHIQI_CONFIG: NO_SETTINGS, ...env },
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
  const link = await firstLink(child).catch((error: unknown) => {
    throw new Error(`the web host did not start: ${output}`, { cause: error });
  });
  return {
    link,
    origin: new URL(link).origin,
    async stop() {
      const closed = child.exitCode === null ? once(child, 'close') : null;
      child.kill('SIGINT');
      await closed;
      return { code: child.exitCode, output };
    },
  };
}

function firstLink(child: ChildProcess & { readonly stdout: NodeJS.ReadableStream }): Promise<string> {
  return new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const address = /http:\/\/127\.0\.0\.1:\d+\/\?token=\S+/.exec(line);
      if (address !== null) resolve(address[0]);
    });
    child.once('close', (code) => reject(new Error(`ended with ${code}`)));
  });
}
