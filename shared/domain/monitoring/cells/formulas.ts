import { CHANGING, formulaIssues } from '../../returns/shown-cell.ts';
import type { CellLookup } from '../../tables/formula-result.ts';
import type { CellWorkbook } from '../../tables/packed-cells.ts';
import type { RawValue } from '../../tables/raw-workbook.ts';
import { type Grid, gridOf, type GridRow } from '../grid.ts';
import type { Notices } from '../notices.ts';

interface Place {
  readonly sheet: string;
  readonly key: number;
  readonly column: string;
}

/**
 * Whether the result that the file holds for a formula is a value: not one that changes with every opening, that refers to blank cells alone, or
 * that another program left uncomputed. Another workbook's is taken with a word, as is one that depends on more than cells.
 */
export function formulaStands(formula: string, value: RawValue, lookup: CellLookup, place: Place, notices: Notices): boolean {
  const { warned, errors } = formulaIssues(value, formula, lookup);
  const held = [...errors, ...warned].find(({ code }) => REASONS[code] !== undefined);
  if (held !== undefined) {
    notices.cell('MONITOR_FORMULA_HELD', place, { ...held.params, formula, reason: REASONS[held.code] ?? '' });
    return false;
  }
  for (const { code } of warned)
    notices.tally(code === 'FORMULA_EXTERNAL' ? 'MONITOR_FORMULA_EXTERNAL' : 'MONITOR_FORMULA_VOLATILE', place, { formula });
  return true;
}

const REASONS: Readonly<Record<string, string>> = {
  FORMULA_CHANGES: 'changes',
  FORMULA_OF_BLANKS: 'blanks',
  FORMULA_DISAGREES: 'differs',
};

/** Another result with every opening: TODAY, NOW, RAND. */
export const isChanging = (formula: string): boolean => formula !== '' && CHANGING.test(formula);

/** The values of all sheets, asked for by the formulas of one of them. */
export function lookupOf({ sheets }: CellWorkbook): (own: Grid) => CellLookup {
  const rowsOf = new Map<Grid, ReadonlyMap<number, GridRow>>();
  const rowIn = (grid: Grid, row: number): GridRow | undefined => {
    const rows = rowsOf.get(grid) ?? new Map(grid.rows.map((one) => [one.row, one]));
    rowsOf.set(grid, rows);
    return rows.get(row);
  };
  return (own) => (name, column, row) => {
    const sheet = name === null ? null : sheets.find((one) => one.name === name);
    const grid = sheet === null ? own : sheet === undefined ? null : gridOf(sheet);
    return grid === null ? UNKNOWN : (rowIn(grid, row)?.value(column) ?? null);
  };
}

/** Of a sheet that is not there nothing can be said: an error ends the reckoning. */
const UNKNOWN: RawValue = { type: 'error', code: '#REF!' };
