import type { StoredReturn } from '../../../shared/domain/assessment/types.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { type DeadlineRecord, selectStandingDeadlines, selectStandingReceipts } from '../../db/queries/reporting.ts';
import { type ReturnRecord, selectCurrentReturns } from '../../db/queries/returns.ts';

type Timed = Pick<StoredReturn, 'receivedOn' | 'until' | 'waived'>;

export interface Timings {
  /** 收到日期, 延期 and 免于迟报扣分 of a return that counts; nothing where nobody has said anything. */
  of(record: Pick<ReturnRecord, 'id' | 'unitId'>): Timed;
  /** All that decides 迟报 besides the 填报日期, in a fixed order. */
  readonly all: readonly unknown[];
}

/** When the returns of a year came in and until when each unit had time, as far as the office has said it. */
export function timingsOf(db: ReadHandle, year: number): Timings {
  const receipts = selectStandingReceipts(db);
  const deadlines = Map.groupBy(selectStandingDeadlines(db, year), ({ unitId }) => unitId);
  const of = ({ id, unitId }: Pick<ReturnRecord, 'id' | 'unitId'>): Timed => {
    const receipt = receipts.get(id);
    return { ...(receipt === undefined ? {} : { receivedOn: receipt.receivedOn }), ...timedBy(deadlines.get(unitId) ?? []) };
  };
  const all = selectCurrentReturns(db, year).flatMap((record) => {
    const timed = of(record);
    return Object.keys(timed).length === 0 ? [] : [[record.unitId, timed]];
  });
  return { of, all };
}

function timedBy(deadlines: readonly DeadlineRecord[]): Timed {
  const extension = deadlines.find(({ kind }) => kind === 'extension');
  const waiver = deadlines.find(({ kind }) => kind === 'waiver');
  return {
    ...(extension === undefined || extension.until === null ? {} : { until: extension.until }),
    ...(waiver === undefined ? {} : { waived: { reason: waiver.reason, by: waiver.actor } }),
  };
}
