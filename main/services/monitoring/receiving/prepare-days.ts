import { HOUR_INVALID, HOUR_MISSING } from '../../../../shared/domain/air/hours/hours-of-day.ts';
import { DECIMALS } from '../../../../shared/domain/air/standards/hj663.ts';
import { type Pollutant, POLLUTANTS } from '../../../../shared/domain/air/standards/pollutants.ts';
import { type Finding, finding } from '../../../../shared/domain/findings.ts';
import type { Field, MonitoringReading, ReadDay, ReadHours } from '../../../../shared/domain/monitoring/types.ts';
import { type Fraction, fractionOf, roundFraction, roundToSteps } from '../../../../shared/domain/numbers/fraction.ts';
import { packHours } from '../../../db/queries/packed-hours.ts';
import type { DayCells } from '../../../db/queries/packed-cells.ts';
import type { StationDay } from '../../../db/queries/station-days.ts';
import { checkpoint, type JobContext } from '../../../jobs/progress.ts';
import { type EffectiveDay, effectiveDay } from '../gathering/effective-days.ts';
import { isPartOfDay, spanOf } from '../gathering/overlay-hours.ts';

/** What a file says of one station on one day, ready to be compared and stored. */
export interface PreparedDay extends StationDay {
  readonly placeId: string;
  readonly station: string;
  /** Neither a value nor an invalid one: rows of a form that is not filled in yet look so. It only counts where it takes a value back. */
  readonly blank: boolean;
  /** Fields that the file leaves blank and so says nothing of: what is known of them stays. */
  readonly blanks: readonly Field[];
}

/** The values of a day when nothing else is known. */
export function ownDay(day: StationDay): EffectiveDay<StationDay> {
  const own = effectiveDay([day]);
  if (own === null) throw new Error('a day without a row');
  return own;
}

export interface PreparedDays {
  /** By place in the order of `placeOrder`, station and date. */
  readonly days: readonly PreparedDay[];
  readonly findings: readonly Finding[];
}

/** Days between two pauses in which other work may run: a few dozen milliseconds of reckoning. */
const CHUNK = 1000;

/** Joins daily values and hours of the same station and day, and reckons the days of hours. */
export async function prepareDays(
  file: string,
  reading: Pick<MonitoringReading, 'days' | 'hours'>,
  placeOrder: ReadonlyMap<string, number>,
  job: JobContext,
  rule: BlankRule,
): Promise<PreparedDays> {
  const joined = join(reading);
  const ordered = [...joined.values()].toSorted((left, right) => compareDays(left, right, placeOrder));
  const days: PreparedDay[] = [];
  for (const [index, said] of ordered.entries()) {
    if (index % CHUNK === 0) {
      await checkpoint(job);
      job.report(index / ordered.length, 'readMonitoring');
    }
    days.push(prepared(said, rule));
  }
  return { days, findings: disagreements(file, ordered, days) };
}

/**
 * What a blank says where a value is known: nothing (`keep`), or that there is no value (`replace`). Files of the first edition take values back
 * by blanks too, hours by every blank between the first and the last (`former`).
 */
export type BlankRule = 'keep' | 'replace' | 'former';

/** A file may give the values of one day on several sheets, each pollutant on one of its own. */
interface Said {
  readonly placeId: string;
  readonly station: string;
  readonly date: string;
  readonly daily: ReadDay[];
  readonly hourly: ReadHours[];
}

function join({ days, hours }: Pick<MonitoringReading, 'days' | 'hours'>): Map<string, Said> {
  const joined = new Map<string, Said>();
  const saidOf = (placeId: string, station: string, date: string): Said => {
    const key = `${placeId}|${station}|${date}`;
    const known = joined.get(key) ?? { placeId, station, date, daily: [], hourly: [] };
    joined.set(key, known);
    return known;
  };
  for (const daily of days) saidOf(daily.placeId, daily.station, daily.date).daily.push(daily);
  for (const hourly of hours) saidOf(hourly.placeId, hourly.station, hourly.hours.date).hourly.push(hourly);
  return joined;
}

function compareDays(left: Said, right: Said, order: ReadonlyMap<string, number>): number {
  if (left.placeId !== right.placeId) return (order.get(left.placeId) ?? order.size) - (order.get(right.placeId) ?? order.size);
  if (left.station !== right.station) return left.station < right.station ? -1 : 1;
  return left.date < right.date ? -1 : 1;
}

