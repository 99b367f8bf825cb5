import { dailyMean, ozoneFrom } from '../../../../shared/domain/air/hours/day-of-hours.ts';
import { HOUR_MISSING, HOURS_OF_DAY } from '../../../../shared/domain/air/hours/hours-of-day.ts';
import { type Pollutant, POLLUTANTS } from '../../../../shared/domain/air/standards/pollutants.ts';
import type { PlaceDay } from '../../../../shared/domain/air/types.ts';
import { type Fraction, fractionOf } from '../../../../shared/domain/numbers/fraction.ts';
import { hoursInOrder } from '../../../db/queries/packed-hours.ts';
import { effectiveDay, type MeasuredSource, type SaidOfDay } from './effective-days.ts';
import type { DaySource } from './gathered-place.ts';

/** What is reckoned with of an effective day (effectiveDay). */
export interface ReckonedDay {
  readonly day: PlaceDay;
  readonly source: DaySource | null;
  readonly spoken: boolean;
}

/** Rows of one station in order of date and file become its days. Nearly every day is one row of whole hours, and read where it lies. */
export function reckonedDays(rows: readonly SaidOfDay[]): ReckonedDay[] {
  const days: ReckonedDay[] = [];
  for (let start = 0; start < rows.length;) {
    const row = rows[start];
    let end = start + 1;
    while (end < rows.length && rows[end]?.date === row?.date) end += 1;
    const alone = row !== undefined && end === start + 1 && row.partly.length === 0;
    const day = alone ? rowAlone(row) : several(rows.slice(start, end));
    if (day !== null) days.push(day);
    start = end;
  }
  return days;
}

function several(rows: readonly SaidOfDay[]): ReckonedDay | null {
  const effective = effectiveDay(rows);
  return effective === null ? null : { day: effective.day, source: sourceOf(effective.sources), spoken: effective.spoken };
}

function sourceOf(sources: Readonly<Partial<Record<Pollutant, MeasuredSource>>>): DaySource | null {
  let found: DaySource | null = null;
  for (const pollutant of POLLUTANTS) {
    const source = sources[pollutant];
    if (source === undefined || source === found) continue;
    if (found !== null) return 'mixed';
    found = source;
  }
  return found;
}

/** Hours put an end to a daily value of the same row; of what it has no hour, the daily value holds. */
function rowAlone({ date, covers, values: daily, hours: packed }: SaidOfDay): ReckonedDay {
  const values: Record<Pollutant, Fraction | null> = { so2: null, no2: null, co: null, o3: null, pm10: null, pm25: null };
  const hours = packed === null ? null : hoursInOrder(packed);
  let [oneHour, source]: [Fraction | null, DaySource | null] = [null, null];
  for (const field of covers) {
    const pollutant = field === 'o3OneHour' ? 'o3' : field;
    const from = POLLUTANTS.indexOf(pollutant) * HOURS_OF_DAY;
    const measured = hours !== null && (field === pollutant || covers.includes('o3')) && hasHour(hours, from);
    if (field === 'o3OneHour') {
      oneHour = measured ? ozoneFrom(hours, from).oneHour : fractionOrNull(daily.o3OneHour);
      continue;
    }
    const value = measured ? fromHours(field, hours, from) : fractionOrNull(daily[field]);
    values[field] = value;
    if (value !== null) source = mixed(source, measured ? 'hours' : 'daily');
  }
  return { day: { date, values, o3OneHour: oneHour }, source, spoken: covers.length > 0 };
}

const fromHours = (pollutant: Pollutant, hours: Int32Array, from: number): Fraction | null =>
  pollutant === 'o3' ? ozoneFrom(hours, from).eightHours : dailyMean(hours, from);

const mixed = (before: DaySource | null, own: DaySource): DaySource => (before === null || before === own ? own : 'mixed');

function hasHour(hours: Int32Array, from: number): boolean {
  for (let hour = from; hour < from + HOURS_OF_DAY; hour += 1) if (hours[hour] !== HOUR_MISSING) return true;
  return false;
}

const fractionOrNull = (text: string | null): Fraction | null => (text === null ? null : fractionOf(text));
