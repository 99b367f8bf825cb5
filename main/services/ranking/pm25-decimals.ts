import type { BesideRanking } from '../../../shared/contract/ranking.ts';
import { measuresOf, type RankingScheme, rulesOf } from '../../../shared/domain/air/ranking/ranking-scheme.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { settingsOn } from '../settings/work-settings.ts';

/**
 * Decimals of PM2.5 as the work has decided them on `date` (air.pm25-published), for a scheme that does not rank by it and so says nothing of them. A
 * scheme that ranks by it compares the values that it publishes: there its own ones hold.
 */
export function withPm25Decimals(db: ReadHandle, scheme: RankingScheme, date: string): RankingScheme {
  const decided = decidedOn(db, date);
  if (decided === null || ranksByPm25(scheme)) return scheme;
  return { ...scheme, decimals: { ...scheme.decimals, pm25Mean: decided } };
}

/** Where the scheme publishes PM2.5 otherwise than the work has decided. */
export function otherPm25Decimals(db: ReadHandle, scheme: RankingScheme, date: string): BesideRanking['pm25Decimals'] {
  const decided = decidedOn(db, date);
  const own = scheme.decimals.pm25Mean;
  return decided === null || !ranksByPm25(scheme) || own === decided ? null : { scheme: own, work: decided };
}

function decidedOn(db: ReadHandle, date: string): number | null {
  const decided = settingsOn(db, date)('air.pm25-published');
  return decided === 'standard' ? null : Number(decided);
}

const ranksByPm25 = (scheme: RankingScheme): boolean => rulesOf(scheme).some((rule) => measuresOf(rule).includes('pm25Mean'));
