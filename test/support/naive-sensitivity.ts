import type { ScoreInput } from '../../shared/domain/assessment/context.ts';
import { createScoreModel } from '../../shared/domain/assessment/model/score-model.ts';
import { distributePoints, gradeOf, sumPoints } from '../../shared/domain/assessment/points.ts';
import { scoreYear } from '../../shared/domain/assessment/score.ts';
import { cellCandidates, type CellCandidate } from '../../shared/domain/assessment/sensitivity/cell-candidates.ts';
import { factorsOf } from '../../shared/domain/assessment/sensitivity/factors.ts';
import type { Reach } from '../../shared/domain/assessment/sensitivity/reach.ts';
import type { SensitivityOptions, SubjectSensitivity } from '../../shared/domain/assessment/sensitivity/sensitivity.ts';
import { type Member, weightCases } from '../../shared/domain/assessment/sensitivity/weight-cases.ts';
import type { AssessmentResult, ScoreRow, SubjectScore } from '../../shared/domain/assessment/types.ts';
import { withCells } from '../../shared/domain/assessment/whatif/apply-changes.ts';
import { type DecimalText, exact, roundHalfEven } from '../../shared/domain/numbers/decimal.ts';

/** What both ways must say of a subject. */
export type Verdict = Pick<
  SubjectSensitivity,
  'subjectId' | 'overall' | 'weights' | 'weightMoves' | 'rounding' | 'contested' | 'contestedMoves' | 'cells'
>;

interface Standing {
  readonly total: DecimalText;
  readonly grade: string;
  readonly place: number | null;
}

type Case = ReadonlyMap<string, Standing>;

/**
 * 稳健性 the plain way: for every case all subjects are computed anew in decimals, for targets and cells by a whole score of the year, and every place
 * by counting. The yardstick for the fast way. Only which weights are varied together is taken from it.
 */
export function naiveSensitivity(input: ScoreInput, base: AssessmentResult, options: SensitivityOptions): Verdict[] {
  const { scheme } = input;
  const present = standings(base, scheme);
  const weights = naiveWeights(input, base, options.percent);
  const rounding = standings(
    everySubject(base, (subject) => rescored(subject, scheme, (row) => unroundedPoints(row))),
    scheme,
  );
  const contested = options.contested.map(({ targets }) =>
    standings(
      scoreYear({ ...input, adopted: new Map([...input.adopted, ...targets.map((target) => [target.measureId, target] as const)]) }),
      scheme,
    ),
  );
  const cells = cellCandidates(input, base).map((candidate) => ({ candidate, result: scoreYear(withCells(input, [candidate])) }));
  const known = cells.filter(({ candidate, result }) => comesTrue(candidate, base, result));
  const placed = known.map(({ candidate, result }) => ({ candidate, cases: standings(result, scheme), touched: touchedBy(base, result) }));
  return [...base.units, base.district].map(({ subjectId }) => {
    const now = present.get(subjectId) ?? NONE;
    const ofSubject = (cases: readonly Case[]): Standing[] => cases.map((one) => one.get(subjectId) ?? NONE);
    const reach = (cases: readonly Case[]): Reach => reachOf([now, ...ofSubject(cases)], scheme);
    const all = weights.map(({ standings: one }) => one);
    return {
      subjectId,
      overall: reach([...all, rounding, ...contested]),
      weights: reach(all),
      weightMoves: weights.flatMap(({ single, standings: one }) => {
        const then = one.get(subjectId) ?? NONE;
        return single === null || !moved(now, then) ? [] : [{ ...single, ...then }];
      }),
      rounding: rounding.get(subjectId) ?? NONE,
      contested: reach(contested),
      contestedMoves: ofSubject(contested).flatMap((then, index) =>
        moved(now, then) || now.total !== then.total ? [{ contested: index, ...then }] : [],
      ),
      cells: naiveFlips(input, subjectId, now, placed, options.cells),
    };
  });
}

const NONE: Standing = { total: '', grade: '', place: null };
const moved = (one: Standing, other: Standing): boolean => one.grade !== other.grade || one.place !== other.place;

function standings(result: AssessmentResult, { ungraded }: ScoreInput['scheme']): Case {
  const ranked = (subject: SubjectScore): boolean => subject.reported && subject.kind !== 'district' && subject.grade !== ungraded;
  return new Map(
    [...result.units, result.district].map((subject) => {
      const above = result.units.filter(
        (other) => other.kind === subject.kind && ranked(other) && exact(other.total).gt(subject.total),
      ).length;
      return [subject.subjectId, { total: subject.total, grade: subject.grade, place: ranked(subject) ? above + 1 : null }];
    }),
  );
}

const everySubject = (result: AssessmentResult, change: (subject: SubjectScore) => SubjectScore): AssessmentResult => ({
  ...result,
  district: change(result.district),
  units: result.units.map(change),
});

/** The subject with other points of its rows, added up, folded and graded again. */
function rescored(
  subject: SubjectScore,
  scheme: ScoreInput['scheme'],
  pointsOf: (row: ScoreRow, part: string) => { readonly max: DecimalText; readonly points: DecimalText | null },
): SubjectScore {
  const rows = subject.parts.flatMap((part) => part.rows.map((row) => pointsOf(row, part.id)));
  const counting = rows.flatMap(({ max, points }) => (points === null ? [] : [{ max, points }]));
  const counted = counting.reduce((sum, { max }) => sum.plus(max), exact(0));
  const points = counting.reduce((sum, row) => sum.plus(row.points), exact(0));
  const folded = counted.isZero() ? exact(0) : exact(roundHalfEven(points.times(100).div(counted), scheme.decimals.total));
  const reduced = folded.plus(
    sumPoints(
      subject.penalties.map((penalty) => penalty.points),
      scheme.decimals.total,
    ),
  );
  const total = roundHalfEven(reduced.isNegative() ? '0' : reduced, scheme.decimals.total);
  return { ...subject, total, grade: counted.isZero() ? scheme.ungraded : gradeOf(total, scheme) };
}

