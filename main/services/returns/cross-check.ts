import { type Finding, finding } from '../../../shared/domain/findings.ts';
import { exact, roundHalfEven } from '../../../shared/domain/numbers/decimal.ts';
import type { Measure, Plan } from '../../../shared/domain/plan/schema.ts';
import { rowsOf } from '../../../shared/domain/plan/statements.ts';
import { readingOf } from '../../../shared/domain/returns/holds.ts';
import type { ReturnAnswer } from '../../../shared/domain/returns/types.ts';
import type { AnswerRecord } from '../../db/queries/returns.ts';
import type { ExaminedFile } from './examined-file.ts';

type Reported = Pick<ReturnAnswer, 'rowId' | 'field' | 'value' | 'sheet' | 'cell'> & {
  readonly unitId: string;
  readonly file: ExaminedFile | null;
};

/**
 * 多个牵头单位报送不一致: where two lead units of one figure report different values, the finding stands at the later lead's cell and
 * names the first-named lead's value, which is the one that counts. `stored` are the answers that count for the year.
 */
export function leadDisagreements(
  stored: readonly AnswerRecord[],
  plan: Plan,
  files: readonly ExaminedFile[],
): ReadonlyMap<ExaminedFile, Finding[]> {
  const reported = indexReported(stored, files);
  const found = new Map<ExaminedFile, Finding[]>();
  for (const { measure, leads } of sharedMeasures(plan)) {
    for (const field of ['numerator', 'denominator', 'increment', 'value'] as const) {
      const values = leads
        .flatMap((unitId) => reported.get(`${unitId}|${measure.id}|${field}`) ?? [])
        .filter((entry) => entry.value.kind === 'quantity');
      const [first, ...others] = values;
      if (first?.value.kind !== 'quantity') continue;
      for (const other of others) {
        if (other.value.kind !== 'quantity' || exact(other.value.value).eq(exact(first.value.value))) continue;
        const blamed = other.file ?? first.file;
        if (blamed === null) continue;
        const place = other.file === null ? first : other;
        const item = finding(
          'LEADS_DISAGREE',
          { file: blamed.name, sheet: place.sheet, cell: place.cell },
          {
            measure: measure.name,
            value: other.value.value,
            counts: first.value.value,
            unit: unitName(plan, other.unitId),
            lead: unitName(plan, first.unitId),
          },
        );
        found.set(blamed, [...(found.get(blamed) ?? []), item]);
      }
    }
  }
  return found;
}

function sharedMeasures(plan: Plan): { measure: Measure; leads: readonly string[] }[] {
  return rowsOf(plan)
    .filter((row) => row.leadUnits.length > 1)
    .flatMap((row) => row.measures.map((measure) => ({ measure, leads: row.leadUnits })));
}

/** Stored answers, overlaid by those of the files about to be stored. */
function indexReported(stored: readonly AnswerRecord[], files: readonly ExaminedFile[]): Map<string, Reported> {
  const replaced = new Set(files.map((file) => file.unit?.id));
  const index = new Map<string, Reported>();
  for (const answer of stored)
    if (!replaced.has(answer.unitId)) index.set(`${answer.unitId}|${answer.rowId}|${answer.field}`, { ...answer, file: null });
  for (const file of files) {
    for (const answer of file.answers)
      if (file.unit !== null) index.set(`${file.unit.id}|${answer.rowId}|${answer.field}`, { ...answer, unitId: file.unit.id, file });
  }
  return index;
}

const unitName = (plan: Plan, unitId: string): string => plan.units.find((unit) => unit.id === unitId)?.name ?? unitId;

/**
 * 同一事项两处填报不一致: annex 1 and annex 3 ask the same figure of the same unit. Where only one is filled in, or they
 * differ, one of the two rows is judged by a wrong figure.
 */
export function subjectDisagreements(plan: Plan, file: ExaminedFile): Finding[] {
  if (file.unit === null) return [];
  const groups = Map.groupBy(ownMeasures(plan, file.unit.id), (measure) =>
    [measure.subject, measure.unit, measure.kind, measure.basis === 'increment'].join('|'),
  );
  return [...groups.values()].flatMap((measures) => {
    const [first, ...others] = measures.map((measure) => ({ measure, value: figureOf(measure, file), place: placeOf(measure, file) }));
    if (first === undefined) return [];
    return others.flatMap((other) => {
      const [here, there] = first.value === null ? [first, other] : [other, first];
      if (there.value === null || here.value === there.value) return [];
      return [
        finding(
          'SUBJECT_DISAGREES',
          { file: file.name, sheet: here.place?.sheet ?? there.place?.sheet ?? null, cell: here.place?.cell ?? null },
          {
            measure: here.measure.name,
            value: here.value ?? '空白',
            other: there.value,
            otherRow: there.measure.id,
            otherMeasure: there.measure.name,
          },
        ),
      ];
    });
  });
}

function ownMeasures(plan: Plan, unitId: string): Measure[] {
  return [...plan.annex1.rows, ...(plan.annex3?.items ?? [])].filter((row) => row.leadUnits[0] === unitId).flatMap((row) => row.measures);
}

const answerOf = (measure: Measure, file: ExaminedFile, field: ReturnAnswer['field']): ReturnAnswer | undefined =>
  file.answers.find((answer) => answer.rowId === measure.id && answer.field === field);

const placeOf = (measure: Measure, file: ExaminedFile): ReturnAnswer | undefined =>
  answerOf(measure, file, 'value') ?? answerOf(measure, file, 'numerator') ?? answerOf(measure, file, 'denominator');

/** The figure as it is judged, rounded to the measure's decimals; null where it is not filled in. */
function figureOf(measure: Measure, file: ExaminedFile): string | null {
  const number = (field: ReturnAnswer['field']): string | null => {
    const answer = answerOf(measure, file, field);
    const value = answer === undefined ? null : readingOf(answer.value);
    return value?.kind === 'quantity' ? value.value : null;
  };
  const [numerator, denominator, value] = [number('numerator'), number('denominator'), number('value')];
  if (measure.kind === 'rate' && numerator !== null && denominator !== null && !exact(denominator).isZero())
    return roundHalfEven(exact(numerator).times(100).div(denominator), measure.decimals);
  return value === null ? null : roundHalfEven(value, measure.decimals);
}
