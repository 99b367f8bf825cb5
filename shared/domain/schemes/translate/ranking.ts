import type { Measure } from '../../air/ranking/measures.ts';
import { REST_GROUP, type RankingKey, type RankingMix, type RankingScheme } from '../../air/ranking/ranking-scheme.ts';

/** A scheme of ranking (排名办法) in the language: the same keys, mix, groups, streaks and settings. */
export function rulesOfRanking(scheme: RankingScheme): Readonly<Record<string, unknown>> {
  const groups = scheme.groups.filter(({ id }) => id !== REST_GROUP);
  return {
    out: 'notice',
    per: 'month',
    rank: rankOf(scheme),
    incomplete: scheme.incomplete,
    ...(groups.length === 0 ? {} : { groups: Object.fromEntries(groups.map(({ id, units }) => [id, { units: [...units] }])) }),
    ...(scheme.streaks.length === 0 ? {} : { notices: noticesOf(scheme) }),
    evaluation: scheme.evaluation,
  };
}

function rankOf(scheme: RankingScheme): readonly object[] {
  const keys = scheme.keys.map((key) => ({ ...published(key.measure, scheme), order: orderOf(key) }));
  return scheme.method === 'mix' && scheme.mix !== null ? [mixOf(scheme.mix, scheme), ...keys] : keys;
}

function mixOf(mix: RankingMix, scheme: RankingScheme): object {
  const parts = mix.parts.map(({ weight, ...key }) => [
    weight,
    mix.by === 'places' ? placeOf(key, scheme) : scoreOf(key, mix.base, scheme),
  ]);
  return { weighted: parts, round: scheme.decimals.score, order: mix.by === 'places' ? 'asc' : 'desc' };
}

const placeOf = (key: RankingKey, scheme: RankingScheme): object => ({ placeOf: published(key.measure, scheme), order: orderOf(key) });

/** The better end gets 100, whichever end the scheme takes for it. */
function scoreOf(key: RankingKey, base: number, scheme: RankingScheme): object {
  const usual = (orderOf(key) === 'asc') === (betterOf(key.measure) === 'less');
  return { ...published(key.measure, scheme), efficacy: usual ? [base, 100] : [100, base] };
}

/** The measure as it is published and compared: rounded; changes are improvements on the year before, + = better. */
function published(measure: Measure, { decimals }: RankingScheme): object {
  const { of, change } = NAMES[measure];
  if (!change) return { of, decimals: decimals[measure] };
  return { of, vs: 'lastYear', ...(measure === 'goodDayRatioChange' ? {} : { in: 'pct' }), decimals: decimals[measure] };
}

/** Changes count upwards from worse to better, so that a falling concentration stands at the upper end. */
function orderOf({ measure, order }: RankingKey): 'asc' | 'desc' {
  const turned = NAMES[measure].change && measure !== 'goodDayRatioChange';
  return (order === 'ascending') === turned ? 'desc' : 'asc';
}

const betterOf = (measure: Measure): 'less' | 'more' => (NAMES[measure].change ? 'more' : NAMES[measure].better);

const NAMES: Readonly<Record<Measure, { readonly of: string; readonly change: boolean; readonly better: 'less' | 'more' }>> = {
  pm25Mean: { of: 'pm25', change: false, better: 'less' },
  pm10Mean: { of: 'pm10', change: false, better: 'less' },
  goodDayRatio: { of: 'goodRatio', change: false, better: 'more' },
  heavyDays: { of: 'heavyDays', change: false, better: 'less' },
  compositeIndex: { of: 'index', change: false, better: 'less' },
  pm25Change: { of: 'pm25', change: true, better: 'more' },
  pm10Change: { of: 'pm10', change: true, better: 'more' },
  goodDayRatioChange: { of: 'goodRatio', change: true, better: 'more' },
  compositeIndexChange: { of: 'index', change: true, better: 'more' },
};

/** Of several rules that a month fulfils the one furthest down the list falls due. */
const noticesOf = ({ streaks, unrankedMonth }: RankingScheme): readonly object[] =>
  streaks.map(({ bottom, months, action }) => ({
    if: { streak: months, last: bottom, unranked: unrankedMonth },
    do: action,
    ladder: 'streaks',
  }));
