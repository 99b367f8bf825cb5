import type { Basis, Measure, Operator } from '../schema.ts';
import { comparableText } from '../../returns/cell-text.ts';

/** Words of the drop-down lists, and what they mean. Other words in use for the same are understood, too. */
export interface Choice<Value> {
  readonly words: readonly string[];
  textOf(value: Value): string;
  /** Null for a word that is none of them. */
  valueOf(text: string): Value | null;
}

export const YES_NO: Choice<boolean> = choice<boolean>([
  [true, '是', '有', '√', '*', 'Y', '1'],
  [false, '否', '无', '×', 'N', '0'],
]);

export const KINDS: Choice<Measure['kind']> = choice([
  ['rate', '比率', '百分比', '比例'],
  ['amount', '数量', '数值', '绝对值'],
]);

export const BASES: Choice<Basis> = choice([
  ['level', '当年状态', '状态', '年末状态'],
  ['cumulative', '累计', '累计数'],
  ['increment', '当年新增', '新增'],
  ['yearly', '全年工作量', '工作量', '当年工作量'],
]);

export const DIRECTIONS: Choice<Operator> = choice([
  ['ge', '不低于', '不少于', '≥', '越大越好'],
  ['le', '不高于', '不超过', '≤', '越小越好'],
  ['gt', '高于', '大于', '>'],
  ['lt', '低于', '小于', '<'],
  ['eq', '等于', '='],
]);

export const ZERO: Choice<Measure['zeroDenominator']> = choice([
  ['complete', '按完成', '视为完成', '无发生'],
  ['error', '须说明', '说明'],
]);

export const DECIMALS = ['0', '1', '2', '3', '4'] as const;

/** Parts a list of names in one cell is written and read with. */
export const NAME_JOINT = '、';
export const splitNames = (text: string): string[] =>
  text
    .split(/[、，,；;\n]/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** What stands in the id column of a row that only shows how to fill in the table. */
export const SAMPLE_MARK = '示例';

function choice<Value>(entries: readonly (readonly [Value, string, ...string[]])[]): Choice<Value> {
  const values = new Map(entries.flatMap(([value, ...words]) => words.map((word) => [comparableText(word), value] as const)));
  const words = entries.map(([, word]) => word);
  return {
    words,
    textOf: (value) => entries.find(([candidate]) => candidate === value)?.[1] ?? '',
    valueOf: (text) => values.get(comparableText(text)) ?? null,
  };
}
