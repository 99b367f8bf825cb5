import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { assemblePlan } from '../../shared/domain/plan/assemble.ts';
import type { Plan } from '../../shared/domain/plan/schema.ts';

const folder = fileURLToPath(new URL('../../templates/plans/hechuan-2024/', import.meta.url));

/** The files of templates/plans/hechuan-2024 as parsed YAML, keyed by name; a fresh copy each time, free to be spoiled. */
export function loadTestPlanParts(): Record<string, unknown> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.yml'));
  return Object.fromEntries(names.map((name) => [name.slice(0, -4), parse(readFileSync(`${folder}${name}`, 'utf8')) as unknown]));
}

/** The real plan, assembled and checked. */
export function loadTestPlan(): Plan {
  const assembled = assemblePlan(loadTestPlanParts());
  if (!assembled.ok) throw new Error(assembled.problems.map((entry) => `${entry.file} ${entry.path} ${entry.message}`).join('\n'));
  return assembled.plan;
}
