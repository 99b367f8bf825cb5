import { addDays } from '../days.ts';
import { BASES, DIRECTIONS, KINDS, ZERO } from '../words.ts';
import type { BookCells } from '../types.ts';
import type { Item, Measure, Operator, Plan, Target } from '../../schema.ts';
import { printsOperator, readTarget, targetText } from '../../target.ts';
import { sameTarget } from '../same-target.ts';

/** Cells of one 指标量. `blank`: what stands for a target that is pending without a word of the plan. */
export function measureCells(measure: Measure, subjects: Plan['subjects'], blank: string): BookCells {
  const direction = directionOf(measure);
  const targets = (key: string, record: Readonly<Record<string, Target>>): [string, string][] =>
    Object.entries(record).map(([year, target]) => [`${key}:${year}`, targetCell(target, direction, blank)]);
  return {
    measureId: measure.id,
    measureName: measure.name,
    unit: measure.unit,
    kind: KINDS.textOf(measure.kind),
    basis: BASES.textOf(measure.basis),
    decimals: String(measure.decimals),
    direction: DIRECTIONS.textOf(direction),
    ...(measure.numerator === undefined ? {} : { numeratorName: measure.numerator.name, numeratorUnit: measure.numerator.unit }),
    ...(measure.denominator === undefined ? {} : { denominatorName: measure.denominator.name, denominatorUnit: measure.denominator.unit }),
    ...(measure.kind === 'rate' ? { zero: ZERO.textOf(measure.zeroDenominator) } : {}),
    subject: subjectText(measure.subject, subjects),
    ...(measure.scope === undefined ? {} : { scope: measure.scope }),
    ...Object.fromEntries(targets('target', measure.targets)),
    ...Object.fromEntries(targets('stretch', measure.stretch ?? {})),
  };
}

/** Names of subjects are what a clerk reads; where two bear one name, its key tells them apart. */
export function subjectText(subject: string, subjects: Plan['subjects']): string {
  const name = subjects[subject];
  if (name === undefined) return subject;
  return Object.values(subjects).filter((other) => other === name).length === 1 ? name : subject;
}

/** How the measure's bare numbers are meant; where all are printed with their direction, as the first of them. */
function directionOf({ targets, stretch = {} }: Measure): Operator {
  const numbers = [...Object.values(targets), ...Object.values(stretch)].filter((target) => target.kind === 'number');
  return (numbers.find((target) => !printsOperator(target.printed)) ?? numbers[0])?.operator ?? 'ge';
}

/** As printed, where that is read as what is meant; else in its plain form. */
function targetCell(target: Target, direction: Operator, blank: string): string {
  if (target.printed === '') return blank;
  return sameTarget(readTarget(target.printed, direction), target) ? target.printed : targetText(target);
}

export const wordCells = (
  row: { readonly subject?: string | undefined; readonly qualitative?: string | undefined; readonly scope?: string | undefined },
  subjects: Plan['subjects'],
): BookCells => ({
  ...(row.subject === undefined ? {} : { wordsSubject: subjectText(row.subject, subjects) }),
  ...(row.qualitative === undefined ? {} : { wordsDemand: row.qualitative }),
  ...(row.scope === undefined ? {} : { wordsScope: row.scope }),
});

/** A clerk writes the last day on which it is in time, not the day before which it must be done. */
export const deadlineCells = (deadline: Item['deadline']): BookCells =>
  deadline === undefined ? {} : { deadlinePrinted: deadline.printed, deadlineDay: addDays(deadline.before, -1) };
