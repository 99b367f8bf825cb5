import type { ComparedRow, YearComparison, YearSpan } from '../../../shared/contract/year-comparison.ts';
import type { AdoptedTarget } from '../../../shared/domain/plan/conflict-types.ts';
import type { Indicator, Measure } from '../../../shared/domain/plan/schema.ts';
import { compareYears } from '../../../shared/domain/plan/years/compare-years.ts';
import type { ServiceContext } from '../context.ts';
import { readWorkPlan } from '../plan/work-plan.ts';
import { openYears } from '../plan/year-plan.ts';
import { assessedYears, type ResultsByYear, resultsByYear, signedResultsOf } from './results-by-year.ts';
import { adoptedByYear, yearsWithTargets } from './targets-by-year.ts';

/**
 * 多年对照: 附件1 as it stands now, with the target and the result of each year. `span` narrows the years that are listed, never those that
 * progress and trend are reckoned from.
 */
export function compareWorkYears(context: ServiceContext, span: YearSpan | null): YearComparison {
  const db = context.work.handle;
  const { plan } = readWorkPlan(db);
  const measures = plan.annex1.rows.flatMap((row) => row.measures);
  const results = resultsByYear(context, measures);
  const adopted = adoptedByYear(db, yearsWithTargets(db));
  const known = [...new Set([...adopted.keys(), ...results.keys()])].toSorted((one, other) => one - other);
  const years = known.filter((year) => span === null || (year >= span.from && year <= span.to));
  const rows = plan.annex1.rows.flatMap((row, index) =>
    row.measures.map((measure) => comparedRow({ row, index, measure, years, adopted, results })),
  );
  const [open, assessed] = [openYears(db), assessedYears(db)];
  return {
    years: years.map((year) => ({
      year,
      open: open.includes(year),
      assessed: assessed.includes(year),
      signedRun: signedResultsOf(db, year)?.run ?? null,
      targets: rows.some(({ targets }) => (targets[String(year)] ?? null) !== null),
      results: rows.some(({ results: ofRow }) => (ofRow[String(year)] ?? null) !== null),
      sample: rows.some(({ results: ofRow }) => ofRow[String(year)]?.sample === true),
    })),
    rows,
    sample: [...results.values()].some((ofYear) => [...ofYear.values()].some(({ sample }) => sample)),
  };
}

interface Given {
  readonly row: Indicator;
  readonly index: number;
  readonly measure: Measure;
  readonly years: readonly number[];
  readonly adopted: ReadonlyMap<number, ReadonlyMap<string, AdoptedTarget>>;
  readonly results: ResultsByYear;
}

function comparedRow({ row, index, measure, years, adopted, results }: Given): ComparedRow {
  const { id, name, unit, basis } = measure;
  const targets = ofMeasure(adopted, id);
  const ofYears = ofMeasure(results, id);
  const values = [...ofYears].flatMap(([year, { value }]) => (value === null ? [] : [[year, value] as const]));
  return {
    row: row.id,
    label: row.label ?? String(index + 1),
    measure: id,
    category: row.category,
    name,
    unit,
    basis,
    leadUnits: row.leadUnitsPrinted,
    targets: Object.fromEntries(years.map((year) => [String(year), targets.get(year)?.printed ?? null])),
    results: Object.fromEntries(years.map((year) => [String(year), ofYears.get(year) ?? null])),
    ...compareYears({ basis, targets, results: new Map(values) }),
  };
}

/** Year → what stands there for the measure; years without it are left out. */
const ofMeasure = <Value>(byYear: ReadonlyMap<number, ReadonlyMap<string, Value>>, id: string): Map<number, Value> =>
  new Map(
    [...byYear].flatMap(([year, ofYear]) => {
      const value = ofYear.get(id);
      return value === undefined ? [] : [[year, value] as const];
    }),
  );
