import { CellPacker, type CellSheet, type ValueTable } from '../../../shared/domain/tables/packed-cells.ts';
import type { RawValue, ReadingNote } from '../../../shared/domain/tables/raw-workbook.ts';
import type { PlaceKey } from './address.ts';
import { addressOf, columnOf, LAST_ADDRESS, LAST_COLUMN, LAST_ROW, parseAddress, placeKey, rowOf } from './address.ts';
import { type CellStyle, PLAIN_STYLE } from './cell-formats.ts';
import { lookOf } from './cell-look.ts';
import { cellValue } from './cell-value.ts';
import type { CellSource } from './cell-value.ts';
import { ELEMENTS_OF_CELL, type ReaderLimits } from './limits.ts';
import type { Theme } from './looks/colours.ts';
import { isNotPlain, notPlain } from './plain/not-plain.ts';
import { type CellTaker, PlainCells } from './plain/cells.ts';
import { boundsOfRows, PlainRows } from './plain/rows.ts';
import { LOST_CHARACTER, readMending } from './control-characters.ts';
import { damaged, overLimit, Refusal, unsafe } from './refusal.ts';
import { isOn, type LookedText, RunReader } from './runs.ts';
import { TextCollector } from './text.ts';
import type { XmlAttributes, XmlHandler } from './xml.ts';
import { readXml } from './xml.ts';

export interface SheetContext {
  readonly strings: readonly LookedText[];
  readonly styles: readonly CellStyle[];
  readonly theme: Theme;
  readonly limits: ReaderLimits;
  /** Of all sheets of the workbook. */
  readonly values: ValueTable;
  /** Counted over all sheets of the workbook. */
  readonly used: { cells: number; merges: number; elements: number };
  /** Told from time to time how many bytes of the sheet were passed. */
  readonly passed: (bytes: number) => void;
  /** What was set right on the way, for the whole workbook. */
  readonly notes: ReadingNote[];
}

export interface SheetPlace {
  readonly part: string;
  readonly name: string;
}

/**
 * The cells with content and the merged ranges of one sheet. Nothing else of it is looked at: not the declared dimension, which writers get
 * wrong, nor validations, formats and names over whole columns, which make expanding readers hang.
 */
export function readSheet(place: SheetPlace, bytes: Buffer, context: SheetContext): Pick<CellSheet, 'cells' | 'merges'> {
  const before = { ...context.used };
  const notes = context.notes.length;
  const begin = (content: Buffer): SheetReader => {
    Object.assign(context.used, before);
    context.notes.length = notes;
    return new SheetReader(place, context, content);
  };
  const plain = readPlainly(bytes, begin);
  return (
    plain ??
    readMending(bytes, (content) => {
      const reader = begin(content);
      readXml(place.part, content, context.limits, reader, Number.POSITIVE_INFINITY);
      return reader.result();
    })
  );
}

/** Head and tail by the parser, the rows between them as the plain bytes that they mostly are; null where they are not. */
function readPlainly(bytes: Buffer, begin: (content: Buffer) => SheetReader): Pick<CellSheet, 'cells' | 'merges'> | null {
  const bounds = boundsOfRows(bytes);
  if (bounds === null) return null;
  try {
    return begin(bytes).readAround(bounds);
  } catch (error) {
    // What is damaged around the rows may be mended, which begins anew.
    if (isNotPlain(error) || (error instanceof Refusal && error.code === 'FILE_DAMAGED')) return null;
    throw error;
  }
}

class SheetReader implements XmlHandler, CellTaker {
  private readonly place: SheetPlace;
  private readonly context: SheetContext;
  private readonly bytes: Buffer;
  /** Where the rows stand that are read as plain bytes, until they are. */
  private plainRows: { readonly from: number; readonly until: number } | null = null;
  private readonly collector: TextCollector;
  private readonly packer: CellPacker;
  private readonly merges: string[] = [];
  private lastKey: PlaceKey = 0;
  private cellsInRow = 0;
  private inData = false;
  private readonly runs: RunReader;
  private collecting: 'value' | 'formula' | 'runs' | null = null;
  private rowHidden = false;
  private readonly hiddenColumns = new Set<number>();
  /** Place of the current cell, or the row before its first cell with column 0. */
  private row = 0;
  private column = 0;
  private cell: CellSource | null = null;

