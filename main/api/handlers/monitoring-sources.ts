import type { monitoringSourcesMethods } from '../../../shared/contract/monitoring-sources.ts';
import { listSources } from '../../services/monitoring/sources/list-sources.ts';
import { effectOfRule, setSourceRule } from '../../services/monitoring/register/set-rule.ts';
import type { Handlers } from '../handler.ts';

export const monitoringSourcesHandlers: Handlers<typeof monitoringSourcesMethods> = {
  'sources.list': (context, { date }) => listSources(context.work(), date),
  'sources.effect': (context, request, job) => effectOfRule(context.work(), request, job),
  'sources.rule': (context, request, job) => setSourceRule(context.work(), request, job),
};
