import type { DecisionEffect } from '../../../shared/contract/effect.ts';
import { planForYear } from '../../../shared/domain/plan/years/plan-for-year.ts';
import type { ServiceContext } from '../context.ts';
import { readDocuments } from '../plan/plan-documents.ts';
import { readDecisions } from '../plan/work-plan.ts';
import { requireUnlockedYear } from '../plan/year-plan.ts';
import { changedOpening, type YearChange } from './decide-year.ts';
import { decisionEffect } from '../assessment/decision-effect.ts';

/** What a change of an open year does before it is stored. */
export function changeEffect(context: ServiceContext, year: number, change: YearChange): DecisionEffect {
  const db = context.work.handle;
  const { record } = requireUnlockedYear(db, year);
  const { opening, remarks } = changedOpening(db, record, change);
  const effect = decisionEffect(context, year, { opening, plan: planForYear(readDocuments(db), year, opening) });
  return remarks.length === 0 ? effect : { ...effect, remarks };
}

/** What choosing another statement of a conflict does before it is stored. */
export function statementEffect(context: ServiceContext, year: number, subject: string, statement: string): DecisionEffect {
  const decisions = { ...readDecisions(context.work.handle, year), [subject]: { statement, decidedAt: context.now() } };
  return decisionEffect(context, year, { decisions });
}
