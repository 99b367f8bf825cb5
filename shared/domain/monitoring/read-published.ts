import type { Pollutant } from '../air/standards/pollutants.ts';
import { type Finding, finding } from '../findings.ts';
import type { CellWorkbook } from '../tables/packed-cells.ts';
import type { RawCell } from '../tables/raw-workbook.ts';
import type { StatedCell } from './check-stated.ts';
import { aqiRange, levelsOf, primariesOf } from './forecast-words.ts';
import { type GridRow, keyOf } from './grid.ts';
import { findLists, listCell, type ListColumns, type ListTable, listText, yearInTitles } from './list-table.ts';
import { placeNames, placeOnDay, type PlaceNames } from './place-names.ts';
import { headerText } from './pollutant-text.ts';
import { readStamp } from './stamps.ts';
import type { MonitoringOptions } from './types.ts';

/** 公布的日报: AQI, level and primary pollutant of one day of a place, in a table without concentrations. */
export interface ReadPublishedDay {
  readonly placeId: string;
  readonly station: string;
  readonly date: string;
  readonly aqi: number;
  /** 1 优 to 6 严重污染. */
  readonly level: number | null;
  readonly primary: readonly Pollutant[] | null;
  readonly sheet: string;
  readonly cell: string;
  /** The same as it is written. */
  readonly said: readonly StatedCell[];
}

type Key = 'date' | 'hour' | 'place' | 'station' | 'aqi' | 'level' | 'primary';

const COLUMNS: ListColumns<Key> = {
  date: /^(?:监测|统计|数据)?(?:日期|时间|日)$/u,
  hour: /^(?:小时|时|时刻|时次|监测小时)$/u,
  place: /^(?:所属|所在)?(?:区域|镇街|乡镇|街道|街镇|镇街道|园区|单位|地区|区县|县区|区|城市)(?:名称)?$/u,
  station: /^(?:监测)?(?:地点|点位|站点|监测站|监测点)(?:名称)?$/u,
  aqi: /^日?(?:空气质量指数)?\(?aqi\)?(?:指数|数值|值)?$|^(?:日|环境)?空气质量指数(?:日?值)?$/u,
  level: /^(?:日?(?:aqi|空气质量(?:指数)?)?(?:级别|类别|等级|质量状况))$|^空气质量$/u,
  primary: /^(?:日)?首要污染物$|^primarypollutants?$/u,
};

/** Tables of days, each row with its AQI; one of hours is none. */
export const findPublishedTables = (workbook: CellWorkbook): ListTable<Key>[] =>
  findLists(workbook, COLUMNS, (found) => found.has('date') && found.has('aqi') && !found.has('hour'));

/** Whether a workbook has nothing but such tables, and these no column of anything else. */
export function isPublishedAlone(workbook: CellWorkbook): boolean {
  const tables = findPublishedTables(workbook);
  const sheets = workbook.sheets.filter(({ visibility, cells }) => visibility === 'visible' && cells.length > 0);
  return tables.length > 0 && tables.length === sheets.length && tables.every(isAlone);
}

const isAlone = ({ header, columns }: ListTable<Key>): boolean => {
  const known = new Set([...columns.values()].map(({ column }) => column));
  return header.cells.every(
    ({ value, column }) => known.has(column) || value.type === 'blank' || (value.type === 'text' && BESIDE.test(headerText(value.text))),
  );
};

/** Columns that say nothing of the air. */
const BESIDE = /^(?:|序号|编号|备注|说明|颜色|级别颜色|省|省份|市|排名|名次|发布时间|更新时间)$/u;

type Options = Pick<MonitoringOptions, 'file' | 'plan' | 'districtNames' | 'year' | 'registered' | 'assigned' | 'until'>;

/** Reads them row by row; what is not understood is named with its cell and left out. */
export function readPublished(
  workbook: CellWorkbook,
  options: Options,
): { readonly days: readonly ReadPublishedDay[]; readonly findings: readonly Finding[] } {
  const places = placeNames(options.plan, options.districtNames, options);
  const findings: Finding[] = [];
  const days = findPublishedTables(workbook).flatMap((table) => {
    const stamps = { date1904: workbook.date1904, year: yearInTitles(table.titles) ?? options.year, month: null };
    return table.rows.flatMap((row) => dayOf({ table, row, places, stamps, options, findings }));
  });
  const placeOn = placeOnDay(options.plan);
  const dated = days.map((day) => ({ ...day, placeId: placeOn(day.placeId, day.date) }));
  const once = withoutConflicts(withoutAhead(dated, options, findings), options.file, findings);
  if (once.length > 0)
    findings.unshift(finding('MONITOR_PUBLISHED_KEPT', { file: options.file, sheet: once[0]?.sheet ?? null }, { count: once.length }));
  return { days: once, findings };
}

