import { detailedSubjects, onlyMax, scoresOtherwise } from '../../../../shared/domain/assessment/changed-rows.ts';
import type { ResultDifference, RowDifference, SubjectDifference } from '../../../../shared/domain/assessment/diff-results.ts';
import { differenceText, shortRowTitle } from '../../../../shared/text/ui/score-page-text.ts';
import { causeText, changeText, whatIfCommandText } from '../../../../shared/text/what-if-text.ts';

/** One line of what changed: a row of a unit, or the unit as a whole, with the causes. */
export interface ChangedLine {
  readonly key: string;
  readonly unit: string;
  readonly row: string;
  readonly points: string;
  readonly max: string;
  readonly causes: readonly string[];
}

export const changedLines = (difference: ResultDifference): ChangedLine[] => detailedSubjects(difference).flatMap(linesOf);

function linesOf({ subjectId, name, rows, causes }: SubjectDifference): ChangedLine[] {
  const whole = causes.filter(({ code }) => code !== 'others').map(({ code, params }) => causeText(code, params));
  return [
    ...(whole.length === 0
      ? []
      : [{ key: subjectId, unit: name, row: differenceText.ofUnit, points: differenceText.none, max: differenceText.none, causes: whole }]),
    ...rows
      .filter((row) => scoresOtherwise(row) && !onlyMax(row))
      .map((row) => ({
        key: `${subjectId} ${row.part} ${row.rowId}`,
        unit: name,
        row: shortRowTitle(row.title),
        points: changeText(row.points),
        max: changeText(row.max),
        causes: row.causes.map(({ code, params }) => causeText(code, params)),
      })),
  ];
}

/** Rows of which only the full marks differ, and rows whose values changed without their points; each named once. */
export function quietRows({ subjects }: ResultDifference): { readonly followed: string[]; readonly unmoved: string[] } {
  const rows = subjects.flatMap((subject) => subject.rows);
  const scored = rows.filter(scoresOtherwise);
  return { followed: [...new Set(scored.filter(onlyMax).map(followedText))], unmoved: titles(rows.filter((row) => !scoresOtherwise(row))) };
}

const followedText = ({ title, points, max }: RowDifference): string =>
  whatIfCommandText.followedRow(shortRowTitle(title), changeText(points), changeText(max));

const titles = (rows: readonly RowDifference[]): string[] => [...new Set(rows.map(({ title }) => shortRowTitle(title)))];
