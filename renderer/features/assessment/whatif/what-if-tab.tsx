import { Button } from 'antd';
import { type ReactElement, useMemo, useState } from 'react';
import type { MethodOutput } from '../../../../shared/contract/contract.ts';
import { pageFindingText } from '../../../../shared/text/finding-text.ts';
import { supposedText } from '../../../../shared/text/what-if-text.ts';
import { scorePageText, supposeText } from '../../../../shared/text/ui/score-page-text.ts';
import { useCall } from '../../../client/context.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { Panel } from '../../../ui/page.tsx';
import { useWork } from '../../../work/work-context.tsx';
import { DifferenceView } from '../difference/difference-view.tsx';
import { type RowName, rowNames } from '../row-names.ts';
import { Waiting } from '../waiting.tsx';
import { SupposeForm } from './suppose-form.tsx';

/** 假设测算: some changes that are only supposed, and what comes of them. */
export function WhatIfTab(): ReactElement {
  const { year } = useWork();
  const scored = useCall('assessment.score', { year });
  const [changes, setChanges] = useState<readonly string[]>([]);
  const names = useMemo(() => (scored.data === undefined ? null : rowNames(scored.data.result)), [scored.data]);
  const supposed = useCall('assessment.whatif', { year, changes: [...changes] }, { enabled: changes.length > 0, keepPrevious: true });
  if (scored.error !== null) return <FailureAlert failure={scored.error} onRetry={() => void scored.refetch()} />;
  if (scored.data === undefined || names === null) return <Waiting words={scorePageText.waiting} />;
  const drop = (index: number): void => setChanges(changes.toSpliced(index, 1));
  const found = changes.length === 0 || supposed.error !== null ? undefined : supposed.data;
  return (
    <div className="assessment">
      <p className="suppose-line">{supposeText.line}</p>
      <SupposeForm result={scored.data.result} onAdd={(change) => setChanges([...changes.filter((one) => one !== change), change])} />
      {supposed.error !== null && changes.length > 0 ? (
        <>
          <FailureAlert failure={supposed.error} />
          <div>
            <Button onClick={() => drop(changes.length - 1)}>{supposeText.drop}</Button>
          </div>
        </>
      ) : null}
      {changes.length === 0 ? <EmptyState title={supposeText.empty} hint={supposeText.emptyHint} /> : null}
      {supposed.isLoading ? <Waiting words={supposeText.computing} /> : null}
      {found === undefined ? null : (
        <div className={supposed.isPlaceholderData ? 'assessment stale' : 'assessment'} aria-busy={supposed.isPlaceholderData}>
          <Supposed changes={found.changes} names={names} onDrop={drop} onClear={() => setChanges([])} />
          <DifferenceView difference={found.difference} />
        </div>
      )}
    </div>
  );
}

interface SupposedProps {
  readonly changes: MethodOutput<'assessment.whatif'>['changes'];
  readonly names: RowName;
  onDrop(index: number): void;
  onClear(): void;
}

/** What is supposed, each with what a form would remark on it. */
function Supposed({ changes, names, onDrop, onClear }: SupposedProps): ReactElement {
  return (
    <Panel
      title={supposeText.title}
      extra={
        <Button size="small" onClick={onClear}>
          {supposeText.clear}
        </Button>
      }
    >
      <ol className="supposed">
        {changes.map(({ change, issues }, index) => {
          const words = supposedText(named(change, names));
          return (
            <li key={words}>
              <span>{words}</span>
              <Button size="small" aria-label={supposeText.removeOne(words)} onClick={() => onDrop(index)}>
                {supposeText.remove}
              </Button>
              {issues.map(({ code, params }) => (
                <p key={code} className="supposed-issue">
                  {pageFindingText(code, params)}
                </p>
              ))}
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}

type Change = SupposedProps['changes'][number]['change'];

const named = (change: Change, names: RowName): Change =>
  change.kind === 'target' ? { ...change, measureId: names(change.measureId) } : { ...change, rowId: names(change.rowId) };
