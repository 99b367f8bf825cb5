import { type Measure, MEASURES } from '../../air/ranking/measures.ts';
import {
  measuresOf,
  REST_GROUP,
  type RankingGroup,
  type RankingKey,
  type RankingMix,
  type RankingScheme,
} from '../../air/ranking/ranking-scheme.ts';
import { betterOf, isTurned, NAMES, type Order, PRESET_DECIMALS } from './measure-names.ts';

/** A scheme of ranking (排名办法) in the language: the same keys, mix, groups, streaks and settings. */
export function rulesOfRanking(scheme: RankingScheme): Readonly<Record<string, unknown>> {
  return {
    out: 'notice',
    per: 'month',
    rank: rankOf(scheme),
    incomplete: scheme.incomplete,
    ...(scheme.least === undefined ? {} : { least: scheme.least }),
    ...(scheme.movement === undefined ? {} : { movement: scheme.movement }),
    ...(scheme.groups.length === 0 ? {} : { groups: Object.fromEntries(scheme.groups.map((group) => [group.id, groupOf(group)])) }),
    ...(scheme.streaks.length === 0 ? {} : { notices: noticesOf(scheme) }),
    evaluation: scheme.evaluation,
    ...besideOf(scheme),
  };
}

/** The group of the rest takes those that no other names, so that it lists nobody. */
const groupOf = ({ id, name, units }: RankingGroup): object => ({ name, ...(id === REST_GROUP ? {} : { units: [...units] }) });

/** Decimals that are no preset, of measures that are printed without deciding the ranks. */
function besideOf(scheme: RankingScheme): object {
  const ranked = measuresOf(scheme);
  const own = MEASURES.filter((measure) => !ranked.includes(measure) && scheme.decimals[measure] !== PRESET_DECIMALS[measure]);
  return own.length === 0
    ? {}
    : { published: Object.fromEntries(own.map((measure) => [NAMES[measure].printed, scheme.decimals[measure]])) };
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

const orderOf = ({ measure, order }: RankingKey): Order => ((order === 'ascending') === isTurned(measure) ? 'desc' : 'asc');

/** Of several rules that a month fulfils the one furthest down the list falls due. */
const noticesOf = ({ streaks, unrankedMonth }: RankingScheme): readonly object[] =>
  streaks.map(({ bottom, months, action }) => ({
    if: { streak: months, last: bottom, unranked: unrankedMonth },
    do: action,
    ladder: 'streaks',
  }));
