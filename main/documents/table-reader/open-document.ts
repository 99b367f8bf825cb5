import { overOther, type ReaderLimits } from '../workbook-reader/limits.ts';
import type { Package } from '../workbook-reader/package.ts';
import { addressOf, LAST_ADDRESS, LAST_COLUMN, LAST_ROW } from '../workbook-reader/address.ts';
import { damaged, overLimit } from '../workbook-reader/refusal.ts';
import { readXml, type XmlAttributes, type XmlHandler } from '../workbook-reader/xml.ts';

const CONTENT = 'content.xml';

/**
 * Looks an OpenDocument table over before the package expands it: its XML must be whole, no cell with content may stand beyond the largest sheet,
 * and cells that are written once and repeated count as often as they stand in the table.
 */
export function refuseOversized(parts: Package, limits: ReaderLimits): void {
  if (!parts.has(CONTENT)) throw damaged(CONTENT, 'missing');
  readXml(CONTENT, parts.read(CONTENT, 'sheet'), limits, new CellCounter(limits), limits.elements * TABLE_ELEMENTS);
}

/** The package reads the whole content at once: cells, paragraphs and their marks together. */
export const TABLE_ELEMENTS = 3;

class CellCounter implements XmlHandler {
  private readonly limits: ReaderLimits;
  private cells = 0;
  private row = 0;
  private rowRepeats = 1;
  private column = 0;
  /** Cells with content in the row. */
  private inRow = 0;
  private cellRepeats = 1;
  private hasContent = false;

  constructor(limits: ReaderLimits) {
    this.limits = limits;
  }

  open(name: string, parent: string, attributes: XmlAttributes): void {
    if (name === 'table') this.row = 0;
    if (name === 'table-row') {
      this.rowRepeats = repeats(attributes, 'number-rows-repeated');
      this.column = this.inRow = 0;
    }
    if (CELLS.has(name)) {
      this.cellRepeats = repeats(attributes, 'number-columns-repeated');
      this.hasContent = attribute(attributes, 'value-type') !== undefined || attribute(attributes, 'formula') !== undefined;
    } else if (CELLS.has(parent)) this.hasContent = true;
  }

  text(): void {}

  close(name: string): void {
    if (CELLS.has(name)) this.closeCell();
    if (name !== 'table-row') return;
    this.row += this.rowRepeats;
    if (this.inRow > 0 && this.row > LAST_ROW) throw overLimit('address', this.row, LAST_ADDRESS);
    this.cells += this.inRow * this.rowRepeats;
    if (this.cells > this.limits.otherCells) throw overOther(this.cells, this.limits);
  }

  private closeCell(): void {
    this.column += this.cellRepeats;
    if (!this.hasContent) return;
    if (this.column > LAST_COLUMN) throw overLimit('address', `${addressOf(this.row + 1, LAST_COLUMN)}+`, LAST_ADDRESS);
    this.inRow += this.cellRepeats;
    this.hasContent = false;
  }
}

const CELLS: ReadonlySet<string> = new Set(['table-cell', 'covered-table-cell']);

const attribute = (attributes: XmlAttributes, wanted: string): string | undefined =>
  Object.entries(attributes).find(([key]) => key === wanted || key.endsWith(`:${wanted}`))?.[1];

const repeats = (attributes: XmlAttributes, wanted: string): number => Math.max(Number(attribute(attributes, wanted) ?? '1') || 1, 1);
