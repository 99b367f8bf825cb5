import { type ReactElement, useMemo } from 'react';
import type { MethodInput } from '../../../../shared/contract/contract.ts';
import { pollutantSign } from '../../../../shared/text/monitoring-text.ts';
import { monitoringText } from '../../../../shared/text/ui/monitoring-text.ts';
import { usualText } from '../../../../shared/text/usual-text.ts';
import { useCall } from '../../../client/context.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { Panel } from '../../../ui/page.tsx';
import { LEVER_COLUMNS, USUAL_COLUMNS, usualLines } from './usual-columns.tsx';

/** Below what the days that remain must keep: what earlier years had in them, and which towns move the district. */
export function UsualPanel(asked: MethodInput<'monitoring.usual'>): ReactElement {
  const usual = useCall('monitoring.usual', asked, { keepPrevious: true });
  const levers = useCall('monitoring.levers', asked, { keepPrevious: true });
  const lines = useMemo(() => usualLines(usual.data?.rows ?? []), [usual.data]);
  const found = levers.data?.found ?? null;
  const notes = [...(usual.data?.notes ?? []), ...(found === null ? [] : (levers.data?.notes ?? []))];
  return (
    <>
      <FailureAlert failure={usual.error} onRetry={() => void usual.refetch()} />
      {lines.length === 0 ? null : (
        <DataTable
          title={usualText.title(asked.asOf)}
          columns={USUAL_COLUMNS}
          rows={lines}
          rowKey={({ row, usual: { target } }) => `${row.placeId} ${target.measure}`}
        />
      )}
      <FailureAlert failure={levers.error} onRetry={() => void levers.refetch()} />
      {levers.data === undefined || found === null ? null : (
        <DataTable
          title={usualText.levers.title(levers.data.name, pollutantSign(levers.data.pollutant))}
          columns={LEVER_COLUMNS}
          rows={found.levers}
          rowKey={({ name }) => name}
        />
      )}
      {notes.length === 0 ? null : (
        <Panel title={monitoringText.notes}>
          <ol className="monitoring-notes">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ol>
        </Panel>
      )}
    </>
  );
}
