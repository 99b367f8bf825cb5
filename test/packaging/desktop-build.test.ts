import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FromCore, ToCore } from '../../main/hosts/common/core-port.ts';
import { ROOT } from '../architecture/project-files.ts';
import { temporaryFolder } from '../support/folder.ts';

// Below the project, so that the built files find node_modules as they do in the package.
const built = join(ROOT, '.cache', `desktop-build-${process.pid}`);
const folder = temporaryFolder();
const configFile = join(ROOT, '.config', 'electron.config.ts');

beforeAll(async () => {
  await build({ configFile, mode: 'production', logLevel: 'error', build: { outDir: built, emptyOutDir: true } });
  await build({ configFile, mode: 'preload', logLevel: 'error', build: { outDir: built, emptyOutDir: false } });
});
afterAll(() => rmSync(built, { recursive: true, force: true }));

const text = (name: string): string => readFileSync(join(built, name), 'utf8');

describe('the built desktop program', () => {
  it('has its entries under the names by which they are started', () => {
    expect(readdirSync(built)).toEqual(
      expect.arrayContaining(['main.js', 'core-process.js', 'print-worker.js', 'table-worker.js', 'reading-worker.js', 'preload.cjs']),
    );
  });

  it('the preload script is one CommonJS file that loads electron and nothing else', () => {
    expect([...text('preload.cjs').matchAll(/\brequire\(\s*["'`]([^"'`]+)/g)].map((match) => match[1])).toEqual(['electron']);
    expect(text('preload.cjs')).not.toMatch(/^\s*(?:import|export)\b/m);
    expect(text('preload.cjs')).not.toMatch(/\bprocess\.|__dirname/);
  });

  it('takes from node_modules only what the package brings along', () => {
    const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { dependencies: Record<string, string> };
    const packages = readdirSync(built)
      .filter((name) => name.endsWith('.js'))
      .flatMap((name) => [...text(name).matchAll(/^import\s(?:[^;]*?\sfrom\s)?["']([^."'][^"']*)["']/gm)].map((match) => match[1] ?? ''));
    const known = new Set([...Object.keys(dependencies), 'electron']);
    expect(packages.length).toBeGreaterThan(5);
    expect([
      ...new Set(
        packages.filter(
          (name) =>
            !isBuiltin(name) &&
            !known.has(
              name
                .split('/')
                .slice(0, name.startsWith('@') ? 2 : 1)
                .join('/'),
            ),
        ),
      ),
    ]).toEqual([]);
  });

  it('its core works in a process of its own: makes a work, prints a PDF in a thread, closes', async () => {
    const core = startCore();
    const file = await core.issue(join(folder, '年度.sqlite'));
    expect(await core.call('work.create', { file, planId: 'hechuan-2024' })).toMatchObject({ ok: true });
    const print = await core.issue(join(folder, '附件1.pdf'));
    expect(await core.call('reports.print', { kind: 'annex1', year: 2024, format: 'pdf', file: print })).toMatchObject({ ok: true });
    expect(readFileSync(join(folder, '附件1.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    await core.close();
    expect(readdirSync(folder).filter((name) => name.includes('-wal'))).toEqual([]);
  });
});

/** Stands in for Electron's utility process: the same entry, with a parent port on Node's own channel between processes. */
function startCore(): {
  call(method: string, input: unknown): Promise<unknown>;
  issue(path: string): Promise<string>;
  close(): Promise<void>;
} {
  const shim = join(folder, 'shim.mjs');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    shim,
    [
      'process.parentPort = {',
      '  postMessage: (message) => process.send(message),',
      "  on: (name, listener) => process.on('message', (data) => listener({ data })),",
      '};',
      `await import(${JSON.stringify(join(built, 'core-process.js'))});`,
    ].join('\n'),
  );
  const places = { templatesFolder: join(ROOT, 'templates'), cacheFolder: join(folder, 'cache') };
  const child = spawn(process.execPath, [shim, JSON.stringify(places)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, ZHIQI_FONTS: 'shipped' },
  });
  let ids = 0;
  const answered = async <Kind extends FromCore['kind']>(kind: Kind, message: ToCore): Promise<Extract<FromCore, { kind: Kind }>> => {
    const answer = new Promise<Extract<FromCore, { kind: Kind }>>((resolve) => {
      const receive = (received: FromCore): void => {
        if (received.kind !== kind) return;
        child.off('message', receive);
        resolve(received as Extract<FromCore, { kind: Kind }>);
      };
      child.on('message', receive);
    });
    child.send(message);
    return answer;
  };
  return {
    call: async (method, input) => (await answered('answer', { kind: 'call', id: String((ids += 1)), method, input })).envelope,
    issue: async (path) => (await answered('issued', { kind: 'issue', request: (ids += 1), path })).grant,
    async close() {
      await answered('closed', { kind: 'close' });
      const exited = once(child, 'exit');
      child.kill();
      await exited;
    },
  };
}
