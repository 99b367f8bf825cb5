import colors from 'picocolors';
import type { MethodOutput } from '../../../../shared/contract/contract.ts';
import { detailedSubjects, isMoved, onlyMax, scoresOtherwise } from '../../../../shared/domain/assessment/changed-rows.ts';
import { causeText, changeText, whatIfCommandText } from '../../../../shared/text/what-if-text.ts';
import { heading, textTable } from '../terminal/table.ts';

type Difference = MethodOutput<'run.diff'>['difference'];
type Subject = Difference['subjects'][number];

const words = whatIfCommandText;

/** What differs between two results: totals, grades and places, then row by row with the causes. */
export function differenceLines(difference: Difference): string[] {
  const { versions, subjects, same } = difference;
  const notes = versions.map(({ code, params }) => `  ${causeText(code, params)}`);
  const moved = subjects.filter(isMoved);
  const detailed = detailedSubjects(difference);
  const unmoved = new Set(subjects.flatMap(({ rows }) => rows.filter((row) => !scoresOtherwise(row)).map(({ rowId }) => rowId)));
  return [
    ...notes,
    ...(moved.length === 0
      ? [heading(words.nothing)]
      : [heading(words.changed(moved.length)), movedTable(moved), colors.dim(`  ${words.same(same + subjects.length - moved.length)}`)]),
    ...(detailed.length === 0 ? [] : [heading(words.rows)]),
    ...detailed.flatMap(subjectLines),
    ...(unmoved.size === 0 ? [] : [colors.dim(`  ${words.unmoved([...unmoved].join('、'))}`)]),
  ];
}

const movedTable = (subjects: readonly Subject[]): string =>
  textTable<Subject>(
    [
      { title: words.columns.unit, cell: (subject) => subject.name },
      { title: words.columns.total, align: 'right', cell: (subject) => changeText(subject.total) },
      { title: words.columns.grade, cell: (subject) => changeText(subject.grade) },
      { title: words.columns.place, align: 'right', cell: (subject) => changeText(subject.place) },
    ],
    subjects,
  );

/** Rows of which only the full marks differ follow from another row's, and are named in one line. */
function subjectLines({ name, causes, rows }: Subject): string[] {
  const scored = rows.filter(scoresOtherwise);
  const [followed, own] = [scored.filter(onlyMax), scored.filter((row) => !onlyMax(row))];
  return [
    `  ${colors.bold(name)}`,
    ...causes.map(({ code, params }) => `    ${causeText(code, params)}`),
    ...own.flatMap((row) => [
      `    ${row.rowId} ${row.title.replaceAll('\n', '')}　${words.points(changeText(row.points), changeText(row.max))}`,
      ...row.causes.map(({ code, params }) => colors.dim(`      ${causeText(code, params)}`)),
    ]),
    ...(followed.length === 0 ? [] : [`    ${words.followed(followed.map(followedText).join('、'))}`]),
  ];
}

const followedText = ({ rowId, points, max }: Subject['rows'][number]): string =>
  words.followedRow(rowId, changeText(points), changeText(max));
