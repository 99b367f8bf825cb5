import { compose } from '../../../shared/contract/compose.ts';
import type { Contract } from '../../../shared/contract/contract.ts';
import type { Handlers } from '../handler.ts';
import { assessmentHandlers } from './assessment.ts';
import { monitoringFilesHandlers } from './monitoring-files.ts';
import { monitoringHandlers } from './monitoring.ts';
import { planBookHandlers } from './plan-book.ts';
import { planHandlers } from './plan.ts';
import { rankingHandlers } from './ranking.ts';
import { reportsHandlers } from './reports.ts';
import { checkHandlers } from './check.ts';
import { consentsHandlers } from './consents.ts';
import { samplesHandlers } from './samples.ts';
import { workHandlers } from './work.ts';
import { returnsHandlers } from './returns.ts';
import { runsHandlers } from './runs.ts';
import { schemeApplyHandlers } from './scheme-apply.ts';
import { schemeClausesHandlers } from './scheme-clauses.ts';
import { schemeEditHandlers } from './scheme-edit.ts';
import { schemeLifeHandlers } from './scheme-life.ts';
import { schemeRunsHandlers } from './scheme-runs.ts';
import { schemesHandlers } from './schemes.ts';
import { settingsHandlers } from './settings.ts';
import { stationsHandlers } from './stations.ts';
import { tablesHandlers } from './tables.ts';
import { typedReturnsHandlers } from './typed-returns.ts';
import { valueBookHandlers } from './value-book.ts';
import { versionsHandlers } from './versions.ts';
import { runDiffHandlers, whatIfHandlers } from './whatif.ts';
import { yearComparisonHandlers } from './year-comparison.ts';
import { yearsHandlers } from './years.ts';

/** What the features have registered: a method without a handler does not compile, one with two ends the program at its start. */
export const handlers: Handlers<Contract> = compose(
  workHandlers,
  planHandlers,
  planBookHandlers,
  returnsHandlers,
  typedReturnsHandlers,
  versionsHandlers,
  consentsHandlers,
  assessmentHandlers,
  whatIfHandlers,
  monitoringHandlers,
  monitoringFilesHandlers,
  rankingHandlers,
  schemesHandlers,
  schemeLifeHandlers,
  schemeApplyHandlers,
  schemeClausesHandlers,
  schemeRunsHandlers,
  schemeEditHandlers,
  runsHandlers,
  runDiffHandlers,
  settingsHandlers,
  stationsHandlers,
  yearsHandlers,
  yearComparisonHandlers,
  valueBookHandlers,
  tablesHandlers,
  reportsHandlers,
  checkHandlers,
  samplesHandlers,
);
