import { HOUR_INVALID, HOUR_MISSING, HOURS_OF_DAY } from '../air/hours/hours-of-day.ts';
import type { DecimalText } from '../numbers/decimal.ts';
import type { Field } from './types.ts';

/** Where values belong: hour is null in a daily table, else 0 to 23 of the natural day. */
export interface Place {
  readonly placeId: string;
  readonly station: string;
  readonly date: string;
  readonly hour: number | null;
}

export interface StoredCell {
  readonly sheet: string;
  /** Place by keyOf of grid.ts. */
  readonly key: number;
}

/** All values of one place and station on one day, out of whatever sheets they come. */
export interface DayBucket {
  readonly placeId: string;
  readonly station: string;
  readonly date: string;
  readonly hourly: Map<Field, HourSlot>;
  readonly daily: Map<Field, DaySlot>;
}

export interface HourSlot {
  readonly values: Int32Array;
  readonly keys: Float64Array;
  /** Of the value that was read first; empty before there is one. */
  sheet: string;
  /** Sheets of hours that stand in other ones, by hour. */
  others: Map<number, string> | null;
}

/** The sheet of one hour of a slot, whose place is known. */
export const sheetOfHour = ({ sheet, others }: HourSlot, hour: number): string => others?.get(hour) ?? sheet;

/** The sheet of the first hour of the day that has a place. */
export const sheetOfSlot = (slot: HourSlot): string =>
  slot.others === null
    ? slot.sheet
    : sheetOfHour(
        slot,
        slot.keys.findIndex((key) => key !== 0),
      );

export interface DaySlot {
  /** Null for a value that is invalid or missing. */
  value: DecimalText | null;
  thousandths: number;
  readonly cell: StoredCell;
}

export type Repetition =
  | { readonly kind: 'new' }
  | { readonly kind: 'same' | 'different'; readonly first: StoredCell; readonly before: number };

export interface ValueStore {
  readonly buckets: Map<string, DayBucket>;
  /** A missing value only marks its cell; HOUR_INVALID stands for an invalid one. Of different values for the same time none is kept. */
  put(at: Place, field: Field, thousandths: number, text: DecimalText | null, cell: StoredCell): Repetition;
}

/** Key of `buckets`. */
export const bucketKey = ({ placeId, station, date }: Pick<Place, 'placeId' | 'station' | 'date'>): string =>
  `${placeId}\n${station}\n${date}`;

export function valueStore(): ValueStore {
  const buckets = new Map<string, DayBucket>();
  const slots = hourSlots();
  let last: DayBucket | null = null;
  const bucketOf = (at: Place): DayBucket => {
    if (last !== null && last.date === at.date && last.placeId === at.placeId && last.station === at.station) return last;
    const key = bucketKey(at);
    let bucket = buckets.get(key);
    if (bucket === undefined) {
      bucket = { placeId: at.placeId, station: at.station, date: at.date, hourly: new Map(), daily: new Map() };
      buckets.set(key, bucket);
    }
    last = bucket;
    return bucket;
  };
  return {
    buckets,
    put: (at, field, thousandths, text, cell) =>
      at.hour === null
        ? putDay(bucketOf(at), field, thousandths, text, cell)
        : putHour(slotOf(bucketOf(at), field, slots), at.hour, thousandths, cell),
  };
}

const NEW: Repetition = { kind: 'new' };

function putDay(bucket: DayBucket, field: Field, thousandths: number, text: DecimalText | null, cell: StoredCell): Repetition {
  const before = bucket.daily.get(field);
  if (thousandths === HOUR_MISSING && before !== undefined) return NEW;
  if (before === undefined || before.thousandths === HOUR_MISSING) {
    bucket.daily.set(field, { value: text, thousandths, cell });
    return NEW;
  }
  const repetition: Repetition = {
    kind: before.value === text && before.thousandths === thousandths ? 'same' : 'different',
    first: before.cell,
    before: before.thousandths,
  };
  if (repetition.kind === 'different') {
    before.value = null;
    before.thousandths = HOUR_INVALID;
  }
  return repetition;
}

function slotOf({ hourly }: DayBucket, field: Field, slots: () => HourSlot): HourSlot {
  const known = hourly.get(field);
  if (known !== undefined) return known;
  const slot = slots();
  hourly.set(field, slot);
  return slot;
}

/** A year of hours has tens of thousands of slots; they share the memory of a thousand each. */
function hourSlots(): () => HourSlot {
  let [values, keys, used] = [new Int32Array(0), new Float64Array(0), 0];
  return () => {
    if (used === values.length) {
      values = new Int32Array(SLOTS_AT_ONCE * HOURS_OF_DAY).fill(HOUR_MISSING);
      keys = new Float64Array(SLOTS_AT_ONCE * HOURS_OF_DAY);
      used = 0;
    }
    const [from, until] = [used, used + HOURS_OF_DAY];
    used = until;
    return { values: values.subarray(from, until), keys: keys.subarray(from, until), sheet: '', others: null };
  };
}

const SLOTS_AT_ONCE = 1000;

function putHour(slot: HourSlot, hour: number, thousandths: number, cell: StoredCell): Repetition {
  const before = slot.values[hour] ?? HOUR_MISSING;
  if (before === HOUR_MISSING || thousandths === HOUR_MISSING) {
    if (thousandths !== HOUR_MISSING || slot.keys[hour] === 0) place(slot, hour, cell);
    if (before === HOUR_MISSING) slot.values[hour] = thousandths;
    return NEW;
  }
  const first = { sheet: sheetOfHour(slot, hour), key: slot.keys[hour] ?? 0 };
  if (before === thousandths) return { kind: 'same', first, before };
  slot.values[hour] = HOUR_INVALID;
  return { kind: 'different', first, before };
}

function place(slot: HourSlot, hour: number, { key, sheet }: StoredCell): void {
  slot.keys[hour] = key;
  if (slot.sheet === '') slot.sheet = sheet;
  if (slot.sheet !== sheet) (slot.others ??= new Map()).set(hour, sheet);
  else slot.others?.delete(hour);
}
