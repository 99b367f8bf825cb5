import { ArrowLeftOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { MethodOutput } from '../../../../shared/contract/contract.ts';
import type { AssessmentResult } from '../../../../shared/domain/assessment/types.ts';
import { engineNote } from '../../../../shared/text/engine-text.ts';
import { schemeRunText } from '../../../../shared/text/scheme/run-words.ts';
import { assessmentText } from '../../../../shared/text/ui/assessment-text.ts';
import { runsText, scorePageText } from '../../../../shared/text/ui/score-page-text.ts';
import { useCall } from '../../../client/context.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { useRoute } from '../../../work/routes.ts';
import { kindsOf } from '../../../work/unit-kinds.ts';
import { Breakdown } from '../breakdown.tsx';
import { DistrictSummary } from '../current/district-summary.tsx';
import { UnitTable } from '../current/unit-table.tsx';
import { SchemeTables } from '../scheme/scheme-tables.tsx';
import { subjectOf } from '../subject-of.ts';
import { Waiting } from '../waiting.tsx';
import { RankingRun } from './ranking-run.tsx';
import { actorText, timeText } from './run-words.ts';

export interface RunViewProps {
  /** As the address gives it. */
  readonly run: string;
  onBack(): void;
}

/** One stored result as it was stored; nothing of it can be changed. */
export function RunView({ run, onBack }: RunViewProps): ReactElement {
  const id = /^\d+$/u.test(run) ? Number(run) : null;
  const shown = useCall('run.show', { id: id ?? 0 }, { enabled: id !== null });
  const back = (
    <Button icon={<ArrowLeftOutlined aria-hidden="true" />} onClick={onBack}>
      {runsText.back}
    </Button>
  );
  if (id === null) return <EmptyState title={runsText.unknown(run)} actions={back} />;
  return (
    <div className="assessment">
      <div className="tab-bar">{back}</div>
      <FailureAlert failure={shown.error} onRetry={() => void shown.refetch()} />
      {shown.isLoading ? <Waiting words={scorePageText.waiting} /> : null}
      {shown.data === undefined ? null : <Shown shown={shown.data} />}
    </div>
  );
}

function Shown({ shown }: { readonly shown: MethodOutput<'run.show'> }): ReactElement {
  const { run, engine } = shown;
  const note = engineNote(run.engine, engine);
  return (
    <>
      <div>
        <h2>{runsText.shownTitle(run.id)}</h2>
        <p className="muted">{runsText.shownOf(timeText(run.computedAt), actorText(run))}</p>
        {note === '' ? null : <p className="muted">{note}</p>}
      </div>
      <Result shown={shown} />
    </>
  );
}

function Result({ shown }: { readonly shown: MethodOutput<'run.show'> }): ReactElement {
  switch (shown.kind) {
    case 'assessment':
      return <ScoreRun run={shown.run.id} result={shown.result} />;
    case 'ranking':
      return <RankingRun result={shown.result} />;
    case 'scheme':
      return (
        <>
          <p>{schemeRunText.title(shown.result.schemeTitle, shown.result.number, shown.result.year)}</p>
          <SchemeTables result={shown.result} />
        </>
      );
  }
}

function ScoreRun({ run, result }: { readonly run: number; readonly result: AssessmentResult }): ReactElement {
  const { params, go } = useRoute();
  const open = (unit?: string): void => go('assessment', { tab: 'runs', run: String(run), ...(unit === undefined ? {} : { unit }) });
  const score = params['unit'] === undefined ? undefined : subjectOf(result, params['unit']);
  if (score !== undefined) return <Breakdown key={score.subjectId} result={result} score={score} onBack={() => open()} onChoose={open} />;
  return (
    <>
      <DistrictSummary score={result.district} provisional={false} onOpen={() => open(result.district.subjectId)} />
      {kindsOf(result.units).map((group) => (
        <UnitTable
          key={group.kindName}
          title={assessmentText.ofKind(group.kindName)}
          scores={group.units}
          provisional={false}
          onOpen={({ subjectId }) => open(subjectId)}
        />
      ))}
    </>
  );
}
