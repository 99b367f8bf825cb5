import { useCallback } from 'react';
import { importText } from '../../../../shared/text/ui/returns-text.ts';
import { typedPageText } from '../../../../shared/text/ui/typed-page-text.ts';
import type { ChosenFiles } from '../../../host/host.ts';
import type { ImportSession } from './import-session.ts';
import { isBusy } from './import-state.ts';
import { holdsTyped } from './typed-steps.ts';
import { useNotice } from '../../../ui/use-notice.tsx';

/** Hands files to the session; says so where they cannot be taken, or where there are none. */
export function useReceive(session: ImportSession): (choose: () => Promise<ChosenFiles | null>) => void {
  const notice = useNotice();
  return useCallback(
    (choose) => {
      if (isBusy(session.state())) return notice.warning(importText.busy);
      if (holdsTyped(session.state())) return notice.warning(typedPageText.busy);
      const nothing = (): void => notice.warning(importText.nothingFound);
      void session.receive(choose()).then((outcome) => (outcome === 'nothing' ? nothing() : undefined));
    },
    [notice, session],
  );
}
