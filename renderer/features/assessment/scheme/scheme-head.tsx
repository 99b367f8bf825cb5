import { Button } from 'antd';
import type { ReactElement } from 'react';
import { assessmentText, momentText } from '../../../../shared/text/ui/assessment-text.ts';
import { schemeScoreText as text } from '../../../../shared/text/ui/scheme-score-text.ts';
import { scorePageText } from '../../../../shared/text/ui/score-page-text.ts';
import { useCall, useCommand } from '../../../client/context.tsx';
import { failureSentence } from '../../../ui/failure-alert.tsx';
import { StateTag } from '../../../ui/state-tag.tsx';
import { useNotice } from '../../../ui/use-notice.tsx';
import { useLock } from '../../../work/lock.tsx';
import { useWork } from '../../../work/work-context.tsx';
import { ProvisionalMark } from '../provisional-mark.tsx';
import { SignedTag } from '../signed-tag.tsx';
import { useScheme } from './use-scheme.ts';

/** By which scheme, 试算 or 定稿, what is missing, when computed. */
export function SchemeHead(): ReactElement | null {
  const { year } = useWork();
  const { request, id } = useScheme();
  const scored = useCall('scheme.score', request);
  const view = useCall('year.show', { year });
  if (scored.data === undefined) return null;
  const { result, computedAt } = scored.data;
  const final = id === null ? (view.data?.final ?? null) : null;
  return (
    <span className="scheme-line">
      {final === null ? (
        <>
          <ProvisionalMark />
          <strong>{text.missing(result.rows.filter(({ complete }) => !complete).length)}</strong>
        </>
      ) : (
        <SignedTag final={final} />
      )}
      {result.schemeTitle}
      {result.demonstration ? <StateTag state="warning" text={assessmentText.demonstration} /> : null}
      <span className="muted">{assessmentText.hint(momentText(computedAt))}</span>
    </span>
  );
}

/** 存为试算 where the year can still be changed. */
export function SchemeStore(): ReactElement | null {
  const { request } = useScheme();
  const locked = useLock() !== null;
  const notice = useNotice();
  const make = useCommand('run.make');
  if (locked) return null;
  const store = (): void =>
    make.mutate(request, {
      onSuccess: ({ run, stored }) => notice.success(stored ? scorePageText.stored(run.id) : scorePageText.storedBefore(run.id)),
      onError: (error) => notice.error(failureSentence(error)),
    });
  return (
    <Button type="primary" loading={make.isPending} onClick={store}>
      {scorePageText.store}
    </Button>
  );
}
