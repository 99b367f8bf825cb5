import type { ScoreFigure, SubjectScore } from '../../../shared/domain/assessment/types.ts';
import { measureOfQuantity } from '../../../shared/domain/plan/air-quantity.ts';
import type { Plan } from '../../../shared/domain/plan/schema.ts';

/** 细颗粒物浓度 in the district's score: the figure of the first indicator of the plan that measures it, wherever that stands. */
export function pm25Figure(plan: Plan, district: SubjectScore): ScoreFigure | null {
  const measure = measureOfQuantity(
    plan.annex1.rows.flatMap((row) => row.measures),
    'pm25',
    plan.subjects,
  );
  const figures = district.parts.flatMap((part) => part.rows).flatMap((row) => row.figures);
  return figures.find((figure) => figure.id === measure?.id) ?? null;
}
