import type { ReactElement } from 'react';
import { isMoved } from '../../../../shared/domain/assessment/changed-rows.ts';
import type { ResultDifference, SubjectDifference } from '../../../../shared/domain/assessment/diff-results.ts';
import { differenceText } from '../../../../shared/text/ui/score-page-text.ts';
import { causeText, changeText, whatIfCommandText } from '../../../../shared/text/what-if-text.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { type ChangedLine, changedLines, quietRows } from './changed-lines.ts';

/** What differs between two results: units first, then their rows with the causes. What is the same is only counted. */
export function DifferenceView({ difference }: { readonly difference: ResultDifference }): ReactElement {
  const { versions, subjects, same } = difference;
  const moved = subjects.filter(isMoved);
  const lines = changedLines(difference);
  const { followed, unmoved } = quietRows(difference);
  const rest = same + subjects.length - moved.length;
  return (
    <div className="assessment">
      {versions.map(({ code, params }) => (
        <p key={code}>{causeText(code, params)}</p>
      ))}
      {moved.length === 0 ? (
        <p>{differenceText.nothing}</p>
      ) : (
        <DataTable
          title={differenceText.units(moved.length)}
          columns={SUBJECT_COLUMNS}
          rows={moved}
          rowKey={({ subjectId }) => subjectId}
          countText={() => (rest === 0 ? '' : whatIfCommandText.same(rest))}
        />
      )}
      {lines.length === 0 ? null : <DataTable title={differenceText.rows} columns={LINE_COLUMNS} rows={lines} rowKey={({ key }) => key} />}
      {followed.length === 0 ? null : <p className="muted">{whatIfCommandText.followed(followed.join('、'))}</p>}
      {unmoved.length === 0 ? null : <p className="muted">{whatIfCommandText.unmoved(unmoved.join('、'))}</p>}
    </div>
  );
}

const { columns: titles } = differenceText;

const changed = (before: unknown, after: unknown): string => (before === after ? '' : 'changed');

const SUBJECT_COLUMNS: readonly DataColumn<SubjectDifference>[] = [
  { key: 'unit', title: titles.unit, text: ({ name }) => name, filter: 'search', level: 'answers', sortable: false },
  {
    key: 'total',
    title: titles.total,
    text: ({ total }) => changeText(total),
    render: ({ total }) => <span className={changed(total.before, total.after)}>{changeText(total)}</span>,
    align: 'right',
    width: 180,
    sortable: false,
  },
  {
    key: 'grade',
    title: titles.grade,
    text: ({ grade }) => changeText(grade),
    render: ({ grade }) => <span className={changed(grade.before, grade.after)}>{changeText(grade)}</span>,
    width: 150,
    sortable: false,
  },
  {
    key: 'place',
    title: titles.place,
    text: ({ place }) => changeText(place),
    render: ({ place }) => <span className={changed(place.before, place.after)}>{changeText(place)}</span>,
    align: 'right',
    width: 120,
    sortable: false,
  },
];

const LINE_COLUMNS: readonly DataColumn<ChangedLine>[] = [
  { key: 'unit', title: titles.unit, text: ({ unit }) => unit, filter: 'values', width: 132, sortable: false },
  { key: 'row', title: titles.row, text: ({ row }) => row, width: 200, sortable: false },
  { key: 'points', title: titles.points, text: ({ points }) => points, align: 'right', width: 140, sortable: false },
  { key: 'max', title: titles.max, text: ({ max }) => max, align: 'right', width: 140, sortable: false, level: 'B' },
  {
    key: 'cause',
    title: titles.cause,
    text: ({ causes }) => causes.join('；'),
    render: ({ causes }) => (
      <ul>
        {causes.map((cause) => (
          <li key={cause}>{cause}</li>
        ))}
      </ul>
    ),
    level: 'answers',
    sortable: false,
  },
];
