import type { FindingCode } from '../findings.ts';
import { toText } from '../numbers/decimal.ts';
import { figureOf, isStandIn } from './check-figures.ts';
import { rowName } from './layout-columns.ts';
import { issue } from './reading.ts';
import type { ReadAnswer, ReadRow } from './read-rows.ts';
import { RESULT_FIELDS } from './types.ts';

/**
 * 完成状态“不涉及” over a figure that is given all the same: the row says both, so nothing of it is adopted. It is one error, at the status; the
 * request for exemption is not registered, or a consent to it would drop a figure that the unit has reported.
 */
export function settleExemptTasks(rows: readonly ReadRow[]): ReadRow[] {
  return rows.map((row) => {
    const status = row.answers.get('status');
    const given =
      row.row.kind === 'task' && isStandIn(status) ? figuresOf(rows, row).find((figure) => numbersOf(figure).length > 0) : undefined;
    if (status === undefined || given === undefined) return row;
    const value = figureOf(given);
    const params = { measure: rowName(given.row), value: value === null ? (numbersOf(given)[0]?.raw ?? '') : toText(value) };
    const refused = { ...status, value: null, issues: [issue(CODE, params)], blank: false };
    return { ...row, answers: new Map([...row.answers, ['status' as const, refused]]) };
  });
}

/** Of settled rows: whether the task says 不涉及 and gives a figure. */
export const contradictsItself = (task: ReadRow): boolean => task.answers.get('status')?.issues.some(({ code }) => code === CODE) ?? false;

/** The cells of the figures that such a task gives: they are not adopted either, and the error at the status has said why. */
export const contradictedCells = (rows: readonly ReadRow[]): ReadonlyMap<string, FindingCode> =>
  new Map(
    rows
      .filter(contradictsItself)
      .flatMap((task) => figuresOf(rows, task).flatMap(numbersOf))
      .map(({ address }) => [address, CODE] as const),
  );

const CODE = 'EXEMPTION_WITH_FIGURES' as const;

const figuresOf = (rows: readonly ReadRow[], task: ReadRow): readonly ReadRow[] => rows.filter(({ row }) => row.parent === task.row.rowId);

/** Cells of a figure that hold a number. */
const numbersOf = (figure: ReadRow): readonly ReadAnswer[] =>
  RESULT_FIELDS.flatMap((field) => figure.answers.get(field) ?? []).filter(({ value }) => value?.kind === 'quantity');
