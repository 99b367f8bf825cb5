import type { RawSheet, RawWorkbook } from '../tables/raw-workbook.ts';
import { checkValues } from './check-values.ts';
import { findTables } from './find-tables.ts';
import { gridOf } from './grid.ts';
import { type Notices, noticesOf } from './notices.ts';
import { placeNames, placeOnDay, type PlaceNames } from './place-names.ts';
import { planTable, type TablePlan } from './plan-table.ts';
import { readRows } from './read-rows.ts';
import { readHour } from './stamps.ts';
import { daysOf, hoursOf } from './store-output.ts';
import { tableContext } from './table-context.ts';
import { recognisedTable, reportColumns } from './table-findings.ts';
import type { HourStamp, MonitoringOptions, MonitoringReading } from './types.ts';
import { unitWatch } from './unit-watch.ts';
import { valueStore } from './value-store.ts';

/**
 * Reads daily and hourly means out of whatever table they stand in: one row a value, a column a town, a sheet a town, days or hours in
 * columns. What is not understood is named with its cell and left out; the rest goes on. Never throws for what a file contains.
 */
export function readMonitoring(workbook: RawWorkbook, options: MonitoringOptions): MonitoringReading {
  const notices = noticesOf(options.file);
  const places = placeNames(options.plan, options.districtNames);
  const plans = workbook.sheets.flatMap((sheet) =>
    sheet.visibility === 'visible' ? plansOf(sheet, workbook.date1904, places, options, notices) : [],
  );
  if (plans.length === 0) notices.say('MONITOR_NOTHING', null, null);
  const stamp = hourStampOf(plans, options.hourStamp, notices);
  const store = valueStore();
  const watch = unitWatch(plans, notices);
  for (const plan of plans) {
    reportColumns(plan, notices);
    readRows({ plan, places, stamp, store, notices, watch, date1904: workbook.date1904 });
  }
  watch.report();
  const names = new Map(options.plan.units.map((unit) => [unit.id, unit.name]));
  checkValues(store.buckets.values(), notices, (placeId) => names.get(placeId) ?? options.districtNames[0] ?? '');
  const buckets = [...store.buckets.values()];
  const placeOn = placeOnDay(options.plan);
  return {
    tables: plans.map((plan) => recognisedTable(plan, stamp)),
    days: buckets.flatMap(daysOf).map((read) => ({ ...read, placeId: placeOn(read.placeId, read.date) })),
    hours: buckets.flatMap(hoursOf).map((read) => ({ ...read, placeId: placeOn(read.placeId, read.hours.date) })),
    findings: notices.findings(),
  };
}

function plansOf(sheet: RawSheet, date1904: boolean, places: PlaceNames, options: MonitoringOptions, notices: Notices): TablePlan[] {
  const grid = gridOf(sheet);
  if (grid.rows.length === 0) return [];
  const sheetContext = tableContext([], sheet.name, places, options.year);
  const found = findTables(grid, { places, stamps: { date1904, year: sheetContext.year, month: sheetContext.month } });
  const plans = found.map((table) => {
    const context = tableContext(table.titles, sheet.name, places, options.year);
    return planTable(grid, table, context, { places, stamps: { date1904, year: context.year, month: context.month } });
  });
  const usable = plans.filter(isUsable);
  if (usable.length === 0) notices.say('MONITOR_SHEET_UNKNOWN', sheet.name, null);
  for (const plan of plans)
    if (!usable.includes(plan) && usable.length > 0) notices.say('MONITOR_TABLE_UNKNOWN', sheet.name, plan.columns[0]?.address ?? null);
  return usable;
}

/** A place, a day and a pollutant must come from somewhere. */
function isUsable({ values, keys, context }: TablePlan): boolean {
  const placed =
    keys.place !== null || keys.station !== null || context.placeId !== null || values.some(({ said }) => said.placeId !== null);
  const dated = keys.date !== null || values.some(({ said }) => said.date !== null);
  return values.length > 0 && placed && dated;
}

/**
 * One meaning for all tables of a file, because a platform writes all of them alike. A 24 among the labels shows that they name the end of
 * the hour (1–24); labels from 0 to 23 are open and go by the option, on their own as the hours of the natural day that start then.
 */
function hourStampOf(plans: readonly TablePlan[], option: MonitoringOptions['hourStamp'], notices: Notices): HourStamp {
  const hourly = plans.filter((plan) => plan.hourly);
  const [first] = hourly;
  if (first === undefined) return 'start';
  if (hourly.some(hasHour24)) return 'end';
  if (option !== 'auto') return option;
  notices.say('MONITOR_HOUR_STAMP', first.grid.name, first.keys.hour?.address ?? first.keys.date?.address ?? null, { stamp: 'start' });
  return 'start';
}

function hasHour24({ values, keys, found, stampOf }: TablePlan): boolean {
  if (values.some(({ said }) => said.hour === 24)) return true;
  const { hour, date } = keys;
  return found.rows.some((row) => {
    const hourCell = hour === null ? undefined : row.byColumn[hour.column];
    const dateCell = hour !== null || date === null ? undefined : row.byColumn[date.column];
    return (hourCell !== undefined && readHour(hourCell.value) === 24) || (dateCell !== undefined && stampOf(dateCell.value)?.hour === 24);
  });
}
