import type { AdoptedTarget, AdoptionRule, Conflict, Statement } from './conflict-types.ts';
import { comparable, differencesAmong, isCountedStatement, sameDemand, sameNumber } from './differences.ts';
import type { Measure, Operator, Target } from './schema.ts';
import { measuresOf, revisionId, statementsOf } from './statements.ts';
import { targetText } from './target.ts';
import type { YearPlan } from './years/plan-for-year.ts';

/** 目标主题 → the statement that the bureau has chosen for the year, and when. */
export type Decisions = Readonly<Record<string, { readonly statement: string; readonly decidedAt: string }>>;

/**
 * 目标冲突: the subjects of which the plan says different things, as seen from its year (what lay before it no longer matters). Found by
 * comparing the statements of each subject; the order is that of the plan.
 */
export function findConflicts(plan: YearPlan, decisions: Decisions = {}): Conflict[] {
  const { year } = plan;
  return [...statementsBySubject(plan)].flatMap(([subject, statements]) => {
    const differences = differencesAmong(statements);
    if (differences.length === 0) return [];
    const grade = differences.every((difference) => difference.kind === 'leads') ? 'leads' : 'numbers';
    const candidates = statements.filter((statement) => hasTargetFor(statement, year));
    const adopted = adoptedStatement(candidates, datedChoice(candidates, decisions[subject], plan));
    return [{ id: subject, title: plan.subjects[subject] ?? subject, grade, differences, statements, adopted }];
  });
}

/**
 * The targets by which the measures of the plan's year are judged: the newest by effective date among decisions of the bureau and
 * documents that adjust a target, then annex 1, 2, 3, the body (domain.md §10.6 rule 1), but never across units or 口径. A measure for
 * which no document sets a target goes by what the opening of the year chose; without that it has none.
 */
export function adoptTargets(plan: YearPlan, decisions: Decisions = {}): ReadonlyMap<string, AdoptedTarget> {
  const { year } = plan;
  const bySubject = statementsBySubject(plan);
  const measures = measuresOf(plan);
  // A document that adjusts a target is no contradiction of the plan, and says nothing about other years.
  const conflicts = findConflicts({ ...plan, revisions: [] }).filter((conflict) => conflict.grade === 'numbers');
  const contradicted = new Set(conflicts.map((conflict) => conflict.id));
  const adopted = new Map<string, AdoptedTarget>();
  for (const measure of measures) {
    const candidates = (bySubject.get(measure.subject) ?? []).filter((statement) => hasTargetFor(statement, year));
    const choice = choiceFor(measure, candidates, decisions[measure.subject], plan);
    const conflict = contradicted.has(measure.subject) ? measure.subject : null;
    const stated = choice === null ? null : adoptedTarget(measure, year, choice, { measures, conflict });
    const target = isLeftOpen(stated, measure, plan) ? openedTarget(measure, plan) : stated;
    if (target !== null) adopted.set(measure.id, target);
  }
  return adopted;
}

/** Nothing is stated, or 附件1 leaves it blank or 待定 and the opening of the year chose: what a document or the bureau left open stays so. */
function isLeftOpen(stated: AdoptedTarget | null, { id }: Measure, { chosen }: YearPlan): boolean {
  if (stated === null) return true;
  return (
    stated.target.kind === 'pending' && stated.rule !== 'revised' && stated.rule !== 'user' && chosen.some((one) => one.measure === id)
  );
}

interface Choice {
  readonly statement: Statement;
  readonly rule: AdoptionRule;
}

function choiceFor(
  measure: Measure,
  candidates: readonly Statement[],
  decided: Decisions[string] | undefined,
  plan: YearPlan,
): Choice | null {
  const own = candidates.find((statement) => statement.id === measure.id);
  const revised = newestRevision(measure, candidates, plan);
  if (own === undefined) return revised === null ? null : { statement: revised.statement, rule: 'revised' };
  const comparables = candidates.filter(
    (statement) => statement.source !== 'revision' && (statement === own || comparable(statement, own)),
  );
  if (revised === null) return chooseFor(own, comparables, decided?.statement);
  const chosen = comparables.find((statement) => statement.id === decided?.statement);
  const decisionIsNewer = chosen !== undefined && decided !== undefined && decided.decidedAt.slice(0, 10) > revised.effectiveOn;
  return decisionIsNewer ? { statement: chosen, rule: 'user' } : { statement: revised.statement, rule: 'revised' };
}

/** The last document, by the day from which it holds, that sets this very measure's target of the year. */
function newestRevision(
  measure: Measure,
  candidates: readonly Statement[],
  plan: YearPlan,
): { statement: Statement; effectiveOn: string } | null {
  const revision = plan.revisions.findLast((one) => one.measure === measure.id && one.year === plan.year);
  const statement = revision === undefined ? undefined : candidates.find((one) => one.id === revisionId(revision));
  return revision === undefined || statement === undefined ? null : { statement, effectiveOn: revision.effectiveOn };
}

