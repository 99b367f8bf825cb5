import type { CheckProblem } from '../../../shared/contract/check.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { type ConsentRecord, selectConsentHistory, selectLoggedConsents } from '../../db/queries/consents.ts';

/** Each consent to 不涉及 is logged; one that is gone, was altered, or that nobody has given, is a problem: it takes a row out of the score. */
export function consentProblems(db: ReadHandle): CheckProblem[] {
  const stored = new Set(selectConsentHistory(db).map(lineOf));
  const logged = new Set(selectLoggedConsents(db).map(lineOf));
  return [
    ...[...logged]
      .filter((line) => !stored.has(line))
      .map((place): CheckProblem => ({ kind: 'consent', place, detail: '操作记录中有，库内没有' })),
    ...[...stored]
      .filter((line) => !logged.has(line))
      .map((place): CheckProblem => ({ kind: 'consent', place, detail: '库内有，操作记录中没有' })),
  ];
}

const lineOf = ({ year, unitId, rowId, given, asBefore, reason, actor, at }: Omit<ConsentRecord, 'id'>): string =>
  `${year} ${unitId} ${rowId} ${given ? '同意不涉及' : '撤回同意'}${asBefore ? '（沿用）' : ''} ${reason} ${actor} ${at}`;
