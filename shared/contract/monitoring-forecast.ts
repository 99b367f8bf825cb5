import { z } from 'zod';
import type { ForecastAccuracy } from '../domain/air/forecast/types.ts';
import { pollutant } from './monitoring-settings.ts';

const standardId = z.enum(['2012', '2026', '2031']);

const metric = z.enum(['level', 'range25', 'interval', 'primary', 'primaryStrict', 'heavy']);

const metricResult = z.object({ metric, judged: z.int(), right: z.int(), rateExact: z.string().nullable(), rate: z.string().nullable() });

const forecastDay = z.object({
  date: z.string(),
  published: z.string(),
  /** File, sheet and cell of the forecast. */
  source: z.string(),
  leadDays: z.int(),
  low: z.int().nullable(),
  high: z.int().nullable(),
  levels: z.array(z.int()).readonly(),
  primary: z.array(pollutant).readonly().nullable(),
  observed: z.object({
    aqi: z.int().nullable(),
    level: z.int(),
    primary: z.array(pollutant).readonly(),
    standard: standardId,
    source: z.enum(['monitoring', 'stated']),
  }),
  outcome: z.record(metric, z.boolean().nullable()),
});

const figure = z.object({ exact: z.string(), published: z.string() }).nullable();

const skillScores = z.object({
  pairs: z.int(),
  bias: figure,
  rmse: figure,
  factor2: figure,
  days: z.int(),
  hits: z.int(),
  misses: z.int(),
  falseAlarms: z.int(),
  hitRate: figure,
  falseAlarmRatio: figure,
});

const leadAccuracy = z.object({
  leadDays: z.int().nullable(),
  days: z.int(),
  metrics: z.array(metricResult).readonly(),
  byLevel: z.array(z.object({ level: z.int(), days: z.int(), metrics: z.array(metricResult).readonly() })).readonly(),
  falseAlarms: z.int(),
  skill: z.object({ forecast: skillScores, persistence: skillScores }),
});

/** 预报准确率; what each field means stands at the domain's type. */
export const forecastAccuracy = z.object({
  settings: z.object({ range: z.enum(['middle', 'ends']) }),
  all: leadAccuracy,
  leads: z.array(leadAccuracy).readonly(),
  months: z.array(leadAccuracy.extend({ month: z.string() })).readonly(),
  days: z.array(forecastDay).readonly(),
  wrong: z.array(forecastDay).readonly(),
  leftOut: z
    .array(
      z.object({
        date: z.string(),
        published: z.string(),
        source: z.string(),
        leadDays: z.int(),
        reason: z.enum(['notBefore', 'superseded', 'noObservation', 'observationNa', 'empty']),
      }),
    )
    .readonly(),
}) satisfies z.ZodType<ForecastAccuracy>;

export const forecastResult = z.object({
  period: z.string(),
  placeId: z.string(),
  name: z.string(),
  sample: z.boolean(),
  /** Printed names of the standards by which observations were judged. */
  standards: z.array(z.string()),
  accuracy: forecastAccuracy,
  /** Sentences on definitions and standards, to print under a table. */
  notes: z.array(z.string()),
});
export type ForecastResult = z.infer<typeof forecastResult>;
