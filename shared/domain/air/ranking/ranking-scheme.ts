import { z } from 'zod';
import { STANDARD_IDS } from '../standards/evaluation-standard.ts';
import type { EvaluationSettings } from '../statistics/types.ts';
import { INDEX_ROUNDINGS } from '../types.ts';
import { isRecent, type Measure, measureSchema } from './measures.ts';
import { sumSchema } from './sums.ts';

const key = z.strictObject({ measure: measureSchema, order: z.enum(['ascending', 'descending']) });
/** 排名项目 with the direction that is better: ascending = the least comes first. */
export type RankingKey = z.infer<typeof key>;

const weight = z.string().regex(/^\d+(\.\d+)?$/);

/** 综合: each measure gives every place a number, and their weighted mean ranks the places. */
const mix = z.strictObject({
  /** places: its rank by that measure (名次加权); scores: base + (100 − base) × (x − worst) ÷ (best − worst) among the ranked of its group (功效系数法). */
  by: z.enum(['places', 'scores']),
  /** Score of the worst; 60 in the published schemes. */
  base: z.int().min(0).max(99).default(60),
  /** Weights add up to 1. */
  parts: z.array(key.extend({ weight })).min(2),
});
export type RankingMix = z.infer<typeof mix>;

const ruleParts = {
  method: z.enum(['keys', 'mix']).default('keys'),
  /** Compared one after the other on the published (rounded) values; equal in all of them = 并列. In a mix they part equal results. */
  keys: z.array(key).default([]),
  mix: mix.nullable().default(null),
  /** What the measure `sum` adds up. */
  sum: sumSchema.optional(),
  /** A place that lacks a pollutant some measure needs: not ranked, or ranked by what there is, with a remark. */
  incomplete: z.enum(['ranked', 'unranked']).default('ranked'),
  /** 排名数下限: with fewer places ranked in a group no place is published, and nobody is among its last. Without it one is enough. */
  least: z.int().min(2).optional(),
};

/** By what a group is ranked. */
const rule = z.strictObject(ruleParts);
export type RankingRule = z.infer<typeof rule>;

const group = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string().min(1),
  /** Ids or names of units; the group `default` takes those that no other names. */
  units: z.array(z.string().min(1)).default([]),
  /** What it is ranked by in place of the rule of the scheme; it then takes nothing from that one. */
  rule: rule.optional(),
});
export type RankingGroup = z.infer<typeof group>;

const streakRule = z.strictObject({
  /** So many from the end of the group. */
  bottom: z.int().min(1),
  /** Months running (连续). */
  months: z.int().min(1),
  /** What falls due: 预警, 约谈. */
  action: z.string().min(1),
});
export type StreakRule = z.infer<typeof streakRule>;

const weights = z.strictObject({
  so2: weight.default('1'),
  no2: weight.default('1'),
  co: weight.default('1'),
  o3: weight.default('1'),
  pm10: weight.default('1'),
  pm25: weight.default('1'),
});

/** How the values that are ranked come about: rules of the evaluation that no standard settles, or that may be set against it. */
const evaluation = z.strictObject({
  /** By the date of each day, or one standard for all days. */
  standard: z.enum(['byDate', ...STANDARD_IDS]).default('byDate'),
  /** Dust days (扣沙日) are taken out of concentrations, of day counts. */
  dust: z.strictObject({ concentrations: z.boolean().default(false), days: z.boolean().default(false) }).prefault({}),
  index: z
    .strictObject({
      rounding: z.enum(INDEX_ROUNDINGS).default('stages'),
      weights: weights.prefault({}),
      pm25Decimals: z.enum(['0', '1']).optional(),
    })
    .prefault({}),
}) satisfies z.ZodType<EvaluationSettings>;

export const MOVEMENTS = ['sameSet', 'always'] as const;

const places = (preset: number) => z.int().min(0).max(4).default(preset);

