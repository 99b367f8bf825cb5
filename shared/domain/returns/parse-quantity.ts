import { type DecimalText, type ExactNumber, exact, toText } from '../numbers/decimal.ts';
import { plainText, saysNotApplicable } from './cell-text.ts';
import { isCountUnit, relateUnit } from './quantity-units.ts';
import { type CellIssue, type CellReading, issue, NOT_APPLICABLE, unread } from './reading.ts';
import type { AnswerCell } from './types.ts';
import type { RawValue } from '../tables/raw-workbook.ts';

/**
 * Reads a quantity in the row's own unit. What can only mean one thing is read silently (１，３５０, 120台, 85% in a % row), what
 * probably means it is read with a warning, and what leaves the number open (约20, 50家次以上, another unit, half a 辆) is not read at all.
 */
export function parseQuantity(raw: RawValue, spec: AnswerCell): CellReading {
  const typed =
    raw.type === 'number'
      ? quantityOfNumber(raw)
      : raw.type === 'text'
        ? quantityOfText(raw.text, spec)
        : unread('NUMBER_UNREADABLE', { reason: raw.type });
  if (!('number' in typed)) return typed;
  return settle(typed, spec);
}

interface TypedQuantity {
  readonly number: ExactNumber;
  /** 百分数 said by a sign or by the cell's format; `format` numbers are fractions still. */
  readonly percent: 'none' | 'sign' | 'format';
  readonly issues: readonly CellIssue[];
}

function quantityOfNumber(raw: { readonly digits: string; readonly format: 'general' | 'percent' | 'date' }): TypedQuantity | CellReading {
  if (raw.format === 'date') return unread('NUMBER_UNREADABLE', { reason: 'date' });
  const stored = exact(raw.digits);
  // Excel shows fifteen digits and stores the binary neighbour of what was typed: 81.299999999999997 is 81.3.
  const number = stored.toSignificantDigits(15);
  const issues = number.eq(stored) ? [] : [issue('NUMBER_IMPRECISE', { stored: toText(stored), value: toText(number) })];
  return { number, percent: raw.format === 'percent' ? 'format' : 'none', issues };
}

const OPERATOR =
  /^(>=|<=|[≥≤≧≦⩾⩽>=<]|不少于|不低于|不小于|不高于|不超过|不大于|不多于|大于等于|小于等于|大于|小于|等于|达到|达|总计|共计|合计|累计|共|计|完成)+[: ]*/u;
