import type { CheckProblem } from '../../../shared/contract/check.ts';
import type { FinalContent } from '../../../shared/domain/plan/years/opening.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { selectAllReturns } from '../../db/queries/returns.ts';
import { checkEvents } from './check-events.ts';
import { findingProblems } from './check-findings.ts';
import { structureProblems } from './check-imports.ts';
import { loggedProblems } from './check-work.ts';

/**
 * What of the check stands against signing a year: rows that the log does not tell of, or tells otherwise. Somebody who takes an error's row out of
 * the database would else sign as if it had been answered. No original is read for it, so that it costs no time; the check itself says each place.
 */
export function rowBlockers(db: ReadHandle): FinalContent['blockers'] {
  const returns = selectAllReturns(db);
  const problems: readonly CheckProblem[] = [
    ...checkEvents(db).problems,
    ...structureProblems(db),
    ...loggedProblems(db, returns),
    ...findingProblems(db, returns, NOTHING_READ),
  ];
  const [first] = problems;
  return first === undefined ? [] : [{ code: 'rows', params: { count: String(problems.length), place: first.place } }];
}

const NOTHING_READ: ReadonlyMap<number, null> = new Map();
