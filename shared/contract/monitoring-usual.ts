import { z } from 'zod';
import type { Levers } from '../domain/air/outlook/levers.ts';
import type { Usual } from '../domain/air/outlook/usual.ts';
import { isoDate, year } from './common.ts';
import { query } from './method.ts';
import { outlookTarget } from './monitoring-outlook.ts';
import { evaluationSettings, pollutant } from './monitoring-settings.ts';

const rounded = z.object({ exact: z.string(), published: z.string() });
const usualValue = rounded.extend({ years: z.array(z.int()).readonly() });

const usual = z.object({
  target: outlookTarget,
  past: z.array(z.object({ year: z.int(), days: z.int(), value: rounded, wholeYear: rounded, met: z.boolean() })).readonly(),
  short: z.array(z.int()).readonly(),
  few: z.boolean(),
  range: z
    .object({
      least: usualValue,
      lower: usualValue.nullable(),
      median: usualValue,
      upper: usualValue.nullable(),
      most: usualValue,
    })
    .nullable(),
}) satisfies z.ZodType<Usual>;

const usualRow = z.object({
  placeId: z.string(),
  name: z.string(),
  kind: z.enum(['town', 'district']),
  /** One for each target; empty when no day remains. */
  usual: z.array(usual),
});
export type UsualRow = z.infer<typeof usualRow>;

/** 往年同期; what each field means stands at the domain's type. */
export const usualResult = z.object({
  year: z.int(),
  asOf: z.string(),
  remainingDays: z.int(),
  targetsFrom: z.enum(['plan', 'input']),
  sample: z.boolean(),
  /** District first. */
  rows: z.array(usualRow),
  notes: z.array(z.string()),
});
export type UsualResult = z.infer<typeof usualResult>;

const lever = z.object({
  name: z.string(),
  mean: rounded,
  weight: rounded,
  rest: rounded,
  above: rounded,
  pull: rounded,
  overTarget: rounded.nullable(),
  onLastYear: rounded.nullable(),
});

const levers = z.object({ mean: rounded, days: z.int(), levers: z.array(lever).readonly() }) satisfies z.ZodType<Levers>;

/** 各镇街对区均值的影响. */
export const leversResult = z.object({
  year: z.int(),
  asOf: z.string(),
  pollutant,
  placeId: z.string(),
  name: z.string(),
  byTown: z.boolean(),
  remainingDays: z.int(),
  target: outlookTarget.nullable(),
  sample: z.boolean(),
  found: levers.nullable(),
  notes: z.array(z.string()),
});
export type LeversResult = z.infer<typeof leversResult>;

const asked = {
  year,
  asOf: isoDate,
  settings: evaluationSettings.prefault({}),
  targets: z.array(outlookTarget).min(1).optional(),
};

export const monitoringUsualMethods = {
  /** What the remaining days of the year brought in as many earlier years, at most. */
  'monitoring.usual': query(
    z.strictObject({ ...asked, places: z.array(z.string()).optional(), years: z.int().min(1).max(30).default(10) }),
    usualResult,
    ['WORK_NONE', 'UNIT_UNKNOWN', 'OUTLOOK_NO_TARGETS', 'OUTLOOK_DATE_OUTSIDE'],
  ),
  /** Which towns move the mean of the district most; of a town which stations. */
  'monitoring.levers': query(
    z.strictObject({ ...asked, place: z.string().optional(), pollutant: pollutant.default('pm25') }),
    leversResult,
    ['WORK_NONE', 'UNIT_UNKNOWN', 'OUTLOOK_DATE_OUTSIDE'],
  ),
};
