import type { Cell, Fill, Font, Workbook, Worksheet } from 'exceljs';
import type { BookCells, BookColumn, BookSheet, ColumnLook } from '../../../../shared/domain/plan/book/types.ts';
import { bookHint } from '../../../../shared/text/plan-book-text.ts';
import { ALIGN, BORDER, FILLS, FONTS, rowHeight } from '../return-workbook-styles.ts';
import { SPARE_ROWS } from './measures.ts';
import type { Offers } from './offers.ts';
import { addColumnChecks } from './column-checks.ts';

const PAPER_A4 = 9;

/** Width, in Excel characters, beyond which a table is printed over two pages side by side. */
const WIDEST_PAGE = 190;

/** Columns over which the value of a line above the table may reach. */
const LINE_SPAN = 6;

/** A table with the lines above it, free rows below it, and a check for each column that has one. */
export function writeTableSheet(workbook: Workbook, book: BookSheet, offers: Offers): void {
  const shown = book.columns.filter((column) => column.hidden !== true);
  const wide = shown.reduce((sum, column) => sum + column.width, 0) > WIDEST_PAGE;
  const sheet = workbook.addWorksheet(book.name, {
    properties: { defaultRowHeight: 18 },
    pageSetup: {
      paperSize: PAPER_A4,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: wide ? 2 : 1,
      fitToHeight: 0,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.5, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddHeader: `&L${book.name}`, oddFooter: '&C第 &P 页 共 &N 页' },
  });
  book.columns.forEach((column, index) => {
    const made = sheet.getColumn(index + 1);
    made.width = column.width;
    made.hidden = column.hidden === true;
  });
  writeHint(sheet);
  for (const line of book.lines) writeLine(sheet, line.title, line.value, book.columns);
  const headRow = writeHead(sheet, book.columns);
  if (book.sample !== null) writeCells(sheet, book.columns, book.sample, SAMPLE_LOOK);
  for (const row of book.rows) for (const cells of row.cells) writeCells(sheet, book.columns, cells, {});
  for (let spare = 0; spare < SPARE_ROWS; spare += 1) writeCells(sheet, book.columns, {}, {});
  addColumnChecks(sheet, { book, offers, from: headRow + 1, to: sheet.rowCount });
  freeze(sheet, book.columns, headRow);
}

function writeHint(sheet: Worksheet): void {
  const cell = sheet.getCell(1, 1);
  cell.value = bookHint;
  cell.font = FONTS.note;
  cell.alignment = { vertical: 'middle' };
  sheet.getRow(1).height = 20;
}

function writeLine(sheet: Worksheet, title: string, value: string, columns: readonly BookColumn[]): void {
  const number = sheet.rowCount + 1;
  const last = Math.min(columns.length, 1 + LINE_SPAN);
  const width = columns.slice(1, last).reduce((sum, column) => sum + column.width, 0);
  sheet.mergeCells(number, 2, number, last);
  const [label, cell] = [sheet.getCell(number, 1), sheet.getCell(number, 2)];
  label.value = title;
  label.font = FONTS.label;
  label.alignment = ALIGN.center;
  label.fill = FILLS.header;
  label.border = BORDER;
  if (value !== '') cell.value = escaped(value);
  cell.numFmt = '@';
  cell.font = FONTS.body;
  cell.alignment = ALIGN.left;
  cell.border = BORDER;
  cell.protection = { locked: false };
  sheet.getRow(number).height = rowHeight([{ text: value, width }], 22);
}

const HEAD_FILLS: Readonly<Record<ColumnLook, Fill>> = { printed: FILLS.header, reporting: FILLS.answerHeader, id: FILLS.notAsked };

function writeHead(sheet: Worksheet, columns: readonly BookColumn[]): number {
  const number = sheet.rowCount + 1;
  columns.forEach((column, index) => {
    const cell = sheet.getCell(number, index + 1);
    cell.value = column.title;
    cell.font = FONTS.header;
    cell.alignment = ALIGN.center;
    cell.fill = HEAD_FILLS[column.look];
    cell.border = BORDER;
  });
  sheet.getRow(number).height = rowHeight(
    columns.map((column) => ({ text: column.title, width: column.width })),
    32,
  );
  return number;
}

interface Look {
  readonly font?: Partial<Font>;
}

const SAMPLE_LOOK: Look = { font: { name: '宋体', size: 10.5, italic: true, color: { argb: 'FF8C8C8C' } } };

function writeCells(sheet: Worksheet, columns: readonly BookColumn[], cells: BookCells, look: Look): void {
  const number = sheet.rowCount + 1;
  columns.forEach((column, index) => {
    const cell = sheet.getCell(number, index + 1);
    writeText(cell, column, cells[column.key] ?? '');
    cell.font = look.font ?? FONTS.body;
    cell.alignment = column.center === true ? ALIGN.center : ALIGN.left;
    cell.border = BORDER;
    cell.protection = { locked: column.look === 'id' };
    if (column.look === 'id') cell.fill = FILLS.notAsked;
  });
  sheet.getRow(number).height = rowHeight(
    columns.flatMap((column) => (column.hidden === true ? [] : [{ text: cells[column.key] ?? '', width: column.width }])),
    22,
  );
}

const NUMBERS = new Set(['number', 'decimals']);

/** Everything is text, so that 3-5 is not made a date and 32 not 32.00; only what is counted is a number. */
function writeText(cell: Cell, column: BookColumn, text: string): void {
  const isNumber = NUMBERS.has(column.key);
  cell.numFmt = isNumber ? 'General' : '@';
  if (text !== '') cell.value = isNumber && /^\d{1,6}$/u.test(text) ? Number(text) : escaped(text);
}

/** `_x000D_` in a text is read as a character code (ECMA-376-1, 22.9.2.19) unless its underscore is itself written as one. */
const escaped = (text: string): string => text.replaceAll(/_(?=x[0-9a-f]{4}_)/giu, '_x005F_');

/** Widest frozen part, in Excel characters, that leaves room to work in. */
const WIDEST_FROZEN = 95;

function freeze(sheet: Worksheet, columns: readonly BookColumn[], headRow: number): void {
  const names = columns.findIndex((column) => column.key === 'name') + 1;
  const width = columns.slice(0, names).reduce((sum, column) => sum + column.width, 0);
  sheet.views = [{ state: 'frozen', xSplit: width <= WIDEST_FROZEN ? names : 1, ySplit: headRow, showGridLines: false, zoomScale: 100 }];
  sheet.pageSetup.printTitlesColumn = 'A:A';
  sheet.pageSetup.printTitlesRow = `${headRow}:${headRow}`;
}
