import { addressAt } from '../../../../shared/domain/tables/cell-address.ts';
import type { CellPacker, ValueTable } from '../../../../shared/domain/tables/packed-cells.ts';
import { errorCode } from '../old-errors.ts';
import { digitsOf } from '../../workbook-reader/digits.ts';
import type { ReaderLimits } from '../../workbook-reader/limits.ts';
import type { NumberFormat } from '../../workbook-reader/number-format.ts';
import { notPlain } from '../../workbook-reader/plain/not-plain.ts';
import { overLimit } from '../../workbook-reader/refusal.ts';
import type { OldGlobals } from './old-globals.ts';
import { type OldStream, RECORD } from './old-stream.ts';
import { textAt } from './old-text.ts';

/** Row, column and style stand first in every record of a cell; what it holds comes behind. */
const STYLE = 4;
const VALUE = 6;

/** The cells of the sheets of one workbook, each different value reckoned once. */
export class OldCells {
  readonly values: ValueTable;
  private readonly globals: OldGlobals;
  private readonly limits: ReaderLimits;
  private readonly texts: Int32Array;
  private readonly numbers: Readonly<Record<NumberFormat, Map<number, number>>> = {
    general: new Map(),
    percent: new Map(),
    date: new Map(),
  };
  private packer: CellPacker | null = null;
  private count = 0;
  private merges = 0;
  /** The formula whose text follows. */
  private waiting: { readonly row: number; readonly column: number } | null = null;

  constructor(globals: OldGlobals, values: ValueTable, limits: ReaderLimits) {
    this.globals = globals;
    this.values = values;
    this.limits = limits;
    this.texts = new Int32Array(globals.texts.length).fill(UNKNOWN);
  }

  into(packer: CellPacker): this {
    this.packer = packer;
    this.waiting = null;
    return this;
  }

  take(stream: OldStream, merges: string[]): void {
    switch (stream.kind) {
      case RECORD.sharedLabel:
        return this.add(stream, this.sharedText(stream.uint32(VALUE)));
      case RECORD.number:
        return this.add(stream, this.number(stream.double(VALUE), stream.uint16(STYLE)));
      case RECORD.shortNumber:
        return this.add(stream, this.number(shortNumber(stream.uint32(VALUE)), stream.uint16(STYLE)));
      case RECORD.severalNumbers:
        return this.addSeveral(stream);
      case RECORD.boolOrError:
        return this.add(stream, this.boolOrError(stream.byte(VALUE), stream.byte(VALUE + 1) !== 0));
      case RECORD.label:
      case RECORD.richLabel:
        return this.add(stream, this.text(textAt(stream, VALUE + 2, stream.uint16(VALUE))));
      case RECORD.formula:
        return this.addFormula(stream);
      case RECORD.formulaText:
        return this.addFormulaText(stream);
      case RECORD.merges:
        return this.addMerges(stream, merges);
      default:
    }
  }

  private add(stream: OldStream, id: number): void {
    if (id !== NOTHING) this.place(stream.uint16(0), stream.uint16(2), id);
  }

  private place(row: number, column: number, id: number, formula = false): void {
    this.count += 1;
    if (this.count > this.limits.cells) throw overLimit('cells', this.count, this.limits.cells);
    this.packer?.add(row + 1, column + 1, id);
    if (formula) this.packer?.mark(true, null);
  }

  private addSeveral(stream: OldStream): void {
    const [row, first, last] = [stream.uint16(0), stream.uint16(2), stream.uint16(stream.until - stream.from - 2)];
    if (last < first || (last - first + 1) * NUMBER_BYTES + 6 !== stream.until - stream.from) throw notPlain();
    for (let column = first; column <= last; column += 1) {
      const at = 4 + (column - first) * NUMBER_BYTES;
      this.place(row, column, this.number(shortNumber(stream.uint32(at + 2)), stream.uint16(at)));
    }
  }

  /** A result that is no number says so by its last two bytes, and by the first what it is (2.5.133). */
  private addFormula(stream: OldStream): void {
    const [row, column] = [stream.uint16(0), stream.uint16(2)];
    this.waiting = null;
    if (stream.uint16(VALUE + 6) !== 0xffff) return this.place(row, column, this.number(stream.double(VALUE), stream.uint16(STYLE)), true);
    switch (stream.byte(VALUE)) {
      case 0:
        this.waiting = { row, column };
        return;
      case 1:
      case 2:
        return this.place(row, column, this.boolOrError(stream.byte(VALUE + 2), stream.byte(VALUE) === 2), true);
      case 3:
        return this.place(row, column, this.values.idOf({ type: 'text', text: '' }), true);
      default:
        throw notPlain();
    }
  }

  private addFormulaText(stream: OldStream): void {
    if (this.waiting === null) throw notPlain();
    const { row, column } = this.waiting;
    this.waiting = null;
    const text = textAt(stream, 2, stream.uint16(0));
    this.place(row, column, text === '' ? this.values.idOf({ type: 'text', text: '' }) : this.text(text), true);
  }

  private addMerges(stream: OldStream, merges: string[]): void {
    const count = stream.uint16(0);
    this.merges += count;
    if (this.merges > this.limits.merges) throw overLimit('merges', this.merges, this.limits.merges);
    for (let index = 0; index < count; index += 1) {
      const at = 2 + index * 8;
      const [top, bottom] = [stream.uint16(at) + 1, stream.uint16(at + 2) + 1];
      const [left, right] = [stream.uint16(at + 4) + 1, stream.uint16(at + 6) + 1];
      if (top !== bottom || left !== right) merges.push(`${addressAt(top, left)}:${addressAt(bottom, right)}`);
    }
  }

  private number(value: number, style: number): number {
    const format = this.globals.formats[style] ?? 'general';
    const known = this.numbers[format].get(value);
    if (known !== undefined) return known;
    const digits = digitsOf(String(value));
    if (digits === null) throw notPlain();
    const id = this.values.idOf({ type: 'number', digits, format });
    this.numbers[format].set(value, id);
    return id;
  }

  private sharedText(index: number): number {
    const known = this.texts[index];
    if (known === undefined) throw notPlain();
    if (known !== UNKNOWN) return known;
    const id = this.text(this.globals.texts[index] ?? '');
    this.texts[index] = id;
    return id;
  }

  private text(text: string): number {
    if (text.length > this.limits.stringLength) throw overLimit('stringLength', text.length, this.limits.stringLength);
    return text === '' ? NOTHING : this.values.idOf({ type: 'text', text });
  }

  private boolOrError(value: number, isError: boolean): number {
    return this.values.idOf(isError ? { type: 'error', code: errorCode(value) } : { type: 'boolean', value: value !== 0 });
  }
}

/** Not reckoned yet, and a cell that holds nothing. */
const UNKNOWN = -1;
const NOTHING = -2;
const NUMBER_BYTES = 6;

/** Thirty bits of a number (2.5.217): a whole one, or the upper half of a double; and whether it is a hundred times what is meant. */
function shortNumber(bits: number): number {
  const value = (bits & 2) === 0 ? upperHalf(bits) : (bits | 0) >> 2;
  return (bits & 1) === 0 ? value : value / 100;
}

const HALVES = new DataView(new ArrayBuffer(8));

function upperHalf(bits: number): number {
  HALVES.setUint32(4, (bits & 0xfffffffc) >>> 0, true);
  return HALVES.getFloat64(0, true);
}
