import type { planMethods } from '../../../shared/contract/plan.ts';
import { decideConflict, listConflicts } from '../../services/plan/decide-conflict.ts';
import { listPlans } from '../../services/plan/plan-templates.ts';
import { showPlan } from '../../services/plan/show-plan.ts';
import { statementEffect } from '../../services/years/change-effect.ts';
import type { Handlers } from '../handler.ts';

export const planHandlers: Handlers<typeof planMethods> = {
  'plan.list': (context) => listPlans(context.environment.templatesFolder),
  'plan.show': (context, { year }) => showPlan(context.work().work.handle, year),
  'plan.conflicts': (context, { year }) => ({ year, ...listConflicts(context.work(), year) }),
  'plan.preview': (context, { year, subject, statement }) => statementEffect(context.work(), year, subject, statement),
  'plan.decide': (context, input) => decideConflict(context.work(), input),
};
