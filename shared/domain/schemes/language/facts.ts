import type { Better, CompiledNode, Scope } from '../base/kinds.ts';
import { createCompiler, gathering } from './compiler.ts';
import { frameOf } from './compile-scheme.ts';
import type { SchemeForm } from './forms.ts';
import { headSchema, type SchemeHead } from './head.ts';
import { isRecord } from '../base/records.ts';

/** What a scheme says of itself, for whoever puts its rules into words (读作): names, units, which end of a value is the better one. */
export interface SchemeFacts {
  readonly gives: 'points' | 'money' | 'notice';
  readonly per: string | null;
  readonly grades: readonly string[];
  measureTitle(measure: string): string | null;
  measureUnit(measure: string): string | null;
  better(measure: string): Better;
  betterOf(raw: unknown, scope: Pick<Scope, 'vs' | 'inPct'>): Better;
  nameOf(id: string): string | null;
  rowTitle(id: string): string | null;
}

/** The head as far as it can be read; a word that is wrong is left out. */
export function readableHead(raw: Readonly<Record<string, unknown>>): SchemeHead {
  const shape: Readonly<Record<string, { safeParse(value: unknown): { success: boolean } }>> = headSchema.shape;
  return headSchema.parse(Object.fromEntries(Object.entries(raw).filter(([key, value]) => shape[key]?.safeParse(value).success === true)));
}

/** Names and units of the rows and measures of the plan's lists, names of its kinds of units. */
export interface PlanNames {
  kind(id: string): string | null;
  title(id: string): string | null;
  unit(id: string): string | null;
}

export const NO_PLAN: PlanNames = { kind: () => null, title: () => null, unit: () => null };

/** `plan` names rows of the plan's lists, where the plan is at hand. */
export function factsOf(form: Pick<SchemeForm, 'head' | 'rules'>, plan: PlanNames = NO_PLAN): SchemeFacts {
  const head = readableHead(form.head);
  const { out, per, grades } = form.rules;
  const frame = frameOf(head, form.rules, null);
  return {
    gives: out === '万元' ? 'money' : typeof out === 'string' && out.startsWith('points') ? 'points' : 'notice',
    per: typeof per === 'string' ? per : null,
    grades: isRecord(grades) ? Object.keys(grades) : [],
    measureTitle: (measure) => head.measures?.[measure]?.title ?? null,
    measureUnit: (measure) => head.measures?.[measure]?.unit ?? plan.unit(measure),
    better: (measure) => frame.betterOf(measure),
    betterOf: (raw, scope) => probed(raw, scope, form, head).better,
    nameOf: (id) => head.names?.[id] ?? null,
    rowTitle: (id) => plan.title(id),
  };
}

/** A node compiled by itself, to ask what it is; problems of it are told where the scheme is checked. */
export const probed = (
  raw: unknown,
  { vs, inPct }: Pick<Scope, 'vs' | 'inPct'>,
  { rules }: Pick<SchemeForm, 'rules'>,
  head: SchemeHead,
): CompiledNode =>
  createCompiler(frameOf(head, rules, null), gathering(), [])
    .scoped({ vs, inPct })
    .node(raw);