/** What decides between contradicting statements of a subject: the newer of the bureau's decision and a document. */
function datedChoice(candidates: readonly Statement[], decided: Decisions[string] | undefined, plan: YearPlan): Choice | null {
  const ids = new Map(plan.revisions.filter((one) => one.year === plan.year).map((one) => [revisionId(one), one.effectiveOn]));
  const revised = candidates.findLast((statement) => ids.has(statement.id));
  const chosen = candidates.find((statement) => statement.id === decided?.statement);
  if (revised === undefined) return chosen === undefined ? null : { statement: chosen, rule: 'user' };
  const newer = chosen !== undefined && (decided?.decidedAt.slice(0, 10) ?? '') > (ids.get(revised.id) ?? '');
  return newer ? { statement: chosen, rule: 'user' } : { statement: revised, rule: 'revised' };
}

const RULE_OF_SOURCE_CHOSEN = { carry: 'carried', interpolate: 'interpolated', entered: 'entered' } as const;

function openedTarget(measure: Measure, plan: YearPlan): AdoptedTarget | null {
  const chosen = plan.chosen.find((entry) => entry.measure === measure.id);
  if (chosen === undefined || chosen.source === 'none' || chosen.target === null) return null;
  const { target, source } = chosen;
  const from = { from: measure.id, place: '', displaced: null, conflict: null };
  return { measureId: measure.id, target, unit: measure.unit, printed: targetText(target), rule: RULE_OF_SOURCE_CHOSEN[source], ...from };
}

/** The statements that still matter in `year`, with ids that are unique within their subject. */
function statementsBySubject(plan: YearPlan): ReadonlyMap<string, readonly Statement[]> {
  const { year } = plan;
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

/** A number, or a row's own target of another kind (区间, 文字, 待定), that is meant for the year. */
const hasTargetFor = (statement: Statement, year: number): boolean =>
  (statement.value !== null || statement.target !== null) && (statement.year === year || statement.year === 'yearly');

const PRECEDENCE = ['revision', 'annex1', 'annex2', 'annex3', 'body'] as const satisfies readonly Statement['source'][];

const RULE_OF_SOURCE = {
  revision: 'revised',
  annex1: 'annex1First',
  annex2: 'annex2First',
  annex3: 'annex3First',
  body: 'only',
} as const satisfies Record<Statement['source'], AdoptionRule>;

const byPrecedence = (statements: readonly Statement[]): Statement[] =>
  statements.toSorted((left, right) => PRECEDENCE.indexOf(left.source) - PRECEDENCE.indexOf(right.source));

function adoptedStatement(candidates: readonly Statement[], chosen: Choice | null): Conflict['adopted'] {
  const numbers = candidates.filter(isCountedStatement);
  const winner = chosen?.statement ?? byPrecedence(numbers)[0];
  if (winner === undefined) return null;
  const losing = numbers.filter((statement) => contradicts(statement, winner)).map((statement) => statement.id);
  const rule = chosen?.rule ?? (losing.length === 0 ? 'only' : RULE_OF_SOURCE[winner.source]);
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
  if (!sameDemand(statement, other)) return true;
  return statement.operator !== null && other.operator !== null && statement.operator !== other.operator;
}

function adoptedTarget(
  measure: Measure,
  year: number,
  { statement, rule }: Choice,
  context: { measures: readonly Measure[]; conflict: string | null },
): AdoptedTarget {
  const own = measure.targets[String(year)];
  const target = meant(statement, year, measure, context.measures);
  const displaces = own !== undefined && !sameTarget(own, target);
  return {
    measureId: measure.id,
    target,
    unit: measure.unit,
    printed: targetText(target),
    displaced: displaces ? own.printed : null,
    from: statement.id,
    place: statement.place,
    rule,
    conflict: context.conflict,
  };
}

/** A statement as a target of the measure: a row's own target, else the body's number in the direction that holds. */
function meant(statement: Statement, year: number, measure: Measure, measures: readonly Measure[]): Target {
  if (statement.target !== null && statement.target.kind !== 'number') return statement.target;
  const value = statement.value ?? '0';
  return { kind: 'number', printed: statement.target?.printed ?? value, operator: directionOf(statement, year, measure, measures), value };
}

function sameTarget(one: Target, other: Target): boolean {
  if (one.kind === 'number' && other.kind === 'number') return one.operator === other.operator && sameNumber(one.value, other.value);
  return one.kind === other.kind && targetText(one) === targetText(other);
}

/** The statement's printed operator, else the reading recorded with its measure, else that of the measure to be judged. */
function directionOf(statement: Statement, year: number, measure: Measure, measures: readonly Measure[]): Operator {
  if (statement.operator !== null) return statement.operator;
  if (statement.source === 'revision' && statement.target?.kind === 'number') return statement.target.operator;
  const source = measures.find((candidate) => candidate.id === statement.id);
  return operatorOf(source?.targets[String(year)]) ?? operatorOf(measure.targets[String(year)]) ?? 'ge';
}

const operatorOf = (target: Target | undefined): Operator | null => (target?.kind === 'number' ? target.operator : null);
