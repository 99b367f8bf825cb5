import { z } from 'zod';
import { TYPED_WAYS } from '../domain/returns/typed/facts.ts';
import { grant, isoDate, passwords, year } from './common.ts';
import { job, query, writingJob } from './method.ts';
import { importReport, previewReport } from './returns.ts';

const said = z.string().trim().min(1);

/** One value typed into a form of the page: 编号 as the unit's form prints it, 填报项 as it calls the column (not needed where there is but one). */
const entry = z.strictObject({ row: said, field: said.optional(), text: z.string().max(5000) });
export type TypedEntry = z.input<typeof entry>;

/** What was typed, either as lines of a table or as entries, and how it had come. `receivedOn`: the day of the call where it is not given. */
const request = z.strictObject({
  year,
  unit: said,
  way: z.enum(TYPED_WAYS),
  receivedOn: isoDate.optional(),
  /** 填报日期, where no line says it. */
  reportedOn: isoDate.optional(),
  /** Who typed it, where it is not the person who stores it. */
  by: said.optional(),
  scan: grant.optional(),
  table: grant.optional(),
  entries: z.array(entry).max(5000).optional(),
  passwords,
});
export type TypedReturnInput = z.input<typeof request>;

const isOne = ({ table, entries }: { readonly table?: unknown; readonly entries?: unknown }): boolean =>
  (table === undefined) !== (entries === undefined);

const typedRow = z.object({
  /** 编号; on 填报说明 the label. */
  id: z.string(),
  name: z.string(),
  sheet: z.string(),
  /** Of 填报说明: who fills in, and when. */
  cover: z.boolean(),
  target: z.string(),
  fields: z.array(
    z.object({
      /** 填报项. */
      title: z.string(),
      kind: z.enum(['quantity', 'date', 'status', 'text']),
      unit: z.string(),
      required: z.boolean(),
      prompt: z.string(),
    }),
  ),
});
export type TypedRow = z.infer<typeof typedRow>;

const ERRORS = ['WORK_NONE', 'YEAR_NOT_OPEN', 'YEAR_FINAL', 'UNIT_UNKNOWN', 'FILE_GRANT_UNKNOWN', 'CANCELLED'] as const;

/** 手工录入: a return that the unit sent on paper, as a photo or told on the telephone becomes a version too, typed in by the office. */
export const typedReturnsMethods = {
  /** The rows of a unit's form, for whoever types them; without the daily air values. */
  'typed.rows': query(
    z.strictObject({ year, unit: said }),
    z.object({
      year: z.int(),
      unitId: z.string(),
      unitName: z.string(),
      dueDate: z.string(),
      statuses: z.array(z.string()),
      rows: z.array(typedRow),
    }),
    ['WORK_NONE', 'YEAR_NOT_OPEN', 'UNIT_UNKNOWN'],
  ),
  /** Writes tables to be typed into (录入表), one for each unit. */
  'typed.forms': job(
    z.strictObject({ year, folder: grant, units: z.array(said).min(1) }),
    z.object({ year: z.int(), files: z.array(z.object({ unitId: z.string(), unitName: z.string(), file: z.string(), rows: z.int() })) }),
    ['WORK_NONE', 'YEAR_NOT_OPEN', 'UNIT_UNKNOWN', 'FILE_GRANT_UNKNOWN', 'FILE_UNWRITABLE', 'CANCELLED'],
  ),
  /** What is typed, judged as a file would be; stores nothing. */
  'typed.preview': job(request.refine(isOne), previewReport, ERRORS),
  /** Takes it in as a version of the unit's return; with an error of a line nothing is stored. `adopt`: it counts whatever speaks against it. */
  'typed.import': writingJob(
    { permission: 'edit', audit: 'returns.import' },
    request.extend({ dryRun: z.boolean().default(false), adopt: z.boolean().default(false) }).refine(isOne),
    importReport,
    ERRORS,
  ),
  /** Writes the scan (扫描件) of a version, by its 收件号, into a folder. */
  'typed.scan': job(z.strictObject({ number: z.int().positive(), folder: grant }), z.object({ file: z.string(), bytes: z.int() }), [
    'WORK_NONE',
    'SCAN_UNKNOWN',
    'FILE_GRANT_UNKNOWN',
    'FILE_UNWRITABLE',
    'CANCELLED',
  ]),
};
