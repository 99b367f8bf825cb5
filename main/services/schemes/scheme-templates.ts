import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import { rankingSchemeSchema } from '../../../shared/domain/air/ranking/ranking-scheme.ts';
import { scoringSchemeSchema } from '../../../shared/domain/assessment/scheme.ts';
import { Failure } from '../../../shared/domain/failure.ts';

export interface SchemeTemplate {
  readonly id: string;
  readonly kind: 'scoring' | 'ranking';
  readonly year: number;
  readonly content: unknown;
  /** The file as it is written. */
  readonly source: string;
}

/** Reads templates/schemes/*.yml that belong to the plan; a bad one fails with its file and place. */
export function loadSchemeTemplates(templatesFolder: string, planId: string): SchemeTemplate[] {
  const folder = join(templatesFolder, 'schemes');
  const files = readdirSync(folder).filter((name) => name.endsWith('.yml'));
  return files
    .map((file) => readScheme(folder, file))
    .filter((scheme) => scheme.plan === planId)
    .map(({ plan: _plan, ...scheme }) => scheme);
}

function readScheme(folder: string, file: string): SchemeTemplate & { plan: string } {
  const source = readFileSync(join(folder, file), 'utf8');
  const data: unknown = parse(source);
  const kind = data !== null && typeof data === 'object' && 'kind' in data ? data.kind : null;
  if (kind === 'scoring') return { kind, source, ...identified(file, scoringSchemeSchema, data) };
  if (kind === 'ranking') return { kind, source, ...identified(file, rankingSchemeSchema, data) };
  throw new Failure('SCHEME_INVALID', { file, path: 'kind', detail: '应为 scoring 或 ranking' });
}

function identified<S extends z.ZodType<{ id: string; plan: string; year: number }>>(
  file: string,
  schema: S,
  data: unknown,
): { id: string; plan: string; year: number; content: unknown } {
  const result = schema.safeParse(data);
  if (!result.success)
    throw new Failure('SCHEME_INVALID', {
      file,
      path: result.error.issues[0]?.path.join('.') ?? '',
      detail: result.error.issues[0]?.message ?? '',
    });
  const { id, plan, year } = result.data;
  return { id, plan, year, content: result.data };
}
