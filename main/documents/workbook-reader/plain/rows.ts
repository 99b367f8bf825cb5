import { isUtf8 } from 'node:buffer';
import type { PlaceKey } from '../address.ts';
import { parseAddressBytes } from '../address.ts';
import { isOn } from '../runs.ts';
import { decodeEscapes } from '../text.ts';
import { PlainTags } from './tags.ts';
import { notPlain } from './not-plain.ts';

/** Takes what the rows hold, in the order of the file. */
export interface PlainSink {
  element(): void;
  /** Null for a row or a cell that does not say where it stands. */
  row(number: number | null, hidden: boolean): void;
  place(key: PlaceKey | null): void;
  /** A figure or a shared text as it stands between the bounds, of a cell style. */
  figure(bytes: Buffer, from: number, until: number, style: number): void;
  shared(index: number, style: number): void;
  other(cell: PlainCell): void;
  passed(bytes: number): void;
}

export interface PlainCell {
  readonly type: string;
  readonly style: number;
  readonly formula: string | null;
  readonly value: string | null;
  readonly inline: string | null;
}

/** Where the rows of a sheet begin and end; null where the head is not as plain as programs write it. */
export function boundsOfRows(bytes: Buffer): { readonly from: number; readonly until: number } | null {
  const start = bytes.subarray(0, LONGEST_HEAD).indexOf(ROWS_BEGIN);
  const until = bytes.lastIndexOf(ROWS_END);
  if (start < 0 || until < start || !isUtf8(bytes)) return null;
  // In a comment or a section of text the word would be no element.
  if (bytes.subarray(0, start).includes('<!')) return null;
  return { from: start + ROWS_BEGIN.length, until };
}

const ROWS_BEGIN = '<sheetData>';
const ROWS_END = '</sheetData>';
const LONGEST_HEAD = 1024 * 1024;

/**
 * Reads the rows of a sheet as programs write them (18.3.1.73 row, 18.3.1.4 c), byte by byte: most of a large workbook is nothing else, and a
 * parser that is ready for everything takes four times as long. Whatever it does not know by heart it does not judge: NOT_PLAIN is thrown, and
 * the whole sheet is read by the parser instead. So both ways give the same, which a property holds them to.
 */
export class PlainRows {
  private readonly tags: PlainTags;
  private readonly bytes: Buffer;
  private readonly sink: PlainSink;
  private readonly longest: number;

  /** `longest`: characters of one string. */
  constructor(bytes: Buffer, sink: PlainSink, longest: number) {
    this.bytes = bytes;
    this.sink = sink;
    this.longest = longest;
    this.tags = new PlainTags(bytes);
  }

  read(from: number, until: number): void {
    const { tags } = this;
    tags.at = from;
    let told = from;
    for (tags.skipBlanks(); tags.at < until; tags.skipBlanks()) {
      this.row();
      if (tags.at - told < TOLD_BYTES) continue;
      told = tags.at;
      this.sink.passed(told);
    }
    if (tags.at !== until) throw notPlain();
  }

  private row(): void {
    const { tags, sink } = this;
    tags.expect('<row');
    const open = tags.attributes('r', 'hidden', '');
    sink.element();
    const [number, hidden] = [tags.first, tags.second];
    sink.row(number.has ? this.wholeNumber(number.from, number.until) : null, hidden.has && isOn(tags.textOf(hidden)));
    if (!open) return;
    for (tags.skipBlanks(); tags.isOpening('c'); tags.skipBlanks()) this.cell();
    tags.expect('</row>');
  }

  private cell(): void {
    const { tags, sink } = this;
    tags.at += 2;
    const open = tags.attributes('r', 's', 't');
    sink.element();
    const { first, second, third } = tags;
    sink.place(first.has ? this.address(first.from, first.until) : null);
    const style = second.has ? this.wholeNumber(second.from, second.until) : 0;
    const type = third.has ? this.typeOf(third.from, third.until) : 'n';
    if (!open) return;
    // What most cells are: a figure or a shared text.
    if ((type === 'n' || type === 's') && tags.isOpening('v')) {
      tags.expect('<v>');
      sink.element();
      const from = tags.at;
      const until = tags.asciiText(this.longest);
      tags.expect('</v>');
      if (tags.isClosing('c')) {
        tags.at += 4;
        if (type === 'n') sink.figure(this.bytes, from, until, style);
        else sink.shared(this.wholeNumber(from, until), style);
        return;
      }
      throw notPlain();
    }
    this.others(type, style);
  }

  /** Formulas, results that are texts, texts in the cell itself. */
  private others(type: string, style: number): void {
    const { tags, sink } = this;
    let formula: string | null = null;
    let value: string | null = null;
    let inline: string | null = null;
    while (!tags.isClosing('c')) {
      if (tags.isOpening('v')) value = this.content('v');
      else if (tags.isOpening('f')) formula = this.content('f');
      else {
        tags.expect('<is>');
        sink.element();
        inline = this.content('t');
        tags.expect('</is>');
      }
    }
    tags.at += 4;
    if (type === 's' && value !== null && !/^\d+$/.test(value)) throw notPlain();
    sink.other({ type, style, formula, value, inline });
  }

  private content(name: 'v' | 'f' | 't'): string {
    const { tags, sink, bytes } = this;
    tags.expect(`<${name}`);
    const open = tags.attributes('', '', '');
    sink.element();
    if (!open) return '';
    const from = tags.at;
    const until = tags.anyText(this.longest);
    tags.expect(`</${name}>`);
    const text = decodeEscapes(bytes.toString('utf8', from, until));
    if (UNUSUAL.test(text)) throw notPlain();
    return text;
  }

  private wholeNumber(from: number, until: number): number {
    const { bytes } = this;
    if (until === from || until - from > 9) throw notPlain();
    let number = 0;
    for (let at = from; at < until; at += 1) {
      const digit = (bytes[at] ?? 0) - 0x30;
      if (digit < 0 || digit > 9) throw notPlain();
      number = number * 10 + digit;
    }
    return number;
  }

  private address(from: number, until: number): PlaceKey {
    const key = parseAddressBytes(this.bytes, from, until);
    if (key === 'malformed' || key === 'beyond') throw notPlain();
    return key;
  }

  private typeOf(from: number, until: number): string {
    const code = this.bytes[from];
    if (until - from === 1 && (code === LETTER_S || code === LETTER_N)) return code === LETTER_S ? 's' : 'n';
    return this.bytes.toString('latin1', from, until);
  }
}

const TOLD_BYTES = 1024 * 1024;

const LETTER_S = 0x73;
const LETTER_N = 0x6e;

/** A character that stands for a lost one, and two that no XML may hold. */
const UNUSUAL = /[\u{FFFD}-\u{FFFF}]/u;
