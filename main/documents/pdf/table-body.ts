import type { ContentText, CustomTableLayout, TableCell as PdfCell, TableCellProperties } from 'pdfmake/interfaces.js';
import type { OfficialTable, TableRow } from '../../../shared/domain/documents/official-table.ts';
import { figureSize } from './figures.ts';
import type { FontRole, FontSet } from './fonts.ts';
import { mm, type PageGeometry, SIZE } from './geometry.ts';
import { wholeRowId } from './row-pieces.ts';
import { type MissingGlyph, splitRuns } from './runs.ts';

export const LINE_WIDTH = 0.5;
export const CELL_PADDING_TOP = 4;
const CELL_PADDING_SIDE = 3.5;
const LINE_HEIGHT = 1.25;

/** Columns up to which the cells are set in 小四; more columns take 五号, so that a line still holds a phrase. */
const FEW_COLUMNS = 4;

/** Mark of a merged cell that began on an earlier page. */
const CONTINUED = '（续）';

export type TextCell = ContentText & TableCellProperties & { id?: string };
type DataRow = Extract<TableRow, { kind: 'data' }>;

/** Makes pdfmake cells of one table and collects the characters that no font has. */
export interface TableMaker {
  readonly missing: MissingGlyph[];
  readonly widths: number[];
  text(text: string, role: FontRole, size: number, place: string): ContentText;
  headRow(): TextCell[];
  /** Without merged cells and all at the top, for measuring: cells of merging columns are empty. */
  plainRow(row: TableRow): PdfCell[];
  /** A row of which only a merging column is filled, for measuring. */
  labelRow(id: string, column: number, label: string, continued: boolean): PdfCell[];
  /** The rows of one page with their merged cells; a group that began on an earlier page is marked （续）. */
  pageRows(rows: readonly TableRow[], before: TableRow | undefined): PdfCell[][];
}

export function createTableMaker(table: OfficialTable, geometry: PageGeometry, fonts: FontSet): TableMaker {
  const { missing, size, widths, text, fixed, cell } = createTexts(table, geometry, fonts);

  const sectionRow = (row: Extract<TableRow, { kind: 'section' }>): PdfCell[] => [
    { ...text(row.text, 'heading', size, row.text), colSpan: table.columns.length, alignment: 'left', id: row.id },
    ...table.columns.slice(1).map((): PdfCell => ''),
  ];

  const dataRow = (rows: readonly TableRow[], position: number, before: TableRow | undefined, row: DataRow): PdfCell[] => {
    const cells = table.columns.map((_column, index): TextCell | '' => {
      const label = mergeLabel(table, row, index);
      if (label === null) return cell(row, index);
      if (position > 0 && mergeLabel(table, rows[position - 1], index) === label) return '';
      const continued = position === 0 && mergeLabel(table, before, index) === label;
      return { ...cell(row, index, continued ? withContinued(label) : undefined), rowSpan: spanFrom(table, rows, position, index) };
    });
    return withId(cells, row.id);
  };

  return {
    missing,
    widths,
    text,
    headRow: () =>
      table.columns.map((column, index): TextCell => ({
        ...fixed(column.title, 'heading', '表头', index),
        alignment: 'center',
        verticalAlignment: 'middle',
      })),
    plainRow: (row) =>
      row.kind === 'section'
        ? sectionRow(row)
        : withId(
            table.columns.map((_column, index): TextCell =>
              atTop(cell(row, index, mergeLabel(table, row, index) === null ? undefined : '')),
            ),
            row.id,
          ),
    labelRow: (id, column, label, continued) =>
      withId(
        table.columns.map((_column, index) =>
          fixed(index === column ? (continued ? withContinued(label) : label) : ' ', 'body', titleOf(table, column), index),
        ),
        id,
      ),
    pageRows: (rows, before) =>
      rows.map((row, position) => (row.kind === 'section' ? sectionRow(row) : dataRow(rows, position, before, row))),
  };
}

