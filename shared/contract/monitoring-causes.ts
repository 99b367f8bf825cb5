import { z } from 'zod';
import type { Causes, NamedCause } from '../domain/air/causes/causes.ts';
import { query } from './method.ts';
import { evaluationSettings, pollutant } from './monitoring-settings.ts';

const rounded = z.object({ exact: z.string(), published: z.string() });

const cause = z.object({
  name: z.string(),
  before: rounded.nullable(),
  now: rounded.nullable(),
  own: rounded,
  mix: rounded,
  total: rounded,
  share: rounded.nullable(),
}) satisfies z.ZodType<NamedCause>;

const rest = z.object({ own: z.string(), mix: z.string(), total: z.string() });

const causes = z.object({
  before: rounded,
  now: rounded,
  whole: z.object({ own: rounded, mix: rounded, total: rounded }),
  parts: z.array(cause).readonly(),
  months: z.array(cause).readonly(),
  cells: z.array(z.object({ name: z.string(), totals: z.array(rounded).readonly() })).readonly(),
  rests: z.object({ parts: rest, months: rest }),
  joined: z.array(z.string()).readonly(),
  left: z.array(z.string()).readonly(),
}) satisfies z.ZodType<Causes>;

/** 归因; what each field means stands at the domain's type. */
export const causesResult = z.object({
  period: z.string(),
  /** The same period of last year. */
  lastYear: z.string(),
  pollutant,
  placeId: z.string(),
  name: z.string(),
  /** True: the parts are towns; false: stations of a town. */
  byTown: z.boolean(),
  sample: z.boolean(),
  causes: causes.nullable(),
  notes: z.array(z.string()),
});
export type CausesResult = z.infer<typeof causesResult>;

export const monitoringCausesMethods = {
  /** The change of a mean on last year's, taken apart by towns and months; the district's where no place is named. */
  'monitoring.causes': query(
    z.strictObject({
      period: z.string(),
      place: z.string().optional(),
      pollutant: pollutant.default('pm25'),
      settings: evaluationSettings.prefault({}),
    }),
    causesResult,
    ['WORK_NONE', 'UNIT_UNKNOWN', 'PERIOD_INVALID'],
  ),
};
