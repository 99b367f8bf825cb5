import { decodeBytes } from '../../text-decoding/decode-bytes.ts';
import type { ForeignKind } from './refusal.ts';
import { foreign, Refusal } from './refusal.ts';

/**
 * Refuses by its first bytes whatever is not a zip container, because the extension tells nothing: .xls files are often web pages or new
 * workbooks under an old name, and exported tables are often text. Each refusal names what the file is, so that the sender knows what to do.
 */
export function refuseForeignBytes(bytes: Uint8Array): void {
  if (startsWith(bytes, ZIP)) return;
  // A file of zeros is what an interrupted copy or an absent cloud copy leaves behind.
  if (bytes.every((byte) => byte === 0)) throw new Refusal('FILE_EMPTY');
  if (isLockFile(bytes)) throw new Refusal('FILE_LOCK');
  if (isCompoundFile(bytes)) throw compoundFileRefusal(bytes);
  if (EARLY_EXCEL.some((magic) => startsWith(bytes, magic))) throw new Refusal('FILE_OLD_EXCEL');
  const binary = BINARY_KINDS.find(([magic, , offset]) => startsWith(bytes, magic, offset));
  if (binary !== undefined) throw foreign(binary[1]);
  throw textRefusal(bytes.subarray(0, TEXT_SAMPLE_BYTES));
}

const bytesOf = (text: string): readonly number[] => Array.from(text, (character) => character.charCodeAt(0));

const ZIP = bytesOf('PK\u0003\u0004');

const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Excel 2 to 4 wrote their records without a compound file around them. */
const EARLY_EXCEL = [
  [0x09, 0x00, 0x04, 0x00],
  [0x09, 0x02, 0x06, 0x00],
  [0x09, 0x04, 0x06, 0x00],
];

const BINARY_KINDS: readonly (readonly [magic: readonly number[], kind: ForeignKind, offset: number])[] = [
  [bytesOf('%PDF'), 'pdf', 0],
  [bytesOf('{\\rtf'), 'word', 0],
  [bytesOf('PK\u0005\u0006'), 'zip', 0],
  [bytesOf('PK\u0007\u0008'), 'zip', 0],
  [bytesOf('Rar!'), 'zip', 0],
  [[0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], 'zip', 0],
  [[0x1f, 0x8b], 'zip', 0],
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
function compoundFileRefusal(bytes: Uint8Array): Refusal {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let entry = 512; entry + DIRECTORY_ENTRY_BYTES <= bytes.length; entry += DIRECTORY_ENTRY_BYTES) {
    const nameBytes = view.getUint16(entry + 64, true);
    if (nameBytes < 4 || nameBytes > 64 || bytes[entry + 66] !== STREAM_OBJECT) continue;
    const name = UTF16.decode(bytes.subarray(entry, entry + nameBytes - 2));
    if (name === 'EncryptedPackage') return new Refusal('FILE_PASSWORD');
    if (name === 'Workbook' || name === 'Book') return new Refusal('FILE_OLD_EXCEL');
    if (name === 'WordDocument') return foreign('word');
  }
  return foreign('unknown');
}

const DIRECTORY_ENTRY_BYTES = 128;
const STREAM_OBJECT = 2;
const UTF16 = new TextDecoder('utf-16le');

const TEXT_SAMPLE_BYTES = 4096;

function textRefusal(sample: Uint8Array): Refusal {
  const decoded = decodeBytes(sample, { wide: 'byMark', sample: true });
  if (!decoded.ok) return foreign('unknown');
  const { text } = decoded;
  // Excel 2003 saved tables as XML of its own; Excel opens them and saves them anew, as it does with .xls.
  if (/<(?:\w+:)?Workbook\b/.test(text)) return new Refusal('FILE_OLD_EXCEL');
  return foreign(/<!doctype html|<html|<table|<head|<body|^mime-version:/im.test(text) ? 'html' : 'csv');
}
