import type { ReactElement } from 'react';
import type { YearView } from '../../../../shared/contract/years.ts';
import { yearDialogText } from '../../../../shared/text/ui/years-text.ts';
import { yearStateText } from '../../../../shared/text/year-text.ts';
import { useCommand } from '../../../client/context.tsx';
import { BeforeAfter } from '../../../ui/before-after.tsx';
import { DecisionDialog } from '../../../ui/decision-dialog.tsx';

export interface YearDialogProps {
  readonly view: YearView;
  readonly onClose: () => void;
}

/** 取消开启, while nothing has come in. */
export function CancelDialog({ view: { year, state }, onClose }: YearDialogProps): ReactElement {
  const cancel = useCommand('year.cancel');
  return (
    <DecisionDialog
      title={yearDialogText.cancelTitle(year)}
      confirm={yearDialogText.cancelConfirm}
      danger
      done={yearDialogText.cancelDone(year)}
      decide={(reason) => cancel.mutateAsync({ year, reason })}
      onClose={onClose}
    >
      <BeforeAfter changes={[{ name: yearDialogText.stateChange, before: yearStateText(state), after: yearStateText('unopened') }]} />
      <p>{yearDialogText.cancelEffect}</p>
    </DecisionDialog>
  );
}
