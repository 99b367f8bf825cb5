import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What the window remembers from one start to the next. Nothing in it is needed: an unreadable file is an empty memory. */
export interface Memory {
  /** Where works opened last stood before they came to the settings of the machine; only read. */
  readonly formerWorks: readonly string[];
  readonly folders: Readonly<Record<string, string>>;
  readonly bounds: Bounds | null;
  readonly maximized: boolean;
}

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface MemoryFile {
  readonly current: Memory;
  change(change: Partial<Memory>): void;
}

export function openMemory(path: string): MemoryFile {
  let current = parse(read(path));
  return {
    get current() {
      return current;
    },
    change(change) {
      current = { ...current, ...change };
      const { formerWorks: _formerWorks, ...kept } = current;
      try {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(`${path}.part`, JSON.stringify(kept, null, 2));
        renameSync(`${path}.part`, path);
      } catch {
        // A full or read-only disk must not keep anybody from working; the memory lasts for this start then.
      }
    },
  };
}

function read(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

function parse(value: unknown): Memory {
  const members = isRecord(value) ? value : {};
  const works = Array.isArray(members['recentWorks']) ? members['recentWorks'] : [];
  const folders = isRecord(members['folders']) ? Object.entries(members['folders']) : [];
  return {
    formerWorks: works.filter((work) => typeof work === 'string'),
    folders: Object.fromEntries(folders.filter((entry): entry is [string, string] => typeof entry[1] === 'string')),
    bounds: parseBounds(members['bounds']),
    maximized: members['maximized'] === true,
  };
}

function parseBounds(value: unknown): Bounds | null {
  if (!isRecord(value)) return null;
  const { x, y, width, height } = value;
  return isWhole(x) && isWhole(y) && isWhole(width) && isWhole(height) ? { x, y, width, height } : null;
}

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);
