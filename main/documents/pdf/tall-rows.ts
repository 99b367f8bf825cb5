import type { OfficialTable, TableRow } from '../../../shared/domain/documents/official-table.ts';
import type { MeasuredTable } from './measure.ts';
import { pieceId } from './row-pieces.ts';

type DataRow = Extract<TableRow, { kind: 'data' }>;

/** Stands in the first cell of a row's second and later pieces. */
const CONTINUED = '续';

/** Texts up to this length stay with the first piece. */
const SHORT = 24;

/**
 * The table with every row that is higher than a page divided into several rows, so that nothing is cut off. Gives the same object when no
 * row is too high.
 */
export function withoutTallRows(table: OfficialTable, measured: MeasuredTable): OfficialTable {
  const heights = new Map(measured.rows.map((row) => [row.id, row.height]));
  let divided = false;
  const rows = table.rows.flatMap((row): TableRow[] => {
    const height = heights.get(row.id) ?? 0;
    if (row.kind === 'section' || height <= measured.otherRoom) return [row];
    divided = true;
    return pieces(table, row, Math.ceil((height / measured.otherRoom) * 1.15));
  });
  return divided ? { ...table, rows } : table;
}

function pieces(table: OfficialTable, row: DataRow, count: number): DataRow[] {
  const texts = table.columns.map((_column, index) => row.cells[index]?.text ?? '');
  const portions = texts.map((text, index) => (table.columns[index]?.merge === true || [...text].length <= SHORT ? [text] : divide(text, count)));
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
  for (let start = 0; start < characters.length; ) {
    let end = Math.min(characters.length, start + size);
    if (end < characters.length) {
      const near = characters.slice(Math.max(start + 1, end - Math.floor(size / 5)), end).findLastIndex((character) => /[，。；、\n]/u.test(character));
      if (near >= 0) end = Math.max(start + 1, end - Math.floor(size / 5)) + near + 1;
    }
    result.push(characters.slice(start, end).join(''));
    start = end;
  }
  return result;
}
