import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { RowState } from '../../../../shared/domain/assessment/types.ts';
import { assessmentText } from '../../../../shared/text/ui/assessment-text.ts';
import { stateWords } from '../../../../shared/text/ui/app-text.ts';
import { useWords } from '../../../work/use-words.ts';
import { rangeText } from '../../../../shared/text/what-if-text.ts';
import { scorePageText } from '../../../../shared/text/ui/score-page-text.ts';
import { ProvisionalMark } from '../provisional-mark.tsx';
import { StateTag } from '../../../ui/state-tag.tsx';
import type { ShownScore } from './unit-rows.ts';

export interface DistrictSummaryProps {
  readonly score: ShownScore;
  readonly provisional: boolean;
  readonly onOpen: () => void;
}

/** The district's score with its parts, and how many of their rows are in which state. */
export function DistrictSummary({ score, provisional, onOpen }: DistrictSummaryProps): ReactElement {
  const { whole } = useWords();
  return (
    <section className="score-summary" aria-label={assessmentText.districtSummary(whole)}>
      <div className="score-total">
        <span className="score-label">{score.name}</span>
        <span>
          <strong className="score-figure">{score.total}</strong> {assessmentText.points} {provisional ? <ProvisionalMark /> : null}
        </span>
        <span className="score-grade">{assessmentText.grade(score.grade)}</span>
        {score.range === undefined || score.range === null || score.range.low === score.range.high ? null : (
          <span className="muted number">{scorePageText.districtRange(rangeText(score.range))}</span>
        )}
      </div>
      {score.parts.map((part) => (
        <div key={part.id} className="score-part">
          <span className="score-label">{part.title}</span>
          <span>
            <strong className="number">{part.points}</strong> <span className="muted number">{assessmentText.outOf(part.max)}</span>
          </span>
          <span className="score-states">
            {countStates(part.rows).map(([state, count]) => (
              <StateTag key={state} state={state} text={`${stateWords[state]} ${count}`} />
            ))}
          </span>
        </div>
      ))}
      <Button className="score-open" onClick={onOpen}>
        {assessmentText.districtOpen(whole)}
      </Button>
    </section>
  );
}

const STATE_ORDER: readonly RowState[] = ['met', 'noOccurrence', 'unmet', 'missing', 'notApplicable'];

/** States that occur with their number, best first. */
export function countStates(rows: readonly { readonly state: RowState }[]): (readonly [RowState, number])[] {
  return STATE_ORDER.flatMap((state) => {
    const count = rows.filter((row) => row.state === state).length;
    return count === 0 ? [] : [[state, count] as const];
  });
}
