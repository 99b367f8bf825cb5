import { Input } from 'antd';
import { type ReactElement, useState } from 'react';
import { schemeDialogText as text } from '../../../../shared/text/ui/schemes-page-text.ts';
import { useCommand } from '../../../client/context.tsx';
import { DecisionDialog } from '../../../ui/decision-dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { freeId, idProblem } from './new-id.ts';
import type { SchemeDialogProps } from './scheme-dialog.ts';

export interface CopyDialogProps extends SchemeDialogProps {
  readonly ids: readonly string[];
  onCopied(id: string): void;
}

/** 复制 of one version as a scheme of its own. */
export function CopyDialog({ scheme: { id, title }, version, ids, onCopied, onClose }: CopyDialogProps): ReactElement {
  const copy = useCommand('schemes.copy');
  const [newId, setNewId] = useState(() => freeId(id, ids));
  const { number } = version;
  const problem = idProblem(newId, ids);
  return (
    <DecisionDialog
      title={text.copyTitle(title, number)}
      confirm={text.copyConfirm}
      blocked={problem}
      done={text.copied}
      decide={async (reason) => onCopied((await copy.mutateAsync({ id, number, newId, reason })).id)}
      onClose={onClose}
    >
      <p>{text.copyEffect}</p>
      <Field label={text.newId} error={problem} hint={text.newIdHint}>
        {(field) => <Input {...field} value={newId} maxLength={60} onChange={(event) => setNewId(event.target.value.trim())} />}
      </Field>
    </DecisionDialog>
  );
}