/** The texts of a table in its fonts; characters that no font has are collected in `missing`. */
function createTexts(table: OfficialTable, geometry: PageGeometry, fonts: FontSet) {
  const missing: MissingGlyph[] = [];
  const size = table.columns.length <= FEW_COLUMNS ? SIZE.fourthSmall : SIZE.fifth;
  const widths = columnWidths(table, geometry.contentWidth);
  const runs = (value: string, role: FontRole, place: string, room: number): ContentText['text'] =>
    splitRuns(value, fonts.chains[role], (character) => missing.push({ character, place }), room);
  const text: TableMaker['text'] = (value, role, fontSize, place) => ({
    text: runs(value, role, place, Math.floor(geometry.contentWidth / fontSize / 2)),
    fontSize,
    lineHeight: LINE_HEIGHT,
  });
  const roomOf = (column: number): number => (widths[column] ?? 0) / size;
  const fixed = (value: string, role: FontRole, place: string, column: number): TextCell => ({
    text: value === ' ' ? value : runs(value, role, place, roomOf(column)),
    fontSize: size,
    lineHeight: LINE_HEIGHT,
  });

  const cell = (row: DataRow, column: number, value = row.cells[column]?.text ?? ''): TextCell => {
    const fontSize = figureSize(value, size, widths[column] ?? 0);
    return {
      text: runs(value, 'body', `${placeOf(table, row)} ${titleOf(table, column)}`.trim(), (widths[column] ?? 0) / fontSize),
      fontSize,
      lineHeight: LINE_HEIGHT,
      alignment: table.columns[column]?.align ?? 'left',
      verticalAlignment: 'middle',
    };
  };

  return { missing, size, widths, text, fixed, cell };
}

export const atTop = (cell: TextCell): TextCell => ({ ...cell, verticalAlignment: 'top' });

const withContinued = (label: string): string => `${label}\n${CONTINUED}`;

/** pdfmake reports the place of texts; the first cell that has one carries the row's id. */
function withId(cells: readonly (TextCell | '')[], id: string): PdfCell[] {
  const first = cells.findIndex((entry) => entry !== '');
  return cells.map((entry, index) => (index === first && entry !== '' ? { ...entry, id } : entry));
}

/** A person finds a row by the first text it shows, not by its id. */
const placeOf = (table: OfficialTable, row: DataRow): string => {
  const first = table.rows.find((candidate) => candidate.id === wholeRowId(row.id)) ?? row;
  return first.kind === 'data' ? (first.cells.find((entry) => entry.text !== '')?.text ?? '') : '';
};

const titleOf = (table: OfficialTable, column: number): string => (table.columns[column]?.title ?? '').replaceAll(/\s/gu, '');

/** The text by which a cell merges with its neighbours; null where the column merges nothing, the cell is empty, or the row is a section. */
export function mergeLabel(table: OfficialTable, row: TableRow | undefined, column: number): string | null {
  if (row?.kind !== 'data' || table.columns[column]?.merge !== true) return null;
  const text = row.cells[column]?.text ?? '';
  return text === '' ? null : text;
}

function spanFrom(table: OfficialTable, rows: readonly TableRow[], position: number, column: number): number {
  const label = mergeLabel(table, rows[position], column);
  let span = 1;
  while (position + span < rows.length && mergeLabel(table, rows[position + span], column) === label) span += 1;
  return span;
}

/** Column widths in points: pdfmake adds padding and lines to a width, so they are taken off. */
function columnWidths(table: OfficialTable, contentWidth: number): number[] {
  const total = table.columns.reduce((sum, column) => sum + column.widthMm, 0);
  const scale = contentWidth / mm(total);
  return table.columns.map((column) => mm(column.widthMm) * scale - 2 * CELL_PADDING_SIDE - LINE_WIDTH - LINE_WIDTH / table.columns.length);
}

export const tableLayout: CustomTableLayout = {
  hLineWidth: () => LINE_WIDTH,
  vLineWidth: () => LINE_WIDTH,
  paddingLeft: () => CELL_PADDING_SIDE,
  paddingRight: () => CELL_PADDING_SIDE,
  paddingTop: () => CELL_PADDING_TOP,
  // A line's leading lies below its glyphs, so the bottom needs less.
  paddingBottom: () => CELL_PADDING_TOP - 2.5,
};
