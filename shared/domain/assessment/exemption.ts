import { exact } from '../numbers/decimal.ts';
import { type AnswerField, isAdopted, RESULT_FIELDS } from '../returns/types.ts';
import type { ReturnsContext } from './context.ts';
import type { StoredAnswer } from './types.ts';

type Answer = Pick<StoredAnswer, 'field' | 'value'>;

const ROW_FIELDS: readonly AnswerField[] = [...RESULT_FIELDS, 'date'];

/** What a unit answers in the cells of a row that carry its result. */
export const rowAnswers = (unitId: string, rowId: string, context: ReturnsContext): readonly StoredAnswer[] =>
  ROW_FIELDS.flatMap((field) => context.answer(unitId, rowId, field) ?? []);

/** Cells of a row that are in error or wait for confirmation; while there is one, the row is unsettled. */
export const rejectedOf = (answers: readonly StoredAnswer[]): readonly StoredAnswer[] => answers.filter((answer) => !isAdopted(answer));

export const saysExempt = (answer: Answer | undefined): boolean =>
  answer?.value.kind === 'notApplicable' || (answer?.value.kind === 'status' && answer.value.value === 'notApplicable');

/** Whether the answers of one row ask for exemption (申请不涉及). Only earlier editions of the reading let a number stand beside it. */
export function asksExemption(answers: readonly Answer[]): boolean {
  const of = (field: AnswerField): Answer | undefined => answers.find((answer) => answer.field === field);
  if (!answers.every(isAdopted)) return false;
  if (saysExempt(of('status'))) return true;
  const numbers = answers.filter((answer) => answer.value.kind === 'quantity');
  const onlyNumerator = numbers.every((answer) => answer.field === 'numerator' && isZero(answer));
  if (saysExempt(of('denominator')) && onlyNumerator) return true;
  const others = answers.filter((answer) => ROW_FIELDS.includes(answer.field) && !saysExempt(answer));
  return others.length === 0 && answers.some((answer) => ROW_FIELDS.includes(answer.field));
}

const isZero = ({ value }: Answer): boolean => value.kind === 'quantity' && exact(value.value).isZero();
