import { type ExactNumber, exact, roundHalfEven, toText } from '../numbers/decimal.ts';
import { type CellIssue, issue } from './reading.ts';
import type { ReadAnswer, ReadRow } from './read-rows.ts';
import type { AnswerField } from './types.ts';

/** An issue of one cell that only shows beside the other cells of its row. */
export interface RowIssue {
  readonly answer: ReadAnswer;
  readonly issue: CellIssue;
}

/** Numbers of one row held against each other: 分子, 分母 and 完成率; 当年新增 and 累计; what is required and missing. */
export function checkFigures(row: ReadRow): RowIssue[] {
  const { numerator, denominator, increment, value } = Object.fromEntries(row.answers) as Partial<Record<AnswerField, ReadAnswer>>;
  const issues: RowIssue[] = [];
  if (numerator !== undefined && denominator !== undefined) issues.push(...checkRate(numerator, denominator, value));
  if (increment !== undefined && value !== undefined) issues.push(...checkCumulative(increment, value));
  return issues;
}

export const quantityOf = (answer: ReadAnswer | undefined): ExactNumber | null =>
  answer?.value?.kind === 'quantity' ? exact(answer.value.value) : null;

/** 不涉及, 无 or — in place of an answer. */
export const isStandIn = (answer: ReadAnswer | undefined): boolean =>
  answer?.value?.kind === 'notApplicable' || (answer?.value?.kind === 'status' && answer.value.value === 'notApplicable');

/** The row's figure as it will be judged: numerator over denominator where both are given, else the value. Null where there is none. */
export function figureOf(row: ReadRow): ExactNumber | null {
  const numerator = quantityOf(row.answers.get('numerator'));
  const denominator = quantityOf(row.answers.get('denominator'));
  const value = row.answers.get('value');
  if (numerator !== null && denominator !== null && !denominator.isZero()) return rateOf(numerator, denominator, value);
  return row.answers.has('denominator') ? null : quantityOf(value);
}

const rateOf = (numerator: ExactNumber, denominator: ExactNumber, value: ReadAnswer | undefined): ExactNumber =>
  numerator.times(value?.spec.percent === true ? 100 : 1).div(denominator);

function checkRate(numerator: ReadAnswer, denominator: ReadAnswer, value: ReadAnswer | undefined): RowIssue[] {
  const above = quantityOf(numerator);
  const below = quantityOf(denominator);
  if (above !== null && below !== null) return checkParts(numerator, denominator, value, above, below);
  if (above !== null && denominator.blank)
    return [{ answer: denominator, issue: issue('RATE_PART_MISSING', { other: numerator.raw, otherColumn: numerator.title }) }];
  if (below !== null && numerator.blank)
    return [{ answer: numerator, issue: issue('RATE_PART_MISSING', { other: denominator.raw, otherColumn: denominator.title }) }];
  if (value !== undefined && quantityOf(value) !== null && numerator.blank && denominator.blank)
    return [{ answer: value, issue: issue('RATE_WITHOUT_PARTS', { value: value.raw }) }];
  return [];
}

function checkParts(
  numerator: ReadAnswer,
  denominator: ReadAnswer,
  value: ReadAnswer | undefined,
  above: ExactNumber,
  below: ExactNumber,
): RowIssue[] {
  const parts = { numerator: toText(above), denominator: toText(below) };
  if (below.isZero()) {
    const explained = above.isZero() && denominator.spec.zeroAllowed === true;
    return explained ? [] : [{ answer: denominator, issue: issue('RATE_DENOMINATOR_ZERO', parts) }];
  }
  if (value?.spec.percent === true && above.gt(below)) return [{ answer: numerator, issue: issue('RATE_NUMERATOR_LARGER', parts) }];
  const typed = quantityOf(value);
  const computed = rateOf(above, below, value);
  if (value === undefined || typed === null || agrees(typed, computed, value.spec.decimals ?? 0)) return [];
  return [
    {
      answer: value,
      issue: issue('RATE_DISAGREES', {
        ...parts,
        value: toText(typed),
        computed: roundHalfEven(computed, Math.max(value.spec.decimals ?? 0, typed.decimalPlaces())),
      }),
    },
  ];
}

/**
 * A typed rate agrees when it is the computed one at the measure's decimals, or at the decimals it was typed with: rounding 81.15, itself
 * rounded from 81.147, a second time (连续修约) would accuse a right value.
 */
function agrees(typed: ExactNumber, computed: ExactNumber, decimals: number): boolean {
  const asTyped = typed.decimalPlaces();
  return (
    roundHalfEven(typed, decimals) === roundHalfEven(computed, decimals) ||
    (asTyped >= decimals && exact(roundHalfEven(computed, asTyped)).eq(typed))
  );
}

function checkCumulative(increment: ReadAnswer, value: ReadAnswer): RowIssue[] {
  const added = quantityOf(increment);
  const total = quantityOf(value);
  if (added === null || total === null || total.gte(added)) return [];
  return [{ answer: value, issue: issue('CUMULATIVE_BELOW_INCREMENT', { increment: toText(added), value: toText(total) }) }];
}

/**
 * A rate typed as 0.8 may mean 0.8 % or 80 %. Its own numerator and denominator tell, and then neither the guess by the target nor the
 * clerk is needed.
 */
export function settleScale(row: ReadRow): ReadRow {
  const value = row.answers.get('value');
  const read = quantityOf(value);
  const numerator = quantityOf(row.answers.get('numerator'));
  const denominator = quantityOf(row.answers.get('denominator'));
  const guess = value?.issues.find((found) => SCALE_GUESSES.has(found.code));
  if (value === undefined || guess === undefined || read === null || numerator === null || denominator === null || denominator.isZero())
    return row;
  const typed = guess.code === 'PERCENT_SCALED' ? read.div(100) : read;
  const computed = rateOf(numerator, denominator, value);
  const others = value.issues.filter((found) => found !== guess);
  const decimals = value.spec.decimals ?? 0;
  if (agrees(typed, computed, decimals))
    return replaceAnswer(row, { ...value, value: { kind: 'quantity', value: toText(typed) }, issues: others });
  const scaled = typed.times(100);
  // The rate is judged by its parts: one that agrees with neither reading disagrees with them, and need not be held.
  if (!agrees(scaled, computed, decimals))
    return guess.code === 'PERCENT_SCALE_HELD'
      ? replaceAnswer(row, { ...value, issues: [...others, issue('PERCENT_SCALE_UNCLEAR', guess.params)] })
      : row;
  return replaceAnswer(row, {
    ...value,
    value: { kind: 'quantity', value: toText(scaled) },
    issues: [...others, issue('PERCENT_SCALED', { value: toText(scaled) })],
  });
}

const SCALE_GUESSES: ReadonlySet<string> = new Set(['PERCENT_SCALED', 'PERCENT_SCALE_UNCLEAR', 'PERCENT_SCALE_HELD']);

const replaceAnswer = (row: ReadRow, answer: ReadAnswer): ReadRow => ({
  ...row,
  answers: new Map([...row.answers, [answer.field, answer]]),
});
