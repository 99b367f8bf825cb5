import { HOURS_OF_DAY } from '../../../shared/domain/air/hours/hours-of-day.ts';
import { type Pollutant, POLLUTANTS } from '../../../shared/domain/air/standards/pollutants.ts';

const BYTES = 4;

/**
 * Hourly means as one BLOB: 6 × 24 whole thousandths in the order of POLLUTANTS, 32 bits each, little-endian as every machine is that the
 * product runs on; what is absent is filled with the mark of a missing hour.
 */
export function packHours(values: Readonly<Partial<Record<Pollutant, Int32Array>>>, missing: number): Uint8Array {
  const packed = new Int32Array(POLLUTANTS.length * HOURS_OF_DAY).fill(missing);
  for (const [index, pollutant] of POLLUTANTS.entries()) {
    const hours = values[pollutant];
    if (hours !== undefined) packed.set(hours, index * HOURS_OF_DAY);
  }
  return new Uint8Array(packed.buffer);
}

/** All of them, in the order of POLLUTANTS: a view on the BLOB, not a copy, unless it lies askew in memory. */
export function hoursInOrder(packed: Uint8Array): Int32Array {
  const bytes = packed.byteOffset % BYTES === 0 ? packed : packed.slice();
  return new Int32Array(bytes.buffer, bytes.byteOffset, POLLUTANTS.length * HOURS_OF_DAY);
}

/** The same by pollutant, of those that are wanted. */
export function unpackHours(packed: Uint8Array, wanted: readonly Pollutant[]): Partial<Record<Pollutant, Int32Array>> {
  const all = hoursInOrder(packed);
  const values: Partial<Record<Pollutant, Int32Array>> = {};
  for (const pollutant of wanted) {
    const from = POLLUTANTS.indexOf(pollutant) * HOURS_OF_DAY;
    values[pollutant] = all.subarray(from, from + HOURS_OF_DAY);
  }
  return values;
}
