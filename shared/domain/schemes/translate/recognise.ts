import { rankingSchemeSchema, type RankingScheme } from '../../air/ranking/ranking-scheme.ts';
import { scoringSchemeSchema, type ScoringScheme } from '../../assessment/scheme.ts';
import { isRecord, type Raw } from '../base/records.ts';
import { recogniseRanking } from './recognise-ranking.ts';
import { recogniseScoring } from './recognise-scoring.ts';
import { type Misfit, type Recognised, refused } from './shape.ts';

/**
 * 识别: a scheme of the language of the shape that `compileScoring` gives, whatever its figures, titles and clauses; another is one for the general
 * evaluator, with what does not fit.
 */
export const scoringOf = (data: unknown): Recognised<ScoringScheme> => (isRecord(data) ? recogniseScoring(data) : NOTHING);

/** The same of a ranking. */
export const rankingOf = (data: unknown): Recognised<RankingScheme> => (isRecord(data) ? recogniseRanking(data) : NOTHING);

const NOTHING = { scheme: null, misfits: [{ code: 'VALUE', path: [] }] } as const satisfies { scheme: null; misfits: readonly Misfit[] };

/** Written in the language: its rules stand under `rules`. */
export const isLanguage = (content: unknown): content is Raw => isRecord(content) && content['rules'] !== undefined;

/** What a work holds as a scheme of points: data of the language, or the form that works held before there was one. */
export function storedScoring(content: unknown): Recognised<ScoringScheme> {
  if (isLanguage(content)) return scoringOf(content);
  const read = scoringSchemeSchema.safeParse(content);
  return read.success ? { scheme: read.data, misfits: [] } : { scheme: null, misfits: refused(read.error, []) };
}

/** The same of a ranking. */
export function storedRanking(content: unknown): Recognised<RankingScheme> {
  if (isLanguage(content)) return rankingOf(content);
  const read = rankingSchemeSchema.safeParse(content);
  return read.success ? { scheme: read.data, misfits: [] } : { scheme: null, misfits: refused(read.error, []) };
}
