import { z } from 'zod';
import { TREND_MEASURES, type YearlyTrend } from '../domain/air/trend/yearly-trend.ts';
import { year } from './common.ts';
import { query } from './method.ts';
import { evaluationSettings } from './monitoring-settings.ts';

const rounded = z.object({ exact: z.string(), published: z.string() }).nullable();

const trend = z.object({
  measure: z.enum(TREND_MEASURES),
  years: z.array(z.object({ year: z.int(), value: rounded, threeYears: rounded })).readonly(),
  spearman: z
    .object({
      count: z.int(),
      exact: z.string(),
      published: z.string(),
      critical: z.string(),
      significant: z.boolean(),
      direction: z.enum(['rising', 'falling', 'level']),
    })
    .nullable(),
  missing: z.enum(['few', 'many']).nullable(),
  slope: rounded,
}) satisfies z.ZodType<YearlyTrend>;

/** 多年变化 of one place; what each field means stands at the domain's type. */
export const trendResult = z.object({
  placeId: z.string(),
  name: z.string(),
  sample: z.boolean(),
  trends: z.array(trend).readonly(),
  notes: z.array(z.string()),
});
export type TrendResult = z.infer<typeof trendResult>;

export const monitoringTrendMethods = {
  /** Annual values from one year to another with three-year moving means, Spearman's test and the Theil–Sen slope. */
  'monitoring.trend': query(
    z
      .strictObject({ place: z.string(), from: year, to: year, settings: evaluationSettings.prefault({}) })
      .refine(({ from, to }) => from <= to && to - from < LONGEST, { path: ['from'] }),
    trendResult,
    ['WORK_NONE', 'UNIT_UNKNOWN'],
  ),
};

/** Years at most. */
const LONGEST = 30;
