import { Spin } from 'antd';
import { type ReactElement, useState } from 'react';
import type { TargetRow } from '../../../../shared/contract/years.ts';
import { targetsText } from '../../../../shared/text/ui/targets-text.ts';
import { openingText } from '../../../../shared/text/ui/years-text.ts';
import { useCall, useCommand } from '../../../client/context.tsx';
import { BeforeAfter } from '../../../ui/before-after.tsx';
import { DecisionDialog } from '../../../ui/decision-dialog.tsx';
import { EffectView } from '../../../ui/effect-view.tsx';
import { useSettled } from '../../../ui/use-settled.ts';
import { useWork } from '../../../work/work-context.tsx';
import { type Answer, answerText, type Question } from '../opening/draft.ts';
import { optionText } from '../opening/option-text.ts';
import { SourceChoice } from '../opening/source-choice.tsx';
import { adoptedText, sourceText } from './target-columns.tsx';

export interface SourceDialogProps {
  readonly row: TargetRow;
  readonly onClose: () => void;
}

/** 改选来源 of a target that no paper sets: carried over, interpolated, entered, or not judged. */
export function SourceDialog({ row, onClose }: SourceDialogProps): ReactElement {
  const { year } = useWork();
  const change = useCommand('year.change');
  const choices = useCall('year.choices', { year });
  const [answer, setAnswer] = useState<Answer | undefined>(undefined);
  const question = choices.data?.targets.find(({ measure }) => measure === row.measure);
  const text = answerText(answer);
  const former = question === undefined ? null : formerAnswer(row, question);
  return (
    <DecisionDialog
      title={targetsText.sourceTitle(row.name)}
      confirm={targetsText.sourceConfirm}
      blocked={text === null ? targetsText.sourceChoose : null}
      done={targetsText.sourceDone}
      decide={async (reason) => {
        if (text !== null) await change.mutateAsync({ year, change: { targets: { [row.measure]: text } }, reason });
      }}
      undo={former === null ? undefined : (reason) => change.mutateAsync({ year, change: { targets: { [row.measure]: former } }, reason })}
      onClose={onClose}
    >
      {question === undefined ? <Spin /> : <SourceChoice question={question} answer={answer} onAnswer={setAnswer} />}
      {answer === undefined || question === undefined || text === null ? null : (
        <>
          <BeforeAfter
            changes={[{ name: row.name, before: `${adoptedText(row)}（${sourceText(row)}）`, after: answerWords(question, answer) }]}
          />
          <Effect year={year} measure={row.measure} text={text} />
        </>
      )}
    </DecisionDialog>
  );
}

/** The answer by which the target of now would come about again; null where none gives exactly that. */
export function formerAnswer({ rule, adopted }: Pick<TargetRow, 'rule' | 'adopted'>, { carry, interpolate }: Question): string | null {
  if (rule === 'none') return 'none';
  if (rule === 'entered') return adopted;
  if (rule === 'carried') return carry?.printed === adopted ? 'carry' : null;
  return rule === 'interpolated' && interpolate?.printed === adopted ? 'interpolate' : null;
}

const answerWords = (question: Question, answer: Answer): string =>
  answer.kind === 'entered' ? openingText.enteredAs(answer.text.trim()) : optionText(question, answer.kind);

interface EffectProps {
  readonly year: number;
  readonly measure: string;
  readonly text: string;
}

function Effect({ year, measure, text }: EffectProps): ReactElement {
  const settled = useSettled(text);
  const effect = useCall('year.preview', { year, change: { targets: { [measure]: settled } } }, { keepPrevious: true });
  return <EffectView effect={effect} />;
}
