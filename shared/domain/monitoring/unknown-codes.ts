import type { Grid, GridRow } from './grid.ts';
import { addressOfKey, keyOf } from './grid.ts';
import type { Notices } from './notices.ts';
import { headerText } from './pollutant-text.ts';
import { STATION_CODE } from './table-columns.ts';

/**
 * A sheet whose places are codes of the network (站点代码: 1432A) of which the register has none: each is named, so that it can be registered or assigned;
 * of an archive of the whole country the first ones. Gives whether it is such a sheet.
 */
export function reportUnknownCodes(grid: Grid, notices: Notices): boolean {
  const codes = codesOf(grid);
  const [first] = codes;
  if (first === undefined) return false;
  if (codes.size > MOST_NAMED) {
    const named = [...codes.keys()].slice(0, MOST_NAMED).join('、');
    notices.say('MONITOR_CODES_UNREGISTERED', grid.name, addressOfKey(first[1]), { codes: named, count: codes.size });
    return true;
  }
  for (const [code, key] of codes) notices.tally('MONITOR_PLACE_UNKNOWN', { sheet: grid.name, key, column: code });
  return true;
}

const MOST_NAMED = 20;

const HEAD_ROWS = 10;

/** Each code with its first cell: heads of columns, or what stands below a heading of codes. */
function codesOf({ rows }: Grid): ReadonlyMap<string, number> {
  const codes = new Map<string, number>();
  const see = (row: GridRow, column: number, text: string): void => {
    const code = text.trim().toUpperCase();
    if (STATION_CODE.test(code) && !codes.has(code)) codes.set(code, keyOf(row.row, column));
  };
  for (const [index, row] of rows.slice(0, HEAD_ROWS).entries()) {
    if (row.count < 2) continue;
    for (const { value, column } of row.cells) {
      if (value.type !== 'text') continue;
      see(row, column, value.text);
      if (!CODE_HEADING.test(headerText(value.text))) continue;
      for (const below of rows.slice(index + 1)) {
        const found = below.value(column);
        if (found?.type === 'text') see(below, column, found.text);
      }
    }
    if (codes.size > 0) return codes;
  }
  return codes;
}

const CODE_HEADING = /编号|编码|代码|^(?:station)?code$/u;
