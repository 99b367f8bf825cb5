import { placesOf } from '../../../../shared/domain/assessment/places.ts';
import { rangeText } from '../../../../shared/text/what-if-text.ts';
import { assessmentText } from '../../../../shared/text/ui/assessment-text.ts';
import { scorePageText } from '../../../../shared/text/ui/score-page-text.ts';
import type { DataColumn } from '../../../ui/data-table.tsx';
import { StateTag } from '../../../ui/state-tag.tsx';
import { ProvisionalMark } from '../provisional-mark.tsx';
import { averageOf, sumOf } from '../column-sums.ts';
import { foldText, penaltyText, type ShownScore } from './unit-rows.ts';

type Column = DataColumn<ShownScore>;

export interface UnitColumnsOptions {
  readonly provisional: boolean;
  onOpen(score: ShownScore): void;
}

const NONE = assessmentText.noPart;

/** From left to right a row adds up: the parts, by what they are multiplied, what is deducted, the total. Below stand averages, and sums of what is counted. */
export function unitColumns(scores: readonly ShownScore[], options: UnitColumnsOptions): Column[] {
  const ranges = scores.some(({ range }) => range !== undefined);
  return [
    placeColumn(scores),
    nameColumn(options),
    ...partColumns(scores),
    { key: 'fold', title: scorePageText.columns.fold, text: foldText, align: 'right', width: 84, sortable: false },
    {
      key: 'penalties',
      title: scorePageText.columns.penalties,
      text: (score) => penaltyText(score) || NONE,
      sortValue: (score) => numberOrNull(penaltyText(score)),
      align: 'right',
      width: 56,
      sortable: false,
      sum: (rows) => sumOf(rows.map(penaltyText)),
    },
    totalColumn(options),
    ...(ranges ? [rangeColumn()] : []),
    gradeColumn(),
    ...(ranges ? [missingColumn()] : []),
  ];
}

function placeColumn(scores: readonly ShownScore[]): Column {
  const places = placesOf(scores);
  return {
    key: 'place',
    title: scorePageText.columns.place,
    text: (score) => String(places.get(score.subjectId) ?? NONE),
    sortValue: (score) => places.get(score.subjectId) ?? null,
    align: 'right',
    width: 76,
  };
}

const nameColumn = ({ onOpen }: UnitColumnsOptions): Column => ({
  key: 'name',
  title: assessmentText.columns.name,
  text: (score) => score.name,
  filter: 'search',
  level: 'answers',
  render: (score) => (
    <button type="button" className="link-button" onClick={() => onOpen(score)}>
      {score.name}
    </button>
  ),
});

const totalColumn = ({ provisional }: UnitColumnsOptions): Column => ({
  key: 'total',
  title: assessmentText.columns.total,
  text: (score) => (score.reported ? score.total : NONE),
  sortValue: (score) => (score.reported ? Number(score.total) : null),
  align: 'right',
  width: 118,
  sum: (scores) => averageOf(scores.filter(({ reported }) => reported).map(({ total }) => total)),
  render: (score) =>
    score.reported ? (
      <>
        <strong>{score.total}</strong> {provisional ? <ProvisionalMark /> : null}
      </>
    ) : (
      NONE
    ),
});

const rangeColumn = (): Column => ({
  key: 'range',
  title: scorePageText.columns.range,
  text: ({ range }) => (range === undefined || range === null || range.low === range.high ? '' : rangeText(range)),
  align: 'right',
  width: 124,
  sortable: false,
  level: 'B',
});

const gradeColumn = (): Column => ({
  key: 'grade',
  title: assessmentText.columns.grade,
  text: (score) => (score.reported ? score.grade : assessmentText.notReported),
  filter: 'values',
  sortable: false,
  width: 96,
  render: (score) => (score.reported ? score.grade : <StateTag state="notReported" text={assessmentText.notReported} />),
});

const missingColumn = (): Column => ({
  key: 'missing',
  title: scorePageText.columns.missing,
  text: ({ missing = [] }) => scorePageText.missingCount(missing.length),
  sum: (scores) => scorePageText.missingCount(scores.reduce((sum, { missing = [] }) => sum + missing.length, 0)),
  sortable: false,
  width: 96,
  level: 'B',
});

/** One column for each part that any of the units has, in the order of a unit with all of them; the weights are the same for all units of a kind. */
function partColumns(scores: readonly ShownScore[]): Column[] {
  const fullest = scores.toSorted((one, other) => other.parts.length - one.parts.length);
  const parts = new Map(fullest.flatMap((score) => score.parts).map((part) => [part.id, part] as const));
  return [...parts.values()].map((part) => {
    const points = (score: ShownScore): string => {
      if (!score.reported) return scorePageText.lacking;
      const own = score.parts.find(({ id }) => id === part.id);
      return own === undefined || own.rows.every((row) => row.points === null) ? scorePageText.notInvolved : own.points;
    };
    return {
      key: part.id,
      title: assessmentText.partColumn(part.title, part.max),
      text: points,
      align: 'right',
      width: 100,
      sortable: false,
      sum: (rows) => averageOf(rows.map(points)),
    };
  });
}

/** Only for putting rows in order; nothing is printed or judged by it. */
const numberOrNull = (text: string): number | null => (text === '' ? null : Number(text));
