import type { ContentText, TableCell as PdfCell, TableCellProperties } from 'pdfmake/interfaces.js';
import type { OfficialTable, TableRow } from '../../../shared/domain/documents/official-table.ts';
import type { FontRole, FontSet } from './fonts.ts';
import { mm, SIZE } from './geometry.ts';
import { type MissingGlyph, splitRuns } from './runs.ts';

const LINE_HEIGHT = 1.25;
const CELL_PADDING = 3;

type TextCell = ContentText & TableCellProperties;

/** Makes pdfmake cells of one table and collects the characters that no font has. */
export interface TableMaker {
  readonly missing: MissingGlyph[];
  text(text: string, role: FontRole, size: number, place: string): ContentText;
  headRow(): PdfCell[];
  /** Without merged cells, for measuring: the label of a merged column stands in the first row of its group. */
  plainRow(row: TableRow, previous: TableRow | undefined): PdfCell[];
  /** The rows of one page with their merged cells; a group that began on an earlier page is marked （续）. */
  pageRows(rows: readonly TableRow[], before: TableRow | undefined): PdfCell[][];
}

export function createTableMaker(table: OfficialTable, fonts: FontSet): TableMaker {
  const missing: MissingGlyph[] = [];
  const text: TableMaker['text'] = (value, role, size, place) => ({
    text: splitRuns(value, fonts.chains[role], (character) => missing.push({ character, place })),
    fontSize: size,
    lineHeight: LINE_HEIGHT,
  });

  const cell = (row: Extract<TableRow, { kind: 'data' }>, column: number, value = row.cells[column]?.text ?? ''): TextCell => ({
    ...text(value, 'body', SIZE.fifth, `${row.id} ${table.columns[column]?.title ?? ''}`),
    alignment: table.columns[column]?.align ?? 'left',
    verticalAlignment: 'middle',
  });

  const sectionRow = (row: Extract<TableRow, { kind: 'section' }>): PdfCell[] => [
    { ...text(row.text, 'heading', SIZE.fifth, row.id), colSpan: table.columns.length, alignment: 'left', id: row.id },
    ...table.columns.slice(1).map((): PdfCell => ''),
  ];

  const withId = (cells: (TextCell | '')[], row: TableRow): PdfCell[] => cells.map((entry, index) => (index === 0 && entry !== '' ? { ...entry, id: row.id } : entry));

  const mergeText = (row: TableRow | undefined, column: number): string | null => (row?.kind === 'data' ? (row.cells[column]?.text ?? '') : null);

  return {
    missing,
    text,
    headRow: () => table.columns.map((column): PdfCell => ({ ...text(column.title, 'heading', SIZE.fifth, '表头'), alignment: 'center', verticalAlignment: 'middle' })),
    plainRow(row, previous) {
      if (row.kind === 'section') return sectionRow(row);
      const cells = table.columns.map((column, index): TextCell | '' => {
        const repeated = column.merge === true && mergeText(previous, index) === mergeText(row, index);
        return { ...cell(row, index, repeated ? '' : undefined), verticalAlignment: 'top' };
      });
      return withId(cells, row);
    },
    pageRows: (rows, before) => rows.map((row, position) => {
      if (row.kind === 'section') return sectionRow(row);
      const cells = table.columns.map((column, index): TextCell | '' => {
        if (column.merge !== true) return cell(row, index);
        const label = mergeText(row, index);
        if (position > 0 && mergeText(rows[position - 1], index) === label) return '';
        const span = spanFrom(rows, position, index, mergeText);
        const continued = position === 0 && label !== '' && mergeText(before, index) === label;
        return { ...cell(row, index, continued ? `${label}\n（续）` : undefined), rowSpan: span };
      });
      return withId(cells, row);
    }),
  };
}

function spanFrom(rows: readonly TableRow[], position: number, column: number, textOf: (row: TableRow | undefined, column: number) => string | null): number {
  const label = textOf(rows[position], column);
  let span = 1;
  while (position + span < rows.length && textOf(rows[position + span], column) === label) span += 1;
  return span;
}

/** Column widths in points: pdfmake adds padding and lines to a width, so they are taken off. */
export function columnWidths(table: OfficialTable, contentWidth: number): number[] {
  const line = LINE_WIDTH;
  const total = table.columns.reduce((sum, column) => sum + column.widthMm, 0);
  const scale = contentWidth / mm(total);
  return table.columns.map((column) => mm(column.widthMm) * scale - 2 * CELL_PADDING - line - line / table.columns.length);
}

const LINE_WIDTH = 0.5;

export const tableLayout = {
  hLineWidth: () => LINE_WIDTH,
  vLineWidth: () => LINE_WIDTH,
  paddingLeft: () => CELL_PADDING,
  paddingRight: () => CELL_PADDING,
  paddingTop: () => CELL_PADDING,
  paddingBottom: () => CELL_PADDING - 1,
};
