import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MethodOutput } from '../../shared/contract/contract.ts';
import type { SchemeExplanation } from '../../shared/contract/schemes.ts';
import { schemeLackText, schemeNoticeText } from '../../shared/text/scheme-text.ts';
import type { TestCore } from './core.ts';
import type { Row } from './monitoring-files.ts';

export const AIR_HEAD: Row = ['镇街', '日期', 'PM2.5', 'PM10', 'SO2', 'NO2', 'CO', 'O3'];

export interface MonthAir {
  readonly pm25: number;
  readonly pm10?: number;
  readonly so2?: number;
  readonly no2?: number;
  /** Days of the month on which ozone makes the air bad. */
  readonly bad?: number;
}

/** Every day of a month with the same values. */
export function airMonth(town: string, month: string, { pm25, pm10 = 50, so2 = 10, no2 = 20, bad = 0 }: MonthAir): Row[] {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const days = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return Array.from({ length: days }, (_, index) => [
    town,
    `${month}-${String(index + 1).padStart(2, '0')}`,
    pm25,
    pm10,
    so2,
    no2,
    0.5,
    index < bad ? 200 : 80,
  ]);
}

/** Stores a scheme in the work, under its id. */
export async function addScheme(made: TestCore, folder: string, id: string, rest: string): Promise<void> {
  const path = join(folder, `${id}.yml`);
  writeFileSync(path, `id: ${id}\ntitle: ${id}\nfrom: 2024\n${rest}`);
  await made.call('schemes.add', { file: made.grant(path) });
}

export type Applied = MethodOutput<'schemes.apply'>;

export const applyTo = (made: TestCore, id: string, period: string): Promise<Applied> =>
  made.call('schemes.apply', { source: { id }, period });

export function rowOf(applied: Applied, subject: string): Applied['rows'][number] {
  const row = applied.rows.find((one) => one.subject === subject);
  if (row === undefined) throw new Error(`${subject} is no subject: ${applied.rows.map((one) => one.subject).join()}`);
  return row;
}

export const moneyOf = (applied: Applied): Record<string, string | null> =>
  Object.fromEntries(applied.rows.map(({ subject, money }) => [subject, money]));

export const noticesOf = (applied: Applied): Record<string, string> =>
  Object.fromEntries(
    applied.rows.map(({ subject, notices }) => [subject, notices.map(({ code, params }) => schemeNoticeText(code, params)).join('；')]),
  );

export const lacksOf = (applied: Applied, subject: string): string[] =>
  rowOf(applied, subject).lacks.map(({ code, params }) => schemeLackText(code, params));

/** Every place a figure of the tree stands in. */
export const cellsOf = (node: SchemeExplanation): string[] => [
  ...node.sources.map(({ file, sheet, cell, column }) => `${file} ${sheet} ${cell} ${column}`),
  ...node.children.flatMap(cellsOf),
];
