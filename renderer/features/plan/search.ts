import type { Conflict } from '../../../shared/domain/plan/conflict-types.ts';
import type { Plan } from '../../../shared/domain/plan/schema.ts';
import { articlePlace } from '../../../shared/text/ui/plan-text.ts';

export const PLAN_PARTS = ['annex1', 'annex2', 'annex3', 'articles', 'body'] as const;
export type PlanPart = (typeof PLAN_PARTS)[number];

/** Where something can be found: the parts of the plan, and its contradictions. */
export const PLAN_PLACES = [...PLAN_PARTS, 'conflicts'] as const;

/** A place of the plan with everything one may look for there. */
export interface PlanPlace {
  readonly tab: (typeof PLAN_PLACES)[number];
  /** Id of the row or article, for going there. */
  readonly at: string;
  readonly place: string;
  readonly text: string;
  /** Not shown but found: ids, names of units. */
  readonly more: string;
}

/** Every place that holds all words of the query, in the order of the document. */
export function searchPlan(plan: Plan, conflicts: readonly Conflict[], query: string): PlanPlace[] {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  return planPlaces(plan, conflicts).filter((place) => {
    const text = `${place.place} ${place.text} ${place.more}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

function planPlaces(plan: Plan, conflicts: readonly Conflict[]): PlanPlace[] {
  return [
    ...plan.annex1.rows.map((row, index): PlanPlace => ({
      tab: 'annex1',
      at: row.id,
      place: `${plan.annex1.label} 第${index + 1}行`,
      text: `${row.name}　${Object.entries(row.printedTargets)
        .map(([year, target]) => `${year}年 ${target}`)
        .join('，')}`,
      more: `${row.id} ${row.category} ${row.leadUnitsPrinted}`,
    })),
    ...(plan.annex2?.tasks ?? []).map((task): PlanPlace => ({
      tab: 'annex2',
      at: task.id,
      place: `${plan.annex2?.label ?? ''} ${task.group}${task.number}`,
      text: task.text,
      more: `${task.id} ${task.leadUnitsPrinted}`,
    })),
    ...(plan.annex3?.items ?? []).map((item): PlanPlace => ({
      tab: 'annex3',
      at: item.id,
      place: `${plan.annex3?.label ?? ''} ${item.section}.${item.number}`,
      text: item.text,
      more: `${item.id} ${item.leadUnitsPrinted} ${item.responsiblePrinted}`,
    })),
    ...plan.articles.map((article): PlanPlace => ({
      tab: 'articles',
      at: String(article.number),
      place: articlePlace(article.number),
      text: article.text,
      more: article.unitsPrinted,
    })),
    ...plan.bodyTargets.map((target): PlanPlace => ({
      tab: 'body',
      at: target.id,
      place: `${articlePlace(target.article)} 目标 ${target.id}`,
      text: target.quote,
      more: target.qualitative ?? '',
    })),
    ...conflicts.map((conflict): PlanPlace => ({
      tab: 'conflicts',
      at: conflict.id,
      place: '表述不一致',
      text: conflict.title,
      more: conflict.statements.map((statement) => `${statement.place} ${statement.quote}`).join(' '),
    })),
  ];
}

/** A text cut at the words looked for, the found pieces marked; from a little before the first one. */
export function highlighted(text: string, query: string): readonly { readonly text: string; readonly found: boolean }[] {
  const words = query
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (words.length === 0) return [{ text, found: false }];
  return text
    .split(new RegExp(`(${words.join('|')})`, 'i'))
    .map((piece, index) => ({ text: piece, found: index % 2 === 1 }))
    .filter((piece) => piece.text !== '');
}
