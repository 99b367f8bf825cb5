import { plainText, typedText } from '../returns/cell-text.ts';
import type { CellWorkbook } from '../tables/packed-cells.ts';
import { gridOf, type GridRow } from './grid.ts';
import type { ListTable } from './list-table.ts';
import { headerText } from './pollutant-text.ts';
import { FORECAST_COLUMNS, type ForecastKey } from './forecast-columns.ts';

/** The forecasts of one lead time out of a table with several of them side by side (24小时AQI范围, 24小时级别, 48小时…). */
export interface LeadTable extends ListTable<ForecastKey> {
  readonly leadDays: number;
}

const LEAD = /^(?:未来|预报|第)?(\d{1,3})(小时|h|天|日)(?:预报|后)?[-_:]?(.+)$/u;
const LAST_HEADER_ROW = 30;
const VALUE_KEYS: readonly ForecastKey[] = ['low', 'high', 'range', 'level', 'primary'];

/** One table for each lead time: the day it is for is the day of publication and as many days more. */
export function findForecastsSideBySide(workbook: CellWorkbook): LeadTable[] {
  return workbook.sheets.flatMap((sheet) => {
    if (sheet.visibility !== 'visible') return [];
    const grid = gridOf(sheet);
    for (const [index, row] of grid.rows.slice(0, LAST_HEADER_ROW).entries()) {
      const leads = leadsOf(row);
      const published = row.cells.find(({ value }) => PUBLISHED.test(headerText(typedText(value, false))));
      if (leads.size === 0 || published === undefined) continue;
      const own = { column: published.column, title: plainText(typedText(published.value, false)), address: published.address };
      const titles = [sheet.name, ...grid.rows.slice(0, index).flatMap(({ cells }) => cells.map(({ value }) => typedText(value, false)))];
      return [...leads].map(([leadDays, columns]): LeadTable => ({
        sheet: sheet.name,
        header: row,
        columns: new Map<ForecastKey, typeof own>([['published', own], ...columns]),
        rows: grid.rows.slice(index + 1),
        grid,
        titles,
        leadDays,
      }));
    }
    return [];
  });
}

const PUBLISHED = /^(?:预报)?(?:发布|制作|起报|会商|预报)(?:时间|日期|日)$/u;

function leadsOf(row: GridRow): Map<number, Map<ForecastKey, { column: number; title: string; address: string }>> {
  const leads = new Map<number, Map<ForecastKey, { column: number; title: string; address: string }>>();
  for (const { value, column, address } of row.cells) {
    const title = plainText(typedText(value, false));
    const match = LEAD.exec(headerText(title));
    const days = match === null ? null : daysOf(Number(match[1]), match[2] ?? '');
    const key = VALUE_KEYS.find((candidate) => FORECAST_COLUMNS[candidate].test(match?.[3] ?? ''));
    if (days === null || key === undefined) continue;
    const columns = leads.get(days) ?? new Map<ForecastKey, { column: number; title: string; address: string }>();
    if (!columns.has(key)) columns.set(key, { column, title, address });
    leads.set(days, columns);
  }
  return leads;
}

/** 24 hours are the next day; 第1天 too. */
function daysOf(number: number, unit: string): number | null {
  if (number === 0) return null;
  if (unit === '天' || unit === '日') return number;
  return number % 24 === 0 ? number / 24 : null;
}
