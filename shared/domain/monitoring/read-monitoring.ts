import type { CellSheet, CellWorkbook } from '../tables/packed-cells.ts';
import { checkStated, type StatedRow } from './check-stated.ts';
import { hourCheck } from './check-stated-hour.ts';
import { checkValues } from './check-values.ts';
import { findTables } from './find-tables.ts';
import { gridOf } from './grid.ts';
import { type Notices, noticesOf } from './notices.ts';
import { placeNames, placeOnDay, type PlaceNames } from './place-names.ts';
import { planTable, type TablePlan } from './plan-table.ts';
import { readRows } from './read-rows.ts';
import { REGISTERED } from './stations/register.ts';
import { MONITORING_EDITION } from './edition.ts';
import { columnsInOtherUnit, type HeldColumns } from './held-units.ts';
import { hourStampOf } from './hour-stamp.ts';
import { daysOf, hoursOf } from './store-output.ts';
import { type TableContext, tableContext } from './table-context.ts';
import { hasDoubtfulParticles, recognisedTable, reportColumns } from './table-findings.ts';
import type { MonitoringOptions, MonitoringReading } from './types.ts';
import { reportUnknownCodes } from './unknown-codes.ts';
import { unitWatch } from './unit-watch.ts';
import { rulesOf } from './value-rules.ts';
import { valueStore } from './value-store.ts';

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
  if (isOfEdition(options, 4))
    for (const { name, visibility, cells } of workbook.sheets)
      if (visibility !== 'visible' && cells.length > 0) notices.say('MONITOR_SHEET_HIDDEN', name, null);
  if (plans.length === 0 && !unknown) notices.say('MONITOR_NOTHING', null, null);
  const stamp = hourStampOf(plans, options, notices);
  const store = valueStore();
  const names = new Map(options.plan.units.map((unit) => [unit.id, unit.name]));
  const nameOf = (placeId: string, station = ''): string =>
    placeId === REGISTERED ? station : (names.get(placeId) ?? options.districtNames[0] ?? '');
  const watch = unitWatch(plans, notices);
  const rulesOn = rulesOf(options.rules ?? []);
  const stated: StatedRow[] = [];
  const held = isOfEdition(options, 4) ? columnsInOtherUnit(plans, notices) : NONE_HELD;
  const checkHour = hourCheck(store, notices, nameOf);
  for (const plan of plans) {
    reportColumns(plan, notices);
    readRows({
      plan,
      places,
      stamp,
      store,
      notices,
      watch,
      stated,
      checkHour,
      nameOf,
      edition: options.edition ?? MONITORING_EDITION,
      rulesOn,
      bounded: options.bounded ?? false,
      held: held.get(plan) ?? new Set(),
      date1904: workbook.date1904,
    });
  }
  watch.report();
  const overflows = options.bounded === true && notices.overflows();
  if (overflows) notices.say('MONITOR_NOT_UNDERSTOOD', null, null);
  const refused = overflows || (isOfEdition(options, 2) && plans.some(hasDoubtfulParticles));
  checkValues(store.buckets.values(), notices, nameOf, isOfEdition(options, 4));
  checkStated(stated, store.buckets, notices, nameOf);
  const buckets = refused ? [] : [...store.buckets.values()];
  const placeOn = placeOnDay(options.plan);
  return {
    tables: plans.map((plan) => recognisedTable(plan, stamp)),
    days: buckets.flatMap(daysOf).map((read) => ({ ...read, placeId: placeOn(read.placeId, read.date) })),
    hours: buckets.flatMap(hoursOf).map((read) => ({ ...read, placeId: placeOn(read.placeId, read.hours.date) })),
    findings: notices.findings(),
  };
}

const NONE_HELD: HeldColumns = new Map();

/** Of a sheet of which only its codes are not known, and are said. */
const UNKNOWN_CODES: TablePlan[] = [];

function plansOf(sheet: CellSheet, date1904: boolean, places: PlaceNames, options: MonitoringOptions, notices: Notices): TablePlan[] {
  const grid = gridOf(sheet);
  if (grid.rows.length === 0) return [];
  const { edition } = options;
  const file = isOfEdition(options, 2) ? options.file.replace(/^.*[\\/]/u, '').replace(/\.[^.]*$/u, '') : null;
  const around = tableContext({ titles: [], sheet: sheet.name, file }, places, options.year);
  const found = findTables(grid, {
    places,
    stamps: { date1904, year: around.year, month: around.month, days: isDays(around, options), edition },
  });
  const plans = found.map((table) => {
    const context = tableContext({ titles: table.titles, sheet: sheet.name, file }, places, options.year);
    const header = { places, stamps: { date1904, year: context.year, month: context.month, days: isDays(context, options), edition } };
    return planTable(grid, table, context, header, { edition: edition ?? MONITORING_EDITION });
  });
  const usable = plans.filter(isUsable);
  const unusable = plans.filter((plan) => !isUsable(plan));
  if (isOfEdition(options, 4)) {
    if (usable.length === 0 && reportUnknownCodes(grid, notices)) return UNKNOWN_CODES;
    const lacking = unusable.filter((plan) => lacksOf(plan).length < PARTS);
    for (const plan of lacking)
      notices.say('MONITOR_TABLE_LACKS', sheet.name, plan.columns[0]?.address ?? null, { lacks: lacksOf(plan).join(',') });
    if (usable.length + lacking.length === 0) notices.say('MONITOR_SHEET_UNKNOWN', sheet.name, null);
    return usable;
  }
  if (usable.length === 0) notices.say('MONITOR_SHEET_UNKNOWN', sheet.name, null);
  for (const plan of unusable) if (usable.length > 0) notices.say('MONITOR_TABLE_UNKNOWN', sheet.name, plan.columns[0]?.address ?? null);
  return usable;
}

/** A table of one month and of no single day. */
const isDays = ({ month, date }: TableContext, options: MonitoringOptions): boolean =>
  isOfEdition(options, 4) && month !== null && date === null;

const isOfEdition = ({ edition = MONITORING_EDITION }: MonitoringOptions, first: number): boolean => edition >= first;

/** A place, a day and a pollutant must come from somewhere. */
const isUsable = (plan: TablePlan): boolean => lacksOf(plan).length === 0;

const PARTS = 3;

/** What of a place, a day and a pollutant comes from nowhere. */
function lacksOf({ values: read, twins, states, keys, context }: TablePlan): readonly ('place' | 'date' | 'pollutant')[] {
  // A table of nothing but columns that are refused is known for what it is, and that is said of it.
  const values = [...read, ...twins.flat(), ...states.refused];
  const placed =
    keys.place !== null || keys.station !== null || context.placeId !== null || values.some(({ said }) => said.placeId !== null);
  const dated = keys.date !== null || values.some(({ said }) => said.date !== null) || (keys.month === null && context.date !== null);
  return [...(placed ? [] : ['place' as const]), ...(dated ? [] : ['date' as const]), ...(values.length > 0 ? [] : ['pollutant' as const])];
}
