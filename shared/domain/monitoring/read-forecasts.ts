import type { Forecast } from '../air/forecast/types.ts';
import type { Pollutant } from '../air/standards/pollutants.ts';
import { type Finding, finding } from '../findings.ts';
import type { CellWorkbook } from '../tables/packed-cells.ts';
import type { RawCell } from '../tables/raw-workbook.ts';
import { aqiRange, levelsOf, primariesOf } from './forecast-words.ts';
import type { GridRow } from './grid.ts';
import { MONITORING_EDITION } from './edition.ts';
import { FORECAST_COLUMNS, type ForecastKey } from './forecast-columns.ts';
import { findForecastsSideBySide } from './forecasts-side-by-side.ts';
import { findLists, listCell, type ListTable, listText, yearInTitles } from './list-table.ts';
import { readStamp, shiftDate, type StampContext } from './stamps.ts';

/** One row of a table of forecasts (空气质量预报), with the cells it was read from. */
export interface ReadForecast {
  readonly forecast: Forecast;
  readonly sheet: string;
  /** Address by column: published, date, range, low, high, level, primary, lead, statedAqi, statedPrimary. */
  readonly cells: Readonly<Partial<Record<ForecastKey, string>>>;
}

export const findForecastTables = (workbook: CellWorkbook): ListTable<ForecastKey>[] =>
  findLists(
    workbook,
    FORECAST_COLUMNS,
    (found) =>
      found.has('date') &&
      (found.has('published') || found.has('lead')) &&
      ['low', 'high', 'range', 'level', 'primary'].some((key) => found.has(isKey(key))),
  );

const isKey = (key: string): ForecastKey => (key === 'low' || key === 'high' || key === 'range' || key === 'level' ? key : 'primary');

export function readForecasts(
  workbook: CellWorkbook,
  options: { readonly file: string; readonly year: number | null; readonly edition?: number | undefined },
): { readonly forecasts: readonly ReadForecast[]; readonly findings: readonly Finding[] } {
  const whole = findForecastTables(workbook);
  const leads = whole.length > 0 ? [] : findForecastsSideBySide(workbook);
  const tables: readonly Leading[] = whole.length > 0 ? whole : leads;
  if (tables.length === 0) return { forecasts: [], findings: [finding('COLUMN_MISSING', { file: options.file }, { column: '预报日期' })] };
  const findings: Finding[] = [];
  const forecasts = tables.flatMap((table) => {
    const stamps = { date1904: workbook.date1904, year: yearInTitles(table.titles) ?? options.year, month: null };
    return table.rows.flatMap((row) => {
      const read = forecastOf({ table, row, stamps, file: options.file, edition: options.edition ?? MONITORING_EDITION });
      if (read === null) return [];
      if ('code' in read) findings.push(read);
      return 'code' in read ? [] : [read];
    });
  });
  const [first] = leads;
  if (first !== undefined)
    findings.push(
      finding(
        'FORECAST_LEADS_COUNTED',
        { file: options.file, sheet: first.sheet, cell: first.header.cells[0]?.address ?? null },
        { leads: leads.map(({ leadDays }) => `${leadDays * 24} 小时按发布日后第 ${leadDays} 天`).join('、') },
      ),
    );
  return { forecasts, findings };
}

/** Of tables side by side each has its lead time, and no column of the days it is for. */
type Leading = ListTable<ForecastKey> & { readonly leadDays?: number };

interface Row {
  readonly table: Leading;
  readonly row: GridRow;
  readonly stamps: StampContext;
  readonly file: string;
  readonly edition: number;
}

/** The forecast of a row; null for a row that is none; a finding for the first cell that is not understood. */
function forecastOf(at: Row): ReadForecast | Finding | null {
  const { leadDays } = at.table;
  const dateKey = leadDays === undefined ? 'date' : 'published';
  const dateCell = cellOf(at, dateKey);
  if (dateCell === undefined || /^(?:注|备注|说明|合计|平均)/u.test(textOf(at, dateKey))) return null;
  if (leadDays !== undefined && VALUES.every((key) => textOf(at, key) === '')) return null;
  const day = readStamp(dateCell.value, at.stamps)?.date ?? null;
  if (day === null) return unreadable(at, dateKey);
  const date = shiftDate(day, leadDays ?? 0);
  const published = publishedOf(at);
  const lead = leadDays === undefined ? leadOf(at) : { days: leadDays };
  const range = rangeOf(at);
  const levels = levelsOf(textOf(at, 'level'));
  const primary = at.table.columns.has('primary') ? primaryOf(at, 'primary') : null;
  const stated = statedOf(at);
  const wrong: readonly (readonly [ForecastKey, unknown])[] = [
    ['published', published],
    ['lead', lead],
    [range.key, range.value],
    ['level', levels],
    ['primary', primary === 'wrong' ? null : 1],
    [stated === 'aqi' ? 'statedAqi' : 'statedPrimary', stated === 'aqi' || stated === 'primary' ? null : 1],
  ];
  const failed = wrong.find(([, value]) => value === null);
  if (
    failed !== undefined ||
    published === null ||
    lead === null ||
    range.value === null ||
    levels === null ||
    primary === 'wrong' ||
    stated === 'aqi' ||
    stated === 'primary'
  )
    return unreadable(at, failed?.[0] ?? 'date');
  if (at.edition >= 5 && published.slice(0, date.length) > date)
    return finding(
      'FORECAST_AFTERWARDS',
      { file: at.file, sheet: at.table.sheet, cell: cellOf(at, 'published')?.address ?? dateCell.address },
      { published, date },
    );
  const { low, high } = range.value;
  const source = `${at.table.sheet}!${dateCell.address}`;
  return {
    forecast: { source, published, date, leadDays: lead.days, low, high, levels, primary, stated },
    sheet: at.table.sheet,
    cells: leadDays === undefined ? cellsOf(at) : { ...cellsOf(at), date: cellOf(at, firstValue(at))?.address ?? dateCell.address },
  };
}

