import ExcelJS from 'exceljs';
import type { OfficialTable, TableRow } from '../../../shared/domain/documents/official-table.ts';
import { columnWidth, FONTS, headingHeight, pageRoom, rowHeight } from './official-table-measures.ts';
import { stampPackage } from './package-time.ts';

const MM_PER_INCH = 25.4;

const BORDER: Partial<ExcelJS.Borders> = { top: { style: 'thin' }, left: { style: 'thin' }, bottom: { style: 'thin' }, right: { style: 'thin' } };

/** Writes an official table as .xlsx: the same cells as the PDF, merged categories, repeated head, A4 with the plan's margins. */
export async function writeTableWorkbook(table: OfficialTable): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const created = new Date(table.meta.createdAt);
  Object.assign(workbook, { creator: table.meta.author, lastModifiedBy: table.meta.author, created, modified: created, title: table.meta.subject });
  const sheet = workbook.addWorksheet(sheetName(table), { properties: { defaultRowHeight: 18 } });
  sheet.columns = table.columns.map((column) => ({ key: column.key, width: columnWidth(column) }));
  const headRow = writeHead(sheet, table);
  writeRows(sheet, table, headRow);
  mergeCategories(sheet, table, headRow);
  keepCategoriesWhole(sheet, table, headRow);
  writeNotes(sheet, table);
  setPage(sheet, table, headRow);
  return stampPackage(new Uint8Array(await workbook.xlsx.writeBuffer()), created);
}

