import { HOUR_INVALID, HOUR_MISSING, HOURS_OF_DAY } from '../air/hours/hours-of-day.ts';
import type { DecimalText } from '../numbers/decimal.ts';
import type { Field } from './types.ts';

/** Where a value belongs: hour is null in a daily table, else 0 to 23 of the natural day. */
export interface Coordinates {
  readonly placeId: string;
  readonly station: string;
  readonly date: string;
  readonly hour: number | null;
  readonly field: Field;
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
  readonly sheets: string[];
}

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
  readonly buckets: ReadonlyMap<string, DayBucket>;
  /** A missing value only marks its cell; HOUR_INVALID stands for an invalid one. Of different values for the same time none is kept. */
  put(at: Coordinates, thousandths: number, text: DecimalText | null, cell: StoredCell): Repetition;
}

/** Key of `buckets`. */
export const bucketKey = ({ placeId, station, date }: Pick<Coordinates, 'placeId' | 'station' | 'date'>): string =>
  `${placeId}\n${station}\n${date}`;

export function valueStore(): ValueStore {
  const buckets = new Map<string, DayBucket>();
  let last: DayBucket | null = null;
  const bucketOf = (at: Coordinates): DayBucket => {
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
    put: (at, thousandths, text, cell) =>
      at.hour === null
        ? putDay(bucketOf(at), at.field, thousandths, text, cell)
        : putHour(bucketOf(at), at.field, at.hour, thousandths, cell),
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

function putHour(bucket: DayBucket, field: Field, hour: number, thousandths: number, cell: StoredCell): Repetition {
  let slot = bucket.hourly.get(field);
  if (slot === undefined) {
    slot = { values: new Int32Array(HOURS_OF_DAY).fill(HOUR_MISSING), keys: new Float64Array(HOURS_OF_DAY), sheets: [] };
    bucket.hourly.set(field, slot);
  }
  const before = slot.values[hour] ?? HOUR_MISSING;
  if (before === HOUR_MISSING || thousandths === HOUR_MISSING) {
    if (thousandths !== HOUR_MISSING || slot.keys[hour] === 0) place(slot, hour, cell);
    if (before === HOUR_MISSING) slot.values[hour] = thousandths;
    return NEW;
  }
  const first = { sheet: slot.sheets[hour] ?? cell.sheet, key: slot.keys[hour] ?? 0 };
  if (before === thousandths) return { kind: 'same', first, before };
  slot.values[hour] = HOUR_INVALID;
  return { kind: 'different', first, before };
}

function place(slot: HourSlot, hour: number, cell: StoredCell): void {
  slot.keys[hour] = cell.key;
  slot.sheets[hour] = cell.sheet;
}
