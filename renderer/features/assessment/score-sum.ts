import type { SubjectScore } from '../../../shared/domain/assessment/types.ts';
import { exact, roundHalfEven } from '../../../shared/domain/numbers/decimal.ts';
import { assessmentText, sumText } from '../../../shared/text/ui/assessment-text.ts';

const FULL = 100;
const DECIMALS = 2;

export interface ScoreSum {
  /** Points of the rows that count, and the points they could give. */
  readonly points: string;
  readonly counted: string;
  /** Rows that do not count (不涉及) and their points. */
  readonly leftRows: number;
  readonly leftPoints: string;
  /** What parts the subject has no rows of would have given. */
  readonly absent: string;
  readonly penalties: string;
}

/** The steps from the rows to the total (缺项折算), so that they can be written down; the total itself is the core's. */
export function scoreSum(score: SubjectScore): ScoreSum {
  const rows = score.parts.flatMap((part) => part.rows);
  const left = rows.filter((row) => row.points === null);
  const maxima = (list: readonly { readonly max: string }[]): string => sum(list.map((entry) => entry.max));
  return {
    points: fixed(score.exactTotal),
    counted: maxima(rows.filter((row) => row.points !== null)),
    leftRows: left.length,
    leftPoints: maxima(left),
    absent: fixed(exact(FULL).minus(maxima(score.parts)).toFixed()),
    penalties: sum(score.penalties.map((penalty) => penalty.points)),
  };
}

/** 等次; a unit that sent nothing gets none. */
export const gradeOf = (score: SubjectScore): string => (score.reported ? score.grade : assessmentText.noGrade);

const totalSentence = (score: SubjectScore): string =>
  score.reported ? sumText.total(score.total, score.grade) : sumText.notReported(score.total);

/** The steps in words, from the rows down to the total. */
export function sumSentences(score: SubjectScore): readonly string[] {
  const steps = scoreSum(score);
  if (exact(steps.counted).isZero()) return [sumText.nothing, totalSentence(score)];
  const folded = roundHalfEven(exact(steps.points).times(FULL).div(steps.counted), DECIMALS);
  return [
    sumText.counted(steps.points, steps.counted),
    ...(steps.leftRows === 0 ? [] : [sumText.left(steps.leftRows, steps.leftPoints)]),
    ...(exact(steps.absent).gt(0) ? [sumText.missingParts(steps.absent)] : []),
    exact(steps.counted).eq(FULL) ? sumText.unfolded : sumText.folded(steps.points, steps.counted, folded),
    ...(score.penalties.length === 0 ? [] : [sumText.penalties(steps.penalties)]),
    totalSentence(score),
  ];
}

const sum = (values: readonly string[]): string => fixed(values.reduce((total, value) => total.plus(value), exact(0)).toFixed());

const fixed = (value: string): string => roundHalfEven(value, DECIMALS);
