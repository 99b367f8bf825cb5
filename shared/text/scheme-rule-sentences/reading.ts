import type { RuleFacts, RuleScope } from './facts.ts';

export type { RuleScope };

/** 读作: a rule in words; parts that do not fit into one line stand below it, each in its own words. */
export interface RuleReading {
  readonly text: string;
  /** Joins the parts into one sentence where they are told in one line. */
  readonly parts: readonly RuleReading[];
  /** A thing that can stand in a formula (PM2.5, 系数k), rather than a sentence. */
  readonly noun: boolean;
  /** Clauses that tell it, where it is only pointed to. */
  readonly refers?: readonly string[];
}

export type Raw = Readonly<Record<string, unknown>>;

/** What the words of a kind have at hand. */
export interface RuleContext {
  readonly facts: RuleFacts;
  readonly scope: RuleScope;
  /** 分, 万元; empty where a number is neither, as a factor. */
  readonly unit: string;
  read(raw: unknown, unit?: string): RuleReading;
  condition(raw: unknown): string;
  /** The same place, measures held against nothing or something else. */
  within(change: Partial<Pick<RuleContext, 'scope' | 'unit'>>): RuleContext;
}

export type ReadKind = (raw: Raw, context: RuleContext) => RuleReading;

export const sentence = (text: string, parts: readonly RuleReading[] = []): RuleReading => ({ text, parts, noun: false });
export const noun = (text: string): RuleReading => ({ text, parts: [], noun: true });

/** A part that is told beside its own clause. */
export const reference = (clauses: readonly string[]): RuleReading => ({ ...noun(`${quoted(clauses)}的结果`), refers: clauses });

/** “一”、“二” of parts that are all told elsewhere, each clause once; null where one of them is told here. */
export function referredTo(parts: readonly RuleReading[]): string | null {
  const clauses = parts.flatMap(({ refers }) => refers ?? []);
  return parts.length > 0 && parts.every(({ refers }) => refers !== undefined) ? quoted([...new Set(clauses)]) : null;
}

const quoted = (clauses: readonly string[]): string => clauses.map((clause) => `“${clause}”`).join('、');

/** All of it in one line: （1）…；（2）…, deeper ones ①…；②…. */
export function inOneLine({ text, parts }: RuleReading, depth = 0): string {
  if (parts.length === 0) return text;
  return `${text}：${parts.map((part, index) => `${ordinal(index, depth)}${inOneLine(part, depth + 1)}`).join('；')}`;
}

/** Line by line, each part under what it is a part of. */
export const readingLines = (reading: RuleReading): { depth: number; text: string }[] => linesFrom(reading, 0, '');

function linesFrom({ text, parts }: RuleReading, depth: number, number: string): { depth: number; text: string }[] {
  const own = { depth, text: `${number}${text}${parts.length === 0 ? '' : '：'}` };
  return [own, ...parts.flatMap((part, index) => linesFrom(part, depth + 1, ordinal(index, depth)))];
}

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

/** The number before a part, by how deep it stands. */
export const ordinal = (index: number, depth: number): string =>
  depth === 0 ? `（${index + 1}）` : ([...CIRCLED][index] ?? `${index + 1}）`);

export const isRecord = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value);

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export const namesOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((name): name is string => typeof name === 'string');

/** `clause: 第五条`, or several. */
export const clausesOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]).map(String);
