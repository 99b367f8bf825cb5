import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { CFB } from '@e965/xlsx';
import officeCrypto from 'officecrypto-tool';

/** A workbook or document of today with a password to open, as Office encrypts it; `standard` is the way of Office 2007 and takes less time. */
export const encrypted = (bytes: Uint8Array, password: string, type?: 'standard'): Buffer =>
  officeCrypto.encrypt(Buffer.from(bytes), { password, ...(type === undefined ? {} : { type }) });

/** Writes the file encrypted to another path, which it gives. */
export function encryptedCopy(path: string, target: string, password: string): string {
  writeFileSync(target, encrypted(readFileSync(path), password, 'standard'));
  return target;
}

interface CompoundFiles {
  readonly utils: {
    cfb_new(): object;
    cfb_add(file: object, name: string, content: Uint8Array): void;
    cfb_del(file: object, name: string): void;
  };
  read(bytes: Uint8Array, options: { type: 'buffer' }): object;
  find(file: object, name: string): { readonly content: Uint8Array };
  write(file: object, options: { type: 'buffer' }): Buffer;
}

const compound = CFB as CompoundFiles;

/** A compound file (MS-CFB) of these streams. */
export function compoundFile(streams: Readonly<Record<string, Uint8Array>>): Buffer {
  const file = compound.utils.cfb_new();
  for (const [name, content] of Object.entries(streams)) compound.utils.cfb_add(file, name, content);
  compound.utils.cfb_del(file, '\u0001Sh33tJ5');
  return compound.write(file, { type: 'buffer' });
}

/**
 * An .xls with a password as Excel 97 encrypts it: RC4 with 40 bits (MS-OFFCRYPTO 2.3.6, MS-XLS 2.2.10), written here from the specification, so
 * that what reads it is held against that and not against itself.
 */
export function encryptedXls(bytes: Uint8Array, password: string): Buffer {
  const verifier = Buffer.from('fedcba9876543210', 'latin1');
  const stream = keystream(password, 0, 32);
  const check = xor(Buffer.concat([verifier, md5(verifier)]), stream);
  const pass = Buffer.concat([Buffer.from([1, 0, 1, 0, 1, 0]), SALT, check]);
  const workbook = withFilePass(bytes, pass);
  const pad = Buffer.concat(Array.from({ length: Math.ceil(workbook.length / BLOCK) }, (_, block) => keystream(password, block, BLOCK)));
  for (const { at, kind, size } of records(workbook)) {
    if (PLAIN.has(kind)) continue;
    const from = at + 4 + (kind === BOUND_SHEET ? 4 : 0);
    const to = at + 4 + size;
    xor(workbook.subarray(from, to), pad.subarray(from, to)).copy(workbook, from);
  }
  return compoundFile({ Workbook: workbook });
}

/** An .xls that says it is obfuscated as Excel 95 did it (XOR, MS-XLS 2.4.117), with this key and check of the password. */
export const obfuscatedXls = (bytes: Uint8Array, key: number, check: number): Buffer =>
  compoundFile({ Workbook: withFilePass(bytes, Buffer.from(new Uint16Array([0, key, check]).buffer)) });

const BLOCK = 1024;
const SALT = Buffer.from('0123456789abcdef', 'latin1');
const FILE_PASS = 0x2f;
const BOUND_SHEET = 0x85;

/** BOF, FilePass, UsrExcl, FileLock, InterfaceHdr, RRDInfo, RRDHead. */
const PLAIN: ReadonlySet<number> = new Set([0x809, FILE_PASS, 0x194, 0x195, 0xe1, 0x196, 0x138]);

const md5 = (bytes: Uint8Array): Buffer => createHash('md5').update(bytes).digest();

const xor = (bytes: Uint8Array, pad: Uint8Array): Buffer => Buffer.from(bytes.map((byte, index) => byte ^ (pad[index] ?? 0)));

function keystream(password: string, block: number, length: number): Buffer {
  const first = md5(Buffer.from(password, 'utf16le')).subarray(0, 5);
  const salted = md5(Buffer.concat(Array.from({ length: 16 }, () => Buffer.concat([first, SALT])))).subarray(0, 5);
  return rc4(md5(Buffer.concat([salted, Buffer.from(new Uint32Array([block]).buffer)])), length);
}

function rc4(key: Uint8Array, length: number): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  const of = (index: number): number => state[index & 255] ?? 0;
  const swap = (left: number, right: number): void => {
    const kept = of(left);
    state[left & 255] = of(right);
    state[right & 255] = kept;
  };
  for (let at = 0, other = 0; at < 256; at += 1) {
    other += of(at) + (key[at % key.length] ?? 0);
    swap(at, other);
  }
  let other = 0;
  return Buffer.from(
    Uint8Array.from({ length }, (_, index) => {
      other += of(index + 1);
      swap(index + 1, other);
      return of(of(index + 1) + of(other));
    }),
  );
}

/** The workbook's stream with the record behind its first one; sheets begin that much later. */
function withFilePass(bytes: Uint8Array, pass: Uint8Array): Buffer {
  const stream = Buffer.from(compound.find(compound.read(bytes, { type: 'buffer' }), 'Workbook').content);
  const record = Buffer.concat([Buffer.from(new Uint16Array([FILE_PASS, pass.length]).buffer), pass]);
  const begin = 4 + stream.readUInt16LE(2);
  const whole = Buffer.concat([stream.subarray(0, begin), record, stream.subarray(begin)]);
  for (const { at, kind } of records(whole))
    if (kind === BOUND_SHEET) whole.writeUInt32LE(whole.readUInt32LE(at + 4) + record.length, at + 4);
  return whole;
}

function* records(stream: Buffer): Generator<{ readonly at: number; readonly kind: number; readonly size: number }> {
  for (let at = 0; at + 4 <= stream.length; at += 4 + stream.readUInt16LE(at + 2))
    yield { at, kind: stream.readUInt16LE(at), size: stream.readUInt16LE(at + 2) };
}
