import { TextDecoder } from 'node:util';

/** What text of clerks and platforms is written in (编码). GBK and GB2312 are parts of GB18030. */
export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

/** The encoding a byte order mark (BOM) at the beginning says. */
export function encodingByMark(bytes: Uint8Array): Encoding | null {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : null;
}

/** UTF-16 without a mark has zeros in it, as no other text has: on which side of the pairs tells the order of its bytes. */
export function wideByZeros(bytes: Uint8Array): Encoding | null {
  const zeros = [0, 0];
  bytes.subarray(0, ZEROS_SOUGHT).forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (even + odd === 0) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

const ZEROS_SOUGHT = 4096;

/** The same by the first two characters alone, for text that comes in pieces: both must be of the Latin alphabet, as in the header of a table. */
export function wideByFirstPairs(bytes: Uint8Array): Encoding | null {
  const [first, second, third, fourth] = bytes;
  if (second === 0 && fourth === 0) return 'utf-16le';
  return first === 0 && third === 0 ? 'utf-16be' : null;
}

/** A decoder that refuses bytes which are not of the encoding. */
export const strictDecoder = (encoding: Encoding): TextDecoder => new TextDecoder(encoding, { fatal: true });
