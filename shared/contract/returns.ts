import { z } from 'zod';
import { findingSchema, grant, year } from './common.ts';
import { job, query } from './method.ts';

const importedFile = z.object({
  file: z.string(),
  sha256: z.string().nullable(),
  /** accepted: stored as the unit's current return; duplicate and reverts: nothing changed; rejected: not stored. */
  outcome: z.enum(['accepted', 'duplicate', 'reverts', 'rejected']),
  unitId: z.string().nullable(),
  unitName: z.string().nullable(),
  /** 第几版 of the unit's return. */
  version: z.int().nullable(),
  sample: z.boolean(),
  answers: z.int(),
  airDays: z.int(),
  /** Values that differ from the return before. */
  changed: z.int(),
  findings: z.array(findingSchema),
});
export type ImportedFile = z.infer<typeof importedFile>;

const importReport = z.object({
  year: z.int(),
  dryRun: z.boolean(),
  files: z.array(importedFile),
  counts: z.object({ accepted: z.int(), duplicate: z.int(), reverts: z.int(), rejected: z.int(), errors: z.int(), warnings: z.int(), infos: z.int() }),
});
export type ImportReport = z.infer<typeof importReport>;

const unitStatus = z.object({
  unitId: z.string(),
  name: z.string(),
  kind: z.enum(['department', 'town']),
  /** missing 未报; empty 空表 (a return without a single answer); inTime 按时; late 迟报; undated 已报，未填日期. */
  state: z.enum(['missing', 'empty', 'inTime', 'late', 'undated']),
  file: z.string().nullable(),
  version: z.int().nullable(),
  reportedOn: z.string().nullable(),
  sample: z.boolean(),
  answers: z.int(),
  required: z.int(),
  errors: z.int(),
  warnings: z.int(),
});
export type UnitStatus = z.infer<typeof unitStatus>;

const statusReport = z.object({ year: z.int(), dueDate: z.string(), units: z.array(unitStatus), counts: z.object({ reported: z.int(), late: z.int(), missing: z.int(), empty: z.int(), total: z.int() }) });
export type StatusReport = z.infer<typeof statusReport>;

export const returnsMethods = {
  'returns.templates': job(
    z.strictObject({ year, folder: grant, units: z.array(z.string()).optional(), air: z.boolean().default(true) }),
    z.object({ year: z.int(), files: z.array(z.object({ unitId: z.string(), unitName: z.string(), file: z.string(), rows: z.int() })) }),
    ['WORK_NONE', 'YEAR_NO_TARGETS', 'UNIT_UNKNOWN', 'FILE_GRANT_UNKNOWN', 'FILE_UNWRITABLE', 'CANCELLED'],
  ),
  'returns.import': job(z.strictObject({ year, sources: z.array(grant).min(1), dryRun: z.boolean().default(false) }), importReport, ['WORK_NONE', 'YEAR_NO_TARGETS', 'FILE_GRANT_UNKNOWN', 'CANCELLED']),
  'returns.status': query(z.strictObject({ year }), statusReport, ['WORK_NONE', 'YEAR_NO_TARGETS']),
};
