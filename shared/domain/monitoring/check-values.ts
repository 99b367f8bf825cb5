import { HOUR_MISSING, HOURS_OF_DAY, isValidHour } from '../air/hours/hours-of-day.ts';
import { dateOfDayNumber, dayNumber, isoDate } from '../calendar.ts';
import { exact } from '../numbers/decimal.ts';
import { addressOfKey } from './grid.ts';
import type { Notices } from './notices.ts';
import { REGISTERED } from './stations/register.ts';
import type { Field } from './types.ts';
import type { DayBucket, StoredCell } from './value-store.ts';

/** The values of a file held against each other and against the calendar. Nothing is left out here. `nameOf` gives the printed name of a place. */
export function checkValues(buckets: Iterable<DayBucket>, notices: Notices, nameOf: (placeId: string, station: string) => string): void {
  const places = Map.groupBy(buckets, (bucket) => `${bucket.placeId}\n${bucket.station}`);
  for (const [, days] of [...places].toSorted(([left], [right]) => (left < right ? -1 : 1))) {
    const ordered = days.toSorted((left, right) => (left.date < right.date ? -1 : 1));
    const place = nameOf(ordered[0]?.placeId ?? '', ordered[0]?.station ?? '');
    for (const bucket of ordered) checkFineAgainstCoarse(bucket, notices);
    for (const daily of [true, false]) {
      const given = ordered.filter((bucket) => (daily ? hasDaily(bucket) : bucket.hourly.size > 0));
      reportGaps(given, daily, place, notices);
      for (const field of fieldsOf(given, daily)) reportConstant(series(given, field, daily), { field, daily, place }, notices);
    }
  }
}

const hasDaily = ({ daily }: DayBucket): boolean => [...daily.values()].some((slot) => slot.thousandths !== HOUR_MISSING);

function fieldsOf(days: readonly DayBucket[], daily: boolean): readonly Field[] {
  return [...new Set(days.flatMap((bucket) => [...(daily ? bucket.daily : bucket.hourly).keys()]))].toSorted();
}

/** PM2.5 is part of PM10: more of it than of the whole was mistyped or mismeasured. Both are kept. */
function checkFineAgainstCoarse(bucket: DayBucket, notices: Notices): void {
  const fine = bucket.daily.get('pm25');
  const coarse = bucket.daily.get('pm10');
  if (fine !== undefined && coarse !== undefined && fine.value !== null && coarse.value !== null && exact(fine.value).gt(coarse.value)) {
    notices.cell('AIR_PM25_ABOVE_PM10', { ...fine.cell, column: '' }, { pm25: fine.value, pm10: coarse.value });
  }
  const fineHours = bucket.hourly.get('pm25');
  const coarseHours = bucket.hourly.get('pm10');
  if (fineHours === undefined || coarseHours === undefined) return;
  fineHours.values.forEach((value, hour) => {
    const whole = coarseHours.values[hour] ?? 0;
    if (!isValidHour(value) || !isValidHour(whole) || value <= whole) return;
    notices.cell(
      'AIR_PM25_ABOVE_PM10',
      { sheet: fineHours.sheets[hour] ?? '', key: fineHours.keys[hour] ?? 0, column: '' },
      { pm25: plain(value), pm10: plain(whole) },
    );
  });
}

const plain = (thousandths: number): string => exact(thousandths).div(1000).toFixed();

interface Point {
  /** Number of the day or hour, so that neighbours differ by one. */
  readonly time: number;
  readonly value: number;
  readonly date: string;
  readonly cell: StoredCell;
}

function* series(days: readonly DayBucket[], field: Field, daily: boolean): Generator<Point> {
  for (const bucket of days) {
    const day = dayOf(bucket.date);
    const slot = bucket.daily.get(field);
    const hours = bucket.hourly.get(field);
    if (daily && slot !== undefined) yield { time: day, value: slot.thousandths, date: bucket.date, cell: slot.cell };
    if (daily || hours === undefined) continue;
    for (let hour = 0; hour < HOURS_OF_DAY; hour += 1) {
      yield {
        time: day * HOURS_OF_DAY + hour,
        value: hours.values[hour] ?? 0,
        date: bucket.date,
        cell: { sheet: hours.sheets[hour] ?? '', key: hours.keys[hour] ?? 0 },
      };
    }
  }
}

/** A monitor that gives the same value for so long is stuck; air never is. */
const CONSTANT_DAYS = 5;
const CONSTANT_HOURS = 24;

function reportConstant(
  points: Iterable<Point>,
  { field, daily, place }: { readonly field: Field; readonly daily: boolean; readonly place: string },
  notices: Notices,
): void {
  let run: { readonly first: Point; last: Point; count: number } | null = null;
  const close = (): void => {
    if (run === null || run.count < (daily ? CONSTANT_DAYS : CONSTANT_HOURS)) return;
    const { first, last, count } = run;
    const cell =
      first.cell.sheet === last.cell.sheet
        ? `${addressOfKey(first.cell.key)}:${addressOfKey(last.cell.key)}`
        : addressOfKey(first.cell.key);
    notices.say('MONITOR_CONSTANT', first.cell.sheet, cell, {
      place,
      field,
      value: plain(first.value),
      count,
      unit: daily ? 'days' : 'hours',
      from: first.date,
      to: last.date,
    });
  };
  for (const point of points) {
    if (run !== null && point.value === run.last.value && point.time === run.last.time + 1) {
      run.last = point;
      run.count += 1;
      continue;
    }
    close();
    run = isValidHour(point.value) && point.value > 0 ? { first: point, last: point, count: 1 } : null;
  }
  close();
}

/** Days without any value between the first and the last of a place. */
function reportGaps(days: readonly DayBucket[], daily: boolean, place: string, notices: Notices): void {
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return;
  const given = new Set(days.map(({ date }) => dayOf(date)));
  const missing = [];
  for (let day = dayOf(first.date); day <= dayOf(last.date); day += 1) if (!given.has(day)) missing.push(day);
  const [firstMissing] = missing;
  const lastMissing = missing.at(-1);
  if (firstMissing === undefined || lastMissing === undefined) return;
  const cell =
    [...first.daily.values()][0]?.cell.sheet ?? [...first.hourly.values()][0]?.sheets.find((sheet) => sheet !== undefined) ?? null;
  notices.say('MONITOR_GAPS', cell, null, {
    place,
    station: first.placeId === REGISTERED ? '' : first.station,
    kind: daily ? 'daily' : 'hourly',
    count: missing.length,
    first: isoDate(dateOfDayNumber(firstMissing)),
    last: isoDate(dateOfDayNumber(lastMissing)),
  });
}

function dayOf(date: string): number {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return dayNumber({ year, month, day });
}
