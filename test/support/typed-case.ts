import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { RETURN_CASES } from './return-case.ts';

/** What is typed into one cell: text, a number, or a formula with the result that is stored beside it. */
export type Typed = string | number | { readonly formula: string; readonly result: number | Date };

let copies = 0;

/** A copy of a case file with some cells typed over; `cells` by 'sheet!address'. */
export async function typedCase(folder: string, file: string, cells: Readonly<Record<string, Typed | null>>): Promise<string> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(join(RETURN_CASES, file));
  for (const [place, typed] of Object.entries(cells)) {
    const [sheet = '', address = ''] = place.split('!');
    const cell = workbook.getWorksheet(sheet)?.getCell(address);
    if (cell === undefined) throw new Error(`no cell ${place} in ${file}`);
    cell.value = typed;
  }
  const copy = join(folder, `typed-${(copies += 1)}.xlsx`);
  writeFileSync(copy, new Uint8Array(await workbook.xlsx.writeBuffer()));
  return copy;
}
