import { Button } from 'antd';
import { type ReactElement, useMemo } from 'react';
import type { ScoredResult } from '../../../../shared/contract/assessment.ts';
import { assessmentText, breakdownText } from '../../../../shared/text/ui/assessment-text.ts';
import { missingText } from '../../../../shared/text/ui/score-page-text.ts';
import { unaskedText } from '../../../../shared/text/year-text.ts';
import { useCall } from '../../../client/context.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { useRoute } from '../../../work/routes.ts';
import { kindsOf } from '../../../work/unit-kinds.ts';
import { useWork } from '../../../work/work-context.tsx';
import { isLocked } from '../../../work/years.ts';
import { Breakdown } from '../breakdown.tsx';
import { rowNames } from '../row-names.ts';
import { subjectOf } from '../subject-of.ts';
import { SignedNote } from '../signed-note.tsx';
import { Waiting } from '../waiting.tsx';
import { DistrictSummary } from './district-summary.tsx';
import { missingOf } from './missing-lines.ts';
import { MissingPanel } from './missing-panel.tsx';
import { UnitTable } from './unit-table.tsx';

/** 现状: the scores from what counts now. */
export function CurrentTab(): ReactElement {
  const { year } = useWork();
  const scored = useCall('assessment.score', { year });
  return (
    <>
      <FailureAlert failure={scored.error} onRetry={() => void scored.refetch()} />
      {scored.isPending ? <Waiting words={assessmentText.computing} /> : null}
      {scored.data === undefined ? null : <Current {...scored.data} />}
    </>
  );
}

interface Shown {
  readonly result: ScoredResult;
  readonly unasked: readonly string[];
  /** How dust days and other events are taken. */
  readonly air: readonly string[];
}

function Current({ result, unasked, air }: Shown): ReactElement {
  const { params, go, href } = useRoute();
  const locked = isLocked(useWork().state);
  const unit = params['unit'];
  if (!result.district.reported) {
    return (
      <EmptyState
        title={assessmentText.nothingCollected}
        hint={assessmentText.nothingCollectedHint}
        actions={
          <Button type="primary" href={href('returns')}>
            {assessmentText.goReturns}
          </Button>
        }
      />
    );
  }
  if (unit === undefined) return <Scores result={result} unasked={unasked} air={air} />;
  const score = subjectOf(result, unit);
  if (score === undefined) {
    return (
      <EmptyState
        title={assessmentText.unknownUnit(unit)}
        hint={assessmentText.unknownUnitHint}
        actions={<Button onClick={() => go('assessment')}>{breakdownText.back}</Button>}
      />
    );
  }
  return (
    <Breakdown
      key={score.subjectId}
      result={result}
      score={score}
      signed={locked ? <SignedNote score={score} /> : null}
      missing={<MissingPanel title={missingText.ofUnit(score.name)} missing={score.missing} rowName={rowNames(result)} />}
      onBack={() => go('assessment')}
      onChoose={(subjectId) => go('assessment', { unit: subjectId })}
    />
  );
}

function Scores({ result, unasked, air }: Shown): ReactElement {
  const { go } = useRoute();
  const { state } = useWork();
  const provisional = !isLocked(state);
  const missing = useMemo(() => missingOf(result), [result]);
  const names = useMemo(() => rowNames(result), [result]);
  return (
    <div className="assessment">
      <DistrictSummary
        score={result.district}
        provisional={provisional}
        onOpen={() => go('assessment', { unit: result.district.subjectId })}
      />
      <MissingPanel title={missingText.title} missing={missing} rowName={names} />
      {unasked.length === 0 ? null : <p className="muted">{unaskedText(unasked)}</p>}
      {air.length === 0 ? null : <p className="muted">{air.join('')}</p>}
      {kindsOf(result.units).map((group) => (
        <UnitTable
          key={group.kindName}
          title={assessmentText.ofKind(group.kindName)}
          scores={group.units}
          provisional={provisional}
          onOpen={({ subjectId }) => go('assessment', { unit: subjectId })}
        />
      ))}
    </div>
  );
}
