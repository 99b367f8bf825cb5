import officeCrypto from 'officecrypto-tool';
import { damaged, overLimit, Refusal } from '../workbook-reader/refusal.ts';

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

/** How often the password is hashed stands in the file; Office writes 100,000, and a crafted number would keep the machine busy for hours. */
function refuseEndlessHashing(bytes: Uint8Array): void {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  for (const [, count = ''] of text.matchAll(/spinCount="(\d+)"/g))
    if (Number(count) > MOST_HASHES) throw overLimit('hashes', count, MOST_HASHES);
}

const MOST_HASHES = 1_000_000;

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
