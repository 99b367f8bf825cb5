import type { CellPacker, ValueTable } from '../../../shared/domain/tables/packed-cells.ts';
import { LAST_COLUMN, LAST_ROW } from '../workbook-reader/address.ts';
import { ELEMENTS_OF_CELL, type ReaderLimits } from '../workbook-reader/limits.ts';
import { plainValue } from './plain-value.ts';

export interface FieldsTarget {
  readonly packer: CellPacker;
  readonly values: ValueTable;
  readonly limits: ReaderLimits;
  /** Told from time to time how many characters were passed. */
  readonly passed: (characters: number) => void;
}

/**
 * Divides a text into fields that are written plainly: without quotes, or wholly within them. The package makes an array for each line and a
 * string for each field, of which a year of hours has two million. False where anything else stands in it, or a bound is reached: then the
 * package reads it all, and nothing that was packed counts. So both ways give the same, which a property holds them to.
 */
export function packPlainFields(text: string, delimiter: string, target: FieldsTarget): boolean {
  const lineEnd = lineEndOf(text);
  if (delimiter.length !== 1 || lineEnd === null || !text.isWellFormed()) return false;
  return new PlainFields(text, delimiter, lineEnd, target).read();
}

const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const END = -1;

class PlainFields {
  private readonly text: string;
  private readonly delimiter: number;
  private readonly target: FieldsTarget;
  /** The sign that ends a line, the same all through: the first one that occurs. Two signs where it is CR and LF. */
  private readonly lineEnd: number;
  private readonly lineEndLength: number;
  private readonly short = new Map<number, number>();
  private readonly long = new Map<string, number>();
  private row = 1;
  private column = 1;
  private cells = 0;
  private blanks = 0;
  private rowStart = 0;

  constructor(text: string, delimiter: string, lineEnd: LineEnd, target: FieldsTarget) {
    this.text = text;
    this.delimiter = delimiter.charCodeAt(0);
    this.target = target;
    this.lineEnd = lineEnd.code;
    this.lineEndLength = lineEnd.length;
  }

  read(): boolean {
    const { text } = this;
    let at = 0;
    while (at < text.length) {
      const quoted = text.charCodeAt(at) === QUOTE;
      const from = quoted ? at + 1 : at;
      const until = quoted ? text.indexOf('"', from) : this.endOfField(from);
      const end = quoted ? until + 1 : until;
      if (until < 0 || !this.add(from, until)) return false;
      at = this.behind(end);
      if (at === END) return false;
    }
    const { limits } = this.target;
    return this.blanks <= limits.elements + this.cells * ELEMENTS_OF_CELL;
  }

  /** End of a field without quotes; below zero where it has one. */
  private endOfField(from: number): number {
    const { text, delimiter, lineEnd } = this;
    for (let at = from; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === delimiter || (code === lineEnd && this.endsLine(at))) return at;
      if (code === QUOTE) return END;
    }
    return text.length;
  }

  private endsLine(at: number): boolean {
    return this.lineEndLength === 1 || this.text.charCodeAt(at + 1) === LINE_FEED;
  }

  /** Where the next field begins; END where neither a delimiter nor the end of a line stands behind this one. */
  private behind(at: number): number {
    const { text } = this;
    if (at >= text.length) return at;
    const code = text.charCodeAt(at);
    if (code === this.delimiter) {
      this.column += 1;
      return this.column > LAST_COLUMN ? END : at + 1;
    }
    if (code !== this.lineEnd || !this.endsLine(at)) return END;
    const next = at + this.lineEndLength;
    return this.startRow(next) ? next : END;
  }

  private startRow(at: number): boolean {
    // The package counts bytes, of which a character has three at the most here.
    const isLong = (at - this.rowStart) * 3 > this.target.limits.stringLength * 8;
    this.row += 1;
    this.column = 1;
    this.rowStart = at;
    if (this.row % REPORTED_ROWS === 0) this.target.passed(at);
    return !isLong && this.row <= LAST_ROW;
  }

  private add(from: number, until: number): boolean {
    const { packer, limits } = this.target;
    if (until === from) {
      this.blanks += 1;
      return true;
    }
    this.cells += 1;
    if (until - from > limits.stringLength || this.cells > limits.cells) return false;
    packer.add(this.row, this.column, this.idOf(from, until));
    return true;
  }

  private idOf(from: number, until: number): number {
    const { text, short, long } = this;
    let key = until - from <= SHORT ? 0 : END;
    for (let at = from; at < until && key !== END; at += 1) {
      const code = text.charCodeAt(at);
      key = code < 128 ? key * 128 + code : END;
    }
    if (key !== END) return short.get(key) ?? this.remember(short, key, text.slice(from, until));
    const field = text.slice(from, until);
    return long.get(field) ?? this.remember(long, field, field);
  }

  private remember<Key>(known: Map<Key, number>, key: Key, field: string): number {
    const id = this.target.values.idOf(plainValue(field));
    known.set(key, id);
    return id;
  }
}

/** Characters of seven bits that fit into one number. */
const SHORT = 7;

const REPORTED_ROWS = 4096;

interface LineEnd {
  readonly code: number;
  readonly length: 1 | 2;
}

/** The first sign that ends a line; null where it stands within quotes, which the package sorts out. */
function lineEndOf(text: string): LineEnd | null {
  const at = text.search(/[\r\n]/);
  if (at > 0 && text.slice(0, at).split('"').length % 2 === 0) return null;
  const code = at < 0 ? LINE_FEED : text.charCodeAt(at);
  return { code, length: code === CARRIAGE_RETURN && text.charCodeAt(at + 1) === LINE_FEED ? 2 : 1 };
}
