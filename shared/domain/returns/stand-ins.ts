import { standInOf } from './cell-text.ts';
import { isStandIn } from './check-figures.ts';
import { type CellIssue, issue, NOTHING } from './reading.ts';
import type { ReadAnswer, ReadRow } from './read-rows.ts';
import { RESULT_FIELDS } from './types.ts';

/**
 * Settles what 不涉及, 无, — and / mean by the row they stand in. A row that says nothing else asks for exemption (申请不涉及); in a row
 * that also gives a number, a status or a date they are an error at their cell, because a row cannot be both. 无 and — in some of a row's
 * number cells are an error too, because they may mean 0; in the only one they are a request that has to be made clear all the same.
 */
export function settleStandIns(rows: readonly ReadRow[]): ReadRow[] {
  const asking = new Set(
    rows
      .filter((row) => row.row.kind === 'task')
      .map((row) => settleRow(row, false))
      .flatMap((row) => (asksExemption(row) ? [row.row.rowId] : [])),
  );
  return rows.map((row) => settleRow(row, row.row.parent !== undefined && asking.has(row.row.parent)));
}

/** Of a settled row: 不涉及 is what it says. */
export const asksExemption = (row: ReadRow): boolean => [...row.answers.values()].some(isStandIn);

/** `covered`: the task whose figure it is says 不涉及 itself. */
function settleRow(row: ReadRow, covered: boolean): ReadRow {
  const words = [...row.answers.values()].filter(isStandIn);
  if (words.length === 0) return row;
  if (row.row.kind === 'field') return changed(row, words, () => NOTHING);
  const others = [...row.answers.values()].filter((answer) => isResult(answer) && !answer.blank && !isStandIn(answer));
  const [other] = others;
  if (other === undefined) return wholeRow(row, words, covered);
  if (areBlankParts(row, words, others)) return changed(row, words, () => NOTHING);
  return changed(row, words, (word) => {
    if (word.field === 'date' && !isExempt(word)) return NOTHING;
    if (word.spec.kind === 'quantity' && !isExempt(word)) return refused('NUMBER_NONE');
    return refused('EXEMPTION_MIXED', { other: other.raw, otherColumn: other.title });
  });
}

const RESULTS: ReadonlySet<string> = new Set([...RESULT_FIELDS, 'date']);
const isResult = (answer: ReadAnswer): boolean => RESULTS.has(answer.field);
const isExempt = (word: ReadAnswer): boolean => standInOf(word.raw) === 'exempt';

const refused = (code: CellIssue['code'], params: CellIssue['params'] = {}) => ({ value: null, issues: [issue(code, params)] });

/** Nothing but words and blanks. */
function wholeRow(row: ReadRow, words: readonly ReadAnswer[], covered: boolean): ReadRow {
  const numbers = words.filter((word) => word.spec.kind === 'quantity');
  const stated = words.some((word) => word.field === 'status' || isExempt(word));
  if (numbers.length === 0 && !stated) return changed(row, words, () => NOTHING);
  const owed = owedNumbers(row);
  if (!stated && !covered && !owed.every((answer) => numbers.includes(answer))) return changed(row, numbers, () => refused('NUMBER_NONE'));
  const [first] = covered ? [] : words;
  const code = stated || owed.length > 1 ? 'EXEMPTION_ASKED' : 'EXEMPTION_UNCLEAR';
  return first === undefined ? row : changed(row, [first], ({ value, issues }) => ({ value, issues: [...issues, issue(code)] }));
}

/** Every number of the row; a rate need not be typed beside its parts. */
function owedNumbers(row: ReadRow): ReadAnswer[] {
  const numbers = [...row.answers.values()].filter((answer) => answer.spec.kind === 'quantity');
  return row.answers.has('denominator') ? numbers.filter((answer) => answer.field !== 'value') : numbers;
}

/** A rate with — in both parts is one without its parts: the check says so at the rate. */
function areBlankParts(row: ReadRow, words: readonly ReadAnswer[], others: readonly ReadAnswer[]): boolean {
  const parts = [row.answers.get('numerator'), row.answers.get('denominator')];
  return (
    parts.every((part) => part !== undefined && words.includes(part) && standInOf(part.raw) === 'mark') &&
    words.length === parts.length &&
    others.every((other) => other.field === 'value')
  );
}

function changed(
  row: ReadRow,
  answers: readonly ReadAnswer[],
  change: (answer: ReadAnswer) => Pick<ReadAnswer, 'value' | 'issues'>,
): ReadRow {
  const after = answers.map((answer): [ReadAnswer['field'], ReadAnswer] => {
    const { value, issues } = change(answer);
    return [answer.field, { ...answer, value, issues, blank: value === null && issues.length === 0 }];
  });
  return { ...row, answers: new Map([...row.answers, ...after]) };
}
