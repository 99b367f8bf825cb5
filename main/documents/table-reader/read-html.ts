import type { DefaultTreeAdapterTypes } from 'parse5';
import type { CellLook, RawCell, RawSheet, RawValue, RawWorkbook } from '../../../shared/domain/tables/raw-workbook.ts';
import { addressOf, LAST_COLUMN, LAST_ROW } from '../workbook-reader/address.ts';
import { overOther, type ReaderLimits } from '../workbook-reader/limits.ts';
import { foreign, overLimit } from '../workbook-reader/refusal.ts';
import { blocksBetween, childrenOf, isElement, struckTextOf, tableOf, textOf, type HtmlElement } from './html-text.ts';
import { parseHtml } from './parse-html.ts';
import { plainValue, sheetNameOf } from './plain-value.ts';

/**
 * The tables of a web page (HTML), which platforms export under the name .xls: one sheet for each table, with the lines that stand above it
 * as its first rows, because place and date are often there. A page without a table is no table: mostly the form for logging in.
 */
export function readHtml(name: string, html: string, limits: ReaderLimits): RawWorkbook {
  refuseOversizedPage(html, limits);
  const tables = blocksBetween(parseHtml(html, limits));
  const used: Used = { cells: 0, merges: 0, covered: 0 };
  const read = tables.map(({ table, above }, index): RawSheet => {
    const own = tables.length === 1 ? sheetNameOf(name) : `表${index + 1}`;
    return { name: own, visibility: 'visible', ...new TableReader(limits, used).read(above, table) };
  });
  const sheets = read.filter((sheet) => sheet.cells.length > 0);
  if (sheets.length === 0) throw foreign('html');
  if (sheets.length > limits.sheets) throw overLimit('sheets', sheets.length, limits.sheets);
  return { sheets, date1904: false };
}

/** A table of more bytes than this is no page that people open; what its cells cost is made of objects. */
const MOST_CHARACTERS = 16 * 1024 * 1024;
const CELL = /<t[dh][\s>]/gi;

function refuseOversizedPage(html: string, limits: ReaderLimits): void {
  if (html.length > MOST_CHARACTERS) throw overLimit('page', html.length, MOST_CHARACTERS);
  let cells = 0;
  CELL.lastIndex = 0;
  while (CELL.test(html)) {
    cells += 1;
    if (cells <= limits.otherCells) continue;
    CELL.lastIndex = 0;
    throw overOther(cells, limits);
  }
}

interface Used {
  cells: number;
  merges: number;
  /** Places that a cell from above covers, each time one is set or passed over. */
  covered: number;
}

class TableReader {
  private readonly limits: ReaderLimits;
  private readonly used: Used;
  private readonly cells: RawCell[] = [];
  private readonly merges: string[] = [];
  /** Columns that a cell above still covers, with the last row it covers. */
  private readonly covered = new Map<number, number>();
  private row = 0;

  constructor(limits: ReaderLimits, used: Used) {
    this.limits = limits;
    this.used = used;
  }

  read(above: readonly string[], table: HtmlElement): Pick<RawSheet, 'cells' | 'merges'> {
    for (const line of above) {
      this.row += 1;
      this.add(1, { type: 'text', text: line });
    }
    for (const row of tableOf(table)) this.readRow(row);
    return { cells: this.cells, merges: this.merges };
  }

  private readRow(row: HtmlElement): void {
    this.row += 1;
    if (this.row > LAST_ROW) throw overLimit('address', this.row, LAST_ROW);
    let column = 1;
    for (const cell of childrenOf(row)) {
      if (!isElement(cell) || (cell.tagName !== 'td' && cell.tagName !== 'th')) continue;
      while ((this.covered.get(column) ?? 0) >= this.row) {
        this.countCovered(1);
        column += 1;
      }
      const width = spanOf(cell, 'colspan', LAST_COLUMN - column + 1);
      const height = spanOf(cell, 'rowspan', LAST_ROW - this.row + 1);
      if (column > LAST_COLUMN) throw overLimit('address', column, LAST_COLUMN);
      this.addCell(column, cell);
      if (width > 1 || height > 1) this.cover(column, width, height);
      column += width;
    }
  }

  /** A struck figure beside another is the old one; a cell that is struck as a whole keeps its text, and is told. */
  private addCell(column: number, cell: HtmlElement): void {
    const { standing, struck } = struckTextOf(cell);
    if (struck === '') this.add(column, shownValue(cell));
    else this.add(column, plainValue(standing === '' ? struck : standing), { struck });
  }

  private cover(column: number, width: number, height: number): void {
    this.used.merges += 1;
    if (this.used.merges > this.limits.merges) throw overLimit('merges', this.used.merges, this.limits.merges);
    this.merges.push(`${addressOf(this.row, column)}:${addressOf(this.row + height - 1, column + width - 1)}`);
    if (height > 1) this.countCovered(width);
    if (height > 1) for (let at = column; at < column + width; at += 1) this.covered.set(at, this.row + height - 1);
  }

  private countCovered(places: number): void {
    this.used.covered += places;
    if (this.used.covered > this.limits.elements) throw overLimit('merges', this.used.covered, this.limits.elements);
  }

  private add(column: number, value: RawValue, look: CellLook | null = null): void {
    if (value.type === 'text' && value.text.trim() === '') return;
    const { limits, used } = this;
    if (value.type === 'text' && value.text.length > limits.stringLength)
      throw overLimit('stringLength', value.text.length, limits.stringLength);
    used.cells += 1;
    if (used.cells > limits.cells) throw overLimit('cells', used.cells, limits.cells);
    const read = { address: addressOf(this.row, column), row: this.row, column, value, formula: false };
    this.cells.push(look === null ? read : { ...read, look });
  }
}

function spanOf(cell: DefaultTreeAdapterTypes.Element, name: string, most: number): number {
  const span = Number.parseInt(cell.attrs.find((attribute) => attribute.name === name)?.value ?? '1', 10);
  return Number.isNaN(span) ? 1 : Math.min(Math.max(span, 1), Math.max(most, 1));
}

/** What the page shows, which for a figure may be short of what the file holds: Excel keeps the whole figure in x:num where it rounds it. */
function shownValue(cell: HtmlElement): RawValue {
  const shown = plainValue(textOf(cell));
  const stored = cell.attrs.find((attribute) => attribute.name === 'x:num')?.value.trim() ?? '';
  if (shown.type !== 'number' || !/^-?\d+(?:\.\d+)?$/.test(stored)) return shown;
  const decimals = shown.digits.split('.')[1]?.length ?? 0;
  return Number(Number(stored).toFixed(decimals)) === Number(shown.digits) ? { ...shown, digits: stored } : shown;
}
