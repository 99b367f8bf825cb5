import { exact, roundHalfEven } from '../../numbers/decimal.ts';
import { roundToWhole } from '../../numbers/fraction.ts';
import type { ScoringScheme } from '../scheme.ts';
import type { AssessmentResult, ScoreFigure, ScorePart, SubjectScore } from '../types.ts';
import { type Average, averageOf, type FigureShare, pointsAt } from './average.ts';

/** A row in whole steps of its decimals. */
export interface RowModel {
  readonly rowId: string;
  readonly title: string;
  readonly max: number;
  readonly figures: readonly FigureShare[];
  /** Null where the row does not count. */
  readonly average: Average | null;
  readonly points: number | null;
}

export interface PartModel {
  readonly id: string;
  readonly rows: readonly RowModel[];
  readonly sums: Sums;
}

export interface SubjectModel {
  readonly id: string;
  readonly kind: string;
  readonly parts: readonly PartModel[];
  /** Steps of the total, at most 0. */
  readonly penalty: number;
  readonly sums: Sums;
  /** Steps of the total as printed. */
  readonly total: number;
  readonly grade: string;
  /** Stands against others: a unit that has reported. The district has no place. */
  readonly ranked: boolean;
  /** False where the total does not follow from rows and penalties: then nothing is said about what another row would make of it. */
  readonly follows: boolean;
}

/** Points of the rows that count, and their full marks. */
export interface Sums {
  readonly points: number;
  readonly counted: number;
}

/**
 * A result as whole numbers: what follows when a row has other points is a few additions instead of a score of the whole year. It knows only what
 * the result itself shows: a row is worth its printed full marks times the mean share of its figures that count, the total is the fold to 100
 * (缺项折算) less the penalties.
 */
export interface ScoreModel {
  readonly pointSteps: number;
  readonly totalSteps: number;
  readonly totalDecimals: number;
  /** `from`: the least steps of the total that have the grade. */
  readonly grades: readonly { readonly name: string; readonly from: number }[];
  readonly ungraded: string;
  readonly subjects: readonly SubjectModel[];
}

/** `units` in the order of the result, the district last. */
export function createScoreModel(result: AssessmentResult, scheme: ScoringScheme): ScoreModel {
  const { points, total } = scheme.decimals;
  const bare = {
    pointSteps: 10 ** points,
    totalSteps: 10 ** total,
    totalDecimals: total,
    grades: scheme.grades.map(({ name, from }) => ({
      name,
      from: exact(from)
        .times(10 ** total)
        .ceil()
        .toNumber(),
    })),
    ungraded: scheme.ungraded,
  };
  return { ...bare, subjects: [...result.units.map((unit) => subjectModel(unit, true, bare)), subjectModel(result.district, false, bare)] };
}

type Bare = Omit<ScoreModel, 'subjects'>;

function subjectModel(subject: SubjectScore, ranked: boolean, model: Bare): SubjectModel {
  const parts = subject.parts.map((part) => partModel(part, model));
  const penalty = subject.penalties.reduce((sum, { points }) => sum + Number(points), 0) * model.totalSteps;
  const rows = parts.flatMap((part) => part.rows);
  const sums = sumsOf(rows);
  const total = totalOf(sums, Math.round(penalty), model);
  const printed = subject.parts.flatMap((part) => part.rows.map((row) => row.points));
  const follows =
    totalText(total, model) === subject.total &&
    gradeAt(total, sums, model) === subject.grade &&
    rows.every(({ points }, index) => points === stepsOrNull(printed[index] ?? null, model.pointSteps));
  return {
    id: subject.subjectId,
    kind: subject.kind,
    parts,
    penalty: Math.round(penalty),
    sums,
    total: follows ? total : steps(subject.total, model.totalSteps),
    grade: subject.grade,
    ranked: subject.reported && ranked,
    follows,
  };
}

function partModel(part: ScorePart, { pointSteps }: Bare): PartModel {
  const rows = part.rows.map((row): RowModel => {
    const figures = row.figures.map(shareOfFigure);
    const average = averageOf(figures);
    const max = steps(row.max, pointSteps);
    return { rowId: row.rowId, title: row.title, max, figures, average, points: average === null ? null : pointsAt(max, average) };
  });
  return { id: part.id, rows, sums: sumsOf(rows) };
}

export const shareOfFigure = ({ share, state }: Pick<ScoreFigure, 'share' | 'state'>): FigureShare => ({
  share,
  counts: state !== 'notApplicable',
});

const steps = (value: string, scale: number): number => Math.round(Number(value) * scale);
const stepsOrNull = (value: string | null, scale: number): number | null => (value === null ? null : steps(value, scale));

export function sumsOf(rows: readonly Pick<RowModel, 'max' | 'points'>[]): Sums {
  let [points, counted] = [0, 0];
  for (const row of rows) {
    if (row.points === null) continue;
    points += row.points;
    counted += row.max;
  }
  return { points, counted };
}

/** The sums with one row replaced. */
export const replaced = (sums: Sums, row: RowModel, average: Average | null): Sums => ({
  points: sums.points - (row.points ?? 0) + (average === null ? 0 : pointsAt(row.max, average)),
  counted: sums.counted - (row.points === null ? 0 : row.max) + (average === null ? 0 : row.max),
});

/** Folded to 100, rounded once, less the penalties, never below 0; in steps of the total. */
export function totalOf({ points, counted }: Sums, penalty: number, { totalSteps }: Pick<ScoreModel, 'totalSteps'>): number {
  const folded = counted === 0 ? 0 : roundToWhole({ num: points * 100 * totalSteps, den: counted });
  return Math.max(0, folded + penalty);
}

export function gradeAt(total: number, { counted }: Pick<Sums, 'counted'>, { grades, ungraded }: Bare): string {
  return counted === 0 ? ungraded : (grades.find(({ from }) => total >= from)?.name ?? '');
}

export const totalText = (total: number, { totalSteps, totalDecimals }: Bare): string =>
  roundHalfEven(exact(total).div(totalSteps), totalDecimals);
