import { z } from 'zod';
import { PROGRESS_LACKS, TREND_LACKS, TRENDS } from '../domain/plan/years/compare-years.ts';
import { basisSchema } from '../domain/plan/schema.ts';
import { grant, year } from './common.ts';
import { job, query } from './method.ts';

const span = z.strictObject({ from: year, to: year }).refine(({ from, to }) => from <= to);
export type YearSpan = z.infer<typeof span>;

const result = z.object({
  /** As judged and printed; null where there is no number. */
  value: z.string().nullable(),
  /** Null for a result of a year that is not assessed. */
  state: z.enum(['met', 'unmet', 'missing', 'notApplicable', 'noOccurrence']).nullable(),
  /** The result is judged by nothing: its target is still to be set (待定), or the measure has none in the year (不考核). */
  untargeted: z.enum(['pending', 'none']).nullable(),
  /** 完成状态 of a target in words. */
  status: z.string().nullable(),
  /** The document by which it was settled (认定数). */
  settledBy: z.string().nullable(),
  /** Read from a return that is 示例数据. */
  sample: z.boolean(),
});
export type YearResult = z.infer<typeof result>;

const point = z.object({ year: z.int().nullable(), value: z.string() });

const row = z.object({
  row: z.string(),
  label: z.string(),
  measure: z.string(),
  category: z.string(),
  name: z.string(),
  unit: z.string(),
  basis: basisSchema,
  leadUnits: z.string(),
  /** Year → the target that holds, as printed; null where none does. */
  targets: z.record(z.string(), z.string().nullable()),
  /** Year → the result; null where the year has none. */
  results: z.record(z.string(), result.nullable()),
  final: z.object({ year: z.int(), printed: z.string() }).nullable(),
  progress: z.object({ share: z.string(), percent: z.string(), from: point, to: point }).nullable(),
  progressLack: z.enum(PROGRESS_LACKS).nullable(),
  trend: z.object({ direction: z.enum(TRENDS), from: point, to: point }).nullable(),
  trendLack: z.enum(TREND_LACKS).nullable(),
});
export type ComparedRow = z.infer<typeof row>;

const comparison = z.object({
  years: z.array(
    z.object({
      year: z.int(),
      open: z.boolean(),
      /** Open and with a scheme: its results are those of 附件1. */
      assessed: z.boolean(),
      /** The signed run (定稿) that its results are of; null where they are read from what counts now. */
      signedRun: z.int().nullable(),
      /** Whether any row has a target, a result, a result that is 示例数据. */
      targets: z.boolean(),
      results: z.boolean(),
      sample: z.boolean(),
    }),
  ),
  rows: z.array(row),
  /** Whether any result, listed or reckoned with, is 示例数据. */
  sample: z.boolean(),
});
export type YearComparison = z.infer<typeof comparison>;

export const yearComparisonMethods = {
  /** 多年对照: targets and results of 附件1 by year, progress to the last target, trend. */
  'year.compare': query(z.strictObject({ span: span.optional() }), comparison, ['WORK_NONE']),
  /** The same as a workbook. */
  'year.export': job(
    z.strictObject({ span: span.optional(), file: grant }),
    z.object({ file: z.string(), sha256: z.string(), bytes: z.int(), sample: z.boolean() }),
    ['WORK_NONE', 'FILE_IS_WORK', 'REPORT_EXTENSION', 'FILE_GRANT_UNKNOWN', 'FILE_UNWRITABLE', 'CANCELLED'],
  ),
};
