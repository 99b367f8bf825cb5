import { type DecimalText, exact, type ExactNumber } from '../numbers/decimal.ts';
import type { CountedTarget, Operator, Target } from './target-schema.ts';

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

/** A target as tables print it: numbers with their sign, everything else as it stands in its source; blank is 待定. */
export function targetText(target: Target): string {
  if (target.kind === 'number') return printTarget(target.operator, target.value);
  if (target.kind === 'range') return `${target.low}～${target.high}`;
  return target.printed === '' ? '待定' : target.printed;
}

/** Whether a value meets a target; both ends of a range belong to it. */
export function meetsTarget(target: CountedTarget, value: ExactNumber): boolean {
  if (target.kind === 'range') return value.gte(target.low) && value.lte(target.high);
  switch (target.operator) {
    case 'ge':
      return value.gte(target.value);
    case 'le':
      return value.lte(target.value);
    case 'gt':
      return value.gt(target.value);
    case 'lt':
      return value.lt(target.value);
    case 'eq':
      return value.eq(target.value);
  }
}

const SIGN = { ge: '≥', le: '≤', gt: '＞', lt: '＜', eq: '=' } as const satisfies Record<Operator, string>;

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
  ['>', 'gt'],
  ['大于', 'gt'],
  ['高于', 'gt'],
  ['超过', 'gt'],
  ['<', 'lt'],
  ['小于', 'lt'],
  ['低于', 'lt'],
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
  /^(?:力争)?(?<before>≥|≤|>|<|=|等于|大于|高于|超过|小于|低于|不少于|不低于|不小于|至少|达到?|不超过|不高于|不大于|不多于)?(?:完成)?(?<number>\d+(?:,\d{3})*(?:\.\d+)?)(?<unit>[^\d,.()≥≤><=]*?)(?<after>及?以[上下])?$/u;

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

const RANGE = /^(?<low>\d+(?:\.\d+)?)(?:[~\-—–]|至)(?<high>\d+(?:\.\d+)?)(?<unit>[^\d,.()≥≤><=]*)$/u;

/** Words by which a cell says that the target is not set yet. */
const PENDING = /^(?:|待定|另行(?:通知|下达|确定)|[-—/]+)$/u;

/**
 * Reads one cell as a target of any kind: ≥31 or 31 (with `defaultOperator`) is a number, 30～35 a range (both ends included), blank or 待定
 * pending, everything else words (完成市级下达任务). A range whose ends are exchanged is words: somebody has to look at it.
 */
export function readTarget(printed: string, defaultOperator: Operator): Target {
  const text = printed.normalize('NFKC').replace(/\s/gu, '');
  if (PENDING.test(text)) return { kind: 'pending', printed: printed.trim() };
  const range = RANGE.exec(text)?.groups;
  if (range?.['low'] !== undefined && range['high'] !== undefined && exact(range['low']).lt(range['high']))
    return { kind: 'range', printed: printed.trim(), low: range['low'], high: range['high'] };
  const number = parseOne(text, defaultOperator);
  return number === null ? { kind: 'text', printed: printed.trim() } : { kind: 'number', printed: printed.trim(), ...number };
}
