import { type ReactElement, useState } from 'react';
import type { MethodInput } from '../../../../shared/contract/contract.ts';
import { receiptText } from '../../../../shared/text/reporting-text.ts';
import { reportingPageText as text } from '../../../../shared/text/ui/reporting-page-text.ts';
import { useCall, useCommand } from '../../../client/context.tsx';
import { BeforeAfter } from '../../../ui/before-after.tsx';
import { DateInput } from '../../../ui/date-input.tsx';
import { DecisionDialog } from '../../../ui/decision-dialog.tsx';
import { EffectView } from '../../../ui/effect-view.tsx';
import type { UnitDialogProps } from './unit-word.ts';
import { ViaInput } from './via-input.tsx';

/** 登记收到: day and way of the version that counts; what is known is changed with a reason. */
export function ReceiptDialog({ unit, year, onClose }: UnitDialogProps): ReactElement {
  const { receipt, number, name } = unit;
  const record = useCommand('reporting.receipt');
  const [on, setOn] = useState<string | null>(receipt?.on ?? null);
  const [via, setVia] = useState<string>(receipt?.via ?? text.ways[0]);
  const same = receipt !== null && receipt.on === on && receipt.via === via.trim();
  const blocked = on === null ? text.dayMissing : via.trim() === '' ? text.viaMissing : same ? text.receiptSame : null;
  return (
    <DecisionDialog
      title={text.receiptTitle(name)}
      confirm={text.receiptConfirm}
      blocked={blocked}
      done={text.receiptDone(name, on ?? '')}
      decide={async (reason) => {
        if (on !== null && number !== null) await record.mutateAsync({ number, on, via, reason });
      }}
      // What was never recorded cannot be taken away again, only changed.
      undo={
        receipt === null || number === null
          ? undefined
          : (reason) => record.mutateAsync({ number, on: receipt.on, via: receipt.via, reason })
      }
      onClose={onClose}
    >
      <DateInput label={text.receivedOn} value={on} year={year} onChange={setOn} />
      <ViaInput value={via} onChange={setVia} />
      {on === null || number === null || same ? null : (
        <>
          <BeforeAfter
            changes={[
              { name: text.registered, before: receipt === null ? text.none : receiptText(receipt), after: receiptText({ on, via }) },
            ]}
          />
          <TimingEffect request={{ year, number, on }} />
        </>
      )}
    </DecisionDialog>
  );
}

/** What it does to the scores. */
export function TimingEffect({ request }: { readonly request: MethodInput<'reporting.effect'> }): ReactElement {
  const effect = useCall('reporting.effect', request, { keepPrevious: true });
  return <EffectView effect={effect} />;
}
