import { z } from 'zod';
import { SETTING_KEYS, type SettingKey } from '../domain/settings/settings.ts';
import { isoDate } from './common.ts';
import { command, query } from './method.ts';

const value = z.union([z.boolean(), z.string()]);

const entry = z.object({
  key: z.string(),
  value,
  /** First day it holds for. */
  from: z.string(),
  /** What it is based on: number and title of a document. */
  document: z.string().nullable(),
  reason: z.string(),
  actor: z.string(),
  storedAt: z.string(),
});
export type StoredSetting = z.infer<typeof entry>;

const setting = z.object({
  key: z.enum(SETTING_KEYS as [SettingKey, ...SettingKey[]]),
  /** What holds on the day asked for. */
  value,
  preset: value,
  /** Every value it can have, or of a text how it is written. */
  allowed: z.array(z.string()),
  /** choice: one of `allowed`; text: written freely. */
  kind: z.enum(['choice', 'text']),
  /** Oldest first; of two of one day the later one counts. */
  entries: z.array(entry),
});
export type WorkSetting = z.infer<typeof setting>;

export const settingsMethods = {
  /** Every setting of the work (设置) with what holds on `date` (today without it) and how it came to be so. */
  'settings.list': query(z.strictObject({ date: isoDate.optional() }), z.object({ date: z.string(), settings: z.array(setting) }), [
    'WORK_NONE',
  ]),
  /** Adds an entry: from that day on the value holds. What was before stays and goes on holding for the days before. */
  'settings.set': command(
    { permission: 'decide', audit: 'settings.set' },
    z.strictObject({
      key: z.string().min(1),
      value,
      from: isoDate,
      document: z.string().min(1).optional(),
      reason: z.string().trim().min(1),
    }),
    entry,
    ['WORK_NONE', 'SETTING_UNKNOWN', 'SETTING_VALUE'],
  ),
};
