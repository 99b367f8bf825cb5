import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addressOf,
  columnOf,
  LAST_COLUMN,
  LAST_ROW,
  parseAddress,
  placeKey,
  rowOf,
} from '../../../../../main/documents/workbook-reader/address.ts';

test('every place survives being written as an address', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: LAST_ROW }), fc.integer({ min: 1, max: LAST_COLUMN }), (row, column) => {
      const key = placeKey(row, column);
      expect([rowOf(key), columnOf(key), parseAddress(addressOf(row, column)), parseAddress(addressOf(row, column).toLowerCase())]).toEqual(
        [row, column, key, key],
      );
    }),
  );
});

test.each([
  ['A1', 1, 1],
  ['Z9', 9, 26],
  ['AA10', 10, 27],
  ['AZ1', 1, 52],
  ['ZZ1', 1, 702],
  ['AAA1', 1, 703],
  ['XFD1048576', 1_048_576, 16_384],
])('%s is row %i, column %i', (address, row, column) => {
  expect(parseAddress(address)).toBe(placeKey(row, column));
  expect(addressOf(row, column)).toBe(address);
});

test('places ascend in row-major order', () => {
  expect(placeKey(2, 1)).toBeGreaterThan(placeKey(1, LAST_COLUMN));
});

test('what is outside the largest sheet is told from what is no address', () => {
  expect(['XFE1', 'A1048577', 'AAAA1', 'A99999999999999999999999'].map(parseAddress)).toEqual(['beyond', 'beyond', 'beyond', 'beyond']);
  expect(['', 'A', '1', 'A0', '@1', '[1', '`1', '{1', 'A1 ', ' A1', 'A1.5', 'Ａ1'].map(parseAddress)).toEqual(
    Array.from({ length: 12 }, () => 'malformed'),
  );
});
