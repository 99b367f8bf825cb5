import { z } from 'zod';
import { SHEET_KEYS } from '../domain/plan/book/types.ts';
import { DOCUMENT_KINDS } from '../domain/plan/years/plan-document.ts';
import { findingSchema, grant, isoDate, passwords, year } from './common.ts';
import { command, job, query } from './method.ts';
import { conflict } from './plan.ts';

const part = z.enum(SHEET_KEYS);

const fieldDifference = z.object({
  /** Title of the column. */
  column: z.string(),
  /** The 指标量 that it belongs to; null for the row's own. */
  measure: z.string().nullable(),
  before: z.string(),
  after: z.string(),
});

const difference = z.object({
  part,
  sheet: z.string(),
  change: z.enum(['new', 'removed', 'changed', 'order']),
  /** Blank for what stands above a table. */
  id: z.string(),
  name: z.string(),
  fields: z.array(fieldDifference).readonly(),
});

const comparison = z.object({
  file: z.string(),
  /** Year of the list in the workbook; null where it has none. */
  year: z.int().nullable(),
  /** From when it would hold: 附件1, 附件2 from that day's year on. */
  effectiveOn: isoDate,
  /** The years as seen from which contradictions were looked for: that of the list, that in which the annexes take effect. */
  conflictYears: z.array(z.int()),
  /** What kind of document it would be; plan for a new work, null where nothing differs or nothing can be stored. */
  kind: z.enum(DOCUMENT_KINDS).nullable(),
  parts: z.array(part),
  findings: z.array(findingSchema),
  differences: z.array(difference),
  /** Contradictions that the plan does not have without the workbook. */
  conflicts: z.array(conflict.extend({ year: z.int() })),
  resolved: z.array(z.object({ id: z.string(), title: z.string(), year: z.int() })),
  counts: z.object({ errors: z.int(), warnings: z.int(), infos: z.int(), added: z.int(), removed: z.int(), changed: z.int() }),
});
export type PlanComparison = z.infer<typeof comparison>;

const head = {
  id: z.int(),
  kind: z.enum(DOCUMENT_KINDS),
  number: z.string(),
  title: z.string(),
  issuedOn: z.string(),
  effectiveOn: z.string(),
};

const importReport = comparison.extend({
  /** Null where a finding is an error, or nothing differs. */
  stored: z
    .object({
      ...head,
      parts: z.array(part),
      /** The open year that was decided to go by the list; null where it is not open. */
      decidedYear: z.int().nullable(),
    })
    .nullable(),
});
export type PlanImport = z.infer<typeof importReport>;

const documentEntry = z.object({
  ...head,
  actor: z.string(),
  reason: z.string(),
  storedAt: z.string(),
  /** What it sets anew. */
  parts: z.array(z.enum(['plan', 'annex1', 'annex2', 'list', 'unitKinds', 'units', 'subjects', 'targets'])),
  listYear: z.int().nullable(),
  /** 目标调整 in it. */
  targets: z.int(),
});

export const planBookMethods = {
  /** Writes the 方案工作簿 with the list of a year; without an open work, or with `empty`, an empty one for a district that has no plan yet. */
  'plan.export': job(
    z.strictObject({ file: grant, year: year.optional(), empty: z.boolean().default(false) }),
    z.object({
      file: z.string(),
      year: z.int(),
      empty: z.boolean(),
      bytes: z.int(),
      sheets: z.array(z.object({ name: z.string(), rows: z.int() })),
    }),
    ['FILE_GRANT_UNKNOWN', 'FILE_UNWRITABLE', 'FILE_IS_WORK', 'REPORT_EXTENSION', 'CANCELLED'],
  ),
  /** What an edited workbook would change, and what is wrong with it; stores nothing. `fresh`: as the plan of a new work. */
  'plan.compare': job(
    z.strictObject({ source: grant, passwords, year: year.optional(), from: isoDate.optional(), fresh: z.boolean().default(false) }),
    comparison,
    ['WORK_NONE', 'FILE_GRANT_UNKNOWN', 'CANCELLED'],
  ),
  /** Stores what differs as a document. `date`: day of issue, today without it; `from`: when it takes effect, the day of issue without it. */
  'plan.import': command(
    { permission: 'decide', audit: 'plan.import' },
    z.strictObject({
      source: grant,
      passwords,
      document: z.string().min(1),
      title: z.string().min(1).optional(),
      date: isoDate.optional(),
      from: isoDate.optional(),
      year: year.optional(),
      reason: z.string().min(1).optional(),
      /** Who has decided, where it is not the person who records it. */
      by: z.string().min(1).optional(),
    }),
    importReport,
    ['WORK_NONE', 'FILE_GRANT_UNKNOWN', 'YEAR_FINAL'],
  ),
  'plan.documents': query(
    z.strictObject({}),
    z.object({ /** Id that schemes name their plan by. */ plan: z.string(), documents: z.array(documentEntry) }),
    ['WORK_NONE'],
  ),
};
