import type { DecimalText } from '../numbers/decimal.ts';
import type { Operator } from './schema.ts';

export interface ParsedTarget {
  readonly operator: Operator;
  readonly value: DecimalText;
}

/**
 * Reads a printed target (目标值): ≤39, ≥81.3, 85, 0, 32（100）, 不少于1350, 至少完成1台, 90%以上, 达到85%, 每季度.
 * 以上, 以下, 达, 达到 include the number itself. A number without direction gets `defaultOperator`; a composite cell gives one entry
 * for each number, in printed order; what cannot be read whole gives an empty list.
 */
export function parseTarget(printed: string, defaultOperator: Operator): ParsedTarget[] {
  const text = printed.normalize('NFKC').replace(/\s/gu, '');
  const composite = /^([^()]+)\(([^()]+)\)$/u.exec(text);
  const parts = composite === null ? [text] : composite.slice(1);
  const targets = parts.map((part) => parseOne(part, defaultOperator));
  return targets.every((target) => target !== null) ? targets : [];
}

/** True where the print itself gives the direction (≥, 不少于, 以上, 每季度), so that no default is needed. */
export function printsOperator(printed: string): boolean {
  const [asFloor] = parseTarget(printed, 'ge');
  const [asCeiling] = parseTarget(printed, 'le');
  return asFloor !== undefined && asFloor.operator === asCeiling?.operator;
}

/** The target with its operator, as every table prints it: ≥20, ≤39. */
export const printTarget = (operator: Operator, value: DecimalText): string => `${SIGN[operator]}${value}`;

const SIGN = { ge: '≥', le: '≤', eq: '=' } as const satisfies Record<Operator, string>;

const WORDS: ReadonlyMap<string, Operator> = new Map([
  ['≥', 'ge'],
  ['不少于', 'ge'],
  ['不低于', 'ge'],
  ['不小于', 'ge'],
  ['至少', 'ge'],
  ['达', 'ge'],
  ['达到', 'ge'],
  ['≤', 'le'],
  ['不超过', 'le'],
  ['不高于', 'le'],
  ['不大于', 'le'],
  ['不多于', 'le'],
  ['=', 'eq'],
  ['等于', 'eq'],
  ['以上', 'ge'],
  ['及以上', 'ge'],
  ['以下', 'le'],
  ['及以下', 'le'],
]);

/** 每季度, 每月: a duty without a number, that many times a year at least. */
const FREQUENCIES: ReadonlyMap<string, DecimalText> = new Map([
  ['每半年', '2'],
  ['每季度', '4'],
  ['每月', '12'],
]);

const ONE_TARGET =
  /^(?:力争)?(?<before>≥|≤|=|等于|不少于|不低于|不小于|至少|达到?|不超过|不高于|不大于|不多于)?(?:完成)?(?<number>\d+(?:,\d{3})*(?:\.\d+)?)(?<unit>[^\d,.()≥≤=]*?)(?<after>及?以[上下])?$/u;

function parseOne(text: string, defaultOperator: Operator): ParsedTarget | null {
  const times = FREQUENCIES.get(text);
  if (times !== undefined) return { operator: 'ge', value: times };
  const found = ONE_TARGET.exec(text)?.groups;
  if (found?.['number'] === undefined) return null;
  const before = WORDS.get(found['before'] ?? '');
  const after = WORDS.get(found['after'] ?? '');
  if (before !== undefined && after !== undefined && before !== after) return null;
  return { operator: before ?? after ?? defaultOperator, value: found['number'].replaceAll(',', '') };
}
