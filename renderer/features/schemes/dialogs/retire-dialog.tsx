import type { ReactElement } from 'react';
import { schemeDialogText as text, schemesPageText } from '../../../../shared/text/ui/schemes-page-text.ts';
import { useCommand } from '../../../client/context.tsx';
import { BeforeAfter } from '../../../ui/before-after.tsx';
import { DecisionDialog } from '../../../ui/decision-dialog.tsx';
import { stateOf, versionState } from '../scheme-state.tsx';
import type { SchemeDialogProps } from './scheme-dialog.ts';

/** 停用 of a scheme, or 恢复使用 of one that is out of use. */
export function RetireDialog({ scheme, version, onClose }: SchemeDialogProps): ReactElement {
  const retire = useCommand('schemes.retire');
  const { id, title, retired: restore } = scheme;
  const { states } = schemesPageText;
  return (
    <DecisionDialog
      title={restore ? text.restoreTitle(title) : text.retireTitle(title)}
      confirm={restore ? text.restoreConfirm : text.retireConfirm}
      danger={!restore}
      done={restore ? text.restored : text.retired}
      decide={(reason) => retire.mutateAsync({ id, reason, restore })}
      onClose={onClose}
    >
      <BeforeAfter
        changes={[
          { name: text.state, before: states[stateOf(scheme, version)], after: restore ? states[versionState(version)] : states.retired },
        ]}
      />
      <p>{restore ? text.restoreEffect : text.retireEffect}</p>
    </DecisionDialog>
  );
}
