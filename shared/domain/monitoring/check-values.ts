import { HOUR_MISSING, HOURS_OF_DAY, isValidHour } from '../air/hours/hours-of-day.ts';
import { dateOfDayNumber, dayNumber, isoDate } from '../calendar.ts';
import { exact } from '../numbers/decimal.ts';
import { reportFar } from './far-values.ts';
import { addressOfKey } from './grid.ts';
import type { Notices } from './notices.ts';
import { REGISTERED } from './stations/register.ts';
import { holdSwapped } from './swapped-particles.ts';
import type { Field } from './types.ts';
import { type DayBucket, sheetOfHour, sheetOfSlot, type StoredCell } from './value-store.ts';

/** The values of a file held against each other and against the calendar. Only of particles that were exchanged anything is left out. `nameOf` gives the printed name of a place. */
export function checkValues(
  buckets: Iterable<DayBucket>,
  notices: Notices,
  nameOf: (placeId: string, station: string) => string,
  edition: number,
): void {
  const places = Map.groupBy(buckets, (bucket) => `${bucket.placeId}\n${bucket.station}`);
  for (const [, days] of [...places].toSorted(([left], [right]) => (left < right ? -1 : 1))) {
    const ordered = days.toSorted((left, right) => (left.date < right.date ? -1 : 1));
    const place = nameOf(ordered[0]?.placeId ?? '', ordered[0]?.station ?? '');
    if (edition >= 5) holdSwapped(ordered, place, notices);
    for (const bucket of ordered) checkFineAgainstCoarse(bucket, notices);
    for (const daily of [true, false]) {
      const given = ordered.filter((bucket) => (daily ? hasDaily(bucket) : bucket.hourly.size > 0));
      reportGaps(given, daily, place, notices);
      for (const field of fieldsOf(given, daily)) reportConstant(given, { field, daily, place }, notices);
      if (edition >= 5 || (daily && edition >= 4))
        for (const field of fieldsOf(given, daily)) reportFar(given, { field, daily, place }, notices);
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
      { sheet: sheetOfHour(fineHours, hour), key: fineHours.keys[hour] ?? 0, column: '' },
      { pm25: plain(value), pm10: plain(whole) },
    );
  });
}

const plain = (thousandths: number): string => exact(thousandths).div(1000).toFixed();

/** A monitor that gives the same value for so long is stuck; air never is. */
const CONSTANT_DAYS = 5;
const CONSTANT_HOURS = 24;

interface Said {
  readonly field: Field;
  readonly daily: boolean;
  readonly place: string;
}

function reportConstant(days: readonly DayBucket[], said: Said, notices: Notices): void {
  const run = new ConstantRun(said, notices);
  for (const bucket of days) {
    const day = dayOf(bucket.date);
    const slot = bucket.daily.get(said.field);
    const hours = bucket.hourly.get(said.field);
    if (said.daily && slot !== undefined) run.see(day, slot.thousandths, bucket.date, slot.cell.sheet, slot.cell.key);
    if (said.daily || hours === undefined) continue;
    for (let hour = 0; hour < HOURS_OF_DAY; hour += 1)
      run.see(day * HOURS_OF_DAY + hour, hours.values[hour] ?? 0, bucket.date, sheetOfHour(hours, hour), hours.keys[hour] ?? 0);
  }
  run.close();
}

interface Point {
  readonly date: string;
  readonly cell: StoredCell;
}

/** The same value again and again. A year of hours has more than a million: no object is made for one. */
class ConstantRun {
  private readonly said: Said;
  private readonly notices: Notices;
  private first: Point | null = null;
  private last: Point | null = null;
  private count = 0;
  private time = 0;
  private value = 0;

  constructor(said: Said, notices: Notices) {
    this.said = said;
    this.notices = notices;
  }

  /** `time`: number of the day or hour, so that neighbours differ by one. */
  see(time: number, value: number, date: string, sheet: string, key: number): void {
    if (this.first !== null && value === this.value && time === this.time + 1) {
      this.time = time;
      this.last = { date, cell: { sheet, key } };
      this.count += 1;
      return;
    }
    this.close();
    const begins = isValidHour(value) && value > 0;
    this.first = this.last = begins ? { date, cell: { sheet, key } } : null;
    this.count = 1;
    this.time = time;
    this.value = value;
  }

  close(): void {
    const { first, last, count, value } = this;
    const { field, daily, place } = this.said;
    if (first === null || last === null || count < (daily ? CONSTANT_DAYS : CONSTANT_HOURS)) return;
    const cell =
      first.cell.sheet === last.cell.sheet
        ? `${addressOfKey(first.cell.key)}:${addressOfKey(last.cell.key)}`
        : addressOfKey(first.cell.key);
    this.notices.say('MONITOR_CONSTANT', first.cell.sheet, cell, {
      place,
      field,
      value: plain(value),
      count,
      unit: daily ? 'days' : 'hours',
      from: first.date,
      to: last.date,
    });
  }
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
  const [ofHours] = first.hourly.values();
  const cell = [...first.daily.values()][0]?.cell.sheet ?? (ofHours === undefined ? null : sheetOfSlot(ofHours));
  notices.say('MONITOR_GAPS', cell, null, {
    place,
    station: first.placeId === REGISTERED ? '' : first.station,
    kind: daily ? 'daily' : 'hourly',
    count: missing.length,
    first: isoDate(dateOfDayNumber(firstMissing)),
    last: isoDate(dateOfDayNumber(lastMissing)),
  });
}

/** A year has few days, and a file asks for each of them for every town and pollutant. */
const dayNumbers = new Map<string, number>();

function dayOf(date: string): number {
  const known = dayNumbers.get(date);
  if (known !== undefined) return known;
  const number = reckonedDay(date);
  if (dayNumbers.size < MOST_DAYS) dayNumbers.set(date, number);
  return number;
}

const MOST_DAYS = 10_000;

function reckonedDay(date: string): number {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return dayNumber({ year, month, day });
}
