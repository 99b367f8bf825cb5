import type ExcelJS from 'exceljs';
import type { OfficialTable, TableRow } from '../../../shared/domain/documents/official-table.ts';
import { pageRoom } from './official-table-measures.ts';

/** Where a row of the table stands on the sheet: its first sheet row, and over how many it goes. */
export interface RowPlace {
  readonly first: number;
  readonly count: number;
}

/** Blank part of a page that rows kept together may leave. */
const MOST_BLANK = 0.25;

/**
 * Rows that belong together begin the next page where they would break over a page's end, if they fit there and leave no great blank: the rows of
 * a merged category, whose label a spreadsheet prints on one page only, and a section row with the row below it. Excel itself leaves manual
 * breaks aside on a sheet that is fitted to the page's width, other programs follow them.
 */
export function keepRowsTogether(sheet: ExcelJS.Worksheet, table: OfficialTable, headRow: number, places: readonly RowPlace[]): void {
  const room = pageRoom(table);
  const height = (first: number, count: number): number =>
    Array.from({ length: count }, (_, index) => sheet.getRow(first + index).height).reduce((sum, value) => sum + value, 0);
  const headHeight = height(headRow, 1);
  let used = height(1, headRow);
  for (const block of blocksOf(table)) {
    const [first, last] = [places[block.first], places[block.first + block.count - 1]];
    if (first === undefined || last === undefined) continue;
    const needed = height(first.first, last.first + last.count - first.first);
    if (used + needed > room && block.first > 0 && block.count > 1 && needed <= room - headHeight && room - used <= room * MOST_BLANK) {
      sheet.getRow(first.first - 1).addPageBreak();
      used = headHeight;
    }
    for (let row = first.first; row < last.first + last.count; row += 1) {
      // A row that finds no room goes whole below the repeated head of the next page.
      used = used + height(row, 1) > room ? headHeight + height(row, 1) : used + height(row, 1);
    }
  }
}

/** The groups of the first merging column (single rows where no column merges), each with the section rows above it. */
function blocksOf(table: OfficialTable): { first: number; count: number }[] {
  const column = table.columns.findIndex((candidate) => candidate.merge === true);
  const blocks: { first: number; count: number }[] = [];
  let sections = 0;
  for (const group of groupRows(table.rows, column)) {
    if (table.rows[group.first]?.kind === 'section') {
      sections += 1;
      continue;
    }
    blocks.push({ first: group.first - sections, count: group.count + sections });
    sections = 0;
  }
  return blocks;
}

export interface RowGroup {
  readonly first: number;
  readonly count: number;
  /** Text of the merged cell; null for a section row and an empty cell, which merge with nothing. */
  readonly label: string | null;
}

/** Neighbouring rows with equal text in a merging column. */
export function groupRows(rows: readonly TableRow[], column: number): RowGroup[] {
  const groups: { first: number; count: number; label: string | null }[] = [];
  rows.forEach((row, index) => {
    const text = row.kind === 'data' ? (row.cells[column]?.text ?? '') : '';
    const label = text === '' ? null : text;
    const last = groups.at(-1);
    if (last !== undefined && label !== null && last.label === label) last.count += 1;
    else groups.push({ first: index, count: 1, label });
  });
  return groups;
}
