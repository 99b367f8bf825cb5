import type { ReactElement } from 'react';
import type { UnitStatus } from '../../../../shared/contract/returns.ts';
import { receiptText, reviewActText } from '../../../../shared/text/reporting-text.ts';
import { reportingPageText as text } from '../../../../shared/text/ui/reporting-page-text.ts';

/** When it was sent and received, until when the unit has time, and what was said of it. */
export function UnitFacts({ unit }: { readonly unit: UnitStatus }): ReactElement {
  const { sent, receipt, due, extension, waiver, review, changes, number } = unit;
  return (
    <ul className="returns-unit-facts" aria-label={text.facts}>
      {sent === null ? null : <li>{text.sent(receiptText(sent))}</li>}
      {number === null ? null : <li>{receipt === null ? text.unregistered : `${text.registered} ${receiptText(receipt)}`}</li>}
      <li>
        {text.due} {due ?? text.dueNone}
      </li>
      {extension === null ? null : <li>{`${text.extended(extension.until)}（${extension.by}：${extension.reason}）`}</li>}
      {waiver === null ? null : <li>{text.waived(waiver.reason, waiver.by)}</li>}
      {review === null ? null : <li>{text.reviewed(reviewActText(review.act), review.by, review.at, review.reason)}</li>}
      {changes === 0 ? null : <li>{text.changes(changes)}</li>}
    </ul>
  );
}
