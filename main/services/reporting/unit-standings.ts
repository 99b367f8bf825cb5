import type { UnitStatus, StatusReport } from '../../../shared/contract/returns.ts';
import type { Unit } from '../../../shared/domain/plan/unit-schema.ts';
import { reportingUnits } from '../../../shared/domain/plan/years/plan-for-year.ts';
import { latenessOf } from '../../../shared/domain/reporting/lateness.ts';
import { countStates, hasReported, unitState } from '../../../shared/domain/reporting/unit-state.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { selectUnitVersions, type UnitVersions } from '../../db/queries/register.ts';
import {
  countChangesSince,
  type DeadlineRecord,
  type ReceiptRecord,
  type ReviewRecord,
  selectStandingDeadlines,
  selectStandingReceipts,
  selectStandingReviews,
  selectStandingSendings,
  type SendingRecord,
} from '../../db/queries/reporting.ts';
import { countHeld, type ReturnRecord, selectCurrentReturns } from '../../db/queries/returns.ts';
import type { PlanOfYear } from '../plan/year-plan.ts';
import { type KnownFinding, knownFindings, standing } from '../returns/answered-findings.ts';
import { receiptFacts } from '../returns/receipt-facts.ts';
import { emptyReturns } from './empty-returns.ts';

type Standing = Pick<
  UnitStatus,
  'state' | 'number' | 'receipt' | 'due' | 'late' | 'extension' | 'waiver' | 'open' | 'review' | 'changes' | 'sent'
>;

/** A unit with all that is known of its return. */
export interface UnitStanding extends Standing {
  readonly unit: Unit;
  /** The version that counts. */
  readonly record: ReturnRecord | null;
  readonly errors: number;
  readonly warnings: number;
  /** 待确认. */
  readonly held: number;
}

/**
 * 单位状态: the one place that says how each unit that is to report stands in a year; lists, scores, documents and the state of the year ask here and
 * count nothing themselves.
 */
export function unitStandings(db: ReadHandle, yearPlan: PlanOfYear): UnitStanding[] {
  const known = knownOfYear(db, yearPlan);
  return reportingUnits(yearPlan.plan).map((unit) => standingOf(unit, known, yearPlan));
}

interface Known {
  readonly records: ReadonlyMap<string, ReturnRecord>;
  readonly versions: ReadonlyMap<string, UnitVersions>;
  readonly findings: ReadonlyMap<number, readonly KnownFinding[]>;
  readonly held: ReadonlyMap<string, number>;
  readonly empty: ReadonlySet<string>;
  readonly receipts: ReadonlyMap<number, ReceiptRecord>;
  readonly deadlines: ReadonlyMap<string, readonly DeadlineRecord[]>;
  readonly reviews: ReadonlyMap<string, ReviewRecord>;
  readonly changes: ReadonlyMap<string, number>;
  readonly sendings: ReadonlyMap<string, SendingRecord>;
}

function knownOfYear(db: ReadHandle, yearPlan: PlanOfYear): Known {
  const { year } = yearPlan.plan;
  const byUnit = <Row extends { readonly unitId: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> =>
    new Map(rows.map((row) => [row.unitId, row]));
  return {
    records: byUnit(selectCurrentReturns(db, year)),
    versions: byUnit(selectUnitVersions(db, year)),
    findings: Map.groupBy(knownFindings(db, year), (entry) => entry.returnId),
    held: countHeld(db, year),
    empty: emptyReturns(db, yearPlan),
    receipts: selectStandingReceipts(db),
    deadlines: Map.groupBy(selectStandingDeadlines(db, year), ({ unitId }) => unitId),
    reviews: byUnit(selectStandingReviews(db, year)),
    changes: countChangesSince(db, year),
    sendings: byUnit(selectStandingSendings(db, year)),
  };
}

function standingOf(unit: Unit, known: Known, { plan, record: year }: PlanOfYear): UnitStanding {
  const record = known.records.get(unit.id) ?? null;
  const versions = known.versions.get(unit.id) ?? null;
  const own = record === null ? [] : (known.findings.get(record.id) ?? []);
  const [errors, warnings] = [standing(own, 'error'), standing(own, 'warning')];
  const review = known.reviews.get(unit.id) ?? null;
  const receipt = record === null ? undefined : known.receipts.get(record.id);
  const extension = wordOf(known, unit.id, 'extension');
  const waiver = wordOf(known, unit.id, 'waiver');
  const until = extension?.until ?? null;
  const timing = { reportedOn: record?.reportedOn ?? null, receivedOn: receipt?.receivedOn, ...(until === null ? {} : { until }) };
  const { late, due } = latenessOf(timing, plan.reporting.dueDates[String(plan.year)]);
  const state = unitState({
    final: (year?.final ?? null) !== null,
    counting: versions?.counting ?? null,
    newest: versions?.newest ?? null,
    empty: known.empty.has(unit.id),
    open: errors + warnings,
    review,
  });
  return {
    unit,
    record,
    state,
    number: versions?.counting ?? null,
    receipt: receiptFacts(receipt),
    due,
    late: late === true && hasReported(state),
    extension: extension === undefined || until === null ? null : { until, ...spoken(extension) },
    waiver: waiver === undefined ? null : spoken(waiver),
    open: errors + warnings,
    review: review === null ? null : { act: review.act, ...spoken(review) },
    changes: review?.act === 'passed' ? (known.changes.get(unit.id) ?? 0) : 0,
    sent: sentOf(known.sendings.get(unit.id)),
    errors,
    warnings,
    held: known.held.get(unit.id) ?? 0,
  };
}

const wordOf = ({ deadlines }: Known, unitId: string, kind: DeadlineRecord['kind']): DeadlineRecord | undefined =>
  (deadlines.get(unitId) ?? []).find((deadline) => deadline.kind === kind);

const spoken = ({ reason, actor, at }: Pick<DeadlineRecord, 'reason' | 'actor' | 'at'>) => ({ reason, by: actor, at });

function sentOf(sending: SendingRecord | undefined): Standing['sent'] {
  if (sending === undefined) return null;
  const { sentOn, via, form, version, actor } = sending;
  if (sentOn === null || via === null || form === null || version === null) return null;
  return { on: sentOn, via, form, version, by: actor };
}

/** The counts that every page shows. */
export function standingCounts(
  standings: readonly Pick<UnitStanding, 'state' | 'late' | 'changes' | 'receipt' | 'number' | 'sent'>[],
): StatusReport['counts'] {
  const states = countStates(standings.map(({ state }) => state));
  const count = (test: (one: (typeof standings)[number]) => boolean): number => standings.filter(test).length;
  return {
    states,
    total: standings.length,
    reported: count(({ state }) => hasReported(state)),
    missing: states.missing,
    empty: states.empty,
    late: count(({ late }) => late),
    changed: count(({ changes }) => changes > 0),
    unregistered: count(({ number, receipt }) => number !== null && receipt === null),
    sent: count(({ sent }) => sent !== null),
  };
}
