import { type Measure, MEASURES } from '../../air/ranking/measures.ts';
import { REST_GROUP, rankingSchemeSchema, type RankingScheme } from '../../air/ranking/ranking-scheme.ts';
import type { Path } from '../base/problems.ts';
import { isRecord, type Raw } from '../base/records.ts';
import { evaluation } from '../outputs/evaluation.ts';
import { betterOf, isTurned, NAMES, type Order, PRESET_DECIMALS } from './measure-names.ts';
import { rulesOfRanking } from './ranking.ts';
import { HEAD_PLACES, headMisfits, readHead } from './recognise-head.ts';
import { at, differences, figure, listOf, type Recognised, recordOf, refused } from './shape.ts';

/** 排名办法 from the language: read value by value, and held against what the scheme so found says in the language. */
export function recogniseRanking(data: Raw): Recognised<RankingScheme> {
  const rules = withPresets(recordOf(data['rules']));
  const read = rankingSchemeSchema.safeParse(schemeOf(data, rules));
  if (!read.success) return { scheme: null, misfits: refused(read.error, placesIn(rules)) };
  const misfits = [...headMisfits(data), ...differences(rules, rulesOfRanking(read.data), ['rules'])];
  return misfits.length > 0 ? { scheme: null, misfits } : { scheme: read.data, misfits: [] };
}

function schemeOf(data: Raw, rules: Raw): object {
  return {
    ...readHead(data),
    preferred: data['preferred'],
    ...ruleFrom(rules),
    groups: Object.entries(recordOf(rules['groups'])).map(([id, raw]) => ({
      id,
      name: at(raw, 'name'),
      units: at(raw, 'units'),
      rule: at(raw, 'rank') === undefined ? undefined : ruleFrom(recordOf(raw)),
    })),
    movement: rules['movement'],
    streaks: listOf(rules['notices']).map((notice) => ({
      bottom: at(notice, 'if', 'last'),
      months: at(notice, 'if', 'streak'),
      action: at(notice, 'do'),
    })),
    unrankedMonth: at(rules, 'notices', 0, 'if', 'unranked'),
    evaluation: rules['evaluation'],
    decimals: decimalsOf(rules),
  };
}

function ruleFrom(rules: Raw): object {
  const nodes = listOf(rules['rank']);
  const mixed = isMix(nodes[0]) ? nodes[0] : null;
  return {
    method: mixed === null ? 'keys' : 'mix',
    keys: (mixed === null ? nodes : nodes.slice(1)).map(keyOf),
    mix: mixed === null ? null : mixOf(listOf(mixed['weighted'])),
    sum: sumIn([...partsOf(mixed), ...nodes]),
    incomplete: rules['incomplete'],
    least: rules['least'],
  };
}

/** 综合: parts that give places or scores; of parts that give concentrations a weighted node is their sum. */
const isMix = (node: unknown): node is Raw => isRecord(node) && node['weighted'] !== undefined && !isWeightedSum(node);

const isWeightedSum = (node: unknown): boolean => {
  const parts = listOf(at(node, 'weighted')).map((part) => at(part, 1));
  return parts.length > 0 && parts.every((part) => isRecord(part) && Object.keys(part).join() === 'of');
};

const isSum = (node: unknown): boolean => Array.isArray(at(node, 'of')) || isWeightedSum(node);

/** What the first sum adds up; another one further on is then told as different. */
function sumIn(nodes: readonly unknown[]): object | undefined {
  const node = nodes.find(isSum);
  if (node === undefined) return undefined;
  const weighted = listOf(at(node, 'weighted'));
  return weighted.length > 0
    ? { weighted: true, parts: weighted.map((part) => ({ of: at(part, 1, 'of'), weight: figure(at(part, 0)) })) }
    : { weighted: false, parts: listOf(at(node, 'of')).map((of) => ({ of })) };
}

/** Measures of the parts of a mix. */
const partsOf = (mixed: Raw | null): readonly unknown[] => listOf(mixed?.['weighted']).map((part) => at(part, 1, 'placeOf') ?? at(part, 1));

/** The measure that a node reads; undefined of one that today's rankings do not know. */
function measureOf(node: unknown): Measure | undefined {
  const vs = at(node, 'vs');
  const against = vs === 'lastYear' || vs === 'lastMonth' ? vs : null;
  const of = isSum(node) ? 'sum' : at(node, 'of') === 'sum' ? null : at(node, 'of');
  return MEASURES.find((measure) => NAMES[measure].of === of && NAMES[measure].against === against);
}

function keyOf(node: unknown): object {
  const measure = measureOf(node);
  return { measure, order: orderOf(measure, at(node, 'order') === 'asc' ? 'asc' : 'desc') };
}

const orderOf = (measure: Measure | undefined, order: Order): 'ascending' | 'descending' =>
  (order === 'asc') === (measure === undefined || !isTurned(measure)) ? 'ascending' : 'descending';

function mixOf(parts: readonly unknown[]): object {
  const places = at(parts, 0, 1, 'placeOf') !== undefined;
  const [low, high] = ends(at(parts, 0, 1));
  return {
    by: places ? 'places' : 'scores',
    base: places ? undefined : Math.min(low, high),
    parts: parts.map((part) => ({ ...(places ? placedPart(at(part, 1)) : scoredPart(at(part, 1))), weight: figure(at(part, 0)) })),
  };
}

