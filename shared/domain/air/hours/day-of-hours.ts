import { type Fraction, fraction } from '../../numbers/fraction.ts';
import { DATA_MINIMUM } from '../standards/hj663.ts';
import { type Pollutant, POLLUTANTS } from '../standards/pollutants.ts';
import type { PlaceDay } from '../types.ts';
import { HOUR_INVALID, HOUR_MISSING, HOUR_SCALE, HOURS_OF_DAY, type HoursOfDay } from './hours-of-day.ts';

export type HoursNote =
  /** Fewer than 20 valid hours: no daily mean (GB 3095 数据有效性). */
  | { readonly code: 'FEW_HOURS'; readonly pollutant: Pollutant; readonly hours: number; readonly required: number }
  /** Fewer than 14 valid 8-hour means, none above the limit: no 日最大8小时. */
  | { readonly code: 'FEW_WINDOWS'; readonly windows: number; readonly required: number }
  /** Fewer than 14, but the highest is above the limit, so it counts (HJ 663-2013 6.1.2, HJ 663-2026 6.1.2). */
  | { readonly code: 'OZONE_ABOVE_LIMIT_WITH_FEW_WINDOWS'; readonly windows: number; readonly required: number };

export interface DayOfHours {
  readonly day: PlaceDay;
  /** Valid hours of each pollutant. */
  readonly hours: Readonly<Record<Pollutant, number>>;
  /** Valid 8-hour means of O3 that end 08:00 to 24:00, 17 at the most. */
  readonly ozoneWindows: number;
  readonly notes: readonly HoursNote[];
}

/**
 * The daily values of a station from its hours: 24小时平均 of at least 20 hours, O3 as 日最大8小时滑动平均. 日最大1小时 of O3 is the highest valid hour;
 * no standard asks for a number of hours there, and one hour above 800 is enough to be told.
 */
export function dayOfHours({ date, values }: HoursOfDay): DayOfHours {
  const notes: HoursNote[] = [];
  const hours: Record<Pollutant, number> = { so2: 0, no2: 0, co: 0, o3: 0, pm10: 0, pm25: 0 };
  const means: Record<Pollutant, Fraction | null> = { so2: null, no2: null, co: null, o3: null, pm10: null, pm25: null };
  for (const pollutant of POLLUTANTS) {
    const ofDay = values[pollutant];
    if (ofDay === undefined) continue;
    const { sum, count } = sumOf(ofDay, 0);
    hours[pollutant] = count;
    if (pollutant === 'o3') continue;
    means[pollutant] = meanOf(sum, count);
    if (count >= DATA_MINIMUM.day) continue;
    if (isReported(ofDay)) notes.push({ code: 'FEW_HOURS', pollutant, hours: count, required: DATA_MINIMUM.day });
  }
  const ozone = values.o3 === undefined ? NO_OZONE : ozoneFrom(values.o3, 0);
  notes.push(...ozoneNotes(ozone, values.o3));
  means.o3 = ozone.eightHours;
  return { day: { date, values: means, o3OneHour: ozone.oneHour }, hours, ozoneWindows: ozone.windows, notes };
}

const meanOf = (sum: number, count: number): Fraction | null => (count >= DATA_MINIMUM.day ? fraction(sum, count * HOUR_SCALE) : null);

/** The daily mean of the 24 hours that begin at `from`; null of fewer than 20. */
export function dailyMean(hours: Int32Array, from: number): Fraction | null {
  const { sum, count } = sumOf(hours, from);
  return meanOf(sum, count);
}

function sumOf(values: Int32Array, from: number): { sum: number; count: number } {
  let sum = 0;
  let count = 0;
  for (let hour = from; hour < from + HOURS_OF_DAY; hour += 1) {
    const value = values[hour] ?? HOUR_MISSING;
    if (value <= HOUR_INVALID) continue;
    sum += value;
    count += 1;
  }
  return { sum, count };
}

/** A pollutant of which not one hour was reported is simply not there. */
const isReported = (values: Int32Array): boolean => values.some((value) => value !== HOUR_MISSING);

/** Number of hours of a sliding mean. */
const WINDOW = 8;

/** 8-hour means as fractions, element 0 ending 08:00 to element 16 ending 24:00; null where fewer than 6 hours are valid. */
export function ozoneWindows(values: Int32Array): (Fraction | null)[] {
  const windows: (Fraction | null)[] = [];
  eachWindow(values, 0, (sum, count) => windows.push(count >= DATA_MINIMUM.eightHours ? fraction(sum, count * HOUR_SCALE) : null));
  return windows;
}

function eachWindow(values: Int32Array, from: number, take: (sum: number, count: number) => void): void {
  let sum = 0;
  let count = 0;
  for (let hour = 0; hour < HOURS_OF_DAY; hour += 1) {
    const value = values[from + hour] ?? HOUR_MISSING;
    if (value > HOUR_INVALID) {
      sum += value;
      count += 1;
    }
    const gone = hour < WINDOW ? HOUR_MISSING : (values[from + hour - WINDOW] ?? HOUR_MISSING);
    if (gone > HOUR_INVALID) {
      sum -= gone;
      count -= 1;
    }
    if (hour >= WINDOW - 1) take(sum, count);
  }
}

/** 日最大8小时 and 日最大1小时 of O3, and how many 8-hour means are valid. */
interface Ozone {
  readonly eightHours: Fraction | null;
  readonly oneHour: Fraction | null;
  readonly windows: number;
}

const NO_OZONE: Ozone = { eightHours: null, oneHour: null, windows: 0 };

/** 二级 limit of 日最大8小时, the same in GB 3095-2012 and GB 3095-2026. */
const OZONE_LIMIT = 160;

/** Of the 24 hours that begin at `from`. */
export function ozoneFrom(values: Int32Array, from: number): Ozone {
  let highestHour = HOUR_MISSING;
  for (let hour = from; hour < from + HOURS_OF_DAY; hour += 1) highestHour = Math.max(highestHour, values[hour] ?? HOUR_MISSING);
  const oneHour = highestHour > HOUR_INVALID ? fraction(highestHour, HOUR_SCALE) : null;
  let [windows, highest, ofHours] = [0, 0, 0];
  eachWindow(values, from, (sum, count) => {
    if (count < DATA_MINIMUM.eightHours) return;
    windows += 1;
    if (ofHours !== 0 && sum * ofHours <= highest * count) return;
    highest = sum;
    ofHours = count;
  });
  const eightHours = ofHours === 0 ? null : fraction(highest, ofHours * HOUR_SCALE);
  if (windows >= DATA_MINIMUM.ozoneWindows) return { eightHours, oneHour, windows };
  return { eightHours: isAbove(eightHours) ? eightHours : null, oneHour, windows };
}

const isAbove = (eightHours: Fraction | null): boolean => eightHours !== null && eightHours.num > OZONE_LIMIT * eightHours.den;

function ozoneNotes({ eightHours, windows }: Ozone, values: Int32Array | undefined): HoursNote[] {
  if (windows >= DATA_MINIMUM.ozoneWindows || values === undefined) return [];
  const above = isAbove(eightHours);
  if (!above && !isReported(values)) return [];
  return [{ code: above ? 'OZONE_ABOVE_LIMIT_WITH_FEW_WINDOWS' : 'FEW_WINDOWS', windows, required: DATA_MINIMUM.ozoneWindows }];
}
