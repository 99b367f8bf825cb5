import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { access, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Failure } from '../../shared/domain/failure.ts';
import type { OutputFile, OutputFolder, SourceFile } from '../services/files.ts';

/**
 * Rights to files. The host turns what the user chose (a dialog, a drop, an argument) into a grant; page and core hand grants about and
 * never name a path.
 */
export interface Grants {
  issue(path: string): string;
  pathOf(grant: string): string;
  /** All files behind the grants: files themselves, folders with everything in them. A path that is not there is a file that cannot be read. */
  sources(grants: readonly string[]): Promise<SourceFile[]>;
  outputFolder(grant: string): OutputFolder;
  outputFile(grant: string): OutputFile;
}

export function createGrants(): Grants {
  const paths = new Map<string, string>();
  const pathOf = (grant: string): string => {
    const path = paths.get(grant);
    if (path === undefined) throw new Failure('FILE_GRANT_UNKNOWN', { grant });
    return path;
  };
  return {
    issue(path) {
      const grant = randomUUID();
      paths.set(grant, path);
      return grant;
    },
    pathOf,
    async sources(grants) {
      const files: SourceFile[] = [];
      for (const grant of grants) files.push(...(await expand(pathOf(grant))));
      return files;
    },
    outputFolder: (grant) => ({ write: (name, bytes) => writeWhole(join(pathOf(grant), name), bytes) }),
    outputFile: (grant) => ({ name: basename(pathOf(grant)), write: (bytes) => writeWhole(pathOf(grant), bytes) }),
  };
}

/** Left by file managers; nobody sent them. */
const SYSTEM_FILES = new Set(['Thumbs.db', 'desktop.ini', '.DS_Store']);

/** Folders below this depth are not looked into: a link that leads back to its own folder ends there. */
const DEEPEST = 12;

async function expand(path: string, depth = 0): Promise<SourceFile[]> {
  const info = await stat(path).catch(() => null);
  if (info === null || !info.isDirectory()) return [{ name: basename(path), read: () => readFile(path) }];
  // A folder that cannot be listed becomes a file that cannot be read: it is reported, and the rest goes on.
  const entries = await readdir(path, { withFileTypes: true }).catch(() => null);
  if (entries === null || depth > DEEPEST) return [{ name: basename(path), read: () => readFile(path) }];
  const files: SourceFile[] = [];
  for (const entry of entries.toSorted((left, right) => left.name.localeCompare(right.name, 'zh-CN', { numeric: true }))) {
    if (SYSTEM_FILES.has(entry.name) || (!entry.isFile() && entry.name.startsWith('.'))) continue;
    files.push(...(await expand(join(path, entry.name), depth + 1)));
  }
  return files;
}

/** Writes beside the target and renames, so that a file under its final name is always whole. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}.part`);
  try {
    await mkdir(dirname(path), { recursive: true });
    await access(dirname(path), constants.W_OK);
    await writeFile(temporary, bytes);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw new Failure(
      'FILE_UNWRITABLE',
      { path, reason: error instanceof Error && 'code' in error ? String(error.code) : 'unknown' },
      { cause: error },
    );
  }
}
