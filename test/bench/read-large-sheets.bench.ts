import { expect, test } from 'vitest';
import { read, sheet, workbookBytes } from '../unit/main/documents/workbook-reader/handmade.ts';

// Claim: what is odd about a large sheet costs no more than its size; a quadratic step would cost a thousand times as much.
const COUNT = 100_000;
const ROUNDS = { iterations: 5, warmupIterations: 1, time: 0, warmupTime: 0 };

const rowsOf = (numberOf: (index: number) => number): string =>
  Array.from({ length: COUNT }, (_, index) => `<row r="${numberOf(index)}"><c r="A${numberOf(index)}"><v>${index}</v></c></row>`).join('');

test('cells in reverse order take at most three times as long as cells in order', async ({ bench }) => {
  const inOrder = workbookBytes({ sheet: sheet(rowsOf((index) => index + 1)) });
  const reversed = workbookBytes({ sheet: sheet(rowsOf((index) => COUNT - index)) });
  const results = await bench.compare(
    bench('in order', async () => void (await read(inOrder))),
    bench('reversed', async () => void (await read(reversed))),
    ROUNDS,
  );
  expect(results.get('reversed').latency.mean / results.get('in order').latency.mean).toBeLessThan(3);
});

test('validations, formats and merges over whole columns take at most three times as long as their text in cells', async ({ bench }) => {
  const merges = Array.from({ length: 20_000 }, (_, index) => `<mergeCell ref="A${index * 2 + 1}:B${index * 2 + 2}"/>`).join('');
  const merged = workbookBytes({
    beforeData: '<cols><col min="1" max="16384" width="9" style="1"/></cols>',
    rows: '<row r="1"><c r="A1"><v>1</v></c></row>',
    afterData: `<mergeCells>${merges}</mergeCells>
      <conditionalFormatting sqref="A1:XFD1048576"><cfRule type="expression" priority="1"><formula>A1=1</formula></cfRule></conditionalFormatting>
      <dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"是,否"</formula1></dataValidation></dataValidations>`,
  });
  const rows = Array.from({ length: 20_000 }, (_, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>1</v></c></row>`).join('');
  const plain = workbookBytes({ rows });
  const results = await bench.compare(
    bench('20,000 cells', async () => void (await read(plain))),
    bench('20,000 merges', async () => void (await read(merged))),
    ROUNDS,
  );
  expect(results.get('20,000 merges').latency.mean / results.get('20,000 cells').latency.mean).toBeLessThan(3);
});
