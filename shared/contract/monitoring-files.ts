import { z } from 'zod';
import { findingSchema } from './common.ts';
import { valueSetting } from './monitoring-import.ts';
import { command, query } from './method.ts';

const number = z.int().positive();
const said = z.string().trim().min(1);

const monitoringFileRow = z.object({
  /** 收件号. */
  number: z.int(),
  file: z.string(),
  kind: z.enum(['monitoring', 'published', 'dust', 'forecast']),
  sha256: z.string(),
  format: z.string(),
  importedAt: z.string(),
  sample: z.boolean(),
  /** Names of towns, or of the district; none for forecasts. */
  places: z.array(z.string()),
  /** First and last day it speaks of. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** Days of stations, dust days or forecasts, and how many of them count today. */
  rows: z.int(),
  counting: z.int(),
  /** counts 采用; replaced 已被后来的文件替换; withdrawn 已撤回. */
  state: z.enum(['counts', 'replaced', 'withdrawn']),
  errors: z.int(),
  warnings: z.int(),
  infos: z.int(),
  /** Rules for values by which it was read and that somebody had said; `of`: of its source, or of the whole work. */
  rules: z.array(z.object({ key: valueSetting, value: z.string(), from: z.string(), of: z.enum(['source', 'work']) })),
  /** Of those that concern values of the file the ones that are others today. */
  outdated: z.array(valueSetting),
  /** Withdrawals and restorations, oldest first. */
  decisions: z.array(z.object({ act: z.enum(['withdraw', 'restore']), reason: z.string(), by: z.string(), at: z.string() })),
});
export type MonitoringFileRow = z.infer<typeof monitoringFileRow>;

const monitoringFileList = z.object({ files: z.array(monitoringFileRow) });
export type MonitoringFileList = z.infer<typeof monitoringFileList>;

const monitoringFileFindings = z.object({ number: z.int(), file: z.string(), findings: z.array(findingSchema) });
export type MonitoringFileFindings = z.infer<typeof monitoringFileFindings>;

const monitoringFileDecided = monitoringFileList.extend({
  act: z.enum(['withdraw', 'restore']),
  number: z.int(),
  file: z.string(),
  /** Rows of this file and of others that count now and did not, or the other way round. */
  changed: z.int(),
});
export type MonitoringFileDecided = z.infer<typeof monitoringFileDecided>;

const decision = z.strictObject({ number, reason: said, by: said.optional() });
const DECISION_ERRORS = ['WORK_NONE', 'AIR_FILE_UNKNOWN', 'AIR_FILE_UNREADABLE'] as const;

export const monitoringFilesMethods = {
  /** Files of monitoring data, dust days and forecasts that were taken in, the newest first. */
  'monitoring.files': query(z.strictObject({}), monitoringFileList, ['WORK_NONE']),
  'monitoring.findings': query(z.strictObject({ number }), monitoringFileFindings, ['WORK_NONE', 'AIR_FILE_UNKNOWN']),
  /** 撤回: nothing of the file counts any more; what it had replaced does again. */
  'monitoring.withdraw': command({ permission: 'decide', audit: 'monitoring.withdraw' }, decision, monitoringFileDecided, [
    ...DECISION_ERRORS,
    'AIR_FILE_WITHDRAWN',
  ]),
  /** 恢复: the file counts again as if it had not been withdrawn. */
  'monitoring.restore': command({ permission: 'decide', audit: 'monitoring.restore' }, decision, monitoringFileDecided, [
    ...DECISION_ERRORS,
    'AIR_FILE_STANDS',
  ]),
};
