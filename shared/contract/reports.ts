import { z } from 'zod';
import { grant, year } from './common.ts';
import { job, query } from './method.ts';

/** Documents the product prints: annex1 主要指标完成情况, annex3 年度事项完成情况, ranking 各镇街空气质量排名. */
export const reportKind = z.enum(['annex1', 'annex3', 'ranking']);
export type ReportKind = z.infer<typeof reportKind>;

export const reportFormat = z.enum(['pdf', 'xlsx']);
export type ReportFormat = z.infer<typeof reportFormat>;

/** A document that was written. */
export const printedSchema = z.object({
  format: reportFormat,
  file: z.string(),
  sha256: z.string(),
  bytes: z.int(),
  /** Pages of a PDF; null for a workbook, whose pages the spreadsheet program makes. */
  pages: z.int().nullable(),
  sample: z.boolean(),
  /** A font of the official list that is not on this machine, and what stands in for it. */
  substitutions: z.array(z.object({ role: z.string(), wanted: z.string(), used: z.string() })),
  /** Characters no font has; printed as 〓. */
  missingGlyphs: z.array(z.object({ character: z.string(), place: z.string() })),
});
export type PrintedFile = z.infer<typeof printedSchema>;

const printed = printedSchema.extend({ kind: reportKind });
export type PrintedReport = z.infer<typeof printed>;

export const reportsMethods = {
  /** The real PDF, for looking at before it is exported: base64 of its bytes. */
  'reports.preview': job(
    z.strictObject({ kind: reportKind, year, period: z.string().optional(), scheme: z.string().optional() }),
    z.object({
      pdf: z.string(),
      pages: z.int(),
      sample: z.boolean(),
      substitutions: printed.shape.substitutions,
      missingGlyphs: printed.shape.missingGlyphs,
    }),
    [
      'WORK_NONE',
      'YEAR_NOT_OPEN',
      'YEAR_NO_ANNEX',
      'YEAR_NO_SCHEME',
      'YEAR_SCHEME_RULES',
      'REPORT_SIGNED_OTHER',
      'PERIOD_INVALID',
      'PERIOD_OTHER_YEAR',
      'SCHEME_UNKNOWN',
      'FONT_MISSING',
      'CANCELLED',
    ],
  ),
  'reports.list': query(
    z.strictObject({ year }),
    z.object({ reports: z.array(z.object({ kind: reportKind, title: z.string(), periods: z.array(z.string()) })) }),
    ['WORK_NONE'],
  ),
  /** `period` narrows the ranking to a part of the year (2024-H1, 2024-Q3, 2024-07, 2024-01..2024-07, days); without it the whole year. `scheme`: id of the ranking scheme, else the default. */
  'reports.print': job(
    z.strictObject({
      kind: reportKind,
      year,
      period: z.string().optional(),
      scheme: z.string().optional(),
      format: reportFormat,
      file: grant,
    }),
    printed,
    [
      'WORK_NONE',
      'YEAR_NOT_OPEN',
      'YEAR_NO_ANNEX',
      'YEAR_NO_SCHEME',
      'YEAR_SCHEME_RULES',
      'REPORT_SIGNED_OTHER',
      'PERIOD_INVALID',
      'PERIOD_OTHER_YEAR',
      'SCHEME_UNKNOWN',
      'FILE_IS_WORK',
      'REPORT_EXTENSION',
      'FILE_GRANT_UNKNOWN',
      'FILE_UNWRITABLE',
      'FONT_MISSING',
      'CANCELLED',
    ],
  ),
};
