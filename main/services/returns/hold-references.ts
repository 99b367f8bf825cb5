import type { Plan } from '../../../shared/domain/plan/schema.ts';
import { measuresOf } from '../../../shared/domain/plan/statements.ts';
import { magnitudeFindings, withHolds } from '../../../shared/domain/returns/holds.ts';
import { createReferences, type ReferencesOf, type UnitAnswer } from '../../../shared/domain/returns/references.ts';
import type { ReturnAnswer, ReturnLayout } from '../../../shared/domain/returns/types.ts';
import type { ReadHandle } from '../../db/handles.ts';
import type { Steps } from '../../db/stepwise.ts';
import { selectCurrentAnswers } from '../../db/queries/returns.ts';
import { readYearPlan } from '../plan/year-plan.ts';
import type { ExaminedFile } from './examined-file.ts';
import type { Examination } from './examine-returns.ts';

/** 数量级: the files with those figures held (待确认) that differ by a slip's factor from the version before, the year before or the other units. */
export function* holdAgainstReferences(db: ReadHandle, { files, year, yearPlan }: Examination): Steps<readonly ExaminedFile[]> {
  const earlier = selectCurrentAnswers(db, year - 1);
  const references = createReferences({
    counted: selectCurrentAnswers(db, year),
    earlier,
    asked: earlier.length === 0 ? new Set() : sameMeasures(yearPlan.plan, readYearPlan(db, year - 1).plan),
    batch: batchAnswers(files),
  });
  const held: ExaminedFile[] = [];
  for (const file of files) {
    yield;
    held.push(heldAgainst(references, file));
  }
  return held;
}

function heldAgainst(references: ReferencesOf, file: ExaminedFile): ExaminedFile {
  const { unit, layout } = file;
  if (unit === null || layout === null) return file;
  const found = magnitudeFindings({
    file: file.name,
    answers: file.answers,
    unitOf: unitsOf(layout),
    referencesOf: (rowId, field) => references(unit.id, rowId, field),
  });
  return found.length === 0 ? file : { ...file, answers: withHolds(file.answers, found), findings: [...file.findings, ...found] };
}

const batchAnswers = (files: readonly ExaminedFile[]): UnitAnswer[] =>
  files.flatMap(({ unit, answers }) => (unit === null ? [] : answers.map((answer) => ({ ...answer, unitId: unit.id }))));

/** Measures that both years ask under one id, by one name and in one unit. */
function sameMeasures(plan: Plan, before: Plan): ReadonlySet<string> {
  const then = new Map(measuresOf(before).map((measure) => [measure.id, measure]));
  return new Set(
    measuresOf(plan)
      .filter(({ id, name, unit }) => then.get(id)?.name === name && then.get(id)?.unit === unit)
      .map(({ id }) => id),
  );
}

/** Unit of an answer's cell as the form prints it. */
function unitsOf(layout: ReturnLayout): (answer: ReturnAnswer) => string {
  const rows = new Map(layout.sheets.flatMap((sheet) => sheet.rows).map((row) => [row.rowId, row]));
  return ({ rowId, field }) => rows.get(rowId)?.answers[field]?.unit ?? '';
}
