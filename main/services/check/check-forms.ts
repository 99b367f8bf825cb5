import type { CheckProblem } from '../../../shared/contract/check.ts';
import { checkPlaceText } from '../../../shared/text/check-text.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { type FormIssue, type LoggedForm, selectFormIssues, selectLoggedForms } from '../../db/queries/form-issues.ts';
import { selectAllDecisions, selectLoggedConflictDecisions, type YearlyDecision } from '../../db/queries/plan.ts';
import { unlike, unpaired } from './match-rows.ts';

/** 填报表 that were made: for whom, and from which version of the plan. By it a year is 收集, and a return is read by the form it was made as. */
export function formProblems(db: ReadHandle, nameOf: (unitId: string) => string): CheckProblem[] {
  const placeOf = ({ year, unitId, fileName, actor }: LoggedForm): string =>
    checkPlaceText.form({ year, unit: nameOf(unitId), file: fileName ?? '', actor });
  return unpaired('formIssue', { rows: selectFormIssues(db), entries: selectLoggedForms(db) }, isOf, placeOf);
}

/** An event from before file and moment were told speaks of a form by its year, unit and version. */
const isOf = (form: FormIssue, said: LoggedForm): boolean =>
  form.year === said.year &&
  form.unitId === said.unitId &&
  form.version === said.version &&
  form.actor === said.actor &&
  (said.fileName ?? form.fileName) === form.fileName &&
  (said.madeAt ?? form.madeAt) === form.madeAt;

/** 目标冲突 that were decided: which statement of the plan holds. */
export const conflictProblems = (db: ReadHandle): CheckProblem[] =>
  unlike('planDecision', selectAllDecisions(db).map(decided), selectLoggedConflictDecisions(db).map(decided));

const decided = (decision: YearlyDecision) => ({
  place: checkPlaceText.conflict(decision),
  line: JSON.stringify([decision.year, decision.subject, decision.statement, decision.reason, decision.decidedBy, decision.decidedAt]),
});
