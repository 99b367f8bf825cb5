import { promisify } from 'node:util';
import { crc32, inflateRaw, inflateRawSync, type ZlibOptions } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { fromBufferPromise } from 'yauzl';
import { decodeBytes } from '../../text-decoding/decode-bytes.ts';
import type { ReaderLimits } from './limits.ts';
import { inPieces } from './pieces.ts';
import { damaged, foreign, overLimit, Refusal, unsafe } from './refusal.ts';

/** The parts of an Office package (OPC, ECMA-376-2). Part names are compared without case and never used as paths. */
export interface Package {
  has(part: string): boolean;
  /** Inflates one part and checks its size and CRC. A sheet may take all that is left of the total, other parts only `partBytes`. */
  read(part: string, kind?: 'whole' | 'sheet'): Buffer;
  /** The same as a whole part, inflated beside what the process does else. */
  readAside(part: string): Promise<Buffer>;
  /** Bytes of one part when inflated, as the directory says; 0 of one that is not there. */
  sizeOf(part: string): number;
  /** Names of all parts as the directory writes them; folders end in a slash. */
  readonly names: readonly string[];
  /** Bytes of all parts together when inflated, as the directory says; no part is ever inflated beyond what it says of it. */
  readonly size: number;
  /** The same of the parts that may be inflated at all: those that say more than the bound of all together are refused unread. */
  readonly inflatable: number;
  /** Bytes behind the end of the container, as mail gateways append them. They belong to nothing and are left out. */
  readonly trailingBytes: number;
}

interface StoredPart {
  readonly name: string;
  readonly entry: Entry;
  readonly dataStart: number;
}

export async function openPackage(bytes: Uint8Array, limits: ReaderLimits): Promise<Package> {
  const parts = await openParts(bytes, limits);
  if (!isOffice(parts)) throw foreign(parts.has('mimetype') ? openDocumentKind(parts.read('mimetype')) : 'zip');
  return parts;
}

export const isOffice = (parts: Package): boolean => parts.has('[Content_Types].xml') || parts.has('_rels/.rels');

/** Any zip container, with the checks that all of them have to pass. */
export async function openParts(bytes: Uint8Array, limits: ReaderLimits): Promise<Package> {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const buffer = whole.subarray(0, endOfContainer(whole));
  const stored = await readDirectory(buffer, limits);
  const sizes = Array.from(stored.values(), ({ entry }) => entry.uncompressedSize);
  let remaining = limits.totalBytes;
  const taken = (part: string, kind: 'whole' | 'sheet'): StoredPart => {
    const found = stored.get(partKey(part));
    if (found === undefined) throw damaged(part, 'missing');
    const size = found.entry.uncompressedSize;
    if (kind === 'whole' && size > limits.partBytes) throw overLimit('partBytes', size, limits.partBytes, { part });
    if (size > remaining) throw overLimit('totalBytes', limits.totalBytes - remaining + size, limits.totalBytes, { part });
    remaining -= size;
    return found;
  };
  return {
    has: (part) => stored.has(partKey(part)),
    read: (part, kind = 'whole') => inflate(buffer, part, taken(part, kind)),
    readAside: async (part) => inflateAside(buffer, part, taken(part, 'whole')),
    sizeOf: (part) => stored.get(partKey(part))?.entry.uncompressedSize ?? 0,
    names: Array.from(stored.values(), ({ name }) => name),
    size: total(sizes),
    inflatable: total(sizes.filter((size) => size <= limits.totalBytes)),
    trailingBytes: whole.length - buffer.length,
  };
}

const total = (sizes: readonly number[]): number => sizes.reduce((sum, size) => sum + size, 0);

const END_RECORD = Buffer.from('PK\u0005\u0006', 'latin1');
const END_RECORD_BYTES = 22;

/** Where the container ends by its last end record, comment included; a file without one is left to the directory's reader to refuse. */
function endOfContainer(buffer: Buffer): number {
  const at = buffer.lastIndexOf(END_RECORD);
  if (at < 0 || at + END_RECORD_BYTES > buffer.length) return buffer.length;
  return Math.min(buffer.length, at + END_RECORD_BYTES + buffer.readUInt16LE(at + 20));
}

const partKey = (part: string): string => part.toLowerCase();

export function openDocumentKind(mimetype: Buffer): 'ods' | 'word' | 'zip' {
  const text = mimetype.toString('latin1');
  if (text.includes('opendocument.spreadsheet')) return 'ods';
  return text.includes('opendocument.text') ? 'word' : 'zip';
}