function shareOf({ figures }: ScoreRow) {
  const counting = figures.filter(({ state }) => state !== 'notApplicable');
  return { count: counting.length, sum: counting.reduce((total, { share }) => total.plus(share), exact(0)) };
}

function unroundedPoints(row: ScoreRow): { max: DecimalText; points: DecimalText | null } {
  const { sum, count } = shareOf(row);
  return { max: row.max, points: count === 0 ? null : exact(row.max).times(sum).div(count).toFixed() };
}

function naiveWeights(input: ScoreInput, base: AssessmentResult, percent: DecimalText) {
  const factors = factorsOf(percent);
  const model = createScoreModel(base, input.scheme);
  const kinds = Map.groupBy([...model.subjects.entries()] as Member[], ([, { kind }]) => kind);
  return [...kinds].flatMap(([kind, members]) =>
    weightCases(members, factors).map(({ single, factors: map }) => {
      const result = everySubject(base, (subject) =>
        subject.kind === kind ? reweighed(subject, input.scheme, map, factors.same) : subject,
      );
      return { single, standings: standings(result, input.scheme) };
    }),
  );
}

function reweighed(subject: SubjectScore, scheme: ScoreInput['scheme'], factors: ReadonlyMap<string, number>, same: number): SubjectScore {
  const { points: decimals } = scheme.decimals;
  const maxima = new Map(
    subject.parts.flatMap((part) => {
      const weights = part.rows.map((row) =>
        exact(row.max)
          .times(factors.get(`${part.id} ${row.rowId}`) ?? same)
          .toFixed(),
      );
      const split = distributePoints(part.max, weights, decimals);
      return part.rows.map((row, index) => [`${part.id} ${row.rowId}`, split[index] ?? '0'] as const);
    }),
  );
  return rescored(subject, scheme, (row, part) => {
    const max = maxima.get(`${part} ${row.rowId}`) ?? '0';
    const { sum, count } = shareOf(row);
    return { max, points: count === 0 ? null : roundHalfEven(exact(max).times(sum).div(count), decimals) };
  });
}

function reachOf(cases: readonly Standing[], { grades, ungraded }: ScoreInput['scheme']): Reach {
  const totals = cases.map(({ total }) => total).toSorted((one, other) => exact(one).cmp(other));
  const places = cases.flatMap(({ place }) => place ?? []).toSorted((one, other) => one - other);
  return {
    low: totals[0] ?? '',
    high: totals.at(-1) ?? '',
    best: places[0] ?? null,
    worst: places.at(-1) ?? null,
    grades: [...grades.map(({ name }) => name), ungraded].filter((name) => cases.some(({ grade }) => grade === name)),
  };
}

/** Figures of a subject that two results give another share or state. */
function changedFigures(base: SubjectScore | undefined, after: SubjectScore | undefined) {
  const figures = (subject: SubjectScore | undefined) => (subject?.parts ?? []).flatMap((part) => part.rows.flatMap((row) => row.figures));
  const then = figures(base);
  return figures(after).filter((figure, index) => figure.share !== then[index]?.share || figure.state !== then[index]?.state);
}

function comesTrue({ direction }: CellCandidate, base: AssessmentResult, result: AssessmentResult): boolean {
  const states = [...result.units, result.district].flatMap((subject) =>
    changedFigures(
      [...base.units, base.district].find(({ subjectId }) => subjectId === subject.subjectId),
      subject,
    ).map(({ state }) => state),
  );
  return direction === 'met' ? states.some((state) => state === 'met' || state === 'noOccurrence') : states.includes('missing');
}

const touchedBy = (base: AssessmentResult, result: AssessmentResult): ReadonlySet<string> =>
  new Set(
    [...result.units, result.district]
      .filter(
        (subject) =>
          changedFigures(
            [...base.units, base.district].find(({ subjectId }) => subjectId === subject.subjectId),
            subject,
          ).length > 0,
      )
      .map(({ subjectId }) => subjectId),
  );

function naiveFlips(
  { plan }: ScoreInput,
  subjectId: string,
  now: Standing,
  cells: readonly { readonly candidate: CellCandidate; readonly cases: Case; readonly touched: ReadonlySet<string> }[],
  most: number,
): Verdict['cells'] {
  const own = cells
    .filter(({ touched }) => touched.has(subjectId))
    .map(({ candidate, cases }) => ({ candidate, after: cases.get(subjectId) ?? NONE }))
    .toSorted((one, other) => exact(one.after.total).minus(now.total).abs().cmp(exact(other.after.total).minus(now.total).abs()));
  const flips = (what: 'grade' | 'place') =>
    own
      .filter(({ after }) => after[what] !== now[what])
      .slice(0, most)
      .map(({ candidate: { direction, unitId, rowId, field, before, value }, after: outcome }) => ({
        direction,
        unitId,
        unit: plan.units.find(({ id }) => id === unitId)?.name ?? unitId,
        rowId,
        field,
        before,
        after: value,
        ...outcome,
      }));
  return { grade: flips('grade'), place: flips('place') };
}

/** The part of a verdict of the fast way that the plain way gives too. */
export const verdictOf = ({
  subjectId,
  overall,
  weights,
  weightMoves,
  rounding,
  contested,
  contestedMoves,
  cells,
}: SubjectSensitivity): Verdict => ({ subjectId, overall, weights, weightMoves, rounding, contested, contestedMoves, cells });
