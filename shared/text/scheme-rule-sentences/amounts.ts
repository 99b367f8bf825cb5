import type { RuleFacts } from './facts.ts';
import { isNegative, isNumberText, isZero, numberText, sizeText } from './numbers.ts';
import type { RuleContext } from './reading.ts';

/** 参数 by the name the head gives it, else by its own. */
export const paramText = (id: string, facts: RuleFacts): string => facts.nameOf(id) ?? `参数${id}`;

/** A number, or the name of a parameter. */
export const amountText = (raw: unknown, facts: RuleFacts): string =>
  isNumberText(raw) ? numberText(raw) : typeof raw === 'string' ? paramText(raw, facts) : '（未填）';

const VERBS: Readonly<Record<string, { readonly gain: string; readonly loss: string; readonly more: string }>> = {
  分: { gain: '得', loss: '扣', more: '加' },
  万元: { gain: '奖', loss: '缴', more: '奖' },
  '': { gain: '为', loss: '为−', more: '加' },
};
const PLAIN = { gain: '为', loss: '为−', more: '加' };

/** 得12分, 扣5分, 奖100万元, 缴50万元; 为1 of a mere factor. */
export function givenText(raw: unknown, { facts, unit }: RuleContext): string {
  const verbs = VERBS[unit] ?? PLAIN;
  if (isZero(raw)) return unit === '分' ? '得0分' : `为0${unit}`;
  if (isNegative(raw) && isNumberText(raw)) return `${verbs.loss}${sizeText(raw)}${unit}`;
  return `${verbs.gain}${amountText(raw, facts)}${unit}`;
}

/** 加1分, 扣0.5分; `bad` for what is taken off, written without a sign. */
export function changedText(raw: unknown, bad: boolean, { facts, unit }: RuleContext): string {
  const verbs = VERBS[unit] ?? PLAIN;
  const off = bad !== isNegative(raw);
  const verb = off ? (unit === '' ? '减' : verbs.loss) : verbs.more;
  return `${verb}${isNumberText(raw) ? sizeText(raw) : amountText(raw, facts)}${unit}`;
}
