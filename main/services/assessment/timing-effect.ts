import type { DecisionEffect } from '../../../shared/contract/effect.ts';
import type { MethodInput } from '../../../shared/contract/contract.ts';
import type { StoredReturn } from '../../../shared/domain/assessment/types.ts';
import { Failure } from '../../../shared/domain/failure.ts';
import { selectVersion } from '../../db/queries/register.ts';
import type { ServiceContext } from '../context.ts';
import { requireUnlockedYear } from '../plan/year-plan.ts';
import { deadlineOf } from '../reporting/set-deadline.ts';
import { refuseReceiptDay } from '../returns/receipt-day.ts';
import { decisionEffect } from './decision-effect.ts';

/** What a receipt, 延期 or 免于迟报扣分 would do to the scores; stores nothing. */
export function timingEffect(context: ServiceContext, request: MethodInput<'reporting.effect'>): DecisionEffect {
  const change = 'number' in request ? receiptChange(context, request) : deadlineChange(context, request);
  return decisionEffect(context, request.year, { returns: (returns) => returns.map(change) });
}

type Change = (entry: StoredReturn) => StoredReturn;

function receiptChange(context: ServiceContext, { number, on, year }: { number: number; on: string; year: number }): Change {
  const db = context.work.handle;
  requireUnlockedYear(db, year);
  const version = selectVersion(db, number);
  if (version === null || version.year !== year) throw new Failure('VERSION_UNKNOWN', { number });
  refuseReceiptDay(on, year, context.now());
  return (entry) => (version.counts && entry.unitId === version.unitId ? { ...entry, receivedOn: on } : entry);
}

function deadlineChange(context: ServiceContext, request: Extract<MethodInput<'reporting.effect'>, { readonly kind: unknown }>): Change {
  const { unit } = deadlineOf(context.work.handle, request.year, request);
  const { kind, until, undo = false } = request;
  return (entry) => {
    if (entry.unitId !== unit.id) return entry;
    const { until: ownUntil, waived: ownWaiver, ...rest } = entry;
    const last = kind === 'extension' ? until : ownUntil;
    const waived = kind === 'waiver' ? (undo ? undefined : LET_OFF) : ownWaiver;
    return { ...rest, ...(last === undefined ? {} : { until: last }), ...(waived === undefined ? {} : { waived }) };
  };
}

/** Why and by whom is said with the decision. */
const LET_OFF = { reason: '', by: '' };
