import { Button, Spin } from 'antd';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { appText } from '../../shared/text/ui/app-text.ts';
import { useHost } from '../client/context.tsx';
import { leaveReturns } from '../features/returns/index.ts';
import type { Host } from '../host/host.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailureAlert } from '../ui/failure-alert.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Frame } from './frame.tsx';
import { Notices } from '../work/notices.tsx';
import { Providers } from './providers.tsx';
import { Welcome } from './welcome.tsx';
import { useCurrentWork, workKey, WorkProvider, type WorkSummary } from '../work/work-context.tsx';

/** The whole interface over one host. */
export function Application({ host }: { readonly host: Host }): ReactElement {
  return (
    <Providers host={host}>
      <ErrorBoundary landmark="main">
        <Start />
      </ErrorBoundary>
    </Providers>
  );
}

/** Asks the core what is open, so that a page that was loaded anew goes on where it was. */
function Start(): ReactElement {
  const current = useCurrentWork();
  const [choosing, setChoosing] = useState(false);
  const host = useHost();
  // The welcome screen stays until it has done its work: trying the sample opens a work long before its returns are in.
  useEffect(() => {
    if (current.data === null) setChoosing(true);
  }, [current.data]);
  // 新建 and 打开 of the window's menu lead to where both are done.
  useEffect(() => host.onCommand(() => leaveReturns(() => setChoosing(true))), [host]);
  const switched = useSwitchedElsewhere(current.data, choosing);
  if (current.isPending) return <Opening />;
  // What was shown stays when the program is gone for a while.
  if (current.data === undefined)
    return (
      <main className="start-failed">
        <FailureAlert failure={current.error} onRetry={() => void current.refetch()} />
      </main>
    );
  const work = current.data;
  const enter = (): void => {
    // The place of the work before means nothing in this one.
    window.location.hash = '';
    setChoosing(false);
  };
  if (work === null || choosing) {
    return (
      <Notices>
        <Welcome {...(work === null ? {} : { onBack: () => setChoosing(false) })} onEntered={enter} />
      </Notices>
    );
  }
  return (
    <Notices switchedTo={switched.name} onRead={switched.dismiss}>
      <WorkProvider
        key={workKey(work)}
        summary={work}
        wait={<Opening />}
        noYear={(failure, retry) => <NoYear failure={failure} onRetry={retry} onSwitchWork={() => setChoosing(true)} />}
      >
        <Frame onSwitchWork={() => setChoosing(true)} />
      </WorkProvider>
    </Notices>
  );
}

function Opening(): ReactElement {
  return (
    <div className="start-wait" role="status">
      <Spin /> {appText.loadingWork}
    </div>
  );
}

interface NoYearProps {
  readonly failure: Error | null;
  readonly onRetry: () => void;
  readonly onSwitchWork: () => void;
}

function NoYear({ failure, onRetry, onSwitchWork }: NoYearProps): ReactElement {
  const other = <Button onClick={onSwitchWork}>{appText.switchWork}</Button>;
  return (
    <main className="start-failed">
      {failure === null ? (
        <EmptyState title={appText.noYearTitle} hint={appText.noYearHint} actions={other} />
      ) : (
        <>
          <FailureAlert failure={failure} onRetry={onRetry} />
          {other}
        </>
      )}
    </main>
  );
}

/** Name of the work another window has opened under this one, until it is dismissed. A change made here happens while choosing. */
function useSwitchedElsewhere(work: WorkSummary | null | undefined, choosing: boolean): { readonly name: string | null; dismiss(): void } {
  const [name, setName] = useState<string | null>(null);
  const known = useRef<string | null>(null);
  useEffect(() => {
    if (work === undefined) return;
    const key = workKey(work);
    if (choosing) setName(null);
    else if (work !== null && known.current !== null && known.current !== key) setName(work.name);
    known.current = key;
  }, [work, choosing]);
  return { name, dismiss: () => setName(null) };
}
