import type { TextDecoder } from 'node:util';
import { type Encoding, encodingByMark, strictDecoder, wideByZeros } from './encodings.ts';

export type DecodedBytes =
  | { readonly ok: true; readonly text: string; readonly encoding: Encoding }
  /** `binary`: control characters show that it is no text; `encoding`: bytes that belong to none of the encodings. */
  | { readonly ok: false; readonly reason: 'binary' | 'encoding' };

export interface DecodingOptions {
  /** Whether zeros show UTF-16 where no mark does; else only a mark does, and zeros show that it is no text. */
  readonly wide: 'byZeros' | 'byMark';
  /** The bytes are the beginning of a file and may end within a character. */
  readonly sample?: boolean;
}

/** Bytes of an unknown encoding as text: a byte order mark decides, then zeros (UTF-16), then strict UTF-8, else strict GB18030. */
export function decodeBytes(bytes: Uint8Array, { wide, sample = false }: DecodingOptions): DecodedBytes {
  const decided = encodingByMark(bytes) ?? (wide === 'byZeros' ? wideByZeros(bytes) : null);
  // A mark of UTF-8 is believed where the rest is UTF-8; in GB18030 the same three bytes begin a word.
  for (const encoding of decided === null || decided === 'utf-8' ? TRIED : [decided]) {
    const text = attempt(strictDecoder(encoding), bytes, sample);
    if (text !== null) return CONTROL.test(text) ? { ok: false, reason: 'binary' } : { ok: true, text, encoding };
  }
  return { ok: false, reason: 'encoding' };
}

const TRIED: readonly Encoding[] = ['utf-8', 'gb18030'];

// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROL = /[\u0000-\u0008\u000e-\u001f]/;

function attempt(decoder: TextDecoder, bytes: Uint8Array, stream: boolean): string | null {
  try {
    return decoder.decode(bytes, { stream });
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
