import { percentile } from '../../../../shared/domain/air/statistics/percentile.ts';
import { type DecimalText, exact, toText } from '../../../../shared/domain/numbers/decimal.ts';
import { type Fraction, fractionOf } from '../../../../shared/domain/numbers/fraction.ts';
import { calcText } from '../../../../shared/text/calc-text.ts';
import { CommandFailed } from '../command-failed.ts';
import { cellNumber } from './cell-number.ts';
import type { Remarks } from './remarks.ts';

export interface LinePercentile {
  readonly p: DecimalText;
  readonly count: number;
  readonly value: DecimalText;
}

/** 百分位数 of a number a line; null after a line that is none, because a percentile without it would be another one. */
export async function percentileOfLines(texts: AsyncIterable<string>, p: DecimalText, remarks: Remarks): Promise<LinePercentile | null> {
  const values: Fraction[] = [];
  let [line, blanks] = [0, 0];
  for await (const text of linesOf(texts)) {
    line += 1;
    const value = lineNumber(text);
    if (value === 'blank') blanks += 1;
    else if (value === 'unreadable') remarks.problem(calcText.numberUnreadable(line, text.trim()));
    else values.push(value);
  }
  if (blanks > 0) remarks.note(calcText.blanksSkipped(blanks));
  if (remarks.problems > 0) return null;
  const found = percentile(values, p);
  if (found === null) throw new CommandFailed({ code: 'CALC_INPUT_EMPTY', params: {} });
  return { p: toText(exact(p)), count: values.length, value: toText(found.value) };
}

/** Differences may be below zero, unlike concentrations. */
function lineNumber(text: string): Fraction | 'blank' | 'unreadable' {
  const plain = text.trim();
  const cell = cellNumber(plain);
  if (cell.kind === 'missing' || cell.kind === 'unmonitored') return 'blank';
  if (cell.kind === 'unreadable') return 'unreadable';
  if (cell.kind === 'number') return fractionOf(cell.value);
  const opposite = cellNumber(plain.slice(1));
  if (opposite.kind !== 'number') return 'unreadable';
  const { num, den } = fractionOf(opposite.value);
  return { num: -num, den };
}

async function* linesOf(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const text of texts) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}
