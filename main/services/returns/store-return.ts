import type { ImportedFile } from '../../../shared/contract/returns.ts';
import { type Finding, finding } from '../../../shared/domain/findings.ts';
import type { AnswerField, ParsedValue, ReturnAnswer } from '../../../shared/domain/returns/types.ts';
import { AIR_FIELDS, type AirDay, type AirField, insertAirDay, selectAirDaysOfReturn } from '../../db/queries/air.ts';
import type { ReadHandle, WriteHandle } from '../../db/handles.ts';
import { insertAnswer, insertFile, insertFinding, insertReturn, type ReturnRecord, selectAnswersOfReturn, selectCurrentReturn } from '../../db/queries/returns.ts';
import type { ExaminedFile } from './examine.ts';

/** Stores one accepted return: bytes, return, answers, air days, findings. Runs inside the batch's transaction. */
export function storeReturn(db: WriteHandle, batchId: number, year: number, file: ExaminedFile, findings: readonly Finding[]): ImportedFile {
  if (file.unit === null || file.sha256 === null || file.bytes === null) throw new Error(`not storable: ${file.name}`);
  const before = selectCurrentReturn(db, year, file.unit.id);
  const changed = countChanges(db, before, file);
  insertFile(db, file.sha256, file.bytes);
  const { id, version } = insertReturn(db, {
    batchId, sha256: file.sha256, fileName: file.name, unitId: file.unit.id, year, layoutId: file.layoutId, reportedOn: file.reportedOn, sample: file.sample,
  });
  const answers = file.answers.filter((answer) => !isAirField(answer.field));
  for (const answer of answers) insertAnswer(db, id, answer);
  const days = airDaysOf(file.answers);
  for (const day of days) insertAirDay(db, id, day);
  const all = before === null ? [...findings] : [...findings, finding('RETURN_REPLACES', { file: file.name }, { version: before.version, other: before.fileName, changed })];
  for (const item of all) insertFinding(db, batchId, id, item);
  return {
    file: file.name, sha256: file.sha256, outcome: 'accepted', unitId: file.unit.id, unitName: file.unit.name, version, sample: file.sample,
    answers: answers.length, airDays: days.length, changed, findings: all,
  };
}

export const isAirField = (field: AnswerField): field is AirField => (AIR_FIELDS as readonly AnswerField[]).includes(field);

/** Quantities of the daily sheet, one record a day; 无 and blanks are simply not there. */
export function airDaysOf(answers: readonly ReturnAnswer[]): AirDay[] {
  const days = new Map<string, ReturnAnswer[]>();
  for (const answer of answers) {
    if (!isAirField(answer.field) || answer.value.kind !== 'quantity') continue;
    const day = days.get(answer.rowId);
    if (day === undefined) days.set(answer.rowId, [answer]);
    else day.push(answer);
  }
  return [...days].map(([date, ofDay]) => ({
    date,
    values: Object.fromEntries(AIR_FIELDS.map((field) => [field, quantityOf(ofDay.find((answer) => answer.field === field))])) as Record<AirField, string | null>,
    sheet: ofDay[0]?.sheet ?? '',
    cells: Object.fromEntries(ofDay.map((answer) => [answer.field, answer.cell])),
  }));
}

const quantityOf = (answer: ReturnAnswer | undefined): string | null => (answer?.value.kind === 'quantity' ? answer.value.value : null);

/** How many values differ between the unit's current return and this file: changed, added or gone. 0 for a first return. */
export function countChanges(db: ReadHandle, before: ReturnRecord | null, file: ExaminedFile): number {
  if (before === null) return 0;
  const old = storedValues(db, before.id);
  const kept = file.answers.filter((answer) => !isAirField(answer.field) || answer.value.kind === 'quantity');
  const now = new Map(kept.map((answer) => [`${answer.rowId}|${answer.field}`, textOf(answer.value)]));
  let changed = 0;
  for (const key of new Set([...old.keys(), ...now.keys()])) if (old.get(key) !== now.get(key)) changed += 1;
  return changed;
}

function storedValues(db: ReadHandle, returnId: number): Map<string, string> {
  const values = new Map(selectAnswersOfReturn(db, returnId).map((answer) => [`${answer.rowId}|${answer.field}`, textOf(answer.value)]));
  for (const day of selectAirDaysOfReturn(db, returnId)) {
    for (const field of AIR_FIELDS) if (day.values[field] !== null) values.set(`${day.date}|${field}`, `quantity:${day.values[field]}`);
  }
  return values;
}

const textOf = (value: ParsedValue): string => (value.kind === 'notApplicable' ? value.kind : `${value.kind}:${value.value}`);
