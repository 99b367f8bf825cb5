import { type DecimalText, exact, toText } from '../../../../shared/domain/numbers/decimal.ts';
import { readValue } from '../../../../shared/domain/monitoring/values.ts';
import { plainText } from '../../../../shared/domain/returns/cell-text.ts';

/** What a cell of a concentration says. 缺测 and 未监测 are told apart as in the tables of HJ 633: NA and /. */
export type CellNumber =
  | { readonly kind: 'number'; readonly value: DecimalText }
  | { readonly kind: 'missing' | 'unmonitored' | 'unreadable' | 'negative' };

/** A number, a mark that there is none, or what nobody should calculate with. */
export function cellNumber(text: string): CellNumber {
  if (PLAIN.test(text)) return { kind: 'number', value: text };
  const plain = plainText(text);
  if (plain === '') return MISSING;
  if (plain === '/') return UNMONITORED;
  if (NUMBER.test(plain) && plain.length <= LONGEST) return numberOf(plain);
  return readValue({ type: 'text', text: plain }, 'pm25', '1').kind === 'missing' ? MISSING : UNREADABLE;
}

/** Most cells by far. */
const PLAIN = /^(?:0|[1-9]\d{0,6})(?:\.\d{1,6})?$/;
const NUMBER = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?(?<=[\d.])(?:e[+-]?\d{1,2})?$/i;
/** Forty digits and what stands beside them, so that an unrounded figure of the program can be put in again. */
const LONGEST = 48;
/** No concentration; and exact fractions end beyond it. */
const LARGEST = 1e9;
/** Platforms write these where they have no value; every other number below zero is a mistake. */
const MISSING_NUMBERS: ReadonlySet<string> = new Set(['-99', '-999', '-9999', '-99999', '-99.9', '-999.9', '-99.99']);

const MISSING: CellNumber = { kind: 'missing' };
const UNMONITORED: CellNumber = { kind: 'unmonitored' };
const UNREADABLE: CellNumber = { kind: 'unreadable' };

function numberOf(plain: string): CellNumber {
  const digits = plain.replaceAll(',', '');
  if (!/\d/.test(digits)) return readValue({ type: 'text', text: plain }, 'pm25', '1').kind === 'missing' ? MISSING : UNREADABLE;
  const value = exact(digits);
  if (MISSING_NUMBERS.has(toText(value))) return MISSING;
  if (value.isNegative() && !value.isZero()) return { kind: 'negative' };
  return value.gt(LARGEST) ? UNREADABLE : { kind: 'number', value: toText(value.abs()) };
}
