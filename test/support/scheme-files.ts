import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSchemeText } from '../../main/services/schemes/language/read-scheme-file.ts';
import type { RankingScheme } from '../../shared/domain/air/ranking/ranking-scheme.ts';
import type { ScoringScheme } from '../../shared/domain/assessment/scheme.ts';
import { rankingOf, scoringOf } from '../../shared/domain/schemes/translate/recognise.ts';
import { TEMPLATES } from './core.ts';

/** A shipped scheme file (templates/schemes). */
export const schemeText = (id: string): string => readFileSync(join(TEMPLATES, 'schemes', `${id}.yml`), 'utf8');

export const schemeData = (id: string): unknown => parseSchemeText(schemeText(id)).data;

/** A shipped ranking as today's engine takes it. */
export function rankingScheme(id: string): RankingScheme {
  const { scheme, misfits } = rankingOf(schemeData(id));
  if (scheme === null) throw new Error(`${id}: ${JSON.stringify(misfits)}`);
  return scheme;
}

/** The shipped scheme of points, the same way. */
export function scoringScheme(id: string): ScoringScheme {
  const { scheme, misfits } = scoringOf(schemeData(id));
  if (scheme === null) throw new Error(`${id}: ${JSON.stringify(misfits)}`);
  return scheme;
}
