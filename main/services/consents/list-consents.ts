import type { ConsentRow } from '../../../shared/contract/consents.ts';
import { asksExemption, saysExempt } from '../../../shared/domain/assessment/exemption.ts';
import { type Unit, unitKindOf } from '../../../shared/domain/plan/unit-schema.ts';
import { rowName } from '../../../shared/domain/returns/layout-columns.ts';
import type { LayoutRow } from '../../../shared/domain/returns/types.ts';
import { type ConsentRecord, selectConsents } from '../../db/queries/consents.ts';
import { type AnswerRecord, type ReturnRecord, selectCurrentAnswers, selectCurrentReturns } from '../../db/queries/returns.ts';
import type { ServiceContext } from '../context.ts';
import { requireOpenYear } from '../plan/year-plan.ts';
import { createLayouts } from '../returns/layouts.ts';

/** 申请不涉及 in the returns that count, and 同意不涉及 that hold, unit by unit in the plan's order and row by row in the form's. */
export function listConsents(context: ServiceContext, year: number): ConsentRow[] {
  const db = context.work.handle;
  const yearPlan = requireOpenYear(db, year);
  const layoutOf = createLayouts(db, yearPlan);
  const sources: Sources = {
    returns: new Map(selectCurrentReturns(db, year).map((record) => [record.id, record])),
    answers: Map.groupBy(selectCurrentAnswers(db, year), (answer) => answer.unitId),
    consents: Map.groupBy(selectConsents(db, year), (consent) => consent.unitId),
  };
  return yearPlan.plan.units.flatMap((unit) => {
    // A form has hundreds of rows for the air; nothing is asked or consented to there.
    const rows = new Map<string, LayoutRow>();
    if (sources.answers.has(unit.id) || sources.consents.has(unit.id))
      for (const row of reportedRows(layoutOf(unit, false))) rows.set(row.rowId, row);
    return rowsOfUnit({ ...unit, kindName: unitKindOf(yearPlan.plan, unit).name }, rows, sources);
  });
}

/** Rows of a unit's form that ask for a result. */
export const reportedRows = (layout: { readonly sheets: readonly { readonly rows: readonly LayoutRow[] }[] }): LayoutRow[] =>
  layout.sheets.flatMap((sheet) => sheet.rows).filter((row) => row.kind === 'indicator' || row.kind === 'task' || row.kind === 'figure');

interface Sources {
  readonly returns: ReadonlyMap<number, ReturnRecord>;
  readonly answers: ReadonlyMap<string, readonly AnswerRecord[]>;
  readonly consents: ReadonlyMap<string, readonly ConsentRecord[]>;
}

interface NamedUnit extends Unit {
  readonly kindName: string;
}

function rowsOfUnit(unit: NamedUnit, rows: ReadonlyMap<string, LayoutRow>, { returns, answers, consents }: Sources): ConsentRow[] {
  const asked = askedRows(answers.get(unit.id) ?? [], rows);
  const notes = new Map(
    (answers.get(unit.id) ?? []).flatMap(({ rowId, field, raw }) => (field === 'remark' ? [[rowId, raw] as const] : [])),
  );
  const given = new Map((consents.get(unit.id) ?? []).map((consent) => [consent.rowId, consent]));
  const order = [...rows.keys()];
  const ids = [...new Set([...asked.keys(), ...given.keys()])].toSorted((one, other) => order.indexOf(one) - order.indexOf(other));
  return ids.map((rowId) => {
    const [answer, consent, row] = [asked.get(rowId), given.get(rowId), rows.get(rowId)];
    return {
      unitId: unit.id,
      unitName: unit.name,
      kindName: unit.kindName,
      rowId,
      name: row === undefined ? rowId : rowName(row),
      asked: answer === undefined ? null : placeOf(answer, returns.get(answer.returnId), notes.get(rowId)),
      consent: consent === undefined ? null : { reason: consent.reason, by: consent.actor, at: consent.at, asBefore: consent.asBefore },
    };
  });
}

/** Row id → the cell with 不涉及. A figure under a task that says so too goes with the task. */
function askedRows(answers: readonly AnswerRecord[], rows: ReadonlyMap<string, LayoutRow>): Map<string, AnswerRecord> {
  const found = new Map<string, AnswerRecord>();
  for (const [rowId, ofRow] of Map.groupBy(answers, (answer) => answer.rowId)) {
    const word = ofRow.find((answer) => answer.field === 'status' && saysExempt(answer)) ?? ofRow.find(saysExempt);
    if (word !== undefined && asksExemption(ofRow)) found.set(rowId, word);
  }
  const parentOf = (rowId: string): string => rows.get(rowId)?.parent ?? '';
  return new Map([...found].filter(([rowId]) => parentOf(rowId) === rowId || !found.has(parentOf(rowId))));
}

const placeOf = ({ sheet, cell, raw }: AnswerRecord, record: ReturnRecord | undefined, note = ''): ConsentRow['asked'] => ({
  file: record?.fileName ?? '',
  sha256: record?.sha256 ?? '',
  sheet,
  cell,
  raw,
  note,
});
