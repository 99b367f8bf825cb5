import { isUtf8 } from 'node:buffer';
import { Refusal } from './refusal.ts';

/** Stands in a text where a character was that XML cannot hold; the cell is named and the mark taken out again. */
export const LOST_CHARACTER = '\u{FFFD}';

/** Control characters as they are, and written as references, which XML 1.0 (2.2) forbids both. Line ends and tabs are allowed. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]|&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|x0*(?:[0-8bcef]|1[0-9a-f]));/gi;

/**
 * Reads a part, and where it is no XML because programs copied control characters into it, once more with a mark in place of each. Other
 * damage stays damage.
 */
export function readMending<T>(bytes: Buffer, read: (bytes: Buffer) => T): T {
  try {
    return read(bytes);
  } catch (error) {
    const mended = error instanceof Refusal && error.code === 'FILE_DAMAGED' && error.params['reason'] === 'xml' ? mend(bytes) : null;
    if (mended === null) throw error;
    return read(mended);
  }
}

function mend(bytes: Buffer): Buffer | null {
  if (!isUtf8(bytes)) return null;
  const text = bytes.toString('utf8');
  const mended = text.replaceAll(FORBIDDEN, LOST_CHARACTER);
  return mended === text ? null : Buffer.from(mended);
}