/** Sheet names must not hold : \ / ? * [ ] or an apostrophe (print titles of such a sheet damage the file), and at most 31 characters. */
const sheetName = (table: OfficialTable): string => (table.label ?? table.title).replaceAll(/[:\\/?*[\]']/g, ' ').slice(0, 31);

/** Label, title, subtitles, caption and column titles; gives the number of the title row. */
function writeHead(sheet: ExcelJS.Worksheet, table: OfficialTable): number {
  const width = table.columns.length;
  const line = (text: string, font: Partial<ExcelJS.Font>, horizontal: 'left' | 'center', height: number): void => {
    const row = sheet.addRow([text]);
    row.height = height;
    row.getCell(1).font = font;
    row.getCell(1).alignment = { horizontal, vertical: 'middle', wrapText: true };
    sheet.mergeCells(row.number, 1, row.number, width);
  };
  if (table.label !== null) line(table.label, FONTS.label, 'left', 24);
  if (table.sample) line('示例数据', FONTS.sample, 'center', 22);
  line(table.title, FONTS.title, 'center', headingHeight(table));
  for (const subtitle of table.subtitles) line(subtitle, FONTS.subtitle, 'center', 24);
  writeCaption(sheet, table);
  const head = sheet.addRow(table.columns.map((column) => column.title));
  head.height = rowHeight(table, table.columns.map((column) => column.title));
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
  const row = sheet.addRow([]);
  row.height = 20;
  const half = Math.ceil(table.columns.length / 2);
  sheet.mergeCells(row.number, 1, row.number, half);
  sheet.mergeCells(row.number, half + 1, row.number, table.columns.length);
  Object.assign(row.getCell(1), { value: left, font: FONTS.caption, alignment: { horizontal: 'left', vertical: 'middle' } });
  Object.assign(row.getCell(half + 1), { value: right, font: FONTS.caption, alignment: { horizontal: 'right', vertical: 'middle' } });
}

function writeRows(sheet: ExcelJS.Worksheet, table: OfficialTable, headRow: number): void {
  table.rows.forEach((entry, index) => {
    const row = sheet.getRow(headRow + 1 + index);
    if (entry.kind === 'section') writeSection(sheet, table, row, entry.text);
    else writeData(table, row, entry);
  });
}

function writeSection(sheet: ExcelJS.Worksheet, table: OfficialTable, row: ExcelJS.Row, text: string): void {
  for (let column = 1; column <= table.columns.length; column += 1) row.getCell(column).border = BORDER;
  Object.assign(row.getCell(1), { value: text, font: FONTS.head, alignment: { horizontal: 'left', vertical: 'middle', wrapText: true } });
  row.height = 20;
  sheet.mergeCells(row.number, 1, row.number, table.columns.length);
}

function writeData(table: OfficialTable, row: ExcelJS.Row, entry: Extract<TableRow, { kind: 'data' }>): void {
  table.columns.forEach((column, index) => {
    const source = entry.cells[index] ?? { text: '' };
    const cell = row.getCell(index + 1);
    cell.font = FONTS.body;
    cell.border = BORDER;
    cell.alignment = { horizontal: column.align, vertical: 'middle', wrapText: true };
    if (source.number === undefined) {
      cell.value = escaped(source.text);
      return;
    }
    cell.value = Number(source.number.value);
    cell.numFmt = source.number.decimals === 0 ? '0' : `0.${'0'.repeat(source.number.decimals)}`;
  });
  row.height = rowHeight(table, entry.cells.map((cell) => cell.text), table.columns.map((column) => column.merge === true));
}

/** exceljs writes _x000D_ and its like unescaped, and a reader would take them for control characters. */
const escaped = (text: string): string => text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');

/** Neighbouring rows with equal text in a merging column become one cell; the style stands already, as merging copies the master's. */
function mergeCategories(sheet: ExcelJS.Worksheet, table: OfficialTable, headRow: number): void {
  table.columns.forEach((column, index) => {
    if (column.merge !== true) return;
    const textOf = (position: number): string | null => {
      const row = table.rows[position];
      return row?.kind === 'data' ? (row.cells[index]?.text ?? '') : null;
    };
    for (let start = 0; start < table.rows.length; ) {
      let end = start;
      while (end + 1 < table.rows.length && textOf(start) !== null && textOf(start) !== '' && textOf(end + 1) === textOf(start)) end += 1;
      if (end > start) sheet.mergeCells(headRow + 1 + start, index + 1, headRow + 1 + end, index + 1);
      start = end + 1;
    }
  });
}

/** A merged category that would break over a page begins the next one, if it fits there; Excel prints its label on one page only. */
function keepCategoriesWhole(sheet: ExcelJS.Worksheet, table: OfficialTable, headRow: number): void {
  const column = table.columns.findIndex((candidate) => candidate.merge === true);
  if (column === -1) return;
  const room = pageRoom(table);
  const height = (row: number): number => sheet.getRow(row).height;
  const headHeight = height(headRow);
  let used = Array.from({ length: headRow }, (_, index) => height(index + 1)).reduce((sum, value) => sum + value, 0);
  const groups = groupRows(table.rows, column);
  for (const { first, count } of groups) {
    const needed = Array.from({ length: count }, (_, index) => height(headRow + 1 + first + index)).reduce((sum, value) => sum + value, 0);
    if (used + needed > room && first > 0 && needed <= room - headHeight) {
      sheet.getRow(headRow + first).addPageBreak();
      used = headHeight;
    }
    used += needed;
  }
}

function groupRows(rows: readonly TableRow[], column: number): { first: number; count: number }[] {
  const groups: { first: number; count: number; label: string | null }[] = [];
  rows.forEach((row, index) => {
    const label = row.kind === 'data' ? (row.cells[column]?.text ?? '') : null;
    const last = groups.at(-1);
    if (last !== undefined && label !== null && label !== '' && last.label === label) last.count += 1;
    else groups.push({ first: index, count: 1, label });
  });
  return groups;
}

function writeNotes(sheet: ExcelJS.Worksheet, table: OfficialTable): void {
  const width = table.columns.reduce((sum, column) => sum + columnWidth(column), 0);
  for (const note of table.notes) {
    const row = sheet.addRow([note]);
    row.getCell(1).font = FONTS.caption;
    row.getCell(1).alignment = { horizontal: 'left', vertical: 'top', wrapText: true };
    row.height = Math.ceil(([...note].length * 2.1) / width) * 16 + 2;
    sheet.mergeCells(row.number, 1, row.number, table.columns.length);
  }
}

function setPage(sheet: ExcelJS.Worksheet, table: OfficialTable, headRow: number): void {
  const { marginsMm, orientation } = table.page;
  const landscape = orientation === 'landscape';
  const inch = (millimetres: number): number => Number((millimetres / MM_PER_INCH).toFixed(4));
  const [left, top, right, bottom] = landscape ? [marginsMm.bottom, marginsMm.left, marginsMm.top, marginsMm.right] : [marginsMm.left, marginsMm.top, marginsMm.right, marginsMm.bottom];
  const lastColumn = sheet.getColumn(table.columns.length).letter;
  sheet.pageSetup = {
    paperSize: 9, orientation, fitToPage: true, fitToWidth: 1, fitToHeight: 0, horizontalCentered: true,
    margins: { left: inch(left), top: inch(top), right: inch(right), bottom: inch(bottom), header: inch(12), footer: inch(Math.max(8, bottom - 12)) },
    printTitlesRow: `${headRow}:${headRow}`,
    // exceljs puts a $ before what it is given: 'A$1:J$9' comes out as $A$1:$J$9.
    printArea: `A$1:${lastColumn}$${sheet.rowCount}`,
  };
  const number = (side: string): string => `&${side}&"宋体,常规"&14— &P —`;
  sheet.headerFooter = { differentOddEven: true, oddFooter: number('R'), evenFooter: number('L'), ...(table.sample ? { oddHeader: '&C&"黑体,常规"&12示例数据', evenHeader: '&C&"黑体,常规"&12示例数据' } : {}) };
  sheet.views = [{ state: 'frozen', ySplit: headRow, showGridLines: false }];
}
