import type { AnsweredFinding } from '../../../shared/contract/versions.ts';
import type { Finding } from '../../../shared/domain/findings.ts';
import { typedOf } from '../../../shared/domain/returns/typed/facts.ts';
import { type AnswerRecord, selectAnswersOfReturn, selectCurrentReturns } from '../../db/queries/returns.ts';
import { selectTyped } from '../../db/queries/typed-returns.ts';
import type { ServiceContext } from '../context.ts';
import { requireOpenYear } from '../plan/year-plan.ts';
import { knownFindings, shownAnswer } from './answered-findings.ts';

/** Findings of the returns that count now with the answers to them, unit by unit in the plan's order. */
export function currentFindings(context: ServiceContext, year: number, state?: AnsweredFinding['state']): AnsweredFinding[] {
  const db = context.work.handle;
  const { plan } = requireOpenYear(db, year);
  const returns = new Map(selectCurrentReturns(db, year).map((record) => [record.unitId, record]));
  const typed = selectTyped(db);
  const byReturn = Map.groupBy(knownFindings(db, year), (entry) => entry.returnId);
  const found = plan.units.flatMap((unit) => {
    const record = returns.get(unit.id);
    if (record === undefined) return [];
    const held = heldCells(selectAnswersOfReturn(db, record.id));
    return (byReturn.get(record.id) ?? []).map((entry): AnsweredFinding => ({
      id: entry.id,
      number: entry.number,
      unitId: unit.id,
      unitName: unit.name,
      sha256: record.sha256,
      finding: entry.finding,
      state: entry.answer?.state ?? 'open',
      held: held.has(heldKey(entry.finding)),
      answer: shownAnswer(entry),
      ...typedOf(typed, record.id),
    }));
  });
  return state === undefined ? found : found.filter((entry) => entry.state === state);
}

const heldKey = ({ sheet, cell, code }: Pick<Finding, 'sheet' | 'cell' | 'code'>): string => `${sheet}!${cell} ${code}`;

/** Cells whose value is on hold, with the code of the finding that holds it. */
const heldCells = (answers: readonly AnswerRecord[]): ReadonlySet<string> =>
  new Set(answers.flatMap(({ value, sheet, cell }) => (value.kind === 'held' ? heldKey({ sheet, cell, code: value.code }) : [])));
