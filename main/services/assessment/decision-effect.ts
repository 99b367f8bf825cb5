import type { DecisionEffect } from '../../../shared/contract/effect.ts';
import type { SettledValue } from '../../../shared/domain/assessment/context.ts';
import { type ScoreInput, scoreYear } from '../../../shared/domain/assessment/score.ts';
import type { AssessmentResult, SubjectScore } from '../../../shared/domain/assessment/types.ts';
import type { AdoptedTarget } from '../../../shared/domain/plan/conflict-types.ts';
import { adoptTargets, type Decisions } from '../../../shared/domain/plan/conflicts.ts';
import { type FurtherTarget, stretchTarget, unitTargets } from '../../../shared/domain/plan/further-targets.ts';
import { measuresOf } from '../../../shared/domain/plan/statements.ts';
import { targetText } from '../../../shared/domain/plan/target.ts';
import type { Opening } from '../../../shared/domain/plan/years/opening.ts';
import type { YearPlan } from '../../../shared/domain/plan/years/plan-for-year.ts';
import { gatherAssessment, readScoringScheme } from './gather.ts';
import type { ServiceContext } from '../context.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { readDecisions } from '../plan/work-plan.ts';
import { readYearPlan } from '../plan/year-plan.ts';
import { schemeOfYear } from '../schemes/scheme-acts.ts';

/** What a decision would put in the place of what holds for the year. */
export interface Changed {
  readonly plan?: YearPlan;
  readonly decisions?: Decisions;
  readonly opening?: Opening;
  readonly settled?: ReadonlyMap<string, SettledValue>;
  readonly consents?: ScoreInput['consents'];
  /** Of the returns as they are, what they would be. */
  readonly returns?: (returns: ScoreInput['returns']) => ScoreInput['returns'];
}

/** 影响: what a decision about a year does before it is stored: targets before and after, and, where the year is scored, totals. */
export function decisionEffect(context: ServiceContext, year: number, changed: Changed): DecisionEffect {
  const db = context.work.handle;
  const { plan, record } = readYearPlan(db, year);
  const decisions = readDecisions(db, year);
  const after = { plan: changed.plan ?? plan, decisions: changed.decisions ?? decisions };
  const adopted = adoptTargets(after.plan, after.decisions);
  const opening = changed.opening ?? record?.opening ?? null;
  // Of a scheme that is written as rules only a score or a run says what comes of it.
  const scored = record !== null && opening !== null && isAnnual(db, record.opening) && isAnnual(db, opening);
  const further = furtherChanges(plan, after.plan);
  if (!scored)
    return { targets: [...targetChanges(year, plan, adoptTargets(plan, decisions), adopted), ...further], scores: [], schemes: [] };
  const { input } = gatherAssessment(context, year);
  const fresh: ScoreInput = {
    ...input,
    plan: after.plan,
    adopted,
    scheme: readScoringScheme(db, { ...record, opening }).scheme,
    ...(changed.returns === undefined ? {} : { returns: changed.returns(input.returns) }),
    ...(changed.consents === undefined ? {} : { consents: changed.consents }),
    ...(changed.settled === undefined ? {} : { settled: new Map([...(input.settled ?? []), ...changed.settled]) }),
  };
  return {
    targets: [...targetChanges(year, plan, input.adopted, adopted), ...further],
    scores: scoreChanges(year, scoreYear(input), scoreYear(fresh)),
    schemes: [],
  };
}

const isAnnual = (db: ReadHandle, opening: Opening): boolean => schemeOfYear(db, { opening })?.kind === 'scoring';

type Adopted = ReadonlyMap<string, AdoptedTarget>;

function targetChanges(year: number, plan: YearPlan, before: Adopted, after: Adopted): DecisionEffect['targets'] {
  return measuresOf(plan).flatMap(({ id, name }) => {
    const [old, fresh] = [before.get(id), after.get(id)];
    const same = old !== undefined && fresh !== undefined && targetText(old.target) === targetText(fresh.target);
    const untouched = old === fresh || same;
    return untouched ? [] : [{ measure: id, name, year, before: old?.printed ?? null, after: fresh?.printed ?? null }];
  });
}

/** 奋斗目标, and targets of single units. */
function furtherChanges(before: YearPlan, after: YearPlan): DecisionEffect['targets'] {
  const units = new Map(after.units.map((unit) => [unit.id, unit.name]));
  const name = new Map(measuresOf(after).map((measure) => [measure.id, measure.name]));
  const old = new Map(furtherTargets(before).map((one) => [keyOf(one), one]));
  return furtherTargets(after).flatMap((one) => {
    const known = old.get(keyOf(one));
    if (known?.printed === one.printed) return [];
    const { measure, kind, unit, printed } = one;
    const whose = unit === null ? {} : { unit: units.get(unit) ?? unit };
    const place = { measure, name: name.get(measure) ?? measure, year: after.year, ...(kind === 'stretch' ? { kind } : {}), ...whose };
    return [{ ...place, before: known?.printed ?? null, after: printed }];
  });
}

const keyOf = ({ measure, kind, unit }: FurtherTarget): string => [measure, kind, unit ?? ''].join('|');

const furtherTargets = (plan: YearPlan): FurtherTarget[] => [
  ...measuresOf(plan).flatMap((measure) => stretchTarget(plan, measure) ?? []),
  ...unitTargets(plan),
];

function scoreChanges(year: number, before: AssessmentResult, after: AssessmentResult): DecisionEffect['scores'] {
  const fresh = new Map(subjectsOf(after).map((subject) => [subject.subjectId, subject]));
  return subjectsOf(before).flatMap((subject) => {
    const changed = fresh.get(subject.subjectId);
    if (changed === undefined || changed.total === subject.total) return [];
    const { name, total, grade } = subject;
    return [{ year, subject: name, before: total, after: changed.total, gradeBefore: grade, gradeAfter: changed.grade }];
  });
}

const subjectsOf = (result: AssessmentResult): SubjectScore[] => [result.district, ...result.units];
