import type { OfficialTable, TableRow } from '../../../shared/domain/documents/official-table.ts';
import type { MeasuredTable } from './measure.ts';
import type { MeasuredRow } from './page-plan.ts';
import { pieceId } from './row-pieces.ts';

type DataRow = Extract<TableRow, { kind: 'data' }>;

/** Stands in the first cell of a row's second and later pieces. */
const CONTINUED = '续';

/** Texts up to this length stay with the first piece. */
const SHORT = 24;

/**
 * The table with every row that is higher than its page divided into several rows, so that nothing is cut off. A merging column with a text
 * higher than a page merges no more: its texts are then divided like all others. Gives the same object when every row finds room.
 */
export function withoutTallRows(table: OfficialTable, measured: MeasuredTable): OfficialTable {
  const limits = new Map(measured.rows.map((row, index) => [row.id, limitOf(measured, index)]));
  const columns = table.columns.map((column, index) =>
    measured.rows.some((row) => labelTooTall(row, index, limits, measured)) ? { ...column, merge: false } : column,
  );
  if (columns.some((column, index) => column !== table.columns[index])) return { ...table, columns };
  const heights = new Map(measured.rows.map((row) => [row.id, row.height]));
  let divided = false;
  const rows = table.rows.flatMap((row): TableRow[] => {
    const [height, limit] = [heights.get(row.id) ?? 0, limits.get(row.id) ?? measured.otherRoom];
    if (row.kind === 'section' || height <= limit) return [row];
    divided = true;
    return pieces(table, row, Math.ceil((height / limit) * 1.15));
  });
  return divided ? { ...table, rows } : table;
}

/** A first page with less than half the usual room holds no long row's beginning; the table begins on the next. */
const LEAST_SHARE = 0.5;

/** Height a row may have: a page's room, less the section rows that stay with the row. */
function limitOf({ rows, firstRoom, otherRoom }: MeasuredTable, index: number): number {
  const before = rows.slice(0, index);
  const sections = before.slice(before.findLastIndex((row) => !row.section) + 1);
  const least = otherRoom * LEAST_SHARE;
  const room = sections.length === before.length && firstRoom >= least ? firstRoom : otherRoom;
  return Math.max(least, room - sections.reduce((sum, row) => sum + row.height, 0));
}

function labelTooTall(row: MeasuredRow, column: number, limits: ReadonlyMap<string, number>, measured: MeasuredTable): boolean {
  const label = row.labels[column];
  if (label === null || label === undefined) return false;
  return (
    measured.labelHeight(column, label, false) > (limits.get(row.id) ?? measured.otherRoom) ||
    measured.labelHeight(column, label, true) > measured.otherRoom
  );
}

function pieces(table: OfficialTable, row: DataRow, count: number): DataRow[] {
  const texts = table.columns.map((_column, index) => row.cells[index]?.text ?? '');
  const portions = texts.map((text, index) =>
    table.columns[index]?.merge === true || [...text].length <= SHORT ? [text] : divide(text, count),
  );
  return Array.from({ length: Math.max(...portions.map((portion) => portion.length)) }, (_, piece): DataRow => ({
    kind: 'data',
    id: pieceId(row.id, piece),
    cells: portions.map((portion, index) => {
      if (table.columns[index]?.merge === true) return { text: texts[index] ?? '' };
      return { text: piece > 0 && index === 0 && portion.length === 1 ? CONTINUED : (portion[piece] ?? '') };
    }),
  }));
}

/** Portions of at most the text's share, each ending after a mark of punctuation where one is near. */
function divide(text: string, count: number): string[] {
  const characters = [...text];
  const size = Math.ceil(characters.length / count);
  const result: string[] = [];
  for (let start = 0; start < characters.length;) {
    let end = Math.min(characters.length, start + size);
    if (end < characters.length) {
      const near = characters
        .slice(Math.max(start + 1, end - Math.floor(size / 5)), end)
        .findLastIndex((character) => /[，。；、\n]/u.test(character));
      if (near >= 0) end = Math.max(start + 1, end - Math.floor(size / 5)) + near + 1;
    }
    result.push(characters.slice(start, end).join(''));
    start = end;
  }
  return result;
}
