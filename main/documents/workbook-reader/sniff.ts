import { decodeBytes } from '../../text-decoding/decode-bytes.ts';
import type { ForeignKind } from './refusal.ts';
import { damaged, foreign, Refusal } from './refusal.ts';

/** What a file is by its bytes (文件类型). The extension tells nothing: .xls files are often web pages or new workbooks under an old name. */
export type FileKind =
  /** A container of Office, OpenDocument or of plain files. */
  | 'zip'
  /** .xls of Excel 5 to 2003 and .et of WPS. */
  | 'xls'
  /** A workbook or document with a password to open. */
  | 'encrypted'
  /** An .xls that ends before what it announces. */
  | 'cutOff'
  /** Excel 2 to 4, before there was a container. */
  | 'earlyExcel'
  /** The XML tables of Excel 2003. */
  | 'xml2003'
  /** A compressed archive of another kind, or a zip without a file. */
  | 'archive'
  | 'empty'
  | 'lock'
  | Exclude<ForeignKind, 'zip'>;

export function kindOf(bytes: Uint8Array): FileKind {
  if (startsWith(bytes, ZIP)) return 'zip';
  // A file of zeros is what an interrupted copy or an absent cloud copy leaves behind.
  if (isZeros(bytes)) return 'empty';
  if (isLockFile(bytes)) return 'lock';
  if (isCompoundFile(bytes)) return compoundKind(bytes);
  if (EARLY_EXCEL.some((magic) => startsWith(bytes, magic))) return 'earlyExcel';
  const binary = BINARY_KINDS.find(([magic, , offset]) => startsWith(bytes, magic, offset));
  return binary?.[1] ?? textKind(bytes.subarray(0, TEXT_SAMPLE_BYTES));
}

/** Why bytes of this kind are no workbook of today; each says what the file is, so that the sender knows what to do. */
export function refusalOf(kind: Exclude<FileKind, 'zip'>): Refusal {
  switch (kind) {
    case 'empty':
      return new Refusal('FILE_EMPTY');
    case 'lock':
      return new Refusal('FILE_LOCK');
    case 'encrypted':
      return new Refusal('FILE_PASSWORD');
    case 'cutOff':
      return damaged('xls', 'truncated');
    case 'xls':
    case 'earlyExcel':
    case 'xml2003':
      return new Refusal('FILE_OLD_EXCEL');
    case 'archive':
      return foreign('zip');
    default:
      return foreign(kind);
  }
}

/** Each byte is compared with the one before it, by the machine's own comparison. */
const isZeros = (bytes: Uint8Array): boolean =>
  bytes.length === 0 || (bytes[0] === 0 && Buffer.compare(bytes.subarray(1), bytes.subarray(0, -1)) === 0);

const bytesOf = (text: string): readonly number[] => Array.from(text, (character) => character.charCodeAt(0));

const ZIP = bytesOf('PK\u0003\u0004');

const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Excel 2 to 4 wrote their records without a compound file around them. */
const EARLY_EXCEL = [
  [0x09, 0x00, 0x04, 0x00],
  [0x09, 0x02, 0x06, 0x00],
  [0x09, 0x04, 0x06, 0x00],
];

const BINARY_KINDS: readonly (readonly [magic: readonly number[], kind: FileKind, offset: number])[] = [
  [bytesOf('%PDF'), 'pdf', 0],
  [bytesOf('{\\rtf'), 'word', 0],
  [bytesOf('PK\u0005\u0006'), 'archive', 0],
  [bytesOf('PK\u0007\u0008'), 'archive', 0],
  [bytesOf('Rar!'), 'archive', 0],
  [[0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], 'archive', 0],
  [[0x1f, 0x8b], 'archive', 0],
  [[0x89, 0x50, 0x4e, 0x47], 'image', 0],
  [[0xff, 0xd8, 0xff], 'image', 0],
  [bytesOf('GIF8'), 'image', 0],
  [[0x49, 0x49, 0x2a, 0x00], 'image', 0],
  [[0x4d, 0x4d, 0x00, 0x2a], 'image', 0],
  [bytesOf('WEBP'), 'image', 8],
  [bytesOf('ftyphei'), 'image', 4],
];

/** The container (MS-CFB) of .xls, .doc and encrypted workbooks. */
export const isCompoundFile = (bytes: Uint8Array): boolean => startsWith(bytes, COMPOUND_FILE);

const startsWith = (bytes: Uint8Array, magic: readonly number[], offset = 0): boolean =>
  magic.every((byte, index) => bytes[offset + index] === byte);

/**
 * The ~$ file that Excel and WPS put beside an open workbook, about 165 bytes: length of the user's name, the name padded with blanks, and
 * the same once more in UTF-16.
 */
function isLockFile(bytes: Uint8Array): boolean {
  const nameLength = bytes[0] ?? 0;
  if (bytes.length < 150 || bytes.length > 170 || nameLength > 54) return false;
  const [first, second] = bytes.subarray(-2);
  const endsInWideBlanks = (first === 0x20 && second === 0) || (first === 0 && second === 0x20);
  return endsInWideBlanks && bytes.subarray(-8).every((byte, index) => byte === (index % 2 === 0 ? first : second));
}

/**
 * Looks for the streams of a compound file (MS-CFB 2.6) by their directory entries: 128 bytes, aligned to 128, with the name in UTF-16 and its
 * length at 64. Following the sector chain could be led into a loop; stepping through the file cannot. The first entry that decides wins,
 * because an embedded object comes behind the document that holds it.
 */
function compoundKind(bytes: Uint8Array): FileKind {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let entry = 512; entry + DIRECTORY_ENTRY_BYTES <= bytes.length; entry += DIRECTORY_ENTRY_BYTES) {
    const nameBytes = view.getUint16(entry + 64, true);
    if (nameBytes < 4 || nameBytes > 64 || bytes[entry + 66] !== STREAM_OBJECT) continue;
    const name = UTF16.decode(bytes.subarray(entry, entry + nameBytes - 2));
    if (name === 'EncryptedPackage') return 'encrypted';
    if (name === 'Workbook' || name === 'Book') return 'xls';
    if (name === 'WordDocument') return 'word';
  }
  return endsBeforeDirectory(view) ? 'cutOff' : 'unknown';
}

/** The header says where the directory stands; a file that ends before it was cut off on its way. */
function endsBeforeDirectory(view: DataView): boolean {
  if (view.byteLength < 512) return true;
  const sectorBytes = 2 ** view.getUint16(30, true);
  return (view.getUint32(48, true) + 1) * sectorBytes >= view.byteLength;
}

const DIRECTORY_ENTRY_BYTES = 128;
const STREAM_OBJECT = 2;
const UTF16 = new TextDecoder('utf-16le');

const TEXT_SAMPLE_BYTES = 4096;

function textKind(sample: Uint8Array): FileKind {
  const decoded = decodeBytes(sample, { wide: 'byMark', sample: true });
  if (!decoded.ok) return 'unknown';
  const { text } = decoded;
  if (/<(?:\w+:)?Workbook\b/.test(text)) return 'xml2003';
  // The elements of a flat table (.fods) are called like those of a page but for their prefixes.
  if (/<office:document\b/.test(text)) return 'fods';
  return /<!doctype html|<html|<table|<head|<body|^mime-version:/im.test(text) ? 'html' : 'csv';
}
