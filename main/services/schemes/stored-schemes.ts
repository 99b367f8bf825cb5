import type { RankingScheme } from '../../../shared/domain/air/ranking/ranking-scheme.ts';
import type { ScoringScheme } from '../../../shared/domain/assessment/scheme.ts';
import { Failure } from '../../../shared/domain/failure.ts';
import { rankingInLanguage, scoringInLanguage } from '../../../shared/domain/schemes/translate/compile.ts';
import { isLanguage, storedRanking, storedScoring } from '../../../shared/domain/schemes/translate/recognise.ts';
import type { Recognised } from '../../../shared/domain/schemes/translate/shape.ts';
import { schemeProblemText } from '../../../shared/text/ranking-text.ts';
import type { StoredScheme } from '../../db/queries/schemes.ts';

/** Content of a scheme of points in either form, as today's engine takes it; `file` says whose it is. */
export const requireScoring = (content: unknown, file: string): ScoringScheme => required(storedScoring(content), file);

/** The same of a ranking. */
export const requireRanking = (content: unknown, file: string): RankingScheme => required(storedRanking(content), file);

function required<Scheme>({ scheme, misfits }: Recognised<Scheme>, file: string): Scheme {
  if (scheme !== null) return scheme;
  const [first] = misfits;
  throw new Failure('SCHEME_INVALID', { file, path: first?.path.join('.') ?? '', detail: schemeProblemText(first?.code ?? 'VALUE', {}) });
}

/**
 * 规则语言 of a stored scheme: what is written in it, or what the older form says in it; null where it is of the older form and says something
 * for which the language has no room.
 */
export function languageOf({ kind, content }: Pick<StoredScheme, 'kind' | 'content'>): object | null {
  const data: unknown = JSON.parse(content);
  if (isLanguage(data)) return data;
  const [scoring, ranking] = [
    kind === 'scoring' ? storedScoring(data).scheme : null,
    kind === 'ranking' ? storedRanking(data).scheme : null,
  ];
  if (scoring !== null) return scoringInLanguage(scoring);
  return ranking === null ? null : rankingInLanguage(ranking);
}

/** Content as it is stored: the order of grades, rows and keys is part of what a scheme of the language says. */
export const languageContent = (data: unknown): string => JSON.stringify(data);
