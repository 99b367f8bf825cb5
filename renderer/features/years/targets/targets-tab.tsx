import { Button } from 'antd';
import { type ReactElement, useMemo, useState } from 'react';
import type { TargetRow } from '../../../../shared/contract/years.ts';
import { targetsText } from '../../../../shared/text/ui/targets-text.ts';
import { useCall } from '../../../client/context.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { LockLine, useLock } from '../../../work/lock.tsx';
import { useRoute } from '../../../work/routes.ts';
import { misnamed, UnknownNames } from '../../../work/unknown-names.tsx';
import { useWork } from '../../../work/work-context.tsx';
import { ValueBookButton, ValueFormButton } from '../value-book/value-book-commands.tsx';
import { FiguresPanel } from './figures-panel.tsx';
import { ReviseDialog } from './revise-dialog.tsx';
import { sourceCounts, sourceCountsText } from './source-counts.ts';
import { contradictionsOf, targetColumns } from './target-columns.tsx';
import { TargetDrawer } from './target-drawer.tsx';

/** 目标: what holds for every measure, and by which paper. `#/year/2026/targets?measure=…` opens one. */
export function TargetsTab(): ReactElement {
  const { year } = useWork();
  const { params, go, href } = useRoute();
  const targets = useCall('targets.show', { year });
  const conflicts = useCall('plan.conflicts', { year });
  const rows = targets.data?.targets ?? NO_ROWS;
  const contradictions = useMemo(() => contradictionsOf(conflicts.data?.conflicts ?? []), [conflicts.data]);
  const columns = useMemo(
    () => targetColumns({ year, rows, contradictions, hrefOf: ({ id }) => href('conflicts', { at: id }) }),
    [year, rows, contradictions, href],
  );
  const opened = rows.find(({ measure }) => measure === params['measure']);
  const known = targets.data === undefined ? null : rows.map(({ measure }) => measure);
  return (
    <div className="targets">
      <UnknownNames names={[misnamed('measure', params['measure'], known)]} />
      <TargetsBar rows={rows} />
      <FailureAlert failure={targets.error ?? conflicts.error} onRetry={() => void Promise.all([targets.refetch(), conflicts.refetch()])} />
      <DataTable
        title={targetsText.table(year)}
        columns={columns}
        rows={rows}
        rowKey={({ measure }) => measure}
        loading={targets.isPending}
        emptyText={targetsText.empty}
        onRowActivate={({ measure }) => go('targets', { measure })}
        selectedKey={opened?.measure ?? null}
      />
      <FiguresPanel rows={rows} />
      {opened === undefined ? null : (
        <TargetDrawer row={opened} rows={rows} conflict={contradictions.get(opened.measure)} onClose={() => go('targets')} />
      )}
    </div>
  );
}

const NO_ROWS: readonly TargetRow[] = [];

/** How the targets came about, and the command by which a document changes them. */
function TargetsBar({ rows }: { readonly rows: readonly TargetRow[] }): ReactElement {
  const lock = useLock();
  const [revising, setRevising] = useState(false);
  const first = rows[0];
  return (
    <div className="tab-bar">
      <p className="muted">{rows.length === 0 ? '' : sourceCountsText(sourceCounts(rows))}</p>
      <LockLine />
      <span className="tab-buttons">
        <ValueFormButton />
        <ValueBookButton kind="targets" />
        {lock !== null || first === undefined ? null : (
          <Button type="primary" onClick={() => setRevising(true)}>
            {targetsText.revise}
          </Button>
        )}
      </span>
      {revising && first !== undefined ? <ReviseDialog rows={rows} measure={first.measure} onClose={() => setRevising(false)} /> : null}
    </div>
  );
}
