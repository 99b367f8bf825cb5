import type { RecognisedTable } from './types.ts';

/**
 * What files of one source (来源) have in common: the shape and the titles of a table, whatever days, hours or years stand in them.
 * The meaning that a person has given to the hour labels of one is remembered for the next by it, and so are the rules for its values.
 */
export const sourceKey = ({
  shape,
  columns,
}: {
  readonly shape: string;
  readonly columns: readonly { readonly title: string }[];
}): string =>
  [shape, ...columns.map(({ title }) => title.normalize('NFKC').replaceAll(/\s+/gu, '').replaceAll(/\d+/gu, '#'))]
    .filter((part) => part !== '')
    .join('|')
    .slice(0, LONGEST);

const LONGEST = 200;

/** Titles of the columns of a source, as a person may know it by; what no number is left of is left out. */
export const sourceTitles = (key: string): string =>
  [
    ...new Set(
      key
        .split('|')
        .slice(1)
        .map((title) => NAMES.reduce((text, [sign, name]) => text.replaceAll(sign, name), title).replaceAll('#', '')),
    ),
  ]
    .filter((title) => title !== '')
    .join('、');

/** Pollutants have numbers in their names; all others are of hours and days. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/PM#[._]#/giu, 'PM2.5'],
  [/PM#/giu, 'PM10'],
  [/([SN])O#/giu, '$1O2'],
  [/O#_?#h/giu, 'O3_8h'],
  [/O#/giu, 'O3'],
];

/** The sources of the tables of a file, each once. */
export const sourcesOf = (tables: readonly Pick<RecognisedTable, 'shape' | 'columns'>[]): readonly string[] => [
  ...new Set(tables.map(sourceKey)),
];
