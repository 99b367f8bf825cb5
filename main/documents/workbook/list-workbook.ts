import ExcelJS from 'exceljs';
import type { Cell, Worksheet } from 'exceljs';
import { exact } from '../../../shared/domain/numbers/decimal.ts';
import { printedNumber } from '../../../shared/domain/numbers/printed-number.ts';
import { stampPackage } from './package-time.ts';
import { BORDER, FILLS, FONTS, textWidth } from './return-workbook-styles.ts';

export interface ListColumn {
  readonly title: string;
  /** What is printed as a number becomes one. */
  readonly numbers: boolean;
  /** In characters; null: as its texts need. */
  readonly width: number | null;
}

export interface ListRow {
  readonly kind: 'data' | 'group' | 'total';
  readonly cells: readonly string[];
}

export interface ListTable {
  readonly title: string;
  readonly about: readonly string[];
  readonly columns: readonly ListColumn[];
  readonly rows: readonly ListRow[];
}

/** Writes tables as they are shown, a sheet each: title, what it is about, heads that stay in sight, numbers as numbers. */
export async function writeListWorkbook(tables: readonly ListTable[], createdAt: string): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const created = new Date(createdAt);
  workbook.creator = '治气考核';
  workbook.lastModifiedBy = '治气考核';
  workbook.created = created;
  workbook.modified = created;
  const names = new Set<string>();
  for (const table of tables) writeSheet(workbook.addWorksheet(sheetName(table.title, names)), table);
  return stampPackage(new Uint8Array(await workbook.xlsx.writeBuffer()), created);
}

const LONGEST_NAME = 31;

/** What Excel takes for the name of a sheet: no signs of a reference, at most 31 characters, each once. */
function sheetName(title: string, taken: Set<string>): string {
  const plain = title.replaceAll(/[\\/?*[\]:：']/gu, ' ').trim() || '表';
  const named = (index: number): string => (index === 1 ? plain.slice(0, LONGEST_NAME) : `${plain.slice(0, LONGEST_NAME - 3)} ${index}`);
  let index = 1;
  while (taken.has(named(index))) index += 1;
  taken.add(named(index));
  return named(index);
}

const A4 = 9;

function writeSheet(sheet: Worksheet, { title, about, columns, rows }: ListTable): void {
  const head = about.length + 2;
  sheet.pageSetup = {
    paperSize: A4,
    orientation: columns.length > PORTRAIT_COLUMNS ? 'landscape' : 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: `${head}:${head}`,
  };
  sheet.headerFooter = { oddFooter: '&C第 &P 页 共 &N 页' };
  sheet.views = [{ state: 'frozen', ySplit: head }];
  put(sheet.getCell(1, 1), title, FONTS.title);
  about.forEach((line, index) => put(sheet.getCell(index + 2, 1), line, FONTS.note));
  columns.forEach((column, index) => {
    const cell = sheet.getCell(head, index + 1);
    put(cell, column.title, FONTS.header);
    cell.fill = FILLS.header;
    cell.border = BORDER;
    cell.alignment = { horizontal: column.numbers ? 'right' : 'left', vertical: 'middle', wrapText: true };
    sheet.getColumn(index + 1).width =
      column.width ??
      neededWidth(
        column.title,
        rows.map(({ cells }) => cells[index] ?? ''),
      );
  });
  rows.forEach((row, index) => writeRow(sheet, head + 1 + index, row, columns));
  sheet.autoFilter = { from: { row: head, column: 1 }, to: { row: head + rows.length, column: columns.length } };
}

/** More columns than these lie across the page. */
const PORTRAIT_COLUMNS = 8;

function put(cell: Cell, text: string, font: (typeof FONTS)[keyof typeof FONTS]): void {
  cell.value = text;
  cell.font = font;
}

function writeRow(sheet: Worksheet, number: number, { kind, cells }: ListRow, columns: readonly ListColumn[]): void {
  columns.forEach((column, index) => {
    const cell = sheet.getCell(number, index + 1);
    const text = cells[index] ?? '';
    cell.font = kind === 'data' ? FONTS.body : FONTS.section;
    cell.border = BORDER;
    cell.alignment = { horizontal: column.numbers ? 'right' : 'left', vertical: 'middle', wrapText: true };
    if (kind !== 'data') cell.fill = FILLS.section;
    if (text !== '') setValue(cell, text, column.numbers);
  });
}

/** A text stays a text whatever it begins with; exceljs writes formulas only where it is given one. */
function setValue(cell: Cell, text: string, numbers: boolean): void {
  const number = numbers ? printedNumber(text) : null;
  if (number === null) {
    cell.value = text;
    cell.numFmt = '@';
    return;
  }
  const { plain, decimals, percent } = number;
  cell.value = (percent ? exact(plain).div(100) : exact(plain)).toNumber();
  cell.numFmt = `0${decimals === 0 ? '' : `.${'0'.repeat(decimals)}`}${percent ? '%' : ''}`;
}

const NARROWEST = 8;
const WIDEST = 60;

const neededWidth = (title: string, texts: readonly string[]): number =>
  Math.min(WIDEST, Math.max(NARROWEST, ...[title, ...texts].flatMap((text) => text.split('\n')).map((line) => textWidth(line) + 2)));
