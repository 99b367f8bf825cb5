import { damaged } from '../workbook-reader/refusal.ts';

/**
 * Refuses a compound file (MS-CFB, the container of .xls and .et) whose chains of sectors leave the file or run in a ring. The package that
 * reads old workbooks takes such a file for an empty one, and an empty workbook in place of a damaged one is a wrong answer.
 */
export function refuseBrokenChains(bytes: Uint8Array, part: 'xls' | 'password' = 'xls'): void {
  const { file, entries } = openDirectory(bytes, part);
  for (const entry of entries) followStream(file, entry);
  refuseEndlessTree(file, entries);
}

/** The pieces of a long stream in their order; none where there is no such stream or where it lies among the short ones, of some kilobytes at the most. */
export function streamPieces(bytes: Uint8Array, names: ReadonlySet<string>): Uint8Array[] {
  const { file, entries } = openDirectory(bytes, 'xls');
  const entry = entries.find((start) => names.has(nameOf(file, start)));
  if (entry === undefined || !isLong(file, entry)) return [];
  return chain(file, file.view.getUint32(entry + 116, true)).map((sector) =>
    bytes.subarray(offsetOf(file, sector), offsetOf(file, sector + 1)),
  );
}

function openDirectory(bytes: Uint8Array, part: Sectors['part']): { readonly file: Sectors; readonly entries: readonly number[] } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER_BYTES) throw damaged(part, 'truncated');
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) throw damaged(part, 'directory');
  const size = 2 ** shift;
  const file: Sectors = { part, view, size, fat: [], steps: { left: 2 * Math.ceil(bytes.length / size) } };
  file.fat.push(...fatSectors(file));
  return { file, entries: chain(file, view.getUint32(48, true)).flatMap((sector) => entriesOf(file, offsetOf(file, sector))) };
}

const UTF16 = new TextDecoder('utf-16le');

function nameOf({ view }: Sectors, entry: number): string {
  if (entry + ENTRY_BYTES > view.byteLength) return '';
  const length = Math.min(Math.max(view.getUint16(entry + 64, true) - 2, 0), 64);
  return UTF16.decode(new Uint8Array(view.buffer, view.byteOffset + entry, length));
}

const isLong = ({ view }: Sectors, entry: number): boolean => view.getUint32(entry + 120, true) >= view.getUint32(56, true);

const entriesOf = ({ size }: Sectors, start: number): number[] =>
  Array.from({ length: size / ENTRY_BYTES }, (_, index) => start + index * ENTRY_BYTES);

/**
 * Entries point to their two neighbours and to their first child (2.6.4). Who follows them around in a ring grows a path without end; one that
 * two others point to, or one that points to the root for nobody, is what careless programs write.
 */
function refuseEndlessTree({ part, view }: Sectors, entries: readonly number[]): void {
  const state = new Map<number, 'open' | 'done'>();
  const targetsOf = (index: number): number[] => {
    const entry = entries[index];
    if (entry === undefined || entry + ENTRY_BYTES > view.byteLength || view.getUint8(entry + 66) === UNUSED) return [];
    return POINTERS.map((pointer) => view.getUint32(entry + pointer, true)).filter((target) => target !== 0 && target < entries.length);
  };
  for (const start of entries.keys()) {
    const waiting = [start];
    for (let index = waiting.at(-1); index !== undefined; index = waiting.at(-1)) {
      if (state.has(index)) {
        state.set(index, 'done');
        waiting.pop();
        continue;
      }
      state.set(index, 'open');
      for (const target of targetsOf(index)) {
        if (state.get(target) === 'open') throw damaged(part, 'content');
        if (!state.has(target)) waiting.push(target);
      }
    }
  }
}

const UNUSED = 0;
const POINTERS = [68, 72, 76] as const;

interface Sectors {
  readonly part: string;
  readonly view: DataView;
  /** Bytes of a sector: 512 or 4096. */
  readonly size: number;
  /** The sectors that hold the table of followers (FAT). */
  readonly fat: number[];
  /** A sector belongs to one chain; streams that share theirs would be followed as often as there are entries in the directory. */
  readonly steps: { left: number };
}

const HEADER_BYTES = 512;
const ENTRY_BYTES = 128;
/** Sectors of the table that the header itself lists; further ones stand in a chain of their own (DIFAT). */
const LISTED_IN_HEADER = 109;
const LAST_SECTOR = 0xfffffffa;
const STREAM = 2;
/** The root's own stream holds the short ones. */
const ROOT = 5;

const offsetOf = (file: Sectors, sector: number): number => (sector + 1) * file.size;

function fatSectors(file: Sectors): number[] {
  const { view } = file;
  const wanted = view.getUint32(44, true);
  const found: number[] = [];
  for (let index = 0; index < Math.min(wanted, LISTED_IN_HEADER); index += 1) found.push(view.getUint32(76 + index * 4, true));
  let next = view.getUint32(68, true);
  const seen = new Set<number>();
  while (found.length < wanted && next < LAST_SECTOR) {
    if (seen.has(next)) throw damaged(file.part, 'content');
    seen.add(next);
    const at = checkedOffset(file, next, file.size);
    const inSector = file.size / 4 - 1;
    for (let index = 0; index < inSector && found.length < wanted; index += 1) found.push(view.getUint32(at + index * 4, true));
    next = view.getUint32(at + inSector * 4, true);
  }
  if (found.length < wanted) throw damaged(file.part, 'truncated');
  return found;
}

function checkedOffset(file: Sectors, sector: number, bytes: number): number {
  const at = offsetOf(file, sector);
  if (at + bytes > file.view.byteLength) throw damaged(file.part, 'truncated');
  return at;
}

function follower(file: Sectors, sector: number): number {
  const inSector = file.size / 4;
  const table = file.fat[Math.floor(sector / inSector)];
  if (table === undefined) throw damaged(file.part, 'truncated');
  return file.view.getUint32(checkedOffset(file, table, file.size) + (sector % inSector) * 4, true);
}

/** The sectors of one stream in order. The last one of a file may be shorter than the others: some writers do not fill it up. */
function chain(file: Sectors, first: number): number[] {
  const sectors: number[] = [];
  const seen = new Set<number>();
  for (let sector = first; sector < LAST_SECTOR; sector = follower(file, sector)) {
    if (seen.has(sector)) throw damaged(file.part, 'content');
    seen.add(sector);
    file.steps.left -= 1;
    if (file.steps.left < 0) throw damaged(file.part, 'content');
    checkedOffset(file, sector, 1);
    sectors.push(sector);
  }
  return sectors;
}

/** Short streams lie in that of the root and are bound by its chain; only long ones have one of their own. */
function followStream(file: Sectors, entry: number): void {
  const { view } = file;
  if (entry + ENTRY_BYTES > view.byteLength) return;
  const type = view.getUint8(entry + 66);
  const size = view.getUint32(entry + 120, true);
  if (size === 0 || (type !== ROOT && (type !== STREAM || !isLong(file, entry)))) return;
  const sectors = chain(file, view.getUint32(entry + 116, true));
  if (sectors.length * file.size < size) throw damaged(file.part, 'truncated');
}
