import { type CellObject, utils, write, type WorkSheet } from '@e965/xlsx';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countedOld } from '../../../../../../main/documents/table-reader/old-records.ts';
import { readPlainOld } from '../../../../../../main/documents/table-reader/old-plain/read-plain-old.ts';
import { readOtherWorkbook } from '../../../../../../main/documents/table-reader/read-other-workbook.ts';
import { DEFAULT_LIMITS } from '../../../../../../main/documents/workbook-reader/limits.ts';
import { Refusal } from '../../../../../../main/documents/workbook-reader/refusal.ts';
import { type CellWorkbook, unpackedWorkbook } from '../../../../../../shared/domain/tables/packed-cells.ts';

const value = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -600_000_000, max: 600_000_000 }) },
  { weight: 4, arbitrary: fc.integer({ min: -90_000, max: 90_000 }).map((hundredths) => hundredths / 100) },
  { weight: 2, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }) },
  { weight: 4, arbitrary: fc.constantFrom('合阳城街道', 'PM2.5', '—', '2025-01-01 01:00', '𠮷', 'naïve', ' ') },
  { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 400, unit: fc.constantFrom('a', 'é', '镇', '\n') }) },
  { weight: 1, arbitrary: fc.boolean() },
  { weight: 2, arbitrary: fc.constant(null) },
);
const format = fc.constantFrom('General', '0.00', '0%', 'yyyy-mm-dd', 'yyyy"年"m"月"d"日"', '0.0"微克"');

const sheet = fc
  .record({
    rows: fc.array(fc.array(value, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 12 }),
    formats: fc.array(format, { minLength: 1 }),
  })
  .map(({ rows, formats }) => {
    const made = utils.aoa_to_sheet(rows);
    let index = 0;
    for (const [address, cell] of Object.entries(made) as [string, CellObject][]) {
      if (address.startsWith('!') || cell.t !== 'n') continue;
      cell.z = formats[index % formats.length] ?? 'General';
      index += 1;
    }
    made['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: rows.length % 4 } }];
    return made;
  });

const bytesOf = (sheets: readonly WorkSheet[], shared: boolean): Uint8Array => {
  const book = utils.book_new();
  for (const [index, made] of sheets.entries()) utils.book_append_sheet(book, made, `表${index + 1}`);
  // Short streams lie among others, where no large workbook does.
  const padding = utils.aoa_to_sheet(Array.from({ length: 400 }, (_, row) => [`行${row}`, row]));
  utils.book_append_sheet(book, padding, 'padding');
  return write(book, { type: 'buffer', bookType: 'biff8', bookSST: shared }) as Uint8Array;
};

const plainly = (bytes: Uint8Array): CellWorkbook | null =>
  readPlainOld(countedOld(bytes, DEFAULT_LIMITS).content, DEFAULT_LIMITS, () => undefined);

it('records that are read as they stand give what the package gives', () => {
  fc.assert(
    fc.property(fc.array(sheet, { minLength: 1, maxLength: 3 }), fc.boolean(), (sheets, shared) => {
      const bytes = bytesOf(sheets, shared);
      const read = plainly(bytes);
      expect(read).not.toBeNull();
      if (read === null) return;
      expect(unpackedWorkbook(read)).toEqual(unpackedWorkbook(readOtherWorkbook('xls', bytes, DEFAULT_LIMITS)));
    }),
    { numRuns: 150 },
  );
});

const outcome = (bytes: Uint8Array): string => {
  try {
    return plainly(bytes) === null ? 'left to the package' : 'read';
  } catch (error) {
    return error instanceof Refusal ? error.code : String(error);
  }
};

it('a byte that was turned is read, refused or left to the package, and nothing breaks', () => {
  const bytes = Buffer.from(
    bytesOf(
      [
        utils.aoa_to_sheet([
          ['镇街', 'PM2.5'],
          ['合阳城街道', 35],
        ]),
      ],
      true,
    ),
  );
  expect(outcome(bytes)).toBe('read');
  fc.assert(
    fc.property(fc.integer({ min: 512, max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, turn) => {
      const turned = Buffer.from(bytes);
      turned[at] = (turned[at] ?? 0) ^ turn;
      expect(outcome(turned)).toMatch(/^(?:read|left to the package|FILE_[A-Z_]+)$/);
    }),
    { numRuns: 400 },
  );
});
