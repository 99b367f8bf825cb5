import type { YearResult } from '../../../shared/contract/year-comparison.ts';
import type { ScoreFigure } from '../../../shared/domain/assessment/types.ts';
import { roundHalfEven } from '../../../shared/domain/numbers/decimal.ts';
import type { Measure } from '../../../shared/domain/plan/schema.ts';
import { selectCurrentReturns } from '../../db/queries/returns.ts';
import { selectSettledFigures, type SettledFigure } from '../../db/queries/settled-figures.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { scoreYear } from '../../../shared/domain/assessment/score.ts';
import { gatherFacts } from '../assessment/gather.ts';
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

/** The district's figures of the year by their measure, as the year's score reads them. */
function figuresOf(context: ServiceContext, year: number): ReadonlyMap<string, YearResult> {
  const { district } = scoreYear(gatherFacts(context, year).input);
  const returns = selectCurrentReturns(context.work.handle, year);
  const samples = new Set(returns.filter(({ sample }) => sample).map(({ sha256 }) => sha256));
  const figures = district.parts.flatMap((part) => part.rows.flatMap((row) => row.figures));
  return new Map(figures.map((figure) => [figure.id, figureResult(figure, samples)]));
}

const figureResult = ({ judgedValue, state, rule, sources }: ScoreFigure, samples: ReadonlySet<string>): YearResult => ({
  value: judgedValue,
  state,
  status: rule.params['status'] ?? null,
  settledBy: rule.params['settled'] ?? null,
  sample: sources.some(({ sha256 }) => samples.has(sha256)),
});

function resultsOf(
  measures: readonly Measure[],
  figures: ReadonlyMap<string, YearResult>,
  settled: readonly SettledFigure[],
): ReadonlyMap<string, YearResult> {
  const entries = measures.flatMap(({ id, decimals }): [string, YearResult][] => {
    const figure = figures.get(id);
    const known = settled.find(({ measureId }) => measureId === id);
    if (known === undefined || (figure !== undefined && figure.value !== null)) return figure === undefined ? [] : [[id, figure]];
    const value = roundHalfEven(known.value, decimals);
    return [[id, { value, state: figure?.state ?? null, status: figure?.status ?? null, settledBy: known.document, sample: false }]];
  });
  return new Map(entries);
}