const firstValue = (at: Row): ForecastKey => VALUES.find((key) => cellOf(at, key) !== undefined) ?? 'published';

const VALUES: readonly ForecastKey[] = ['low', 'high', 'range', 'level', 'primary'];

const cellOf = ({ table, row }: Row, key: ForecastKey): RawCell | undefined => listCell(table, row, key);
const textOf = (at: Row, key: ForecastKey): string => listText(cellOf(at, key), at.stamps.date1904);

function unreadable(at: Row, key: ForecastKey): Finding {
  const place = { file: at.file, sheet: at.table.sheet, cell: cellOf(at, key)?.address ?? cellOf(at, 'date')?.address ?? null };
  return finding('LIST_ROW_UNREADABLE', place, { column: at.table.columns.get(key)?.title ?? '', text: textOf(at, key) });
}

/** '2024-07-01 17:00' keeps its time: of two forecasts of one day the later counts. */
function publishedOf(at: Row): string | null {
  const cell = cellOf(at, 'published');
  if (cell === undefined) return null;
  const minutes = /[ T](\d{1,2})[:时点](\d{1,2})/u.exec(textOf(at, 'published'));
  const value =
    minutes !== null && cell.value.type === 'text'
      ? { type: 'text' as const, text: cell.value.text.replace(/[ T]+\d{1,2}[:：时点].*$/u, '') }
      : cell.value;
  const stamp =
    readStamp(value, at.stamps) ??
    (cell.value.type === 'number' ? readStamp({ ...cell.value, digits: cell.value.digits.replace(/\..*$/, '') }, at.stamps) : null);
  if (stamp === null) return null;
  if (minutes !== null) return `${stamp.date} ${(minutes[1] ?? '').padStart(2, '0')}:${(minutes[2] ?? '').padStart(2, '0')}`;
  return stamp.hour === null ? stamp.date : `${stamp.date} ${String(stamp.hour).padStart(2, '0')}:00`;
}

/** 24, 48 and 72 are hours, 1 to 3 days. */
function leadOf(at: Row): { readonly days: number | null } | null {
  const text = textOf(at, 'lead').replaceAll(/\s|小时|h|H|天/gu, '');
  if (text === '') return { days: null };
  const number = /^\d{1,3}$/.test(text) ? Number(text) : null;
  if (number === null || number === 0) return null;
  if (number % 24 === 0) return { days: number / 24 };
  return number < 24 ? { days: number } : null;
}

function rangeOf(at: Row): {
  readonly key: ForecastKey;
  readonly value: { readonly low: number | null; readonly high: number | null } | null;
} {
  const [low, high, range] = [textOf(at, 'low'), textOf(at, 'high'), textOf(at, 'range')];
  if (low === '' && high === '') return { key: 'range', value: range === '' ? { low: null, high: null } : aqiRange(range) };
  const [lowest, highest] = [aqiRange(low === '' ? high : low), aqiRange(high === '' ? low : high)];
  if (lowest === null) return { key: 'low', value: null };
  return { key: 'high', value: highest === null || highest.high < lowest.low ? null : { low: lowest.low, high: highest.high } };
}

/** A blank cell does not say; 无 says that there is none. */
function primaryOf(at: Row, key: 'primary' | 'statedPrimary'): readonly Pollutant[] | null | 'wrong' {
  const text = textOf(at, key);
  return text === '' ? null : (primariesOf(text) ?? 'wrong');
}

function statedOf(at: Row): Forecast['stated'] | 'aqi' | 'primary' {
  const text = textOf(at, 'statedAqi');
  if (text === '' || /^(?:-+|—+|\/|NA|缺测)$/iu.test(text)) return null;
  const aqi = /^\d{1,3}$/.test(text) ? Number(text) : null;
  if (aqi === null || aqi > 500) return 'aqi';
  const primary = primaryOf(at, 'statedPrimary');
  return primary === 'wrong' ? 'primary' : { aqi, primary: primary ?? [] };
}

function cellsOf(at: Row): Partial<Record<ForecastKey, string>> {
  return Object.fromEntries(
    [...at.table.columns.keys()].flatMap((key) => {
      const cell = cellOf(at, key);
      return cell === undefined ? [] : [[key, cell.address]];
    }),
  );
}
