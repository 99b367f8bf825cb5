import { CloseOutlined } from '@ant-design/icons';
import { Button, Modal } from 'antd';
import { type KeyboardEvent, type ReactElement, type ReactNode, useState } from 'react';
import { appText } from '../../shared/text/ui/app-text.ts';
import { dialogText } from '../../shared/text/ui/dialog-text.ts';
import { failureOf } from '../client/context.tsx';
import { FailureAlert, failureSentence } from './failure-alert.tsx';
import { useFocusBack } from './focus-back.ts';
import { ReasonField } from './reason-field.tsx';
import { rememberReason } from './recent-reasons.ts';
import { useNotice } from './use-notice.tsx';

export interface DecisionDialogProps {
  /** Verb and object: 开启 2026 年度. */
  readonly title: string;
  /** The button; it repeats the verb. */
  readonly confirm: string;
  readonly danger?: boolean;
  /** Why it cannot be done as it stands; null when only the reason is missing. */
  readonly blocked?: string | null;
  /** Said when it is done; nothing where `decide` says it. */
  readonly done?: string;
  /** The opposite command, where there is one: it takes back exactly what was decided, under the given reason. Offered behind `done`. */
  undo?: ((reason: string) => Promise<unknown>) | undefined;
  readonly width?: number;
  decide(reason: string): Promise<unknown>;
  readonly onClose: () => void;
  /** What is before and after, and what it does. */
  readonly children: ReactNode;
}

/** Something that is decided: before and after, its effect, the reason, the name. Mounted while it is open, so it goes with its page. */
export function DecisionDialog(props: DecisionDialogProps): ReactElement {
  const { title, blocked = null, onClose, children } = props;
  const [reason, setReason] = useState('');
  const deciding = useDeciding(props, reason.trim());
  useFocusBack();
  const ready = blocked === null && reason.trim() !== '' && !deciding.pending;
  const submit = (): void => {
    if (ready) void deciding.start();
  };
  const byKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && event.ctrlKey) submit();
  };
  return (
    <Modal
      open
      title={title}
      onCancel={onClose}
      closable={CLOSE}
      mask={{ closable: false }}
      centered
      width={props.width ?? WIDTH}
      className="decision-dialog"
      footer={<Buttons {...props} ready={ready} pending={deciding.pending} onSubmit={submit} />}
    >
      {/* Ctrl+Enter comes up from the field that has the focus. */}
      <div className="decision-body" onKeyDown={byKey}>
        {children}
        <ReasonField value={reason} onChange={setReason} />
        <FailureAlert failure={deciding.failure} />
      </div>
    </Modal>
  );
}

interface Deciding {
  readonly pending: boolean;
  readonly failure: Error | null;
  start(): Promise<void>;
}

/** Decides once; what went wrong stays in the dialog, which closes when it is done. */
function useDeciding({ decide, done, undo, onClose }: DecisionDialogProps, reason: string): Deciding {
  const notice = useNotice();
  const takeBack = async (take: (reason: string) => Promise<unknown>): Promise<void> => {
    try {
      await take(dialogText.undoReason(reason));
      notice.success(dialogText.undone);
    } catch (error) {
      notice.error(failureSentence(failureOf(error)));
    }
  };
  const [failure, setFailure] = useState<Error | null>(null);
  const [pending, setPending] = useState(false);
  const start = async (): Promise<void> => {
    setPending(true);
    setFailure(null);
    try {
      await decide(reason);
      rememberReason(reason);
      if (done !== undefined && undo !== undefined) notice.undoable(done, () => void takeBack(undo));
      else if (done !== undefined) notice.success(done);
      onClose();
    } catch (error) {
      setFailure(error instanceof Error ? error : new Error(String(error)));
      setPending(false);
    }
  };
  return { pending, failure, start };
}

interface ButtonsProps extends DecisionDialogProps {
  readonly ready: boolean;
  readonly pending: boolean;
  readonly onSubmit: () => void;
}

function Buttons({ blocked = null, confirm, danger = false, onClose, ready, pending, onSubmit }: ButtonsProps): ReactElement {
  return (
    <>
      {blocked === null ? null : <span className="decision-blocked">{blocked}</span>}
      <Button onClick={onClose}>{dialogText.cancel}</Button>
      <Button type="primary" danger={danger} disabled={!ready} loading={pending} title={dialogText.confirmKey} onClick={onSubmit}>
        {confirm}
      </Button>
    </>
  );
}

const WIDTH = 620;

/** antd's own button is called by an English name. */
const CLOSE = { 'aria-label': appText.close, closeIcon: <CloseOutlined aria-hidden="true" /> };
