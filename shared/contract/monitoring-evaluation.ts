import { z } from 'zod';
import type { EvaluationStandard } from '../domain/air/standards/evaluation-standard.ts';
import { PM25_PUBLISHED } from '../domain/air/standards/hj663.ts';
import type { PeriodEvaluation } from '../domain/air/statistics/types.ts';
import { DUST_DAY_MODES, INDEX_ROUNDINGS } from '../domain/air/types.ts';
import { pollutant, standardChoice } from './monitoring-settings.ts';

const standardId = z.enum(['2012', '2026', '2031']) satisfies z.ZodType<EvaluationStandard['id']>;

const rounded = z.object({ exact: z.string(), published: z.string() });
const figure = z.object({ exact: z.string(), published: z.string(), judged: z.string() });

const validityGap = z.discriminatedUnion('code', [
  z.object({ code: z.literal('NO_DATA') }),
  z.object({ code: z.literal('MONTH_DAYS_SHORT'), month: z.string(), validDays: z.int(), required: z.int() }),
  z.object({ code: z.literal('YEAR_DAYS_SHORT'), validDays: z.int(), required: z.int() }),
]);

const settings = z.object({
  standard: standardChoice,
  dust: z.object({ concentrations: z.boolean(), days: z.enum(DUST_DAY_MODES) }),
  index: z.object({
    rounding: z.enum(INDEX_ROUNDINGS),
    weights: z.record(pollutant, z.string()),
    pm25Decimals: z.enum(['0', '1']).optional(),
  }),
  pm25Published: z.enum(PM25_PUBLISHED).optional(),
});

const concentration = z.object({
  mean: figure,
  percentile: figure.extend({ p: z.number() }),
  value: figure,
  validDays: z.int(),
  usedDays: z.int(),
  limits: z.object({ annual: z.number().nullable(), daily: z.number() }),
  ratio: rounded,
  attained: z.boolean().nullable(),
  meanAttained: z.boolean().nullable(),
  percentileAttained: z.boolean().nullable(),
  exceedanceMultiple: z.string().nullable(),
  daysOver: z.int(),
  overRate: rounded,
  gaps: z.array(validityGap).readonly(),
});

const dayFigures = z.object({
  valid: z.int(),
  good: z.int(),
  ratioExact: z.string().nullable(),
  ratio: z.string().nullable(),
  heavy: z.int(),
  heavyRatioExact: z.string().nullable(),
  heavyRatio: z.string().nullable(),
  byLevel: z.array(z.int()).readonly(),
  byPrimary: z.record(pollutant, z.int()),
  na: z.int(),
  incomplete: z.int(),
  measured: z.int(),
  pollutants: z.array(pollutant).readonly(),
});

const compositeIndex = rounded.extend({
  singles: z.partialRecord(pollutant, rounded),
  primary: z.array(pollutant).readonly(),
  missing: z.array(pollutant).readonly(),
  complete: z.boolean(),
});

const dustFigures = z.object({
  pm25: rounded.nullable(),
  pm10: rounded.nullable(),
  compositeIndex: rounded.extend({ complete: z.boolean() }).nullable(),
  validDays: z.int(),
  goodDays: z.int(),
  goodRatioExact: z.string().nullable(),
  goodRatio: z.string().nullable(),
  heavyDays: z.int(),
});

const alternative = z.object({
  standard: standardChoice,
  limitsOf: standardId,
  days: dayFigures,
  attained: z.partialRecord(pollutant, z.boolean()),
  allAttained: z.boolean().nullable(),
  compositeIndex: rounded.nullable(),
});

/** 时段评价 of one place; what each field means stands at the domain's type. */
export const periodEvaluation = z.object({
  placeId: z.string(),
  period: z.object({ from: z.string(), to: z.string() }),
  calendarDays: z.int(),
  settings,
  standards: z.array(standardId).readonly(),
  limitsOf: standardId,
  mixed: z.boolean(),
  monitored: z.array(pollutant).readonly(),
  concentrations: z.record(pollutant, concentration.nullable()),
  days: dayFigures,
  compositeIndex: compositeIndex.nullable(),
  allAttained: z.boolean().nullable(),
  gaps: z.array(validityGap).readonly(),
  dust: z.object({ days: z.int(), withDust: dustFigures, withoutPm: dustFigures, withoutDust: dustFigures }),
  events: z.object({ days: z.int(), measured: dustFigures }).optional(),
  alternatives: z.array(alternative).readonly(),
}) satisfies z.ZodType<PeriodEvaluation>;
