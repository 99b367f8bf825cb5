import { createHash } from 'node:crypto';
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { projectFiles, ROOT } from '../../architecture/project-files.ts';

const BUILDS = join(ROOT, '.cache', 'page-as-delivered');
const KEPT_MS = 3_600_000;

/** The page built from the sources as they are, in a folder named after them: built once, however many test files ask. */
export async function builtPage(): Promise<string> {
  const folder = join(BUILDS, sourcesHash());
  if (existsSync(folder)) return folder;
  removeOldBuilds();
  const part = `${folder}.${process.pid}`;
  await asDelivered(() =>
    build({
      configFile: join(ROOT, 'vite.config.ts'),
      mode: 'production',
      logLevel: 'error',
      build: { outDir: part, emptyOutDir: true },
    }),
  );
  try {
    renameSync(part, folder);
  } catch (error) {
    // Another test file was faster.
    rmSync(part, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** The test runner's own NODE_ENV would be built into the page, whose libraries then give every element the same id. */
async function asDelivered<Value>(work: () => Promise<Value>): Promise<Value> {
  const { NODE_ENV: before } = process.env;
  process.env['NODE_ENV'] = 'production';
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
}

/** Names, sizes and times of everything the build reads. */
function sourcesHash(): string {
  const hash = createHash('sha256');
  for (const file of projectFiles().filter((name) => /^(?:renderer\/|shared\/|vite\.config\.ts$|package-lock\.json$)/.test(name))) {
    const { size, mtimeMs } = statSync(join(ROOT, file));
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}

/** Not the young ones: another run of the tests may be using them. */
function removeOldBuilds(): void {
  if (!existsSync(BUILDS)) return;
  for (const name of readdirSync(BUILDS)) {
    const path = join(BUILDS, name);
    if (statSync(path).mtimeMs < Date.now() - KEPT_MS) rmSync(path, { recursive: true, force: true });
  }
}
