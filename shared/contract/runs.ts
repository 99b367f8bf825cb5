import { z } from 'zod';
import { assessmentResult } from './assessment.ts';
import { year } from './common.ts';
import { command, query } from './method.ts';
import { rankingResult } from './ranking.ts';
import { SCHEME_RUN_ERRORS, schemeBasis, schemeResult } from './scheme-runs.ts';

/** 计算记录: what was computed, by whom, from what, by which program. Equal input hashes mean equal results. */
const runSummary = z.object({
  id: z.int(),
  /** assessment: the year's scores by its annual scheme; scheme: by any scheme of the work. */
  kind: z.enum(['assessment', 'ranking', 'scheme']),
  /** 2024 of an assessment and of a scheme; the period of a ranking (2024, 2024-H1, 2024-07 …). */
  period: z.string(),
  /** Id of the scheme; null where the work no longer has the version it was computed with. */
  scheme: z.string().nullable(),
  schemeVersion: z.string(),
  planVersion: z.string(),
  inputHash: z.string(),
  computedAt: z.string(),
  /** Null for a run that was stored before names were kept. */
  actor: z.string().nullable(),
  /** 算法版本 it was computed with; null for a run from before it was kept. */
  engine: z.int().nullable(),
});
export type RunSummary = z.infer<typeof runSummary>;

export const runsMethods = {
  /** Computes the year's scores, or a ranking, and stores them as a run; the same input is not stored twice (`stored`: false). */
  'run.make': command(
    { permission: 'edit', audit: 'run.make' },
    z.union([
      z.strictObject({ year, /** Id of a scheme; that of the year without it. */ scheme: z.string().min(1).optional() }),
      z.strictObject({ /** Period, as in ranking.show. */ ranking: z.string().min(1), scheme: z.string().optional() }),
    ]),
    z.object({ run: runSummary, stored: z.boolean() }),
    [...SCHEME_RUN_ERRORS, 'PERIOD_INVALID', 'SCHEME_UNKNOWN'],
  ),
  /** Every run, the newest first. */
  'run.list': query(z.strictObject({}), z.object({ runs: z.array(runSummary), /** 算法版本 of this program. */ engine: z.int() }), [
    'WORK_NONE',
  ]),
  /** One run with its result as it was stored. */
  'run.show': query(
    z.strictObject({ id: z.int() }),
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('assessment'), run: runSummary, engine: z.int(), result: assessmentResult }),
      z.object({ kind: z.literal('ranking'), run: runSummary, engine: z.int(), result: rankingResult }),
      z.object({ kind: z.literal('scheme'), run: runSummary, engine: z.int(), result: schemeResult, basis: schemeBasis }),
    ]),
    ['WORK_NONE', 'RUN_UNKNOWN'],
  ),
};
