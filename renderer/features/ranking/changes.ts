import type { AirChange, RankedTown, RankingResult } from '../../../shared/contract/ranking.ts';
import { exact, roundHalfEven } from '../../../shared/domain/numbers/decimal.ts';
import { rankingPageText } from '../../../shared/text/ui/ranking-text.ts';

/** A row of the table: the town, and how it stands against the period before. */
export interface ComparedTown {
  readonly town: RankedTown;
  readonly rank: Change;
  readonly pm25: Change;
}

export interface Change {
  /** Better or worse for the air; the words say which way the number went. */
  readonly course: 'better' | 'worse' | 'same' | 'none';
  readonly arrow: '↑' | '↓' | '→' | '';
  readonly words: string;
  /** For sorting and for Excel: places gained, or µg/m³ more; empty where there is nothing to compare. */
  readonly amount: string;
}

const NO_CHANGE: Change = { course: 'none', arrow: '', words: rankingPageText.none, amount: '' };

export function compareTowns(current: RankingResult, previous: RankingResult | null): ComparedTown[] {
  const before = new Map(previous?.rows.map((row) => [row.unitId, row] as const));
  const otherSets = new Set((current.setChanges ?? []).map(({ group }) => group));
  return current.rows.map((town) => ({
    town,
    rank: rankChange(town, current.previousPeriod !== null, otherSets.has(town.group)),
    pm25: valueChange(town, before.get(town.unitId)),
  }));
}

/** 同比 of a town as the core gives it. */
export function yearChange(change: AirChange | null, unit: (amount: string) => string): Change {
  if (change === null) return NO_CHANGE;
  const { amount, course } = change;
  if (course === 'same') return { course, arrow: '→', words: rankingPageText.same, amount };
  const size = unit(amount.replace(/^-/, ''));
  return amount.startsWith('-')
    ? { course, arrow: '↓', words: rankingPageText.down(size), amount }
    : { course, arrow: '↑', words: rankingPageText.up(size), amount };
}

/** In a group that ranks other places than before a place has not moved by itself. */
function rankChange({ rank, previousRank, movement: gained }: RankedTown, compared: boolean, otherSet: boolean): Change {
  if (rank === null || !compared || otherSet) return NO_CHANGE;
  if (previousRank === null || gained === null) return { ...NO_CHANGE, words: rankingPageText.unranked };
  if (gained === 0) return { course: 'same', arrow: '→', words: rankingPageText.same, amount: '0' };
  return gained > 0
    ? { course: 'better', arrow: '↑', words: rankingPageText.rankUp(gained), amount: String(gained) }
    : { course: 'worse', arrow: '↓', words: rankingPageText.rankDown(-gained), amount: String(gained) };
}

/** Published means are compared, so that the reader can check the difference; a mean of too few days is not held against anything. */
function valueChange(now: RankedTown, before: RankedTown | undefined): Change {
  if (now.rank === null || now.pm25Mean === null || before === undefined || before.rank === null || before.pm25Mean === null)
    return NO_CHANGE;
  const difference = exact(now.pm25Mean).minus(before.pm25Mean);
  const amount = roundHalfEven(difference, DECIMALS);
  const size = roundHalfEven(difference.abs(), DECIMALS);
  if (difference.isZero()) return { course: 'same', arrow: '→', words: rankingPageText.same, amount };
  return difference.gt(0)
    ? { course: 'worse', arrow: '↑', words: rankingPageText.valueUp(size), amount }
    : { course: 'better', arrow: '↓', words: rankingPageText.valueDown(size), amount };
}

const DECIMALS = 1;
