import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import type { TargetRow } from '../../../../shared/contract/years.ts';
import { targetsText } from '../../../../shared/text/ui/targets-text.ts';
import { useCall } from '../../../client/context.tsx';
import { Panel } from '../../../ui/page.tsx';
import { useLock } from '../../../work/lock.tsx';
import { ValueBookButton } from '../value-book/value-book-commands.tsx';
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
      title={listed.data === undefined ? targetsText.drawer.figures : targetsText.figuresTitle(listed.data.figures.length)}
      className="figures-panel"
      extra={
        <>
          <ValueBookButton kind="figures" />
          {lock !== null || first === undefined ? null : <Button onClick={() => setEntering(true)}>{targetsText.settle}</Button>}
        </>
      }
    >
      <p className="muted">{targetsText.figuresHint}</p>
      <FiguresTable />
      {entering && first !== undefined ? <SettleDialog rows={rows} measure={first.measure} onClose={() => setEntering(false)} /> : null}
    </Panel>
  );
}
