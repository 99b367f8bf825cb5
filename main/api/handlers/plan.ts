import type { planMethods } from '../../../shared/contract/plan.ts';
import { decideConflict, listConflicts } from '../../services/plan/decide-conflict.ts';
import { readWorkPlan } from '../../services/plan/work-plan.ts';
import type { Handlers } from '../handler.ts';

export const planHandlers: Handlers<typeof planMethods> = {
  'plan.show': (context) => readWorkPlan(context.work().work.handle),
  'plan.conflicts': (context, { year }) => ({ year, ...listConflicts(context.work(), year) }),
  'plan.decide': (context, input) => decideConflict(context.work(), input),
};
