import { canonicalJson } from '../../../shared/domain/canonical-json.ts';
import { isAdopted, type ParsedValue, type ReturnAnswer } from '../../../shared/domain/returns/types.ts';
import { AIR_FIELDS, type AirDay, selectAirValuesOfReturn } from '../../db/queries/returns-air.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { selectAnswersOfReturn } from '../../db/queries/returns.ts';

/** An answer with its place. */
export type HeldValue = Pick<ReturnAnswer, 'rowId' | 'field' | 'value' | 'sheet' | 'cell'>;

/** What one return says: answers by row and field, air values by day. Cells in error say nothing. */
export interface HeldValues {
  readonly answers: ReadonlyMap<string, HeldValue>;
  readonly days: ReadonlyMap<string, AirDay['values']>;
}

export const valueKey = ({ rowId, field }: Pick<ReturnAnswer, 'rowId' | 'field'>): string => `${rowId}|${field}`;

export const heldBy = (file: { readonly answers: readonly ReturnAnswer[]; readonly airDays: readonly AirDay[] }): HeldValues => ({
  answers: new Map(file.answers.filter(isAdopted).map((answer) => [valueKey(answer), answer])),
  days: new Map(file.airDays.map((day) => [day.date, day.values])),
});

export const storedValues = (db: ReadHandle, returnId: number): HeldValues => ({
  answers: new Map(
    selectAnswersOfReturn(db, returnId)
      .filter(isAdopted)
      .map((answer) => [valueKey(answer), answer]),
  ),
  days: new Map(selectAirValuesOfReturn(db, returnId).map(({ date, ...values }) => [date, values])),
});

/** How many values differ: changed, added or gone. */
export function countChanges(old: HeldValues, now: HeldValues): number {
  const answers = unionOf(old.answers, now.answers).filter((key) => !sameValue(old.answers.get(key)?.value, now.answers.get(key)?.value));
  const days = unionOf(old.days, now.days).flatMap((date) =>
    AIR_FIELDS.filter((field) => (old.days.get(date)?.[field] ?? null) !== (now.days.get(date)?.[field] ?? null)),
  );
  return answers.length + days.length;
}

const unionOf = (left: ReadonlyMap<string, unknown>, right: ReadonlyMap<string, unknown>): string[] => [
  ...new Set([...left.keys(), ...right.keys()]),
];

export function sameValue(left: ParsedValue | undefined, right: ParsedValue | undefined): boolean {
  if (left === undefined || right === undefined) return left === right;
  return canonicalJson(left) === canonicalJson(right);
}
