import type { ReactElement } from 'react';
import { useCall } from '../../../client/context.tsx';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { Waiting } from '../waiting.tsx';
import { Clauses, type ClausesProps } from './clauses.tsx';
import { SchemeText } from './scheme-text.tsx';

/** 条文与规则 of a version, and below it the file that it is kept in. */
export function ClausesTab({ id, number, onRule }: ClausesProps): ReactElement {
  const shown = useCall('schemes.show', { id, number });
  return (
    <>
      <Clauses id={id} number={number} onRule={onRule} />
      <FailureAlert failure={shown.error} onRetry={() => void shown.refetch()} />
      {shown.isPending ? <Waiting /> : null}
      {shown.data === undefined ? null : <SchemeText number={number} source={shown.data.source} />}
    </>
  );
}
