import type { Notices } from './notices.ts';
import { type HeadedColumn, STATION_CODE } from './table-columns.ts';
import { factorOf, type TablePlan, type ValueColumn } from './plan-table.ts';
import { doubtOfParticles, isOfAnotherKind, speaksOfParticles } from './other-kinds.ts';
import type { RawValue } from '../tables/raw-workbook.ts';
import { readValue } from './values.ts';
import type { Field, HourStamp, RecognisedColumn, RecognisedTable } from './types.ts';

/** The table as it was understood, to be shown before anything is imported. */
export function recognisedTable(plan: TablePlan, stamp: HourStamp): RecognisedTable {
  const read = new Map(plan.values.map((column) => [column.column, column]));
  return {
    sheet: plan.grid.name,
    kind: plan.hourly ? 'hourly' : 'daily',
    shape: plan.shape,
    headerRows: plan.found.header.map(({ row }) => row),
    columns: plan.columns
      .filter((column) => column.title !== '' || read.has(column.column))
      .map((column) =>
        recognisedColumn(column, read.get(column.column) ?? null, { stated: isStated(column, plan), flagged: isFlag(column, plan) }),
      ),
    ignored: plan.columns.filter((column) => isIgnored(column, plan)).map(({ title }) => title),
    hourStamp: plan.hourly ? stamp : null,
  };
}

function recognisedColumn(
  column: HeadedColumn,
  value: ValueColumn | null,
  { stated, flagged }: { readonly stated: boolean; readonly flagged: boolean },
): RecognisedColumn {
  const field = value?.field ?? null;
  const unread = (column.meaning === 'value' && value === null) || (column.meaning === 'flag' && !flagged);
  const meaning = stated ? 'stated' : unread ? 'known' : column.meaning;
  return {
    address: column.address,
    title: column.title,
    meaning,
    field,
    placeId: column.said.placeId,
    unit: value?.unit ?? null,
    factor: field === null ? '1' : factorOf(field, value?.unit ?? null),
  };
}

const isStated = ({ column }: HeadedColumn, { stated, means }: TablePlan): boolean =>
  [...stated, ...means].some((other) => other.column === column);

const isFlag = ({ column }: HeadedColumn, { flags }: TablePlan): boolean => flags.some((other) => other.column === column);

const isIgnored = (column: HeadedColumn, plan: TablePlan): boolean =>
  column.title !== '' &&
  !isStated(column, plan) &&
  (column.meaning === 'known' ||
    column.meaning === 'unknown' ||
    (column.meaning === 'flag' && !isFlag(column, plan)) ||
    (column.meaning === 'value' &&
      ![...plan.states.spare, ...plan.states.refused, ...plan.dust.after, ...plan.dust.alone, ...plan.twins.flat()].some(
        (other) => other.column === column.column,
      ) &&
      !plan.values.some((value) => value.column === column.column)));

/** What has to be said of the columns of a table before its rows. */
export function reportColumns(plan: TablePlan, notices: Notices): void {
  const sheet = plan.grid.name;
  const known = plan.columns.filter((column) => isIgnored(column, plan) && column.meaning !== 'unknown');
  const [firstKnown] = known;
  if (firstKnown !== undefined)
    notices.say('MONITOR_COLUMNS_IGNORED', sheet, firstKnown.address, {
      columns: [...new Set(known.map(({ title }) => title))].join('、'),
      count: known.length,
    });
  const unknown = plan.columns.filter(({ meaning, title }) => meaning === 'unknown' && title !== '');
  const codes = unknown.filter(({ title }) => STATION_CODE.test(title));
  const [firstCode] = codes;
  if (firstCode !== undefined && codes.length > MOST_CODES)
    notices.say('MONITOR_CODES_UNKNOWN', sheet, firstCode.address, {
      codes: codes
        .slice(0, MOST_CODES)
        .map(({ title }) => title)
        .join('、'),
      count: codes.length,
    });
  for (const column of unknown) if (codes.length <= MOST_CODES || !codes.includes(column)) reportUnknown(plan, column, notices);
  for (const column of plan.values) reportValueColumn(plan, column, notices);
  for (const { address, title, said } of plan.states.spare)
    notices.say('MONITOR_STATE_SPARE', sheet, address, { column: title, state: said.state ?? 'none' });
  for (const { address, title, field } of plan.states.refused)
    notices.say(isParticles(field) ? 'MONITOR_STATE_ALONE' : 'MONITOR_STATE_OF_GAS', sheet, address, { column: title });
  for (const { address, title, column } of plan.dust.after)
    notices.say('MONITOR_DUST_AFTER', sheet, address, {
      column: title,
      count: plan.found.rows.filter((row) => isTakenOut(row.value(column))).length,
    });
  for (const { address, title } of plan.dust.alone) notices.say('MONITOR_DUST_ALONE', sheet, address, { column: title });
  for (const [first, ...others] of plan.twins)
    for (const { address, title } of others)
      notices.say('MONITOR_COLUMN_TWICE', sheet, address, { column: title, other: first?.title ?? '', at: first?.address ?? '' });
  if (plan.other !== null) notices.say('MONITOR_TITLE_OTHER', sheet, plan.columns[0]?.address ?? null, { title: plan.other });
  if (plan.zone !== null)
    notices.say(plan.hourly ? 'MONITOR_ZONE_STATED' : 'MONITOR_ZONE_OF_DAYS', sheet, plan.columns[0]?.address ?? null, {
      zone: plan.zone.text,
    });
  if (plan.between !== null && plan.between.offHour !== null)
    notices.say('MONITOR_OFF_HOUR', sheet, plan.between.cell.address, { minutes: plan.between.offHour });
  else if (plan.between !== null) notices.say('MONITOR_NOT_HOURLY', sheet, plan.between.cell.address, {});
}

