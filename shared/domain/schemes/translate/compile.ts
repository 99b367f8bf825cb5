import type { RankingScheme } from '../../air/ranking/ranking-scheme.ts';
import type { ScoringScheme } from '../../assessment/scheme.ts';
import { checkSchemes } from '../check-scheme.ts';
import type { CompiledScheme } from '../language/compile-scheme.ts';
import { rulesOfRanking } from './ranking.ts';
import { rulesOfScoring } from './scoring.ts';

/** A stored scheme of points, ready to be evaluated on `assessmentData`. */
export const compileScoring = (scheme: ScoringScheme): CompiledScheme => compiled({ ...headOf(scheme), rules: rulesOfScoring(scheme) });

/** A stored scheme of ranking, ready to be evaluated on `airData`. */
export const compileRanking = (scheme: RankingScheme): CompiledScheme => compiled({ ...headOf(scheme), rules: rulesOfRanking(scheme) });

function headOf({ id, kind, plan, year, title, demonstration, notes }: ScoringScheme | RankingScheme): object {
  return { id, kind, plan, year, from: year, title, demonstration, notes };
}

/** A stored scheme has been read by its schema, so that what it says can be said in the language; anything else is a mistake of the translation. */
function compiled(data: object): CompiledScheme {
  const { schemes, problems } = checkSchemes(data);
  const [first] = schemes;
  const wrong = [...problems, ...(first?.problems ?? [])].filter(({ severity }) => severity === 'error');
  if (first === undefined || wrong.length > 0) throw new RangeError(`a stored scheme does not translate: ${JSON.stringify(wrong)}`);
  return first.scheme;
}
