import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/folder.ts';

const RUN = join(import.meta.dirname, '..', '..', 'main', 'hosts', 'cli', 'run.mjs');
const folder = temporaryFolder();

/** The command line in a process of its own, with its caches in this place. */
function help(caches: string, more: Readonly<Record<string, string>> = {}): string {
  const { NODE_COMPILE_CACHE: _own, NODE_DISABLE_COMPILE_CACHE: _none, ...env } = process.env;
  const places = { XDG_CACHE_HOME: caches, LOCALAPPDATA: caches, HOME: caches, USERPROFILE: caches };
  return execFileSync(process.execPath, [RUN, '--help'], { encoding: 'utf8', timeout: 60_000, env: { ...env, ...places, ...more } });
}

describe('what Node has compiled', () => {
  it('is kept in the caches of the user and taken from there', () => {
    const caches = join(folder, 'caches');
    mkdirSync(caches);
    const first = help(caches);
    const kept = readdirSync(caches, { recursive: true, encoding: 'utf8' });
    expect(kept.some((path) => path.includes(join('zhiqi', 'compiled')))).toBe(true);
    expect(help(caches)).toBe(first);
  });

  it('is not kept where the user says so', () => {
    const caches = join(folder, 'none');
    mkdirSync(caches);
    expect(help(caches, { NODE_DISABLE_COMPILE_CACHE: '1' })).toContain('治气考核');
    expect(existsSync(join(caches, 'zhiqi', 'compiled')) && readdirSync(join(caches, 'zhiqi', 'compiled')).length > 0).toBe(false);
  });

  it('is done without where no folder can be made', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    // A folder of the system that says of every new one that its parent is not there.
    for (const place of [file, ...(process.platform === 'linux' ? ['/proc', '/proc/nowhere'] : [])])
      expect(help(place)).toContain('治气考核');
  });
});
