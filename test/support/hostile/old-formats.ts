import { utils, write } from '@e965/xlsx';
import { compoundFile, encrypted } from '../encrypted.ts';
import { workbookBytes } from '../../unit/main/documents/workbook-reader/handmade.ts';
import { type HostileFile, times } from './hostile-file.ts';

/** An .xls of Excel 97 with three texts and three numbers. */
const xls = (): Buffer =>
  Buffer.from(
    write(
      utils.book_new(
        utils.aoa_to_sheet([
          ['镇街', 'PM2.5'],
          ['合阳城街道', 35],
          ['南津街街道', 36],
        ]),
        '日报',
      ),
      {
        type: 'buffer',
        bookType: 'biff8',
      },
    ) as Uint8Array,
  );

const SECTOR = 512;
const sectorAt = (sector: number): number => (sector + 1) * SECTOR;

/** The same file with some of its bytes changed. */
function changed(change: (bytes: Buffer) => void, bytes = xls()): Buffer {
  change(bytes);
  return bytes;
}

const firstTable = (bytes: Buffer): number => sectorAt(bytes.readUInt32LE(76));
const directory = (bytes: Buffer): number => sectorAt(bytes.readUInt32LE(48));

/** Each sector is followed by the one that is said. */
const chained = (bytes: Buffer, next: (sector: number) => number): void => {
  const table = firstTable(bytes);
  const sectors = Math.min(bytes.length / SECTOR - 1, SECTOR / 4);
  for (let sector = 0; sector < sectors; sector += 1) bytes.writeInt32LE(next(sector), table + sector * 4);
};

const record = (kind: number, content: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from(new Uint16Array([kind, content.length]).buffer), content]);

const BOF = 0x809;
const SHEET_PLACE = 0x85;
const END = record(0x0a, Buffer.alloc(0));
const bof = (type: number): Buffer => record(BOF, Buffer.from(new Uint16Array([0x600, type, 0, 0, 0, 0, 0, 0]).buffer));

/** An .xls with these records in its workbook and in its only sheet. */
function records(globals: readonly Buffer[], cells: readonly Buffer[]): Buffer {
  const place = record(SHEET_PLACE, Buffer.from([0, 0, 0, 0, 0, 0, 1, 0, 0x61]));
  const book = Buffer.concat([bof(5), ...globals, place, END]);
  book.writeUInt32LE(book.length, book.lastIndexOf(place) + 4);
  const stream = Buffer.concat([book, bof(0x10), ...cells, END]);
  return compoundFile({ Workbook: Buffer.concat([stream, Buffer.alloc(Math.max(0, 4096 - stream.length))]) });
}

const words = (...values: readonly number[]): Buffer => Buffer.from(new Uint16Array(values).buffer);
const long = (...values: readonly number[]): Buffer => Buffer.from(new Uint32Array(values).buffer);
const number = (row: number, column: number): Buffer =>
  record(0x203, Buffer.concat([words(row, column, 0), Buffer.from(new Float64Array([1]).buffer)]));

const SST = 0xfc;
const MERGES = 0xe5;
const DIMENSIONS = 0x200;
const FORMULA = 0x06;

