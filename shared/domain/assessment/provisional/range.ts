import { type DecimalText, roundHalfEven } from '../../numbers/decimal.ts';
import { reportingUnits } from '../../plan/years/plan-for-year.ts';
import type { ScoreInput } from '../context.ts';
import { averageOf, type FigureShare, pointsAt } from '../model/average.ts';
import { createScoreModel, type ScoreModel, type SubjectModel, totalOf, totalText } from '../model/score-model.ts';
import { placesOf } from '../places.ts';
import type { AssessmentResult, SubjectScore } from '../types.ts';
import { type Missing, MissingReader, type OpenFigure } from './missing.ts';

/** 试算: what a score still lacks, and between which totals the final one can lie. */
export interface Provisional {
  /** 名次 among its kind now; null for the district and for a unit that has not reported. */
  readonly place: number | null;
  /** Null where the total does not follow from the rows, so that nothing can be said. */
  readonly range: { readonly low: DecimalText; readonly high: DecimalText } | null;
  readonly missing: readonly Missing[];
}

/**
 * The outlook of every subject, by its id. A figure that is missing, or that a unit asked before has still to give, can bring anything from nothing to
 * all of its row's points; one whose target is pending can come to count. A row that turns out not to count (不涉及) leaves the total between the
 * two. A unit that has not reported can reach anything from 0 to 100.
 */
export function provisionalOf(input: ScoreInput, result: AssessmentResult): ReadonlyMap<string, Provisional> {
  const model = createScoreModel(result, input.scheme);
  const reader = new MissingReader(input);
  const places = placesOf(result.units);
  const reporting = new Set(reportingUnits(input.plan).map(({ id }) => id));
  return new Map(
    [...result.units, result.district].map((subject, index) => {
      const open = subject.parts.map((part) =>
        part.rows.map((row) => row.figures.map((figure) => reader.openFigure(figure, row.rowId, subject))),
      );
      const found = merged(open.flat(2).flatMap((figure) => figure?.missing ?? []));
      const missing = reporting.has(subject.subjectId) ? withOwnReturn(found, subject) : found;
      const own = model.subjects[index];
      const range = own === undefined ? null : rangeOf(subject, own, open, model);
      return [subject.subjectId, { place: places.get(subject.subjectId) ?? null, range, missing }];
    }),
  );
}

/** The return of a unit is owed even where others give the figure of every row that it leads: without it there is no grade. */
function withOwnReturn(missing: readonly Missing[], { subjectId, name, reported }: SubjectScore): readonly Missing[] {
  if (reported || missing.some(({ code, unitId }) => code === 'return' && unitId === subjectId)) return missing;
  return [{ code: 'return', unitId: subjectId, unit: name, rows: [], figure: '', fields: [] }, ...missing];
}

type OpenRows = readonly (readonly (readonly (OpenFigure | null)[])[])[];

function rangeOf(subject: SubjectScore, own: SubjectModel, open: OpenRows, model: ScoreModel): Provisional['range'] {
  if (subject.kind !== 'district' && !subject.reported)
    return { low: totalText(0, model), high: roundHalfEven('100', model.totalDecimals) };
  if (!own.follows) return null;
  return { low: totalText(extreme(own, open, model, 'low'), model), high: totalText(extreme(own, open, model, 'high'), model) };
}

function extreme({ parts, penalty }: SubjectModel, open: OpenRows, model: ScoreModel, end: 'low' | 'high'): number {
  let [points, counted] = [0, 0];
  for (const [partIndex, part] of parts.entries()) {
    for (const [rowIndex, row] of part.rows.entries()) {
      const figures = row.figures.map((figure, index) => atEnd(figure, open[partIndex]?.[rowIndex]?.[index] ?? null, end));
      const average = averageOf(figures);
      if (average === null) continue;
      points += pointsAt(row.max, average);
      counted += row.max;
    }
  }
  return totalOf({ points, counted }, penalty, model);
}

const atEnd = (figure: FigureShare, open: OpenFigure | null, end: 'low' | 'high'): FigureShare =>
  open === null ? figure : { share: end === 'low' ? open.least : '1', counts: true };

/** A return is owed once, for all rows that wait for it, and so are a year's valid days. */
function merged(missing: readonly Missing[]): Missing[] {
  const groups = Map.groupBy(missing, ({ code, unitId, figure, fields }) =>
    code === 'air' ? `${code}|${unitId}` : `${code}|${unitId}|${figure}|${fields.join()}`,
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const figures = [...new Set(group.map(({ figure }) => figure))];
    return [{ ...first, rows: [...new Set(group.flatMap(({ rows }) => rows))], figure: figures.join('、') }];
  });
}
