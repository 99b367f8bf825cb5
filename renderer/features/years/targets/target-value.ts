import { exact, isDecimalText } from '../../../../shared/domain/numbers/decimal.ts';
import { printTarget } from '../../../../shared/domain/plan/target.ts';
import { OPERATORS, type Operator } from '../../../../shared/domain/plan/target-schema.ts';

/** A target while it is being written: a number with its direction, a range, or words. */
export interface TargetDraft {
  readonly kind: 'number' | 'range' | 'text';
  readonly operator: Operator;
  readonly value: string;
  readonly low: string;
  readonly high: string;
  readonly text: string;
}

/** An empty one in the direction of what holds now. */
export const emptyTarget = (printed: string | null): TargetDraft => ({
  kind: 'number',
  operator: directionOf(printed),
  value: '',
  low: '',
  high: '',
  text: '',
});

/** As a table prints it: ≥31, 30～35, 完成市级下达任务; null while it is not complete. */
export function printedDraft({ kind, operator, value, low, high, text }: TargetDraft): string | null {
  if (kind === 'text') return text.trim() === '' ? null : text.trim();
  if (kind === 'number') {
    const number = numberIn(value);
    return number === null ? null : printTarget(operator, number);
  }
  const [from, to] = [numberIn(low), numberIn(high)];
  return from === null || to === null || !exact(from).lt(to) ? null : `${from}～${to}`;
}

/** What is written as a number, without commas and per cent signs; null for anything else. */
export function numberIn(typed: string): string | null {
  const plain = typed.normalize('NFKC').replaceAll(/[\s,]/gu, '').replace(/%$/u, '');
  return isDecimalText(plain) ? plain : null;
}

/** ≤39 → le; numbers without a sign and words count upwards. */
export const directionOf = (printed: string | null): Operator =>
  OPERATORS.find((operator) => printed !== null && printed.startsWith(printTarget(operator, ''))) ?? 'ge';
