import type { ResultDifference, RowDifference, SubjectDifference } from './diff-results.ts';

const differs = ({ before, after }: { readonly before: unknown; readonly after: unknown }): boolean => before !== after;

/** A unit whose total, grade or place differs. */
export const isMoved = ({ total, grade, place }: SubjectDifference): boolean => [total, grade, place].some(differs);

/** Some values and targets change without the row's points. */
export const scoresOtherwise = ({ points, max, state }: RowDifference): boolean => [points, max, state].some(differs);

/** Full marks alone differ: they follow from another row's. */
export const onlyMax = ({ causes }: RowDifference): boolean => causes.every(({ code }) => code === 'max');

/** Units with a row that scores otherwise, or with a cause of their own. */
export const detailedSubjects = ({ subjects }: ResultDifference): SubjectDifference[] =>
  subjects.filter(({ rows, causes }) => rows.some(scoresOtherwise) || causes.some(({ code }) => code !== 'others'));
