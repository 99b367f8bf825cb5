import ExcelJS from 'exceljs';
import { markOf } from '../table-mark.ts';
import type { OfficialTable, TableRow } from '../../../shared/domain/documents/official-table.ts';
import { groupRows, keepRowsTogether, type RowPlace } from './official-table-breaks.ts';
import {
  columnWidth,
  FONTS,
  headingHeight,
  labelHeight,
  noteHeight,
  rowHeight,
  subtitleHeight,
  TALLEST_ROW,
} from './official-table-measures.ts';
import { stampPackage } from './package-time.ts';

const MM_PER_INCH = 25.4;

const BORDER: Partial<ExcelJS.Borders> = {
  top: { style: 'thin' },
  left: { style: 'thin' },
  bottom: { style: 'thin' },
  right: { style: 'thin' },
};

/** Writes an official table as .xlsx: the same cells as the PDF, merged categories, repeated head, A4 with the plan's margins. */
export async function writeTableWorkbook(table: OfficialTable): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const created = new Date(table.meta.createdAt);
  Object.assign(workbook, {
    creator: table.meta.author,
    lastModifiedBy: table.meta.author,
    created,
    modified: created,
    title: table.meta.subject,
  });
  const sheet = workbook.addWorksheet(sheetName(table), { properties: { defaultRowHeight: 18 } });
  sheet.columns = table.columns.map((column) => ({ key: column.key, width: columnWidth(column) }));
  const headRow = writeHead(sheet, table);
  const places = writeRows(sheet, table, headRow);
  mergeCategories(sheet, table, places);
  keepRowsTogether(sheet, table, headRow, places);
  writeNotes(sheet, table);
  setPage(sheet, table, headRow);
  return stampPackage(new Uint8Array(await workbook.xlsx.writeBuffer()), created);
}

const LONGEST_SHEET_NAME = 31;

/**
 * Sheet names must not hold : \ / ? * [ ], a line end or an apostrophe (print titles of such a sheet damage the file), have at most 31 characters,
 * and History is Excel's own.
 */
