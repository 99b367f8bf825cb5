import { leavesPaper, type TypedWay } from '../../../../shared/domain/returns/typed/facts.ts';
import type { Notes } from '../../../../shared/domain/plan/book/read/notes.ts';
import { sha256OfFile, type SourceFile } from '../../files.ts';

/** 扫描件: what the unit wrote by hand. */
export interface Scan {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

const NOWHERE = { sheet: null, address: null };

/** Told by its bytes, whatever it is called; where paper came and nothing is attached, somebody has to say why. */
export async function readScan(source: SourceFile | null, way: TypedWay, notes: Notes): Promise<Scan | null> {
  if (source === null) {
    if (leavesPaper(way)) notes.add('TYPED_SCAN_MISSING', NOWHERE, { way });
    return null;
  }
  const bytes = await source.read().catch(() => null);
  if (bytes === null) notes.add('TYPED_SCAN_UNREADABLE', NOWHERE);
  else if (bytes.length === 0 || bytes.length > LARGEST)
    notes.add('TYPED_SCAN_SIZE', NOWHERE, { value: bytes.length, maximum: LARGEST / MEGABYTE });
  else if (!KINDS.some((kind) => kind.every((byte, index) => bytes[index] === byte))) notes.add('TYPED_SCAN_KIND', NOWHERE);
  else return { name: source.name, sha256: await sha256OfFile(bytes), bytes };
  return null;
}

const MEGABYTE = 1024 * 1024;
/** Two hundred pages of a plain scan; a work is copied for every backup. */
const LARGEST = 30 * MEGABYTE;

/** How PDF, PNG and JPEG begin. */
const KINDS: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46, 0x2d],
  [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  [0xff, 0xd8, 0xff],
];
