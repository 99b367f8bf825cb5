import type { AssessmentResult, ScoreFigure, ScorePart, SubjectScore } from '../../../../shared/domain/assessment/types.ts';
import { exact } from '../../../../shared/domain/numbers/decimal.ts';
import { shortRowTitle } from '../../../../shared/text/ui/score-page-text.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Rows of one unit's score, by what they ask. */
export const rowChoices = (subject: SubjectScore): Choice[] =>
  subject.parts.flatMap((part) => part.rows.map(({ rowId, title }) => ({ value: rowId, label: shortRowTitle(title) })));

/** Columns of the form that a row is likely to have: those of a task for one that is only done or not, else those of a number. */
export function fieldsOf(subject: SubjectScore, rowId: string): readonly string[] {
  const figures = subject.parts.flatMap((part) => part.rows.filter((row) => row.rowId === rowId)).flatMap((row) => row.figures);
  const sources = figures.flatMap((figure) => figure.sources).map(({ field }) => field as string);
  const asked = FIELDS.filter((field) => sources.includes(field));
  if (asked.length > 0) return asked;
  return figures.every(isTask) ? TASK_FIELDS : NUMBER_FIELDS;
}

const FIELDS = ['value', 'numerator', 'denominator', 'increment', 'status', 'date'] as const;
const TASK_FIELDS = ['status', 'date'] as const;
const NUMBER_FIELDS = ['value', 'numerator', 'denominator', 'increment'] as const;

const isTask = ({ unit, judgedValue }: ScoreFigure): boolean => unit === '' && judgedValue === null;

/** Rows with full marks of their own: those of a part whose rows all have the same take a share of it. */
export function weightChoices({ district, units }: Pick<AssessmentResult, 'district' | 'units'>): Choice[] {
  const rows = [district, ...units].flatMap(({ parts }) => parts.filter(hasOwnWeights)).flatMap((part) => part.rows);
  return distinct(rows.map(({ rowId, title }) => ({ value: rowId, label: shortRowTitle(title) })));
}

/** A hundredth between two rows comes from dividing the part's full marks among them. */
function hasOwnWeights({ rows }: ScorePart): boolean {
  const [first] = rows;
  return first !== undefined && rows.some(({ max }) => exact(max).minus(first.max).abs().gt('0.01'));
}

/** Measures with a numerical target. */
export const targetChoices = ({ district, units }: Pick<AssessmentResult, 'district' | 'units'>): Choice[] =>
  distinct(
    [district, ...units]
      .flatMap(({ parts }) => parts.flatMap((part) => part.rows))
      .flatMap((row) => row.figures)
      .filter(({ target, unit }) => target !== null && unit !== '')
      .map(({ id, name, target }) => ({ value: id, label: `${name}（${target ?? ''}）` })),
  );

const distinct = (choices: readonly Choice[]): Choice[] => [...new Map(choices.map((choice) => [choice.value, choice])).values()];
