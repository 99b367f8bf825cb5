import type { ValueTable } from '../../../../shared/domain/tables/packed-cells.ts';
import type { PlaceKey } from '../address.ts';
import type { CellStyle } from '../cell-formats.ts';
import { PLAIN_STYLE } from '../cell-formats.ts';
import type { CellSource } from '../cell-value.ts';
import { cellValue } from '../cell-value.ts';
import { LOST_CHARACTER } from '../control-characters.ts';
import type { NumberFormat } from '../number-format.ts';
import type { PlainCell, PlainSink } from './rows.ts';
import type { LookedText } from '../runs.ts';

/** What the reader of a sheet does with what it is given, whichever way the sheet is read. */
export interface CellTaker {
  countElement(): void;
  beginRow(row: number | null, hidden: boolean): void;
  moveTo(key: PlaceKey | null): void;
  addCell(cell: CellSource): void;
  /** A cell that shows just its value, by its number in the table of values. */
  addValue(id: number): void;
  passed(bytes: number): void;
}

interface CellContext {
  readonly strings: readonly LookedText[];
  readonly styles: readonly CellStyle[];
  readonly values: ValueTable;
}

/** Figures and texts by the bytes they are written with, so that one that was seen before is neither decoded nor compared again. */
export class PlainCells implements PlainSink {
  private readonly taker: CellTaker;
  private readonly context: CellContext;
  private readonly figures = new Map<NumberFormat, Known>();
  /** Of shared texts: the number of the value, and two marks below zero. */
  private readonly texts: Int32Array;

  constructor(taker: CellTaker, context: CellContext) {
    this.taker = taker;
    this.context = context;
    this.texts = new Int32Array(context.strings.length).fill(UNSEEN);
  }

  element(): void {
    this.taker.countElement();
  }

  row(number: number | null, hidden: boolean): void {
    this.taker.beginRow(number, hidden);
  }

  place(key: PlaceKey | null): void {
    this.taker.moveTo(key);
  }

  figure(bytes: Buffer, from: number, until: number, index: number): void {
    const style = this.context.styles[index] ?? PLAIN_STYLE;
    const id = isPlain(style) ? this.idOfFigure(bytes, from, until, style) : UNUSUAL;
    if (id === UNUSUAL) this.taker.addCell(source('n', style, bytes.toString('latin1', from, until)));
    else this.taker.addValue(id);
  }

  shared(index: number, at: number): void {
    const style = this.context.styles[at] ?? PLAIN_STYLE;
    const id = isPlain(style) ? this.idOfText(index) : UNUSUAL;
    if (id === UNUSUAL) this.taker.addCell(source('s', style, String(index)));
    else this.taker.addValue(id);
  }

  other({ type, style, formula, value, inline }: PlainCell): void {
    const text = inline === null ? null : { value: { type: 'text', text: inline } as const, look: null };
    this.taker.addCell({ type, style: this.context.styles[style] ?? PLAIN_STYLE, formula, value, inline: text });
  }

  passed(bytes: number): void {
    this.taker.passed(bytes);
  }

  private idOfFigure(bytes: Buffer, from: number, until: number, style: CellStyle): number {
    const known = this.figures.get(style.format) ?? { short: new Map<number, number>(), long: new Map<string, number>() };
    if (known.short.size === 0) this.figures.set(style.format, known);
    if (until - from > SHORT) {
      const text = bytes.toString('latin1', from, until);
      return known.long.get(text) ?? remember(known.long, text, this.reckonedId(text, style));
    }
    let key = 0;
    for (let at = from; at < until; at += 1) key = key * 128 + (bytes[at] ?? 0);
    return known.short.get(key) ?? remember(known.short, key, this.reckonedId(bytes.toString('latin1', from, until), style));
  }

  /** What is no figure takes the way of all other cells. */
  private reckonedId(text: string, style: CellStyle): number {
    const value = cellValue(source('n', style, text), this.context.strings);
    return value === 'malformed' || value.type !== 'number' ? UNUSUAL : this.context.values.idOf(value);
  }

  private idOfText(index: number): number {
    const known = this.texts[index] ?? UNUSUAL;
    if (known !== UNSEEN) return known;
    const text = this.context.strings[index];
    const plain =
      text !== undefined && text.look === null && text.pale === undefined && text.value.type === 'text' && isOrdinary(text.value.text);
    const id = plain ? this.context.values.idOf(text.value) : UNUSUAL;
    this.texts[index] = id;
    return id;
  }
}

interface Known {
  readonly short: Map<number, number>;
  readonly long: Map<string, number>;
}

/** Bytes that fit into one number, seven bits each. */
const SHORT = 7;

const UNSEEN = -1;
const UNUSUAL = -2;

const isPlain = ({ code, struck, raised, hiding, unseen }: CellStyle): boolean =>
  code === null && hiding === null && unseen === null && !struck && !raised;

const isOrdinary = (text: string): boolean => text !== '' && !text.includes(LOST_CHARACTER);

const source = (type: string, style: CellStyle, value: string): CellSource => ({ type, style, formula: null, value, inline: null });

function remember<Key>(known: Map<Key, number>, key: Key, id: number): number {
  known.set(key, id);
  return id;
}
