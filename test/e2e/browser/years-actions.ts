import ExcelJS from 'exceljs';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { foreignWords } from './foreign-words.ts';
import { choose, picture, seriousProblems } from './page-actions.ts';

/** Writes another text into the cells of a sheet of the exported workbook that hold this one. */
export async function editBook(exported: string, edited: string, sheet: string, before: string, after: string): Promise<void> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(exported);
  book.getWorksheet(sheet)?.eachRow((row) =>
    row.eachCell((cell) => {
      if (cell.text === before) cell.value = after;
    }),
  );
  await book.xlsx.writeFile(edited);
}

/** In the header. */
export async function chooseYear(page: Page, year: number): Promise<void> {
  await choose(page, page.getByRole('combobox', { name: '考核年度' }), new RegExp(`^${year} 年`));
}

/** The same work, opened so that nothing can be written; by the page's own way to the program. */
export async function openForReading(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ask = async (path: string, init: RequestInit): Promise<{ value: { grant: string }[] }> =>
      (await fetch(`/api/${path}`, init)).json() as Promise<{ value: { grant: string }[] }>;
    const { value: works } = await ask('works', {});
    const call = { id: 'read-only', method: 'work.open', input: { file: works[0]?.grant, readOnly: true } };
    await ask('call', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(call) });
  });
}

/** Keeps a picture, and looks for what is foreign and what axe finds seriously wrong. */
export async function look(page: Page, name: string): Promise<void> {
  await picture(page, name);
  expect({ foreign: await foreignWords(page), serious: await seriousProblems(page) }, name).toEqual({ foreign: [], serious: [] });
}
