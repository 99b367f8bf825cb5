import { exact, roundHalfEven } from '../../../shared/domain/numbers/decimal.ts';
import { scorePageText } from '../../../shared/text/ui/score-page-text.ts';

/** 合计 of a column as it is printed, with its decimals; what is no number (不涉及, 缺) adds nothing. Blank where nothing is one. */
export function sumOf(texts: readonly string[]): string {
  const numbers = numbersOf(texts);
  return numbers.length === 0 ? '' : roundHalfEven(total(numbers), decimalsOf(numbers));
}

/** 平均 of those that have a number: points of several subjects add up to nothing that anybody has. */
export function averageOf(texts: readonly string[]): string {
  const numbers = numbersOf(texts);
  return numbers.length === 0 ? '' : scorePageText.average(roundHalfEven(total(numbers).div(numbers.length), decimalsOf(numbers)));
}

const numbersOf = (texts: readonly string[]): readonly string[] => texts.filter((text) => /^-?\d+(?:\.\d+)?$/u.test(text));

const total = (numbers: readonly string[]) => numbers.reduce((sum, number) => sum.plus(number), exact(0));

const decimalsOf = (numbers: readonly string[]): number => Math.max(...numbers.map((number) => number.split('.')[1]?.length ?? 0));
