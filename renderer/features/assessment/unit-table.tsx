import type { ReactElement } from 'react';
import type { SubjectScore } from '../../../shared/domain/assessment/types.ts';
import { assessmentText } from '../../../shared/text/ui/assessment-text.ts';
import { type DataColumn, DataTable } from '../../ui/data-table.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { gradeOf, penaltySum } from './score-sum.ts';

export interface UnitTableProps {
  readonly title: string;
  readonly scores: readonly SubjectScore[];
  onOpen(score: SubjectScore): void;
}

/** Scores of the units of one kind; a row leads to the unit's breakdown. */
export function UnitTable({ title, scores, onOpen }: UnitTableProps): ReactElement {
  return (
    <DataTable
      title={title}
      columns={unitColumns(scores, onOpen)}
      rows={scores}
      rowKey={(score) => score.subjectId}
      onRowActivate={onOpen}
      emptyText={assessmentText.emptyUnits}
    />
  );
}

const NUMBER_WIDTH = 84;

export function unitColumns(scores: readonly SubjectScore[], onOpen: (score: SubjectScore) => void): DataColumn<SubjectScore>[] {
  const { columns } = assessmentText;
  return [
    {
      key: 'name',
      title: columns.name,
      text: (score) => score.name,
      filter: 'search',
      width: 150,
      render: (score) => (
        <button type="button" className="link-button" onClick={() => onOpen(score)}>
          {score.name}
        </button>
      ),
    },
    {
      key: 'reported',
      title: columns.reported,
      text: (score) => (score.reported ? assessmentText.reported : assessmentText.notReported),
      filter: 'values',
      width: 100,
      render: (score) =>
        score.reported ? (
          <span className="muted">{assessmentText.reported}</span>
        ) : (
          <StateTag state="notReported" text={assessmentText.notReported} />
        ),
    },
    ...partColumns(scores),
    {
      key: 'penalties',
      title: columns.penalties,
      text: penaltySum,
      sortValue: (score) => numberOrNull(penaltySum(score)),
      align: 'right',
      width: NUMBER_WIDTH,
    },
    {
      key: 'total',
      title: columns.total,
      text: (score) => score.total,
      sortValue: (score) => Number(score.total),
      align: 'right',
      width: NUMBER_WIDTH,
      render: (score) => <strong>{score.total}</strong>,
    },
    { key: 'grade', title: columns.grade, text: gradeOf, filter: 'values', width: 104 },
  ];
}

/** One column for each part that any of the units has; the weights are the same for all units of a kind. */
function partColumns(scores: readonly SubjectScore[]): DataColumn<SubjectScore>[] {
  const parts = new Map(scores.flatMap((score) => score.parts).map((part) => [part.id, part] as const));
  return [...parts.values()].map((part) => {
    const points = (score: SubjectScore): string => score.parts.find((own) => own.id === part.id)?.points ?? assessmentText.noPart;
    return {
      key: part.id,
      title: assessmentText.partColumn(part.title, part.max),
      text: points,
      sortValue: (score) => numberOrNull(points(score)),
      align: 'right' as const,
      width: 176,
    };
  });
}

/** Only for putting rows in order; nothing is printed or judged by it. */
const numberOrNull = (text: string): number | null => (text === '' || text === assessmentText.noPart ? null : Number(text));
