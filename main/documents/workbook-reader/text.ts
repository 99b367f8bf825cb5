/**
 * Characters that XML cannot carry are written _xHHHH_ (ECMA-376-1, 22.9.2.19 ST_Xstring), and a literal underscore before such a sequence
 * as _x005F_. One pass decodes both, so that '_x005F_x000D_' becomes the text '_x000D_' and nothing is decoded twice.
 */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, hexadecimal: string) => String.fromCharCode(Number.parseInt(hexadecimal, 16)));
}

/** Longest way to write one character. */
const ESCAPE_LENGTH = '_x000D_'.length;

/** Collects the text of one element; a string beyond the limit is noticed before it is complete. */
export class TextCollector {
  private readonly limit: number;
  private readonly refuse: (length: number) => Error;
  private collected = '';

  constructor(limit: number, refuse: (length: number) => Error) {
    this.limit = limit;
    this.refuse = refuse;
  }

  add(text: string): void {
    this.collected += text;
    if (this.collected.length > this.limit * ESCAPE_LENGTH) throw this.refuse(this.collected.length);
  }

  /** The decoded text since the last call. */
  take(): string {
    const text = decodeEscapes(this.collected);
    this.collected = '';
    if (text.length > this.limit) throw this.refuse(text.length);
    return text;
  }
}

/**
 * Text of a string item is in t, or in several r/t where parts of it differ in font, as in most Chinese headers. Phonetic hints (rPh/t) are
 * not part of the text.
 */
export const isShownText = (name: string, parent: string): boolean =>
  name === 't' && (parent === 'si' || parent === 'is' || parent === 'r');
