import { CalculatorOutlined } from '@ant-design/icons';
import type { UseQueryResult } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactElement, useRef } from 'react';
import type { MethodOutput } from '../../../../shared/contract/contract.ts';
import { assessmentText, momentText } from '../../../../shared/text/ui/assessment-text.ts';
import { scorePageText } from '../../../../shared/text/ui/score-page-text.ts';
import { useCommand } from '../../../client/context.tsx';
import { failedWith } from '../../../client/failed-with.ts';
import { failureSentence } from '../../../ui/failure-alert.tsx';
import { useNotice } from '../../../ui/use-notice.tsx';
import { useLock } from '../../../work/lock.tsx';
import { useWork } from '../../../work/work-context.tsx';

export interface CurrentCommandsProps {
  readonly scored: UseQueryResult<MethodOutput<'assessment.score'>>;
}

/** 重新计算, and 存为试算 where the year can still be changed. */
export function CurrentCommands({ scored }: CurrentCommandsProps): ReactElement | null {
  const notice = useNotice();
  const shown = useRef<string | null>(null);
  shown.current = scored.data?.inputHash ?? null;
  if (failedWith(scored.error, 'YEAR_NO_SCHEME')) return null;
  const recompute = async (): Promise<void> => {
    const before = shown.current;
    const { data } = await scored.refetch();
    if (data === undefined) return;
    notice.success(data.inputHash === before ? assessmentText.unchanged(momentText(data.computedAt)) : assessmentText.recomputed);
  };
  return (
    <span className="assessment-commands">
      <Button icon={<CalculatorOutlined aria-hidden="true" />} loading={scored.isFetching} onClick={() => void recompute()}>
        {assessmentText.recompute}
      </Button>
      {scored.data?.result.district.reported === true ? <StoreRun /> : null}
    </span>
  );
}

function StoreRun(): ReactElement | null {
  const { year } = useWork();
  const locked = useLock() !== null;
  const notice = useNotice();
  const make = useCommand('run.make');
  if (locked) return null;
  const store = (): void =>
    make.mutate(
      { year },
      {
        onSuccess: ({ run, stored }) => notice.success(stored ? scorePageText.stored(run.id) : scorePageText.storedBefore(run.id)),
        onError: (error) => notice.error(failureSentence(error)),
      },
    );
  return (
    <Button type="primary" loading={make.isPending} onClick={store}>
      {scorePageText.store}
    </Button>
  );
}
