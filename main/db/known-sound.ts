import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { headerOf } from './header.ts';

/**
 * Whether a work has to be read from end to end (quick_check) before it is used. It has, unless it lies there byte for byte as this program left it after
 * a check of less than a week ago: the same file by number, size, moments of change to the nanosecond and head, in one piece. Whatever else has happened
 * (an unclean end, another tool, a copy, a restored file, a clock set back) leads to the check. Pages that decay on the disk meanwhile are refused
 * by SQLite as it reads them (cell_size_check).
 */
export interface KnownSound {
  readonly isKnown: () => boolean;
  /** Whether it still lies there as it did when it was opened: asked before the first writing. */
  readonly isUnchanged: () => boolean;
  /** The file was read from end to end and is sound. */
  readonly checked: () => void;
  /** It was sound when this program began to write, and all is closed. */
  readonly written: () => void;
}

/** Of works that nobody remembers anything of: they are checked each time. */
export const NOTHING_KNOWN: KnownSound = {
  isKnown: () => false,
  isUnchanged: () => true,
  checked: () => undefined,
  written: () => undefined,
};

export interface Remembering {
  /** A folder of things that can be made again. */
  readonly folder: string;
  /** The present moment, ISO with offset. */
  readonly at: string;
}

interface Found {
  readonly state: string;
  /** Moment of the last check from end to end. */
  readonly checkedAt: string;
}

export function knownSound(path: string, { folder, at }: Remembering): KnownSound {
  let checkedAt: string | null = null;
  let state = stateOf(path);
  const remember = (): void => {
    if (checkedAt !== null && state !== null) write(folder, path, { state, checkedAt });
  };
  return {
    isKnown() {
      const found = read(folder, path);
      if (found === null || state === null || found.state !== state || !isRecent(found.checkedAt, at)) return false;
      ({ checkedAt } = found);
      return true;
    },
    isUnchanged: () => state !== null && state === stateOf(path),
    checked() {
      const before = state;
      state = stateOf(path);
      // What has changed meanwhile was perhaps not read.
      checkedAt = before === state ? at : null;
      remember();
    },
    written() {
      state = stateOf(path);
      remember();
    },
  };
}

const WEEK = 7 * 24 * 60 * 60 * 1000;

function isRecent(checkedAt: string, at: string): boolean {
  const passed = Date.parse(at) - Date.parse(checkedAt);
  return passed >= 0 && passed < WEEK;
}

/** What tells an unchanged file; null of one that is in use or was not closed as it should be. */
function stateOf(path: string): string | null {
  try {
    if (headerOf(path)?.wal !== false || ['-wal', '-journal'].some((companion) => existsSync(`${path}${companion}`))) return null;
    const { dev, ino, size, mtimeNs, ctimeNs } = statSync(path, { bigint: true });
    return [dev, ino, size, mtimeNs, ctimeNs, headOf(path)].join(' ');
  } catch {
    return null;
  }
}

/** SQLite's own head counts the changes of the file. */
function headOf(path: string): string {
  const head = Buffer.alloc(HEAD);
  const file = openSync(path, 'r');
  try {
    readSync(file, head, 0, HEAD, 0);
  } finally {
    closeSync(file);
  }
  return head.toString('base64');
}

const HEAD = 100;

const placeOf = (folder: string, path: string): string =>
  join(folder, `${createHash('sha256').update(realpathSync(path)).digest('hex').slice(0, 32)}.json`);

/** What cannot be read is not known. */
function read(folder: string, path: string): Found | null {
  try {
    const found: unknown = JSON.parse(readFileSync(placeOf(folder, path), 'utf8'));
    return isFound(found) ? found : null;
  } catch {
    return null;
  }
}

const isFound = (value: unknown): value is Found =>
  typeof value === 'object' &&
  value !== null &&
  'state' in value &&
  typeof value.state === 'string' &&
  'checkedAt' in value &&
  typeof value.checkedAt === 'string';

/** Where it cannot be kept the next opening checks once more. */
function write(folder: string, path: string, found: Found): void {
  try {
    mkdirSync(folder, { recursive: true });
    const place = placeOf(folder, path);
    writeFileSync(`${place}.new`, JSON.stringify(found));
    renameSync(`${place}.new`, place);
  } catch {
    return;
  }
}