/** Of days to come nothing has been published. */
function withoutAhead(days: readonly ReadPublishedDay[], { file, until }: Options, findings: Finding[]): readonly ReadPublishedDay[] {
  const ahead = until === undefined ? [] : days.filter(({ date }) => date > until);
  const [first] = ahead;
  if (first === undefined || until === undefined) return days;
  const dates = [...new Set(ahead.map(({ date }) => date))].toSorted();
  const params = { count: dates.length, first: dates[0] ?? '', last: dates.at(-1) ?? '', until };
  findings.push(finding('MONITOR_AHEAD', { file, sheet: first.sheet, cell: first.cell }, params));
  return days.filter(({ date }) => date <= until);
}

interface Row {
  readonly table: ListTable<Key>;
  readonly row: GridRow;
  readonly places: PlaceNames;
  readonly stamps: Parameters<typeof readStamp>[1];
  readonly options: Options;
  readonly findings: Finding[];
}

function dayOf(at: Row): ReadPublishedDay[] {
  const { table, row, options, findings } = at;
  const [dateCell, aqiCell] = [listCell(table, row, 'date'), listCell(table, row, 'aqi')];
  const aqiText = textOf(at, 'aqi');
  if (dateCell === undefined || aqiCell === undefined || MISSING.test(aqiText)) return [];
  const unreadable = (key: Key, cell: RawCell | undefined): ReadPublishedDay[] => {
    findings.push(
      finding(
        'LIST_ROW_UNREADABLE',
        { file: options.file, sheet: table.sheet, cell: cell?.address ?? dateCell.address },
        { column: table.columns.get(key)?.title ?? '', text: textOf(at, key) },
      ),
    );
    return [];
  };
  if (/^(?:注|备注|说明|合计|平均)/u.test(textOf(at, 'date'))) return [];
  const stamp = readStamp(dateCell.value, at.stamps);
  // A table of hours says nothing of a day.
  if (stamp === null || stamp.hour !== null) return unreadable('date', dateCell);
  const place = placeOf(at);
  if (place === null)
    return unreadable(table.columns.has('place') ? 'place' : 'station', listCell(table, row, 'place') ?? listCell(table, row, 'station'));
  const range = aqiRange(aqiText);
  if (range === null || range.low !== range.high) return unreadable('aqi', aqiCell);
  const levels = levelsOf(textOf(at, 'level'));
  if (levels === null || levels.length > 1) return unreadable('level', listCell(table, row, 'level'));
  const primaryText = textOf(at, 'primary');
  const primary = primaryText === '' ? null : primariesOf(primaryText);
  if (primary === null && primaryText !== '') return unreadable('primary', listCell(table, row, 'primary'));
  const { sheet } = table;
  return [
    { ...place, date: stamp.date, aqi: range.low, level: levels[0] ?? null, primary, sheet, cell: aqiCell.address, said: saidOf(at) },
  ];
}

const MISSING = /^(?:|-+|—+|–|\/|na|null|缺测|缺失|无|无效|0)$/iu;

const textOf = ({ table, row, stamps }: Row, key: Key): string => listText(listCell(table, row, key), stamps.date1904);

/** By its columns, else by what titles, the sheet or the file call it. */
function placeOf(at: Row): { readonly placeId: string; readonly station: string } | null {
  const { places, table, options } = at;
  const [town, station] = [textOf(at, 'place'), textOf(at, 'station')];
  if (station !== '') {
    const placeId = places.station(station) ?? (town === '' ? null : places.place(town));
    return placeId === null ? null : { placeId, station: places.place(station) === placeId ? '' : station };
  }
  if (town !== '') {
    const placeId = places.place(town);
    return placeId === null ? null : { placeId, station: '' };
  }
  if (table.columns.has('place') || table.columns.has('station')) return null;
  const placeId = [...table.titles, options.file].reduce<string | null>((found, title) => found ?? places.inText(title), null);
  return placeId === null ? null : { placeId, station: '' };
}

const SAID = ['aqi', 'level', 'primary'] as const;

const saidOf = ({ table, row, stamps }: Row): StatedCell[] =>
  SAID.flatMap((what) => {
    const cell = listCell(table, row, what);
    if (cell === undefined) return [];
    const text = listText(cell, stamps.date1904);
    const column = table.columns.get(what)?.title ?? '';
    return text === '' ? [] : [{ what, pollutant: null, text, column, place: { sheet: table.sheet, key: keyOf(cell.row, cell.column) } }];
  });

/** A day that the table has twice with two values is taken in neither. */
function withoutConflicts(days: readonly ReadPublishedDay[], file: string, findings: Finding[]): ReadPublishedDay[] {
  const groups = Map.groupBy(days, ({ placeId, station, date }) => `${placeId}|${station}|${date}`);
  return [...groups.values()].flatMap((group) => {
    const [first, ...others] = group;
    if (first === undefined) return [];
    const other = others.find((one) => one.aqi !== first.aqi);
    if (other === undefined) return [first];
    const params = { first: first.cell, before: String(first.aqi), value: String(other.aqi) };
    findings.push(finding('MONITOR_VALUES_CONFLICT', { file, sheet: other.sheet, cell: other.cell }, params));
    return [];
  });
}
