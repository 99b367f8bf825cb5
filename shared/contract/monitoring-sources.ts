import { z } from 'zod';
import { isoDate } from './common.ts';
import { command, job, query } from './method.ts';
import { valueSetting } from './monitoring-import.ts';

/** A rule for the values of a source as somebody has said it. */
const said = z.object({
  source: z.string(),
  key: valueSetting,
  value: z.string(),
  /** First day of the data it holds for. */
  from: z.string(),
  document: z.string().nullable(),
  reason: z.string(),
  actor: z.string(),
  storedAt: z.string(),
});
export type SaidSourceRule = z.infer<typeof said>;

const rule = z.object({
  key: valueSetting,
  /** What holds on the day asked for. */
  value: z.string(),
  /** source: said of this source; work: of the whole work; preset: by nobody. */
  said: z.enum(['source', 'work', 'preset']),
  /** Every value it can have, or of a text how it is written. */
  allowed: z.array(z.string()),
  kind: z.enum(['choice', 'text']),
  /** Of this source, oldest first. */
  entries: z.array(said),
});
export type SourceRule = z.infer<typeof rule>;

const source = z.object({
  source: z.string(),
  /** Titles of its columns. */
  titles: z.string(),
  /** How many files of it were taken in, and the newest. */
  files: z.int(),
  newest: z.object({ number: z.int(), file: z.string() }).nullable(),
  rules: z.array(rule),
});
export type MonitoringSource = z.infer<typeof source>;

/** Files that were taken in and would have other values if they came in now: 收件号, name, and how many days. */
const effect = z.object({ files: z.array(z.object({ number: z.int(), file: z.string(), days: z.int() })) });
export type RuleEffect = z.infer<typeof effect>;

const asked = z.strictObject({
  key: valueSetting,
  value: z.string(),
  from: isoDate,
});

/** A source by its key, or by the 收件号 of a file that is of it. */
const of = z.union([z.int().positive(), z.string().min(1)]);

const ERRORS = ['WORK_NONE', 'AIR_FILE_UNKNOWN', 'AIR_FILE_UNREADABLE', 'SOURCE_UNKNOWN', 'SETTING_VALUE'] as const;

export const monitoringSourcesMethods = {
  /** The sources (来源) of files of monitoring data and the rules for their values on `date` (today without it). */
  'sources.list': query(z.strictObject({ date: isoDate.optional() }), z.object({ date: z.string(), sources: z.array(source) }), [
    'WORK_NONE',
  ]),
  /** What a rule would change in files that were taken in: of a source, or of the whole work where none is named. Stores nothing. */
  'sources.effect': job(asked.extend({ source: of.optional() }), effect, [...ERRORS, 'CANCELLED']),
  /** A rule for the values of a source from a day on. Files that were taken in keep what they were read by; gives those that would change. */
  'sources.rule': command(
    { permission: 'decide', audit: 'sources.rule' },
    asked.extend({ source: of, document: z.string().min(1).optional(), reason: z.string().trim().min(1) }),
    effect.extend({ rules: z.array(said) }),
    ERRORS,
  ),
};
