import type { Plan, Unit } from '../plan/schema.ts';
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
export function layoutReturn(plan: Plan, planVersion: string, unit: Unit, year: number, options: LayoutOptions): ReturnLayout {
  const content = [
    unit.kind === 'department' ? indicatorSheet(plan, unit, year, options) : null,
    taskSheet(plan, unit, year, options),
    options.air ? airSheet(plan, unit, year) : null,
  ].filter((sheet): sheet is LayoutSheet => sheet !== null);
  const sheets = [coverSheet(plan, unit, year, content), ...content];
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
