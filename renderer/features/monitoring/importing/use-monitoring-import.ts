import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import { monitoringImportText } from '../../../../shared/text/ui/monitoring-import-text.ts';
import { useWork } from '../../../work/work-context.tsx';
import type { Client } from '../../../client/client.ts';
import { useClient } from '../../../client/context.tsx';
import type { ChosenFiles } from '../../../host/host.ts';
import { createImportSession, type ImportSession } from './import-session.ts';
import { type ImportState, isBusy } from './import-state.ts';
import { useNotice } from '../../../ui/use-notice.tsx';

/** One import for each work and year, kept as long as the window is open. */
const sessions = new WeakMap<Client, Map<string, ImportSession>>();

export interface MonitoringImport {
  readonly session: ImportSession;
  readonly state: ImportState;
  /** Hands files to the session; says so where they cannot be taken, or where there are none. */
  readonly receive: (choose: () => Promise<ChosenFiles | null>) => void;
}

export function useMonitoringImport(): MonitoringImport {
  const client = useClient();
  const answers = useQueryClient();
  const notice = useNotice();
  const { summary, year } = useWork();
  const key = `${summary.name} ${summary.planId} ${year}`;
  const kept = sessions.get(client) ?? new Map<string, ImportSession>();
  sessions.set(client, kept);
  const session = kept.get(key) ?? createImportSession({ client, year, onStored: () => answers.invalidateQueries() });
  kept.set(key, session);
  const receive = useCallback(
    (choose: () => Promise<ChosenFiles | null>) => {
      if (isBusy(session.state())) return notice.warning(monitoringImportText.busy);
      void session
        .receive(choose())
        .then((outcome) => (outcome === 'nothing' ? notice.warning(monitoringImportText.nothingFound) : undefined));
    },
    [notice, session],
  );
  return { session, receive, state: useSyncExternalStore(session.subscribe, session.state) };
}
