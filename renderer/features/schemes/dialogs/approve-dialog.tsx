import { Input } from 'antd';
import { type ReactElement, useState } from 'react';
import { schemeDialogText as text, schemesPageText } from '../../../../shared/text/ui/schemes-page-text.ts';
import { useCommand } from '../../../client/context.tsx';
import { BeforeAfter } from '../../../ui/before-after.tsx';
import { DecisionDialog } from '../../../ui/decision-dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { versionState } from '../scheme-state.tsx';
import type { SchemeDialogProps } from './scheme-dialog.ts';

/** 审定 of one version: by which document. */
export function ApproveDialog({ scheme: { id, title }, version, onClose }: SchemeDialogProps): ReactElement {
  const approve = useCommand('schemes.approve');
  const [document, setDocument] = useState('');
  const { number } = version;
  return (
    <DecisionDialog
      title={text.approveTitle(title, number)}
      confirm={text.approveConfirm}
      blocked={document.trim() === '' ? text.documentMissing : null}
      done={text.approved(number)}
      decide={(reason) => approve.mutateAsync({ id, number, document: document.trim(), reason })}
      onClose={onClose}
    >
      <BeforeAfter
        changes={[{ name: text.state, before: schemesPageText.states[versionState(version)], after: schemesPageText.states.approved }]}
      />
      <p>{text.approveEffect}</p>
      <Field label={text.document}>
        {(ids) => (
          <Input
            {...ids}
            value={document}
            placeholder={text.documentPlaceholder}
            maxLength={120}
            onChange={(event) => setDocument(event.target.value)}
          />
        )}
      </Field>
    </DecisionDialog>
  );
}
