import type { RawCell, RawWorkbook } from '../tables/raw-workbook.ts';
import { findTables, type FoundTable } from './find-tables.ts';
import { gridOf } from './grid.ts';
import { placeNames } from './place-names.ts';
import { pollutantInText } from './pollutant-text.ts';
import { findDustLists } from './read-dust-list.ts';
import { findForecastTables } from './read-forecasts.ts';
import type { NamedUnits } from '../plan/unit-schema.ts';
import { type HeaderContext, readHeaderCell } from './table-header.ts';

export type MonitoringKind = 'monitoring' | 'dust' | 'forecast';

/** What a workbook is by its headers. A forecast speaks of AQI and a list of dust days of no concentration, so they are looked for first. */
export function kindOf(workbook: RawWorkbook, plan: NamedUnits): MonitoringKind | null {
  if (findForecastTables(workbook).length > 0) return 'forecast';
  if (hasConcentrations(workbook, plan)) return 'monitoring';
  return findDustLists(workbook).length > 0 ? 'dust' : null;
}

/** Looks at the heads of the sheets only. */
function hasConcentrations(workbook: RawWorkbook, plan: NamedUnits): boolean {
  const places = placeNames(plan, []);
  return workbook.sheets.some((sheet) => {
    const grid = gridOf({ ...sheet, cells: sheet.cells.slice(0, HEAD_CELLS) });
    const context = { places, stamps: { date1904: workbook.date1904, year: 2000, month: '2000-01' } };
    return findTables(grid, context).some((table) => speaksOfPollutant(sheet.name, table, context));
  });
}

const HEAD_CELLS = 3000;

function speaksOfPollutant(sheetName: string, { titles, header, rows }: FoundTable, context: HeaderContext): boolean {
  const named = (cell: RawCell): boolean => readHeaderCell(cell, context).pollutant !== null;
  return (
    [...titles, sheetName].some((text) => pollutantInText(text) !== null) ||
    header.some((row) => row.cells.some(named)) ||
    rows.slice(0, 20).some((row) => row.cells.some(named))
  );
}