/** Decimals of the published values, by which places are compared: whoever holds the table can check the ranks. */
const decimals = z.strictObject({
  pm25Mean: places(1),
  pm10Mean: places(0),
  goodDayRatio: places(1),
  so2Mean: places(0),
  no2Mean: places(0),
  coPercentile: places(1),
  o3Percentile: places(0),
  heavyDays: places(0),
  compositeIndex: places(2),
  sum: places(1),
  pm25Change: places(1),
  pm10Change: places(1),
  so2Change: places(1),
  no2Change: places(1),
  coChange: places(1),
  o3Change: places(1),
  goodDayRatioChange: places(1),
  compositeIndexChange: places(1),
  sumChange: places(1),
  pm25Recent: places(1),
  pm10Recent: places(1),
  so2Recent: places(1),
  no2Recent: places(1),
  coRecent: places(1),
  o3Recent: places(1),
  goodDayRatioRecent: places(1),
  compositeIndexRecent: places(1),
  sumRecent: places(1),
  score: places(2),
}) satisfies z.ZodType<Record<Measure | 'score', number>>;

/**
 * 排名方案: how towns are ranked. The plan names none ((二十五) 定期公布各镇街空气质量排名), so it is data and printed with the result. Everything
 * but id, plan, year, title, notes, keys and decimals has a preset, so that a scheme stored before those rules existed still means the same.
 */
export const rankingSchemeSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  kind: z.literal('ranking'),
  /** Id of the plan it was made for. */
  plan: z.string().min(1),
  /** First year it holds for; it goes on until a newer one of the same id begins. */
  year: z.int(),
  title: z.string().min(1),
  /** Taken where nobody names a scheme. */
  preferred: z.boolean().default(false),
  /** 示范方案: not decided by anyone, only proposed. */
  demonstration: z.boolean(),
  /** Short sentences on limits, printed under the table after the method, which is made from the data below. */
  notes: z.array(z.string().min(1)),
  ...ruleParts,
  /** Each group is ranked for itself; none = one ranking of all. */
  groups: z.array(group).default([]),
  /** 名次升降: between periods that ranked the same places only, or between any (schemes of before it was said). */
  movement: z.enum(MOVEMENTS).optional(),
  streaks: z.array(streakRule).default([]),
  /** A month without a rank ends a run of months, or is passed over. */
  unrankedMonth: z.enum(['breaks', 'skips']).default('breaks'),
  evaluation: evaluation.prefault({}),
  decimals,
});

export type RankingScheme = z.infer<typeof rankingSchemeSchema>;
export type RankingMethod = RankingScheme['method'];

/** Id of the group of those that no group names. */
export const REST_GROUP = 'default';

/** The rule by which the group of that id is ranked. */
export const ruleOf = (scheme: RankingScheme, groupId: string): RankingRule =>
  scheme.groups.find(({ id }) => id === groupId)?.rule ?? scheme;

/** The rules by which some group is ranked, that of the scheme first where a group goes by it. */
export function rulesOf(scheme: RankingScheme): readonly RankingRule[] {
  const own = scheme.groups.flatMap(({ rule: ofGroup }) => ofGroup ?? []);
  return own.length > 0 && own.length === scheme.groups.length ? own : [scheme, ...own];
}

/** Some place is held against the period directly before (环比). */
export const usesRecent = (scheme: RankingScheme): boolean => rulesOf(scheme).some((one) => measuresOf(one).some(isRecent));

/** What a scheme is about first, for choosing a chart: its first key, or the first part of its mix. */
export const leadingMeasure = (scheme: RankingScheme): Measure => measuresOf(scheme)[0] ?? 'pm25Mean';

/** Measures that decide the ranks, each once. */
export function measuresOf({ method, mix: mixed, keys }: Pick<RankingScheme, 'method' | 'mix' | 'keys'>): readonly Measure[] {
  const parts = method === 'mix' ? (mixed?.parts ?? []) : [];
  return [...new Set([...parts, ...keys].map(({ measure }) => measure))];
}