/** A dash where dust was taken out. */
const isTakenOut = (value: RawValue | undefined): boolean => value?.type === 'text' && readValue(value, 'pm10', '1').kind === 'missing';

const isParticles = (field: Field | null): boolean => field === 'pm25' || field === 'pm10';

/** Headers of particles that are not understood, or not in the state that counts: without them a file would pass as one that measures none. */
export const hasDoubtfulParticles = (plan: TablePlan): boolean =>
  plan.states.refused.some(({ field }) => isParticles(field)) || plan.columns.some(isDoubtful);

const isDoubtful = ({ meaning, title }: HeadedColumn): boolean =>
  meaning === 'unknown' && speaksOfParticles(title) && !isOfAnotherKind(title);

/** What keeps a table from having any value: headings of particles that are not understood, or of another kind. False where there are none. */
export function reportDoubtful({ columns, grid }: TablePlan, notices: Notices): boolean {
  const others = columns.filter(({ meaning, title }) => (meaning === 'unknown' || meaning === 'known') && speaksOfParticles(title));
  for (const { title, address, meaning } of others) {
    const { code, params } = doubtOfParticles(title);
    if (meaning === 'known' || isOfAnotherKind(title)) notices.say('MONITOR_ONLY_OTHER', grid.name, address, { column: title });
    else notices.say(code, grid.name, address, params);
  }
  return others.length > 0;
}

/** Among columns of towns a heading that is not understood is a town that is not known. */
function reportUnknown(plan: TablePlan, column: HeadedColumn, notices: Notices): void {
  const first = plan.values[0]?.column ?? Number.MAX_SAFE_INTEGER;
  const isTown = plan.values.some(({ said }) => said.placeId !== null) && column.column > first;
  if (isOfAnotherKind(column.title))
    notices.say('MONITOR_COLUMNS_IGNORED', plan.grid.name, column.address, { columns: column.title, count: 1 });
  else if (isDoubtful(column)) {
    const { code, params } = doubtOfParticles(column.title);
    notices.say(code, plan.grid.name, column.address, params);
  } else if (isTown)
    notices.say('MONITOR_PLACE_UNKNOWN', plan.grid.name, column.address, {
      column: column.title,
      count: plan.found.rows.filter((row) => row.has(column.column)).length,
    });
  else notices.say('MONITOR_COLUMN_UNKNOWN', plan.grid.name, column.address, { column: column.title });
}

function reportValueColumn(plan: TablePlan, column: ValueColumn, notices: Notices): void {
  const { field, unit, title, address } = column;
  const sheet = plan.grid.name;
  const unread = plan.between !== null || plan.other !== null || (plan.zone !== null && !plan.hourly);
  if (column.eightHoursAssumed && !unread) notices.say('MONITOR_O3_AS_EIGHT_HOUR', sheet, address, { column: title });
  if (unit === 'ppb' || unit === 'ppm') notices.say('MONITOR_UNIT_REFUSED', sheet, address, { column: title, unit });
  else if (field !== null && factorOf(field, unit) !== '1')
    notices.say('MONITOR_UNIT_CONVERTED', sheet, address, { column: title, from: unit ?? '', to: field === 'co' ? 'mg/m³' : 'µg/m³' });
}

/** An archive has two thousand codes, of which a district has a few. */
const MOST_CODES = 5;
