import type { ReceiptFacts } from '../../../shared/contract/reporting.ts';
import type { ReceiptRecord } from '../../db/queries/reporting.ts';

/** 收到 of a version as it is shown; null where nobody has recorded it. */
export function receiptFacts(record: ReceiptRecord | undefined): ReceiptFacts | null {
  if (record === undefined) return null;
  const { receivedOn, via, actor, at, reason } = record;
  return { on: receivedOn, via, by: actor, at, reason };
}
