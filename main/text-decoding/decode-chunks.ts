import { TextDecoder } from 'node:util';
import { type Encoding, encodingByMark, strictDecoder, wideByFirstPairs } from './encodings.ts';

/** Bytes that are not of the encoding which those before them were found to be. */
export class EncodingBroken extends Error {
  readonly encoding: string;

  constructor(encoding: string) {
    super(`bytes that are no ${encoding}`);
    this.name = 'EncodingBroken';
    this.encoding = encoding;
  }
}

/**
 * Bytes of an unknown encoding as text, chunk by chunk: a byte order mark decides, then zeros in the first characters (UTF-16), then strict
 * UTF-8, else GB18030. Plain ASCII leaves it open until the first other byte comes, so that a long file need not be held to be judged. Throws EncodingBroken.
 */
export async function* decodeChunks(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const state: DecoderState = { decoder: null, held: new Uint8Array(0), started: false };
  for await (const chunk of chunks) {
    const text = decodeChunk(state, joined(state.held, chunk), false);
    if (text !== '') yield text;
  }
  const rest = decodeChunk(state, state.held, true);
  if (rest !== '') yield rest;
}

interface DecoderState {
  /** Null while everything was ASCII. */
  decoder: TextDecoder | null;
  held: Uint8Array;
  started: boolean;
}

/** Bytes that decide on an encoding without a mark. */
const MARK_LENGTH = 4;

function decodeChunk(state: DecoderState, bytes: Uint8Array, last: boolean): string {
  state.held = new Uint8Array(0);
  if (!state.started && !last && bytes.length < MARK_LENGTH) {
    state.held = bytes;
    return '';
  }
  if (!state.started) state.decoder = decoderOf(encodingByMark(bytes) ?? wideByFirstPairs(bytes));
  state.started = true;
  return state.decoder === null ? decodeUndecided(state, bytes, last) : decoded(state.decoder, bytes, last);
}

function decodeUndecided(state: DecoderState, bytes: Uint8Array, last: boolean): string {
  const first = bytes.findIndex((byte) => byte >= 0x80);
  if (first < 0) return ASCII.decode(bytes);
  const [plain, rest] = [ASCII.decode(bytes.subarray(0, first)), bytes.subarray(first)];
  const utf8 = strictDecoder('utf-8');
  const text = attempt(() => utf8.decode(rest, { stream: !last }));
  // Nothing but the beginning of a character: the next chunk tells what it is.
  if (text === '') {
    state.held = rest;
    return plain;
  }
  state.decoder = text === null ? strictDecoder('gb18030') : utf8;
  return plain + (text ?? decoded(state.decoder, rest, last));
}

const ASCII = new TextDecoder('utf-8');

const decoderOf = (encoding: Encoding | null): TextDecoder | null => (encoding === null ? null : strictDecoder(encoding));

function decoded(decoder: TextDecoder, bytes: Uint8Array, last: boolean): string {
  const text = attempt(() => decoder.decode(bytes, { stream: !last }));
  if (text === null) throw new EncodingBroken(decoder.encoding.toUpperCase());
  return text;
}

function attempt(decode: () => string): string | null {
  try {
    return decode();
  } catch {
    return null;
  }
}

function joined(left: Uint8Array, right: Uint8Array): Uint8Array {
  if (left.length === 0) return right;
  const both = new Uint8Array(left.length + right.length);
  both.set(left);
  both.set(right, left.length);
  return both;
}
