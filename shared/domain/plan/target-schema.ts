import { z } from 'zod';
import { isDecimalText } from '../numbers/decimal.ts';

/** 比较符: ge 不低于, le 不高于, gt 高于, lt 低于, eq 等于. */
export const OPERATORS = ['ge', 'le', 'gt', 'lt', 'eq'] as const;
export const operatorSchema = z.enum(OPERATORS);
export type Operator = z.infer<typeof operatorSchema>;

export const decimalText = z.string().refine(isDecimalText, { error: '不是十进制数' });

/** 数值目标: ≤39. */
const numberTarget = z.strictObject({
  kind: z.literal('number'),
  printed: z.string().min(1),
  operator: operatorSchema,
  value: decimalText,
});
export type NumberTarget = z.infer<typeof numberTarget>;

/** 区间目标: 30～35, both ends included. */
const rangeTarget = z.strictObject({ kind: z.literal('range'), printed: z.string().min(1), low: decimalText, high: decimalText });
export type RangeTarget = z.infer<typeof rangeTarget>;

/** 文字目标: 完成市级下达任务. Judged by what the unit reports of it (完成状态), never by a number. */
const textTarget = z.strictObject({ kind: z.literal('text'), printed: z.string().min(1) });

/** 待定: the cell is blank or says that the target will be set later. */
const pendingTarget = z.strictObject({ kind: z.literal('pending'), printed: z.string() });

/** Plans leave the kind of a number out; said first, so that a fault is named with its place in the target. */
const withKind = (target: unknown): unknown =>
  typeof target === 'object' && target !== null && !('kind' in target) ? { kind: 'number', ...target } : target;

/** 目标值: the cell as printed, and what it means. */
export const targetSchema = z.preprocess(withKind, z.discriminatedUnion('kind', [numberTarget, rangeTarget, textTarget, pendingTarget]));
export type Target = z.infer<typeof targetSchema>;
/** A target by which a number can be judged. */
export type CountedTarget = NumberTarget | RangeTarget;

export const isCounted = (target: Target): target is CountedTarget => target.kind === 'number' || target.kind === 'range';
