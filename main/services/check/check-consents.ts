import type { CheckProblem } from '../../../shared/contract/check.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { type ConsentRecord, selectConsentHistory, selectLoggedConsents } from '../../db/queries/consents.ts';
import { toldBy, unlike } from './match-rows.ts';

/** Each consent to 不涉及 is logged; one that is gone, was altered, or that nobody has given, is a problem: it takes a row out of the score. */
export const consentProblems = (db: ReadHandle): CheckProblem[] =>
  unlike('consent', selectConsentHistory(db).map(told), selectLoggedConsents(db).map(told));

const told = ({ year, unitId, rowId, given, asBefore, reason, actor, at }: Omit<ConsentRecord, 'id'>) =>
  toldBy(`${year} ${unitId} ${rowId} ${given ? '同意不涉及' : '撤回同意'}${asBefore ? '（沿用）' : ''} ${reason} ${actor} ${at}`);
