import type { ReactElement } from 'react';
import { schemeDialogText as text } from '../../../../shared/text/ui/schemes-page-text.ts';
import { useCommand } from '../../../client/context.tsx';
import type { GrantedFile } from '../../../host/host.ts';
import { DecisionDialog } from '../../../ui/decision-dialog.tsx';

export interface AddDialogProps {
  readonly file: GrantedFile;
  onAdded(id: string): void;
  readonly onClose: () => void;
}

/** A chosen file becomes a scheme, or a new version of one. */
export function AddDialog({ file, onAdded, onClose }: AddDialogProps): ReactElement {
  const add = useCommand('schemes.add');
  return (
    <DecisionDialog
      title={text.addTitle}
      confirm={text.addConfirm}
      done={text.added(file.name)}
      decide={async (reason) => onAdded((await add.mutateAsync({ file: file.grant, reason })).id)}
      onClose={onClose}
    >
      <dl className="facts">
        <div>
          <dt>{text.file}</dt>
          <dd>{file.name}</dd>
        </div>
      </dl>
      <p>{text.addHint}</p>
    </DecisionDialog>
  );
}
