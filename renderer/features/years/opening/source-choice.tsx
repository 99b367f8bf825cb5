import { Input, Select } from 'antd';
import type { ReactElement } from 'react';
import { openingText } from '../../../../shared/text/ui/years-text.ts';
import { type Answer, type AnswerKind, answerText, type Question } from './draft.ts';
import { optionText } from './option-text.ts';

export interface SourceChoiceProps {
  readonly question: Question;
  readonly answer: Answer | undefined;
  readonly onAnswer: (answer: Answer) => void;
}

const KINDS = ['carry', 'interpolate', 'entered', 'none'] as const satisfies AnswerKind[];

/** 目标来源: 沿用, 插值, 录入 or 不考核, each with what it gives. */
export function SourceChoice({ question, answer, onAnswer }: SourceChoiceProps): ReactElement {
  return (
    <span className="source-choice">
      <Select<AnswerKind | null>
        size="small"
        aria-label={openingText.chooseFor(question.name)}
        value={answer?.kind ?? null}
        placeholder={openingText.choose}
        status={answerText(answer) === null ? 'warning' : ''}
        onChange={(kind) => {
          if (kind !== null) onAnswer(kind === 'entered' ? { kind, text: '' } : { kind });
        }}
        options={KINDS.map((kind) => ({ value: kind, label: optionText(question, kind), disabled: isImpossible(question, kind) }))}
        popupMatchSelectWidth={false}
      />
      {answer?.kind === 'entered' ? (
        <Input
          size="small"
          aria-label={openingText.entered(question.name)}
          placeholder={openingText.enteredPlaceholder}
          value={answer.text}
          maxLength={60}
          onChange={(event) => onAnswer({ kind: 'entered', text: event.target.value })}
        />
      ) : null}
    </span>
  );
}

const isImpossible = (question: Question, kind: AnswerKind): boolean =>
  (kind === 'carry' || kind === 'interpolate') && question[kind] === null;