const VAGUE_BEFORE = /^(约|大约|大概|近|将近|接近|超过|超|逾|不到|不足|至少|最多|至多|几|数|上|[~≈≒])/u;
const VAGUE_BEHIND = /^[余多几来许]|左右|上下|以上|以下|以内|之间|[余多许+]$/u;
const NUMBER = /^([+-]?) ?(\d{1,3}(?:,\d{3})+(?!\d)|\d{1,3}(?: \d{3})+(?!\d)|\d+)?(?:[.。](\d+)|\.)?/u;
const LONGEST_NUMBER = 30;
const QUOTED = /^["'“”‘’「](.+)["'“”‘’」]$/u;
/** Nothing but zero in Chinese figures, perhaps with a unit behind it. */
const CHINESE_ZERO = /^[零〇](?=\D*$)/u;

function quantityOfText(text: string, spec: AnswerCell): TypedQuantity | CellReading {
  if (saysNotApplicable(text)) return NOT_APPLICABLE;
  const issues: CellIssue[] = [];
  let rest = plainText(text)
    .replace(QUOTED, '$1')
    .replace(/^'/, '')
    .replace(/[。;,]+$/u, '');
  const operator = OPERATOR.exec(rest);
  if (operator !== null) {
    issues.push(issue('NUMBER_OPERATOR', { operator: operator[0].trim() }));
    rest = rest.slice(operator[0].length);
  }
  if (VAGUE_BEFORE.test(rest)) return unread('NUMBER_VAGUE', { text: plainText(text) });
  const words = rest.startsWith('百分之') ? '%' : '';
  rest = rest.replace(/^百分之/u, '').replace(CHINESE_ZERO, '0');
  const match = NUMBER.exec(rest);
  const digits = `${match?.[2] ?? ''}${match?.[3] ?? ''}`;
  if (match === null || digits === '' || digits.length > LONGEST_NUMBER) return unread('NUMBER_UNREADABLE', { reason: 'text' });
  const behind = rest.slice(match[0].length).trim();
  if (VAGUE_BEHIND.test(behind)) return unread('NUMBER_VAGUE', { text: plainText(text) });
  // Letters and signs of units only: another digit means a range, a fraction, a date or two figures in one cell.
  if (/\d(?<!m\^?[23])/iu.test(behind) || /^[-~至到:/,、]/u.test(behind) || behind.length > 12)
    return unread('NUMBER_UNREADABLE', { reason: 'text' });
  const number = exact(
    `${match[1] === '-' ? '-' : ''}${(match[2] ?? '0').replaceAll(/[, ]/gu, '')}${match[3] === undefined ? '' : `.${match[3]}`}`,
  );
  return withUnit(number, `${behind}${words}`, spec, issues);
}

function withUnit(number: ExactNumber, typedUnit: string, spec: AnswerCell, issues: readonly CellIssue[]): TypedQuantity | CellReading {
  const unit = spec.unit ?? '';
  const relation = relateUnit(typedUnit, unit);
  switch (relation.kind) {
    case 'same':
      return { number, percent: 'none', issues };
    case 'percent':
      return { number, percent: 'sign', issues };
    case 'other':
      return unread('NUMBER_UNIT_OTHER', { found: typedUnit, expected: unit });
    case 'scaled': {
      const scaled = number.times(relation.factor);
      return {
        number: scaled,
        percent: 'none',
        issues: [...issues, issue('NUMBER_UNIT_SCALED', { found: typedUnit, expected: unit, value: toText(scaled) })],
      };
    }
  }
}

function settle(typed: TypedQuantity, spec: AnswerCell): CellReading {
  if (typed.percent === 'format' && spec.percent !== true) return unread('NUMBER_UNIT_OTHER', { found: '%', expected: spec.unit ?? '' });
  if (typed.number.isNegative() && !typed.number.isZero() && spec.negative !== true)
    return unread('NUMBER_NEGATIVE', { value: toText(typed.number) });
  // Never rounded: 1349.5 辆 would round into a target of 1350.
  if (isCountUnit(spec.unit ?? '') && !typed.number.isInteger())
    return unread('NUMBER_NOT_WHOLE', { value: toText(typed.number), unit: spec.unit ?? '' });
  const { value, issues } = spec.percent === true ? percentage(typed, spec.expected) : { value: typed.number, issues: [] };
  const over = spec.percent === true && value.gt(100) ? [issue('PERCENT_OVER_100', { value: toText(value) })] : [];
  return { value: { kind: 'quantity', value: toText(value.isZero() ? exact(0) : value) }, issues: [...typed.issues, ...issues, ...over] };
}

/** Smallest target at which a value of at most 1 cannot be meant as percent. */
const CLEARLY_PERCENT = 10;

function percentage(typed: TypedQuantity, expected: DecimalText | undefined): { value: ExactNumber; issues: readonly CellIssue[] } {
  const { number } = typed;
  const times100 = number.times(100);
  if (typed.percent === 'format') return { value: times100, issues: [] };
  if (number.isZero() || number.abs().gt(1)) return { value: number, issues: [] };
  if (typed.percent === 'none' && expected !== undefined && exact(expected).gte(CLEARLY_PERCENT)) {
    return { value: times100, issues: [issue('PERCENT_SCALED', { value: toText(times100) })] };
  }
  return { value: number, issues: [issue('PERCENT_SCALE_UNCLEAR', { value: toText(number), other: toText(times100) })] };
}
