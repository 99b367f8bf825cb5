import { comparableText } from '../../../returns/cell-text.ts';
import { columnsOf, LINES } from '../columns.ts';
import type { BookColumn, SheetKey } from '../types.ts';

/** What a title in a table's head means: a column's key, a year column that names no year, or nothing that is known. */
export type TitleMeaning = { readonly key: string } | 'yearMissing' | null;

/** Column of the list's own target, whose year the list says. */
export const OWN_TARGET = 'target:own';

const YEAR_TITLE = /^(20\d\d)年?度?(目标值?|奋斗目标|目标印发原文)$/u;
const BARE_TITLE = /^(?:_+|X+|×+|年|年度|20_+)*年?(?:目标值?|奋斗目标)$/u;
const YEAR_KEYS: Readonly<Record<string, string>> = { 目标: 'target', 目标值: 'target', 奋斗目标: 'stretch', 目标印发原文: 'printed' };

export function titleMeaning(key: SheetKey, text: string): TitleMeaning {
  const title = comparableText(text);
  const known = fixedTitles(key).get(title);
  if (known !== undefined) return { key: known };
  const [, year, words = ''] = YEAR_TITLE.exec(title) ?? [];
  if (key !== 'annex1' && key !== 'annex2' && key !== 'list') return null;
  if (year !== undefined) return { key: `${YEAR_KEYS[words] ?? ''}:${year}` };
  if (!BARE_TITLE.test(title)) return null;
  return key === 'list' && !title.includes('奋斗') ? { key: OWN_TARGET } : 'yearMissing';
}

const remembered = new Map<SheetKey, ReadonlyMap<string, string>>();

/** Titles go before other names, so that a name that two columns share means the one it is the title of. */
function fixedTitles(key: SheetKey): ReadonlyMap<string, string> {
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const columns = columnsOf(key, { targets: [] });
  const aliases = columns.flatMap((column) => (column.aliases ?? []).map((alias) => [comparableText(alias), column.key] as const));
  const made = new Map([...aliases, ...columns.map((column) => [comparableText(column.title), column.key] as const)]);
  remembered.set(key, made);
  return made;
}

export const requiredColumns = (key: SheetKey): readonly BookColumn[] =>
  columnsOf(key, { targets: [] }).filter((column) => column.required === true);

/** Title of a column where the file's own is not at hand. */
export const titleOf = (key: SheetKey, column: string): string =>
  columnsOf(key, { targets: [] }).find((candidate) => candidate.key === column)?.title ?? column;

/** 2025年报送截止日 → due:2025; other lines by their titles. Null for words that are no line. */
export function lineKey(text: string): string | null {
  const title = comparableText(text).replace(/[::]$/u, '');
  const due = /^(20\d\d)年?度?报送截止日$/u.exec(title);
  if (due !== null) return `due:${due[1] ?? ''}`;
  return Object.entries(LINES).find(([key, words]) => key !== 'due' && comparableText(words) === title)?.[0] ?? null;
}
