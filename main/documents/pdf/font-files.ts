import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';

/** File name in lower case → path, for every font file under the folders (three levels deep). Folders that are not there are passed over. */
export function findFontFiles(folders: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const walk = (folder: string, depth: number): void => {
    for (const entry of entriesOf(folder)) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && depth < 3) walk(path, depth + 1);
      else if (/\.(ttf|otf)$/i.test(entry.name) && !found.has(entry.name.toLowerCase())) found.set(entry.name.toLowerCase(), path);
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
 */
export function equalMetricsCopy(path: string, cacheFolder: string): string {
  const { size, mtimeMs } = statSync(path);
  const key = createHash('sha256').update(`${path}|${size}|${mtimeMs}|1`).digest('hex').slice(0, 12);
  const copy = join(cacheFolder, `${key}-${basename(path)}`);
  if (existsSync(copy)) return copy;
  mkdirSync(cacheFolder, { recursive: true });
  const temporary = `${copy}.${process.pid}.part`;
  writeFileSync(temporary, withEqualMetrics(readFileSync(path)));
  renameSync(temporary, copy);
  return copy;
}

const ASCENT = 0.88;
const DESCENT = -0.12;

/** OpenType `hhea`: ascender at byte 4, descender at 6, line gap at 8; `head`: units per em at byte 18. */
export function withEqualMetrics(original: Uint8Array): Uint8Array {
  const bytes = Buffer.from(original);
  const tables = new Map<string, number>();
  for (let index = 0; index < bytes.readUInt16BE(4); index += 1) {
    const entry = 12 + 16 * index;
    tables.set(bytes.toString('latin1', entry, entry + 4), bytes.readUInt32BE(entry + 8));
  }
  const [hhea, head] = [tables.get('hhea'), tables.get('head')];
  if (hhea === undefined || head === undefined) throw new Error('font without hhea or head table');
  const unitsPerEm = bytes.readUInt16BE(head + 18);
  bytes.writeInt16BE(Math.round(ASCENT * unitsPerEm), hhea + 4);
  bytes.writeInt16BE(Math.round(DESCENT * unitsPerEm), hhea + 6);
  bytes.writeInt16BE(0, hhea + 8);
  return bytes;
}
