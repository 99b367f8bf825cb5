import type { YearResult } from '../../../shared/contract/year-comparison.ts';
import type { ScoreFigure, SubjectScore } from '../../../shared/domain/assessment/types.ts';
import { roundHalfEven } from '../../../shared/domain/numbers/decimal.ts';
import type { Measure } from '../../../shared/domain/plan/schema.ts';
import { selectCurrentReturns } from '../../db/queries/returns.ts';
import { selectSettledFigures, type SettledFigure } from '../../db/queries/settled-figures.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { scoreYear } from '../../../shared/domain/assessment/score.ts';
import { gatherFacts } from '../assessment/gather.ts';
import { type Reported, reportedReadings } from '../assessment/reported-readings.ts';
import { signedRunOf } from '../assessment/signed-scores.ts';
import type { ServiceContext } from '../context.ts';
import { openYears, readYearRecord } from '../plan/year-plan.ts';
import { schemeOfYear } from '../schemes/scheme-acts.ts';

/** Year → measure → the district's result. */
export type ResultsByYear = ReadonlyMap<number, ReadonlyMap<string, YearResult>>;

/**
 * 各年度完成值: of an open year the figures that 附件1 prints; of a year that is not open, or has no scheme to judge by, and of a measure that
 * is not judged in the year, what was settled by a document (base years, 往年结果).
 */
export function resultsByYear(context: ServiceContext, measures: readonly Measure[]): ResultsByYear {
  const db = context.work.handle;
  const settled = Map.groupBy(
    selectSettledFigures(db).filter(({ unitId }) => unitId === null),
    ({ year }) => year,
  );
  const assessed = assessedYears(db);
  const years = [...new Set([...settled.keys(), ...assessed])].toSorted((one, other) => one - other);
  return new Map(
    years.map((year) => {
      const figures = assessed.includes(year) ? figuresOf(context, year) : NO_FIGURES;
      return [year, resultsOf(measures, figures, settled.get(year) ?? [])];
    }),
  );
}

/** Open years whose figures are judged: those with a scheme. */
export const assessedYears = (db: ReadHandle): number[] =>
  openYears(db).filter((year) => {
    const record = readYearRecord(db, year);
    return record !== null && schemeOfYear(db, record) !== null;
  });

const NO_FIGURES: ReadonlyMap<string, YearResult> = new Map();

/** The district's figures of the year by their measure, as the year's score reads them; of a signed year as they were signed. */
function figuresOf(context: ServiceContext, year: number): ReadonlyMap<string, YearResult> {
  const { input } = gatherFacts(context, year);
  const district = signedResultsOf(context.work.handle, year)?.district ?? scoreYear(input).district;
  const returns = selectCurrentReturns(context.work.handle, year);
  const samples = new Set(returns.filter(({ sample }) => sample).map(({ sha256 }) => sha256));
  const figures = district.parts.flatMap((part) => part.rows.flatMap((row) => row.figures));
  const reportedOf = reportedReadings(input);
  return new Map(figures.map((figure) => [figure.id, figureResult(figure, samples, reportedOf)]));
}

/** Of a signed year the district's score as it was signed; null where none is, or where it was signed without figures of 附件1. */
export function signedResultsOf(db: ReadHandle, year: number): { readonly run: number; readonly district: SubjectScore } | null {
  const signed = signedRunOf(db, year);
  return signed === null || signed.scores === null ? null : { run: signed.run, district: signed.scores.district };
}

const UNTARGETED: ReadonlyMap<string, NonNullable<YearResult['untargeted']>> = new Map([
  ['pending', 'pending'],
  ['noTarget', 'none'],
]);

function figureResult(figure: ScoreFigure, samples: ReadonlySet<string>, reportedOf: (measureId: string) => Reported | null): YearResult {
  const { judgedValue, state, rule } = figure;
  const untargeted = UNTARGETED.get(rule.params['reason'] ?? '') ?? null;
  const reported = untargeted === null ? null : reportedOf(figure.id);
  const sources = reported?.sources ?? figure.sources;
  return {
    value: reported?.value ?? judgedValue,
    state,
    untargeted,
    status: rule.params['status'] ?? null,
    settledBy: rule.params['settled'] ?? null,
    sample: sources.some(({ sha256 }) => samples.has(sha256)),
  };
}

function resultsOf(
  measures: readonly Measure[],
  figures: ReadonlyMap<string, YearResult>,
  settled: readonly SettledFigure[],
): ReadonlyMap<string, YearResult> {
  const entries = measures.flatMap(({ id, decimals }): [string, YearResult][] => {
    const figure = figures.get(id);
    const known = settled.find(({ measureId }) => measureId === id);
    const counts = figure !== undefined && figure.value !== null && figure.untargeted === null;
    if (known === undefined || counts) return figure === undefined ? [] : [[id, figure]];
    const value = roundHalfEven(known.value, decimals);
    const { state = null, status = null, untargeted = null } = figure ?? {};
    return [[id, { value, state, untargeted, status, settledBy: known.document, sample: false }]];
  });
  return new Map(entries);
}
