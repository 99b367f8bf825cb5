import { CFB } from '@e965/xlsx';
import officeCrypto from 'officecrypto-tool';
import { DEFAULT_LIMITS } from '../workbook-reader/limits.ts';
import { damaged, overLimit, Refusal } from '../workbook-reader/refusal.ts';
import { readXml } from '../workbook-reader/xml.ts';
import { refuseBrokenChains } from './compound-file.ts';

/** Excel itself encrypts by this word what is only marked as read-only (MS-OFFCRYPTO 2.3.7.3 note): such a file opens without being asked. */
const UNASKED = 'VelvetSweatshop';

export interface Decrypted {
  readonly bytes: Uint8Array;
  /** Whether a password had to be given. */
  readonly asked: boolean;
}

/**
 * The content of a file with a password to open (打开密码). Each word that was given is tried; without the right one the file is refused as
 * FILE_PASSWORD, and `tried` then says that there were some.
 */
export async function decrypt(bytes: Uint8Array, passwords: readonly string[]): Promise<Decrypted> {
  refuseEndlessHashing(bytes);
  for (const word of new Set([UNASKED, ...passwords])) {
    const opened = await attempt(bytes, word);
    if (opened !== null) return { bytes: opened, asked: word !== UNASKED };
  }
  throw new Refusal('FILE_PASSWORD', passwords.length === 0 ? {} : { tried: 'yes' });
}

/** Encrypted in a way that cannot be undone here, whatever word is given: asking again would lead nowhere. */
export const unknownEncryption = (): Refusal => new Refusal('FILE_PASSWORD', { unsupported: 'yes' });

/**
 * How often the password is hashed stands in the file (MS-OFFCRYPTO 2.3.4.10, spinCount); Office and WPS write 100,000, and a crafted number
 * would keep the machine busy for hours. Read as XML from its own stream, as the number may be spelled in ways that a search would miss.
 */
function refuseEndlessHashing(bytes: Uint8Array): void {
  refuseBrokenChains(bytes, 'password');
  const info = streamOf(bytes, '/EncryptionInfo');
  if (info === null || info[MINOR_VERSION] !== AGILE) return;
  readXml('password', Buffer.from(info.subarray(AGILE_BYTES)), DEFAULT_LIMITS, {
    open(name, _parent, attributes) {
      // What reads it further on would take an element for the attribute.
      if (name === 'spinCount') throw damaged('password', 'content');
      const count = attributes['spinCount'];
      if (count !== undefined && !(Number(count) <= MOST_HASHES)) throw overLimit('hashes', count, MOST_HASHES);
    },
    text() {},
    close() {},
  });
}

const MOST_HASHES = 250_000;

/** Version 4.4 of the stream (MS-OFFCRYPTO 2.3.4.10) is followed by four bytes that are reserved, then by XML; older ones hash a fixed number of times. */
const MINOR_VERSION = 2;
const AGILE = 4;
const AGILE_BYTES = 8;

interface CompoundFiles {
  read(bytes: Uint8Array, options: { type: 'buffer' }): object;
  find(file: object, name: string): { readonly content: Uint8Array } | null;
}

function streamOf(bytes: Uint8Array, name: string): Uint8Array | null {
  const files = CFB as CompoundFiles;
  try {
    return files.find(files.read(bytes, { type: 'buffer' }), name)?.content ?? null;
  } catch {
    throw damaged('password', 'content');
  }
}

async function attempt(bytes: Uint8Array, password: string): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await officeCrypto.decrypt(Buffer.from(bytes), { password }));
  } catch (error) {
    // The package tells every trouble by a sentence in English.
    const text = error instanceof Error ? error.message : String(error);
    if (/password/i.test(text)) return null;
    throw /unsupported|unrecognized|mismatch/i.test(text) ? unknownEncryption() : damaged('password', 'content');
  }
}
