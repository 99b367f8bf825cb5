import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packPlainFields } from '../../../../../main/documents/table-reader/plain-fields.ts';
import { plainValue } from '../../../../../main/documents/table-reader/plain-value.ts';
import { readTable } from '../../../../../main/documents/table-reader/read-table.ts';
import { DEFAULT_LIMITS } from '../../../../../main/documents/workbook-reader/limits.ts';
import { CellPacker, ValueTable } from '../../../../../shared/domain/tables/packed-cells.ts';

const limits = { ...DEFAULT_LIMITS, stringLength: 40 };

/** The cells as they are packed, or null where the text is left to the package. */
function packed(text: string, delimiter: string): string[] | null {
  const values = new ValueTable();
  const packer = new CellPacker(values);
  if (!packPlainFields(text, delimiter, { packer, values, limits, passed: () => undefined })) return null;
  return [...packer.finish((address) => new Error(address))].map(({ row, column, value }) => JSON.stringify([row, column, value]));
}

function byPackage(text: string, delimiter: string): string[] {
  const records = parse(text, { delimiter, relax_quotes: true, relax_column_count: true }) as string[][];
  return records.flatMap((record, row) =>
    record.flatMap((field, column) => (field === '' ? [] : [JSON.stringify([row + 1, column + 1, plainValue(field)])])),
  );
}

const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('1', '0.5', '12345678', '-', ' 7 ', '007', 'x', '合阳城街道', '𠮷', '2025-01-01 01:00') },
  { weight: 4, arbitrary: fc.constantFrom(',', ',', ';', '\t', '，') },
  { weight: 3, arbitrary: fc.constantFrom('\n', '\r\n', '\r') },
  { weight: 2, arbitrary: fc.constantFrom('"', '""', '"a"', '"a,b"', '"一\n行"', '"\r\n"', '\u{d800}', '\0') },
);
const text = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''));
const delimiter = fc.constantFrom(',', ';', '\t', '，');

it('fields that are packed as they are found are those of the package', () => {
  fc.assert(
    fc.property(text, delimiter, (said, mark) => {
      const cells = packed(said, mark);
      if (cells !== null) expect(cells).toEqual(byPackage(said, mark));
    }),
    { numRuns: 3000 },
  );
});

it('a good part of these texts is packed so, and every export without odd quotes', () => {
  const made = fc.sample(text, 300);
  expect(made.filter((said) => packed(said, ',') !== null).length / made.length).toBeGreaterThan(0.3);
  expect(packed('镇街,PM2.5\r\n"合阳城街道","35"\r\n', ',')).toHaveLength(4);
});

it('quotes within a field, a line end within quotes first, and bounds are left to the package', async () => {
  for (const odd of ['a"b,c', '"a""b",c', '"a\nb",c\r\nd', `${'x'.repeat(41)},1`]) expect(packed(odd, ',')).toBeNull();
  const read = await readTable('引号.csv', Buffer.from('a"b,"c""d"\r\n1,2'));
  expect(read.ok && read.workbook.sheets[0]?.cells.map(({ value }) => (value.type === 'text' ? value.text : ''))).toEqual([
    'a"b',
    'c"d',
    '',
    '',
  ]);
});
