import type { monitoringSourcesMethods } from '../../../shared/contract/monitoring-sources.ts';
import { listSources } from '../../services/monitoring/sources/list-sources.ts';
import { effectOfRule, setSourceRule } from '../../services/monitoring/sources/set-rule.ts';
import type { Handlers } from '../handler.ts';

export const monitoringSourcesHandlers: Handlers<typeof monitoringSourcesMethods> = {
  'monitoring.sources': (context, { date }) => listSources(context.work(), date),
  'monitoring.ruleEffect': (context, request, job) => effectOfRule(context.work(), request, job),
  'monitoring.setRule': (context, request, job) => setSourceRule(context.work(), request, job),
};
