import type { AnswerField, ReturnAnswer } from '../../../shared/domain/returns/types.ts';
import { AIR_FIELDS, type AirDay, type AirField } from '../../db/queries/returns-air.ts';

/** The daily sheet's values are held as days, everything else as single answers. */
export function separateAir(answers: readonly ReturnAnswer[]): {
  readonly answers: readonly ReturnAnswer[];
  readonly airDays: readonly AirDay[];
} {
  const own: ReturnAnswer[] = [];
  const days = new Map<string, ReturnAnswer[]>();
  for (const answer of answers) {
    if (!isAirField(answer.field)) own.push(answer);
    // 无 and blanks are simply not there.
    else if (answer.value.kind === 'quantity') days.set(answer.rowId, [...(days.get(answer.rowId) ?? []), answer]);
  }
  return { answers: own, airDays: [...days].map(([date, ofDay]) => airDay(date, ofDay)) };
}

const isAirField = (field: AnswerField): field is AirField => (AIR_FIELDS as readonly AnswerField[]).includes(field);

const airDay = (date: string, ofDay: readonly ReturnAnswer[]): AirDay => ({
  date,
  values: Object.fromEntries(AIR_FIELDS.map((field) => [field, quantityOf(ofDay.find((answer) => answer.field === field))])) as Record<
    AirField,
    string | null
  >,
  sheet: ofDay[0]?.sheet ?? '',
  cells: Object.fromEntries(ofDay.map((answer) => [answer.field, answer.cell])),
});

const quantityOf = (answer: ReturnAnswer | undefined): string | null => (answer?.value.kind === 'quantity' ? answer.value.value : null);
