import type { Conflict, Statement } from '../conflict-types.ts';
import { type Decisions, findConflicts } from '../conflicts.ts';
import type { YearPlan } from '../years/plan-for-year.ts';

/** 前后矛盾 that a document brings, and those that it does away with. */
export interface ConflictsSince {
  readonly found: Conflict[];
  readonly resolved: readonly { readonly id: string; readonly title: string }[];
}

/** Contradictions of the plan as it will be that it did not have before, or had with other words or numbers. */
export function conflictsSince(before: YearPlan | null, after: YearPlan, decisions: Decisions): ConflictsSince {
  const old = before === null ? [] : findConflicts(before, decisions);
  const now = findConflicts(after, decisions);
  const known = new Set(old.flatMap(signsOf));
  return {
    found: now.filter((conflict) => signsOf(conflict).some((sign) => !known.has(sign))),
    resolved: old.filter((conflict) => now.every((other) => other.id !== conflict.id)).map(({ id, title }) => ({ id, title })),
  };
}

/** One sign for each difference: what two statements contradict each other in, and what each of them says. */
function signsOf({ id, differences, statements }: Conflict): string[] {
  const said = new Map(statements.map((statement) => [statement.id, signOf(statement)]));
  return differences.map(({ kind, statements: pair }) => [id, kind, ...pair.map((one) => `${one}:${said.get(one) ?? ''}`)].join('|'));
}

const signOf = ({ year, operator, value, unit, basis, qualitative, scope, leadUnits }: Statement): string =>
  [year, operator, value, unit, basis, qualitative, scope, leadUnits.join(',')].join('/');
