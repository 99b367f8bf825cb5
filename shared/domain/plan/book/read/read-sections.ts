import { comparableText } from '../../../returns/cell-text.ts';
import { chineseNumeral } from '../../numerals.ts';
import type { PlanRow, PlanRows } from './plan-rows.ts';
import type { TableReading } from './reading.ts';

/** A row's 部分; null, with a finding, where none is named in it or above it. */
export function sectionOf({ notes, table }: TableReading, row: PlanRow): string | null {
  if (row.section !== '') return row.section;
  const cell = row.first.at('section');
  notes.add('BOOK_VALUE_MISSING', cell, { column: table.has('section') ? table.title('section') : '部分' });
  return null;
}

/** Number of each 部分: as given, else what its title begins with, else the next. */
export function sectionNumbers(sections: PlanRows['sections']): ReadonlyMap<string, number> {
  const taken = new Set(sections.flatMap(({ given }) => (/^\d{1,3}$/u.test(given) ? [Number(given)] : [])));
  const numbers = new Map<string, number>();
  for (const { title, given } of sections) {
    const written = numeralOf(title);
    const free = written !== null && !taken.has(written) ? written : Math.max(0, ...taken) + 1;
    const number = /^\d{1,3}$/u.test(given) ? Number(given) : free;
    taken.add(number);
    numbers.set(title, number);
  }
  return numbers;
}

function numeralOf(title: string): number | null {
  const words = /^([一二三四五六七八九十]{1,3})[、.．]/u.exec(comparableText(title))?.[1];
  if (words === undefined) return null;
  const number = Array.from({ length: 99 }, (_, index) => index + 1).find((candidate) => chineseNumeral(candidate) === words);
  return number ?? null;
}

/** 序号 within its 部分 where nothing is written: one more than the row before. */
export function numberedRows(rows: readonly PlanRow[], numberOf: (row: PlanRow) => number | null): ReadonlyMap<PlanRow, number> {
  const last = new Map<string, number>();
  const numbers = new Map<PlanRow, number>();
  for (const row of rows) {
    const number = numberOf(row) ?? (last.get(row.section) ?? 0) + 1;
    last.set(row.section, number);
    numbers.set(row, number);
  }
  return numbers;
}
