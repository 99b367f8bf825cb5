import type { SchemeBasis, SchemeResult, ScoredScheme } from '../../../shared/contract/scheme-runs.ts';
import { ENGINE_VERSION } from '../../../shared/domain/engine.ts';
import type { SchemeData } from '../../../shared/domain/schemes/base/data-source.ts';
import type { SubjectResult } from '../../../shared/domain/schemes/evaluate/evaluate.ts';
import { sumOfPeriods } from '../../../shared/domain/schemes/runs/periods.ts';
import { weightsOf } from '../../../shared/domain/schemes/runs/weights.ts';
import { schemeWeightTitle } from '../../../shared/text/scheme/run-words.ts';
import { selectCurrentReturns } from '../../db/queries/returns.ts';
import { selectSchemeInputs } from '../../db/queries/scheme-inputs.ts';
import type { ServiceContext } from '../context.ts';
import { contentHash } from '../files.ts';
import { readDocuments } from '../plan/plan-documents.ts';
import type { AppliedScheme } from '../scheme-apply/applied-scheme.ts';
import { evaluateApplied } from '../scheme-apply/apply-scheme.ts';
import { periodsBack, periodsWithin } from '../scheme-apply/periods.ts';
import type { Computed } from '../store-run.ts';
import type { ChosenScheme } from './chosen-scheme.ts';
import { readingLog } from './reading-log.ts';
import { outlookOf, schemeRow } from './scheme-rows.ts';

export interface ComputedScheme extends Computed<SchemeResult> {
  readonly basis: SchemeBasis;
  readonly results: readonly SubjectResult[];
  /** By what it was computed, for a comparison. */
  readonly head: { readonly schemeVersion: string; readonly planVersion: string; readonly engine: number; readonly settings: string };
}

/** What a scheme gives every subject in a year, from what counts now; nothing is stored. `suppose` puts other figures in the place of the work's. */
export function computeScheme(
  context: ServiceContext,
  { yearPlan: { plan, version: planVersion }, applied }: ChosenScheme,
  suppose: (data: SchemeData) => SchemeData = (data) => data,
): ComputedScheme {
  const { year } = plan;
  const log = readingLog();
  const periods = periodsOf(applied, year);
  const evaluated = evaluateApplied(context, {
    applied,
    plan,
    periods: withReach(applied, periods),
    between: (data) => log.between(suppose(data)),
  });
  const { common, settings, groupName } = evaluated;
  const results = evaluated.results.filter(({ row }) => periods.includes(row.period));
  const ofYear = resultsOfYear(applied, year, results);
  const { scheme, sample, unknownNames } = common;
  const result: SchemeResult = {
    year,
    schemeId: applied.id,
    schemeTitle: applied.title,
    number: applied.number,
    demonstration: applied.demonstration,
    out: scheme.out,
    per: scheme.per,
    periods: [...periods],
    summed: isSummed(applied, year),
    grades: applied.scheme.grades.map(({ name }) => name),
    assumed: [...scheme.assumed],
    unknownNames,
    sample,
    rows: ofYear.map((one) => schemeRow(one, { applied, plan, groupName })),
  };
  const schemeVersion = applied.version ?? '';
  const about = { kind: 'scheme', period: periodOfScheme(year, applied.id), planVersion, schemeVersion } as const;
  const inputHash = contentHash({
    ...about,
    demonstration: applied.demonstration,
    sample,
    unknownNames,
    settings,
    readings: log.entries(),
  });
  return {
    about: { ...about, inputHash },
    result,
    basis: basisOf(context, applied, year, { files: log.files(), settings }),
    results: ofYear,
    head: { schemeVersion, planVersion, engine: ENGINE_VERSION, settings: contentHash(settings) },
  };
}

/** A result with range and what is missing beside each subject; the stored one has none of them. */
export function withOutlook({ result, results }: ComputedScheme, applied: AppliedScheme): ScoredScheme {
  const outlooks = new Map(results.map((one) => [one.row.subjectId, outlookOf(one, applied)]));
  return {
    ...result,
    columns: [...applied.scheme.columns],
    weights: weightsOf(applied.rules).map((weight) => ({ path: weight.path, title: schemeWeightTitle(weight), value: weight.value })),
    rows: result.rows.map((row) => ({ ...row, ...(outlooks.get(row.subjectId) ?? { complete: true, range: null, missing: [] }) })),
  };
}

/** Each scheme of a year has runs of its own. */
export const periodOfScheme = (year: number, schemeId: string): string => `${year} ${schemeId}`;

/** Year and scheme of a stored run. */
export function yearAndScheme(period: string): { readonly year: number; readonly scheme: string } {
  const [year = '', ...id] = period.split(' ');
  return { year: Number(year), scheme: id.join(' ') };
}

/** The year itself, and what it is settled against or summed from. */
function periodsOf(applied: AppliedScheme, year: number): readonly string[] {
  const within = periodsWithin(year, applied.scheme.per);
  return applied.scheme.yearEnd !== null ? [...within, String(year)] : isSummed(applied, year) ? within : [String(year)];
}

/** Runs of consecutive periods (连续) begin before the first of the year. */
function withReach({ scheme: { reach } }: AppliedScheme, periods: readonly string[]): readonly string[] {
  const [first] = periods;
  return first === undefined ? [] : [...periodsBack(first, reach).slice(0, -1), ...periods];
}

/** A scheme by month, quarter or half-year that is not cleared by the year itself (按年清算). */
const isSummed = ({ scheme, yearly }: AppliedScheme, year: number): boolean => !yearly && periodsWithin(year, scheme.per).length > 0;

function resultsOfYear(applied: AppliedScheme, year: number, results: readonly SubjectResult[]): readonly SubjectResult[] {
  if (!isSummed(applied, year)) return results.filter(({ row }) => row.period === String(year));
  const bySubject = Map.groupBy(results, ({ row }) => row.subjectId);
  return [...bySubject.values()].flatMap((own) => sumOfPeriods(own, String(year)) ?? []);
}

function basisOf(
  { work: { handle: db } }: ServiceContext,
  applied: AppliedScheme,
  year: number,
  { files, settings }: { readonly files: readonly string[]; readonly settings: unknown },
): SchemeBasis {
  return {
    documents: readDocuments(db).map(({ id, number, version }) => ({ id, number, version })),
    returns: selectCurrentReturns(db, year)
      .filter(({ fileName }) => files.includes(fileName))
      .map(({ id, unitId, sha256 }) => ({ id, unitId, sha256 })),
    inputs: selectSchemeInputs(db, applied.id)
      .filter(({ period }) => period.slice(0, 4) === String(year))
      .map(({ id }) => id),
    files: [...files],
    settings,
  };
}
