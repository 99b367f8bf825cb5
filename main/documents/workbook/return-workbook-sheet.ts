import type { Cell, CellValue, Workbook, Worksheet } from 'exceljs';
import { exact } from '../../../shared/domain/numbers/decimal.ts';
import { daysInMonth } from '../../../shared/domain/calendar.ts';
import { columnOf } from '../../../shared/domain/returns/layout-columns.ts';
import type { AnswerCell, AnswerField, LayoutColumn, LayoutRow, LayoutSheet, ReturnLayout } from '../../../shared/domain/returns/types.ts';
import type { ReturnWorkbookOptions, WorkbookInput } from './return-workbook-input.ts';
import { addSheetOf, freeze, lastColumn, protectSheet, SAMPLE_MARK, titleRows } from './return-workbook-page.ts';
import { ALIGN, BORDER, FILLS, FONTS, rowHeight } from './return-workbook-styles.ts';
import { addValidations, type AskedCell } from './return-workbook-validation.ts';

/** Writes one sheet of the layout: title, notes, header, rows, checks of what is typed, print set-up, locks. */
export async function writeReturnSheet(
  workbook: Workbook,
  layout: ReturnLayout,
  content: LayoutSheet,
  options: ReturnWorkbookOptions,
): Promise<void> {
  const sheet = addSheetOf(workbook, layout, content, options.sample ? SAMPLE_MARK : options.typed?.mark);
  content.columns.forEach((column, index) => {
    sheet.getColumn(index + 1).width = column.width;
  });
  const notesFirst = content.kind !== 'cover';
  titleRows(sheet, content, options.sample, notesFirst);
  const headerRow = writeHeader(sheet, content);
  const asked: AskedCell[] = [];
  for (const row of content.rows) {
    const number = sheet.rowCount + 1;
    if (row.kind === 'section') writeSection(sheet, content, row, number);
    else asked.push(...writeRow(sheet, content, row, number, options.answers));
    // One month a page, to be signed and filed by the month.
    if (row.kind === 'day' && isMonthEnd(row.rowId) && row !== content.rows.at(-1)) sheet.getRow(number).addPageBreak();
  }
  addValidations(sheet, asked, layout.year);
  if (!notesFirst) writeNotesBelow(sheet, content);
  freeze(sheet, content, headerRow);
  await protectSheet(sheet);
}

function writeHeader(sheet: Worksheet, content: LayoutSheet): number {
  const number = sheet.rowCount + 1;
  content.columns.forEach((column, index) => {
    const cell = sheet.getCell(number, index + 1);
    cell.value = column.title;
    style(cell, { font: FONTS.header, alignment: ALIGN.center, fill: column.answer === null ? FILLS.header : FILLS.answerHeader });
  });
  sheet.getRow(number).height = rowHeight(
    content.columns.map((column) => ({ text: column.title, width: column.width })),
    26,
  );
  return number;
}

function writeSection(sheet: Worksheet, content: LayoutSheet, row: LayoutRow, number: number): void {
  for (let column = 1; column <= content.columns.length; column += 1)
    style(sheet.getCell(number, column), { font: FONTS.section, alignment: ALIGN.left, fill: FILLS.section });
  const at = Math.max(1, content.columns.findIndex((column) => column.key === 'name') + 1);
  // The text stands in the column of names and the id cell stays free: a heading is no row that could be answered.
  sheet.mergeCells(number, at, number, lastColumn(content));
  sheet.getCell(number, at).value = row.fixed['name'] ?? '';
  sheet.getRow(number).height = 24;
}

function writeRow(
  sheet: Worksheet,
  content: LayoutSheet,
  row: LayoutRow,
  number: number,
  answers: ReturnWorkbookOptions['answers'],
): AskedCell[] {
  const asked: AskedCell[] = [];
  const fieldAt = new Map((Object.keys(row.answers) as AnswerField[]).map((field) => [columnOf(content.columns, field)?.key, field]));
  const filled: { text: string; width: number }[] = [];
  content.columns.forEach((column, index) => {
    const cell = sheet.getCell(number, index + 1);
    const field = fieldAt.get(column.key);
    const answer = field === undefined ? undefined : row.answers[field];
    if (field === undefined || answer === undefined) {
      const text = row.fixed[column.key] ?? '';
      writeFixed(cell, content, column, row, text);
      filled.push({ text, width: column.width });
      return;
    }
    const input = isSecondRemark(row, field) ? undefined : answers?.get(`${row.rowId}|${field}`);
    writeAnswer(cell, answer, input);
    asked.push({
      row: number,
      column,
      letters: cell.address.replaceAll(/\d/gu, ''),
      answer,
      title: content.kind === 'cover' ? (row.fixed['id'] ?? '') : (column.title.split('\n')[0] ?? ''),
    });
    if (input !== undefined && 'text' in input) filled.push({ text: input.text, width: column.width });
  });
  // Thirty-one days with their header fill one page.
  sheet.getRow(number).height = row.kind === 'day' ? 18 : rowHeight(filled, content.kind === 'cover' ? 26 : 30);
  return asked;
}

