import type { Forecast } from '../air/forecast/types.ts';
import type { Pollutant } from '../air/standards/pollutants.ts';
import { type Finding, finding } from '../findings.ts';
import type { RawCell, RawWorkbook } from '../tables/raw-workbook.ts';
import { aqiRange, levelsOf, primariesOf } from './forecast-words.ts';
import type { GridRow } from './grid.ts';
import { findLists, listCell, type ListColumns, type ListTable, listText, yearInTitles } from './list-table.ts';
import { readStamp, type StampContext } from './stamps.ts';

/** One row of a table of forecasts (空气质量预报), with the cells it was read from. */
export interface ReadForecast {
  readonly forecast: Forecast;
  readonly sheet: string;
  /** Address by column: published, date, range, low, high, level, primary, lead, statedAqi, statedPrimary. */
  readonly cells: Readonly<Partial<Record<ForecastKey, string>>>;
}

export type ForecastKey = 'published' | 'date' | 'low' | 'high' | 'range' | 'level' | 'primary' | 'lead' | 'statedAqi' | 'statedPrimary';

const FORECAST_COLUMNS: ListColumns<ForecastKey> = {
  published: /^(?:预报)?(?:发布|制作|起报|会商)(?:时间|日期|日)$/u,
  statedAqi: /^(?:实况|实测|实际|观测)(?:值|aqi|aqi值|空气质量指数)$/u,
  statedPrimary: /^(?:实况|实测|实际|观测)首要污染物$/u,
  low: /^(?:预报|预测)?(?:aqi|aqi值|aqi范围|空气质量指数)?(?:\()?(?:下限|最小值|低值|最低)(?:\))?(?:值)?$/u,
  high: /^(?:预报|预测)?(?:aqi|aqi值|aqi范围|空气质量指数)?(?:\()?(?:上限|最大值|高值|最高)(?:\))?(?:值)?$/u,
  range: /^(?:预报|预测)?(?:aqi|空气质量指数)(?:范围|区间|值|预报|预报值|值范围)?$/u,
  level: /^(?:预报|预测)?(?:空气质量)?(?:级别|等级|类别|质量级别|质量等级)(?:范围)?$/u,
  primary: /^(?:预报|预测)?首要污染物$/u,
  lead: /^(?:预报|预测)?时效(?:\(?(?:h|小时|天)\)?)?$/u,
  date: /^(?:预报|预测|目标|被预报)(?:日期|日|时间|对象日期|时段)$/u,
};

export const findForecastTables = (workbook: RawWorkbook): ListTable<ForecastKey>[] =>
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
  workbook: RawWorkbook,
  options: { readonly file: string; readonly year: number | null },
): { readonly forecasts: readonly ReadForecast[]; readonly findings: readonly Finding[] } {
  const tables = findForecastTables(workbook);
  if (tables.length === 0) return { forecasts: [], findings: [finding('COLUMN_MISSING', { file: options.file }, { column: '预报日期' })] };
  const findings: Finding[] = [];
  const forecasts = tables.flatMap((table) => {
    const stamps = { date1904: workbook.date1904, year: yearInTitles(table.titles) ?? options.year, month: null };
    return table.rows.flatMap((row) => {
      const read = forecastOf({ table, row, stamps, file: options.file });
      if (read === null) return [];
      if ('code' in read) findings.push(read);
      return 'code' in read ? [] : [read];
    });
  });
  return { forecasts, findings };
}

interface Row {
  readonly table: ListTable<ForecastKey>;
  readonly row: GridRow;
  readonly stamps: StampContext;
  readonly file: string;
}

/** The forecast of a row; null for a row that is none; a finding for the first cell that is not understood. */
function forecastOf(at: Row): ReadForecast | Finding | null {
  const dateCell = cellOf(at, 'date');
  if (dateCell === undefined || /^(?:注|备注|说明|合计|平均)/u.test(textOf(at, 'date'))) return null;
  const date = readStamp(dateCell.value, at.stamps)?.date ?? null;
  if (date === null) return unreadable(at, 'date');
  const published = publishedOf(at);
  const lead = leadOf(at);
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
  const { low, high } = range.value;
  const source = `${at.table.sheet}!${dateCell.address}`;
  return {
    forecast: { source, published, date, leadDays: lead.days, low, high, levels, primary, stated },
    sheet: at.table.sheet,
    cells: cellsOf(at),
  };
}

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
