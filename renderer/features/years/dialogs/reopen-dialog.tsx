import type { ReactElement } from 'react';
import { yearDialogText } from '../../../../shared/text/ui/years-text.ts';
import { yearStateText } from '../../../../shared/text/year-text.ts';
import { useCommand } from '../../../client/context.tsx';
import { BeforeAfter } from '../../../ui/before-after.tsx';
import { DecisionDialog } from '../../../ui/decision-dialog.tsx';
import type { YearDialogProps } from './cancel-dialog.tsx';

/** 重新开启 of a signed year. */
export function ReopenDialog({ view: { year, state, final }, onClose }: YearDialogProps): ReactElement {
  const reopen = useCommand('year.reopen');
  return (
    <DecisionDialog
      title={yearDialogText.reopenTitle(year)}
      confirm={yearDialogText.reopenConfirm}
      danger
      done={yearDialogText.reopenDone(year)}
      decide={(reason) => reopen.mutateAsync({ year, reason })}
      onClose={onClose}
    >
      <BeforeAfter changes={[{ name: yearDialogText.stateChange, before: yearStateText(state), after: yearDialogText.reopened }]} />
      {final === null ? null : <p>{yearDialogText.reopenEffect(final.run)}</p>}
      {state === 'archived' ? <p>{yearDialogText.reopenArchived}</p> : null}
    </DecisionDialog>
  );
}
