import { CloseOutlined } from '@ant-design/icons';
import { Button, Input, Modal } from 'antd';
import { type KeyboardEvent, type ReactElement, type ReactNode, useState } from 'react';
import { appText } from '../../shared/text/ui/app-text.ts';
import { dialogText } from '../../shared/text/ui/dialog-text.ts';
import { useCall } from '../client/context.tsx';
import { FailureAlert } from './failure-alert.tsx';
import { Field } from './field.tsx';
import { useFocusBack } from './focus-back.ts';
import { recentReasons, rememberReason } from './recent-reasons.ts';
import { useNotice } from './use-notice.tsx';

export interface DecisionDialogProps {
  /** Verb and object: 开启 2026 年度. */
  readonly title: string;
  /** The button; it repeats the verb. */
  readonly confirm: string;
  readonly danger?: boolean;
  /** Why it cannot be done as it stands; null when only the reason is missing. */
  readonly blocked?: string | null;
  /** Said when it is done. */
  readonly done: string;
  readonly width?: number;
  decide(reason: string): Promise<unknown>;
  readonly onClose: () => void;
  /** What is before and after, and what it does. */
  readonly children: ReactNode;
}

/** Something that is decided: before and after, its effect, the reason, the name. Mounted while it is open, so it goes with its page. */
export function DecisionDialog(props: DecisionDialogProps): ReactElement {
  const { title, confirm, danger = false, blocked = null, done, decide, onClose, children } = props;
  const notice = useNotice();
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<Error | null>(null);
  const [pending, setPending] = useState(false);
  useFocusBack();
  const ready = blocked === null && reason.trim() !== '' && !pending;
  const submit = async (): Promise<void> => {
    if (!ready) return;
    setPending(true);
    setFailure(null);
    try {
      await decide(reason.trim());
      rememberReason(reason.trim());
      notice.success(done);
      onClose();
    } catch (error) {
      setFailure(error instanceof Error ? error : new Error(String(error)));
      setPending(false);
    }
  };
  const byKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && event.ctrlKey) void submit();
  };
  return (
    <Modal
      open
      title={title}
      onCancel={onClose}
      closable={CLOSE}
      mask={{ closable: false }}
      width={props.width ?? WIDTH}
      className="decision-dialog"
      footer={
        <>
          {blocked === null ? null : <span className="decision-blocked">{blocked}</span>}
          <Button onClick={onClose}>{dialogText.cancel}</Button>
          <Button
            type="primary"
            danger={danger}
            disabled={!ready}
            loading={pending}
            title={dialogText.confirmKey}
            onClick={() => void submit()}
          >
            {confirm}
          </Button>
        </>
      }
    >
      {/* Ctrl+Enter comes up from the field that has the focus. */}
      <div className="decision-body" onKeyDown={byKey}>
        {children}
        <Reason value={reason} onChange={setReason} />
        <FailureAlert failure={failure} />
      </div>
    </Modal>
  );
}

function Reason({ value, onChange }: { readonly value: string; readonly onChange: (reason: string) => void }): ReactElement {
  const actor = useCall('work.actor', {});
  const [offered] = useState(recentReasons);
  return (
    <div>
      <Field label={dialogText.reason} hint={actor.data === undefined ? null : dialogText.actor(actor.data.name)}>
        {(ids) => (
          <Input
            {...ids}
            value={value}
            placeholder={dialogText.reasonPlaceholder}
            maxLength={200}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
      {offered.length === 0 ? null : (
        <ul className="decision-reasons" aria-label={dialogText.reasonsOffered}>
          {offered.map((reason) => (
            <li key={reason}>
              <Button size="small" type="dashed" onClick={() => onChange(reason)}>
                {reason}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const WIDTH = 620;

/** antd's own button is called by an English name. */
const CLOSE = { 'aria-label': appText.close, closeIcon: <CloseOutlined aria-hidden="true" /> };