/** A task and a figure of one id share what is said of them; it stands with the task. */
const isSecondRemark = (row: LayoutRow, field: AnswerField): boolean =>
  field === 'remark' && row.kind === 'figure' && row.parent === row.rowId;

const CENTERED = new Set(['id', 'category', 'unit', 'target', 'role']);

function writeFixed(cell: Cell, content: LayoutSheet, column: LayoutColumn, row: LayoutRow, text: string): void {
  const notAsked = column.answer !== null;
  if (text !== '') cell.value = row.kind === 'day' ? utcDate(text) : escaped(text);
  const centered = CENTERED.has(column.key);
  style(cell, {
    font: content.kind === 'cover' && column.key === 'id' ? FONTS.label : FONTS.body,
    alignment: centered ? ALIGN.center : ALIGN.left,
    ...(notAsked ? { fill: FILLS.notAsked } : {}),
    ...(row.kind === 'day' ? { numFmt: 'yyyy-mm-dd' } : {}),
  });
}

function writeAnswer(cell: Cell, answer: AnswerCell, input: WorkbookInput | undefined): void {
  style(cell, {
    font: FONTS.body,
    alignment: answer.kind === 'text' ? ALIGN.left : ALIGN.center,
    fill: FILLS.answer,
    numFmt: answer.kind === 'date' ? 'yyyy-mm-dd' : answer.kind === 'text' ? '@' : 'General',
  });
  cell.protection = { locked: false };
  if (input === undefined) return;
  cell.value = cellValue(input);
  if ('date' in input) cell.numFmt = 'yyyy-mm-dd';
  else if ('number' in input && input.format === 'percent') cell.numFmt = percentFormat(input.number);
  else if ('number' in input && answer.kind !== 'quantity') cell.numFmt = 'General';
}

function cellValue(input: WorkbookInput): CellValue {
  if ('text' in input) return escaped(input.text);
  if ('date' in input) return utcDate(input.date);
  return exact(input.number)
    .div(input.format === 'percent' ? 100 : 1)
    .toNumber();
}

/** `_x000D_` in a text is read as a character code (ECMA-376-1, 22.9.2.19) unless its underscore is itself written as one. */
const escaped = (text: string): string => text.replaceAll(/_(?=x[0-9a-f]{4}_)/giu, '_x005F_');

const isMonthEnd = (date: string): boolean => Number(date.slice(8)) === daysInMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7)));

/** Midnight UTC, the only Date that exceljs writes as the day it means. */
function utcDate(iso: string): Date {
  const [year = 1900, month = 1, day = 1] = iso.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day));
}

function percentFormat(number: string): string {
  const decimals = exact(number).decimalPlaces();
  return decimals === 0 ? '0%' : `0.${'0'.repeat(decimals)}%`;
}

/** On 填报说明 the instructions stand under the table that has to be filled in. */
function writeNotesBelow(sheet: Worksheet, content: LayoutSheet): void {
  const width = content.columns.reduce((sum, column) => sum + column.width, 0);
  const lines = ['填写说明', ...content.notes];
  lines.forEach((text, index) => {
    const number = sheet.rowCount + 1;
    sheet.mergeCells(number, 1, number, lastColumn(content));
    const cell = sheet.getCell(number, 1);
    cell.value = text;
    cell.font = index === 0 ? FONTS.label : FONTS.body;
    cell.alignment = ALIGN.left;
    sheet.getRow(number).height = rowHeight([{ text, width }], index === 0 ? 30 : 22);
  });
}

function style(cell: Cell, look: Partial<Pick<Cell, 'font' | 'alignment' | 'fill' | 'numFmt'>>): void {
  Object.assign(cell, look);
  cell.border = BORDER;
}
