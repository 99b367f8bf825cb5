import { useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { useWork } from '../../../work/work-context.tsx';
import type { Client } from '../../../client/client.ts';
import { useClient } from '../../../client/context.tsx';
import { createImportSession, type ImportSession } from './import-session.ts';
import type { ImportState } from './import-state.ts';
import { takeLost, watchForReload } from './lost-import.ts';

/** One import for each work and year, kept as long as the window is open. */
const sessions = new WeakMap<Client, Map<string, ImportSession>>();

export function useImportSession(): { readonly session: ImportSession; readonly state: ImportState } {
  const client = useClient();
  const answers = useQueryClient();
  const { summary, year } = useWork();
  const key = `${summary.name} ${summary.planId} ${year}`;
  const kept = sessions.get(client) ?? new Map<string, ImportSession>();
  sessions.set(client, kept);
  const session = kept.get(key) ?? begin();
  kept.set(key, session);
  function begin(): ImportSession {
    const begun = createImportSession({ client, year, lost: takeLost(key), onStored: () => answers.invalidateQueries() });
    watchForReload(key, begun);
    return begun;
  }
  return { session, state: useSyncExternalStore(session.subscribe, session.state) };
}
