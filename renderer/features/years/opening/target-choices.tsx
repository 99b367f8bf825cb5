import { Button } from 'antd';
import { type ReactElement, useMemo } from 'react';
import type { TargetRow, YearProposal } from '../../../../shared/contract/years.ts';
import { openingText } from '../../../../shared/text/ui/years-text.ts';
import { targetSourceText } from '../../../../shared/text/year-text.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { StateTag } from '../../../ui/state-tag.tsx';
import { type Answer, answerRest, answerText, type Draft, openQuestions, type Question } from './draft.ts';
import { optionText } from './option-text.ts';
import { SourceChoice } from './source-choice.tsx';

export interface TargetChoicesProps {
  readonly year: number;
  readonly rows: readonly TargetRow[];
  readonly questions: readonly Question[];
  readonly draft: Draft;
  /** What the answers so far come to. */
  readonly chosen: YearProposal['chosen'];
  readonly onDraft: (draft: Partial<Draft>) => void;
}

/** Every measure with its targets around the year; those for which a source is to be chosen stand first. */
export function TargetChoices({ year, rows, questions, draft, chosen, onDraft }: TargetChoicesProps): ReactElement {
  const lines = useMemo(() => targetLines(rows, questions), [rows, questions]);
  const columns = columnsOf(year, rows, { answers: draft.answers, chosen }, (measure, answer) =>
    onDraft({ answers: { ...draft.answers, [measure]: answer } }),
  );
  return (
    <DataTable
      title={questions.length === 0 ? openingText.targetsPrinted(rows.length) : openingText.targets(questions.length)}
      columns={columns}
      rows={lines}
      rowKey={({ row }) => row.measure}
      extra={questions.length === 0 ? null : <Rest questions={questions} draft={draft} onDraft={onDraft} />}
    />
  );
}

function Rest({ questions, draft, onDraft }: Pick<TargetChoicesProps, 'questions' | 'draft' | 'onDraft'>): ReactElement {
  const open = openQuestions(questions, draft);
  return (
    <>
      {(['carry', 'interpolate'] as const).map((kind) => (
        <Button
          key={kind}
          size="small"
          title={openingText.restHint[kind]}
          disabled={open.every((question) => question[kind] === null)}
          onClick={() => onDraft(answerRest(questions, draft, kind))}
        >
          {openingText.rest[kind]}
        </Button>
      ))}
      <Button size="small" disabled={Object.keys(draft.answers).length === 0} onClick={() => onDraft({ answers: {} })}>
        {openingText.clear}
      </Button>
    </>
  );
}

interface TargetLine {
  readonly row: TargetRow;
  readonly question: Question | null;
}

function targetLines(rows: readonly TargetRow[], questions: readonly Question[]): TargetLine[] {
  const asked = new Map(questions.map((question) => [question.measure, question]));
  const lines = rows.map((row) => ({ row, question: asked.get(row.measure) ?? null }));
  return [...lines.filter(({ question }) => question !== null), ...lines.filter(({ question }) => question === null)];
}

interface Answers extends Pick<Draft, 'answers'> {
  readonly chosen: YearProposal['chosen'];
}

function columnsOf(
  year: number,
  rows: readonly TargetRow[],
  choice: Answers,
  onAnswer: (measure: string, answer: Answer) => void,
): DataColumn<TargetLine>[] {
  const { columns } = openingText;
  const around = yearsAround(Object.keys(rows[0]?.byYear ?? {}).map(Number), year);
  const known = (one: number): DataColumn<TargetLine> => ({
    key: String(one),
    title: columns.year(String(one)),
    text: ({ row }) => row.byYear[String(one)] ?? openingText.notSet,
    align: 'right',
    width: 88,
    sortable: false,
  });
  return [
    {
      key: 'name',
      title: columns.name,
      text: ({ row }) => openingText.nameWithUnit(row.name, row.unit),
      level: 'answers',
      sortable: false,
    },
    ...around.filter((one) => one < year).map(known),
    targetColumn(year, choice),
    sourceColumn(choice, onAnswer),
    ...around.filter((one) => one > year).map(known),
  ];
}

/** The year's own target: what counts already, or what the answer makes of it. */
function targetColumn(year: number, { answers, chosen }: Answers): DataColumn<TargetLine> {
  const results = new Map(chosen.map((entry) => [entry.measure, entry.printed ?? openingText.notJudged]));
  const targetOf = ({ row, question }: TargetLine): string | null =>
    question === null ? row.adopted : answerText(answers[row.measure]) === null ? null : (results.get(row.measure) ?? null);
  return {
    key: 'target',
    title: openingText.columns.year(String(year)),
    text: (line) => targetOf(line) ?? openingText.pending,
    render: (line) => targetOf(line) ?? <StateTag state="pending" />,
    align: 'right',
    width: 108,
    sortable: false,
  };
}

/** Where the target comes from, to be chosen where it is asked. */
function sourceColumn({ answers }: Answers, onAnswer: (measure: string, answer: Answer) => void): DataColumn<TargetLine> {
  const sourceOf = ({ row, question }: TargetLine): string => {
    const answer = answers[row.measure];
    if (question === null) return targetSourceText(row.rule, row.place, row.fromYears);
    return answer === undefined ? openingText.pending : optionText(question, answer.kind);
  };
  return {
    key: 'source',
    title: openingText.columns.source,
    text: sourceOf,
    render: (line) =>
      line.question === null ? (
        sourceOf(line)
      ) : (
        <SourceChoice
          question={line.question}
          answer={answers[line.row.measure]}
          onAnswer={(answer) => onAnswer(line.row.measure, answer)}
        />
      ),
    width: 268,
    sortable: false,
  };
}

/** The last year before and the first after. */
export function yearsAround(years: readonly number[], year: number): number[] {
  const sorted = years.toSorted((one, other) => one - other);
  return [sorted.findLast((one) => one < year), sorted.find((one) => one > year)].filter((one) => one !== undefined);
}
