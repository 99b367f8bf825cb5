import type { RankedPlace } from './rank-places.ts';
import type { RankingScheme, StreakRule } from './ranking-scheme.ts';

export interface MonthlyRanking {
  /** 2024-07 */
  readonly month: string;
  readonly places: readonly Pick<RankedPlace, 'unitId' | 'group' | 'rank' | 'of'>[];
}

export interface MonthStanding {
  readonly month: string;
  readonly rank: number | null;
  readonly of: number;
  /** Among the last that the widest of the rules counts. */
  readonly bottom: boolean;
}

/** One place's months at the bottom and what the rules ask for then. */
export interface PlaceStreak {
  readonly unitId: string;
  readonly months: readonly MonthStanding[];
  /** Months running at the bottom up to the last month in which anybody was ranked, those of the year before among them. */
  readonly current: number;
  /** First month of the current run; null without one. */
  readonly since: string | null;
  /** Of the months from `from` on: a run that began earlier counts with the part that lies in them. */
  readonly longest: number;
  /** The strictest rule that a month fulfils; a rule further down the list is the stricter one. It falls due again in every further month. */
  readonly actions: readonly { readonly month: string; readonly rule: StreakRule }[];
}

type Rules = Pick<RankingScheme, 'streaks' | 'unrankedMonth'>;

/**
 * 连续末位: runs of months in which a place stood among the last of its group. The months are consecutive and in order, also across the end of a year.
 * Places that share the boundary all count; the first of a group never does, however few were ranked. `from` is the first month of the year that
 * is told of: months before it only lead up to it.
 */
export function streaks(months: readonly MonthlyRanking[], rules: Rules, from = ''): readonly PlaceStreak[] {
  const unitIds = [...new Set(months.flatMap((month) => month.places.map((place) => place.unitId)))].toSorted();
  const tables = months.map(({ month, places }) => ({
    month,
    places: new Map(places.map((place) => [place.unitId, place])),
    worse: countWorse(places),
  }));
  const last = tables.findLastIndex(({ places }) => [...places.values()].some((place) => place.rank !== null));
  return unitIds.map((unitId) => {
    const standings = tables.map(({ month, places, worse }): Standing => {
      const place = places.get(unitId);
      return { month, rank: place?.rank ?? null, of: place?.of ?? 0, worse: worse.get(unitId) ?? 0 };
    });
    return placeStreak(unitId, standings, { last, from }, rules);
  });
}

interface Standing {
  readonly month: string;
  readonly rank: number | null;
  readonly of: number;
  /** Places of the group that stand strictly behind. */
  readonly worse: number;
}

function countWorse(places: MonthlyRanking['places']): ReadonlyMap<string, number> {
  return new Map(
    places.map(({ unitId, group, rank }) => {
      const behind = places.filter((other) => other.group === group && rank !== null && other.rank !== null && other.rank > rank);
      return [unitId, behind.length];
    }),
  );
}

const isBottom = ({ rank, worse }: Standing, bottom: number): boolean => rank !== null && rank > 1 && worse < bottom;

interface Told {
  readonly last: number;
  readonly from: string;
}

function placeStreak(
  unitId: string,
  standings: readonly Standing[],
  { last, from }: Told,
  { streaks: rules, unrankedMonth }: Rules,
): PlaceStreak {
  const widest = Math.max(0, ...rules.map((rule) => rule.bottom));
  const runs = runLengths(standings, widest, unrankedMonth);
  const current = runs[last] ?? 0;
  const bottoms = standings.slice(0, last + 1).filter((standing) => isBottom(standing, widest));
  const told = standings.filter(({ month }) => month >= from);
  const byRule = rules.map((rule) => ({ rule, runs: runLengths(standings, rule.bottom, unrankedMonth) }));
  return {
    unitId,
    months: standings.map((standing) => ({
      month: standing.month,
      rank: standing.rank,
      of: standing.of,
      bottom: isBottom(standing, widest),
    })),
    current,
    since: current === 0 ? null : (bottoms.at(-current)?.month ?? null),
    longest: Math.max(0, ...runLengths(told, widest, unrankedMonth)),
    actions: standings.flatMap((standing, index) => {
      const due = byRule.findLast(({ rule, runs: own }) => isBottom(standing, rule.bottom) && (own[index] ?? 0) >= rule.months);
      return due === undefined ? [] : [{ month: standing.month, rule: due.rule }];
    }),
  };
}

/** For each month the length of the run that reaches it. */
function runLengths(standings: readonly Standing[], bottom: number, unrankedMonth: RankingScheme['unrankedMonth']): readonly number[] {
  let run = 0;
  return standings.map((standing) => {
    if (standing.rank === null && unrankedMonth === 'skips') return run;
    run = isBottom(standing, bottom) ? run + 1 : 0;
    return run;
  });
}
