import type { z } from 'zod';
import { assessmentMethods } from './assessment.ts';
import { auditMethods } from './audit.ts';
import { checkMethods, samplesMethods } from './check.ts';
import { compose } from './compose.ts';
import { consentsMethods } from './consents.ts';
import { eventsMethods } from './exceptional-events.ts';
import type { MethodKind } from './method.ts';
import { monitoringCausesMethods } from './monitoring-causes.ts';
import { monitoringFilesMethods } from './monitoring-files.ts';
import { monitoringSourcesMethods } from './monitoring-sources.ts';
import { monitoringMethods } from './monitoring.ts';
import { monitoringStatisticsMethods } from './monitoring-statistics.ts';
import { monitoringPatternMethods } from './monitoring-pattern.ts';
import { monitoringTrendMethods } from './monitoring-trend.ts';
import { monitoringUsualMethods } from './monitoring-usual.ts';
import { outlinesMethods } from './outlines.ts';
import { planBookMethods } from './plan-book.ts';
import { planMethods, workMethods } from './plan.ts';
import { rankingMethods } from './ranking.ts';
import { reportingMethods } from './reporting.ts';
import { reportsMethods } from './reports.ts';
import { returnsMethods } from './returns.ts';
import { runsMethods } from './runs.ts';
import { schemeApplyMethods } from './scheme-apply.ts';
import { schemeClausesMethods } from './scheme-clauses.ts';
import { schemeEditMethods } from './scheme-edit.ts';
import { schemeLifeMethods } from './scheme-life.ts';
import { schemeRunsMethods } from './scheme-runs.ts';
import { schemesMethods } from './schemes.ts';
import { settingsMethods } from './settings.ts';
import { stationsMethods } from './stations.ts';
import { tablesMethods } from './tables.ts';
import { typedReturnsMethods } from './typed-returns.ts';
import { versionsMethods } from './versions.ts';
import { valueBookMethods } from './value-book.ts';
import { runDiffMethods, whatIfMethods } from './whatif.ts';
import { yearComparisonMethods } from './year-comparison.ts';
import { yearsMethods } from './years.ts';

const planning = compose(
  workMethods,
  planMethods,
  planBookMethods,
  yearsMethods,
  yearComparisonMethods,
  valueBookMethods,
  settingsMethods,
  outlinesMethods,
);
const collecting = compose(
  returnsMethods,
  typedReturnsMethods,
  versionsMethods,
  reportingMethods,
  consentsMethods,
  monitoringMethods,
  monitoringCausesMethods,
  monitoringStatisticsMethods,
  monitoringUsualMethods,
  monitoringFilesMethods,
  monitoringSourcesMethods,
  monitoringTrendMethods,
  monitoringPatternMethods,
  stationsMethods,
  eventsMethods,
);
const schemes = compose(schemesMethods, schemeLifeMethods, schemeApplyMethods, schemeClausesMethods, schemeRunsMethods, schemeEditMethods);
const judging = compose(assessmentMethods, whatIfMethods, rankingMethods, runsMethods, runDiffMethods);
const issuing = compose(tablesMethods, reportsMethods, checkMethods, auditMethods, samplesMethods);

/** THE api. Handlers, clients, channel lists and the command line's JSON all follow from this record. Its type is named by its parts: written out it is too long for the compiler. */
export const contract: typeof planning & typeof collecting & typeof schemes & typeof judging & typeof issuing = compose(
  planning,
  collecting,
  schemes,
  judging,
  issuing,
);

export type Contract = typeof contract;
export type MethodName = keyof Contract;
export type MethodInput<Name extends MethodName> = z.input<Contract[Name]['input']>;
export type MethodOutput<Name extends MethodName> = z.output<Contract[Name]['output']>;

/** Names of one kind: what may be asked as a query, what has to be commanded, what can be followed and cancelled. */
export type MethodNameOf<Kind extends MethodKind> = {
  [Name in MethodName]: Contract[Name]['kind'] extends Kind ? Name : never;
}[MethodName];
export type QueryName = MethodNameOf<'query'>;
export type CommandName = MethodNameOf<'command'>;
export type JobName = MethodNameOf<'job'>;
