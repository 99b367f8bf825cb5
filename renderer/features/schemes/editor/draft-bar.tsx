import { LockOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import type { SchemeOutline } from '../../../../shared/contract/scheme-edit.ts';
import { schemeEditorText as text } from '../../../../shared/text/ui/scheme-editor-text.ts';
import { useLock } from '../../../work/lock.tsx';
import { useWork } from '../../../work/work-context.tsx';
import { SaveDialog } from './save-dialog.tsx';
import type { MeasureNames } from './titles.ts';
import type { Draft } from './use-draft.ts';

export interface DraftBarProps {
  readonly id: string;
  readonly title: string;
  readonly number: number;
  readonly draft: Draft;
  /** Null where it cannot be read at all. */
  readonly outline: SchemeOutline | null;
  readonly names: MeasureNames;
  onSaved(number: number): void;
}

/** What was changed, and what becomes of it; of a signed year first the leave to change at all. */
export function DraftBar({ id, title, number, draft, outline, names, onSaved }: DraftBarProps): ReactElement | null {
  const lock = useLock();
  const { year } = useWork();
  const [saving, setSaving] = useState(false);
  if (lock === 'readOnly') return null;
  if (lock === 'final' && !draft.unlocked)
    return (
      <div className="draft-bar">
        <span className="lock-line">
          <LockOutlined aria-hidden="true" /> {text.locked(year)}
        </span>
        <Button onClick={() => draft.unlock(year + 1)}>{text.lockedCopy}</Button>
      </div>
    );
  const errors = outline === null || outline.problems.some(({ severity }) => severity === 'error');
  const misfit = (outline?.misfits.length ?? 0) > 0;
  const blocked = draft.broken ? text.saveBlocked : errors ? text.saveBroken : misfit ? text.saveMisfit : null;
  if (!draft.changed && !draft.broken) return null;
  return (
    <div className="draft-bar" role="status">
      <span>{draft.unlocked ? text.lockedCopied(year + 1) : text.changed}</span>
      {blocked === null ? null : <span className="field-error">{blocked}</span>}
      <Button onClick={draft.discard}>{text.discard}</Button>
      <Button type="primary" disabled={blocked !== null} onClick={() => setSaving(true)}>
        {text.save}
      </Button>
      {saving ? (
        <SaveDialog
          id={id}
          title={title}
          number={number}
          data={draft.data}
          names={names}
          onSaved={(saved) => {
            draft.discard();
            onSaved(saved);
          }}
          onClose={() => setSaving(false)}
        />
      ) : null}
    </div>
  );
}
