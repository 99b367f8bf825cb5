import { CalculatorOutlined } from '@ant-design/icons';
import { Button, Spin, Tooltip } from 'antd';
import { type ReactElement, useRef } from 'react';
import type { MethodOutput } from '../../../shared/contract/contract.ts';
import { appText } from '../../../shared/text/ui/app-text.ts';
import { assessmentText, breakdownText, momentText } from '../../../shared/text/ui/assessment-text.ts';
import { useRoute } from '../../work/routes.ts';
import { kindsOf } from '../../work/unit-kinds.ts';
import { useWork } from '../../work/work-context.tsx';
import { useCall } from '../../client/context.tsx';
import { failedWith } from '../../client/failed-with.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureAlert } from '../../ui/failure-alert.tsx';
import { Page } from '../../ui/page.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { Breakdown } from './breakdown.tsx';
import { DistrictSummary } from './district-summary.tsx';
import { UnitTable } from './unit-table.tsx';
import './assessment.css';
import { useNotice } from '../../ui/use-notice.tsx';

type Scored = MethodOutput<'assessment.score'>;

/** 评分: the year's scores, and for each subject where they come from. `#/assessment?unit=dept-transport` opens one. */
export function AssessmentPage(): ReactElement {
  const { year } = useWork();
  const { params, go } = useRoute();
  const notice = useNotice();
  const scored = useCall('assessment.score', { year });
  const shown = useRef<string | null>(null);
  shown.current = scored.data?.inputHash ?? null;

  const recompute = async (): Promise<void> => {
    const before = shown.current;
    const { data } = await scored.refetch();
    if (data === undefined) return;
    notice.success(data.inputHash === before ? assessmentText.unchanged(momentText(data.computedAt)) : assessmentText.recomputed);
  };
  const unit = params['unit'];
  const score = unit === undefined ? undefined : subjectOf(scored.data, unit);
  return (
    <Page
      title={score === undefined ? appText.pages.assessment : breakdownText.title(score.name)}
      hint={scored.data === undefined ? null : <SchemeLine scored={scored.data} />}
      extra={
        failedWith(scored.error, 'YEAR_NO_SCHEME') ? null : (
          <Button icon={<CalculatorOutlined aria-hidden="true" />} loading={scored.isFetching} onClick={() => void recompute()}>
            {assessmentText.recompute}
          </Button>
        )
      }
    >
      <FailureAlert failure={scored.error} onRetry={() => void scored.refetch()} />
      {scored.isPending ? (
        <div role="status" className="assessment-wait">
          <Spin /> {assessmentText.computing}
        </div>
      ) : null}
      {scored.data === undefined ? null : (
        <Content
          scored={scored.data}
          unit={unit ?? null}
          score={score ?? null}
          go={(subjectId) => go('assessment', subjectId === null ? {} : { unit: subjectId })}
        />
      )}
    </Page>
  );
}

interface ContentProps {
  readonly scored: Scored;
  readonly unit: string | null;
  readonly score: Scored['result']['district'] | null;
  go(subjectId: string | null): void;
}

function Content({ scored, unit, score, go }: ContentProps): ReactElement {
  const { href } = useRoute();
  const { result } = scored;
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
  if (unit !== null && score === null) {
    return (
      <EmptyState
        title={assessmentText.unknownUnit(unit)}
        hint={assessmentText.unknownUnitHint}
        actions={<Button onClick={() => go(null)}>{breakdownText.back}</Button>}
      />
    );
  }
  if (score !== null) return <Breakdown key={score.subjectId} result={result} score={score} onBack={() => go(null)} onChoose={go} />;
  return (
    <div className="assessment">
      <DistrictSummary score={result.district} onOpen={() => go(result.district.subjectId)} />
      {kindsOf(result.units).map((group) => (
        <UnitTable
          key={group.kindName}
          title={assessmentText.ofKind(group.kindName)}
          scores={group.units}
          onOpen={(one) => go(one.subjectId)}
        />
      ))}
    </div>
  );
}

function SchemeLine({ scored }: { readonly scored: Scored }): ReactElement {
  return (
    <span className="scheme-line">
      {scored.result.schemeTitle}
      {scored.result.demonstration ? (
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

/** By id or by name; the district by its own name. */
function subjectOf(scored: Scored | undefined, unit: string): Scored['result']['district'] | undefined {
  if (scored === undefined) return undefined;
  return [scored.result.district, ...scored.result.units].find((subject) => subject.subjectId === unit || subject.name === unit);
}
