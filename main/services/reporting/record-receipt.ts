import type { MethodInput, MethodOutput } from '../../../shared/contract/contract.ts';
import { selectStandingReceipts, insertReceipt, type ReceiptRecord } from '../../db/queries/reporting.ts';
import { selectVersion } from '../../db/queries/register.ts';
import { Failure } from '../../../shared/domain/failure.ts';
import type { WritingContext } from '../context.ts';
import { requireUnlockedYear } from '../plan/year-plan.ts';
import { refuseReceiptDay } from '../returns/receipt-day.ts';
import { receiptFacts } from '../returns/receipt-facts.ts';

/** 登记收到: the day on which a version came and the way; it decides 迟报 in place of the 填报日期. */
export function recordReceipt(context: WritingContext, request: MethodInput<'reporting.receipt'>): MethodOutput<'reporting.receipt'> {
  const db = context.writer;
  return db.transaction(() => {
    const { number, on, via, reason } = request;
    const found = selectVersion(db, number);
    if (found === null) throw new Failure('VERSION_UNKNOWN', { number });
    const { year, unitId, version, returnId } = found;
    const { plan } = requireUnlockedYear(db, year);
    refuseReceiptDay(on, year, context.now());
    const known = selectStandingReceipts(db).get(returnId);
    const [by, at] = [request.by ?? context.actor.name, context.now()];
    const record: ReceiptRecord = { number, receivedOn: on, via, cause: 'person', reason, actor: by, at };
    insertReceipt(db, record);
    const told = known === undefined ? null : { on: known.receivedOn, via: known.via };
    const detail = { number, year, unit: unitId, version, on, via, reason, by, at };
    db.note({ subject: String(number), reason, before: told, after: { on, via }, detail });
    const receipt = { on, via, by, at, reason };
    const unitName = plan.units.find((unit) => unit.id === unitId)?.name ?? unitId;
    return { number, version, unitName, year, before: receiptFacts(known), receipt };
  });
}
