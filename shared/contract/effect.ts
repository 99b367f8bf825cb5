import { z } from 'zod';

const targetChange = z.object({
  measure: z.string(),
  name: z.string(),
  year: z.int(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});

const scoreChange = z.object({
  year: z.int(),
  subject: z.string(),
  before: z.string(),
  after: z.string(),
  gradeBefore: z.string(),
  gradeAfter: z.string(),
});

/** What a decision changes, before it is stored: targets, and totals of the years that are scored. */
export const decisionEffect = z.object({ targets: z.array(targetChange).readonly(), scores: z.array(scoreChange).readonly() });
export type DecisionEffect = z.infer<typeof decisionEffect>;
