import { Skeleton } from 'antd';
import { type ReactElement, useMemo } from 'react';
import type { AnsweredFinding } from '../../../shared/contract/versions.ts';
import { useRoute } from '../../work/routes.ts';
import { FindingDetail } from './finding-detail.tsx';
import { type FindingLine, groupFindings } from './finding-groups.ts';
import { GroupedList } from './grouped-list.tsx';

export interface FindingsDeskProps {
  /** Every finding of the year: what one answer may serve. */
  readonly all: readonly AnsweredFinding[];
  readonly shown: readonly AnsweredFinding[];
  readonly loading: boolean;
}

/** The list by unit on the left, the chosen finding with its cell and its answer on the right. */
export function FindingsDesk({ all, shown, loading }: FindingsDeskProps): ReactElement {
  const { page, part, params, go } = useRoute();
  const groups = useMemo(() => groupFindings(shown), [shown]);
  const lines = useMemo(() => groups.flatMap((group) => group.lines), [groups]);
  if (loading) return <Skeleton active paragraph={{ rows: 8 }} />;
  const asked = lines.find((line) => line.entries.some(({ id }) => id === params['finding']));
  const chosen = asked ?? lines[0];
  const choose = (line: FindingLine): void => go(page, { ...params, finding: line.id }, ...(part === null ? [] : [part]));
  // The list is there anew by then: what is worst in it stands open.
  const answered = (): void => {
    const { finding: _answered, ...rest } = params;
    go(page, rest, ...(part === null ? [] : [part]));
  };
  return (
    <div className="findings-desk">
      <GroupedList groups={groups} chosen={chosen?.id ?? null} onChoose={choose} />
      {chosen === undefined ? null : <FindingDetail key={chosen.id} line={chosen} all={all} onAnswered={answered} />}
    </div>
  );
}
