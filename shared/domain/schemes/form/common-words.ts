import { z } from 'zod';
import { SLOTS } from '../base/data-source.ts';
import { amount, measureName, sayings } from '../base/shapes.ts';
import { COMPARATORS } from '../conditions/compare.ts';

/** What any node may say besides its kind; limits are read by the compiler, the shapes here are for its form. */
export const commonSchema = z.strictObject({
  vs: amount.meta({ orWords: [...SLOTS, 'none'] }).optional(),
  in: z.enum(['unit', 'pct']).optional(),
  floor: amount.optional(),
  cap: amount.optional(),
  round: z.int().min(0).max(6).optional(),
  clause: sayings,
  note: sayings,
});

/** A condition that is no node. */
export const conditionWords = commonSchema.pick({ vs: true, in: true, clause: true, note: true });

export const comparisonSchema = z.strictObject(Object.fromEntries(COMPARATORS.map((key) => [key, amount.optional()])));

/** 逐项: the same rule for several measures. */
export const eachSchema = z.strictObject({
  each: z.array(measureName).min(1),
  decimals: z.int().min(0).max(6).optional(),
});

/** A measure that is ranked by: its own order, before that of the ranking. */
export const keySchema = z.strictObject({ order: z.enum(['asc', 'desc']).optional() });

const names = z.array(z.string().min(1)).min(1).optional();

/** 抬头: what the scheme is called, for whom and since when it holds, by what paper. */
export const headFormSchema = z.strictObject({
  title: z.string().min(1),
  from: z.union([z.int(), z.string().min(1)]),
  subjects: z.union([z.unknown().meta({ words: true }), z.strictObject({ kinds: names, classes: names, units: names })]).optional(),
  source: sayings,
});

/** What a group says of itself: its name, and the units that are in it. */
export const groupSchema = z.strictObject({ name: z.string().min(1).optional(), units: z.array(z.string().min(1)).optional() });
