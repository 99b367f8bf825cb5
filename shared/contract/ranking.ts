import { z } from 'zod';
import { command, query } from './method.ts';

const gap = z.discriminatedUnion('code', [
  z.object({ code: z.literal('NO_DATA') }),
  z.object({ code: z.literal('MONTH_DAYS_SHORT'), month: z.string(), validDays: z.int(), required: z.int() }),
  z.object({ code: z.literal('YEAR_DAYS_SHORT'), validDays: z.int(), required: z.int() }),
]);

const rankedTown = z.object({
  unitId: z.string(),
  name: z.string(),
  /** Competition rank (并列占位, 1 2 2 4); null where the data do not suffice. */
  rank: z.int().nullable(),
  /** Published mean, µg/m³, one decimal. */
  pm25Mean: z.string().nullable(),
  pm25Rank: z.int().nullable(),
  goodDays: z.int(),
  /** 优良天数比率, %, one decimal. */
  goodDayRatio: z.string().nullable(),
  goodDaysRank: z.int().nullable(),
  heavyDays: z.int(),
  validDays: z.int(),
  calendarDays: z.int(),
  /** Another town holds the same rank (并列). */
  shared: z.boolean(),
  /** What was measured; fewer than six pollutants make the AQI an incomplete one. */
  pollutants: z.array(z.string()),
  /** Why the valid days do not suffice; empty for a ranked town. */
  gaps: z.array(gap),
});
export type RankedTown = z.infer<typeof rankedTown>;

const rankingResult = z.object({
  period: z.string(),
  schemeId: z.string(),
  schemeTitle: z.string(),
  demonstration: z.boolean(),
  notes: z.array(z.string()),
  /** Numbers of the AQI standards used: HJ 633-2012. */
  standards: z.array(z.string()),
  sample: z.boolean(),
  rows: z.array(rankedTown),
});
export type RankingResult = z.infer<typeof rankingResult>;

export const rankingMethods = {
  /** The ranking of a period (2024, 2024-07, or 2024-01..2024-07 from the year's first month on) beside the period before; stores nothing. */
  'ranking.show': query(
    z.strictObject({ period: z.string().min(4) }),
    z.object({ current: rankingResult, previous: rankingResult.nullable() }),
    ['WORK_NONE', 'PERIOD_INVALID', 'YEAR_NO_SCHEME'],
  ),
  /** `period` as in ranking.show. Computes, and stores the run when it is new. */
  'ranking.rank': command(z.strictObject({ period: z.string().min(4) }), rankingResult.extend({ runId: z.int(), computedAt: z.string(), inputHash: z.string() }), ['WORK_NONE', 'PERIOD_INVALID', 'YEAR_NO_SCHEME']),
};
