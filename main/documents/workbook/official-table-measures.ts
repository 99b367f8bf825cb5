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

/** Excel's column width counts digits of the standard font; a digit is about 1.85 mm wide on paper, and some programs take a little more. */
const MM_PER_CHARACTER = 1.9;

/** Points of one line of 10.5 pt text, and what a cell needs above and below. */
const LINE_HEIGHT = 14.3;
const CELL_SPACE = 5;

/** Excel shows no row higher than 409.5 points; a higher one is written as several rows merged in every column. */
export const TALLEST_ROW = 400;

export const columnWidth = (column: TableColumn): number => Number((column.widthMm / MM_PER_CHARACTER).toFixed(2));

/** Height that lets nothing be cut off; Excel computes none for a file it did not write. Merged columns are left out: their text has several rows. */
export function rowHeight(table: OfficialTable, texts: readonly string[], leftOut: readonly boolean[] = []): number {
  const lines = texts.map((text, index) => {
    const column = table.columns[index];
    return column === undefined || leftOut[index] === true ? 1 : lineCount(text, columnWidth(column));
  });
  return Math.max(...lines, 1) * LINE_HEIGHT + CELL_SPACE;
}

/** Height of a merged cell's text in its column. */
export const labelHeight = (column: TableColumn, label: string): number => lineCount(label, columnWidth(column)) * LINE_HEIGHT + CELL_SPACE;

const widthOf = (columns: readonly TableColumn[]): number => columns.reduce((sum, column) => sum + columnWidth(column), 0);

/** Height of a paragraph that runs over several columns. */
export const noteHeight = (columns: readonly TableColumn[], note: string): number =>
  Math.min(TALLEST_ROW, lineCount(note, widthOf(columns)) * LINE_HEIGHT + 3);

/** The title's own height: a line of 20 pt for each line it needs. */
export const headingHeight = (table: OfficialTable): number =>
  Math.min(TALLEST_ROW, lineCount(table.title, widthOf(table.columns) / 2) * 30);

/** A subtitle's: 14 pt. */
export const subtitleHeight = (table: OfficialTable, subtitle: string): number =>
  Math.min(TALLEST_ROW, lineCount(subtitle, widthOf(table.columns) / 1.4) * 20 + 4);

/** Lines of a text that is wrapped as spreadsheet programs do it: at any hanzi, and between words of letters and digits. */
function lineCount(text: string, width: number): number {
  // One digit's width is kept free for the cell's padding.
  const room = Math.max(2, width - 1.2);
  return text.split('\n').reduce((sum, line) => sum + linesOf(line, room), 0);
}

function linesOf(line: string, room: number): number {
  let [lines, used] = [1, 0];
  for (const [word] of line.matchAll(/[A-Za-z0-9.]+|[\s\S]/gu)) {
    const width = displayWidth(word);
    if (used > 0 && used + width > room) {
      lines += 1;
      used = 0;
    }
    used += width;
    // A word wider than the column is broken by force.
    lines += Math.ceil(used / room) > 1 ? Math.ceil(used / room) - 1 : 0;
    if (used > room) used %= room;
  }
  return lines;
}

/** Hanzi and full-width signs are two digits wide, and a 10.5 pt hanzi a little more than that. */
const displayWidth = (text: string): number =>
  [...text].reduce(
    (sum, character) => sum + ((character.codePointAt(0) ?? 0) > 0x2e7f || '“”‘’—…℃≥≤'.includes(character) ? 2.05 : 1.05),
    0,
  );

/** Row heights in points that one printed page holds; a little is kept free, because printers and spreadsheet programs differ. */
export function pageRoom({ page: { marginsMm, orientation } }: OfficialTable): number {
  const millimetres = orientation === 'landscape' ? 210 - marginsMm.left - marginsMm.right : 297 - marginsMm.top - marginsMm.bottom;
  return (millimetres * 72 * 0.98) / 25.4;
}
