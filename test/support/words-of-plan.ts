import { loadPlanTemplate } from '../../main/services/plan/plan-templates.ts';
import { TEMPLATES } from './core.ts';

/**
 * What a plan of the product says and no other plan may: its district and city, its document, its units by name and id, ids of its rows. Words
 * that any district has (气象局, 水利局 behind the level) are not in it, because names stand whole.
 */
export function wordsOfPlan(planId: string): readonly string[] {
  const { id, district, document, units, annex1, annex2, annex3 } = loadPlanTemplate(TEMPLATES, planId);
  const rows = [...annex1.rows, ...(annex2?.tasks ?? []), ...(annex3?.items ?? [])];
  const words = [
    id,
    district.name,
    ...district.aliases,
    ...(district.city === null ? [] : [district.city]),
    document.title,
    document.number,
    document.issuer,
    ...units.flatMap((unit) => [unit.id, unit.name, ...unit.aliases]),
    ...rows.flatMap((row) => [row.id, ...row.measures.map((measure) => measure.id)]),
    annex1.title,
    ...(annex3 === null ? [] : [annex3.title, ...annex3.sections.map((section) => section.title)]),
  ];
  return [...new Set(words)].filter((word) => word.length > 1);
}
