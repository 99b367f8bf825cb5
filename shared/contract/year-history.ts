import { z } from 'zod';
import { YEAR_ACTS } from '../domain/plan/years/opening.ts';

/** What a decision changed: the part of the year, of what in it (a measure, a round), from which value to which; null for none. */
const change = z.object({
  part: z.enum(['list', 'scheme', 'due', 'rounds', 'roundsDue', 'units', 'targets']),
  subject: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});

/** 经过: one decision about a year, with what it changed. */
export const yearHistoryEntry = z.object({
  act: z.enum(YEAR_ACTS),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
  changes: z.array(change),
});
