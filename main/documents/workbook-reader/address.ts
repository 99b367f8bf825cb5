import { addressAt } from '../../../shared/domain/tables/cell-address.ts';

/** A1 addresses as one number, so that a sheet of a million cells is read and ordered without building objects for places. */

export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_384;
export const LAST_ADDRESS = 'XFD1048576';

/** Ascending in row-major order. Rows and columns count from 1. */
export type PlaceKey = number;

export const placeKey = (row: number, column: number): PlaceKey => row * LAST_COLUMN + (column - 1);

export const rowOf = (key: PlaceKey): number => Math.floor(key / LAST_COLUMN);

export const columnOf = (key: PlaceKey): number => (key % LAST_COLUMN) + 1;

export const addressOf = addressAt;

/** Place of 'B12' or 'b12'; 'beyond' outside the largest sheet Excel has; 'malformed' for anything else. */
export function parseAddress(text: string): PlaceKey | 'beyond' | 'malformed' {
  let column = 0;
  let index = 0;
  for (; index < text.length; index += 1) {
    const letter = (text.charCodeAt(index) | 0x20) - 0x60;
    if (letter < 1 || letter > 26 || text.charCodeAt(index) < 0x41) break;
    column = column * 26 + letter;
  }
  const letters = index;
  let row = 0;
  for (; index < text.length; index += 1) {
    const digit = text.charCodeAt(index) - 0x30;
    if (digit < 0 || digit > 9) return 'malformed';
    row = row * 10 + digit;
  }
  if (letters === 0 || row === 0) return 'malformed';
  return column > LAST_COLUMN || row > LAST_ROW ? 'beyond' : placeKey(row, column);
}

/** The same of an address in capitals that stands between the bounds; what is written otherwise is malformed here. */
export function parseAddressBytes(bytes: Uint8Array, from: number, until: number): PlaceKey | 'beyond' | 'malformed' {
  let column = 0;
  let at = from;
  for (; at < until; at += 1) {
    const letter = (bytes[at] ?? 0) - 0x40;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  const letters = at - from;
  let row = 0;
  for (; at < until; at += 1) {
    const digit = (bytes[at] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) return 'malformed';
    row = row * 10 + digit;
  }
  if (letters === 0 || row === 0) return 'malformed';
  return column > LAST_COLUMN || row > LAST_ROW ? 'beyond' : placeKey(row, column);
}
