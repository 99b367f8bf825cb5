import { comparableText, isBlank, namesNumber, plainText } from './cell-text.ts';
import { rowName } from './layout-columns.ts';
import type { LocatedRow } from './located-row.ts';
import { answerPlace, cellAddress, type LocatedSheet } from './locate-sheet.ts';
import { fieldsOf } from './repeated-rows.ts';
import type { AnswerField } from './types.ts';

/** The cells in which something that was typed beside them was probably meant to stand, as '、'-joined addresses; '' where nobody can tell. */
export function likelyForGrey(
  sheet: LocatedSheet,
  rows: readonly LocatedRow[],
  at: LocatedRow,
  field: AnswerField,
  text: string,
): LikelyPlace {
  // 全年淘汰1350辆 under 进展情况 is the number that the row itself asks for.
  const own = fieldsOf(at.row).filter((one) => namesNumber(text, at.row.answers[one]?.unit ?? ''));
  const asked = own.flatMap((one) => candidate(sheet, at, one) ?? []).filter(({ blank }) => blank);
  if (asked.length > 0) return { likely: joined(asked), blank: true };
  const task = at.row.parent ?? at.row.rowId;
  const kin = rows.filter(({ row }) => row !== at.row && (row.parent === task || (row.kind === 'task' && row.rowId === task)));
  const near = rows.filter(({ row, number }) => row !== at.row && Math.abs(number - at.number) === 1);
  const cells = (of: readonly LocatedRow[]): Candidate[] => of.flatMap((row) => candidate(sheet, row, field) ?? []);
  const groups = [cells(kin), cells(near)].map((group) => group.filter((cell) => cell.blank));
  // A number beside two blanks may have slipped from the row above or below as well.
  const both = [...new Map(groups.flat().map((cell) => [cell.address, cell])).values()];
  if (isNumeric(text) && both.length > 0) return { likely: joined(both), blank: true };
  for (const blank of groups) if (blank.length > 0) return { likely: joined(blank), blank: true };
  const other = cells(kin).length > 0 ? cells(kin) : cells(near);
  return { likely: joined(other), blank: false };
}

const isNumeric = (text: string): boolean => /^[\d.,]+$/u.test(plainText(text));

export interface LikelyPlace {
  readonly likely: string;
  /** The likely cell is blank, so that what was typed is probably its answer. */
  readonly blank: boolean;
}

interface Candidate {
  readonly address: string;
  readonly blank: boolean;
}

const joined = (cells: readonly Candidate[]): string => cells.map(({ address }) => address).join('、');

function candidate(sheet: LocatedSheet, { row, number, cells }: LocatedRow, field: AnswerField): Candidate | null {
  const at = row.answers[field] === undefined ? null : answerPlace(sheet, field);
  if (at === null) return null;
  const cell = cells.get(at.column);
  return { address: cellAddress(at.column, number), blank: cell === undefined || isBlank(cell.value) };
}

/** Number cells of a row: what stands beside it is about them. */
export const figuresOf = (sheet: LocatedSheet, located: LocatedRow): string =>
  joined(
    fieldsOf(located.row)
      .filter((field) => located.row.answers[field]?.kind === 'quantity')
      .flatMap((field) => candidate(sheet, located, field) ?? []),
  );

/** The row that a text speaks of: by its id, or by the longest piece of its name, at least three characters. */
export function rowSpokenOf(rows: readonly LocatedRow[], text: string): LocatedRow | null {
  const words = comparableText(text);
  const scored = rows
    .filter(({ row }) => row.kind === 'figure' || row.kind === 'indicator')
    .map((located) => ({ located, length: longestCommon(words, comparableText(rowName(located.row).replace(/^＊/u, ''))) }))
    .filter(({ length }) => length >= 3)
    .toSorted((left, right) => right.length - left.length);
  const [best, next] = scored;
  return best !== undefined && best.length > (next?.length ?? 0) ? best.located : null;
}

function longestCommon(left: string, right: string): number {
  let longest = 0;
  for (let from = 0; from < left.length; from += 1)
    while (from + longest < left.length && right.includes(left.slice(from, from + longest + 1))) longest += 1;
  return longest;
}
