import { z } from 'zod';
import { findingSchema, grant, isoDate, passwords, year } from './common.ts';
import { decisionEffect } from './effect.ts';
import { command, job, query } from './method.ts';

const reason = z.string().trim().min(1);
const document = z.string().trim().min(1);

const report = z.object({
  file: z.string(),
  findings: z.array(findingSchema),
  /** Rows that set something; 0 where a finding is an error. */
  rows: z.int(),
  /** Of a 认定数表: what stood in the place of each figure, null where nothing did, and what would; those that stay the same are left out. */
  settled: z.array(z.object({ measure: z.string(), name: z.string(), year: z.int(), before: z.string().nullable(), after: z.string() })),
  /** What they do to targets and totals; null where a finding is an error. */
  effect: decisionEffect.nullable(),
});
export type ValueBookReport = z.infer<typeof report>;

/** With an error among the findings nothing is stored. */
const stored = report.extend({ stored: z.boolean() });
export type ValueBookStored = z.infer<typeof stored>;

const READ_ERRORS = ['WORK_NONE', 'FILE_GRANT_UNKNOWN', 'REVISION_LATE'] as const;

/** 目标调整表, 认定数表: what a document sets for many measures at once, in a workbook. */
export const valueBookMethods = {
  /** What the workbook would change, and what is wrong with it; stores nothing. */
  'targets.read': query(z.strictObject({ source: grant, passwords, document: document.optional(), from: isoDate }), report, READ_ERRORS),
  /** 目标调整 of a whole workbook as one document. */
  'targets.import': command(
    { permission: 'decide', audit: 'targets.import' },
    z.strictObject({ source: grant, passwords, document, title: z.string().optional(), issued: isoDate.optional(), from: isoDate, reason }),
    stored,
    READ_ERRORS,
  ),
  'figures.read': query(z.strictObject({ source: grant, passwords, document: document.optional() }), report, READ_ERRORS),
  'figures.import': command(
    { permission: 'decide', audit: 'figures.import' },
    z.strictObject({ source: grant, passwords, document, reason }),
    stored,
    READ_ERRORS,
  ),
  /** Writes the workbook to be filled in: every measure of the year with the target that holds and the figure that is settled. */
  'targets.form': job(z.strictObject({ file: grant, year }), z.object({ file: z.string(), year: z.int(), rows: z.int(), bytes: z.int() }), [
    'WORK_NONE',
    'FILE_GRANT_UNKNOWN',
    'FILE_UNWRITABLE',
    'FILE_IS_WORK',
    'REPORT_EXTENSION',
    'CANCELLED',
  ]),
};
