import type { CellSheet, CellWorkbook } from '../tables/packed-cells.ts';
import { checkStated, type StatedRow } from './check-stated.ts';
import { hourCheck } from './check-stated-hour.ts';
import { type CommentReader, commentReader } from './cells/comments.ts';
import { lookupOf } from './cells/formulas.ts';
import { checkValues } from './check-values.ts';
import { dropDaysAhead } from './days-ahead.ts';
import { findTables } from './find-tables.ts';
import { type Grid, gridOf } from './grid.ts';
import { checkMeans, type StatedMean } from './means-of-hours.ts';
import { reportDustColumns } from './dust-columns.ts';
import { dropMonthlyMeans } from './monthly-means.ts';
import { headerText } from './pollutant-text.ts';
import type { RawCell } from '../tables/raw-workbook.ts';
import { type Notices, noticesOf } from './notices.ts';
import { placeNames, placeOnDay, type PlaceNames } from './place-names.ts';
import { planTables, type TablePlan } from './plan-table.ts';
import { readRows } from './read-rows.ts';
import { REGISTERED } from './stations/register.ts';
import { MONITORING_EDITION } from './edition.ts';
import { columnsInOtherUnit, type HeldColumns } from './held-units.ts';
import { hourStampOf } from './hour-stamp.ts';
import { daysOf, hoursOf } from './store-output.ts';
import { type TableContext, tableContext } from './table-context.ts';
import { hasDoubtfulParticles, recognisedTable, reportColumns, reportDoubtful } from './table-findings.ts';
import type { MonitoringOptions, MonitoringReading } from './types.ts';
import { reportUnknownCodes } from './unknown-codes.ts';
import { unitWatch } from './unit-watch.ts';
import { speaksOfPeriod } from './period-words.ts';
import { sourceKey } from './source-key.ts';
import { rulesOf } from './value-rules.ts';
import { type DayBucket, valueStore } from './value-store.ts';

/**
 * Reads daily and hourly means out of whatever table they stand in: one row a value, a column a town, a sheet a town, days or hours in
 * columns. What is not understood is named with its cell and left out; the rest goes on. Never throws for what a file contains.
 */
export function readMonitoring(workbook: CellWorkbook, options: MonitoringOptions): MonitoringReading {
  const notices = noticesOf(options.file);
  const places = placeNames(options.plan, options.districtNames, options);
  const found = workbook.sheets.map((sheet) =>
    sheet.visibility === 'visible' ? plansOf(sheet, workbook.date1904, places, options, notices) : [],
  );
  const unknown = found.includes(UNKNOWN_CODES);
  const plans = found.flat();
  if (isOfEdition(options, 4)) reportHiddenSheets(workbook, notices);
  if (plans.length === 0 && !unknown) reportNothing(notices);
  const stamp = hourStampOf(plans, options, notices);
  const store = valueStore();
  const names = new Map(options.plan.units.map((unit) => [unit.id, unit.name]));
  const nameOf = (placeId: string, station = ''): string =>
    placeId === REGISTERED ? station : (names.get(placeId) ?? options.districtNames[0] ?? '');
  const watch = unitWatch(plans, notices);
  const stated: StatedRow[] = [];
  const means: StatedMean[] = [];
  const held = isOfEdition(options, 4) ? columnsInOtherUnit(plans, notices, options.edition ?? MONITORING_EDITION) : NONE_HELD;
  const checkHour = hourCheck(store, notices, nameOf);
  const lookup = lookupOf(workbook);
  const comments = new Map(plans.map(({ grid }) => [grid, commentReader(grid)]));
  for (const plan of plans) {
    reportHeadings(plan, options, notices);
    readRows({
      plan,
      places,
      stamp,
      store,
      notices,
      watch,
      stated,
      means,
      checkHour,
      nameOf,
      edition: options.edition ?? MONITORING_EDITION,
      rulesOn: rulesOf(options.rules ?? [], sourceKey({ shape: plan.shape, columns: plan.columns })),
      bounded: options.bounded ?? false,
      held: held.get(plan) ?? new Set(),
      comments: comments.get(plan.grid) ?? commentReader(plan.grid),
      lookup: lookup(plan.grid),
      date1904: workbook.date1904,
    });
  }
  if (isOfEdition(options, 5)) reportCommentsBeside(comments, notices);
  watch.report();
  if (isOfEdition(options, 5)) dropUnmeasured(store.buckets, options.until, nameOf, notices);
  const refused = isNotUnderstood(options, notices) || (isOfEdition(options, 2) && plans.some(hasDoubtfulParticles));
  checkValues(store.buckets.values(), notices, nameOf, options.edition ?? MONITORING_EDITION);
  checkStated(stated, store.buckets, notices, nameOf);
  checkMeans(means, store.buckets, notices);
  const buckets = refused ? [] : [...store.buckets.values()];
  const placeOn = placeOnDay(options.plan);
  return {
    tables: plans.map((plan) => recognisedTable(plan, stamp)),
    days: buckets.flatMap(daysOf).map((read) => ({ ...read, placeId: placeOn(read.placeId, read.date) })),
    hours: buckets.flatMap(hoursOf).map((read) => ({ ...read, placeId: placeOn(read.placeId, read.hours.date) })),
    findings: notices.findings(),
  };
}