async function readDirectory(buffer: Buffer, limits: ReaderLimits): Promise<ReadonlyMap<string, StoredPart>> {
  const stored = new Map<string, StoredPart>();
  try {
    const zip = await fromBufferPromise(buffer, { decodeStrings: false });
    if (zip.entryCount > limits.entries) throw overLimit('entries', zip.entryCount, limits.entries);
    for await (const entry of zip.eachEntry()) {
      const name = partName(entry);
      if (stored.has(partKey(name))) throw unsafe('duplicate', name);
      if (entry.isEncrypted()) throw unsafe('encrypted', name);
      stored.set(partKey(name), { name, entry, dataStart: await dataStart(zip, entry) });
    }
  } catch (error) {
    // yauzl tells a broken directory by plain errors in English; all of them mean that the container is damaged.
    throw error instanceof Refusal ? error : damaged('zip', 'directory');
  }
  refuseOverlap([...stored.values()]);
  return stored;
}

async function dataStart(zip: ZipFile, entry: Entry): Promise<number> {
  const header = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
  return header.fileDataStart;
}

/** Some writers separate folders by a backslash or begin with a slash; both are folded. What would climb out of the package is refused. */
function partName(entry: Entry): string {
  const name = nameText(entry.fileNameRaw).replaceAll('\\', '/').replace(/^\/+/, '');
  const segments = name.endsWith('/') ? name.slice(0, -1).split('/') : name.split('/');
  const climbs = segments.some((segment) => segment === '' || segment === '.' || segment === '..');
  if (climbs || name.includes('\0') || /^[a-z]:/i.test(name)) throw unsafe('path', name.replaceAll('\0', '\u{FFFD}'));
  return name;
}

/** Office writes UTF-8; archives made on a Chinese Windows carry names in GBK without saying so. */
function nameText(raw: Buffer): string {
  const decoded = decodeBytes(raw, { wide: 'byMark' });
  return decoded.ok ? decoded.text : raw.toString('latin1');
}

/** Entries that share bytes let a small file claim any amount of data, and let two readers see two different files. */
function refuseOverlap(parts: readonly StoredPart[]): void {
  const ordered = parts.toSorted((a, b) => a.entry.relativeOffsetOfLocalHeader - b.entry.relativeOffsetOfLocalHeader);
  let end = 0;
  for (const { entry, dataStart: start } of ordered) {
    if (entry.relativeOffsetOfLocalHeader < end) throw unsafe('overlap', partName(entry));
    end = start + entry.compressedSize;
  }
}

const STORED = 0;
const DEFLATED = 8;

function inflate(buffer: Buffer, part: string, stored: StoredPart): Buffer {
  const { entry } = stored;
  const packed = packedOf(buffer, part, stored);
  if (entry.compressionMethod === STORED) return sound(packed, part, entry, crc32(packed));
  let content: Buffer;
  try {
    content = inflateRawSync(packed, boundsOf(entry));
  } catch (error) {
    throw inflateRefusal(part, error);
  }
  return sound(content, part, entry, crc32(content));
}

/** By the same checks. Other work of the process has its turn meanwhile. */
async function inflateAside(buffer: Buffer, part: string, stored: StoredPart): Promise<Buffer> {
  const { entry } = stored;
  const packed = packedOf(buffer, part, stored);
  if (entry.compressionMethod === STORED) return sound(packed, part, entry, await crcInPieces(packed));
  let content: Buffer;
  try {
    content = await inflatedAside(packed, boundsOf(entry));
  } catch (error) {
    throw inflateRefusal(part, error);
  }
  return sound(content, part, entry, await crcInPieces(content));
}

const inflatedAside = promisify<Buffer, ZlibOptions, Buffer>(inflateRaw);

function packedOf(buffer: Buffer, part: string, { entry, dataStart: start }: StoredPart): Buffer {
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) throw damaged(part, 'compression');
  return buffer.subarray(start, start + entry.compressedSize);
}

const SMALLEST_PIECE = 1024;

/**
 * zlib wants a maximum of at least one byte; the size is compared exactly afterwards. Into one piece, which a large sheet would else be put together
 * from at twice its size; a byte more than it, or a second piece is begun.
 */
const boundsOf = ({ uncompressedSize: size }: Entry): ZlibOptions => ({
  maxOutputLength: Math.max(size, 1),
  chunkSize: Math.max(size + 1, SMALLEST_PIECE),
});

const inflateRefusal = (part: string, error: unknown): Refusal =>
  damaged(part, errorCode(error) === 'ERR_BUFFER_TOO_LARGE' ? 'size' : 'compression');

function sound(content: Buffer, part: string, entry: Entry, checksum: number): Buffer {
  if (content.length !== entry.uncompressedSize) throw damaged(part, 'size');
  if (checksum !== entry.crc32) throw damaged(part, 'checksum');
  return content;
}

async function crcInPieces(content: Buffer): Promise<number> {
  let checksum = 0;
  for await (const piece of inPieces(content)) checksum = crc32(piece, checksum);
  return checksum;
}

const errorCode = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);
