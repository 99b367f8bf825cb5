import type { Finding } from '../findings.ts';
import { exact, roundHalfEven } from '../numbers/decimal.ts';
import { meetsTarget } from '../plan/target.ts';
import { contradictsItself } from './exempt-tasks.ts';
import { checkUndone } from './doubts/undone-status.ts';
import { checkFigures, figureOf, type RowIssue } from './check-figures.ts';
import { rowName } from './layout-columns.ts';
import { PAGE_EDITION, READING_EDITION } from './reading-edition.ts';
import { issue } from './reading.ts';
import { cellFinding, type ReadAnswer, type ReadRow } from './read-rows.ts';
import { asksExemption } from './stand-ins.ts';
import type { AnswerCell } from './types.ts';

/** Cells held against each other on all sheets but the air sheet: within a row, and a task against its figures. */
export function checkRows(rows: readonly ReadRow[], file: string, edition: number = READING_EDITION): Finding[] {
  const tasks = new Map(rows.filter((row) => row.row.kind === 'task').map((row) => [row.row.rowId, row]));
  return rows.flatMap((row) => {
    const task = row.row.parent === undefined ? undefined : tasks.get(row.row.parent);
    // Whoever asks for exemption, for the row or for its task, owes no number until the answer is given.
    const excused = asksExemption(row) || (task !== undefined && (asksExemption(task) || contradictsItself(task)));
    const figures = rows.filter((other) => row.row.kind === 'task' && other.row.parent === row.row.rowId);
    const issues: RowIssue[] = [
      ...checkFigures(row),
      ...(excused ? [] : checkMissing(row)),
      ...checkStatus(row, figures),
      ...(edition < PAGE_EDITION ? [] : checkUndone(row, figures, isMet)),
    ];
    return issues.map((found) => cellFinding(row, found.answer, found.issue, file));
  });
}

/** Required and blank. A rate with nothing at all is one finding, not three; half a rate is reported as such. */
function checkMissing(row: ReadRow): RowIssue[] {
  const isRate = row.answers.has('denominator');
  const figures = [...row.answers.values()].filter((answer) => isFigure(answer));
  if (isRate) {
    const [first] = figures;
    return first !== undefined && first.spec.required && figures.every((answer) => answer.blank)
      ? [{ answer: first, issue: issue('VALUE_MISSING') }]
      : [];
  }
  // A date is only owed once the work is done.
  return [...row.answers.values()]
    .filter((answer) => answer.spec.required && answer.blank && !(answer.field === 'date'))
    .map((answer) => ({ answer, issue: issue('VALUE_MISSING') }));
}

const isFigure = (answer: ReadAnswer): boolean => answer.spec.kind === 'quantity';

/** 已完成 must agree with the date of a dated item and with every figure under it. */
function checkStatus(row: ReadRow, figures: readonly ReadRow[]): RowIssue[] {
  const status = row.answers.get('status');
  if (status?.value?.kind !== 'status') return [];
  if (status.value.value !== 'done') return [];
  const issues: RowIssue[] = [];
  const date = row.answers.get('date');
  if (date !== undefined && date.spec.required && date.blank)
    issues.push({ answer: date, issue: issue('DATE_MISSING', { status: status.raw }) });
  for (const figure of figures) {
    const short = shortfall(figure);
    if (short !== null)
      issues.push({ answer: status, issue: issue('STATUS_DISAGREES', { status: status.raw, measure: rowName(figure.row), ...short }) });
  }
  return issues;
}

/** The judged value and the target it misses; null where the target is met or there is nothing to compare. */
function shortfall(figure: ReadRow): { readonly value: string; readonly target: string; readonly unit: string } | null {
  const spec = figure.answers.get('value')?.spec;
  const value = figureOf(figure);
  if (spec?.expected === undefined || value === null) return null;
  const judged = roundHalfEven(value, spec.decimals ?? 0);
  return meets(judged, spec.expected, spec)
    ? null
    : { value: judged, target: figure.row.fixed['target'] ?? spec.expected, unit: spec.unit ?? '' };
}

/** Whether a figure reaches its target; null where there is nothing to compare. */
function isMet(figure: ReadRow): boolean | null {
  if (figure.answers.get('value')?.spec.expected === undefined || figureOf(figure) === null) return null;
  return shortfall(figure) === null;
}

function meets(judged: string, expected: string, { operator = 'ge', low }: AnswerCell): boolean {
  const printed = expected;
  return meetsTarget(
    low === undefined ? { kind: 'number', printed, operator, value: expected } : { kind: 'range', printed, low, high: expected },
    exact(judged),
  );
}

/** 已完成1350辆 in 完成状态: the finding names the cell to which the number belongs. */
export function placeNumbers(rows: readonly ReadRow[]): ReadRow[] {
  return rows.map((row) => {
    const status = row.answers.get('status');
    const rest = status?.issues.find(({ code, params }) => code === 'STATUS_REST' && /\d/u.test(String(params['rest'])));
    if (status === undefined || rest === undefined) return row;
    const figure = row.answers.get('value') ?? rows.find((other) => other.row.parent === row.row.rowId)?.answers.get('value');
    const issues = status.issues.map((found) =>
      found === rest ? issue(rest.code, { ...rest.params, place: figure?.address ?? '' }) : found,
    );
    return { ...row, answers: new Map([...row.answers, ['status', { ...status, issues }]]) };
  });
}