function reportHeadings(plan: TablePlan, options: MonitoringOptions, notices: Notices): void {
  reportColumns(plan, notices);
  if (isOfEdition(options, 5)) reportDustColumns(plan, notices);
}

/** Too much of it, where the reading is bounded. */
function isNotUnderstood({ bounded }: MonitoringOptions, notices: Notices): boolean {
  const overflows = bounded === true && notices.overflows();
  if (overflows) notices.say('MONITOR_NOT_UNDERSTOOD', null, null);
  return overflows;
}

/** What has said already why nothing is read. */
const WHY_NOTHING = [
  'MONITOR_TABLE_LACKS',
  'MONITOR_OF_PERIOD',
  'MONITOR_ONLY_OTHER',
  'MONITOR_HEADER_UNCLEAR',
  'MONITOR_PARTICLES_UNKNOWN',
] as const;

function reportNothing(notices: Notices): void {
  if (!WHY_NOTHING.some((code) => notices.hasSaid(code))) notices.say('MONITOR_NOTHING', null, null);
}

function reportHiddenSheets({ sheets }: CellWorkbook, notices: Notices): void {
  for (const { name, visibility, cells } of sheets)
    if (visibility !== 'visible' && cells.length > 0) notices.say('MONITOR_SHEET_HIDDEN', name, null);
}

function reportCommentsBeside(comments: ReadonlyMap<Grid, CommentReader>, notices: Notices): void {
  for (const [{ name }, reader] of comments)
    for (const { key, text } of reader.leftOver()) notices.cell('MONITOR_COMMENT_BESIDE', { sheet: name, key, column: '' }, { text });
}

/** Days that cannot have been measured: those to come, and the first days of months that stand for the months. */
function dropUnmeasured(
  buckets: Map<string, DayBucket>,
  until: string | undefined,
  nameOf: (placeId: string, station: string) => string,
  notices: Notices,
): void {
  if (until !== undefined) dropDaysAhead(buckets, until, notices);
  dropMonthlyMeans(buckets, nameOf, notices);
}

const NONE_HELD: HeldColumns = new Map();

/** Of a sheet of which only its codes are not known, and are said. */
const UNKNOWN_CODES: TablePlan[] = [];

function plansOf(sheet: CellSheet, date1904: boolean, places: PlaceNames, options: MonitoringOptions, notices: Notices): TablePlan[] {
  const grid = gridOf(sheet);
  if (grid.rows.length === 0) return [];
  const { edition } = options;
  const file = isOfEdition(options, 2) ? options.file.replace(/^.*[\\/]/u, '').replace(/\.[^.]*$/u, '') : null;
  const around = tableContext({ titles: isOfEdition(options, 5) ? headTitles(grid) : [], sheet: sheet.name, file }, places, options.year);
  const found = findTables(grid, {
    places,
    stamps: { date1904, year: around.year, month: around.month, days: isDays(around, options), edition },
  });
  const plans = found.flatMap((table) => {
    const context = tableContext({ titles: table.titles, sheet: sheet.name, file }, places, options.year);
    const header = { places, stamps: { date1904, year: context.year, month: context.month, days: isDays(context, options), edition } };
    return planTables(grid, table, context, header, { edition: edition ?? MONITORING_EDITION, file });
  });
  const usable = plans.filter(isUsable);
  const unusable = plans.filter((plan) => !isUsable(plan));
  if (isOfEdition(options, 4)) {
    if (usable.length === 0 && reportUnknownCodes(grid, notices)) return UNKNOWN_CODES;
    const lacking = unusable.filter(isNearlyUsable);
    for (const plan of lacking)
      reportLacking(plan, [...plan.found.titles.toReversed(), sheet.name, ...(file === null ? [] : [file])], notices);
    if (usable.length + lacking.length === 0) reportUnknownSheet(grid, notices);
    return usable;
  }
  if (usable.length === 0) notices.say('MONITOR_SHEET_UNKNOWN', sheet.name, null);
  for (const plan of unusable) if (usable.length > 0) notices.say('MONITOR_TABLE_UNKNOWN', sheet.name, plan.columns[0]?.address ?? null);
  return usable;
}

