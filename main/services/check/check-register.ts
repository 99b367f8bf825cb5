import type { CheckProblem } from '../../../shared/contract/check.ts';
import { countingVersion } from '../../../shared/domain/returns/standing.ts';
import { canonicalJson } from '../../../shared/domain/canonical-json.ts';
import {
  answerLineText,
  countingText,
  decisionLineText,
  openedLineText,
  receivedLineText,
  typedLineText,
  unitYearText,
} from '../../../shared/text/check-text.ts';
import { reportingPlaceText } from '../../../shared/text/reporting-text.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { selectFindingAnswers, selectLoggedFindingAnswers } from '../../db/queries/findings.ts';
import {
  selectDecisions,
  selectLoggedDecisions,
  selectLoggedReceived,
  selectReceived,
  selectVersions,
  type VersionRecord,
} from '../../db/queries/register.ts';
import {
  selectDeadlines,
  selectLoggedDeadlines,
  selectLoggedReceipts,
  selectLoggedReviews,
  selectLoggedSendings,
  selectReceipts,
  selectReviews,
  selectSendings,
} from '../../db/queries/reporting.ts';
import { selectAllOpened, selectLoggedOpened } from '../../db/queries/originals.ts';
import { selectAllReturns } from '../../db/queries/returns.ts';
import { selectLoggedTyped, selectNumberedTyped } from '../../db/queries/typed-returns.ts';
import { type Told, unlike } from './match-rows.ts';

/**
 * 收件登记 against the log: every 收件号, every adoption and withdrawal, every answer to a finding is in both, in one order, and so is what each
 * file that came with a password is read as and how what was typed in had come; and which version of each unit's year counts is what the logged
 * decisions say.
 */
export function registerProblems(db: ReadHandle, nameOf: (unitId: string) => string): CheckProblem[] {
  return [
    ...held(selectReceived(db), selectLoggedReceived(db), receivedLineText),
    ...held(selectAllOpened(db), selectLoggedOpened(db), openedLineText),
    ...held(selectNumberedTyped(db), selectLoggedTyped(db), typedLineText),
    ...held(selectDecisions(db), selectLoggedDecisions(db), decisionLineText),
    ...held(selectFindingAnswers(db), selectLoggedFindingAnswers(db), answerLineText),
    ...countingProblems(db, nameOf),
    ...reportingProblems(db, nameOf),
  ];
}

/** 收到, 延期 and 免于迟报扣分, 审核, 发出. */
const reportingProblems = (db: ReadHandle, nameOf: (unitId: string) => string): CheckProblem[] => [
  ...held(selectReceipts(db), selectLoggedReceipts(db), reportingPlaceText.receipt),
  ...held(selectDeadlines(db), selectLoggedDeadlines(db), (entry) => reportingPlaceText.deadline(nameOf(entry.unitId), entry)),
  ...held(selectReviews(db), selectLoggedReviews(db), (entry) => reportingPlaceText.review(nameOf(entry.unitId), entry)),
  ...held(selectSendings(db), selectLoggedSendings(db), (entry) => reportingPlaceText.sending(nameOf(entry.unitId), entry)),
];

function held<Entry>(stored: readonly Entry[], logged: readonly Entry[], placeOf: (entry: Entry) => string): CheckProblem[] {
  const told = (entry: Entry): Told => ({ place: placeOf(entry), line: canonicalJson(entry) });
  return unlike('register', stored.map(told), logged.map(told));
}

const problem = (place: string, detail: string): CheckProblem => ({ kind: 'register', place, detail });

/** Which version counts by the log, and what the mark of every version of that unit's year has to be. */
function countingProblems(db: ReadHandle, nameOf: (unitId: string) => string): CheckProblem[] {
  const logged = selectLoggedDecisions(db);
  const marks = new Map(selectAllReturns(db).map(({ id, supersededBy }) => [id, supersededBy]));
  return [...Map.groupBy(selectVersions(db), ({ year, unitId }) => `${year} ${unitId}`).values()].flatMap((versions) => {
    const numbers = new Set(versions.map(({ number }) => number));
    const due = countingVersion(logged.filter(({ number }) => numbers.has(number)));
    const counting = versions.find(({ number }) => number === due);
    const wrong = versions.filter(({ returnId }) => marks.get(returnId) !== dueMark(returnId, counting));
    const [first] = versions;
    if (wrong.length === 0 || first === undefined) return [];
    const marked = versions.find(({ returnId }) => marks.get(returnId) === null);
    return [problem(unitYearText(nameOf(first.unitId), first.year), countingText(marked, counting))];
  });
}

const dueMark = (returnId: number, counting: VersionRecord | undefined): number | null =>
  counting === undefined ? returnId : counting.returnId === returnId ? null : counting.returnId;
