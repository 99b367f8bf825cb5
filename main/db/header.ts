import { closeSync, openSync, readSync } from 'node:fs';

export interface Header {
  readonly wal: boolean;
  readonly version: number;
  readonly applicationId: number;
}

/** The first bytes of a database (file format, 1.3); null for what SQLite itself has to refuse. */
export function headerOf(path: string): Header | null {
  const bytes = Buffer.alloc(100);
  try {
    const file = openSync(path, 'r');
    try {
      if (readSync(file, bytes, 0, 100, 0) < 100) return null;
    } finally {
      closeSync(file);
    }
  } catch {
    return null;
  }
  if (bytes.toString('latin1', 0, 16) !== 'SQLite format 3\0') return null;
  return { wal: bytes[18] === 2 || bytes[19] === 2, version: bytes.readUInt32BE(60), applicationId: bytes.readUInt32BE(68) };
}
