import type { DecimalText } from '../numbers/decimal.ts';
import type { Basis, Operator } from './schema.ts';
import type { Target } from './target-schema.ts';

/** 目标表述: one place of the plan that demands something of a subject. */
export interface Statement {
  /**
   * Measure id (A1-05, A3-2.1-a), task/item id, or body target id (B06). Within a conflict of an asked year ids are unique: a measure's
   * targets for other years carry the year (A1-05@2027).
   */
  readonly id: string;
  /** revision: a document that adjusts a target (目标调整). */
  readonly source: 'annex1' | 'annex2' | 'annex3' | 'body' | 'revision';
  readonly subject: string;
  /** Printed place: 附件1 第5行, 附件3 二·1, 正文（七）. */
  readonly place: string;
  readonly quote: string;
  readonly year: number | 'yearly' | 'standing';
  /** The whole meaning of a row's target; null for words of the body and rows without a figure. */
  readonly target: Target | null;
  readonly operator: Operator | null;
  readonly value: DecimalText | null;
  readonly unit: string | null;
  readonly basis: Basis | null;
  readonly qualitative: string | null;
  readonly scope: string | null;
  readonly leadUnits: readonly string[];
}

/**
 * In what two statements of one subject differ: value (same year, other number), laterYear (a year's value stands elsewhere for a later
 * year), endValue (whole-term value of annex 2 against annex 1's last year), basis (累计/当年), unit, quantity (number against words),
 * operator, scope, leads.
 */
export type ConflictKind = 'value' | 'laterYear' | 'endValue' | 'basis' | 'unit' | 'quantity' | 'operator' | 'scope' | 'leads';

export interface ConflictDifference {
  readonly kind: ConflictKind;
  readonly statements: readonly [string, string];
}

/**
 * Rules of precedence (domain.md §10.6): `only` = no other number of the same unit and basis contradicts it; annexNFirst = it outranked
 * another; `user` = the bureau's own recorded decision; `revised` = the newest document that adjusts it; carried 沿用, interpolated 插值,
 * entered 录入 = chosen when the year was opened, because no document sets a target.
 */
export const ADOPTION_RULES = [
  'only',
  'annex1First',
  'annex3First',
  'annex2First',
  'user',
  'revised',
  'carried',
  'interpolated',
  'entered',
] as const;
export type AdoptionRule = (typeof ADOPTION_RULES)[number];

export interface AdoptedTarget {
  /** The measure whose target is asked for. */
  readonly measureId: string;
  readonly target: Target;
  readonly unit: string;
  /** Printed form of the adopted target, with its operator: ≥20. */
  readonly printed: string;
  /** The measure's own printed target, when another one was adopted in its place. */
  readonly displaced: string | null;
  /** Id of the statement it comes from; the measure's own id where the opening of the year chose it. */
  readonly from: string;
  /** Printed place of that statement: 附件1 第5行, a document's 文号. */
  readonly place: string;
  readonly rule: AdoptionRule;
  readonly conflict: string | null;
}

/** Where a target comes from that is not the measure's own: the id of another statement, or the document that revised it; null for its own. */
export const foreignSource = ({ measureId, from, place, rule }: AdoptedTarget): string | null =>
  from === measureId ? null : rule === 'revised' ? place : from;

export interface Conflict {
  /** The subject's key, stable: non-fossil-share. */
  readonly id: string;
  readonly title: string;
  /** numbers: something that is counted differs; leads: only the lead units differ. */
  readonly grade: 'numbers' | 'leads';
  readonly differences: readonly ConflictDifference[];
  readonly statements: readonly Statement[];
  /** What holds for the asked year; null where no statement gives a number for it. */
  readonly adopted: { readonly statement: string; readonly rule: AdoptionRule; readonly losing: readonly string[] } | null;
}
