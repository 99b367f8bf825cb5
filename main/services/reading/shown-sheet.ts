import type { OriginalSheet } from '../../../shared/contract/returns.ts';
import type { FindingCode } from '../../../shared/domain/findings.ts';
import { typedText } from '../../../shared/domain/returns/cell-text.ts';
import type { CellSheet, CellWorkbook } from '../../../shared/domain/tables/packed-cells.ts';
import type { RawCell } from '../../../shared/domain/tables/raw-workbook.ts';
import { readCells } from '../../documents/table-reader/read-table.ts';

export interface SheetRequest {
  readonly sheet?: string | undefined;
  /** The cell that somebody wants to see. */
  readonly cell?: string | undefined;
}

export type ShownSheet = { readonly ok: true; readonly sheet: OriginalSheet } | { readonly ok: false; readonly code: FindingCode | null };

/** More cells than the largest return has by far; of a longer file the page gets the beginning, or the rows around the cell it asks for. */
const MOST_CELLS = 50_000;

/**
 * One sheet of a file as its sender saw it (原表). Without a name, or where the workbook has no sheet of that name (a finding may be about just
 * that), the first visible one. A hidden sheet is shown when it is named, because values may come from it; the very hidden one never.
 */
export async function shownSheet(name: string, bytes: Uint8Array, request: SheetRequest): Promise<ShownSheet> {
  const read = await readCells(name, bytes);
  if (!read.ok) return { ok: false, code: read.code };
  const sheet = pickSheet(read.workbook, request.sheet);
  if (sheet === null) return { ok: false, code: null };
  const rows = rowsOf(shownCells(sheet, request.cell), read.workbook.date1904);
  return {
    ok: true,
    sheet: {
      file: name,
      sheets: read.workbook.sheets.filter((candidate) => candidate.visibility === 'visible').map((candidate) => candidate.name),
      sheet: sheet.name,
      rows,
      merges: [...sheet.merges],
      columns: Math.max(0, ...rows.flatMap((row) => row.cells.at(-1)?.column ?? [])),
    },
  };
}

/** A year of hours has far more rows than a page can show: its head, and what stands around the cell. */
function shownCells({ cells }: CellSheet, wanted: string | undefined): readonly RawCell[] {
  const row = Number(/\d+/.exec(wanted ?? '')?.[0] ?? 0);
  if (cells.length <= MOST_CELLS || row === 0) return cells.slice(0, MOST_CELLS);
  const shown: RawCell[] = [];
  for (const cell of cells) {
    if (shown.length >= MOST_CELLS) break;
    if (cell.row <= HEAD_ROWS || Math.abs(cell.row - row) <= ROWS_AROUND) shown.push(cell);
  }
  return shown;
}

const HEAD_ROWS = 20;
const ROWS_AROUND = 200;

function pickSheet({ sheets }: CellWorkbook, name: string | undefined): CellSheet | null {
  const named = sheets.find((sheet) => sheet.name === name && sheet.visibility !== 'veryHidden');
  return named ?? sheets.find((sheet) => sheet.visibility === 'visible') ?? null;
}

function rowsOf(cells: readonly RawCell[], date1904: boolean): OriginalSheet['rows'] {
  const rows: OriginalSheet['rows'] = [];
  for (const cell of cells) {
    const text = typedText(cell.value, date1904);
    if (text === '') continue;
    const shown = { column: cell.column, address: cell.address, text };
    const last = rows.at(-1);
    if (last?.row === cell.row) last.cells.push(shown);
    else rows.push({ row: cell.row, cells: [shown] });
  }
  return rows;
}
