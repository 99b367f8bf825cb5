import { HOUR_INVALID } from '../air/hours/hours-of-day.ts';
import { POLLUTANTS, type Pollutant } from '../air/standards/pollutants.ts';
import type { DecimalText } from '../numbers/decimal.ts';
import { addressOfKey, columnOfKey, rowOfKey } from './grid.ts';
import type { Field, ReadDay, ReadHours } from './types.ts';
import { type DayBucket, type DaySlot, type HourSlot, sheetOfHour, sheetOfSlot } from './value-store.ts';

/** The days of a bucket: one for each sheet that its values come from, because every value leads back to one sheet. */
export function daysOf(bucket: DayBucket): ReadDay[] {
  const sheets = new Set([...bucket.daily.values()].map((slot) => slot.cell.sheet));
  return [...sheets].map((sheet) => {
    const slots = [...bucket.daily].filter(([, slot]) => slot.cell.sheet === sheet);
    const values: Partial<Record<Pollutant, DecimalText>> = {};
    for (const [field, slot] of slots) if (field !== 'o3OneHour' && slot.value !== null) values[field] = slot.value;
    const { placeId, station, date } = bucket;
    return {
      placeId,
      station,
      date,
      values,
      sheet,
      o3OneHour: slots.find(([field]) => field === 'o3OneHour')?.[1].value ?? null,
      invalid: POLLUTANTS.filter((pollutant) => slots.some(([field, slot]) => field === pollutant && slot.thousandths === HOUR_INVALID)),
      cells: dayCells(slots),
    };
  });
}

function dayCells(slots: readonly (readonly [Field, DaySlot])[]): Partial<Record<Field, string>> {
  return Object.fromEntries(slots.map(([field, slot]) => [field, addressOfKey(slot.cell.key)]));
}

/** The hours of a bucket, likewise by sheet. Where one pollutant of one day stands in two sheets, its cells name the sheet of the second. */
export function hoursOf(bucket: DayBucket): ReadHours[] {
  const sheets = new Set([...bucket.hourly.values()].map(sheetOfSlot));
  return [...sheets].map((sheet) => {
    const values: Partial<Record<Pollutant, Int32Array>> = {};
    const cells: Partial<Record<Pollutant, string>> = {};
    for (const [field, slot] of bucket.hourly) {
      if (field === 'o3OneHour' || sheetOfSlot(slot) !== sheet) continue;
      values[field] = slot.values;
      cells[field] = hourCells(slot, sheet);
    }
    const { placeId, station, date } = bucket;
    return { placeId, station, hours: { date, values }, sheet, cells };
  });
}

interface Run {
  readonly first: number;
  last: number;
  readonly sheet: string;
  step: number | null;
}

const COLUMN_STEP = 1;
const ROW_STEP = 16_384;

function hourCells(slot: HourSlot, sheet: string): string {
  const runs: Run[] = [];
  slot.keys.forEach((key, hour) => {
    if (key === 0) return;
    const run = runs.at(-1);
    const cellSheet = sheetOfHour(slot, hour);
    const step = run === undefined ? 0 : key - run.last;
    if (
      run !== undefined &&
      run.sheet === cellSheet &&
      (step === COLUMN_STEP || step === ROW_STEP) &&
      (run.step === null || run.step === step)
    ) {
      run.last = key;
      run.step = step;
    } else {
      runs.push({ first: key, last: key, sheet: cellSheet, step: null });
    }
  });
  return runs.map((run) => `${run.sheet === sheet ? '' : `${run.sheet}!`}${rangeText(run)}`).join(',');
}

function rangeText({ first, last }: Run): string {
  return first === last || (rowOfKey(first) === rowOfKey(last) && columnOfKey(first) === columnOfKey(last))
    ? addressOfKey(first)
    : `${addressOfKey(first)}:${addressOfKey(last)}`;
}
