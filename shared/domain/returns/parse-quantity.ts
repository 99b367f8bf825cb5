import { daysOfYear } from '../calendar.ts';
import { type DecimalText, type ExactNumber, exact, toText } from '../numbers/decimal.ts';
import { quantityOfText, type TypedQuantity } from './quantity-text.ts';
import { isCountUnit, isDayUnit } from './quantity-units.ts';
import { type CellIssue, type CellReading, issue, unread } from './reading.ts';
import type { AnswerCell } from './types.ts';
import type { RawValue } from '../tables/raw-workbook.ts';

/**
 * Reads a quantity in the row's own unit. What can only mean one thing is read silently (１，３５０, 120台, 85% in a % row), what probably
 * means it is read with a warning, what has two readings is held (达1350, 1 in a % row), and what leaves the number open (约20, ≥1350, 50家次以上,
 * another unit, half a 辆) is not read at all. `year` is the one reported on; without it nothing is said of years.
 */
export function parseQuantity(raw: RawValue, spec: AnswerCell, year = 0): CellReading {
  const typed =
    raw.type === 'number'
      ? quantityOfNumber(raw)
      : raw.type === 'text'
        ? quantityOfText(raw.text, spec, year)
        : unread('NUMBER_UNREADABLE', { reason: raw.type });
  if (!('number' in typed)) return typed;
  return settle(typed, spec, year);
}

function quantityOfNumber(raw: { readonly digits: string; readonly format: 'general' | 'percent' | 'date' }): TypedQuantity | CellReading {
  if (raw.format === 'date') return unread('NUMBER_UNREADABLE', { reason: 'date' });
  const stored = exact(raw.digits);
  // Excel shows fifteen digits and stores the binary neighbour of what was typed: 81.299999999999997 is 81.3.
  const number = raw.digits.length <= 15 ? stored : stored.toSignificantDigits(15);
  const issues =
    number === stored || number.eq(stored) ? [] : [issue('NUMBER_IMPRECISE', { stored: toText(stored), value: toText(number) })];
  return { number, percent: raw.format === 'percent' ? 'format' : 'none', issues };
}

function settle(typed: TypedQuantity, spec: AnswerCell, year: number): CellReading {
  if (typed.percent === 'format' && spec.percent !== true) return unread('NUMBER_UNIT_OTHER', { found: '%', expected: spec.unit ?? '' });
  const { value, issues } = spec.percent === true ? percentage(typed, spec.expected) : { value: typed.number, issues: [] };
  const impossible = hardLimit(typed.number, value, spec, year);
  if (impossible !== null) return { value: null, issues: [impossible] };
  return { value: { kind: 'quantity', value: toText(value.isZero() ? exact(0) : value) }, issues: [...typed.issues, ...issues] };
}

/** No office counts a million million of anything. */
const BEYOND_COUNTING = 1e12;

/** What no figure of its kind can be. */
function hardLimit(typed: ExactNumber, value: ExactNumber, spec: AnswerCell, year: number): CellIssue | null {
  const unit = spec.unit ?? '';
  if (typed.isNegative() && !typed.isZero() && spec.negative !== true) return issue('NUMBER_NEGATIVE', { value: toText(typed) });
  // Never rounded: 1349.5 辆 would round into a target of 1350.
  if (isCountUnit(unit) && !typed.isInteger()) return issue('NUMBER_NOT_WHOLE', { value: toText(typed), unit });
  if (value.abs().gte(BEYOND_COUNTING)) return issue('NUMBER_TOO_LARGE', { value: value.toString(), unit });
  if (isDayUnit(unit) && year > 0 && spec.asks !== 'total' && value.gt(daysOfYear(year).length))
    return issue('NUMBER_OVER_DAYS', { value: toText(value), year, days: daysOfYear(year).length });
  // A target above 100 tells that the rate is none of a part in its whole.
  const share = spec.percent === true && (spec.expected === undefined || exact(spec.expected).lte(100));
  return share && value.gt(100) ? issue('PERCENT_OVER_100', { value: toText(value) }) : null;
}

/** Smallest target at which a value below 1 cannot be meant as percent. */
const CLEARLY_PERCENT = 10;

/**
 * One rule for every rate, whoever reports it. With a sign, in words (百分之八十五, 八成五) or in the format of the cell it is what is written. A bare
 * number above 1 is in per cent; below 1 it is a share and stands for a hundred times as much, unless the target is so low that per cent may be
 * meant; a bare 1 is one per cent or all. Held are the two open ones; 分子 and 分母, where they are given, decide them.
 */
function percentage(typed: TypedQuantity, expected: DecimalText | undefined): { value: ExactNumber; issues: readonly CellIssue[] } {
  const { number } = typed;
  const times100 = number.times(100);
  if (typed.percent === 'format') return { value: times100, issues: [] };
  if (number.isZero() || number.abs().gt(1)) return { value: number, issues: [] };
  const params = { value: toText(number), other: toText(times100) };
  if (typed.percent === 'sign') return { value: number, issues: [issue('PERCENT_SCALE_UNCLEAR', params)] };
  if (number.abs().eq(1) || (expected !== undefined && exact(expected).lt(CLEARLY_PERCENT)))
    return { value: number, issues: [issue('PERCENT_SCALE_HELD', params)] };
  return { value: times100, issues: [issue('PERCENT_SCALED', { value: params.other })] };
}
