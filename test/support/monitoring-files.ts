import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import exceljs from 'exceljs';
import { testCore, type TestCore } from './core.ts';

export type Row = readonly (string | number | null)[];

/** A text table in UTF-8; gives its path. */
export function csvFile(folder: string, name: string, rows: readonly Row[]): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, rows.map((row) => row.map((cell) => cell ?? '').join(',')).join('\r\n'));
  return path;
}

/** A workbook with one sheet for each entry; gives its path. */
export async function workbookFile(folder: string, name: string, sheets: Readonly<Record<string, readonly Row[]>>): Promise<string> {
  const workbook = new exceljs.Workbook();
  for (const [title, rows] of Object.entries(sheets)) workbook.addWorksheet(title).addRows(rows.map((row) => [...row]));
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  await workbook.xlsx.writeFile(path);
  return path;
}

/** 24 rows of a long hourly table, hours 1–24; `value` gives the columns behind the time. */
export const hoursOf = (town: string, station: string, date: string, value: (hour: number) => Row): Row[] =>
  Array.from({ length: 24 }, (_, index) => [town, station, date, index + 1, ...value(index + 1)]);

/** Behind the days of the files that tests make: none of them is ahead of its import. */
export const AFTER_THE_FILES = '2029-01-15T09:00:00+08:00';

/** A core with a new work and nothing in it. */
export async function emptyWork(folder: string, name = 'work.sqlite'): Promise<TestCore & { readonly workPath: string }> {
  const made = testCore(folder);
  made.setNow(AFTER_THE_FILES);
  const workPath = join(folder, name);
  await made.call('work.create', { file: made.grant(workPath), planId: 'hechuan-2024' });
  return { ...made, workPath };
}

/** The district has a value as soon as one of its towns has, as in works of before; else 24 of its 31 towns would have to be measured. */
export async function oneTownIsEnough({ call }: Pick<TestCore, 'call'>): Promise<void> {
  await call('settings.set', { key: 'air.area-share', value: '0', from: '2000-01-01', reason: '试点期只有部分镇街有数据' });
}
