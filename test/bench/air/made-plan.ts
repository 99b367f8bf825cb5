import { createWorkOf } from '../../../main/services/plan/create-work.ts';
import type { OpenedWork } from '../../../main/db/open.ts';
import type { Plan } from '../../../shared/domain/plan/schema.ts';
import { TEMPLATES } from '../../support/core.ts';
import { loadTestPlan } from '../../support/plan.ts';

/** Town ids as text, in the order of their number. */
export const townId = (town: number): string => `town-${String(town).padStart(4, '0')}`;

/** The real plan with as many towns as are measured. */
export function planOf(towns: number): Plan {
  const plan = loadTestPlan();
  return {
    ...plan,
    units: Array.from({ length: towns }, (_, index) => ({
      id: townId(index + 1),
      name: `镇街${index + 1}`,
      kind: 'town' as const,
      aliases: [],
      divisionCode: null,
    })),
  };
}

/** A new work of that plan. */
export const createPlannedWork = (path: string, towns: number): OpenedWork =>
  createWorkOf(
    { templatesFolder: TEMPLATES, cacheFolder: path, fontFolders: [], now: () => '2025-01-02T08:00:00+08:00' },
    path,
    planOf(towns),
    { name: 'bench' },
  );
