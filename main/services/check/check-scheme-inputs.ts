import type { CheckProblem } from '../../../shared/contract/check.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { type SchemeInput, selectLoggedSchemeInputs, selectSchemeInputHistory } from '../../db/queries/scheme-inputs.ts';
import { toldBy, unlike } from './match-rows.ts';

/** Each input of a scheme is logged; one that is gone, was altered, or that nobody has entered, is a problem: points and payments follow from it. */
export const schemeInputProblems = (db: ReadHandle): CheckProblem[] =>
  unlike('schemeInput', selectSchemeInputHistory(db).map(told), selectLoggedSchemeInputs(db).map(told));

const told = ({ schemeId, period, subjectId, kind, name, value, document, actor, at }: Omit<SchemeInput, 'id'>) =>
  toldBy([schemeId, period, subjectId ?? '', kind, name, value ?? '撤回', document, actor, at].join(' '));
