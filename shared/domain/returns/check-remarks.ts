import { type Finding, finding } from '../findings.ts';
import { namesNumber } from './cell-text.ts';
import { rowName } from './layout-columns.ts';
import type { ReadAnswer, ReadRow } from './read-rows.ts';
import { asksExemption } from './stand-ins.ts';

/**
 * A row whose number cells are blank while a remark, a report or a note beside it, or with its task, names a number in the row's unit: no answer,
 * because a remark is none, but the place to ask about.
 */
export function valuesInRemarks(rows: readonly ReadRow[], file: string): Finding[] {
  return rows.flatMap((row) => {
    const figures = [...row.answers.values()].filter((answer) => answer.spec.kind === 'quantity');
    const [first] = figures;
    if (first === undefined || row.row.kind === 'day' || !figures.every((answer) => answer.blank)) return [];
    const task = rows.find((other) => other.row.kind === 'task' && other.row.rowId === row.row.parent);
    // Whoever asks for exemption owes no number.
    if (asksExemption(row) || (task !== undefined && asksExemption(task))) return [];
    const said = [...textsOf(row), ...(task === undefined ? [] : textsOf(task))].find(({ raw }) => namesNumber(raw, first.spec.unit ?? ''));
    if (said === undefined) return [];
    const place = { file, sheet: row.sheet, cell: first.address };
    const params = { row: row.row.rowId, name: rowName(row.row), column: first.title, raw: '', at: said.address, text: said.raw };
    return [finding('VALUE_IN_REMARK', place, params)];
  });
}

const textsOf = (row: ReadRow): ReadAnswer[] =>
  [...row.answers.values()].filter((answer) => answer.spec.kind === 'text' && answer.raw !== '');
