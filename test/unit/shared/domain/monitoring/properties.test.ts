import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { bookOf, codes, dayLines, hourLines, readBook, readRows, sheetOf, townId, type Written } from './tables.ts';

const TOWNS = ['合阳城街道', '钓鱼城街道', '沙鱼镇', '官渡镇'] as const;
const DATES = ['2024-01-01', '2024-01-02', '2024-01-05', '2024-02-29'];

const figure = fc.integer({ min: 1, max: 9999 }).map((tenths) => tenths / 10);
const mark = fc.constantFrom<Written>('', '—', '无效', -99, '35H');
const cell: fc.Arbitrary<Written> = fc.oneof({ weight: 5, arbitrary: figure }, { weight: 1, arbitrary: mark });

/** Values by town and date. */
const data = fc.array(fc.array(cell, { minLength: DATES.length, maxLength: DATES.length }), {
  minLength: TOWNS.length,
  maxLength: TOWNS.length,
});

const longRows = (values: readonly (readonly Written[])[]) =>
  TOWNS.flatMap((town, index) => DATES.map((date, day): Written[] => [date, town, values[index]?.[day] ?? '']));

test('the order of rows does not matter, whatever stands in them', () => {
  const row = fc.tuple(fc.constantFrom(...DATES, '不详'), fc.constantFrom(...TOWNS, '别处镇'), cell, cell);
  const shuffled = fc
    .array(row, { maxLength: 25 })
    .chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length })));
  fc.assert(
    fc.property(shuffled, ([rows, other]) => {
      const header = ['日期', '镇街', 'PM2.5', 'PM10'];
      const [left, right] = [readRows([header, ...rows]), readRows([header, ...other])];
      expect(dayLines(right)).toEqual(dayLines(left));
      // Of three values for one time, two of them equal, it depends on the order whether the equal ones meet.
      const stable = (reading: typeof left) => codes(reading).filter((code) => code !== 'MONITOR_VALUE_TWICE');
      expect(stable(right)).toEqual(stable(left));
    }),
  );
});

test('the order of hourly rows does not matter either', () => {
  const row = fc.tuple(fc.integer({ min: 0, max: 24 }), fc.constantFrom(...TOWNS), cell);
  const shuffled = fc
    .array(row, { maxLength: 30 })
    .chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length })));
  fc.assert(
    fc.property(shuffled, ([rows, other]) => {
      const table = (order: typeof rows) =>
        readRows([['日期', '小时', '镇街', 'PM2.5'], ...order.map(([hour, town, value]) => ['2024-01-02', hour, town, value])]);
      expect(hourLines(table(other))).toEqual(hourLines(table(rows)));
    }),
  );
});

test('long, a column for each town, a sheet for each town and days in columns say the same', () => {
  fc.assert(
    fc.property(data, (values) => {
      const expected = dayLines(readRows([['日期', '镇街', 'PM2.5'], ...longRows(values)]));
      const wide = readBook(
        bookOf(
          sheetOf('PM2.5', [
            ['日期', ...TOWNS],
            ...DATES.map((date, day) => [date, ...TOWNS.map((_, index) => values[index]?.[day] ?? '')]),
          ]),
        ),
      );
      const sheets = readBook(
        bookOf(
          ...TOWNS.map((town, index) =>
            sheetOf(town, [['日期', 'PM2.5'], ...DATES.map((date, day) => [date, values[index]?.[day] ?? ''])]),
          ),
        ),
      );
      const dates = readBook(
        bookOf(sheetOf('PM2.5', [['镇街', ...DATES], ...TOWNS.map((town, index) => [town, ...(values[index] ?? [])])])),
      );
      for (const reading of [wide, sheets, dates]) expect(dayLines(reading)).toEqual(expected);
    }),
  );
});

test('every value leads back to the cell it was read from', () => {
  fc.assert(
    fc.property(data, (values) => {
      const rows = longRows(values);
      for (const { placeId, date, values: read, cells } of readRows([['日期', '镇街', 'PM2.5'], ...rows]).days) {
        const row = rows[Number(cells.pm25?.slice(1)) - 2];
        expect([row?.[0], townId(String(row?.[1]))]).toEqual([date, placeId]);
        if (read.pm25 !== undefined) expect(String(row?.[2])).toBe(read.pm25);
      }
    }),
  );
});

test('no content makes it throw', () => {
  const anything: fc.Arbitrary<Written> = fc.oneof(
    cell,
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom<Written>(
      '日期',
      '镇街',
      'PM2.5',
      '小时',
      'O3',
      '浓度',
      '监测项目',
      '2024-01-01',
      '24:00',
      '1日',
      '合阳城街道',
      'μg/m³',
      'PM2.5合阳城街道',
    ),
    fc.record({
      type: fc.constant('number' as const),
      digits: fc.constantFrom('45292', '45292.5', '-1', '0.0000000001', '99999999999999999999', '0'),
      format: fc.constantFrom('general' as const, 'date' as const, 'percent' as const),
    }),
  );
  fc.assert(
    fc.property(fc.array(fc.array(anything, { maxLength: 6 }), { maxLength: 12 }), (rows) => {
      expect(readRows(rows).findings).toBeDefined();
    }),
    { numRuns: 500 },
  );
});
