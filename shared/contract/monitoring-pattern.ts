import { z } from 'zod';
import type { TimePattern } from '../domain/air/pattern/time-pattern.ts';
import { query } from './method.ts';
import { evaluationSettings, MOST_PLACES, pollutant } from './monitoring-settings.ts';

const point = z.object({ at: z.int(), mean: z.object({ exact: z.string(), published: z.string() }).nullable(), count: z.int() });
const points = z.array(point).readonly();

const pattern = z.object({
  hours: points,
  weekdays: points,
  months: points,
  days: z.int(),
  hourDays: z.int(),
}) satisfies z.ZodType<TimePattern>;

/** 时间变化 of some places; what each field of a pattern means stands at the domain's type. */
export const patternResult = z.object({
  period: z.string(),
  pollutant,
  places: z.array(z.object({ placeId: z.string(), name: z.string(), sample: z.boolean(), pattern })),
  notes: z.array(z.string()),
});
export type PatternResult = z.infer<typeof patternResult>;

export const monitoringPatternMethods = {
  /** Means of one pollutant by hour of the day, day of the week and month, of some places in a period (as in ranking.show). */
  'monitoring.pattern': query(
    z.strictObject({
      places: z.array(z.string()).min(1).max(MOST_PLACES),
      period: z.string().min(1),
      pollutant,
      settings: evaluationSettings.prefault({}),
    }),
    patternResult,
    ['WORK_NONE', 'PERIOD_INVALID', 'UNIT_UNKNOWN'],
  ),
};