  constructor(place: SheetPlace, context: SheetContext, bytes: Buffer) {
    this.place = place;
    this.context = context;
    this.bytes = bytes;
    this.packer = new CellPacker(context.values);
    const limit = context.limits.stringLength;
    const refuse = (length: number): Error => overLimit('stringLength', length, limit, this.here());
    this.collector = new TextCollector(limit, refuse);
    this.runs = new RunReader(limit, refuse, context.theme);
  }

  open(name: string, parent: string, attributes: XmlAttributes): void {
    if (parent === '' && name !== 'worksheet') throw damaged(this.place.part, 'content');
    this.countElement();
    if (this.cell !== null) this.openInCell(name, parent, attributes, this.cell);
    else if (name === 'c' && parent === 'row' && this.inData) this.startCell(attributes);
    else if (name === 'row' && parent === 'sheetData' && this.inData) this.startRow(attributes);
    else if (name === 'sheetData' && parent === 'worksheet') this.openData();
    else if (this.plainRows !== null && name === 'sheetData') throw notPlain();
    else if (name === 'col' && parent === 'cols') this.hideColumns(attributes);
    else if (name === 'mergeCell' && parent === 'mergeCells') this.addMerge(attributes['ref'] ?? '');
  }

  passed(bytes: number): void {
    this.context.passed(bytes);
  }

  text(text: string): void {
    if (this.collecting === 'runs') this.runs.text(text);
    else if (this.collecting !== null) this.collector.add(text);
  }

  close(name: string, parent: string): void {
    if (this.cell !== null) this.closeInCell(name, parent, this.cell);
    else if (name === 'sheetData' && parent === 'worksheet') this.inData = false;
  }

  result(): Pick<CellSheet, 'cells' | 'merges'> {
    const cells = this.packer.finish((address) => unsafe('duplicate', `${this.place.name}!${address}`));
    return { cells, merges: this.merges };
  }

  /** Everything but the rows goes through the parser, in the same order as ever. */
  readAround(bounds: { readonly from: number; readonly until: number }): Pick<CellSheet, 'cells' | 'merges'> {
    const { place, context, bytes } = this;
    this.plainRows = bounds;
    const around = Buffer.concat([bytes.subarray(0, bounds.from), bytes.subarray(bounds.until)]);
    readXml(place.part, around, context.limits, this, Number.POSITIVE_INFINITY);
    return this.result();
  }

  private openData(): void {
    const bounds = this.plainRows;
    this.inData = true;
    this.plainRows = null;
    if (bounds === null) return;
    const cells = new PlainCells(this, this.context);
    new PlainRows(this.bytes, cells, this.context.limits.stringLength).read(bounds.from, bounds.until);
  }

  countElement(): void {
    const { limits, used } = this.context;
    used.elements += 1;
    if (used.elements > limits.elements + used.cells * ELEMENTS_OF_CELL)
      throw overLimit('elements', used.elements, limits.elements, this.here());
  }

  /** Columns hidden to the end of the sheet are none that anything stands in. */
  private hideColumns({ min, max, hidden }: XmlAttributes): void {
    if (hidden === undefined || !isOn(hidden)) return;
    const last = Math.min(Number(max ?? min), LAST_COLUMN);
    for (let column = Number(min); column <= last; column += 1) this.hiddenColumns.add(column);
  }

  private startRow({ r: text, hidden }: XmlAttributes): void {
    const row = text === undefined ? this.row + 1 : Number(text);
    if (!Number.isInteger(row) || row < 1) throw damaged(this.place.part, 'content', { ...this.here(), cell: text ?? '' });
    if (row > LAST_ROW) throw overLimit('address', row, LAST_ADDRESS, this.here());
    this.beginRow(row, hidden !== undefined && isOn(hidden));
  }

  beginRow(row: number | null, hidden: boolean): void {
    this.row = row ?? this.row + 1;
    this.column = 0;
    this.rowHidden = hidden;
    if (this.row < 1 || this.row > LAST_ROW) throw notPlain();
  }

  private startCell(attributes: XmlAttributes): void {
    const address = attributes['r'];
    this.moveTo(address === undefined ? null : this.checkedKey(address));
    const style = this.context.styles[Number(attributes['s'] ?? '0')] ?? PLAIN_STYLE;
    this.cell = { type: attributes['t'] ?? 'n', style, formula: null, value: null, inline: null };
  }

