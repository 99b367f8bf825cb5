import { Button } from 'antd';
import type { ReactElement } from 'react';
import { typedPageText as text } from '../../../../shared/text/ui/typed-page-text.ts';
import type { WireError } from '../../../../shared/contract/wire.ts';
import { useCall } from '../../../client/context.tsx';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { useWork } from '../../../work/work-context.tsx';
import type { TypedSteps } from '../importing/typed-steps.ts';
import { countTyped, inputOf, rowsToType, type TypedDraft } from './draft.ts';
import { TypedHead } from './typed-head.tsx';
import { TypedRows } from './typed-rows.tsx';

export interface TypedFormProps {
  readonly steps: TypedSteps & { clear(): void };
  readonly draft: TypedDraft;
  readonly failure: WireError | null;
}

/** 手工录入: whose return it is, how it had come, and its rows as the unit's form prints them. */
export function TypedForm({ steps, draft, failure }: TypedFormProps): ReactElement {
  const { year } = useWork();
  const rows = useCall('typed.rows', { year, unit: draft.unit ?? '' }, { enabled: draft.unit !== null });
  const ready = inputOf(draft, year) !== null;
  return (
    <div className="returns-typed">
      <div className="returns-preview-bar">
        <div>
          <h2>{text.title(year)}</h2>
          <p className="muted">{text.hint}</p>
        </div>
        <div className="returns-preview-actions">
          <Button onClick={steps.clear}>{text.discard}</Button>
          <Button type="primary" disabled={!ready} title={ready ? '' : text.notReady} onClick={() => void steps.tryTyped()}>
            {text.preview(countTyped(draft))}
          </Button>
        </div>
      </div>
      <FailureAlert failure={failure} />
      <TypedHead draft={draft} onChange={steps.edit} />
      <FailureAlert failure={rows.error} onRetry={() => void rows.refetch()} />
      {rows.data === undefined ? null : (
        <TypedRows rows={rowsToType(rows.data.rows)} statuses={rows.data.statuses} draft={draft} onChange={steps.edit} />
      )}
    </div>
  );
}
