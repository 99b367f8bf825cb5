import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SampleWork, sampleWork } from '../../../../support/core.ts';
import { fillReturn } from '../../../../support/fill-return.ts';
import { temporaryFolder } from '../../../../support/folder.ts';

const folder = temporaryFolder();
let made: SampleWork;

beforeAll(async () => {
  made = await sampleWork(folder);
  await made.call('year.open', { year: 2025, targets: 'carry', reason: '开启' });
});
afterAll(() => made.core.close());

/** The form of 2024, its cover and headings rewritten for 2025; the hidden sheet is what it was. */
async function rewritten(): Promise<string> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await fillReturn(made, '区公安局', {})).buffer as ArrayBuffer);
  for (const sheet of book.worksheets.filter(({ state }) => state === 'visible'))
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (typeof cell.value === 'string') cell.value = cell.value.replaceAll('2024', '2025');
        else if (cell.value === 2024) cell.value = 2025;
      }),
    );
  const path = join(folder, '区公安局.xlsx');
  writeFileSync(path, Buffer.from(await book.xlsx.writeBuffer()));
  return path;
}

describe('the form of last year, rewritten for this year', () => {
  test('is read row by row, and taken in once somebody has said whose it is', async () => {
    const source = made.grant(await rewritten());
    const asked = await made.call('returns.import', { year: 2025, sources: [source] });
    expect(asked.files[0]).toMatchObject({
      outcome: 'undecided',
      findings: expect.arrayContaining([expect.objectContaining({ code: 'RETURN_FORM_OF_YEAR', params: { found: 2024, expected: 2025 } })]),
    });
    const taken = await made.call('returns.import', { year: 2025, sources: [source], unit: '区公安局' });
    expect(taken.files[0]).toMatchObject({ outcome: 'accepted', unitName: '区公安局' });
    expect(taken.files[0]?.answers).toBeGreaterThan(5);
    expect((await made.call('work.check', {})).problems).toEqual([]);
  });
});
