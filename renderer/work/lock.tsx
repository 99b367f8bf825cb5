import { LockOutlined } from '@ant-design/icons';
import type { ReactElement } from 'react';
import { lockText } from '../../shared/text/ui/dialog-text.ts';
import { useWork } from './work-context.tsx';
import { isLocked } from './years.ts';

/** Why nothing of the year can be changed; null where it can. */
export type Lock = 'readOnly' | 'final';

export function useLock(): Lock | null {
  const { summary, state } = useWork();
  if (summary.readOnly) return 'readOnly';
  return isLocked(state) ? 'final' : null;
}

/** Stands where a command would: why it is not there, and what helps. */
export function LockLine(): ReactElement | null {
  const lock = useLock();
  const { year } = useWork();
  if (lock === null) return null;
  return (
    <p className="lock-line">
      <LockOutlined aria-hidden="true" /> {lock === 'readOnly' ? lockText.readOnly : lockText.final(year)}
    </p>
  );
}
