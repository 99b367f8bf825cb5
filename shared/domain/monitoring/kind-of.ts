import { type Finding, finding } from '../findings.ts';
import type { CellWorkbook } from '../tables/packed-cells.ts';
import type { RawCell } from '../tables/raw-workbook.ts';
import { findTables, type FoundTable } from './find-tables.ts';
import { gridOf } from './grid.ts';
import { placeNames } from './place-names.ts';
import { headerText, pollutantInText } from './pollutant-text.ts';
import { doubtsAboutDust, speaksOfDust } from './dust-words.ts';
import { findForecastsSideBySide } from './forecasts-side-by-side.ts';
import { findDustLists } from './read-dust-list.ts';
import { isPublishedAlone } from './read-published.ts';
import { findForecastTables } from './read-forecasts.ts';
import type { NamedUnits } from '../plan/unit-schema.ts';
import { type HeaderContext, readHeaderCell } from './table-header.ts';

export { speaksOfDust };

export type MonitoringKind = 'monitoring' | 'dust' | 'forecast' | 'published';

export interface Recognised {
  readonly kind: MonitoringKind | null;
  /** Why a file that looks like a list is none; empty where it looks like nothing known. */
  readonly findings: readonly Finding[];
}

/**
 * What a workbook is by its headers; `published` has AQI by day and no concentration. A forecast speaks of AQI and a list of dust days of no concentration, so they are looked for first. A dust
 * list must be said to be one, and have no column that is not understood.
 */
export function recognise(
  workbook: CellWorkbook,
  { file, plan, edition }: { readonly file: string; readonly plan: NamedUnits; readonly edition: number },
): Recognised {
  if (findForecastTables(workbook).length > 0 || (edition > 1 && findForecastsSideBySide(workbook).length > 0)) return known('forecast');
  const said = speaksOfDust(workbook, file);
  // A primary pollutant in a cell is no concentration.
  if (edition > 1 && !said && isPublishedAlone(workbook)) return known('published');
  if (hasConcentrations(workbook, plan)) return known('monitoring');
  const lists = findDustLists(workbook, edition);
  if (isIndexOnly(workbook) && (lists.length === 0 || (edition > 1 && !said)))
    return { kind: null, findings: [finding('MONITOR_AQI_ONLY', { file })] };
  if (lists.length === 0) return { kind: null, findings: [] };
  if (edition === 1) return known('dust');
  const findings = lists.flatMap((list) => doubtsAboutDust(list, { said, file, edition }));
  return findings.length === 0 ? known('dust') : { kind: null, findings };
}

const known = (kind: MonitoringKind): Recognised => ({ kind, findings: [] });

/** Tables of 空气质量指数 without a concentration. */
const isIndexOnly = ({ sheets }: CellWorkbook): boolean =>
  sheets.some(({ cells }) =>
    cells.slice(0, HEAD_CELLS).some(({ value }) => value.type === 'text' && /^(?:aqi|空气质量指数)/u.test(headerText(value.text))),
  );

/** Looks at the heads of the sheets only. */
function hasConcentrations(workbook: CellWorkbook, plan: NamedUnits): boolean {
  const places = placeNames(plan, []);
  return workbook.sheets.some((sheet) => {
    const grid = gridOf({ ...sheet, cells: sheet.cells.slice(0, HEAD_CELLS) });
    const context = { places, stamps: { date1904: workbook.date1904, year: 2000, month: '2000-01', days: true } };
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
