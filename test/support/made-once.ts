import { createHash } from 'node:crypto';
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { projectFiles, ROOT } from '../architecture/project-files.ts';

const MADE = join(ROOT, '.cache', 'made');
const KEPT_MS = 3_600_000;

/**
 * A folder that `make` fills from the sources as they are: made once, however many test files and runs ask for it, and anew when a source
 * changes. It is filled beside its place and renamed, so under its name it is always whole. Who gets it copies it or only reads it.
 */
export async function madeOnce(name: string, sources: RegExp, make: (folder: string) => Promise<void>): Promise<string> {
  const key = sourcesHash(sources);
  const folder = join(MADE, `${name}-${key}`);
  if (existsSync(folder)) return folder;
  removeOld(`${name}-`);
  const part = `${folder}.${process.pid}`;
  await make(part);
  try {
    renameSync(part, folder);
  } catch (error) {
    // Another test file was faster.
    rmSync(part, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** Names, sizes and times of everything it is made from. */
function sourcesHash(sources: RegExp): string {
  const hash = createHash('sha256').update(process.version);
  for (const file of projectFiles().filter((name) => sources.test(name))) {
    const { size, mtimeMs } = statSync(join(ROOT, file));
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}

/** Not the young ones: another run of the tests may be using them. */
function removeOld(start: string): void {
  if (!existsSync(MADE)) return;
  for (const name of readdirSync(MADE).filter((one) => one.startsWith(start))) {
    const path = join(MADE, name);
    if (statSync(path).mtimeMs < Date.now() - KEPT_MS) rmSync(path, { recursive: true, force: true });
  }
}
