/**
 * Sets the time of every entry of a zip package to one moment. The zip library under exceljs stamps entries with the clock, which would make
 * two workbooks of the same content differ and a sample look new each time it is made.
 */
export function stampPackage(bytes: Uint8Array, moment: Date): Uint8Array {
  const stamped = bytes.slice();
  const view = new DataView(stamped.buffer, stamped.byteOffset, stamped.byteLength);
  const { time, date } = dosTime(moment);
  const end = endOfDirectory(view);
  let at = view.getUint32(end + 16, true);
  for (let count = view.getUint16(end + 10, true); count > 0; count -= 1) {
    if (view.getUint32(at, true) !== CENTRAL_HEADER) throw new Error('zip directory is not where its end record says');
    const local = view.getUint32(at + 42, true);
    view.setUint16(at + 12, time, true);
    view.setUint16(at + 14, date, true);
    view.setUint16(local + 10, time, true);
    view.setUint16(local + 12, date, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return stamped;
}

const CENTRAL_HEADER = 0x02_01_4b_50;
const END_RECORD = 0x06_05_4b_50;

function endOfDirectory(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0; at -= 1) if (view.getUint32(at, true) === END_RECORD) return at;
  throw new Error('not a zip package');
}

/** MS-DOS date and time of a zip entry, from 1980 on, in steps of two seconds; UTC, so that it does not depend on the machine. */
function dosTime(moment: Date): { readonly time: number; readonly date: number } {
  const year = Math.max(moment.getUTCFullYear(), 1980) - 1980;
  return {
    time: (moment.getUTCHours() << 11) | (moment.getUTCMinutes() << 5) | (moment.getUTCSeconds() >> 1),
    date: (year << 9) | ((moment.getUTCMonth() + 1) << 5) | moment.getUTCDate(),
  };
}
