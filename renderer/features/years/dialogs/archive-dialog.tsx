import type { ReactElement } from 'react';
import { yearDialogText } from '../../../../shared/text/ui/years-text.ts';
import { yearStateText } from '../../../../shared/text/year-text.ts';
import { useCommand } from '../../../client/context.tsx';
import { BeforeAfter } from '../../../ui/before-after.tsx';
import { DecisionDialog } from '../../../ui/decision-dialog.tsx';
import type { YearDialogProps } from './cancel-dialog.tsx';

/** 归档 of a signed year: a mark, not a file. */
export function ArchiveDialog({ view: { year, state }, onClose }: YearDialogProps): ReactElement {
  const archive = useCommand('year.archive');
  return (
    <DecisionDialog
      title={yearDialogText.archiveTitle(year)}
      confirm={yearDialogText.archiveConfirm}
      done={yearDialogText.archiveDone(year)}
      decide={(reason) => archive.mutateAsync({ year, reason })}
      onClose={onClose}
    >
      <BeforeAfter changes={[{ name: yearDialogText.stateChange, before: yearStateText(state), after: yearStateText('archived') }]} />
      <p>{yearDialogText.archiveEffect}</p>
    </DecisionDialog>
  );
}
