import { type FlagQuestion, questionOf } from './flag-title.ts';
import type { HeadedColumn } from './table-columns.ts';
import type { Field } from './types.ts';

/** A column of marks (标识列), with the columns of the values that it marks. */
export interface FlagColumn extends HeadedColumn {
  readonly asks: FlagQuestion;
  readonly covers: readonly number[];
}

type Values = readonly (HeadedColumn & { readonly field: Field | null })[];

/** The columns of marks of a table, each with the values it speaks of; one that speaks of none is left out. */
export function flagColumns(columns: readonly HeadedColumn[], values: Values): FlagColumn[] {
  const flags = columns.filter(({ meaning }) => meaning === 'flag');
  const unnamed = flags.filter(({ said }) => said.pollutant === null);
  return flags
    .map((flag) => {
      const covers = flag.said.pollutant === null ? besideOf(flag, unnamed, values) : namedBy(flag, values);
      return { ...flag, asks: questionOf(flag.title), covers };
    })
    .filter(({ covers }) => covers.length > 0);
}

const namedBy = ({ said }: HeadedColumn, values: Values): number[] =>
  values
    .filter(({ field }) => (field === 'o3OneHour' ? said.pollutant === 'o3' && said.average !== 8 : said.pollutant === field))
    .filter(({ field }) => !(field === 'o3' && said.average === 1 && values.some((other) => other.field === 'o3OneHour')))
    .filter((value) => isAround(said, value.said))
    .map(({ column }) => column);

/** Under the heading of one town stand its values and their marks. */
const isAround = (flag: HeadedColumn['said'], value: HeadedColumn['said']): boolean =>
  (flag.placeId === null || (flag.placeId === value.placeId && flag.station === value.station)) &&
  (flag.date === null || flag.date === value.date) &&
  (flag.hour === null || flag.hour === value.hour);

/**
 * A column that only says 标识 marks the values to its left as far as the next such column; it may stand before them instead, all through. A
 * single one marks the whole row, unless it stands right behind the first of several values.
 */
function besideOf(flag: HeadedColumn, unnamed: readonly HeadedColumn[], all: Values): number[] {
  const values = all.filter((value) => isAround(flag.said, value.said)).map(({ column }) => column);
  const { placeId, station } = flag.said;
  const alike = unnamed.filter(({ said }) => said.placeId === placeId && said.station === station).map(({ column }) => column);
  const between = (from: number, to: number): number[] => values.filter((column) => column > from && column < to);
  const before = alike.filter((column) => column < flag.column).at(-1);
  const after = alike.find((column) => column > flag.column);
  if (alike.length === 1) {
    const left = between(0, flag.column);
    return left.length === 1 ? left : values;
  }
  const isLeading = between(0, alike[0] ?? 0).length === 0 && between(alike.at(-1) ?? 0, Infinity).length > 0;
  if (isLeading) return between(flag.column, after ?? Infinity);
  const left = between(before ?? 0, flag.column);
  if (left.length > 0) return left;
  // Two columns of marks side by side speak of the same values.
  const further = alike.filter((column) => column < (before ?? 0)).at(-1) ?? 0;
  return before === undefined ? values : between(further, before);
}
