import { Tooltip } from 'antd';
import type { ReactElement } from 'react';
import type { MethodOutput } from '../../../../shared/contract/contract.ts';
import { assessmentText, momentText } from '../../../../shared/text/ui/assessment-text.ts';
import { useCall } from '../../../client/context.tsx';
import { StateTag } from '../../../ui/state-tag.tsx';
import { useWork } from '../../../work/work-context.tsx';
import { ProvisionalMark } from '../provisional-mark.tsx';
import { SignedTag } from '../signed-tag.tsx';
import { missingOf, missingSummary } from './missing-lines.ts';

/** By which scheme, 试算 or 定稿, what is missing, when computed. */
export function SchemeLine({ scored }: { readonly scored: MethodOutput<'assessment.score'> }): ReactElement {
  const { year } = useWork();
  const view = useCall('year.show', { year });
  const final = view.data?.final ?? null;
  const { result } = scored;
  return (
    <span className="scheme-line">
      {final === null ? (
        <>
          <ProvisionalMark />
          {result.district.reported ? <strong>{missingSummary(missingOf(result))}</strong> : null}
        </>
      ) : (
        <SignedTag final={final} />
      )}
      {result.schemeTitle}
      {result.demonstration ? (
        <Tooltip title={assessmentText.demonstrationHint} trigger={['hover', 'focus']}>
          <button type="button" className="scheme-mark">
            <StateTag state="warning" text={assessmentText.demonstration} />
          </button>
        </Tooltip>
      ) : null}
      <span className="muted">{assessmentText.hint(momentText(scored.computedAt))}</span>
    </span>
  );
}
