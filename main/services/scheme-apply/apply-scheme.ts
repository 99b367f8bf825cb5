import { isCalendarYear, parsePeriod } from '../../../shared/domain/air/period.ts';
import type { EvaluationSettings } from '../../../shared/domain/air/statistics/types.ts';
import type { MethodInput, MethodOutput } from '../../../shared/contract/contract.ts';
import { Failure } from '../../../shared/domain/failure.ts';
import type { YearPlan } from '../../../shared/domain/plan/years/plan-for-year.ts';
import { evaluateScheme, type SubjectResult } from '../../../shared/domain/schemes/evaluate/evaluate.ts';
import type { CompiledScheme } from '../../../shared/domain/schemes/language/compile-scheme.ts';
import { periodName } from '../../../shared/domain/schemes/trial/period-name.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { selectSchemeInputs } from '../../db/queries/scheme-inputs.ts';
import type { ServiceContext } from '../context.ts';
import type { SourceFile } from '../files.ts';
import { settingsOf } from '../monitoring/evaluation/evaluate.ts';
import { readYearPlan } from '../plan/year-plan.ts';
import { schemesOf } from '../ranking/ranking-schemes.ts';
import { resultView } from '../schemes/language/result-view.ts';
import { isAirMeasure } from './air-readings.ts';
import { type AppliedScheme, editedSchemeFor, fileSchemeFor, storedSchemeFor } from './applied-scheme.ts';
import { enteredReader } from './entered.ts';
import { isPartOfYear, periodsUpTo, periodsWithin } from './periods.ts';
import { subjectsOf } from './subjects.ts';
import { workData } from './work-data.ts';

/** `data`: a scheme as it is edited. */
type Source = MethodInput<'schemes.apply'>['source'] | { readonly id: string; readonly data: unknown };

/** Where a scheme comes from, with the file it names. */
export interface SchemeSource {
  readonly source: Source;
  readonly file: SourceFile | null;
}

interface Applying extends SchemeSource {
  readonly period: string;
  readonly subjects: string | undefined;
}

/** 办法试行于工作库: what it gives each subject in a year or a period. */
export async function applyScheme(context: ServiceContext, request: Applying): Promise<MethodOutput<'schemes.apply'>> {
  const period = requireSpan(request.period);
  const run = await evaluated(context, request, Number(period.slice(0, 4)), ({ scheme }) => periodsFor(scheme, period));
  return {
    ...run.common,
    period,
    periods: [...run.periods],
    rows: run.results
      .filter(({ row }) => row.period === period)
      .map((result) => {
        const { subjectId, name, class: own } = result.row;
        return { subjectId, subject: name, class: own, group: run.applied.scheme.groupOf(result.row), ...resultView(result) };
      }),
  };
}

function requireSpan(text: string): string {
  const period = periodName(text);
  if (parsePeriod(period) === null) throw new Failure('PERIOD_INVALID', { period: text });
  return period;
}

/** Runs look back over the periods of the same year; the settling of a year needs all of them. */
function periodsFor(scheme: CompiledScheme, period: string): readonly string[] {
  const span = parsePeriod(period);
  if (scheme.yearEnd !== null && span !== null && isCalendarYear(span)) return [...periodsWithin(Number(period), scheme.per), period];
  const looksBack = scheme.notices.length > 0 || scheme.vetoes.length > 0;
  return looksBack && isPartOfYear(period) ? periodsUpTo(period) : [period];
}

export interface EvaluatedScheme {
  readonly applied: AppliedScheme;
  readonly periods: readonly string[];
  readonly results: readonly SubjectResult[];
  readonly common: Pick<MethodOutput<'schemes.apply'>, 'scheme' | 'sample' | 'unknownNames'>;
}

/** A scheme on the work as it is now, for all the periods of one year that are asked for. */
export async function evaluated(
  context: ServiceContext,
  { source, file, subjects }: Omit<Applying, 'period'>,
  year: number,
  periodsOf: (applied: AppliedScheme) => readonly string[],
): Promise<EvaluatedScheme> {
  const db = context.work.handle;
  const { plan } = readYearPlan(db, year);
  const read = await schemeFor(db, plan, source, file);
  const applied = subjects === undefined ? read : forSubjects(read, subjects);
  const { scheme } = applied;
  const air = scheme.columns.some((column) => isAirMeasure(column.split('.')[0] ?? ''));
  const periods = periodsOf(applied);
  const work = workData(context, {
    plan,
    applied,
    subjects: subjectsOf(plan, { head: scheme.head, groups: applied.groups, air }),
    periods,
    settings: scheme.evaluation ?? settingsFor(context, plan, year),
    entered: enteredReader(applied.id === '' ? [] : selectSchemeInputs(db, applied.id)),
  });
  const results = evaluateScheme(scheme, work.data);
  const { id, title, number, demonstration, unknownNames } = applied;
  const out = scheme.out.kind === 'points' ? `points/${scheme.out.scale ?? ''}` : scheme.out.kind === 'money' ? '万元' : 'notice';
  const about = { id, title, number, demonstration, out, per: scheme.per, assumed: [...(scheme.head.assumed ?? [])] };
  return { applied, periods, results, common: { scheme: about, sample: work.sample(), unknownNames: [...unknownNames] } };
}

async function schemeFor(db: ReadHandle, plan: YearPlan, source: Source, file: SourceFile | null): Promise<AppliedScheme> {
  if ('data' in source) return editedSchemeFor(plan, source.data, source.id);
  return 'id' in source ? storedSchemeFor(db, plan, source.id) : fileSchemeFor(plan, requireFile(file), source.rule ?? null);
}

const requireFile = (file: SourceFile | null): SourceFile => {
  if (file === null) throw new Failure('FILE_GRANT_UNKNOWN', { grant: '' });
  return file;
};

/** In place of the subjects of its head, as a published scheme is looked at on one's own district. */
function forSubjects(applied: AppliedScheme, subjects: string): AppliedScheme {
  const { scheme } = applied;
  const head = { ...scheme.head, subjects };
  return { ...applied, scheme: { ...scheme, head, concerns: (row) => scheme.bodies.of(row) !== null } };
}

/** One truth for a figure: without settings of its own a scheme takes them as the year's ranking does. */
function settingsFor(context: ServiceContext, plan: YearPlan, year: number): EvaluationSettings {
  const db = context.work.handle;
  const [preferred] = schemesOf(db, plan, year);
  return preferred?.scheme.evaluation ?? settingsOf(db, { standard: 'byDate', dust: {}, index: {} }, `${year}-12-31`);
}
