import type { Plan } from '../../../shared/domain/plan/schema.ts';
import { planText } from '../../../shared/text/ui/plan-text.ts';
import type { PlanTab } from './search.ts';

/** 附件1 主要指标: a part of the plan with the label that the plan gives it. */
export function tabName(plan: Pick<Plan, 'annex1' | 'annex2' | 'annex3'>, tab: PlanTab): string {
  const label = tab === 'annex1' || tab === 'annex2' || tab === 'annex3' ? (plan[tab]?.label ?? null) : null;
  return planText.labelled(label, planText.tabs[tab]);
}
