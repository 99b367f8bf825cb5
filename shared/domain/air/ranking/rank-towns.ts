import { type DecimalText, exact, roundHalfEven } from '../numbers/decimal.ts';
import type { Period } from './period.ts';
import type { RankingScheme } from './ranking-scheme.ts';
import { type AqiStandard, type Pollutant, POLLUTANTS } from './standards.ts';
import { type AirDay, periodStatistics, type PeriodStatistics, type ValidityGap } from './statistics.ts';

export interface TownDays {
  readonly unitId: string;
  readonly days: readonly AirDay[];
}

export interface RankingRow {
  readonly unitId: string;
  /** 名次; null for a town whose data do not suffice. */
  readonly rank: number | null;
  /** Another town holds the same rank (并列). */
  readonly shared: boolean;
  readonly pm25Mean: DecimalText | null;
  readonly pm25Rank: number | null;
  readonly goodDays: number;
  readonly goodDayRatio: DecimalText | null;
  /** Rank of the good-day ratio, null for a town that does not measure all six pollutants: towns miss different numbers of days, so the ratio is compared, not the count. */
  readonly goodDaysRank: number | null;
  readonly heavyDays: number;
  readonly validDays: number;
  readonly calendarDays: number;
  /** Empty for a ranked town. */
  readonly gaps: readonly ValidityGap[];
  readonly pollutants: readonly Pollutant[];
  /** AQI standards that held on its valid days. */
  readonly standards: readonly AqiStandard['id'][];
}

/**
 * 镇街空气质量排名: by the keys of the scheme on published values; equal values share a rank and the next is skipped (1, 2, 2, 4). Towns
 * whose data do not suffice stand at the end without a rank. Rows of equal standing are in order of unit id, so that the order of the
 * input never shows.
 */
export function rankTowns(towns: readonly TownDays[], period: Period, scheme: RankingScheme): readonly RankingRow[] {
  const entries = towns.map((town) => published(town, period, scheme)).toSorted((left, right) => (left.unitId < right.unitId ? -1 : 1));
  const ranked = entries.filter((entry) => entry.gaps.length === 0).toSorted((left, right) => compareByKeys(left, right, scheme));
  const rank = competitionRank(ranked, (left, right) => compareByKeys(left, right, scheme));
  const pm25Rank = competitionRank(ranked, (left, right) => compareValues(left.pm25Mean, right.pm25Mean));
  const goodDaysRank = competitionRank(ranked.filter(isComplete), (left, right) => compareValues(right.goodDayRatio, left.goodDayRatio));
  return [...ranked, ...entries.filter((entry) => entry.gaps.length > 0)].map((entry) => {
    const own = rank.get(entry) ?? null;
    return {
      ...entry,
      rank: own,
      shared: own !== null && ranked.filter((other) => rank.get(other) === own).length > 1,
      pm25Rank: pm25Rank.get(entry) ?? null,
      // Fewer pollutants give a lower AQI and more good days: such a ratio has no place beside the complete ones.
      goodDaysRank: isComplete(entry) ? (goodDaysRank.get(entry) ?? null) : null,
    };
  });
}

/** 标准竞赛排名: one more than the number of those strictly better. */
export function competitionRank<Entry>(entries: readonly Entry[], compare: (left: Entry, right: Entry) => number): ReadonlyMap<Entry, number> {
  return new Map(entries.map((entry) => [entry, 1 + entries.filter((other) => compare(other, entry) < 0).length]));
}

const isComplete = (entry: Published): boolean => entry.pollutants.length === POLLUTANTS.length;

type Published = Omit<RankingRow, 'rank' | 'shared' | 'pm25Rank' | 'goodDaysRank'>;

function published(town: TownDays, period: Period, scheme: RankingScheme): Published {
  const statistics: PeriodStatistics = periodStatistics(town.days, period);
  const { goodDays, heavyDays, validDays, calendarDays, gaps, pollutants, standards } = statistics;
  return {
    unitId: town.unitId,
    pm25Mean: rounded(statistics.pm25MeanExact, scheme.decimals.pm25Mean),
    goodDayRatio: rounded(statistics.goodDayRatioExact, scheme.decimals.goodDayRatio),
    goodDays, heavyDays, validDays, calendarDays, gaps, pollutants, standards,
  };
}

const rounded = (value: DecimalText | null, decimals: number): DecimalText | null => (value === null ? null : roundHalfEven(value, decimals));

function compareByKeys(left: Published, right: Published, scheme: RankingScheme): number {
  for (const { measure, order } of scheme.keys) {
    const difference = compareValues(left[measure], right[measure]);
    if (difference !== 0) return order === 'ascending' ? difference : -difference;
  }
  return 0;
}

/** Only ranked towns are compared, and those have values. */
const compareValues = (left: DecimalText | number | null, right: DecimalText | number | null): number => exact(left ?? 0).cmp(exact(right ?? 0));