export const OLD_FORMATS: readonly HostileFile[] = [
  {
    kind: 'xls: table of sectors in a ring',
    name: '环.xls',
    comes: 'refused',
    make: () => changed((bytes) => chained(bytes, (sector) => (sector === 0 ? 1 : 0))),
  },
  {
    kind: 'xls: each sector follows itself',
    name: '自环.xls',
    comes: 'refused',
    make: () => changed((bytes) => chained(bytes, (sector) => sector)),
  },
  {
    kind: 'xls: list of tables (DIFAT) in a ring',
    name: '表环.xls',
    comes: 'refused',
    make: () =>
      changed((bytes) => {
        bytes.writeUInt32LE(100_000, 44);
        bytes.writeUInt32LE(0, 68);
        bytes.writeUInt32LE(100_000, 72);
        bytes.writeUInt32LE(0, sectorAt(0) + SECTOR - 4);
      }),
  },
  {
    kind: 'xls: table of short sectors in a ring',
    name: '短环.xls',
    make: () =>
      changed((bytes) => {
        bytes.writeUInt32LE(0, 60);
        bytes.writeUInt32LE(1, 64);
        bytes.fill(0, sectorAt(0), sectorAt(1));
      }),
  },
  {
    kind: 'xls: directory entries that hold each other',
    name: '目录环.xls',
    make: () =>
      changed((bytes) => {
        const at = directory(bytes);
        for (const entry of [1, 2]) {
          bytes[at + entry * 128 + 66] = entry === 1 ? 1 : (bytes[at + entry * 128 + 66] ?? 0);
          for (const [pointer, target] of [
            [68, 3 - entry],
            [72, 3 - entry],
            [76, 3 - entry],
          ] as const)
            bytes.writeInt32LE(target, at + entry * 128 + pointer);
        }
      }),
  },
  {
    kind: 'xls: stream of 2 GB in a small file',
    name: '大流.xls',
    comes: 'refused',
    make: () =>
      changed((bytes) => {
        for (let entry = directory(bytes); entry < directory(bytes) + SECTOR; entry += 128)
          if (bytes[entry + 66] === 2) bytes.writeInt32LE(0x7fffffff, entry + 120);
      }),
  },
  { kind: 'xls: cut off in the middle', name: '断.xls', make: () => xls().subarray(0, 3000) },
  { kind: 'xls: header alone', name: '头.xls', comes: 'refused', make: () => xls().subarray(0, 512) },
  { kind: 'xls: sectors of 2^60 bytes', name: '扇区.xls', comes: 'refused', make: () => changed((bytes) => bytes.writeUInt16LE(60, 30)) },
  {
    kind: 'xls: record that is longer than the file',
    name: '记录.xls',
    make: () => records([Buffer.concat([words(SST, 0xffff), Buffer.alloc(8, 0xff)])], [number(0, 0)]),
  },
  {
    kind: 'xls: two billion shared strings announced',
    name: '字串.xls',
    make: () => records([record(SST, long(0x7fffffff, 0x7fffffff))], [number(0, 0)]),
  },
  {
    kind: 'xls: strings of 65,535 characters that are not there',
    name: '长串.xls',
    make: () => records([record(SST, Buffer.concat([long(1000, 1000), words(0xffff), Buffer.from([1])]))], [number(0, 0)]),
  },
  {
    kind: 'xls: text runs announced without end',
    name: '格式串.xls',
    make: () =>
      records(
        [record(SST, Buffer.concat([long(1, 1), words(1), Buffer.from([0x0c]), words(0xffff), long(0xffffffff), Buffer.from('a')]))],
        [number(0, 0)],
      ),
  },
  {
    kind: 'xls: dimensions of four billion rows',
    name: '范围.xls',
    make: () => records([], [record(DIMENSIONS, Buffer.concat([long(0, 0xffffffff), words(0, 0xffff, 0)])), number(0, 0)]),
  },
  {
    kind: 'xls: merges of the whole sheet',
    name: '合并.xls',
    make: (weight) =>
      records(
        [],
        [
          number(0, 0),
          ...Array.from({ length: times(1_500, weight) }, () =>
            record(MERGES, words(1000, ...Array.from({ length: 1000 }, () => [0, 0xffff, 0, 0xff]).flat())),
          ),
        ],
      ),
  },
  {
    kind: 'xls: sheet that begins in the middle of itself',
    name: '开始.xls',
    make: () =>
      changed((bytes) => {
        const at = bytes.indexOf(Buffer.from(words(SHEET_PLACE)));
        if (at > 0) bytes.writeUInt32LE(3, at + 4);
      }),
  },
  {
    kind: 'xls: formulas without an end',
    name: '公式.xls',
    make: (weight) =>
      records(
        [],
        Array.from({ length: times(20_000, weight) }, (_, row) =>
          record(FORMULA, Buffer.concat([words(row, 0, 0), Buffer.alloc(14), words(3000), Buffer.alloc(40, 0x15)])),
        ),
      ),
  },
  {
    kind: 'xls: records of no length, 20 MB',
    name: '空记录.xls',
    make: (weight) => records([Buffer.alloc(4 * times(5_000_000, weight), Buffer.from([0x99, 0x99, 0, 0]))], [number(0, 0)]),
  },
  {
    kind: 'xls: a million numbers',
    name: '数.xls',
    make: (weight) =>
      records(
        [],
        Array.from({ length: times(1_000_000, weight) }, (_, index) => number(Math.floor(index / 200), index % 200)),
      ),
  },
  {
    kind: 'Excel 4 and before',
    name: '早.xls',
    comes: 'refused',
    make: () => Buffer.from([9, 4, 6, 0, 0, 0, 0x10, 0, ...Array.from({ length: 100 }, () => 0)]),
  },
  { kind: 'password: ten million hashes', name: '密一千万.xlsx', comes: 'refused', make: () => hashed('spinCount="10000000"') },
  {
    kind: 'password: 2^31 hashes, the number spelled by references',
    name: '密引用.xlsx',
    comes: 'refused',
    make: () => hashed('spinCount="&#50;147483647"'),
  },
  {
    kind: 'password: number in other quotes, with blanks',
    name: '密引号.xlsx',
    comes: 'refused',
    make: () => hashed("spinCount = '1e10'"),
  },
  {
    kind: 'password: billion laughs in its description',
    name: '密笑.xlsx',
    comes: 'refused',
    make: () =>
      compoundFile({
        EncryptionInfo: Buffer.concat([AGILE, Buffer.from('<!DOCTYPE x [<!ENTITY a "ha">]><encryption>&a;</encryption>')]),
        EncryptedPackage: Buffer.alloc(8192),
      }),
  },
  {
    kind: 'password: nothing behind the description',
    name: '密空.xlsx',
    comes: 'refused',
    make: () => compoundFile({ EncryptionInfo: AGILE, EncryptedPackage: Buffer.alloc(8) }),
  },
  {
    kind: 'password: an honest one that nobody gave',
    name: '密.xlsx',
    comes: 'refused',
    make: () => encrypted(workbookBytes({ rows: '<row r="1"><c r="A1"><v>1</v></c></row>' }), '机密', 'standard'),
  },
];

const AGILE = Buffer.from([4, 0, 4, 0, 0x40, 0, 0, 0]);

/** Encrypted as Office 2010 and later do it, with this attribute in place of the number of hashes. */
function hashed(count: string): Buffer {
  const value = Buffer.alloc(64, 1).toString('base64');
  const common =
    'saltSize="16" blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512"';
  const xml = `<?xml version="1.0"?><encryption xmlns="http://schemas.microsoft.com/office/2006/encryption" xmlns:p="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><keyData ${common} saltValue="AAAAAAAAAAAAAAAAAAAAAA=="/><dataIntegrity encryptedHmacKey="${value}" encryptedHmacValue="${value}"/><keyEncryptors><keyEncryptor uri="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><p:encryptedKey ${count} ${common} saltValue="AAAAAAAAAAAAAAAAAAAAAA==" encryptedVerifierHashInput="AAAAAAAAAAAAAAAAAAAAAA==" encryptedVerifierHashValue="${value}" encryptedKeyValue="${value}"/></keyEncryptor></keyEncryptors></encryption>`;
  return compoundFile({ EncryptionInfo: Buffer.concat([AGILE, Buffer.from(xml)]), EncryptedPackage: Buffer.alloc(8192, 1) });
}
