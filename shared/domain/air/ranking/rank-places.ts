import { type DecimalText, exact, roundHalfEven } from '../../numbers/decimal.ts';
import { type Pollutant, POLLUTANTS } from '../standards/pollutants.ts';
import { competitionRank } from './competition-rank.ts';
import { groupsOf } from './groups.ts';
import { betterOrder, eachMeasure, isOfSum, LEVEL_OF, type Measure, NEEDED } from './measures.ts';
import { mixedResults } from './mix.ts';
import { measuresOf, type RankingKey, type RankingRule, type RankingScheme, ruleOf } from './ranking-scheme.ts';
import { type Levels, pollutantsOf, sumChange, sumLevel } from './sums.ts';

/** A place (镇街) before it is ranked. */
export interface RankingEntry {
  readonly unitId: string;
  /** Unrounded; null where there is none. Sums are made here, from the levels. */
  readonly values: Readonly<Record<Measure, DecimalText | null>>;
  /** Levels of the periods that changes of a sum are held against; null or absent without data then. */
  readonly earlier?: Readonly<Record<'lastYear' | 'recent', Levels | null>>;
  /** Pollutants its days were judged by. */
  readonly pollutants: readonly Pollutant[];
  /** 有效数据足够: enough valid days for a mean. */
  readonly valid: boolean;
}

/** A measure that decides the rank and does not compare: for lack of pollutants, or of data, as 同比 without those of last year. */
export interface Lack {
  readonly measure: Measure;
  readonly reason: 'pollutants' | 'data';
}

export interface RankedPlace {
  readonly unitId: string;
  /** Id of its group; blank where the scheme has none. */
  readonly group: string;
  /** 名次 within the group; null for a place that is not ranked. */
  readonly rank: number | null;
  /** Another place of the group holds the same rank (并列). */
  readonly shared: boolean;
  /** Places of the group that can be ranked. */
  readonly of: number;
  /** 名次不公布: it could be ranked, and too few of its group can. */
  readonly withheld: boolean;
  /** Result of a mix, rounded; null of other schemes and of places that are not ranked. */
  readonly score: DecimalText | null;
  readonly published: Readonly<Record<Measure, DecimalText | null>>;
  /** Rank by each measure alone that is listed or decides, among places of the group with enough valid data whose value compares. */
  readonly ranks: Readonly<Record<Measure, number | null>>;
  readonly lacking: readonly Lack[];
}

/**
 * 镇街空气质量排名 on published values; equal places share a rank and the next is skipped (1, 2, 2, 4). Group by group in the order of the scheme,
 * in each the ranked ones, then those that cannot be ranked. Places of equal standing are in order of unit id, so that the order of
 * the input never shows; neither does that of a group whose places are not published.
 */
export function rankPlaces(entries: readonly RankingEntry[], scheme: RankingScheme): readonly RankedPlace[] {
  const ordered = entries.toSorted((left, right) => (left.unitId < right.unitId ? -1 : 1));
  const groups = groupsOf(scheme);
  const byGroup = Map.groupBy(ordered, ({ unitId }) => groups.find((group) => group.holds(unitId))?.id ?? '');
  return groups.flatMap(({ id }) => {
    const rule = { ...ruleOf(scheme, id), decimals: scheme.decimals };
    const candidates = (byGroup.get(id) ?? []).map((entry) => candidateOf(entry, rule));
    return rankGroup(candidates, id, rule);
  });
}

interface Candidate extends Pick<RankedPlace, 'unitId' | 'published' | 'lacking'> {
  readonly valid: boolean;
  readonly rankable: boolean;
  readonly compares: (measure: Measure) => boolean;
}

/** The rule of a group, with the decimals of the scheme. */
type Rule = RankingRule & Pick<RankingScheme, 'decimals'>;

function candidateOf(entry: RankingEntry, scheme: Rule): Candidate {
  const { unitId, pollutants, valid } = entry;
  const values = withSums(entry, scheme);
  const complete = (measure: Measure): boolean => pollutantsNeeded(measure, scheme).every((pollutant) => pollutants.includes(pollutant));
  const lacking = valid
    ? measuresOf(scheme).flatMap((measure): Lack[] => {
        if (!complete(measure)) return [{ measure, reason: 'pollutants' }];
        return values[measure] === null ? [{ measure, reason: 'data' }] : [];
      })
    : [];
  return {
    unitId,
    valid,
    lacking,
    published: eachMeasure((measure) => rounded(values[measure], scheme.decimals[measure])),
    rankable:
      valid &&
      needed(scheme).every((measure) => values[measure] !== null) &&
      (scheme.incomplete === 'ranked' || lacking.every(({ reason }) => reason !== 'pollutants')),
    compares: (measure) => valid && values[measure] !== null && complete(measure),
  };
}

