import type { Plan } from '../../../shared/domain/plan/schema.ts';
import { matchUnit } from '../../../shared/domain/plan/unit-names.ts';

/** Id of a town (镇街) by its id or a name; null for what is none. */
export function townIdOf(plan: Plan, text: string): string | null {
  const unit = plan.units.find((candidate) => candidate.id === text) ?? matchUnit(plan.units, text);
  return unit?.kind === 'town' ? unit.id : null;
}
