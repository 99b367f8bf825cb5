import ExcelJS from 'exceljs';
import type { DataValidation, Worksheet } from 'exceljs';
import { OTHER_SHEETS } from '../../../shared/domain/plan/book/columns.ts';
import {
  VALUE_KINDS,
  VALUE_SHEETS,
  type ValueColumn,
  valueColumns,
  type ValueKey,
  type ValueKind,
} from '../../../shared/domain/plan/value-book/columns.ts';
import { cellAddress } from '../../../shared/domain/returns/locate-sheet.ts';
import { valueFormNotes } from '../../../shared/text/value-book-text.ts';
import { stampPackage } from './package-time.ts';
import { ALIGN, BORDER, FILLS, FONTS, rowHeight } from './return-workbook-styles.ts';

export interface ValueFormRow {
  readonly measure: string;
  readonly name: string;
  /** 计量单位. */
  readonly unit: string;
  /** Name of the one unit that the row is of; blank for the district. */
  readonly subject: string;
  readonly stretch: boolean;
  /** In which tables the row stands. */
  readonly tables: readonly ValueKind[];
  /** The target that holds, as printed; blank where none does. */
  readonly target: string;
  /** The figure that is settled; blank where none is. */
  readonly figure: string;
  readonly leads: string;
}

export interface ValueForm {
  readonly year: number;
  readonly rows: readonly ValueFormRow[];
}

/** Writes the workbook to be filled in: 说明, 目标调整, 认定数. The same form and moment give the same bytes. */
export async function writeValueForm(form: ValueForm, createdAt: string): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const created = new Date(createdAt);
  workbook.creator = '治气考核';
  workbook.lastModifiedBy = '治气考核';
  workbook.created = created;
  workbook.modified = created;
  workbook.views = [{ x: 0, y: 0, width: 24_000, height: 14_000, firstSheet: 0, activeTab: 1, visibility: 'visible' }];
  writeNotes(workbook, valueFormNotes(form.year));
  for (const kind of VALUE_KINDS) writeTable(workbook, kind, form);
  return stampPackage(new Uint8Array(await workbook.xlsx.writeBuffer()), created);
}

const A4 = 9;
const NOTES_WIDTH = 110;

function writeNotes(workbook: ExcelJS.Workbook, notes: readonly string[]): void {
  const sheet = workbook.addWorksheet(OTHER_SHEETS.notes, {
    pageSetup: { paperSize: A4, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    views: [{ showGridLines: false }],
  });
  sheet.getColumn(1).width = NOTES_WIDTH;
  notes.forEach((text, index) => {
    const cell = sheet.getCell(index + 1, 1);
    cell.value = text;
    cell.font = index === 0 ? FONTS.title : FONTS.body;
    cell.alignment = index === 0 ? ALIGN.center : ALIGN.left;
    sheet.getRow(index + 1).height = index === 0 ? 36 : rowHeight([{ text, width: NOTES_WIDTH }], 24);
  });
}

/** Free rows below the measures, for further years. */
const SPARE_ROWS = 20;

function writeTable(workbook: ExcelJS.Workbook, kind: ValueKind, { year, rows }: ValueForm): void {
  const columns = valueColumns(kind);
  const sheet = workbook.addWorksheet(VALUE_SHEETS[kind], {
    properties: { defaultRowHeight: 18 },
    pageSetup: { paperSize: A4, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:1' },
    headerFooter: { oddHeader: `&L${VALUE_SHEETS[kind]}`, oddFooter: '&C第 &P 页 共 &N 页' },
    views: [{ state: 'frozen', xSplit: 2, ySplit: 1 }],
  });
  columns.forEach((column, index) => void (sheet.getColumn(index + 1).width = column.width));
  writeHead(sheet, columns);
  for (const row of rows.filter(({ tables }) => tables.includes(kind))) writeRow(sheet, columns, textsOf(kind, year, row));
  for (let spare = 0; spare < SPARE_ROWS; spare += 1) writeRow(sheet, columns, {});
  addPrompts(sheet, columns);
}

const textsOf = (kind: ValueKind, year: number, row: ValueFormRow): Partial<Record<ValueKey, string | number>> => ({
  measure: row.measure,
  name: row.name,
  year,
  subject: row.subject,
  ...(row.stretch ? { kind: STRETCH } : {}),
  unit: row.unit,
  current: kind === 'targets' ? row.target : row.figure,
  leads: row.leads,
});

function writeHead(sheet: Worksheet, columns: readonly ValueColumn[]): void {
  columns.forEach(({ title, filledIn }, index) => {
    const cell = sheet.getCell(1, index + 1);
    cell.value = title;
    cell.font = FONTS.header;
    cell.alignment = ALIGN.center;
    cell.fill = filledIn ? FILLS.answerHeader : FILLS.header;
    cell.border = BORDER;
  });
  sheet.getRow(1).height = 32;
}

const STRETCH = '奋斗目标';

const LEFT: ReadonlySet<ValueKey> = new Set(['name', 'note', 'leads']);

/** Everything but the year is text, so that 3-5 is not made a date and 32.0 stays as it was typed. */
function writeRow(sheet: Worksheet, columns: readonly ValueColumn[], texts: Partial<Record<ValueKey, string | number>>): void {
  const number = sheet.rowCount + 1;
  columns.forEach(({ key, filledIn }, index) => {
    const cell = sheet.getCell(number, index + 1);
    const text = texts[key] ?? '';
    cell.numFmt = key === 'year' ? 'General' : '@';
    if (text !== '') cell.value = text;
    cell.font = FONTS.body;
    cell.alignment = LEFT.has(key) ? ALIGN.left : ALIGN.center;
    cell.border = BORDER;
    if (filledIn) cell.fill = FILLS.answer;
  });
  sheet.getRow(number).height = rowHeight(
    columns.map(({ key, width }) => ({ text: String(texts[key] ?? ''), width })),
    22,
  );
}

interface RangedSheet extends Worksheet {
  /** Missing from the library's types. */
  readonly dataValidations: { add(address: string, validation: DataValidation): void };
}

const hasRanges = (sheet: Worksheet): sheet is RangedSheet => 'dataValidations' in sheet;

/** Excel's own bound of a cell: the check never refuses, it carries the column's prompt. */
const LONGEST_TEXT = 32_767;

function addPrompts(sheet: Worksheet, columns: readonly ValueColumn[]): void {
  if (!hasRanges(sheet)) throw new Error('exceljs worksheet has no dataValidations');
  columns.forEach(({ title, prompt }, index) => {
    if (prompt === undefined) return;
    const shown = { allowBlank: true, showErrorMessage: false, showInputMessage: true, promptTitle: title, prompt };
    const range = `${cellAddress(index + 1, 2)}:${cellAddress(index + 1, sheet.rowCount)}`;
    sheet.dataValidations.add(range, { ...shown, type: 'textLength', operator: 'lessThanOrEqual', formulae: [LONGEST_TEXT] });
  });
}
