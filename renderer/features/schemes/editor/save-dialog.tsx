import type { ReactElement } from 'react';
import type { Raw } from '../../../../shared/domain/schemes/base/records.ts';
import { schemeEditorText as text } from '../../../../shared/text/ui/scheme-editor-text.ts';
import { useCall, useCommand } from '../../../client/context.tsx';
import { DecisionDialog } from '../../../ui/decision-dialog.tsx';
import { useNotice } from '../../../ui/use-notice.tsx';
import { ChangeLines } from './change-lines.tsx';
import type { MeasureNames } from './titles.ts';

export interface SaveDialogProps {
  readonly id: string;
  readonly title: string;
  readonly number: number;
  readonly data: Raw;
  readonly names: MeasureNames;
  onSaved(number: number): void;
  readonly onClose: () => void;
}

const MOST = 8;

/** 保存新版: what changed by rule, the reason, the name. */
export function SaveDialog({ id, title, number, data, names, onSaved, onClose }: SaveDialogProps): ReactElement {
  const edit = useCommand('schemes.edit');
  const notice = useNotice();
  const differ = useCall('schemes.differ', { id, number, data });
  const changes = differ.data?.changes ?? [];
  return (
    <DecisionDialog
      title={text.saveTitle(title)}
      confirm={text.saveConfirm}
      decide={async (reason) => {
        const { versions } = await edit.mutateAsync({ id, number, data, reason });
        const saved = versions.at(-1)?.number ?? number;
        notice.success(text.saved(saved));
        onSaved(saved);
      }}
      onClose={onClose}
    >
      <p>{text.savedChanges(changes.length)}</p>
      <ChangeLines changes={changes} names={names} most={MOST} />
      <p>{text.saveEffect}</p>
    </DecisionDialog>
  );
}
