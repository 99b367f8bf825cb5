import { isValidHour } from '../air/hours/hours-of-day.ts';
import { exact } from '../numbers/decimal.ts';
import { typedText } from '../returns/cell-text.ts';
import { addressOfKey } from './grid.ts';
import type { Notices } from './notices.ts';
import { headerText } from './pollutant-text.ts';
import type { HeadedColumn } from './table-columns.ts';
import type { Field } from './types.ts';
import { bucketKey, type DayBucket, type Place } from './value-store.ts';
import { readValue } from './values.ts';
import type { RawValue } from '../tables/raw-workbook.ts';

/** Columns beside those of the hours that give the mean of the day (日均值). */
export const meanColumns = (columns: readonly HeadedColumn[]): HeadedColumn[] =>
  columns.filter(
    ({ title, said }) =>
      said.hour === null && said.pollutant === null && /^(?:日均值?|日平均值?|平均值?|均值|日均浓度)$/u.test(headerText(title)),
  );

/** A mean as a row states it beside its hours, in the unit of the table. */
export interface StatedMean {
  readonly at: Omit<Place, 'hour'>;
  readonly field: Field;
  readonly factor: string;
  readonly value: RawValue;
  readonly place: { readonly sheet: string; readonly key: number };
}

/** HJ 663: a day has a mean by 20 hours or more. Of ozone such a column may be another mean, so that nothing can be said. */
const FEWEST_HOURS = 20;
/** Rounding of the file and its hours: 1 µg/m³, of CO 0.1 mg/m³. */
const NEAR = 1000;
const NEAR_CO = 100;

/** Means that are not those of their hours: one finding for each place and pollutant, at the first. The hours count. */
export function checkMeans(means: readonly StatedMean[], buckets: ReadonlyMap<string, DayBucket>, notices: Notices): void {
  const differing = means.flatMap(({ at, field, factor, value, place }) => {
    const read = readValue(value, field, factor);
    const slot = field === 'o3' || field === 'o3OneHour' ? undefined : buckets.get(bucketKey(at))?.hourly.get(field);
    if (slot === undefined || read.kind !== 'number') return [];
    const hours = [...slot.values].filter(isValidHour);
    const mean = hours.reduce((sum, one) => sum + one, 0) / Math.max(hours.length, 1);
    const near = field === 'co' ? NEAR_CO : NEAR;
    if (hours.length < FEWEST_HOURS || Math.abs(mean - read.thousandths) <= near) return [];
    const reckoned = exact(Math.round(mean)).div(1000).toFixed();
    return [{ at, field, place, printed: typedText(value, false), reckoned }];
  });
  for (const group of Map.groupBy(differing, ({ at, field }) => `${at.placeId}\n${at.station}\n${field}`).values()) {
    const [first] = group;
    if (first === undefined) continue;
    const { place, at, field, printed, reckoned } = first;
    notices.say('MONITOR_HOURS_DISAGREE', place.sheet, addressOfKey(place.key), {
      date: at.date,
      pollutant: field,
      printed,
      reckoned,
      count: group.length,
    });
  }
}
