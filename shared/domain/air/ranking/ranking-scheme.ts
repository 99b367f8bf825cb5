import { z } from 'zod';

/** 排名方案: how towns are ranked. The plan names none ((二十五) 定期公布各镇街空气质量排名), so it is data and printed with the result. */
export const rankingSchemeSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  kind: z.literal('ranking'),
  /** Id of the plan it was made for. */
  plan: z.string().min(1),
  year: z.int(),
  title: z.string().min(1),
  /** 示范方案: not decided by anyone, only proposed. */
  demonstration: z.boolean(),
  /** Short sentences on method and limits, printed under the table. */
  notes: z.array(z.string().min(1)),
  /** Compared one after the other on the published (rounded) values; equal in all of them = 并列. */
  keys: z.array(z.strictObject({ measure: z.enum(['pm25Mean', 'goodDayRatio', 'heavyDays']), order: z.enum(['ascending', 'descending']) })).min(1),
  /** Decimals of the published values. */
  decimals: z.strictObject({ pm25Mean: z.int().min(0).max(2), goodDayRatio: z.int().min(0).max(2) }),
});

export type RankingScheme = z.infer<typeof rankingSchemeSchema>;
