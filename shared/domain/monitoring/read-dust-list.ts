import { type Finding, finding } from '../findings.ts';
import { airUnits, type NamedUnits } from '../plan/unit-schema.ts';
import { splitUnitList } from '../plan/unit-names.ts';
import type { CellWorkbook } from '../tables/packed-cells.ts';
import type { RawCell } from '../tables/raw-workbook.ts';
import { isTakenOut, verdictColumns } from './dust-verdicts.ts';
import { MONITORING_EDITION } from './edition.ts';
import type { GridRow } from './grid.ts';
import { findLists, listCell, type ListColumns, type ListTable, listText, yearInTitles } from './list-table.ts';
import { placeNames, placeOnDay, type PlaceNames } from './place-names.ts';
import { headerText } from './pollutant-text.ts';
import { readStamp, shiftDate } from './stamps.ts';

/** A day that sand or dust (沙尘) is taken out of, for all places or for some of them. */
export interface ReadDustDay {
  readonly date: string;
  readonly placeIds: readonly string[] | 'all';
  readonly remark: string;
  readonly sheet: string;
  readonly cell: string;
}

export interface DustListOptions {
  readonly file: string;
  readonly plan: NamedUnits;
  readonly districtNames: readonly string[];
  readonly year: number | null;
  /** Rules of reading, of the newest edition where it is left out. */
  readonly edition?: number | undefined;
  /** The day on which the list came, as of monitoring data. */
  readonly until?: string | undefined;
}

type DustKey = 'from' | 'to' | 'place' | 'remark';

const DUST_COLUMNS: ListColumns<DustKey> = {
  from: /^(?:沙尘|扣沙|扣除|剔除|影响)?(?:日期|时间|日|开始日期|起始日期|开始时间|起始时间|起始日|开始日|起|自|从|起始)$/u,
  to: /^(?:沙尘|扣沙|扣除|剔除|影响)?(?:结束日期|截止日期|终止日期|结束时间|截止时间|终止时间|结束日|截止日|止|至|到|终止|结束)$/u,
  place:
    /^(?:影响|扣除|沙尘|扣沙|涉及|所属)?(?:区域|镇街|乡镇|街道|街镇|镇街道|园区|单位|范围|地区|辖区|影响范围|影响区域|地点|点位|站点|监测站|监测点)(?:名称)?$/u,
  remark: /^(?:备注|说明|依据|原因|来源|文号)$/u,
};

/** Without the words for places that the first edition did not know. */
const FORMER_COLUMNS: ListColumns<DustKey> = {
  ...DUST_COLUMNS,
  place: /^(?:影响|扣除|沙尘|扣沙|涉及|所属)?(?:区域|镇街|乡镇|街道|街镇|镇街道|园区|单位|范围|地区|辖区|影响范围|影响区域)(?:名称)?$/u,
};

export const findDustLists = (workbook: CellWorkbook, edition: number): ListTable<DustKey>[] =>
  findLists(
    workbook,
    edition === 1 ? FORMER_COLUMNS : DUST_COLUMNS,
    (found) => found.has('from') && (found.has('to') || found.has('place') || found.has('remark')),
  );

/** Reads a list of dust days: a day or a span of days in a row, for all towns where no town is named. */
export function readDustList(
  workbook: CellWorkbook,
  options: DustListOptions,
): { readonly days: readonly ReadDustDay[]; readonly findings: readonly Finding[] } {
  const lists = findDustLists(workbook, options.edition ?? MONITORING_EDITION);
  if (lists.length === 0) return { days: [], findings: [finding('COLUMN_MISSING', { file: options.file }, { column: '日期' })] };
  const places = placeNames(options.plan, options.districtNames);
  const findings: Finding[] = [];
  const days = lists.flatMap((list) =>
    list.rows.flatMap((row) => dustDays(list, row, { options, places, findings, date1904: workbook.date1904 })),
  );
  const placeOn = placeOnDay(options.plan);
  const dated = days.map((day) => (day.placeIds === 'all' ? day : { ...day, placeIds: day.placeIds.map((id) => placeOn(id, day.date)) }));
  const happened = (options.edition ?? MONITORING_EDITION) < 5 ? dated : withoutAhead(dated, options, findings);
  return { days: withoutRepeats(happened, options.file, findings), findings };
}

/** Whether dust is taken out is decided afterwards: a day to come is a slip of the pen. */
function withoutAhead(days: readonly ReadDustDay[], { until, file }: DustListOptions, findings: Finding[]): readonly ReadDustDay[] {
  const ahead = until === undefined ? [] : days.filter(({ date }) => date > until);
  const dates = [...new Set(ahead.map(({ date }) => date))].toSorted();
  const [first] = ahead;
  if (first === undefined || until === undefined) return days;
  const params = { count: dates.length, first: dates[0] ?? '', last: dates.at(-1) ?? '', until };
  findings.push(finding('DUST_AHEAD', { file, sheet: first.sheet, cell: first.cell }, params));
  return days.filter(({ date }) => date <= until);
}

interface Reader {
  readonly options: DustListOptions;
  readonly places: PlaceNames;
  readonly findings: Finding[];
  readonly date1904: boolean;
}

/** Longer spans are a slip of the pen: dust stays for days, not for months. */
const LONGEST_SPAN = 31;