/** Days across of which nothing says the month or the year are as good as no days. */
function reportUnknownSheet(grid: Grid, notices: Notices): void {
  const isDay = ({ value }: RawCell): boolean => value.type === 'text' && UNDATED.test(headerText(value.text));
  const days = grid.rows.slice(0, MOST_TITLES).find(({ cells }) => cells.filter(isDay).length >= FEWEST_DAYS);
  if (days === undefined) notices.say('MONITOR_SHEET_UNKNOWN', grid.name, null);
  else notices.say('MONITOR_TABLE_LACKS', grid.name, days.cells.find(isDay)?.address ?? null, { lacks: 'date' });
}

const UNDATED = /^(?:\d{1,2}月)?\d{1,2}[日号]$/u;
const FEWEST_DAYS = 3;

/** Lines of one cell at the head of a sheet, which may say of which month the days in the header are. */
function headTitles({ rows }: Grid): string[] {
  const until = rows.findIndex(({ count }) => count !== 1);
  return rows.slice(0, Math.min(until < 0 ? rows.length : until, MOST_TITLES)).flatMap((row) => {
    const value = row.valueOf(0);
    return value.type === 'text' ? [value.text] : [];
  });
}

const MOST_TITLES = 5;

/** A table of one month and of no single day. */
const isDays = ({ month, date }: TableContext, options: MonitoringOptions): boolean =>
  isOfEdition(options, 4) && month !== null && date === null;

const isOfEdition = ({ edition = MONITORING_EDITION }: MonitoringOptions, first: number): boolean => edition >= first;

/** A place, a day and a pollutant must come from somewhere. */
const isUsable = (plan: TablePlan): boolean => lacksOf(plan).length === 0;

/** One thing is missing: a place, a day or a pollutant; of a table with days alone nobody can say what it is. */
function isNearlyUsable(plan: TablePlan): boolean {
  const lacks = lacksOf(plan);
  return lacks.length === 1 || (lacks.length < PARTS && !lacks.includes('pollutant'));
}

const PARTS = 3;

/** A table without days of which the title speaks of a longer time has its means, which no date makes one day's. */
function reportLacking(plan: TablePlan, titles: readonly string[], notices: Notices): void {
  const lacks = lacksOf(plan);
  const at = plan.columns[0]?.address ?? null;
  if (lacks.includes('pollutant') && reportDoubtful(plan, notices)) return;
  const title = lacks.includes('date') ? titles.find(speaksOfPeriod) : undefined;
  if (title === undefined) notices.say('MONITOR_TABLE_LACKS', plan.grid.name, at, { lacks: lacks.join(',') });
  else notices.say('MONITOR_OF_PERIOD', plan.grid.name, at, { title });
}

/** What of a place, a day and a pollutant comes from nowhere. */
function lacksOf({ values: read, twins, states, dust, keys, context }: TablePlan): readonly ('place' | 'date' | 'pollutant')[] {
  // A table of nothing but columns that are refused is known for what it is, and that is said of it.
  const values = [...read, ...twins.flat(), ...states.refused, ...dust.alone];
  const placed =
    keys.place !== null || keys.station !== null || context.placeId !== null || values.some(({ said }) => said.placeId !== null);
  const dated = keys.date !== null || values.some(({ said }) => said.date !== null) || (keys.month === null && context.date !== null);
  return [...(placed ? [] : ['place' as const]), ...(dated ? [] : ['date' as const]), ...(values.length > 0 ? [] : ['pollutant' as const])];
}
