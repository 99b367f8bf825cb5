import { notPlain } from './not-plain.ts';

/** An attribute that was asked for, by where its value stands. */
export interface Found {
  has: boolean;
  from: number;
  until: number;
}

/** Passes over tags and texts that are written as plainly as XML allows; anything else is not plain. */
export class PlainTags {
  at = 0;
  readonly first: Found = { has: false, from: 0, until: 0 };
  readonly second: Found = { has: false, from: 0, until: 0 };
  readonly third: Found = { has: false, from: 0, until: 0 };
  private readonly bytes: Buffer;
  /** Bounds of the names of the current tag, which must all differ. */
  private readonly names: number[] = [];

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  textOf({ from, until }: Found): string {
    return this.bytes.toString('latin1', from, until);
  }

  skipBlanks(): void {
    const { bytes } = this;
    let { at } = this;
    while (isBlankByte(bytes[at])) at += 1;
    if (at - this.at > MOST_BLANKS) throw notPlain();
    this.at = at;
  }

  expect(word: string): void {
    const { bytes, at } = this;
    for (let index = 0; index < word.length; index += 1) if (bytes[at + index] !== word.charCodeAt(index)) throw notPlain();
    this.at = at + word.length;
  }

  /** Whether the next is a start tag of that one letter. */
  isOpening(letter: string): boolean {
    const { bytes, at } = this;
    if (bytes[at] !== LESS || bytes[at + 1] !== letter.charCodeAt(0)) return false;
    const behind = bytes[at + 2];
    return behind === SPACE || behind === GREATER || behind === SLASH;
  }

  isClosing(letter: string): boolean {
    const { bytes, at } = this;
    return bytes[at] === LESS && bytes[at + 1] === SLASH && bytes[at + 2] === letter.charCodeAt(0) && bytes[at + 3] === GREATER;
  }

  /** Reads attributes up to the end of the start tag, and finds those of the names; false where the element is empty (`/>`). */
  attributes(first: string, second: string, third: string): boolean {
    const { bytes, names } = this;
    this.first.has = this.second.has = this.third.has = false;
    names.length = 0;
    for (;;) {
      const byte = bytes[this.at];
      if (byte === GREATER) {
        this.at += 1;
        return true;
      }
      if (byte === SLASH) {
        if (bytes[this.at + 1] !== GREATER) throw notPlain();
        this.at += 2;
        return false;
      }
      if (byte !== SPACE) throw notPlain();
      this.at += 1;
      this.attribute(first, second, third);
    }
  }

  private attribute(first: string, second: string, third: string): void {
    const { bytes } = this;
    const from = this.at;
    let at = from;
    while (isNameByte(bytes[at])) at += 1;
    if (at === from || bytes[at] !== EQUALS || bytes[at + 1] !== QUOTE || !isLetter(bytes[from])) throw notPlain();
    this.refuseSecond(from, at);
    const begin = at + 2;
    let end = begin;
    while (isPlainByte(bytes[end]) && bytes[end] !== QUOTE) end += 1;
    if (bytes[end] !== QUOTE) throw notPlain();
    this.at = end + 1;
    const found = this.isName(from, at, first)
      ? this.first
      : this.isName(from, at, second)
        ? this.second
        : this.isName(from, at, third)
          ? this.third
          : null;
    if (found === null) return;
    found.has = true;
    found.from = begin;
    found.until = end;
  }

  private isName(from: number, until: number, name: string): boolean {
    if (until - from !== name.length) return false;
    for (let index = 0; index < name.length; index += 1) if (this.bytes[from + index] !== name.charCodeAt(index)) return false;
    return true;
  }

  private isSame(from: number, until: number, start: number): boolean {
    const { bytes } = this;
    for (let at = from; at < until; at += 1) if (bytes[at] !== bytes[start + at - from]) return false;
    return true;
  }

  private refuseSecond(from: number, until: number): void {
    const { names } = this;
    if (names.length >= MOST_NAMES) throw notPlain();
    for (let index = 0; index < names.length; index += 2) {
      const start = names[index] ?? 0;
      const end = names[index + 1] ?? 0;
      if (end - start === until - from && this.isSame(from, until, start)) throw notPlain();
    }
    names.push(from, until);
  }

  /** End of a text of ASCII alone that begins here; references, breaks and signs of markup are not plain. */
  asciiText(longest: number): number {
    const { bytes } = this;
    const from = this.at;
    let at = from;
    while (isPlainByte(bytes[at])) at += 1;
    return this.endOfText(from, at, longest);
  }

  anyText(longest: number): number {
    const { bytes } = this;
    const from = this.at;
    let at = from;
    while (isPlainByte(bytes[at]) || (bytes[at] ?? 0) >= FIRST_WIDE) at += 1;
    return this.endOfText(from, at, longest);
  }

  private endOfText(from: number, until: number, longest: number): number {
    if (this.bytes[until] !== LESS || until - from > longest) throw notPlain();
    this.at = until;
    return until;
  }
}

/** Two bounds each: every name is compared with those before it, and no element of a sheet has as many attributes as these are. */
const MOST_NAMES = 2 * 64;

/** Between two tags. */
const MOST_BLANKS = 1024;

const SPACE = 0x20;
const QUOTE = 0x22;
const AND = 0x26;
const SLASH = 0x2f;
const LESS = 0x3c;
const EQUALS = 0x3d;
const GREATER = 0x3e;
const LAST_ASCII = 0x7e;
const FIRST_WIDE = 0x80;

const isBlankByte = (byte: number | undefined): boolean => byte === SPACE || byte === 0x0a || byte === 0x0d || byte === 0x09;

const isPlainByte = (byte: number | undefined): boolean =>
  byte !== undefined && byte >= SPACE && byte <= LAST_ASCII && byte !== LESS && byte !== GREATER && byte !== AND;

const isLetter = (byte: number | undefined): boolean => byte !== undefined && (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;

/** Letters, digits and the colon behind a prefix; of other names of XML the parser knows. */
const isNameByte = (byte: number | undefined): boolean =>
  isLetter(byte) || (byte !== undefined && ((byte >= 0x30 && byte <= 0x39) || byte === 0x3a));
