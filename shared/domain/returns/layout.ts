import { type Unit, unitKindOf } from '../plan/unit-schema.ts';
import type { YearPlan } from '../plan/years/plan-for-year.ts';
import { airSheet } from './layout-air.ts';
import { layoutChecksum } from './layout-checksum.ts';
import { coverSheet } from './layout-cover.ts';
import { indicatorSheet } from './layout-indicators.ts';
import type { LayoutOptions } from './layout-options.ts';
import { taskSheet } from './layout-tasks.ts';
import type { LayoutSheet, ReturnLayout } from './types.ts';

/**
 * 填报表 of one unit for one year: which sheets, rows and answers it has. Departments report the rows of the annexes that name them as lead
 * (牵头单位); towns report the items that plan.reporting asks them for and, where asked, their air.
 */
export function layoutReturn(plan: YearPlan, planVersion: string, unit: Unit, options: LayoutOptions): ReturnLayout {
  const { year } = plan;
  const content = [
    unitKindOf(plan, unit).leads ? indicatorSheet(plan, unit, options) : null,
    taskSheet(plan, unit, options),
    options.air ? airSheet(plan, unit) : null,
  ].filter((sheet): sheet is LayoutSheet => sheet !== null);
  const sheets = [coverSheet(plan, unit, content), ...content];
  return {
    layoutId: `L1-${unit.id}-${year}-${layoutChecksum(sheets)}`,
    planId: plan.id,
    planVersion,
    documentNumber: plan.document.number,
    year,
    unitId: unit.id,
    unitName: unit.name,
    dueDate: plan.reporting.dueDates[String(year)] ?? '',
    sheets,
  };
}
