import { z } from 'zod';
import type { Outlook } from '../domain/air/outlook/types.ts';

const standardId = z.enum(['2012', '2026', '2031']);

export const outlookTarget = z.strictObject({
  measure: z.enum(['pm25', 'goodDayRatio', 'heavyDayRatio']),
  operator: z.enum(['ge', 'le', 'eq']),
  value: z.string().regex(/^-?\d+(\.\d+)?$/),
  decimals: z.int().min(0).max(4),
  printed: z.string().optional(),
});

const state = z.enum(['met', 'missed', 'secured', 'impossible', 'possible', 'noData']);

const bound = z.object({ exact: z.string(), inclusive: z.boolean(), published: z.string() });

const meanOutlook = z.object({
  kind: z.literal('mean'),
  target: outlookTarget,
  state,
  usedDays: z.int(),
  meanExact: z.string().nullable(),
  mean: z.string().nullable(),
  atMost: bound.nullable(),
  atLeast: bound.nullable(),
});

const countOutlook = z.object({
  kind: z.literal('count'),
  target: outlookTarget,
  state,
  validSoFar: z.int(),
  validExpected: z.int(),
  soFar: z.int(),
  ratioExact: z.string().nullable(),
  ratio: z.string().nullable(),
  yearAtLeast: z.int().nullable(),
  yearAtMost: z.int().nullable(),
  stillAtLeast: z.int().nullable(),
  stillAtMost: z.int().nullable(),
  allowed: z.int().nullable(),
});

const gap = z.discriminatedUnion('code', [
  z.object({ code: z.literal('NO_DATA') }),
  z.object({ code: z.literal('MONTH_DAYS_SHORT'), month: z.string(), validDays: z.int(), required: z.int() }),
  z.object({ code: z.literal('YEAR_DAYS_SHORT'), validDays: z.int(), required: z.int() }),
]);

/** 倒排测算 of one place; what each field means stands at the domain's type. */
export const outlookOfPlace = z.object({
  placeId: z.string(),
  year: z.int(),
  asOf: z.string(),
  calendarDays: z.int(),
  elapsedDays: z.int(),
  remainingDays: z.int(),
  standards: z.array(standardId).readonly(),
  targets: z.array(z.discriminatedUnion('kind', [meanOutlook, countOutlook])).readonly(),
  gaps: z.array(gap).readonly(),
}) satisfies z.ZodType<Outlook>;

const outlookRow = z.object({
  placeId: z.string(),
  name: z.string(),
  kind: z.enum(['town', 'district']),
  sample: z.boolean(),
  outlook: outlookOfPlace,
});
export type OutlookRow = z.infer<typeof outlookRow>;

export const outlookResult = z.object({
  year: z.int(),
  asOf: z.string(),
  /** plan: the adopted targets of annex 1; input: those of the call. */
  targetsFrom: z.enum(['plan', 'input']),
  targets: z.array(outlookTarget),
  /** District first. */
  rows: z.array(outlookRow),
  sample: z.boolean(),
  notes: z.array(z.string()),
});
export type OutlookResult = z.infer<typeof outlookResult>;
