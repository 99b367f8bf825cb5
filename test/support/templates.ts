import { cpSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { loadPlanTemplate } from '../../main/services/plan/plan-templates.ts';
import type { Plan } from '../../shared/domain/plan/schema.ts';
import { TEMPLATES } from './core.ts';

/** Plans, schemes and samples of the invented district. */
const FIXTURES = join(import.meta.dirname, '..', 'fixtures', 'templates');

/** Id of the invented district's plan under test/fixtures/templates. */
export const SECOND_PLAN = 'linjiang-2025';

/** The plan of the invented district, checked. */
export const loadSecondPlan = (): Plan => loadPlanTemplate(FIXTURES, SECOND_PLAN);

/**
 * A templates folder with all that the product brings along and the invented district beside it; its path. Plans, schemes and samples are
 * copied, the rest (fonts, wording) is the product's own.
 */
export function templatesWithSecondDistrict(folder: string): string {
  const merged = join(folder, 'templates');
  const added = readdirSync(FIXTURES);
  for (const name of readdirSync(TEMPLATES)) {
    if (added.includes(name)) cpSync(join(TEMPLATES, name), join(merged, name), { recursive: true });
  }
  cpSync(FIXTURES, merged, { recursive: true });
  for (const name of readdirSync(TEMPLATES)) {
    if (!added.includes(name)) symlinkSync(join(TEMPLATES, name), join(merged, name));
  }
  return merged;
}
