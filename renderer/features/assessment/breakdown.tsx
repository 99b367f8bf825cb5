import { ArrowLeftOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { type ReactElement, type ReactNode, useMemo, useState } from 'react';
import type { AssessmentResult, SourceRef, SubjectScore } from '../../../shared/domain/assessment/types.ts';
import { ruleText } from '../../../shared/text/score-text.ts';
import { assessmentText, breakdownText } from '../../../shared/text/ui/assessment-text.ts';
import { useWork } from '../../work/work-context.tsx';
import { useCall } from '../../client/context.tsx';
import { Panel } from '../../ui/page.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { OriginalDrawer } from '../returns/index.ts';
import { PartTable } from './part-table.tsx';
import { gradeOf, sumSentences } from './score-sum.ts';
import { SourceLinks } from './source-links.tsx';

export interface BreakdownProps {
  readonly result: AssessmentResult;
  readonly score: SubjectScore;
  /** Of a signed year what was signed. */
  readonly signed?: ReactNode;
  /** What it still lacks. */
  readonly missing?: ReactNode;
  onBack(): void;
  onChoose(subjectId: string): void;
}

/** One subject's score, opened row by row down to the cell of the return. */
export function Breakdown({ result, score, signed, missing, onBack, onChoose }: BreakdownProps): ReactElement {
  const [source, setSource] = useState<SourceRef | null>(null);
  const placeOf = usePlaces();
  return (
    <div className="breakdown">
      <BreakdownBar result={result} score={score} onBack={onBack} onChoose={onChoose} />
      <section className="score-summary" aria-label={breakdownText.summary(score.name)}>
        <div className="score-total">
          <span className="score-label">{score.name}</span>
          <span>
            <strong className="score-figure">{score.total}</strong> {assessmentText.points}
          </span>
          <span className="score-grade">{assessmentText.grade(gradeOf(score))}</span>
          {score.reported ? null : <StateTag state="notReported" text={assessmentText.notReported} />}
        </div>
        <div className="score-steps">
          <h2>{breakdownText.sum}</h2>
          <ol>
            {sumSentences(score).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ol>
        </div>
      </section>
      {signed}
      {missing}
      {score.penalties.length === 0 ? null : <Penalties score={score} onOpenSource={setSource} />}
      {score.parts.map((part) => (
        <PartTable key={`${score.subjectId} ${part.id}`} part={part} placeOf={placeOf} onOpenSource={setSource} />
      ))}
      {source === null ? null : (
        <OriginalDrawer sha256={source.sha256} sheet={source.sheet} cell={source.cell} onClose={() => setSource(null)} />
      )}
    </div>
  );
}

function BreakdownBar({ result, score, onBack, onChoose }: BreakdownProps): ReactElement {
  const subjects = [result.district, ...result.units];
  const index = subjects.findIndex((subject) => subject.subjectId === score.subjectId);
  const step = (by: number): SubjectScore | undefined => subjects[index + by];
  const stepButton = (by: number, words: string): ReactElement => {
    const subject = step(by);
    return (
      <Button
        disabled={subject === undefined}
        onClick={() => {
          if (subject !== undefined) onChoose(subject.subjectId);
        }}
      >
        {words}
      </Button>
    );
  };
  return (
    <div className="breakdown-bar">
      <Button icon={<ArrowLeftOutlined aria-hidden="true" />} onClick={onBack}>
        {breakdownText.back}
      </Button>
      <Select
        className="breakdown-choice"
        aria-label={breakdownText.choose}
        value={score.subjectId}
        onChange={onChoose}
        showSearch={{ optionFilterProp: 'label' }}
        options={subjects.map((subject) => ({ value: subject.subjectId, label: subject.name }))}
      />
      {stepButton(-1, breakdownText.previous)}
      {stepButton(1, breakdownText.next)}
    </div>
  );
}

function Penalties({
  score,
  onOpenSource,
}: {
  readonly score: SubjectScore;
  readonly onOpenSource: (source: SourceRef) => void;
}): ReactElement {
  return (
    <Panel title={breakdownText.penalties}>
      <ul className="penalties">
        {score.penalties.map((penalty) => (
          <li key={penalty.id}>
            <strong className="number penalty-points">
              {penalty.points} {assessmentText.points}
            </strong>
            <span>{breakdownText.penalty[penalty.id] ?? ''}</span>
            <span>{ruleText(penalty.rule.code, penalty.rule.params)}</span>
            <SourceLinks sources={penalty.sources} onOpen={onOpenSource} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Statement id → the place it is printed at. */
function usePlaces(): (statement: string) => string {
  const { year } = useWork();
  const conflicts = useCall('plan.conflicts', { year });
  return useMemo(() => {
    const places = new Map(
      conflicts.data?.conflicts.flatMap((conflict) => conflict.statements.map((statement) => [statement.id, statement.place] as const)),
    );
    return (statement) => places.get(statement) ?? statement;
  }, [conflicts.data]);
}
