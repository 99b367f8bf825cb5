import { HOUR_MISSING } from '../../../shared/domain/air/hours/hours-of-day.ts';
import { dayOfHours } from '../../../shared/domain/air/hours/day-of-hours.ts';
import { type Pollutant, POLLUTANTS } from '../../../shared/domain/air/standards/pollutants.ts';
import type { DayConcentrations, PlaceDay } from '../../../shared/domain/air/types.ts';
import { type Fraction, fractionOf } from '../../../shared/domain/numbers/fraction.ts';
import type { CoveredField } from '../../db/queries/monitoring.ts';
import { type CountedStationDay, unpackHours } from '../../db/queries/station-days.ts';

export type MeasuredSource = 'hours' | 'daily';

/** What counts of one station on one day: by pollutant, what the newest file says that speaks of it. */
export interface EffectiveDay<Row extends SaidOfDay = CountedStationDay> {
  readonly day: PlaceDay;
  /** The row each field comes from; absent where no file speaks of it. */
  readonly rows: Readonly<Partial<Record<CoveredField, Row>>>;
  /** Where each value comes from; absent where there is none. */
  readonly sources: Readonly<Partial<Record<Pollutant, MeasuredSource>>>;
  /** Hours of the pollutants whose row has any. */
  readonly hours: Readonly<Partial<Record<Pollutant, Int32Array>>>;
}

/** One file's row, as far as values go. */
export type SaidOfDay = Pick<CountedStationDay, 'date' | 'covers' | 'values' | 'hours'>;

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
  const said = rows.map(saidBy);
  const newest = said.at(-1);
  if (newest === undefined) return null;
  if (said.length === 1) return { day: newest.day, rows: rowsOf([newest]), sources: newest.sources, hours: newest.hours };
  const origin = originsOf(said);
  const values = {} as Record<Pollutant, Fraction | null>;
  const sources: Partial<Record<Pollutant, MeasuredSource>> = {};
  const hours: Partial<Record<Pollutant, Int32Array>> = {};
  for (const pollutant of POLLUTANTS) {
    const from = origin[pollutant];
    values[pollutant] = from?.day.values[pollutant] ?? null;
    const [source, ofDay] = [from?.sources[pollutant], from?.hours[pollutant]];
    if (source !== undefined) sources[pollutant] = source;
    if (ofDay !== undefined) hours[pollutant] = ofDay;
  }
  return { day: { date: newest.day.date, values, o3OneHour: origin.o3OneHour?.day.o3OneHour ?? null }, rows: rowsOf(said), sources, hours };
}

interface Said<Row extends SaidOfDay> extends Omit<EffectiveDay<Row>, 'rows'> {
  readonly row: Row;
}

/** Values of one row alone: hours win over a daily value that the same file gives. */
function saidBy<Row extends SaidOfDay>(row: Row): Said<Row> {
  const hours = hoursOf(row);
  const reckoned = Object.keys(hours).length === 0 ? null : dayOfHours({ date: row.date, values: hours }).day;
  const values = {} as Record<Pollutant, Fraction | null>;
  const sources: Partial<Record<Pollutant, MeasuredSource>> = {};
  for (const pollutant of POLLUTANTS) {
    const fromHours = reckoned !== null && hours[pollutant] !== undefined;
    const value = fromHours ? reckoned.values[pollutant] : fractionOrNull(row.values[pollutant]);
    values[pollutant] = value;
    if (value !== null) sources[pollutant] = fromHours ? 'hours' : 'daily';
  }
  const o3OneHour = reckoned !== null && hours.o3 !== undefined ? reckoned.o3OneHour : fractionOrNull(row.values.o3OneHour);
  return { row, day: { date: row.date, values: values satisfies DayConcentrations, o3OneHour }, sources, hours };
}

/** A pollutant without a single hour is not spoken of by the hours, although the BLOB has room for it. */
function hoursOf({ hours, covers }: SaidOfDay): Partial<Record<Pollutant, Int32Array>> {
  if (hours === null) return {};
  const all = unpackHours(hours, POLLUTANTS);
  const own: Partial<Record<Pollutant, Int32Array>> = {};
  for (const pollutant of POLLUTANTS) {
    const ofPollutant = all[pollutant];
    if (ofPollutant !== undefined && covers.includes(pollutant) && ofPollutant.some((hour) => hour !== HOUR_MISSING)) own[pollutant] = ofPollutant;
  }
  return own;
}

const fractionOrNull = (text: string | null): Fraction | null => (text === null ? null : fractionOf(text));

function originsOf<Row extends SaidOfDay>(said: readonly Said<Row>[]): Partial<Record<CoveredField, Said<Row>>> {
  const origins: Partial<Record<CoveredField, Said<Row>>> = {};
  for (const entry of said) for (const field of entry.row.covers) origins[field] = entry;
  return origins;
}

function rowsOf<Row extends SaidOfDay>(said: readonly Said<Row>[]): Partial<Record<CoveredField, Row>> {
  const rows: Partial<Record<CoveredField, Row>> = {};
  for (const entry of said) for (const field of entry.row.covers) rows[field] = entry.row;
  return rows;
}
