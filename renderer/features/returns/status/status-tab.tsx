import { Segmented } from 'antd';
import { type ReactElement, useMemo, useState } from 'react';
import type { UnitStatus } from '../../../../shared/contract/returns.ts';
import { tableText } from '../../../../shared/text/ui/app-text.ts';
import { statusText } from '../../../../shared/text/ui/returns-text.ts';
import { useRoute } from '../../../work/routes.ts';
import { misnamed, UnknownNames } from '../../../work/unknown-names.tsx';
import { useWork } from '../../../work/work-context.tsx';
import { useCall } from '../../../client/context.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { CopyButton } from '../detail/copy-button.tsx';
import { chineseDate, filterText, isOwed, passesFilter, reminderText, shownFilters, type StatusFilter } from './reminder.ts';
import { ReturnDrawer } from './return-drawer.tsx';
import { PassClean } from '../decisions/pass-clean.tsx';
import { statusColumns, worstFirst } from './status-columns.tsx';

/** Who has reported and who has not. The opened unit stands in the address, so that other pages can point to it. */
export function StatusTab(): ReactElement {
  const { year } = useWork();
  const { params, go } = useRoute();
  const status = useCall('returns.status', { year });
  const [filter, setFilter] = useState<StatusFilter>('all');
  const units = useMemo(() => status.data?.units ?? [], [status.data]);
  const shown = useMemo(() => worstFirst(units.filter((unit) => passesFilter(unit, filter))), [units, filter]);
  if (status.isError) return <FailureAlert failure={status.error} onRetry={() => void status.refetch()} />;
  const opened = units.find((unit) => unit.unitId === params['unit']);
  const missing = units.filter(isOwed).length;
  const known = status.data === undefined ? null : units.map(({ unitId }) => unitId);
  return (
    <div>
      <UnknownNames names={[misnamed('unit', params['unit'], known)]} />
      <div className="returns-status-bar">
        <Segmented<StatusFilter>
          aria-label={statusText.filterLabel}
          value={filter}
          onChange={setFilter}
          options={shownFilters(units, filter).map((value) => ({
            value,
            label: statusText.filter(filterText(value), units.filter((unit) => passesFilter(unit, value)).length),
          }))}
        />
        <span className="muted">{statusText.due(chineseDate(status.data?.dueDate ?? ''))}</span>
      </div>
      <DataTable<UnitStatus>
        label={statusText.table}
        columns={statusColumns}
        rows={shown}
        rowKey={(unit) => unit.unitId}
        groupOf={({ kindName }) => kindName}
        filterText={filter === 'all' ? '' : tableText.filteredBy([filterText(filter)])}
        loading={status.isPending}
        onRowActivate={(unit) => go('returns', { tab: 'status', unit: unit.unitId })}
        selectedKey={opened?.unitId ?? null}
        extra={
          status.data === undefined ? null : (
            <>
              <PassClean units={units} />
              <CopyButton
                label={missing === 0 ? statusText.reminderNone : statusText.copyReminder}
                text={() => reminderText(status.data)}
                done={statusText.reminderCopied(missing)}
                disabled={missing === 0}
              />
            </>
          )
        }
      />
      {opened === undefined ? null : <ReturnDrawer unit={opened} onClose={() => go('returns', { tab: 'status' })} />}
    </div>
  );
}
