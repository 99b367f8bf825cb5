import type { CheckProblem } from '../../../shared/contract/check.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { type SchemeInput, selectLoggedSchemeInputs, selectSchemeInputHistory } from '../../db/queries/scheme-inputs.ts';

/** Each input of a scheme is logged; one that is gone, was altered, or that nobody has entered, is a problem: points and payments follow from it. */
export function schemeInputProblems(db: ReadHandle): CheckProblem[] {
  const stored = new Set(selectSchemeInputHistory(db).map(lineOf));
  const logged = new Set(selectLoggedSchemeInputs(db).map(lineOf));
  return [
    ...[...logged]
      .filter((line) => !stored.has(line))
      .map((place): CheckProblem => ({ kind: 'schemeInput', place, detail: '操作记录中有，库内没有' })),
    ...[...stored]
      .filter((line) => !logged.has(line))
      .map((place): CheckProblem => ({ kind: 'schemeInput', place, detail: '库内有，操作记录中没有' })),
  ];
}

const lineOf = ({ schemeId, period, subjectId, kind, name, value, document, actor, at }: Omit<SchemeInput, 'id'>): string =>
  [schemeId, period, subjectId ?? '', kind, name, value ?? '撤回', document, actor, at].join(' ');
