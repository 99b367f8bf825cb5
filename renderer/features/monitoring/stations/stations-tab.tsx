import { Button, Spin } from 'antd';
import { type ReactElement, useState } from 'react';
import type { ListedStation } from '../../../../shared/contract/stations.ts';
import { monitoringText } from '../../../../shared/text/ui/monitoring-text.ts';
import { stationPageText as text } from '../../../../shared/text/ui/station-page-text.ts';
import { registerPageText } from '../../../../shared/text/ui/register-page-text.ts';
import { useCall } from '../../../client/context.tsx';
import type { GrantedFile } from '../../../host/host.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { useChosenBook } from '../../../ui/use-chosen-book.ts';
import { useLock } from '../../../work/lock.tsx';
import { RegisterDialog } from './register-dialog.tsx';
import { STATION_COLUMNS } from './station-columns.tsx';
import { StationDrawer } from './station-drawer.tsx';
import { StationForm } from './station-form.tsx';
import { UnassignedList } from './unassigned-list.tsx';

/** 站点: names that nothing knows first, then every station with what it stands for, and the drawer in which that is said. */
export function StationsTab(): ReactElement {
  const shown = useCall('stations.list', {}, { keepPrevious: true });
  // Data of the air belong to no year: only a work that cannot be written is closed.
  const readOnly = useLock() === 'readOnly';
  const [opened, setOpened] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const [table, setTable] = useState<GrantedFile | null>(null);
  const choose = useChosenBook(setTable);
  if (shown.data === undefined)
    return shown.isError ? (
      <FailureAlert failure={shown.error} onRetry={() => void shown.refetch()} />
    ) : (
      <div role="status">
        <Spin /> {monitoringText.loading}
      </div>
    );
  const { stations, unassigned } = shown.data;
  const station = stations.find(({ key }) => key === opened);
  const add = readOnly ? null : (
    <span className="monitoring-steps">
      <Button title={registerPageText.hint} onClick={() => void choose()}>
        {registerPageText.open}
      </Button>
      <Button onClick={() => setAdding(true)}>{text.add}</Button>
    </span>
  );
  return (
    <div className="monitoring-tab">
      <UnassignedList names={unassigned} readOnly={readOnly} />
      {stations.length === 0 ? (
        <EmptyState title={text.none} hint={text.noneHint} actions={add} />
      ) : (
        <>
          <DataTable<ListedStation>
            title={text.title(stations.length)}
            columns={STATION_COLUMNS}
            rows={stations}
            rowKey={({ key }) => key}
            onRowActivate={({ key }) => setOpened(key)}
            selectedKey={opened}
            countText={(rows) => text.count(rows.length)}
            extra={add}
          />
          <p className="muted">{text.openHint}</p>
        </>
      )}
      {station === undefined ? null : <StationDrawer station={station} readOnly={readOnly} onClose={() => setOpened(null)} />}
      {table === null ? null : <RegisterDialog source={table} onClose={() => setTable(null)} />}
      {adding ? <StationForm station={null} onClose={() => setAdding(false)} /> : null}
    </div>
  );
}