const placedPart = (node: unknown): object => keyOf({ ...recordOf(at(node, 'placeOf')), order: at(node, 'order') });

/** The end that gets 100 is the better one. */
function scoredPart(node: unknown): object {
  const measure = measureOf(node);
  const [low, high] = ends(node);
  const less = measure !== undefined && betterOf(measure) === 'less';
  return { measure, order: orderOf(measure, low < high === less ? 'asc' : 'desc') };
}

const ends = (node: unknown): readonly [number, number] => [Number(at(node, 'efficacy', 0)), Number(at(node, 'efficacy', 1))];

function decimalsOf(rules: Raw): Readonly<Record<string, unknown>> {
  const bodies = [...Object.values(recordOf(rules['groups'])), rules].map((body) => listOf(at(body, 'rank')));
  const mixes = bodies.flatMap(([first]) => (isMix(first) ? [first] : []));
  const ranked = [...mixes.flatMap(partsOf), ...bodies.flat()].flatMap((node) => {
    const measure = measureOf(node);
    return measure === undefined ? [] : [[measure, at(node, isWeightedSum(node) ? 'round' : 'decimals')] as const];
  });
  const beside = MEASURES.map((measure) => [measure, at(rules, 'published', NAMES[measure].printed)] as const);
  return { ...Object.fromEntries([...beside, ...ranked]), score: mixes.at(-1)?.['round'] };
}

/** What the language means where nothing is written; one key is a list of one. */
function withPresets(rules: Raw): Raw {
  const { groups, notices, evaluation: settings, published, ...body } = rules;
  const read = evaluation.schema.safeParse(settings);
  return {
    ...bodyWithPresets(body),
    ...(groups === undefined ? {} : { groups: namedGroups(groups) }),
    ...(notices === undefined ? {} : { notices: onOneLadder(notices) }),
    evaluation: read.success ? read.data : settings,
    ...(published === undefined ? {} : ownDecimals(published)),
  };
}

function bodyWithPresets(body: Raw): Raw {
  const { rank, order, ...rest } = body;
  const nodes = Array.isArray(rank) || rank === undefined ? rank : [order === undefined ? rank : { ...recordOf(rank), order }];
  return {
    incomplete: 'ranked',
    ...rest,
    ...(Array.isArray(rank) && order !== undefined ? { order } : {}),
    rank: Array.isArray(nodes) ? nodes.map(withOrder) : nodes,
  };
}

function ownDecimals(published: unknown): object {
  const isPreset = (word: string, decimals: unknown): boolean =>
    MEASURES.some((measure) => NAMES[measure].printed === word && PRESET_DECIMALS[measure] === decimals);
  if (!isRecord(published)) return { published };
  const own = Object.entries(published).filter(([word, decimals]) => !isPreset(word, decimals));
  return own.length === 0 ? {} : { published: Object.fromEntries(own) };
}

function withOrder(node: unknown): unknown {
  if (!isRecord(node) || node['order'] !== undefined) return node;
  const measure = measureOf(node);
  return measure === undefined ? node : { ...node, order: betterOf(measure) === 'less' ? 'asc' : 'desc' };
}

function namedGroups(groups: unknown): unknown {
  if (!isRecord(groups)) return groups;
  const entries = Object.entries(groups).map(([id, raw]) => {
    const units = id === REST_GROUP ? {} : { units: [] };
    if (!isRecord(raw)) return [id, raw] as const;
    return [id, { name: id, ...units, ...(raw['rank'] === undefined ? raw : bodyWithPresets(raw)) }] as const;
  });
  return Object.fromEntries(entries);
}

/** Whatever their ladder is called; a single notice needs none. */
function onOneLadder(notices: unknown): unknown {
  const list = listOf(notices);
  const ladders = new Set(list.map((notice) => at(notice, 'ladder')));
  const one = ladders.size === 1 && (list.length === 1 || !ladders.has(undefined));
  return list.map((notice) => {
    if (!isRecord(notice)) return notice;
    return { ...notice, if: { unranked: 'breaks', ...recordOf(notice['if']) }, ...(one ? { ladder: 'streaks' } : {}) };
  });
}

function placesIn(rules: Raw): readonly (readonly [string, Path])[] {
  const nodes = listOf(rules['rank']);
  const before = isMix(nodes[0]) ? 1 : 0;
  return [
    ...HEAD_PLACES,
    ['keys', ['rules', 'rank']],
    ...nodes.map((_, index): [string, Path] => [`keys.${index}`, ['rules', 'rank', index + before]]),
    ['mix', ['rules', 'rank', 0]],
    ['sum', ['rules', 'rank']],
    ['decimals', ['rules', 'rank']],
    ['decimals.score', ['rules', 'rank', 0, 'round']],
    ['groups', ['rules', 'groups']],
    ['incomplete', ['rules', 'incomplete']],
    ['least', ['rules', 'least']],
    ['movement', ['rules', 'movement']],
    ...listOf(rules['notices']).map((_, index): [string, Path] => [`streaks.${index}`, ['rules', 'notices', index]]),
    ['unrankedMonth', ['rules', 'notices', 0, 'if', 'unranked']],
    ['evaluation', ['rules', 'evaluation']],
  ];
}
