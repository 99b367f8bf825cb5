import { App } from 'antd';
import { useCallback } from 'react';
import { importText } from '../../../../shared/text/ui/returns-text.ts';
import type { ChosenFiles } from '../../../host/host.ts';
import type { ImportSession } from './import-session.ts';
import { isBusy } from './import-state.ts';

/** Hands files to the session; says so where they cannot be taken, or where there are none. */
export function useReceive(session: ImportSession): (choose: () => Promise<ChosenFiles | null>) => void {
  const { message } = App.useApp();
  return useCallback(
    (choose) => {
      if (isBusy(session.state())) return void message.warning(importText.busy);
      const nothing = (): void => void message.warning(importText.nothingFound);
      void session.receive(choose()).then((outcome) => (outcome === 'nothing' ? nothing() : undefined));
    },
    [message, session],
  );
}
