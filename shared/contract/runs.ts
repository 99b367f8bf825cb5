import { z } from 'zod';
import { assessmentResult } from './assessment.ts';
import { year } from './common.ts';
import { command, query } from './method.ts';
import { rankingResult } from './ranking.ts';

/** 计算记录: what was computed, by whom, from what. Equal input hashes mean equal results. */
const runSummary = z.object({
  id: z.int(),
  kind: z.enum(['assessment', 'ranking']),
  /** 2024 of an assessment; the period of a ranking (2024, 2024-H1, 2024-07 …). */
  period: z.string(),
  /** Id of the scheme; null where the work no longer has the version it was computed with. */
  scheme: z.string().nullable(),
  schemeVersion: z.string(),
  planVersion: z.string(),
  inputHash: z.string(),
  computedAt: z.string(),
  /** Null for a run that was stored before names were kept. */
  actor: z.string().nullable(),
});
export type RunSummary = z.infer<typeof runSummary>;

export const runsMethods = {
  /** Computes the year's scores, or a ranking, and stores them as a run; the same input is not stored twice (`stored`: false). */
  'run.make': command(
    { permission: 'edit', audit: 'run.make' },
    z.union([
      z.strictObject({ year }),
      z.strictObject({ /** Period, as in ranking.show. */ ranking: z.string().min(1), scheme: z.string().optional() }),
    ]),
    z.object({ run: runSummary, stored: z.boolean() }),
    ['WORK_NONE', 'YEAR_NOT_OPEN', 'YEAR_NO_SCHEME', 'PERIOD_INVALID', 'SCHEME_UNKNOWN'],
  ),
  /** Every run, the newest first. */
  'run.list': query(z.strictObject({}), z.object({ runs: z.array(runSummary) }), ['WORK_NONE']),
  /** One run with its result as it was stored. */
  'run.show': query(
    z.strictObject({ id: z.int() }),
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('assessment'), run: runSummary, result: assessmentResult }),
      z.object({ kind: z.literal('ranking'), run: runSummary, result: rankingResult }),
    ]),
    ['WORK_NONE', 'RUN_UNKNOWN'],
  ),
};
