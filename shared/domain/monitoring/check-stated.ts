import { type DailyAqi, dailyAqi } from '../air/aqi/daily-aqi.ts';
import { standardOf } from '../air/standards/evaluation-standard.ts';
import { type Pollutant, POLLUTANTS } from '../air/standards/pollutants.ts';
import type { DayConcentrations } from '../air/types.ts';
import { exact, isDecimalText } from '../numbers/decimal.ts';
import { type Fraction, fractionOf } from '../numbers/fraction.ts';
import { levelsOf, primariesOf } from './forecast-words.ts';
import type { Notices } from './notices.ts';
import type { StatedKind } from './stated-columns.ts';
import type { Field } from './types.ts';
import { bucketKey, type DayBucket, type StoredCell } from './value-store.ts';

/** What one row states of its day (表中的 AQI、级别、首要污染物), to be held against its concentrations once all are read. */
export interface StatedRow {
  readonly placeId: string;
  readonly station: string;
  readonly date: string;
  readonly said: readonly StatedCell[];
}

export interface StatedCell {
  readonly what: StatedKind;
  /** Of a 分指数. */
  readonly pollutant: Pollutant | null;
  readonly text: string;
  readonly column: string;
  readonly place: StoredCell;
}

/**
 * AQI, level and primary pollutant as the file states them against those of its own concentrations. It shows a zero for a missing value,
 * columns that are shifted, another unit, dust that was deducted. The concentrations count.
 */
export function checkStated(
  rows: readonly StatedRow[],
  buckets: ReadonlyMap<string, DayBucket>,
  notices: Notices,
  nameOf: (placeId: string, station: string) => string,
): void {
  for (const row of rows) {
    const bucket = buckets.get(bucketKey(row));
    const aqi = bucket === undefined ? null : aqiOf(bucket);
    if (aqi === null) continue;
    reportStated(row.said, aqi, notices, () => ({ place: nameOf(row.placeId, row.station), date: row.date }));
  }
}

/** What is known of a day or an hour by its concentrations. */
export type ReckonedAqi = Pick<DailyAqi, 'aqi' | 'category' | 'primary' | 'iaqi' | 'used'>;

/** Names each cell that states something else. */
export function reportStated(
  said: readonly StatedCell[],
  aqi: ReckonedAqi,
  notices: Notices,
  when: () => { readonly place: string; readonly date: string; readonly hour?: number },
): void {
  const whole = isWhole(said, aqi);
  for (const cell of said) {
    const computed = COMPARED[cell.what](cell, aqi, whole);
    if (computed === null) continue;
    const { what, text, column, place, pollutant } = cell;
    const params = { ...when(), what, stated: text, computed, ...(pollutant === null ? {} : { pollutant }) };
    notices.cell('MONITOR_STATED_DIFFERS', { ...place, column }, params);
  }
}

/** Of the daily values that are read; null where there is none. */
function aqiOf({ date, daily }: DayBucket): DailyAqi | null {
  const valueOf = (field: Field): Fraction | null => {
    const value = daily.get(field)?.value ?? null;
    return value === null ? null : fractionOf(value);
  };
  const values: DayConcentrations = {
    so2: valueOf('so2'),
    no2: valueOf('no2'),
    co: valueOf('co'),
    o3: valueOf('o3'),
    pm10: valueOf('pm10'),
    pm25: valueOf('pm25'),
  };
  const aqi = dailyAqi({ values, o3OneHour: valueOf('o3OneHour') }, standardOf(date).aqi, []);
  return aqi.status === 'published' ? aqi : null;
}

/**
 * Whether the AQI is known from what is read: of all six, or because the primary pollutant that is stated is among them. Else the stated one
 * may come from a pollutant that is not, and only one that is too low contradicts.
 */
function isWhole(said: readonly StatedCell[], { used }: ReckonedAqi): boolean {
  if (used.length === POLLUTANTS.length) return true;
  const primary = said.find(({ what }) => what === 'primary');
  const named = primary === undefined ? null : primariesOf(primary.text);
  return named !== null && named.length > 0 && named.every((pollutant) => used.includes(pollutant));
}

/** Of a year of hours there is one for each row, and nearly all are whole. */
const roundedUp = (text: string): number => (/^\d{1,6}$/.test(text) ? Number(text) : exact(text).ceil().toNumber());

type Computed = string | number | null;

/** What is computed where it differs from what is stated; null where it does not, and where what is stated is not understood. */
const COMPARED: Readonly<Record<StatedKind, (cell: StatedCell, aqi: ReckonedAqi, whole: boolean) => Computed>> = {
  iaqi: ({ text, pollutant }, { iaqi }) => {
    const own = pollutant === null ? undefined : iaqi[pollutant];
    return own === undefined || !isDecimalText(text) || roundedUp(text) === own ? null : own;
  },
  aqi: ({ text }, { aqi }, whole) => {
    if (aqi === null || !isDecimalText(text)) return null;
    // AQI is rounded up (HJ 633): one that is printed with decimals means the next whole number.
    const stated = roundedUp(text);
    return stated < aqi || (whole && stated > aqi) ? aqi : null;
  },
  level: ({ text }, { category }, whole) => {
    const levels = levelsOf(text) ?? [];
    const [stated] = levels;
    if (category === null || stated === undefined || levels.length > 1) return null;
    return stated < category.level || (whole && stated > category.level) ? category.level : null;
  },
  primary: ({ text }, { primary, iaqi }, whole) => {
    const stated = primariesOf(text);
    if (stated === null) return null;
    const isLower = (pollutant: Pollutant): boolean => primary.length > 0 && iaqi[pollutant] !== undefined && !primary.includes(pollutant);
    const differs =
      whole || stated.length === 0
        ? primary.length !== stated.length || stated.some((pollutant) => !primary.includes(pollutant))
        : stated.some(isLower);
    return differs ? primary.join(',') : null;
  },
};
