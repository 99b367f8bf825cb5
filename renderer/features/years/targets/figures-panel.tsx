import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import type { TargetRow } from '../../../../shared/contract/years.ts';
import { targetsText } from '../../../../shared/text/ui/targets-text.ts';
import { useCall } from '../../../client/context.tsx';
import { Panel } from '../../../ui/page.tsx';
import { useLock } from '../../../work/lock.tsx';
import { FiguresTable } from './figures-table.tsx';
import { SettleDialog } from './settle-dialog.tsx';

/** 认定数 below the targets, and the way to enter one. */
export function FiguresPanel({ rows }: { readonly rows: readonly TargetRow[] }): ReactElement {
  const lock = useLock();
  const listed = useCall('figures.list', {});
  const [entering, setEntering] = useState(false);
  const first = rows[0];
  return (
    <Panel
      title={targetsText.figuresTitle(listed.data?.figures.length ?? 0)}
      className="figures-panel"
      extra={lock !== null || first === undefined ? null : <Button onClick={() => setEntering(true)}>{targetsText.settle}</Button>}
    >
      <p className="muted">{targetsText.figuresHint}</p>
      <FiguresTable />
      {entering && first !== undefined ? <SettleDialog rows={rows} measure={first.measure} onClose={() => setEntering(false)} /> : null}
    </Panel>
  );
}
