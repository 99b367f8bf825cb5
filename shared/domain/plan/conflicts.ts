import type { AdoptedTarget, AdoptionRule, Conflict, Statement } from './conflict-types.ts';
import { comparable, differencesAmong, sameNumber } from './differences.ts';
import type { Measure, Operator, Plan } from './schema.ts';
import { measuresOf, statementsOf } from './statements.ts';
import { printTarget } from './target.ts';

/** 目标主题 → id of the statement that the bureau has chosen for the year. */
export type Decisions = Readonly<Record<string, string>>;

/**
 * 目标冲突: the subjects of which the plan says different things, as seen from `year` (what lay before it no longer matters). Found by
 * comparing the statements of each subject; the order is that of the plan.
 */
export function findConflicts(plan: Plan, year: number, decisions: Decisions = {}): Conflict[] {
  return [...statementsBySubject(plan, year)].flatMap(([subject, statements]) => {
    const differences = differencesAmong(statements);
    if (differences.length === 0) return [];
    const grade = differences.every((difference) => difference.kind === 'leads') ? 'leads' : 'numbers';
    const adopted = adoptedStatement(
      statements.filter((statement) => hasNumberFor(statement, year)),
      decisions[subject],
    );
    return [{ id: subject, title: plan.subjects[subject] ?? subject, grade, differences, statements, adopted }];
  });
}

/**
 * The targets by which the measures of `year` are judged. By default the higher source holds: annex 1, then 2, then 3, then the body
 * (domain.md §10.6 rule 1), but never across units or 口径; a decision of the bureau comes before that. A year for which the plan has
 * no targets gives an empty map.
 */
export function adoptTargets(plan: Plan, year: number, decisions: Decisions = {}): ReadonlyMap<string, AdoptedTarget> {
  const bySubject = statementsBySubject(plan, year);
  const measures = measuresOf(plan);
  const contradicted = new Set(
    findConflicts(plan, year)
      .filter((conflict) => conflict.grade === 'numbers')
      .map((conflict) => conflict.id),
  );
  const adopted = new Map<string, AdoptedTarget>();
  for (const measure of measures) {
    const candidates = (bySubject.get(measure.subject) ?? []).filter((statement) => hasNumberFor(statement, year));
    const own = candidates.find((statement) => statement.id === measure.id);
    if (own === undefined) continue;
    const choice = chooseFor(
      own,
      candidates.filter((statement) => comparable(statement, own)),
      decisions[measure.subject],
    );
    const conflict = contradicted.has(measure.subject) ? measure.subject : null;
    adopted.set(measure.id, adoptedTarget(measure, year, choice, { measures, conflict }));
  }
  return adopted;
}

interface Choice {
  readonly statement: Statement;
  readonly rule: AdoptionRule;
}

/** The statements that still matter in `year`, with ids that are unique within their subject. */
function statementsBySubject(plan: Plan, year: number): ReadonlyMap<string, readonly Statement[]> {
  const bearing = statementsOf(plan).filter((statement) => typeof statement.year === 'string' || statement.year >= year);
  const groups = Map.groupBy(bearing, (statement) => statement.subject);
  return new Map(
    [...groups].map(([subject, statements]) => [subject, statements.map((statement) => labelled(statement, statements, year))]),
  );
}

function labelled(statement: Statement, siblings: readonly Statement[], year: number): Statement {
  const shared = siblings.some((other) => other !== statement && other.id === statement.id);
  return shared && statement.year !== year ? { ...statement, id: `${statement.id}@${statement.year}` } : statement;
}

const hasNumberFor = (statement: Statement, year: number): boolean =>
  statement.value !== null && (statement.year === year || statement.year === 'yearly');

const PRECEDENCE = ['annex1', 'annex2', 'annex3', 'body'] as const satisfies readonly Statement['source'][];

const RULE_OF_SOURCE = { annex1: 'annex1First', annex2: 'annex2First', annex3: 'annex3First', body: 'only' } as const satisfies Record<
  Statement['source'],
  AdoptionRule
>;

const byPrecedence = (statements: readonly Statement[]): Statement[] =>
  statements.toSorted((left, right) => PRECEDENCE.indexOf(left.source) - PRECEDENCE.indexOf(right.source));

function adoptedStatement(candidates: readonly Statement[], decided: string | undefined): Conflict['adopted'] {
  const chosen = candidates.find((statement) => statement.id === decided);
  const winner = chosen ?? byPrecedence(candidates)[0];
  if (winner === undefined) return null;
  const losing = candidates.filter((statement) => contradicts(statement, winner)).map((statement) => statement.id);
  const rule = chosen !== undefined ? 'user' : losing.length === 0 ? 'only' : RULE_OF_SOURCE[winner.source];
  return { statement: winner.id, rule, losing };
}

/** `candidates` are the comparable statements of the year, the measure's own among them. */
function chooseFor(own: Statement, candidates: readonly Statement[], decided: string | undefined): Choice {
  const chosen = candidates.find((statement) => statement.id === decided);
  if (chosen !== undefined) return { statement: chosen, rule: 'user' };
  const highest = byPrecedence(candidates)[0] ?? own;
  if (contradicts(highest, own)) return { statement: highest, rule: RULE_OF_SOURCE[highest.source] };
  const outranks = candidates.some((statement) => contradicts(statement, own));
  return { statement: own, rule: outranks ? RULE_OF_SOURCE[own.source] : 'only' };
}

/** A bare number contradicts no operator: its direction is a reading, and the difference is listed as such. */
function contradicts(statement: Statement, other: Statement): boolean {
  if (statement === other || !comparable(statement, other)) return false;
  if (!sameNumber(statement.value, other.value)) return true;
  return statement.operator !== null && other.operator !== null && statement.operator !== other.operator;
}

function adoptedTarget(
  measure: Measure,
  year: number,
  choice: Choice,
  context: { measures: readonly Measure[]; conflict: string | null },
): AdoptedTarget {
  const { statement, rule } = choice;
  const own = measure.targets[String(year)];
  const value = statement.value ?? own?.value ?? '0';
  const operator = directionOf(statement, year, measure, context.measures);
  const displaces = own !== undefined && (own.operator !== operator || !sameNumber(own.value, value));
  return {
    measureId: measure.id,
    operator,
    value,
    unit: measure.unit,
    printed: printTarget(operator, value),
    displaced: displaces ? own.printed : null,
    from: statement.id,
    rule,
    conflict: context.conflict,
  };
}

/** The statement's printed operator, else the reading recorded with its measure, else that of the measure to be judged. */
function directionOf(statement: Statement, year: number, measure: Measure, measures: readonly Measure[]): Operator {
  const source = measures.find((candidate) => candidate.id === statement.id);
  return statement.operator ?? source?.targets[String(year)]?.operator ?? measure.targets[String(year)]?.operator ?? 'ge';
}
