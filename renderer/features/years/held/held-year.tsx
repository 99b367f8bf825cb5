import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import type { YearView } from '../../../../shared/contract/years.ts';
import { heldText } from '../../../../shared/text/ui/years-text.ts';
import { useCall } from '../../../client/context.tsx';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { Panel } from '../../../ui/page.tsx';
import { LockLine, useLock } from '../../../work/lock.tsx';
import { useWork } from '../../../work/work-context.tsx';
import { Blockers } from '../dialogs/blockers.tsx';
import { ArchiveDialog } from '../dialogs/archive-dialog.tsx';
import { CancelDialog } from '../dialogs/cancel-dialog.tsx';
import { ChangeDialog } from '../dialogs/change-dialog.tsx';
import { SignDialog } from '../dialogs/sign-dialog.tsx';
import { Waiting } from '../parts/waiting.tsx';
import { HistoryTable } from './history-table.tsx';
import { RoundsTable } from './rounds-table.tsx';
import { YearFacts } from './year-facts.tsx';
import { YearsTable } from './years-table.tsx';

type Act = 'change' | 'cancel' | 'sign' | 'archive';

/** 年度 of an open year: what holds, how it came about, and what can be decided about it. */
export function HeldYear({ view }: { readonly view: YearView }): ReactElement {
  const [act, setAct] = useState<Act | null>(null);
  const close = (): void => setAct(null);
  return (
    <div className="held">
      <div className="tab-bar">
        <LockLine />
        <Commands view={view} onAct={setAct} />
      </div>
      <div className="held-columns">
        <Panel title={heldText.title(view.year)}>
          <YearFacts view={view} />
        </Panel>
        <div className="held-side">
          {view.scheme === null ? null : <Standing scheme={view.scheme.id} />}
          <RoundsTable view={view} />
          <YearsTable />
        </div>
      </div>
      <HistoryTable history={view.history} />
      {act === 'change' ? <ChangeDialog view={view} onClose={close} /> : null}
      {act === 'cancel' ? <CancelDialog view={view} onClose={close} /> : null}
      {act === 'archive' ? <ArchiveDialog view={view} onClose={close} /> : null}
      {act === 'sign' ? <SignDialog view={view} onClose={close} /> : null}
    </div>
  );
}

/** What stands against signing, each with the page that cures it; of a signed year it is history. */
function Standing({ scheme }: { readonly scheme: string }): ReactElement | null {
  const lock = useLock();
  const { year } = useWork();
  const standing = useCall('year.blockers', { year }, { enabled: lock === null });
  if (lock !== null) return null;
  if (standing.isError) return <FailureAlert failure={standing.error} onRetry={() => void standing.refetch()} />;
  if (standing.data === undefined) return <Waiting />;
  return (
    <Panel title={heldText.standing(standing.data.blockers.length)}>
      <Blockers blockers={standing.data.blockers} scheme={scheme} />
    </Panel>
  );
}

/** What the state allows; nothing in a work that is only read. */
function Commands({ view, onAct }: { readonly view: YearView; readonly onAct: (act: Act) => void }): ReactElement | null {
  const lock = useLock();
  const { year, summary } = useWork();
  const status = useCall('returns.status', { year });
  const untouched = status.data?.units.every(({ state }) => state === 'missing') ?? false;
  // The way back from 定稿 stands under the header of every page.
  if (lock !== null)
    return view.state === 'final' && !summary.readOnly ? <Button onClick={() => onAct('archive')}>{heldText.archiveAct}</Button> : null;
  return (
    <span className="tab-buttons">
      {untouched ? <Button onClick={() => onAct('cancel')}>{heldText.cancel}</Button> : null}
      <Button onClick={() => onAct('change')}>{heldText.change}</Button>
      <Button type={view.state === 'trial' ? 'primary' : 'default'} onClick={() => onAct('sign')}>
        {heldText.sign}
      </Button>
    </span>
  );
}
