import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { threadId } from 'node:worker_threads';

/** File name in lower case → path, for every font file under the folders (three levels deep). Folders that are not there are passed over. */
export function findFontFiles(folders: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const walk = (folder: string, depth: number): void => {
    for (const entry of entriesOf(folder)) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && depth < 3) walk(path, depth + 1);
      else if (/\.(ttf|otf|ttc)$/i.test(entry.name) && !found.has(entry.name.toLowerCase())) found.set(entry.name.toLowerCase(), path);
    }
  };
  for (const folder of folders) walk(folder, 0);
  return found;
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/**
 * Path of a copy of the font whose line metrics are 0.88 em above and 0.12 em below the baseline. pdfmake takes a line's height from the
 * font, and fonts differ; with equal metrics a line pitch is exact and one substituted glyph does not move its line. The original is not changed.
 * Of a collection (.ttc) the copy holds the first face.
 */
export function equalMetricsCopy(path: string, cacheFolder: string): string {
  const { size, mtimeMs } = statSync(path);
  const key = createHash('sha256').update(`${path}|${size}|${mtimeMs}|2`).digest('hex').slice(0, 12);
  const copy = join(cacheFolder, `${key}-${basename(path).replace(/\.ttc$/i, '.ttf')}`);
  if (existsSync(copy)) return copy;
  mkdirSync(cacheFolder, { recursive: true });
  // Two documents may be printed at once, each in a thread of its own.
  const temporary = `${copy}.${process.pid}-${threadId}.part`;
  writeFileSync(temporary, withEqualMetrics(readFileSync(path)));
  renameSync(temporary, copy);
  return copy;
}

const ASCENT = 0.88;
const DESCENT = -0.12;

/** OpenType `hhea`: ascender at byte 4, descender at 6, line gap at 8; `head`: units per em at byte 18. */
export function withEqualMetrics(original: Uint8Array): Uint8Array {
  const bytes = singleFace(Buffer.from(original));
  const tables = tablesOf(bytes, 0);
  const [hhea, head] = [tables.get('hhea'), tables.get('head')];
  if (hhea === undefined || head === undefined) throw new Error('font without hhea or head table');
  const unitsPerEm = bytes.readUInt16BE(head.offset + 18);
  bytes.writeInt16BE(Math.round(ASCENT * unitsPerEm), hhea.offset + 4);
  bytes.writeInt16BE(Math.round(DESCENT * unitsPerEm), hhea.offset + 6);
  bytes.writeInt16BE(0, hhea.offset + 8);
  return bytes;
}

/**
 * OpenType OS/2 `fsType`, at byte 8: usage 2 is Restricted License (no embedding), bit 8 forbids subsets, bit 9 allows bitmaps only. A document
 * embeds subsets, so each of them rules the font out, and so does a file that cannot be read.
 */
export function mayBeEmbedded(path: string): boolean {
  try {
    const bytes = readFileSync(path);
    const os2 = tablesOf(bytes, faceOffset(bytes)).get('OS/2');
    if (os2 === undefined) return false;
    const type = bytes.readUInt16BE(os2.offset + 8);
    return (type & 0x00_0f) !== 2 && (type & 0x03_00) === 0;
  } catch {
    return false;
  }
}

interface FontTable {
  readonly entry: number;
  readonly offset: number;
  readonly length: number;
}

const DIRECTORY_HEADER = 12;
const DIRECTORY_ENTRY = 16;

/** Where the first face's table directory begins: a collection lists the places of its faces from byte 12 on. */
const faceOffset = (bytes: Buffer): number => (bytes.toString('latin1', 0, 4) === 'ttcf' ? bytes.readUInt32BE(12) : 0);

function tablesOf(bytes: Buffer, face: number): ReadonlyMap<string, FontTable> {
  const tables = new Map<string, FontTable>();
  for (let index = 0; index < bytes.readUInt16BE(face + 4); index += 1) {
    const entry = face + DIRECTORY_HEADER + DIRECTORY_ENTRY * index;
    tables.set(bytes.toString('latin1', entry, entry + 4), {
      entry,
      offset: bytes.readUInt32BE(entry + 8),
      length: bytes.readUInt32BE(entry + 12),
    });
  }
  return tables;
}

/** A font of its own from the first face of a collection; a single font comes back as it is. */
function singleFace(bytes: Buffer): Buffer {
  if (bytes.toString('latin1', 0, 4) !== 'ttcf') return bytes;
  const face = faceOffset(bytes);
  const tables = [...tablesOf(bytes, face).values()];
  const directory = Buffer.from(bytes.subarray(face, face + DIRECTORY_HEADER + DIRECTORY_ENTRY * tables.length));
  const parts = [directory];
  let offset = directory.length;
  for (const table of tables) {
    const padded = Buffer.alloc(Math.ceil(table.length / 4) * 4);
    bytes.copy(padded, 0, table.offset, table.offset + table.length);
    directory.writeUInt32BE(offset, table.entry - face + 8);
    parts.push(padded);
    offset += padded.length;
  }
  return Buffer.concat(parts);
}
