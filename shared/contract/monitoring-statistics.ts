import { z } from 'zod';
import type { MonthCapture } from '../domain/air/record/capture.ts';
import type { Exceedance } from '../domain/air/record/exceedance.ts';
import type { PollutantPercentiles } from '../domain/air/record/percentiles.ts';
import type { PrimaryDays } from '../domain/air/record/primary-days.ts';
import { query } from './method.ts';
import { evaluationSettings, pollutant } from './monitoring-settings.ts';

const rounded = z.object({ exact: z.string(), published: z.string() });

const captured = z.object({ valid: z.int(), due: z.int(), rate: rounded.nullable() });

const monthCapture = z.object({
  month: z.string(),
  days: z.int(),
  counted: z.int(),
  pollutants: z.record(pollutant, captured.extend({ required: z.int(), hours: captured.nullable() }).nullable()),
}) satisfies z.ZodType<MonthCapture>;

const over = z.object({
  limit: z.number(),
  values: z.int(),
  over: z.int(),
  rate: rounded.nullable(),
  days: z.array(z.object({ date: z.string(), count: z.int() })).readonly(),
  peak: z.object({ value: z.string(), multiple: z.string(), at: z.array(z.string()).readonly() }).nullable(),
});

const exceedance = z.object({
  standard: z.enum(['2012', '2026', '2031']),
  pollutant,
  daily: over,
  hourly: over.nullable(),
}) satisfies z.ZodType<Exceedance>;

const primary = z.object({
  pollutant,
  dates: z.array(z.string()).readonly(),
  polluted: z.array(z.string()).readonly(),
}) satisfies z.ZodType<PrimaryDays>;

const percentiles = z.object({
  pollutant,
  days: z.int(),
  values: z.array(z.object({ p: z.string(), exact: z.string(), published: z.string(), judged: z.string() })).readonly(),
}) satisfies z.ZodType<PollutantPercentiles>;

/** 数据与超标统计; what each field means stands at the domain's type. */
export const statisticsResult = z.object({
  period: z.string(),
  placeId: z.string(),
  name: z.string(),
  sample: z.boolean(),
  /** Last day of the period on which any place has data; null without any. */
  until: z.string().nullable(),
  capture: z.array(monthCapture),
  exceedances: z.array(exceedance),
  primary: z.array(primary),
  percentiles: z.array(percentiles),
  notes: z.array(z.string()),
});
export type StatisticsResult = z.infer<typeof statisticsResult>;

/** As many as a table has room for. */
const MOST_PERCENTILES = 12;

/** 0 to 100, with decimals. */
const percent = z.string().regex(/^(?:100(?:\.0{1,4})?|\d{1,2}(?:\.\d{1,4})?)$/u);

export const monitoringStatisticsMethods = {
  /** Data capture by month, hours and days over their limits with dates, days by primary pollutant, percentiles of daily values. */
  'monitoring.statistics': query(
    z.strictObject({
      place: z.string(),
      period: z.string(),
      percentiles: z.array(percent).min(1).max(MOST_PERCENTILES).default(['50', '90', '95', '98']),
      settings: evaluationSettings.prefault({}),
    }),
    statisticsResult,
    ['WORK_NONE', 'UNIT_UNKNOWN', 'PERIOD_INVALID'],
  ),
};
