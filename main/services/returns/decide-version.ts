import type { VersionDecided, VersionList, VersionRow } from '../../../shared/contract/versions.ts';
import { Failure } from '../../../shared/domain/failure.ts';
import { countingVersion } from '../../../shared/domain/returns/standing.ts';
import { isAdopted } from '../../../shared/domain/returns/types.ts';
import { typedOf } from '../../../shared/domain/returns/typed/facts.ts';
import type { ReadHandle, WriteHandle } from '../../db/handles.ts';
import {
  type DecisionRecord,
  insertDecision,
  markCounting,
  selectDecisionsOf,
  selectVersion,
  selectVersionsOf,
  type VersionRecord,
} from '../../db/queries/register.ts';
import { countErrors, selectAnswersOfReturn } from '../../db/queries/returns.ts';
import { selectAirValuesOfReturn } from '../../db/queries/returns-air.ts';
import { selectFindingsOfReturn } from '../../db/queries/findings.ts';
import { selectStandingReceipts } from '../../db/queries/reporting.ts';
import { selectTyped } from '../../db/queries/typed-returns.ts';
import type { ServiceContext, WritingContext } from '../context.ts';
import { requireUnit } from '../plan/work-plan.ts';
import { requireOpenYear, requireUnlockedYear } from '../plan/year-plan.ts';
import { receiptFacts } from './receipt-facts.ts';
import { saysSomething } from './read-return.ts';

export interface DecideRequest {
  /** 收件号. */
  readonly number: number;
  readonly reason: string;
  /** Who has decided, where it is not the person who records it. */
  readonly by?: string | undefined;
}

/** Every version of a unit's return with what became of it, oldest first. */
export function listVersions(context: ServiceContext, request: { readonly year: number; readonly unit: string }): VersionList {
  const db = context.work.handle;
  const { plan } = requireOpenYear(db, request.year);
  const unit = requireUnit(plan, request.unit);
  return { year: request.year, unitId: unit.id, unitName: unit.name, versions: versionRows(db, request.year, unit.id) };
}

/**
 * 采用 a version, or 撤回 it: of the versions of the unit's year that are adopted the one adopted last counts, so a withdrawal brings back what
 * counted before it, and undoes nothing else.
 */
export function decideVersion(context: WritingContext, act: 'adopt' | 'withdraw', request: DecideRequest): VersionDecided {
  const db = context.writer;
  return db.transaction(() => {
    const version = selectVersion(db, request.number) ?? unknown(request.number);
    const { plan } = requireUnlockedYear(db, version.year);
    const before = countingOf(db, version);
    refuseIdle(db, act, version);
    const [by, at] = [request.by ?? context.actor.name, context.now()];
    insertDecision(db, { number: version.number, act, cause: 'person', reason: request.reason, actor: by, at });
    const counting = settleCounting(db, version);
    const { number, year, unitId } = version;
    const detail = { number, year, unit: unitId, version: version.version, sha256: version.sha256, reason: request.reason, by, at };
    db.note({ subject: String(number), reason: request.reason, before, after: counting, detail });
    const unitName = plan.units.find((unit) => unit.id === unitId)?.name ?? unitId;
    return { act, number, year, unitId, unitName, version: version.version, before, counting, versions: versionRows(db, year, unitId) };
  });
}

function unknown(number: number): never {
  throw new Failure('VERSION_UNKNOWN', { number });
}

/** To adopt what counts, or to withdraw what is not adopted, would say nothing. */
function refuseIdle(db: ReadHandle, act: 'adopt' | 'withdraw', version: VersionRecord): void {
  const place = { number: version.number, version: version.version };
  if (act === 'adopt' && version.counts) throw new Failure('VERSION_COUNTS', place);
  const last = selectDecisionsOf(db, version).findLast((decision) => decision.number === version.number);
  if (act === 'withdraw' && last?.act !== 'adopt') throw new Failure('VERSION_NOT_ADOPTED', place);
}

/** Brings the mark of what counts to what the decisions say; gives the 收件号 that counts now. */
function settleCounting(db: WriteHandle, version: VersionRecord): number | null {
  const counting = countingVersion(selectDecisionsOf(db, version));
  markCounting(db, version, counting === null ? null : (selectVersion(db, counting)?.returnId ?? null));
  return counting;
}

const countingOf = (db: ReadHandle, { year, unitId }: VersionRecord): number | null =>
  selectVersionsOf(db, year, unitId).find((version) => version.counts)?.number ?? null;

function versionRows(db: ReadHandle, year: number, unitId: string): VersionRow[] {
  const decisions = Map.groupBy(
    selectDecisionsOf(db, { year, unitId }).map((decision, turn) => ({ ...decision, turn })),
    ({ number }) => number,
  );
  const typed = selectTyped(db);
  const receipts = selectStandingReceipts(db);
  return selectVersionsOf(db, year, unitId).map(({ returnId, unitId: _unit, year: _year, ...version }) => {
    const own = decisions.get(version.number) ?? [];
    const said = selectAnswersOfReturn(db, returnId).filter((answer) => isAdopted(answer) && saysSomething(answer));
    return {
      ...version,
      receipt: receiptFacts(receipts.get(returnId)),
      state: version.counts ? 'counts' : own.at(-1)?.act === 'withdraw' ? 'withdrawn' : 'kept',
      answers: said.length,
      airDays: selectAirValuesOfReturn(db, returnId).length,
      errors: countErrors(db, returnId),
      decisions: own.map(decisionRow),
      objections: selectFindingsOfReturn(db, returnId)
        .map(({ finding }) => finding)
        .filter(({ code }) => OBJECTIONS.has(code)),
      ...typedOf(typed, returnId),
    };
  });
}

type Turned = DecisionRecord & { readonly turn: number };

const decisionRow = ({ turn, act, cause, reason, actor, at }: Turned): VersionRow['decisions'][number] => ({
  turn,
  act,
  cause,
  reason,
  by: actor,
  at,
});

/** Findings that say why a version did not come to count by itself. */
const OBJECTIONS: ReadonlySet<string> = new Set([
  'VERSION_EMPTY',
  'RETURN_OLDER_DATE',
  'VERSION_FEWER',
  'VERSION_MORE_ERRORS',
  'VERSION_UNDATED',
  'VERSION_RIVALS',
  'RETURN_TWICE_IN_BATCH',
]);