function dustDays(list: ListTable<DustKey>, row: GridRow, reader: Reader): ReadDustDay[] {
  const { options, findings, date1904 } = reader;
  const cell = listCell(list, row, 'from');
  if (cell === undefined) return [];
  const unreadable = (key: DustKey, at: RawCell): ReadDustDay[] => {
    findings.push(
      finding(
        'LIST_ROW_UNREADABLE',
        { file: options.file, sheet: list.sheet, cell: at.address },
        { column: list.columns.get(key)?.title ?? '', text: listText(at, date1904) },
      ),
    );
    return [];
  };
  if (!isDecided(list, row, cell, reader)) return [];
  const span = spanOf(list, row, cell, reader);
  if (span === null) return /^(?:注|备注|说明|合计|共)/u.test(listText(cell, date1904)) ? [] : unreadable('from', cell);
  const placeIds = placesOf(list, row, reader);
  const placeCell = listCell(list, row, 'place');
  if (placeIds === null) return placeCell === undefined ? [] : unreadable('place', placeCell);
  const remark = listText(listCell(list, row, 'remark'), date1904);
  const days: ReadDustDay[] = [];
  for (let date = span.from; date <= span.to; date = shiftDate(date, 1)) {
    days.push({ date, placeIds, remark, sheet: list.sheet, cell: cell.address });
    if (days.length > LONGEST_SPAN) return unreadable(list.columns.has('to') ? 'to' : 'from', listCell(list, row, 'to') ?? cell);
  }
  return days;
}

/** Columns that say whether a day is taken out decide on it; one that leaves it open is named. */
function isDecided(list: ListTable<DustKey>, row: GridRow, cell: RawCell, { options, findings, date1904 }: Reader): boolean {
  if ((options.edition ?? MONITORING_EDITION) < 4) return true;
  for (const column of verdictColumns(list.header)) {
    const verdict = isTakenOut(row, column, date1904);
    if (verdict === true) continue;
    const at = row.at(column.column);
    const place = { file: options.file, sheet: list.sheet, cell: at?.address ?? cell.address };
    const text = listText(at, date1904);
    findings.push(
      verdict === null
        ? finding('DUST_ROW_UNDECIDED', place, { column: column.title, text })
        : finding('DUST_ROWS_DECLINED', place, { column: column.title, count: 1 }),
    );
    return false;
  }
  return true;
}

const spanOf = (list: ListTable<DustKey>, row: GridRow, cell: RawCell, { options, date1904 }: Reader): Span | null =>
  readSpan(cell, listCell(list, row, 'to'), { date1904, year: yearInTitles(list.titles) ?? options.year });

interface Span {
  readonly from: string;
  readonly to: string;
}

/** One cell may hold the whole span: '2024-03-28至2024-03-30', '3月28日～30日'. Null where it cannot be read. */
export function readSpan(
  cell: RawCell,
  end: RawCell | undefined,
  { date1904, year }: { readonly date1904: boolean; readonly year: number | null },
): Span | null {
  const context = { date1904, year, month: null };
  const whole = readStamp(cell.value, context);
  if (whole !== null) {
    const to = end === undefined ? whole : readStamp(end.value, context);
    return to === null || to.date < whole.date ? null : { from: whole.date, to: to.date };
  }
  const parts = listText(cell, date1904).split(/\s*(?:至|到|~|～|—+|–|(?<=日)-)\s*/u);
  const from = parts.length === 2 ? readStamp({ type: 'text', text: parts[0] ?? '' }, context) : null;
  if (from === null) return null;
  const to = readStamp(
    { type: 'text', text: parts[1] ?? '' },
    { ...context, year: Number(from.date.slice(0, 4)), month: from.date.slice(0, 7) },
  );
  return to === null || to.date < from.date ? null : { from: from.date, to: to.date };
}

/** Null where a name is not known. */
function placesOf(list: ListTable<DustKey>, row: GridRow, { options, places, date1904 }: Reader): readonly string[] | 'all' | null {
  const text = listText(listCell(list, row, 'place'), date1904);
  const isAll = (name: string): boolean =>
    ALL_PLACES.has(headerText(name)) || options.districtNames.some((district) => headerText(district) === headerText(name));
  if (text === '' || isAll(text)) return 'all';
  const found = splitUnitList(text).flatMap((name) => (isAll(name) ? 'all' : (placesOfKind(options.plan, name) ?? places.place(name))));
  if (found.includes(null)) return null;
  return found.includes('all') ? 'all' : [...new Set(found.filter((id) => id !== null))].toSorted();
}

/** 各乡镇, 全部园区, 乡镇: the places of one kind; all of them where the plan has no other kind. Null where the name means no kind. */
export function placesOfKind(plan: NamedUnits, name: string): readonly string[] | null {
  const named = name.replace(/^(?:各|全部|所有)/u, '');
  const kind = plan.unitKinds.find((candidate) => candidate.air && candidate.name === named);
  if (kind === undefined) return null;
  const places = airUnits(plan).filter((unit) => unit.kind === kind.id);
  return places.length === airUnits(plan).length ? ['all'] : places.map((unit) => unit.id);
}

/** What stands for every place of the district. */
export const ALL_PLACES: ReadonlySet<string> = new Set(['全区', '全县', '全市', '全部', '所有', '全域', '-', '/', '—']);

function withoutRepeats(days: readonly ReadDustDay[], file: string, findings: Finding[]): ReadDustDay[] {
  const first = new Map<string, ReadDustDay>();
  for (const day of days) {
    const key = `${day.date} ${day.placeIds === 'all' ? 'all' : day.placeIds.join(',')}`;
    const before = first.get(key);
    if (before === undefined) first.set(key, day);
    else findings.push(finding('LIST_ROW_TWICE', { file, sheet: day.sheet, cell: day.cell }, { first: before.cell }));
  }
  return [...first.values()];
}
