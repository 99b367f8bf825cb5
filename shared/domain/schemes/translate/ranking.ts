import { isOfSum, type Measure, MEASURES } from '../../air/ranking/measures.ts';
import {
  measuresOf,
  REST_GROUP,
  type RankingGroup,
  type RankingKey,
  type RankingMix,
  type RankingRule,
  type RankingScheme,
  rulesOf,
} from '../../air/ranking/ranking-scheme.ts';
import type { RankingSum } from '../../air/ranking/sums.ts';
import { exact } from '../../numbers/decimal.ts';
import { betterOf, isTurned, NAMES, type Order, PRESET_DECIMALS } from './measure-names.ts';

/** A scheme of ranking (排名办法) in the language: the same keys, mix, groups, streaks and settings. */
export function rulesOfRanking(scheme: RankingScheme): Readonly<Record<string, unknown>> {
  return {
    out: 'notice',
    per: 'month',
    ...bodyOf(scheme, scheme),
    ...(scheme.movement === undefined ? {} : { movement: scheme.movement }),
    ...(scheme.groups.length === 0 ? {} : { groups: Object.fromEntries(scheme.groups.map((group) => [group.id, groupOf(group, scheme)])) }),
    ...(scheme.streaks.length === 0 ? {} : { notices: noticesOf(scheme) }),
    evaluation: scheme.evaluation,
    ...besideOf(scheme),
  };
}

/** What ranks everybody, or a group that has a rule of its own. */
const bodyOf = (rule: RankingRule, { decimals }: RankingScheme): object => ({
  rank: rankOf({ ...rule, decimals }),
  incomplete: rule.incomplete,
  ...(rule.least === undefined ? {} : { least: rule.least }),
});

/** The group of the rest takes those that no other names, so that it lists nobody. */
const groupOf = ({ id, name, units, rule }: RankingGroup, scheme: RankingScheme): object => ({
  name,
  ...(id === REST_GROUP ? {} : { units: [...units] }),
  ...(rule === undefined ? {} : bodyOf(rule, scheme)),
});

/** A rule with the decimals of its scheme. */
type Rule = RankingRule & Pick<RankingScheme, 'decimals'>;

/** Decimals that are no preset, of measures that are printed without deciding the ranks. */
function besideOf(scheme: RankingScheme): object {
  const ranked = [scheme, ...rulesOf(scheme)].flatMap(measuresOf);
  const own = MEASURES.filter(
    (measure) => !isOfSum(measure) && !ranked.includes(measure) && scheme.decimals[measure] !== PRESET_DECIMALS[measure],
  );
  return own.length === 0
    ? {}
    : { published: Object.fromEntries(own.map((measure) => [NAMES[measure].printed, scheme.decimals[measure]])) };
}

function rankOf(scheme: Rule): readonly object[] {
  const keys = scheme.keys.map((key) => ({ ...published(key.measure, scheme), order: orderOf(key) }));
  return scheme.method === 'mix' && scheme.mix !== null ? [mixOf(scheme.mix, scheme), ...keys] : keys;
}

function mixOf(mix: RankingMix, scheme: Rule): object {
  const parts = mix.parts.map(({ weight, ...key }) => [
    weight,
    mix.by === 'places' ? placeOf(key, scheme) : scoreOf(key, mix.base, scheme),
  ]);
  return { weighted: parts, round: scheme.decimals.score, order: mix.by === 'places' ? 'asc' : 'desc' };
}

const placeOf = (key: RankingKey, scheme: Rule): object => ({ placeOf: published(key.measure, scheme), order: orderOf(key) });

/** The better end gets 100, whichever end the scheme takes for it. */
function scoreOf(key: RankingKey, base: number, scheme: Rule): object {
  const usual = (orderOf(key) === 'asc') === (betterOf(key.measure) === 'less');
  return { ...published(key.measure, scheme), efficacy: usual ? [base, 100] : [100, base] };
}

/** The measure as it is published and compared: rounded; changes are improvements on an earlier period, + = better. */
function published(measure: Measure, { decimals, sum }: Rule): object {
  const { of, against } = NAMES[measure];
  const change = against === null ? {} : { vs: against, ...(isTurned(measure) ? { in: 'pct' } : {}) };
  if (!isOfSum(measure) || sum === undefined) return { of, ...change, decimals: decimals[measure] };
  if (sum.weighted) return { ...weightedOf(sum), ...change, round: decimals[measure] };
  return { of: sum.parts.map((part) => part.of), ...change, decimals: decimals[measure] };
}

/** Weights of a whole need no word. */
function weightedOf({ parts }: RankingSum): object {
  const whole = parts.reduce((total, { weight }) => total.plus(weight), exact(0)).eq(1);
  return { weighted: parts.map(({ of, weight }) => [weight, { of }]), ...(whole ? {} : { weights: 'free' }) };
}

const orderOf = ({ measure, order }: RankingKey): Order => ((order === 'ascending') === isTurned(measure) ? 'desc' : 'asc');

/** Of several rules that a month fulfils the one furthest down the list falls due. */
const noticesOf = ({ streaks, unrankedMonth }: RankingScheme): readonly object[] =>
  streaks.map(({ bottom, months, action }) => ({
    if: { streak: months, last: bottom, unranked: unrankedMonth },
    do: action,
    ladder: 'streaks',
  }));
