import { parse } from 'yaml';
import { readSource } from './source-text.ts';

/** What only one plan knows: its ids, its district, its units, its rows. Words in Latin letters count where they stand alone. */
export type PlanWords = ReadonlySet<string>;

type Known = Readonly<Record<string, unknown>>;

/** The words of every plan among the files of `templates/plans/`, by their texts; `schemes` name districts, too. */
export function planWords(files: ReadonlyMap<string, string>): PlanWords {
  const words = [...files].flatMap(([file, text]) => {
    const [, folder, name = ''] = /^templates\/(plans\/[^/]+|schemes)\/(.+)\.yml$/.exec(file) ?? [];
    if (folder === undefined) return [];
    const content: unknown = parse(text);
    if (folder === 'schemes') return textsOf(recordsIn(content), ['district.name']);
    return [folder.slice('plans/'.length), ...(NAMED[name]?.(recordsIn(content)) ?? rowIds(recordsIn(content)))];
  });
  return new Set(words.filter((word) => word.length > 1));
}

/** Files of a plan that are no lists of rows, and what they name. Kinds of units and subjects are words that plans share. */
const NAMED: Readonly<Record<string, (records: readonly Known[]) => readonly string[]>> = {
  units: (records) => textsOf(records, ['id', 'name', 'aliases']),
  district: (records) => textsOf(records, ['name', 'aliases', 'city']),
  document: (records) => textsOf(records.slice(0, 1), ['title', 'number', 'issuer']),
  'unit-kinds': () => [],
  subjects: () => [],
};

/** The ids that have a number: A1-05, A3-2.1-a, B12. The name of a group of rows has none. */
const rowIds = (records: readonly Known[]): readonly string[] => textsOf(records, ['id']).filter((id) => /\d/.test(id));

function textsOf(records: readonly Known[], keys: readonly string[]): string[] {
  const read = (record: unknown, [key = '', ...rest]: readonly string[]): unknown => {
    const value = typeof record === 'object' && record !== null ? (record as Known)[key] : undefined;
    return rest.length === 0 ? value : read(value, rest);
  };
  return records
    .flatMap((record) => keys.flatMap((key) => read(record, key.split('.'))))
    .filter((value): value is string => typeof value === 'string');
}

function recordsIn(value: unknown): Known[] {
  if (Array.isArray(value)) return value.flatMap(recordsIn);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Known, ...Object.values(value).flatMap(recordsIn)];
}

/** The words that the code or a text of a source file says; a comment may give an example. */
export function wordsIn(file: string, text: string, words: PlanWords): string[] {
  const { code, strings } = readSource(text);
  const said = /\.[cm]?[jt]sx?$/.test(file) ? [code, ...strings].join('\n') : text;
  return [...words].filter((word) => (/^[\w.@-]+$/.test(word) ? standsAlone(word, said) : said.includes(word)));
}

/** B12 does not stand in GB12, nor A1-05 in A1-050; but it does in `${A1-05}`. */
function standsAlone(word: string, text: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!/\w/.test(text.charAt(at - 1)) && !/\w/.test(text.charAt(at + word.length))) return true;
  return false;
}