/** The values of a place with the sum of its rule and its changes. */
function withSums({ values, earlier }: RankingEntry, { sum }: Rule): RankingEntry['values'] {
  if (sum === undefined) return values;
  const levels: Levels = Object.fromEntries(POLLUTANTS.map((pollutant) => [pollutant, values[LEVEL_OF[pollutant]]]));
  return {
    ...values,
    sum: sumLevel(sum, levels),
    sumChange: sumChange(sum, levels, earlier?.lastYear ?? null),
    sumRecent: sumChange(sum, levels, earlier?.recent ?? null),
  };
}

const pollutantsNeeded = (measure: Measure, { sum }: Rule): readonly Pollutant[] =>
  isOfSum(measure) ? (sum === undefined ? [] : pollutantsOf(sum)) : NEEDED[measure];

/** Measures without whose value nothing can be ranked: the first key, every part of a mix. Further keys put places without a value last. */
const needed = ({ method, mix, keys }: Rule): readonly Measure[] =>
  (method === 'mix' ? (mix?.parts ?? []) : keys.slice(0, 1)).map(({ measure }) => measure);

function rankGroup(candidates: readonly Candidate[], group: string, scheme: Rule): RankedPlace[] {
  const rankable = candidates.filter((candidate) => candidate.rankable);
  const scores = scheme.method === 'mix' && scheme.mix !== null ? mixedResults(rankable, scheme.mix, scheme.decimals.score) : null;
  const compare = (left: Candidate, right: Candidate): number =>
    compareScores(left, right, scores) || compareByKeys(left, right, scheme.keys);
  const ordered = rankable.toSorted(compare);
  const withheld = tooFew(rankable.length, scheme);
  const rank = withheld ? NO_RANKS : competitionRank(ordered, compare);
  const ranks = ranksByMeasure(candidates, scheme);
  const holders = Map.groupBy(rank.values(), (own) => own);
  return [...(withheld ? rankable : ordered), ...candidates.filter((candidate) => !candidate.rankable)].map((candidate) => {
    const own = rank.get(candidate) ?? null;
    return {
      unitId: candidate.unitId,
      group,
      rank: own,
      shared: own !== null && (holders.get(own)?.length ?? 0) > 1,
      of: ordered.length,
      withheld: withheld && candidate.rankable,
      score: withheld ? null : (scores?.values.get(candidate) ?? null),
      published: candidate.published,
      ranks: eachMeasure((measure) => ranks[measure].get(candidate) ?? null),
      lacking: candidate.lacking,
    };
  });
}

const NO_RANKS: ReadonlyMap<Candidate, number> = new Map();

const tooFew = (count: number, { least }: Rule): boolean => least !== undefined && count > 0 && count < least;

/** Only places that compare take part: a ratio from fewer pollutants has no place beside the complete ones. */
function ranksByMeasure(candidates: readonly Candidate[], scheme: Rule): Readonly<Record<Measure, ReadonlyMap<Candidate, number>>> {
  const told = new Set([...LISTED, ...measuresOf(scheme)]);
  return eachMeasure((measure) => {
    if (!told.has(measure)) return NO_RANKS;
    const compared = candidates.filter((candidate) => candidate.compares(measure));
    if (tooFew(compared.length, scheme)) return NO_RANKS;
    return competitionRank(compared, (left, right) => compareByKeys(left, right, [{ measure, order: betterOrder(measure) }]));
  });
}

/** Measures whose places stand beside the rank whatever decides it. */
const LISTED: readonly Measure[] = ['pm25Mean', 'pm10Mean', 'goodDayRatio', 'heavyDays', 'compositeIndex'];

type Scores = ReturnType<typeof mixedResults<Candidate>>;

function compareScores(left: Candidate, right: Candidate, scores: Scores | null): number {
  if (scores === null) return 0;
  const difference = exact(scores.values.get(left) ?? 0).cmp(scores.values.get(right) ?? 0);
  return scores.order === 'ascending' ? difference : -difference;
}

function compareByKeys(left: Candidate, right: Candidate, keys: readonly RankingKey[]): number {
  for (const { measure, order } of keys) {
    const [own, other] = [left.published[measure], right.published[measure]];
    if (own === null || other === null) {
      if (own !== other) return own === null ? 1 : -1;
      continue;
    }
    const difference = exact(own).cmp(other);
    if (difference !== 0) return order === 'ascending' ? difference : -difference;
  }
  return 0;
}

const rounded = (value: DecimalText | null, decimals: number): DecimalText | null =>
  value === null ? null : roundHalfEven(value, decimals);
