import { type Pollutant, POLLUTANTS } from '../../../../shared/domain/air/standards/pollutants.ts';
import { type Fraction, fractionValue, roundFraction } from '../../../../shared/domain/numbers/fraction.ts';
import { ownerOf, stationKey, type StationRegister } from '../../../../shared/domain/monitoring/stations/register.ts';
import type { ReadHandle } from '../../../db/handles.ts';
import type { CoveredField } from '../../../db/queries/monitoring.ts';
import { countedDays } from '../gathering/counted-days.ts';
import { stationGroups } from '../gathering/station-groups.ts';
import { type EffectiveDay, effectiveDay, type SaidOfDay } from '../gathering/effective-days.ts';
import { ownDay, type PreparedDay } from '../receiving/prepare-days.ts';

/** What counts before a file is taken in: what is stored, overlaid by earlier files of the same batch. */
export interface KnownDays {
  readonly before: (day: PreparedDay) => EffectiveDay<SaidOfDay> | null;
  /** What would count once the day is taken in, and the files `putAway` count no more. */
  readonly after: (day: PreparedDay, putAway?: ReadonlySet<number>) => EffectiveDay<SaidOfDay>;
  /** Pollutants with a value in the year of the day at its station, and the first day that has one. */
  readonly itemsOf: (day: PreparedDay) => KnownItems;
  /** Values of a pollutant on the other days of the year of the day at its station. */
  readonly valuesOf: (day: PreparedDay, pollutant: Pollutant) => readonly Fraction[];
  readonly add: (days: readonly PreparedDay[]) => void;
}

export interface KnownItems {
  readonly items: readonly Pollutant[];
  readonly from: string | null;
}

/** Rows of the batch have no file yet. */
type KnownRow = SaidOfDay & { readonly fileId?: number };

const NONE: ReadonlySet<number> = new Set();

export function createKnownDays(db: ReadHandle, register: StationRegister): KnownDays {
  const groups = new Map(stationGroups(db, register).map((group) => [group.key, group]));
  const years = new Map<string, Map<string, KnownRow[]>>();
  const rowsOf = ({ placeId, station, date }: PreparedDay): Map<string, KnownRow[]> => {
    const year = date.slice(0, 4);
    const owner = ownerOf(register, placeId, station) ?? stationKey(placeId, station);
    const key = `${year}|${owner}`;
    const known = years.get(key);
    if (known !== undefined) return known;
    const members = groups.get(owner)?.members ?? [];
    const rows: readonly KnownRow[] = countedDays(db, members, `${year}-01-01`, `${year}-12-31`);
    const made = Map.groupBy(rows, (row) => row.date);
    years.set(key, made);
    return made;
  };
  return {
    before: (day) => effectiveDay(rowsOf(day).get(day.date) ?? []),
    after: (day, putAway = NONE) =>
      effectiveDay<SaidOfDay>([
        ...(rowsOf(day).get(day.date) ?? []).filter((row) => row.fileId === undefined || !putAway.has(row.fileId)),
        day,
      ]) ?? ownDay(day),
    itemsOf: (day) => itemsOfYear(rowsOf(day)),
    valuesOf: (day, pollutant) =>
      [...rowsOf(day)].flatMap(([date, rows]) => {
        const value = date === day.date ? null : effectiveDay(rows)?.day.values[pollutant];
        return value === null || value === undefined ? [] : [value];
      }),
    add: (days) => {
      for (const day of days) {
        const rows = rowsOf(day);
        const before = rows.get(day.date);
        if (before !== undefined || !day.blank) rows.set(day.date, [...(before ?? []), day]);
      }
    },
  };
}

function itemsOfYear(year: ReadonlyMap<string, readonly KnownRow[]>): KnownItems {
  const items = new Set<Pollutant>();
  let from: string | null = null;
  for (const [date, rows] of year) {
    const own = POLLUTANTS.filter((item) =>
      rows.some((row) => row.covers.includes(item) && (row.hours !== null || row.values[item] !== null)),
    );
    for (const item of own) items.add(item);
    if (own.length > 0 && (from === null || date < from)) from = date;
  }
  return { items: POLLUTANTS.filter((item) => items.has(item)), from };
}

/** One field that would differ; `hours` counts hours that would, where no daily value does. */
export interface FieldChange {
  readonly field: CoveredField | 'hours';
  readonly before: string | null;
  readonly after: string | null;
}

/** What taking the day in would do: new where nothing was said of the station's day; hours too few for a value are news too, for others may join them. */
export function compareDay(
  day: PreparedDay,
  known: Pick<KnownDays, 'before' | 'after'>,
): { readonly kind: 'new' | 'changed' | 'same'; readonly changes: readonly FieldChange[] } {
  const before = known.before(day);
  if (before === null) return { kind: day.blank ? 'same' : 'new', changes: [] };
  const after = known.after(day);
  const values = day.covers.flatMap((field) => {
    const [old, now] = [valueOf(before, field), valueOf(after, field)];
    return sameValue(old, now) ? [] : [{ field, before: textOf(old), after: textOf(now) }];
  });
  if (values.length > 0) return { kind: 'changed', changes: values };
  const hours = POLLUTANTS.reduce((sum, pollutant) => sum + differentHours(before.hours[pollutant], after.hours[pollutant]), 0);
  return hours === 0
    ? { kind: 'same', changes: [] }
    : { kind: 'changed', changes: [{ field: 'hours', before: null, after: String(hours) }] };
}

const valueOf = ({ day }: EffectiveDay<SaidOfDay>, field: CoveredField): Fraction | null =>
  field === 'o3OneHour' ? day.o3OneHour : day.values[field satisfies Pollutant];

const sameValue = (left: Fraction | null, right: Fraction | null): boolean =>
  left === right ||
  (left !== null && right !== null && ((left.num === right.num && left.den === right.den) || fractionValue(left).eq(fractionValue(right))));

/** As printed where it is a printed value; a mean of hours to three decimals. */
const textOf = (value: Fraction | null): string | null => (value === null ? null : roundFraction(value, 3).replace(/\.?0+$/u, ''));

/** A file without hours of a pollutant says nothing against hours that are stored. */
function differentHours(before: Int32Array | undefined, after: Int32Array | undefined): number {
  if (after === undefined) return 0;
  return after.reduce((sum, hour, index) => sum + (before?.[index] === hour ? 0 : 1), 0);
}
