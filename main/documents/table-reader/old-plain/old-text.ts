import { notPlain } from '../../workbook-reader/plain/not-plain.ts';
import { type OldStream, RECORD } from './old-stream.ts';

const WIDE = 0x01;
const FAR_EAST = 0x04;
const RICH = 0x08;

/** A text within one record, behind its number of characters: their width (MS-XLS 2.5.294), then the characters. */
export function textAt(stream: OldStream, at: number, characters: number): string {
  if (characters === 0) return '';
  const flags = stream.byte(at);
  if ((flags & ~WIDE) !== 0) throw notPlain();
  const from = stream.from + at + 1;
  const until = from + characters * (flags === WIDE ? 2 : 1);
  if (until > stream.until) throw notPlain();
  return stream.bytes.toString(flags === WIDE ? 'utf16le' : 'latin1', from, until);
}

/**
 * The shared texts of a workbook (SST, 2.4.265), which go on in the records behind. Where one breaks off between two characters, the record that
 * goes on begins with their width, which may be another.
 */
export class SharedTexts {
  private readonly stream: OldStream;
  private at: number;

  constructor(stream: OldStream) {
    this.stream = stream;
    this.at = stream.from;
  }

  read(): string[] {
    this.pass(4);
    const count = this.number(4);
    const texts: string[] = [];
    while (texts.length < count && this.more()) texts.push(this.text());
    return texts;
  }

  private text(): string {
    const characters = this.number(2);
    const flags = this.number(1);
    const runs = (flags & RICH) === 0 ? 0 : this.number(2) * 4;
    const phonetics = (flags & FAR_EAST) === 0 ? 0 : this.number(4);
    const text = this.characters(characters, flags & WIDE);
    this.pass(runs + phonetics);
    return text;
  }

  private characters(count: number, first: number): string {
    let [text, left, wide] = ['', count, first];
    while (left > 0) {
      if (this.at >= this.stream.until) {
        this.goOn();
        wide = this.number(1) & WIDE;
      }
      const width = wide === 0 ? 1 : 2;
      const here = Math.min(left, Math.floor((this.stream.until - this.at) / width));
      if (here === 0) throw notPlain();
      text += this.stream.bytes.toString(wide === 0 ? 'latin1' : 'utf16le', this.at, this.at + here * width);
      this.at += here * width;
      left -= here;
    }
    return text;
  }

  /** A number stands in one record as a whole; one that does not is of a careless program. */
  private number(bytes: 1 | 2 | 4): number {
    if (this.at >= this.stream.until) this.goOn();
    if (this.at + bytes > this.stream.until) throw notPlain();
    const value = this.stream.bytes.readUIntLE(this.at, bytes);
    this.at += bytes;
    return value;
  }

  private pass(bytes: number): void {
    let left = bytes;
    while (left > this.stream.until - this.at) {
      left -= this.stream.until - this.at;
      this.goOn();
    }
    this.at += left;
  }

  private more(): boolean {
    return this.at < this.stream.until || this.stream.following === RECORD.continued;
  }

  private goOn(): void {
    if (this.stream.following !== RECORD.continued || !this.stream.next()) throw notPlain();
    this.at = this.stream.from;
  }
}
