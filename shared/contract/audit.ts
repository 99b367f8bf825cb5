import { z } from 'zod';
import { isoDate } from './common.ts';
import { query } from './method.ts';

const said = z.string().trim().min(1);

/** 审计记录: one thing that somebody has done, in words; an event about several units is several. */
export const logEntry = z.object({
  /** Number of the event. */
  id: z.int(),
  at: z.string(),
  /** Who has decided it, and who has recorded it where that is somebody else. */
  by: z.string(),
  recordedBy: z.string().nullable(),
  /** What was done: 采用, 登记收到. */
  act: z.string(),
  /** What it was done to, without its unit. */
  object: z.string(),
  year: z.int().nullable(),
  unit: z.string().nullable(),
  /** Name of the row or figure; null where it is about none. */
  item: z.string().nullable(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  reason: z.string().nullable(),
});
export type LogEntry = z.infer<typeof logEntry>;

export const auditMethods = {
  /** Newest first; `unit` and `item` by name or id, `person` as it is written, both days included. */
  'audit.log': query(
    z.strictObject({
      unit: said.optional(),
      item: said.optional(),
      person: said.optional(),
      from: isoDate.optional(),
      to: isoDate.optional(),
    }),
    z.object({ total: z.int(), entries: z.array(logEntry) }),
    ['WORK_NONE', 'UNIT_UNKNOWN', 'MEASURE_UNKNOWN'],
  ),
};
