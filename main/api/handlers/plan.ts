import type { planMethods } from '../../../shared/contract/plan.ts';
import { decideConflict, listConflicts } from '../../services/plan/decide-conflict.ts';
import { listPlans } from '../../services/plan/plan-templates.ts';
import { readWorkPlan } from '../../services/plan/work-plan.ts';
import type { Handlers } from '../handler.ts';

export const planHandlers: Handlers<typeof planMethods> = {
  'plan.list': (context) => listPlans(context.environment.templatesFolder),
  'plan.show': (context) => readWorkPlan(context.work().work.handle),
  'plan.conflicts': (context, { year }) => ({ year, ...listConflicts(context.work(), year) }),
  'plan.decide': (context, input) => decideConflict(context.work(), input),
};