  /** A cell without address stands behind the one before it. */
  moveTo(key: PlaceKey | null): void {
    if (key === null) {
      this.column += 1;
      if (this.column > LAST_COLUMN) throw overLimit('address', this.column, LAST_ADDRESS, this.here());
      return;
    }
    this.row = rowOf(key);
    this.column = columnOf(key);
  }

  private checkedKey(address: string): PlaceKey {
    const key = parseAddress(address);
    if (key === 'malformed') throw damaged(this.place.part, 'content', { ...this.here(), cell: address });
    if (key === 'beyond') throw overLimit('address', address, LAST_ADDRESS, this.here());
    return key;
  }

  private openInCell(name: string, parent: string, attributes: XmlAttributes, cell: CellSource): void {
    if (parent === 'c' && name === 'f') {
      cell.formula = '';
      this.collecting = 'formula';
    } else if (parent === 'c' && name === 'v') this.collecting = 'value';
    else {
      this.collecting = 'runs';
      this.runs.open(name, parent, attributes);
    }
  }

  private closeInCell(name: string, parent: string, cell: CellSource): void {
    this.runs.close();
    this.collecting = null;
    if (name === 'v' && parent === 'c') cell.value = this.collector.take();
    else if (name === 'f' && parent === 'c') cell.formula = this.collector.take();
    else if (name === 'is' && parent === 'c') cell.inline = this.runs.take();
    else if (name === 'c' && parent === 'row') {
      this.cell = null;
      this.addCell(cell);
    }
  }

  addCell(cell: CellSource): void {
    const value = this.mended(cellValue(cell, this.context.strings));
    const isEmpty = value.type === 'blank' || (value.type === 'text' && value.text === '');
    if (isEmpty && cell.formula === null) return;
    this.add(this.context.values.idOf(value));
    const look = lookOf(cell, value, this.context.strings, this.hiddenBy());
    const formula = cell.formula !== null;
    if (formula || look !== null) this.packer.mark(formula, look);
  }

  addValue(id: number): void {
    this.add(id);
    const hidden = this.hiddenBy();
    if (hidden !== null) this.packer.mark(false, { hidden });
  }

  private hiddenBy(): 'row' | 'column' | null {
    if (this.rowHidden) return 'row';
    return this.hiddenColumns.has(this.column) ? 'column' : null;
  }

  private add(id: number): void {
    const { row, column, context } = this;
    context.used.cells += 1;
    if (context.used.cells > context.limits.cells) throw overLimit('cells', context.used.cells, context.limits.cells, this.here());
    const key = placeKey(row, column);
    this.cellsInRow = rowOf(this.lastKey) === row ? this.cellsInRow + 1 : 1;
    if (this.cellsInRow > context.limits.rowCells)
      throw overLimit('rowCells', this.cellsInRow, context.limits.rowCells, { ...this.here(), row });
    this.lastKey = key;
    this.packer.add(row, column, id);
  }

  /** A cell that points nowhere and a text with lost characters are named by their place; the rest of the sheet is as good as ever. */
  private mended(value: RawValue | 'malformed'): RawValue {
    const note = (code: ReadingNote['code']): void => {
      const cell = addressOf(this.row, this.column);
      this.context.notes.push({ code, sheet: this.place.name, cell, params: {} });
    };
    if (value === 'malformed') {
      note('FILE_CELL_UNREADABLE');
      return { type: 'error', code: LOST_VALUE };
    }
    if (value.type !== 'text' || !value.text.includes(LOST_CHARACTER)) return value;
    note('FILE_CONTROL_CHARACTERS');
    return { type: 'text', text: value.text.replaceAll(LOST_CHARACTER, '') };
  }

  private addMerge(reference: string): void {
    const [first = '', last = first, ...rest] = reference.split(':');
    if (rest.length > 0) throw damaged(this.place.part, 'content', { ...this.here(), cell: reference });
    const from = this.checkedKey(first);
    const to = this.checkedKey(last);
    const { limits, used } = this.context;
    used.merges += 1;
    if (used.merges > limits.merges) throw overLimit('merges', used.merges, limits.merges, this.here());
    if (from !== to) this.merges.push(`${normalAddress(from)}:${normalAddress(to)}`);
  }

  private here(): { part: string; sheet: string } {
    return { part: this.place.part, sheet: this.place.name };
  }
}

/** The error value of a cell whose text the file has lost. */
const LOST_VALUE = '#LOST!';

const normalAddress = (key: PlaceKey): string => addressOf(rowOf(key), columnOf(key));
