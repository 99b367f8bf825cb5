import type { ResultDifference } from '../../../shared/domain/assessment/diff-results.ts';
import type { Cause } from '../../../shared/domain/assessment/row-causes.ts';
import { figureTitle, partTitle } from '../../../shared/text/scheme/run-words.ts';

/** A difference whose parts and figures are called as people call them. */
export const inWords = (difference: ResultDifference): ResultDifference => ({
  ...difference,
  subjects: difference.subjects.map((subject) => ({
    ...subject,
    rows: subject.rows.map((row) => ({ ...row, title: partTitle(row.title, row.part), causes: row.causes.map(named) })),
  })),
});

/** The same of what is only supposed: it stands in no cell. */
export function withoutCells(difference: ResultDifference): ResultDifference {
  const bare = ({ code, params: { file: _file, sheet: _sheet, cell: _cell, ...params } }: Cause): Cause => ({ code, params });
  const { subjects, ...rest } = inWords(difference);
  return {
    ...rest,
    subjects: subjects.map((subject) => ({
      ...subject,
      rows: subject.rows.map((row) => ({ ...row, causes: row.causes.map(bare) })),
    })),
  };
}

const named = (cause: Cause): Cause => {
  const { figure } = cause.params;
  return figure === undefined ? cause : { ...cause, params: { ...cause.params, figure: figureTitle(figure) } };
};
