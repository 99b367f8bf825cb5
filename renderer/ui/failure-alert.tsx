import { CloseCircleFilled, InfoCircleFilled } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import type { ReactElement } from 'react';
import { CallFailed, type WireError } from '../../shared/contract/wire.ts';
import { failureText } from '../../shared/text/failure-text.ts';
import { appText, yearLimits, yearLimitTitle } from '../../shared/text/ui/app-text.ts';

export interface FailureAlertProps {
  /** What a call or a job left behind; null shows nothing. */
  readonly failure: WireError | Error | null;
  readonly onRetry?: () => void;
}

/** What happened, where, and what to do next. */
export function FailureAlert({ failure, onRetry }: FailureAlertProps): ReactElement | null {
  if (failure === null) return null;
  const code = codeOf(failure);
  const instead = yearLimits[code ?? ''];
  // The year is what it is: nothing went wrong, and asking again would give the same answer.
  if (instead !== undefined)
    return (
      <Alert
        className="failure-alert"
        type="info"
        showIcon
        icon={INFO}
        title={yearLimitTitle}
        description={
          <>
            {failureSentence(failure)}
            <br />
            {instead}
          </>
        }
      />
    );
  const cancelled = code === 'CANCELLED';
  return (
    <Alert
      className="failure-alert"
      type={cancelled ? 'info' : 'error'}
      showIcon
      icon={cancelled ? INFO : WRONG}
      title={cancelled ? appText.cancelledTitle : appText.failureTitle}
      description={failureSentence(failure)}
      {...(onRetry === undefined
        ? {}
        : {
            action: (
              <Button size="small" onClick={onRetry}>
                {appText.retry}
              </Button>
            ),
          })}
    />
  );
}

/** antd's own icons would be read out by their English names. */
const INFO = <InfoCircleFilled aria-hidden="true" />;
const WRONG = <CloseCircleFilled aria-hidden="true" />;

/** True for a failure that lies in the chosen year itself: no scheme, no targets, no list of items. */
export const isYearLimit = (failure: WireError | Error | null): boolean => failure !== null && (codeOf(failure) ?? '') in yearLimits;

/** The sentence alone, for a message or a tooltip. */
export function failureSentence(failure: WireError | Error): string {
  const wire = failure instanceof CallFailed ? failure.failure : failure;
  // An error that is no answer of the core, or has no number in its log: the page could not reach the core at all.
  if (wire instanceof Error || (wire.code === 'INTERNAL' && wire.params['id'] === '')) return appText.connectionLost;
  return failureText(wire.code, wire.params);
}

function codeOf(failure: WireError | Error): string | null {
  if (failure instanceof CallFailed) return failure.failure.code;
  return failure instanceof Error ? null : failure.code;
}
