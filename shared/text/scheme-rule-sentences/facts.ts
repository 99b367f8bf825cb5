export type RuleBetter = 'less' | 'more';

/** What measures are held against, inherited from outside as in the language. */
export interface RuleScope {
  readonly vs: string | number | null;
  readonly inPct: boolean;
}

/** What is known of a scheme besides the rule that is read; the domain gives it, since wording decides nothing. */
export interface RuleFacts {
  /** What the rules give. */
  readonly gives: 'points' | 'money' | 'notice';
  /** month, quarter …; null where the scheme names none. */
  readonly per: string | null;
  /** Grades (等次) of the scheme. */
  readonly grades: readonly string[];
  /** 名称 and 计量单位 that the head gives a measure. */
  measureTitle(measure: string): string | null;
  measureUnit(measure: string): string | null;
  better(measure: string): RuleBetter;
  /** Which end of a node's values comes first. */
  betterOf(raw: unknown, scope: RuleScope): RuleBetter;
  /** 名称 that the head gives a parameter, a manual score, an event, a task. */
  nameOf(id: string): string | null;
  /** 名称 of a row of the plan's lists, where the plan is at hand. */
  rowTitle(id: string): string | null;
}