function prepared({ placeId, station, date, daily, hourly }: Said, rule: BlankRule): PreparedDay {
  const of = (pollutant: Pollutant): string | null => printedOf(daily, pollutant);
  const read = Object.assign({}, ...hourly.map((one) => one.hours.values)) as Partial<Record<Pollutant, Int32Array>>;
  const hours = rule === 'replace' ? blanksAsInvalid(read) : read;
  const cells = cellsOf(daily, hourly);
  const invalid = POLLUTANTS.filter((pollutant) => daily.some((one) => one.invalid.includes(pollutant)));
  const oneHour = daily.map((one) => one.o3OneHour).find((value) => value !== null) ?? null;
  const hoursFor = (field: Field): Int32Array | undefined => hours[field === 'o3OneHour' ? 'o3' : field];
  const named = FIELDS.filter((field) => cells.daily[field] !== undefined || hoursFor(field) !== undefined);
  const says = (field: Field): boolean =>
    (field === 'o3OneHour' ? oneHour !== null : of(field) !== null || invalid.includes(field)) ||
    hoursFor(field)?.some((hour) => hour !== HOUR_MISSING) === true;
  const covers = rule === 'keep' ? named.filter(says) : named;
  const day: StationDay = {
    date,
    partly: FIELDS.filter((field) => isPartOfDay(hoursFor(field), rule)),
    covers,
    values: {
      so2: of('so2'),
      no2: of('no2'),
      co: of('co'),
      o3: of('o3'),
      pm10: of('pm10'),
      pm25: of('pm25'),
      o3OneHour: oneHour,
    },
    invalid,
    hours: hourly.length === 0 ? null : packHours(hours, HOUR_MISSING),
    cells,
  };
  return { ...day, placeId, station, blank: isBlank(day, hours), blanks: named.filter((field) => !covers.includes(field)) };
}

/** Hours left blank between the first and the last that a file has are as good as marked: they take back what was known. */
function blanksAsInvalid(hours: Readonly<Partial<Record<Pollutant, Int32Array>>>): Partial<Record<Pollutant, Int32Array>> {
  const marked: Partial<Record<Pollutant, Int32Array>> = {};
  for (const pollutant of POLLUTANTS) {
    const ofPollutant = hours[pollutant];
    if (ofPollutant === undefined) continue;
    const span = spanOf(ofPollutant);
    marked[pollutant] = ofPollutant.map((hour, index) =>
      hour === HOUR_MISSING && span !== null && span.first < index && index < span.last ? HOUR_INVALID : hour,
    );
  }
  return marked;
}

const isBlank = ({ values, invalid }: StationDay, hours: Readonly<Partial<Record<Pollutant, Int32Array>>>): boolean =>
  invalid.length === 0 &&
  FIELDS.every((field) => values[field] === null) &&
  Object.values(hours).every((ofPollutant) => ofPollutant.every((hour) => hour === HOUR_MISSING));

const FIELDS: readonly Field[] = [...POLLUTANTS, 'o3OneHour'];

const printedOf = (daily: readonly ReadDay[], pollutant: Pollutant): string | null =>
  daily.map((read) => read.values[pollutant]).find((value) => value !== undefined) ?? null;

/** A field is spoken of where it has a cell, also where the cell says that nothing valid was measured. */
function cellsOf(daily: readonly ReadDay[], hourly: readonly ReadHours[]): DayCells {
  const placed = (
    reads: readonly { readonly sheet: string; readonly cells: Readonly<Partial<Record<Field, string>>> }[],
  ): DayCells['daily'] =>
    Object.fromEntries(reads.flatMap(({ sheet, cells }) => Object.entries(cells).map(([field, cell]) => [field, { sheet, cell }])));
  return { daily: placed(daily), hourly: placed(hourly) };
}

/** 小时值与日均值不符: a file that gives both disagrees with itself; the hours count. One finding for each station and pollutant, at the first cell. */
function disagreements(file: string, ordered: readonly Said[], days: readonly PreparedDay[]): Finding[] {
  const found = new Map<string, { readonly first: Finding; count: number }>();
  for (const [index, { daily, hourly, station, placeId, date }] of ordered.entries()) {
    if (daily.length === 0 || hourly.length === 0) continue;
    const day = days[index];
    if (day === undefined) continue;
    const own = ownDay(day);
    for (const pollutant of POLLUTANTS) {
      const printed = printedOf(daily, pollutant);
      const reckoned = own.day.values[pollutant];
      if (printed === null || own.hours[pollutant] === undefined || agree(pollutant, fractionOf(printed), reckoned)) continue;
      const key = `${placeId}|${station}|${pollutant}`;
      const known = found.get(key);
      if (known !== undefined) known.count += 1;
      else
        found.set(key, {
          first: finding(
            'MONITOR_HOURS_DISAGREE',
            { file, ...day.cells.daily[pollutant] },
            { date, pollutant, printed, reckoned: reckoned === null ? '' : roundFraction(reckoned, 3) },
          ),
          count: 1,
        });
    }
  }
  return [...found.values()].map(({ first, count }) => ({ ...first, params: { ...first.params, count } }));
}

/** Alike within the last place that is printed: 1 µg/m³, of CO 0.1 mg/m³. */
function agree(pollutant: Pollutant, printed: Fraction, reckoned: Fraction | null): boolean {
  if (reckoned === null) return false;
  const decimals = DECIMALS.judged[pollutant];
  return roundToSteps(printed, decimals) === roundToSteps(reckoned, decimals);
}
