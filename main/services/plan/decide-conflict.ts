import { Failure } from '../../../shared/domain/failure.ts';
import type { Conflict } from '../../../shared/domain/plan/conflict-types.ts';
import { isCountedStatement } from '../../../shared/domain/plan/differences.ts';
import { findConflicts } from '../../../shared/domain/plan/conflicts.ts';
import { insertDecision, selectDecisions, type StoredDecision } from '../../db/queries/plan.ts';
import type { ServiceContext, WritingContext } from '../context.ts';
import { readDecisions } from './work-plan.ts';
import { readYearPlan, requireUnlockedYear } from './year-plan.ts';

/** 目标冲突 of the year with what holds now: the default precedence, or the bureau's newest decision. */
export function listConflicts(context: ServiceContext, year: number): { conflicts: Conflict[]; decisions: StoredDecision[] } {
  const { plan } = readYearPlan(context.work.handle, year);
  const decisions = selectDecisions(context.work.handle, year);
  return { conflicts: findConflicts(plan, readDecisions(context.work.handle, year)), decisions };
}

/** Records which statement of a conflict holds, by whom and why. The statement must carry a number for that year. */
export function decideConflict(
  context: WritingContext,
  request: { year: number; subject: string; statement: string; reason: string; by?: string | undefined },
): StoredDecision {
  requireUnlockedYear(context.work.handle, request.year);
  const { conflicts } = listConflicts(context, request.year);
  const conflict = conflicts.find((candidate) => candidate.id === request.subject);
  if (conflict === undefined)
    throw new Failure('CONFLICT_UNKNOWN', { subject: request.subject, known: conflicts.map((candidate) => candidate.id).join('、') });
  const statement = conflict.statements.find((candidate) => candidate.id === request.statement);
  if (statement === undefined)
    throw new Failure('STATEMENT_UNKNOWN', {
      statement: request.statement,
      known: conflict.statements.map((candidate) => candidate.id).join('、'),
    });
  if (!isCountedStatement(statement) || (statement.year !== request.year && statement.year !== 'yearly'))
    throw new Failure('STATEMENT_UNFIT', { statement: request.statement, year: request.year });
  const decision: StoredDecision = {
    subject: request.subject,
    statement: request.statement,
    reason: request.reason,
    decidedBy: request.by ?? context.actor.name,
    decidedAt: context.now(),
  };
  const db = context.writer;
  db.transaction(() => {
    insertDecision(db, request.year, decision);
    db.note({
      subject: `${request.year} ${request.subject}`,
      reason: request.reason,
      before: conflict.adopted?.statement ?? null,
      after: request.statement,
      detail: { year: request.year, ...decision },
    });
  });
  return decision;
}
