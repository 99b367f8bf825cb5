import { Segmented } from 'antd';
import type { ReactElement } from 'react';
import { monitoringImportText as text } from '../../../../shared/text/ui/monitoring-import-text.ts';
import type { ImportSession } from './import-session.ts';
import type { HourStamp } from './import-state.ts';

const STAMPS: readonly HourStamp[] = ['auto', 'start', 'end'];

/** Which hour a label 0…23 names; nobody but the sender of the data knows. */
export function HourStampChoice({ session }: { readonly session: ImportSession }): ReactElement {
  return (
    <span className="monitoring-labelled" title={text.hourStampHint}>
      {text.hourStamp}
      <Segmented<HourStamp>
        aria-label={text.hourStamp}
        size="small"
        value={session.hourStamp()}
        onChange={(stamp) => void session.stampHours(stamp)}
        options={STAMPS.map((value) => ({ value, label: text.hourStamps[value] }))}
      />
    </span>
  );
}
