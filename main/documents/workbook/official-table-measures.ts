import type ExcelJS from 'exceljs';
import type { OfficialTable, TableColumn } from '../../../shared/domain/documents/official-table.ts';

/** Fonts by the names officials use; Excel takes another where one is not installed. */
export const FONTS = {
  label: { name: '黑体', size: 16 },
  sample: { name: '黑体', size: 12, color: { argb: 'FF9C5700' } },
  title: { name: '方正小标宋简体', size: 20 },
  subtitle: { name: '仿宋_GB2312', size: 14 },
  head: { name: '黑体', size: 10.5 },
  body: { name: '仿宋_GB2312', size: 10.5 },
  caption: { name: '仿宋_GB2312', size: 10.5 },
} as const satisfies Record<string, Partial<ExcelJS.Font>>;

/** Excel's column width counts digits of the standard font; a digit is about 1.95 mm wide on paper. */
const MM_PER_CHARACTER = 1.95;

/** Points of one line of 10.5 pt text, and what a cell needs above and below. */
const LINE_HEIGHT = 13.5;
const CELL_SPACE = 5;

export const columnWidth = (column: TableColumn): number => Number((column.widthMm / MM_PER_CHARACTER).toFixed(2));

/** Height that lets nothing be cut off; Excel computes none for a file it did not write. Merged columns are left out: their text has several rows. */
export function rowHeight(table: OfficialTable, texts: readonly string[], leftOut: readonly boolean[] = []): number {
  const lines = texts.map((text, index) => {
    const column = table.columns[index];
    return column === undefined || leftOut[index] === true ? 1 : lineCount(text, columnWidth(column));
  });
  return Math.max(...lines, 1) * LINE_HEIGHT + CELL_SPACE;
}

/** The title's own height: one line of 20 pt, or two where it is longer than the table is wide. */
export function headingHeight(table: OfficialTable): number {
  const width = table.columns.reduce((sum, column) => sum + columnWidth(column), 0);
  return lineCount(table.title, width / 2) * 30;
}

function lineCount(text: string, width: number): number {
  // One digit's width is kept free for the cell's padding.
  const room = Math.max(1, width - 1.2);
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(displayWidth(line) / room)), 0);
}

/** Hanzi and full-width signs are two digits wide, and a 10.5 pt hanzi a little more than that. */
const displayWidth = (text: string): number => [...text].reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) > 0x2e7f || '“”‘’—…℃≥≤'.includes(character) ? 2.05 : 1.05), 0);

/** Row heights in points that one printed page holds; a little is kept free, because printers and spreadsheet programs differ. */
export function pageRoom({ page: { marginsMm, orientation } }: OfficialTable): number {
  const millimetres = orientation === 'landscape' ? 210 - marginsMm.left - marginsMm.right : 297 - marginsMm.top - marginsMm.bottom;
  return (millimetres * 72 * 0.98) / 25.4;
}
