import type { ReactElement } from 'react';
import { assessmentText } from '../../../../shared/text/ui/assessment-text.ts';
import { schemeScoreText as text } from '../../../../shared/text/ui/scheme-score-text.ts';
import { useCall } from '../../../client/context.tsx';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { Waiting } from '../waiting.tsx';
import { SchemeTables } from './scheme-tables.tsx';
import { useScheme } from './use-scheme.ts';

/** 现状 by a scheme that is written as rules, from what counts now. */
export function SchemeCurrent(): ReactElement {
  const { request, id } = useScheme();
  const scored = useCall('scheme.score', request);
  return (
    <div className="assessment">
      <FailureAlert failure={scored.error} onRetry={() => void scored.refetch()} />
      {scored.isPending ? <Waiting words={assessmentText.computing} /> : null}
      {id === null ? null : <p className="muted">{text.otherScheme}</p>}
      {scored.data === undefined ? null : <SchemeTables result={scored.data.result} />}
    </div>
  );
}
