import { z } from 'zod';
import { findingSchema } from './common.ts';

const targetChange = z.object({
  measure: z.string(),
  name: z.string(),
  year: z.int(),
  /** 奋斗目标 where it is there; else the binding target. */
  kind: z.literal('stretch').optional(),
  /** Name of the one unit whose target it is; else the district's. */
  unit: z.string().optional(),
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

/** What a scheme of the work (办法) gives a subject in the whole year: points or 万元, the sum where it is by months. */
const schemeChange = z.object({
  year: z.int(),
  scheme: z.string(),
  subject: z.string(),
  /** Null where it has no value yet. */
  before: z.string().nullable(),
  after: z.string().nullable(),
  /** 分 or 万元. */
  out: z.enum(['points', 'money']),
});

/** What a decision changes, before it is stored: targets, totals of the years that are scored, what other schemes of the work give. */
export const decisionEffect = z.object({
  targets: z.array(targetChange).readonly(),
  scores: z.array(scoreChange).readonly(),
  schemes: z.array(schemeChange).readonly(),
  /** What is to be said of what was typed; it does not stand in the way. */
  remarks: z
    .array(findingSchema.pick({ code: true, params: true }).extend({ measure: z.string().optional() }))
    .readonly()
    .optional(),
});
export type DecisionEffect = z.infer<typeof decisionEffect>;
