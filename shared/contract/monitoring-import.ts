import { z } from 'zod';
import { VALUE_SETTING_KEYS, type ValueSetting } from '../domain/monitoring/value-rules.ts';
import { findingSchema, grant, isoDate, passwords, year } from './common.ts';
import { job, writingJob } from './method.ts';

/** Which hour of the natural day (自然日) a label 0…23 names: `start` 0 = 00:00–01:00, `end` 0 = the last hour of the day before; `auto` goes by what the file proves, and takes 0…23 as end. */
export const hourStamp = z.enum(['auto', 'start', 'end']);

/** A setting that decides on values of which a cell leaves it open. */
export const valueSetting = z.enum(VALUE_SETTING_KEYS as [ValueSetting, ...ValueSetting[]]);

const previewColumn = z.object({
  /** Cell of the header. */
  cell: z.string(),
  header: z.string(),
  /** What it is read as: 镇街, 日期, PM2.5 …; blank for a column that is not read. */
  meaning: z.string(),
  /** Unit as printed or assumed; blank where none applies. */
  unit: z.string(),
});

const previewTable = z.object({
  sheet: z.string(),
  kind: z.enum(['daily', 'hourly', 'dust', 'forecast']),
  /** 长表, 每列一个镇街 …, in words. */
  shape: z.string(),
  columns: z.array(previewColumn),
});

/** What a file says of one station (or of a place without named stations) beside what is stored. */
const previewPlace = z.object({
  placeId: z.string(),
  name: z.string(),
  station: z.string(),
  kind: z.enum(['daily', 'hourly']),
  from: z.string(),
  to: z.string(),
  days: z.int(),
  newDays: z.int(),
  changedDays: z.int(),
  sameDays: z.int(),
  /** Days inside its span that the file does not have. */
  gapDays: z.int(),
});

/** One value that would differ from what counts now; null = missing (缺测). Hourly files are compared by their daily values; where these stay the same and hours differ, `field` is `hours` and `after` counts them. */
const previewChange = z.object({
  placeId: z.string(),
  name: z.string(),
  station: z.string(),
  date: z.string(),
  field: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  sheet: z.string(),
  cell: z.string(),
});

/** A rule for values (监测值的处理规则) that the file leaves to be chosen. */
const ask = z.object({
  /** The source of one of its tables, and the titles of its columns. */
  source: z.string(),
  titles: z.string(),
  key: valueSetting,
  /** What holds on the first day of the file. */
  value: z.string(),
  /** source: said of this source; work: of the whole work; preset: by nobody. */
  said: z.enum(['source', 'work', 'preset']),
  /** First day of the file: from then on a choice holds. */
  from: z.string(),
  /** Values of which it decides. */
  count: z.int(),
  /** Marks (标识) that nobody has spoken of. */
  marks: z.array(z.string()),
});
export type MonitoringAsk = z.infer<typeof ask>;

const monitoringFile = z.object({
  file: z.string(),
  sha256: z.string().nullable(),
  /** monitoring 监测数据, published 公布的AQI, dust 扣沙日清单, forecast 预报; null where the file is none of them. */
  kind: z.enum(['monitoring', 'published', 'dust', 'forecast']).nullable(),
  /** accepted: stored (or would be); duplicate: the same bytes are stored; unchanged: says nothing new; rejected: nothing of it can be used. */
  outcome: z.enum(['accepted', 'duplicate', 'unchanged', 'rejected']),
  sample: z.boolean(),
  /** xlsx, xls, csv; encoding of a text file. */
  format: z.string(),
  encoding: z.string().nullable(),
  tables: z.array(previewTable),
  places: z.array(previewPlace),
  /** The first of them in order of place and date. */
  changes: z.array(previewChange),
  changeCount: z.int(),
  /** Dust days or forecasts: how many are read, new, and taken back. */
  entries: z.object({ read: z.int(), added: z.int(), removed: z.int() }).nullable(),
  asks: z.array(ask),
  findings: z.array(findingSchema),
});
export type MonitoringFile = z.infer<typeof monitoringFile>;

const monitoringReport = z.object({
  dryRun: z.boolean(),
  files: z.array(monitoringFile),
  counts: z.object({
    accepted: z.int(),
    duplicate: z.int(),
    unchanged: z.int(),
    rejected: z.int(),
    errors: z.int(),
    warnings: z.int(),
    infos: z.int(),
  }),
});
export type MonitoringReport = z.infer<typeof monitoringReport>;

const importInput = z.strictObject({
  sources: z.array(grant).min(1),
  hourStamp: hourStamp.default('auto'),
  /** For dates without a year (1月1日). */
  year: year.optional(),
  /** A blank where a value is known: `keep` leaves the value and says so, `replace` takes it back. */
  blanks: z.enum(['keep', 'replace']).default('keep'),
  /** 归入: names of stations that nothing knows, and the stations or places they belong to; the register remembers them. */
  assign: z.array(z.strictObject({ station: z.string().min(1), place: z.string().min(1) })).optional(),
  /** Rules for values of sources, from a day on; remembered with the first file of the source that is taken in. */
  rules: z.array(z.strictObject({ source: z.string().min(1), key: valueSetting, value: z.string(), from: isoDate })).optional(),
  passwords,
});

const ASSIGNING = [
  'WORK_NONE',
  'FILE_GRANT_UNKNOWN',
  'UNIT_UNKNOWN',
  'STATION_AMBIGUOUS',
  'STATION_NAME_PLACE',
  'STATION_TARGET',
  'SETTING_VALUE',
  'CANCELLED',
] as const;

/** Files of monitoring data (监测数据文件): looked at, and taken in. */
export const importMethods = {
  /** Reads and judges files of monitoring data, dust days or forecasts; stores nothing. */
  'monitoring.preview': job(importInput, monitoringReport, ASSIGNING),
  /** `only`: SHA-256 of the files to take in. */
  'monitoring.import': writingJob(
    { permission: 'edit', audit: 'monitoring.import' },
    importInput.extend({ dryRun: z.boolean().default(false), only: z.array(z.string()).optional() }),
    monitoringReport,
    ASSIGNING,
  ),
};
