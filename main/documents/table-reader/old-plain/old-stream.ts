import { notPlain } from '../../workbook-reader/plain/not-plain.ts';

/** Kinds of records (MS-XLS 2.3) that say where cells stand and what they hold. */
export const RECORD = {
  formula: 0x0006,
  end: 0x000a,
  date1904: 0x0022,
  password: 0x002f,
  continued: 0x003c,
  sheet: 0x0085,
  severalNumbers: 0x00bd,
  richLabel: 0x00d6,
  style: 0x00e0,
  merges: 0x00e5,
  texts: 0x00fc,
  sharedLabel: 0x00fd,
  number: 0x0203,
  label: 0x0204,
  boolOrError: 0x0205,
  formulaText: 0x0207,
  shortNumber: 0x027e,
  format: 0x041e,
  begin: 0x0809,
} as const;

/**
 * The records of an old workbook one after the other (kind and length in two bytes each, then the content), without an object for any. What leaves
 * the file or a record is left to the package, which knows more of what careless programs write.
 */
export class OldStream {
  readonly bytes: Buffer;
  kind = 0;
  /** Of the record that the stream stands at. */
  start = 0;
  from = 0;
  until = 0;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  next(): boolean {
    this.start = this.until;
    this.from = this.start + HEADER_BYTES;
    if (this.from > this.bytes.length) return false;
    this.kind = this.bytes.readUInt16LE(this.start);
    this.until = this.from + this.bytes.readUInt16LE(this.start + 2);
    if (this.until > this.bytes.length) throw notPlain();
    return true;
  }

  /** Kind of the record behind this one. */
  get following(): number {
    return this.until + HEADER_BYTES <= this.bytes.length ? this.bytes.readUInt16LE(this.until) : -1;
  }

  byte(at: number): number {
    return this.bytes[this.within(at, 1)] ?? 0;
  }

  uint16(at: number): number {
    return this.bytes.readUInt16LE(this.within(at, 2));
  }

  uint32(at: number): number {
    return this.bytes.readUInt32LE(this.within(at, 4));
  }

  double(at: number): number {
    return this.bytes.readDoubleLE(this.within(at, 8));
  }

  private within(at: number, length: number): number {
    if (at + length > this.until - this.from) throw notPlain();
    return this.from + at;
  }
}

const HEADER_BYTES = 4;