function sheetName(table: OfficialTable): string {
  let name = '';
  for (const character of (table.label ?? table.title).replaceAll(/[:\\/?*[\]'\p{Cc}]+/gu, ' ').trim()) {
    if (name.length + character.length > LONGEST_SHEET_NAME) break;
    name += character;
  }
  return name === '' || /^history$/i.test(name) ? `表 ${name}`.trim() : name;
}

/** Label, title, subtitles, caption and column titles; gives the number of the title row. */
function writeHead(sheet: ExcelJS.Worksheet, table: OfficialTable): number {
  const width = table.columns.length;
  const line = (text: string, font: Partial<ExcelJS.Font>, horizontal: 'left' | 'center', height: number): void => {
    const row = sheet.addRow([escaped(text)]);
    row.height = height;
    row.getCell(1).font = font;
    row.getCell(1).alignment = { horizontal, vertical: 'middle', wrapText: true };
    mergeAcross(sheet, row.number, 1, width);
  };
  if (table.label !== null) line(table.label, FONTS.label, 'left', 24);
  const mark = markOf(table);
  if (mark !== null) line(mark, FONTS.sample, 'center', 22);
  line(table.title, FONTS.title, 'center', headingHeight(table));
  for (const subtitle of table.subtitles) line(subtitle, FONTS.subtitle, 'center', subtitleHeight(table, subtitle));
  writeCaption(sheet, table);
  const head = sheet.addRow(table.columns.map((column) => escaped(column.title)));
  head.height = Math.min(
    TALLEST_ROW,
    rowHeight(
      table,
      table.columns.map((column) => column.title),
    ),
  );
  head.eachCell({ includeEmpty: true }, (cell) => {
    cell.font = FONTS.head;
    cell.border = BORDER;
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
  });
  return head.number;
}

function writeCaption(sheet: ExcelJS.Worksheet, table: OfficialTable): void {
  const { left, right } = table.caption;
  if (left === '' && right === '') return;
  const half = Math.ceil(table.columns.length / 2);
  const texts = half === table.columns.length ? [`${left}\u3000${right}`.trim()] : [left, right];
  const row = sheet.addRow([]);
  row.height = 20;
  texts.forEach((text, index) => {
    const [first, last] = index === 0 ? [1, half] : [half + 1, table.columns.length];
    const cell = row.getCell(first);
    Object.assign(cell, {
      value: escaped(text),
      font: FONTS.caption,
      alignment: { horizontal: index === 0 ? 'left' : 'right', vertical: 'middle', wrapText: true },
    });
    row.height = Math.max(row.height, noteHeight(table.columns.slice(first - 1, last), text));
    mergeAcross(sheet, row.number, first, last);
  });
}

/** Excel takes a merged range of one cell for damage. */
function mergeAcross(sheet: ExcelJS.Worksheet, row: number, first: number, last: number): void {
  if (last > first) sheet.mergeCells(row, first, row, last);
}

function writeRows(sheet: ExcelJS.Worksheet, table: OfficialTable, headRow: number): RowPlace[] {
  let next = headRow + 1;
  return table.rows.map((entry) => {
    const row = sheet.getRow(next);
    const count = entry.kind === 'section' ? writeSection(sheet, table, row, entry.text) : writeData(sheet, table, row, entry);
    next += count;
    return { first: next - count, count };
  });
}

function writeSection(sheet: ExcelJS.Worksheet, table: OfficialTable, row: ExcelJS.Row, text: string): number {
  for (let column = 1; column <= table.columns.length; column += 1) row.getCell(column).border = BORDER;
  Object.assign(row.getCell(1), {
    value: escaped(text),
    font: FONTS.head,
    alignment: { horizontal: 'left', vertical: 'middle', wrapText: true },
  });
  row.height = Math.max(20, noteHeight(table.columns, text) + 4);
  mergeAcross(sheet, row.number, 1, table.columns.length);
  return 1;
}

function writeData(sheet: ExcelJS.Worksheet, table: OfficialTable, row: ExcelJS.Row, entry: Extract<TableRow, { kind: 'data' }>): number {
  table.columns.forEach((column, index) => {
    const source = entry.cells[index] ?? { text: '' };
    const cell = row.getCell(index + 1);
    cell.font = FONTS.body;
    cell.border = BORDER;
    cell.alignment = { horizontal: column.align, vertical: 'middle', wrapText: true };
    if (source.number === undefined || !isExact(source.number.value)) {
      cell.value = escaped(source.text);
      return;
    }
    // A spreadsheet shows #### for a number that is wider than its column; it wraps no number.
    cell.alignment = { horizontal: column.align, vertical: 'middle', shrinkToFit: true };
    cell.value = Number(source.number.value);
    cell.numFmt = source.number.decimals === 0 ? '0' : `0.${'0'.repeat(source.number.decimals)}`;
  });
  return setHeight(
    sheet,
    table,
    row,
    rowHeight(
      table,
      entry.cells.map((cell) => cell.text),
      table.columns.map((column) => column.merge === true),
    ),
  );
}

/** Sets the height of a row; one higher than Excel shows becomes several rows, merged in every column that does not merge anyway. */
function setHeight(sheet: ExcelJS.Worksheet, table: OfficialTable, row: ExcelJS.Row, height: number): number {
  const count = Math.max(1, Math.ceil(height / TALLEST_ROW));
  for (let offset = 0; offset < count; offset += 1) sheet.getRow(row.number + offset).height = height / count;
  if (count > 1) table.columns.forEach((_column, index) => sheet.mergeCells(row.number, index + 1, row.number + count - 1, index + 1));
  return count;
}

/** A spreadsheet keeps 15 significant digits; a longer number stays text, so that no digit is lost. */
const isExact = (value: string): boolean => value.replaceAll(/[-.]|^-?0\.?0*/gu, '').length <= 15;

/** exceljs writes _x000D_ and its like unescaped, and a reader would take them for control characters. */
const escaped = (text: string): string => text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');

/** Neighbouring rows with equal text in a merging column become one cell; the style stands already, as merging copies the master's. */
function mergeCategories(sheet: ExcelJS.Worksheet, table: OfficialTable, places: readonly RowPlace[]): void {
  table.columns.forEach((column, index) => {
    if (column.merge !== true) return;
    for (const group of groupRows(table.rows, index)) {
      const [first, last] = [places[group.first], places[group.first + group.count - 1]];
      if (first === undefined || last === undefined || group.label === null) continue;
      const end = last.first + last.count - 1;
      widen(sheet, first.first, end, labelHeight(column, group.label));
      if (end > first.first) {
        for (const place of places.slice(group.first, group.first + group.count))
          if (place.count > 1) sheet.unMergeCells(place.first, index + 1, place.first + place.count - 1, index + 1);
        sheet.mergeCells(first.first, index + 1, end, index + 1);
      }
    }
  });
}

/** Makes the last row of a merged cell higher where its text needs more than its rows have. */
function widen(sheet: ExcelJS.Worksheet, first: number, last: number, needed: number): void {
  let height = 0;
  for (let number = first; number <= last; number += 1) height += sheet.getRow(number).height;
  const row = sheet.getRow(last);
  if (needed > height) row.height = Math.min(TALLEST_ROW, row.height + needed - height);
}

function writeNotes(sheet: ExcelJS.Worksheet, table: OfficialTable): void {
  for (const note of table.notes) {
    const row = sheet.addRow([escaped(note)]);
    row.getCell(1).font = FONTS.caption;
    row.getCell(1).alignment = { horizontal: 'left', vertical: 'top', wrapText: true };
    row.height = noteHeight(table.columns, note);
    mergeAcross(sheet, row.number, 1, table.columns.length);
  }
}

function setPage(sheet: ExcelJS.Worksheet, table: OfficialTable, headRow: number): void {
  const { marginsMm, orientation } = table.page;
  const landscape = orientation === 'landscape';
  const inch = (millimetres: number): number => Number((millimetres / MM_PER_INCH).toFixed(4));
  const [left, top, right, bottom] = landscape
    ? [marginsMm.bottom, marginsMm.left, marginsMm.top, marginsMm.right]
    : [marginsMm.left, marginsMm.top, marginsMm.right, marginsMm.bottom];
  const lastColumn = sheet.getColumn(table.columns.length).letter;
  sheet.pageSetup = {
    paperSize: 9,
    orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: {
      left: inch(left),
      top: inch(top),
      right: inch(right),
      bottom: inch(bottom),
      header: inch(12),
      footer: inch(Math.max(8, bottom - 12)),
    },
    printTitlesRow: `${headRow}:${headRow}`,
    // exceljs puts a $ before what it is given: 'A$1:J$9' comes out as $A$1:$J$9.
    printArea: `A$1:${lastColumn}$${sheet.rowCount}`,
  };
  const mark = markOf(table);
  const number = (side: string): string => `&${side}&"宋体,常规"&14— &P —`;
  sheet.headerFooter = {
    differentOddEven: true,
    oddFooter: number('R'),
    evenFooter: number('L'),
    ...(mark === null ? {} : { oddHeader: `&C&"黑体,常规"&12${mark}`, evenHeader: `&C&"黑体,常规"&12${mark}` }),
  };
  sheet.views = [{ state: 'frozen', ySplit: headRow, showGridLines: false }];
}
