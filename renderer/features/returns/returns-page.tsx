import { App, Tabs } from 'antd';
import { type ReactElement, useCallback } from 'react';
import { importText, returnsText } from '../../../shared/text/ui/returns-text.ts';
import { LockLine, useLock } from '../../work/lock.tsx';
import { useRoute } from '../../work/routes.ts';
import { misnamed, UnknownNames } from '../../work/unknown-names.tsx';
import { useHost } from '../../client/context.tsx';
import { Page } from '../../ui/page.tsx';
import { canAdopt } from './importing/decisions.ts';
import { ImportTab } from './importing/import-tab.tsx';
import { type ImportState, isBusy } from './importing/import-state.ts';
import { useLeaveGuard } from './importing/leave-guard.ts';
import { useImportSession } from './importing/use-import-session.ts';
import { usePageDrop } from '../../ui/use-page-drop.ts';
import { useReceive } from './importing/use-receive.ts';
import './returns.css';
import { StatusTab } from './status/status-tab.tsx';
import { TemplatesTab } from './templates/templates-tab.tsx';

const TABS = ['templates', 'import', 'status'] as const;
type TabName = (typeof TABS)[number];

/** 填报收集: the workbooks go out, come back, are looked at and taken in. The open tab stands in the address. */
export function ReturnsPage(): ReactElement {
  const { params, go } = useRoute();
  const { files } = useHost();
  const { session, state } = useImportSession();
  const lock = useLock();
  useAskBeforeLeaving(state);
  const tab = TABS.find((name) => name === params['tab']) ?? 'import';
  const receive = useReceive(session);
  const dragging = usePageDrop(
    useCallback(
      (transfer: DataTransfer) => {
        if (lock !== null) return go('returns', { tab: 'import' });
        // The list of what was dropped is only there during the event, so it is handed over at once.
        receive(() => files.dropped(transfer));
        go('returns', { tab: 'import' });
      },
      [files, go, lock, receive],
    ),
  );

  const content: Readonly<Record<TabName, ReactElement>> = {
    templates: lock === null ? <TemplatesTab /> : <LockLine />,
    import: lock === null ? <ImportTab session={session} state={state} dragging={dragging} /> : <LockLine />,
    status: <StatusTab />,
  };
  return (
    <Page title={returnsText.title} hint={returnsText.hint}>
      <UnknownNames names={[misnamed('tab', params['tab'], TABS)]} />
      <Tabs
        activeKey={tab}
        onChange={(name) => go('returns', { tab: name })}
        items={TABS.map((name) => ({ key: name, label: tabLabel(name, state), children: content[name] }))}
        destroyOnHidden
        className="returns-tabs"
      />
    </Page>
  );
}

/** An open preview shows on its tab while another one is open. */
const tabLabel = (name: TabName, state: ImportState): string =>
  name === 'import' && state.phase === 'preview'
    ? returnsText.tabCount(returnsText.tabs.import, state.preview.files.length)
    : returnsText.tabs[name];

function useAskBeforeLeaving(state: ImportState): void {
  const { modal } = App.useApp();
  const ready = state.phase === 'preview' ? state.preview.files.filter(canAdopt).length : 0;
  const busy = isBusy(state);
  const ask = useCallback(
    (leave: () => void) => {
      const content = busy ? importText.leaveRunning : importText.leaveText(ready);
      void modal.confirm({
        title: importText.leaveTitle,
        content,
        okText: importText.leaveYes,
        cancelText: importText.leaveNo,
        onOk: leave,
      });
    },
    [busy, modal, ready],
  );
  useLeaveGuard(busy || ready > 0, ask);
}
