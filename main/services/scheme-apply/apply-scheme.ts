import { isCalendarYear, parsePeriod } from '../../../shared/domain/air/period.ts';
import type { SchemeEvaluation } from '../../../shared/domain/air/statistics/types.ts';
import type { MethodInput, MethodOutput } from '../../../shared/contract/contract.ts';
import { Failure } from '../../../shared/domain/failure.ts';
import type { YearPlan } from '../../../shared/domain/plan/years/plan-for-year.ts';
import { evaluateScheme, type SubjectResult } from '../../../shared/domain/schemes/evaluate/evaluate.ts';
import type { SchemeData } from '../../../shared/domain/schemes/base/data-source.ts';
import type { CompiledScheme } from '../../../shared/domain/schemes/language/compile-scheme.ts';
import { periodName } from '../../../shared/domain/schemes/trial/period-name.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { selectSchemeInputs } from '../../db/queries/scheme-inputs.ts';
import type { ServiceContext } from '../context.ts';
import type { SourceFile } from '../files.ts';
import { settingsOf } from '../monitoring/evaluation/evaluation-settings.ts';
import { readYearPlan } from '../plan/year-plan.ts';
import { schemesOf } from '../ranking/ranking-schemes.ts';
import { dustOn } from '../settings/dust.ts';
import { resultView } from '../schemes/language/result-view.ts';
import { isAirMeasure } from './air-readings.ts';
import { type AppliedScheme, editedSchemeFor, fileSchemeFor, requireInUse, storedSchemeFor } from './applied-scheme.ts';
import { enteredReader } from './entered.ts';
import { periodsBack, periodsWithin } from './periods.ts';
import type { Supposed } from './plan-readings.ts';
import { withOwnKinds } from './own-kinds.ts';
import { groupNames, subjectsOf } from './subjects.ts';
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
    unranked: unrankedPeriods(run, period),
    rows: run.results
      .filter(({ row }) => row.period === period)
      .map((result) => {
        const { subjectId, name, class: own } = result.row;
        return { subjectId, subject: name, class: own, ...groupOf(run, result.row), ...withOwnKinds(resultView(result), run.plan) };
      }),
  };
}

/** Periods before this one in which nobody was ranked: a run cannot be followed beyond them. */
const unrankedPeriods = ({ periods, results, applied }: EvaluatedScheme, period: string): string[] =>
  applied.scheme.reach === 1
    ? []
    : periods.filter((one) => one < period && !results.some(({ row, place }) => row.period === one && place !== null));

function requireSpan(text: string): string {
  const period = periodName(text);
  if (parsePeriod(period) === null) throw new Failure('PERIOD_INVALID', { period: text });
  return period;
}

/** Runs look back as far as the rule does, also into the year before; the settling of a year needs all its periods. */
function periodsFor(scheme: CompiledScheme, period: string): readonly string[] {
  const span = parsePeriod(period);
  if (scheme.yearEnd !== null && span !== null && isCalendarYear(span)) return [...accountPeriods(scheme, Number(period)), period];
  return periodsBack(period, scheme.reach);
}

/** The periods of a year, and before them those that runs of its first one reach back to. */
export function accountPeriods({ per, reach }: CompiledScheme, year: number): readonly string[] {
  const within = periodsWithin(year, per);
  const [first] = within;
  return first === undefined ? [] : [...periodsBack(first, reach).slice(0, -1), ...within];
}

/** 组别 of a row, and its name in the plan's words where the scheme gives it none. */
function groupOf({ applied: { scheme }, groupName }: EvaluatedScheme, row: SubjectResult['row']): { group: string; groupName: string } {
  const group = scheme.groupOf(row);
  return { group, groupName: groupName(group) };
}

export interface EvaluatedScheme {
  readonly applied: AppliedScheme;
  readonly periods: readonly string[];
  readonly results: readonly SubjectResult[];
  readonly plan: YearPlan;
  readonly groupName: (group: string) => string;
  readonly common: Pick<MethodOutput<'schemes.apply'>, 'scheme' | 'sample' | 'unknownNames' | 'emptyGroups'>;
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
  if ('id' in source && source.id !== undefined) requireInUse(db, source.id, year);
  const read = await schemeFor(db, plan, source, file);
  const applied = subjects === undefined ? read : forSubjects(read, subjects);
  const periods = periodsOf(applied);
  return { applied, plan, periods, ...evaluateApplied(context, { applied, plan, periods }) };
}

export interface Evaluating {
  readonly applied: AppliedScheme;
  readonly plan: YearPlan;
  readonly periods: readonly string[];
  /** What stands between the work and the scheme: who listens to what is read, or supposes other figures. */
  readonly between?: (data: SchemeData) => SchemeData;
  /** What is not stored yet. */
  readonly supposed?: Supposed | undefined;
}

/** The same of a scheme that is known already, for periods that are. */
export function evaluateApplied(
  context: ServiceContext,
  { applied, plan, periods, between = (data) => data, supposed }: Evaluating,
): Pick<EvaluatedScheme, 'results' | 'common' | 'groupName'> & { readonly settings: AppliedSettings } {
  const db = context.work.handle;
  const { scheme } = applied;
  const air = scheme.columns.some((column) => isAirMeasure(column.split('.')[0] ?? ''));
  const own = scheme.evaluation ?? settingsFor(context, plan, plan.year);
  const work = workData(context, {
    plan,
    applied,
    subjects: subjectsOf(plan, { head: scheme.head, groups: applied.groups, air }),
    periods,
    settings: own,
    supposed,
    entered: enteredReader(applied.id === '' ? [] : selectSchemeInputs(db, applied.id)),
  });
  const results = evaluateScheme(scheme, between(work.data));
  const { id, title, number, demonstration, unknownNames } = applied;
  const out = scheme.out.kind === 'points' ? `points/${scheme.out.scale ?? ''}` : scheme.out.kind === 'money' ? '万元' : 'notice';
  const about = { id, title, number, demonstration, out, per: scheme.per, assumed: [...(scheme.head.assumed ?? [])] };
  const named = groupNames(plan, scheme.bodies.groups);
  const emptyGroups = scheme.bodies.groups
    .map(({ name }) => name)
    .filter((group) => !results.some(({ row }) => scheme.groupOf(row) === group));
  const common = { scheme: about, sample: work.sample(), unknownNames: [...unknownNames], emptyGroups: emptyGroups.map(named) };
  return { results, settings: appliedSettings(context, own, plan.year), groupName: named, common };
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
  return { ...applied, scheme: { ...scheme, head } };
}

/** As runs keep them, who knew dust days as in or out before there was a third way. */
export interface AppliedSettings extends SchemeEvaluation {
  readonly dust: { readonly concentrations: boolean; readonly days: boolean | 'without-pm' };
}

function appliedSettings(context: ServiceContext, { standard, index }: SchemeEvaluation, year: number): AppliedSettings {
  const { concentrations, days } = dustOn(context, `${year}-12-31`);
  return { standard, dust: { concentrations, days: days === 'without-pm' ? days : days === 'left-out' }, index };
}

/** One truth for a figure: without settings of its own a scheme takes them as the year's ranking does. */
function settingsFor(context: ServiceContext, plan: YearPlan, year: number): SchemeEvaluation {
  const db = context.work.handle;
  const [preferred] = schemesOf(db, plan, year);
  return preferred?.scheme.evaluation ?? settingsOf(db, { standard: 'byDate', dust: {}, index: {} }, `${year}-12-31`);
}
