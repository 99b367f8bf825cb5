import { HOUR_MISSING } from '../../../../shared/domain/air/hours/hours-of-day.ts';
import { dayOfHours } from '../../../../shared/domain/air/hours/day-of-hours.ts';
import { type Pollutant, POLLUTANTS } from '../../../../shared/domain/air/standards/pollutants.ts';
import type { DayConcentrations, PlaceDay } from '../../../../shared/domain/air/types.ts';
import { type Fraction, fractionOf } from '../../../../shared/domain/numbers/fraction.ts';
import type { CoveredField } from '../../../db/queries/monitoring.ts';
import { unpackHours } from '../../../db/queries/packed-hours.ts';
import type { CountedStationDay } from '../../../db/queries/station-days.ts';
import { overlayHours } from './overlay-hours.ts';

export type MeasuredSource = 'hours' | 'daily';

/** What counts of one station on one day: by pollutant, what the newest file says that speaks of it; hours of a part of a day are laid over older ones. */
export interface EffectiveDay<Row extends SaidOfDay = CountedStationDay> {
  readonly day: PlaceDay;
  /** The rows each field comes from, the newest last: several where hours of one day come from several files; absent where no file speaks of it. */
  readonly rows: Readonly<Partial<Record<CoveredField, readonly Row[]>>>;
  /** Where each value comes from; absent where there is none. */
  readonly sources: Readonly<Partial<Record<Pollutant, MeasuredSource>>>;
  /** Hours of the pollutants of which hours count. */
  readonly hours: Readonly<Partial<Record<Pollutant, Int32Array>>>;
  /** False: there are only hours of a part of the day, too few for any value. */
  readonly spoken: boolean;
}

/** One file's row, as far as values go. */
export type SaidOfDay = Pick<CountedStationDay, 'date' | 'covers' | 'partly' | 'values' | 'hours'>;

/** Rows of one station in order of date and file become its days, in order of date. */
export function effectiveDays<Row extends SaidOfDay>(rows: readonly Row[]): EffectiveDay<Row>[] {
  const days: EffectiveDay<Row>[] = [];
  for (let start = 0; start < rows.length;) {
    let end = start + 1;
    while (end < rows.length && rows[end]?.date === rows[start]?.date) end += 1;
    const day = effectiveDay(rows.slice(start, end));
    if (day !== null) days.push(day);
    start = end;
  }
  return days;
}

/** Rows of one station and date, the newest last; null without rows. */
export function effectiveDay<Row extends SaidOfDay>(rows: readonly Row[]): EffectiveDay<Row> | null {
  const newest = rows.at(-1);
  if (newest === undefined) return null;
  const said: Partial<Record<CoveredField, Said<Row>>> = {};
  for (const row of rows) {
    const hours = hoursOf(row);
    for (const field of row.covers) said[field] = saidAfter(said[field], row, field, hours[field === 'o3OneHour' ? 'o3' : field]);
  }
  return dayOf(newest.date, rows, said);
}

/** What is known of one field after some rows: hours, and the daily value that holds where they yield none. */
interface Said<Row extends SaidOfDay> {
  readonly hours: Int32Array | undefined;
  readonly hourRows: readonly Row[];
  readonly daily: { readonly value: Fraction | null; readonly row: Row } | null;
}

function saidAfter<Row extends SaidOfDay>(
  before: Said<Row> | undefined,
  row: Row,
  field: CoveredField,
  hours: Int32Array | undefined,
): Said<Row> {
  if (hours === undefined) return { hours: undefined, hourRows: [], daily: { value: fractionOrNull(row.values[field]), row } };
  // Hours of the whole day put an end to whatever was said before, and win over a daily value that the same file gives.
  if (!row.partly.includes(field)) return { hours, hourRows: [row], daily: null };
  const own = row.values[field];
  return {
    hours: overlayHours(before?.hours, hours),
    hourRows: [...(before?.hourRows ?? []), row],
    daily: own === null ? (before?.daily ?? null) : { value: fractionOf(own), row },
  };
}

function dayOf<Row extends SaidOfDay>(
  date: string,
  all: readonly Row[],
  said: Partial<Record<CoveredField, Said<Row>>>,
): EffectiveDay<Row> {
  const hours: Partial<Record<Pollutant, Int32Array>> = {};
  for (const pollutant of POLLUTANTS) {
    const ofPollutant = said[pollutant]?.hours;
    if (ofPollutant !== undefined) hours[pollutant] = ofPollutant;
  }
  const reckoned = Object.keys(hours).length === 0 ? null : dayOfHours({ date, values: hours }).day;
  const values = {} as Record<Pollutant, Fraction | null>;
  const sources: Partial<Record<Pollutant, MeasuredSource>> = {};
  const rows: Partial<Record<CoveredField, readonly Row[]>> = {};
  for (const pollutant of POLLUTANTS) {
    const known = said[pollutant];
    const fromHours = known?.hours === undefined ? null : (reckoned?.values[pollutant] ?? null);
    values[pollutant] = fromHours ?? known?.daily?.value ?? null;
    if (values[pollutant] !== null) sources[pollutant] = fromHours === null ? 'daily' : 'hours';
    if (known !== undefined) rows[pollutant] = rowsOf(known, fromHours !== null);
  }
  const oneHour = said.o3OneHour;
  const highest = oneHour?.hours === undefined ? null : (reckoned?.o3OneHour ?? null);
  if (oneHour !== undefined) rows.o3OneHour = rowsOf(oneHour, highest !== null);
  const day: PlaceDay = { date, values: values satisfies DayConcentrations, o3OneHour: highest ?? oneHour?.daily?.value ?? null };
  return { day, rows, sources, hours, spoken: Object.keys(sources).length > 0 || all.some((row) => row.covers.length > row.partly.length) };
}

const rowsOf = <Row extends SaidOfDay>({ hourRows, daily }: Said<Row>, fromHours: boolean): readonly Row[] =>
  fromHours || daily === null || daily.value === null ? (hourRows.length > 0 ? hourRows : daily === null ? [] : [daily.row]) : [daily.row];

/** A pollutant without a single hour is not spoken of by the hours, although the BLOB has room for it. */
function hoursOf({ hours, covers }: SaidOfDay): Partial<Record<Pollutant, Int32Array>> {
  if (hours === null) return {};
  const all = unpackHours(hours, POLLUTANTS);
  const own: Partial<Record<Pollutant, Int32Array>> = {};
  for (const pollutant of POLLUTANTS) {
    const ofPollutant = all[pollutant];
    if (ofPollutant !== undefined && covers.includes(pollutant) && ofPollutant.some((hour) => hour !== HOUR_MISSING))
      own[pollutant] = ofPollutant;
  }
  return own;
}

const fractionOrNull = (text: string | null): Fraction | null => (text === null ? null : fractionOf(text));
