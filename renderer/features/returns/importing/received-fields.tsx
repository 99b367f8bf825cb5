import type { ReactElement } from 'react';
import { importText } from '../../../../shared/text/ui/returns-text.ts';
import { DateInput } from '../../../ui/date-input.tsx';
import { ViaInput } from '../decisions/via-input.tsx';
import type { ReceivedDraft } from './import-state.ts';

export interface ReceivedFieldsProps {
  readonly received: ReceivedDraft;
  readonly year: number;
  readonly onChange: (received: ReceivedDraft) => void;
}

/** 收到日期 and 途径 of all the files of the preview; without a day none is recorded. */
export function ReceivedFields({ received, year, onChange }: ReceivedFieldsProps): ReactElement {
  const { on, via } = received;
  return (
    <div className="returns-received">
      <DateInput label={importText.receivedOn} value={on} year={year} optional onChange={(day) => onChange({ on: day, via })} />
      <ViaInput value={via} onChange={(way) => onChange({ on, via: way })} />
      {on === null ? <p className="muted">{importText.receivedNone}</p> : null}
    </div>
  );
}
