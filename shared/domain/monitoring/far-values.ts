import { HOUR_SCALE, isValidHour } from '../air/hours/hours-of-day.ts';
import { exact } from '../numbers/decimal.ts';
import { addressOfKey } from './grid.ts';
import type { Notices } from './notices.ts';
import type { Field } from './types.ts';
import { type DayBucket, sheetOfHour, type StoredCell } from './value-store.ts';

/** What no usual day reaches, in µg/m³ (CO: mg/m³), and how many times the usual value of its place (median) a day's is when it is named. */
export const USUAL: Readonly<Record<Field, number>> = { pm25: 150, pm10: 250, so2: 100, no2: 150, co: 5, o3: 300, o3OneHour: 350 };
/** Single hours reach more: fireworks, a lorry beside the station. */
const USUAL_HOUR: Readonly<Record<Field, number>> = { pm25: 300, pm10: 500, so2: 300, no2: 300, co: 10, o3: 400, o3OneHour: 400 };
export const FAR = 5;
const FAR_HOUR = 8;
export const FEWEST_FOR_MEDIAN = 7;
const FEWEST_HOURS = 24;

interface Said {
  readonly field: Field;
  readonly daily: boolean;
  readonly place: string;
}

interface Seen {
  readonly date: string;
  readonly hour: number | null;
  readonly thousandths: number;
  readonly cell: StoredCell;
}

/**
 * A value far from all others of its place is a slip of the pen as often as a bad day, and values of which the usual one is that high may be in
 * another unit. They are taken.
 */
export function reportFar(days: readonly DayBucket[], { field, daily, place }: Said, notices: Notices): void {
  const usual = (daily ? USUAL : USUAL_HOUR)[field] * HOUR_SCALE;
  const high = daily ? highDays(days, field, usual) : highHours(days, field, usual);
  const [first] = high;
  if (first === undefined) return;
  const values = (daily ? dayValues(days, field) : hourValues(days, field)).toSorted((left, right) => left - right);
  const median = values[values.length >>> 1] ?? 0;
  const enough = values.length >= (daily ? FEWEST_FOR_MEDIAN : FEWEST_HOURS);
  if (enough && median > usual)
    notices.say('MONITOR_USUAL_HIGH', first.cell.sheet, addressOf(first), { place, field, median: plain(median), daily: daily ? 1 : 0 });
  else if (enough)
    for (const { date, hour, thousandths, cell } of high)
      if (thousandths > (daily ? FAR : FAR_HOUR) * median)
        notices.cell(
          'MONITOR_VALUE_FAR',
          { ...cell, column: '' },
          {
            place,
            date,
            field,
            value: plain(thousandths),
            median: plain(median),
            times: daily ? FAR : FAR_HOUR,
            ...(hour === null ? {} : { hour }),
          },
        );
}

const addressOf = ({ cell: { key } }: Seen): string => addressOfKey(key);

function highDays(days: readonly DayBucket[], field: Field, usual: number): Seen[] {
  return days.flatMap(({ date, daily }) => {
    const slot = daily.get(field);
    return slot === undefined || !isValidHour(slot.thousandths) || slot.thousandths <= usual
      ? []
      : [{ date, hour: null, thousandths: slot.thousandths, cell: slot.cell }];
  });
}

/** Of a year of hours hardly any is: nothing is made for the others. */
function highHours(days: readonly DayBucket[], field: Field, usual: number): Seen[] {
  const found: Seen[] = [];
  for (const { date, hourly } of days) {
    const slot = hourly.get(field);
    slot?.values.forEach((thousandths, hour) => {
      if (isValidHour(thousandths) && thousandths > usual)
        found.push({ date, hour, thousandths, cell: { sheet: sheetOfHour(slot, hour), key: slot.keys[hour] ?? 0 } });
    });
  }
  return found;
}

const dayValues = (days: readonly DayBucket[], field: Field): number[] =>
  days.flatMap(({ daily }) => {
    const slot = daily.get(field);
    return slot === undefined || !isValidHour(slot.thousandths) ? [] : [slot.thousandths];
  });

const hourValues = (days: readonly DayBucket[], field: Field): number[] =>
  days.flatMap(({ hourly }) => [...(hourly.get(field)?.values ?? [])].filter(isValidHour));

const plain = (thousandths: number): string => exact(thousandths).div(HOUR_SCALE).toFixed();
