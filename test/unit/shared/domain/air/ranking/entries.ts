import { eachMeasure } from '../../../../../../shared/domain/air/ranking/measures.ts';
import type { RankingEntry } from '../../../../../../shared/domain/air/ranking/rank-places.ts';
import { type RankingScheme, rankingSchemeSchema } from '../../../../../../shared/domain/air/ranking/ranking-scheme.ts';
import { POLLUTANTS } from '../../../../../../shared/domain/air/standards/pollutants.ts';
import { rankingScheme } from '../../../../../support/scheme-files.ts';

/** A shipped ranking, to be changed and parsed again. */
export const template = (id: string): RankingScheme => rankingScheme(id);

/** The default scheme with some of its values exchanged; any number of places is enough and places always move, unless that is what is changed. */
export function schemeWith(changes: Readonly<Record<string, unknown>> = {}): RankingScheme {
  return rankingSchemeSchema.parse({ ...template('ranking-2024'), least: undefined, movement: undefined, ...changes });
}

/** A place with enough valid data of all pollutants unless something else is said; values that are not given are null. */
export function entry(unitId: string, values: Partial<RankingEntry['values']>, rest: Partial<RankingEntry> = {}): RankingEntry {
  return { unitId, values: eachMeasure((measure) => values[measure] ?? null), pollutants: POLLUTANTS, valid: true, ...rest };
}
