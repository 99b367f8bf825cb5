import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { Failure } from '../../../shared/domain/failure.ts';
import { assemblePlan } from '../../../shared/domain/plan/assemble.ts';
import type { Plan } from '../../../shared/domain/plan/schema.ts';

/** Reads templates/plans/<id>/*.yml into a validated plan; every problem names file and path. */
export function loadPlanTemplate(templatesFolder: string, planId: string): Plan {
  const folder = join(templatesFolder, 'plans', planId);
  if (!/^[a-z0-9-]+$/.test(planId) || !existsSync(folder))
    throw new Failure('PLAN_UNKNOWN', { plan: planId, known: planIds(templatesFolder).join('、') });
  const assembled = assemblePlan(readParts(folder));
  if (assembled.ok) return assembled.plan;
  const [first] = assembled.problems;
  throw new Failure('PLAN_INVALID', {
    plan: planId,
    problems: assembled.problems.length,
    file: first?.file ?? '',
    path: first?.path ?? '',
    detail: first?.message ?? '',
  });
}

export function planIds(templatesFolder: string): string[] {
  return readdirSync(join(templatesFolder, 'plans'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}

function readParts(folder: string): Record<string, unknown> {
  const parts: Record<string, unknown> = {};
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.yml'))) parts[name.slice(0, -4)] = parseYaml(folder, name);
  return parts;
}

function parseYaml(folder: string, name: string): unknown {
  try {
    return parse(readFileSync(join(folder, name), 'utf8'));
  } catch (error) {
    throw new Failure(
      'PLAN_INVALID',
      { plan: folder, problems: 1, file: name, path: '', detail: error instanceof Error ? error.message : String(error) },
      { cause: error },
    );
  }
}
