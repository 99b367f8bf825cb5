import { isDecimalText } from './decimal.ts';

/** A number as a cell of a workbook holds it: plain, and how it is to be shown. */
export interface PrintedNumber {
  /** Without grouping, with an ASCII minus; of a percentage the hundredth part is not taken. */
  readonly plain: string;
  readonly decimals: number;
  readonly percent: boolean;
}

/** The number that a cell prints (−0.80, 1,350, 83.5%); null for anything else: a range, a date, a dash. */
export function printedNumber(text: string): PrintedNumber | null {
  const percent = text.endsWith('%');
  const plain = (percent ? text.slice(0, -1) : text).replace(/^−/u, '-').replace(/^\+/u, '');
  const ungrouped = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u.test(plain) ? plain.replaceAll(',', '') : plain;
  // Excel keeps fifteen digits; what has more stays a text, so that no digit is lost.
  if (!isDecimalText(ungrouped) || ungrouped.replace(/\D/gu, '').length > EXACT_DIGITS) return null;
  return { plain: ungrouped, decimals: ungrouped.split('.')[1]?.length ?? 0, percent };
}

const EXACT_DIGITS = 15;
