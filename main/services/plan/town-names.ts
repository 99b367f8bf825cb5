import type { Plan } from '../../../shared/domain/plan/schema.ts';
import { unitKindOf } from '../../../shared/domain/plan/unit-schema.ts';
import { matchUnit } from '../../../shared/domain/plan/unit-names.ts';

/** Id of a town (镇街) by its id or a name; null for what is none. */
export function townIdOf(plan: Plan, text: string): string | null {
  const unit = plan.units.find((candidate) => candidate.id === text) ?? matchUnit(plan, text);
  return unit !== null && unitKindOf(plan, unit).air ? unit.id : null;
}
