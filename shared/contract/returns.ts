import { z } from 'zod';
import { findingSchema, grant, passwords, year } from './common.ts';
import { job, query, writingJob } from './method.ts';
import { receivedAs, standingCounts, unitStanding } from './reporting.ts';
import { previewValue } from './shown-values.ts';
import { typedFacts } from './typed-facts.ts';
import { answeredFinding } from './versions.ts';

const importedFile = z.object({
  file: z.string(),
  sha256: z.string().nullable(),
  /**
   * accepted 入库: stored as a version; duplicate 重复: its bytes are stored already; rejected 不能入库; undecided 须选择单位: not stored until somebody
   * says whose it is, among `choices`.
   */
  outcome: z.enum(['accepted', 'duplicate', 'rejected', 'undecided']),
  /** The units that an undecided file names. */
  choices: z.array(z.object({ unitId: z.string(), unitName: z.string() })),
  /** 收件号; null before it is stored. */
  number: z.int().nullable(),
  /** Whether it counts (采用) once it is stored. */
  counts: z.boolean(),
  /** How it stands to the version that counts; null for a file that is not stored. */
  standing: z.enum(['first', 'better', 'same', 'worse', 'undated']).nullable(),
  /** Why it does not take that version's place by itself. */
  objections: z.array(z.enum(['empty', 'older', 'fewer', 'errors', 'undated'])),
  /** The version that counts before (现采用). */
  current: z.object({ number: z.int(), version: z.int(), reportedOn: z.string().nullable(), answers: z.int(), errors: z.int() }).nullable(),
  reportedOn: z.string().nullable(),
  unitId: z.string().nullable(),
  unitName: z.string().nullable(),
  /** 第几版 of the unit's return. */
  version: z.int().nullable(),
  sample: z.boolean(),
  answers: z.int(),
  airDays: z.int(),
  /** Values that differ from the return that counts before. */
  changed: z.int(),
  findings: z.array(findingSchema),
  /** 手工录入: of what the office typed in; absent for a file that came. */
  typed: typedFacts.optional(),
});
export type ImportedFile = z.infer<typeof importedFile>;

/** Whose single files are, by SHA-256, as somebody has chosen among those that each names. */
const unitsOfFiles = z.array(z.strictObject({ sha256: z.string(), unit: z.string() })).optional();

/**
 * 人工对应: what rows of tables that offices draw up themselves are. `name`: the row by its key (returns.preview), or as it is typed there; `row`: the row
 * of the form by id, 编号 or name, null for 不取; `sha256`: of which file, all of them where it is absent.
 */
const rowsOfFiles = z
  .array(z.strictObject({ sha256: z.string().optional(), name: z.string().min(1), row: z.string().min(1).nullable() }))
  .optional();

export const importReport = z.object({
  year: z.int(),
  dryRun: z.boolean(),
  files: z.array(importedFile),
  counts: z.object({
    accepted: z.int(),
    /** Of the accepted: stored, and not counting. */
    kept: z.int(),
    duplicate: z.int(),
    rejected: z.int(),
    undecided: z.int(),
    errors: z.int(),
    warnings: z.int(),
    infos: z.int(),
  }),
});
export type ImportReport = z.infer<typeof importReport>;

const unitStatus = unitStanding.extend({
  unitId: z.string(),
  name: z.string(),
  kind: z.string(),
  /** 部门, 镇街 …, as the plan names kinds of units. */
  kindName: z.string(),
  file: z.string().nullable(),
  /** SHA-256 of the original, for returns.original. */
  sha256: z.string().nullable(),
  version: z.int().nullable(),
  reportedOn: z.string().nullable(),
  sample: z.boolean(),
  answers: z.int(),
  required: z.int(),
  /** Errors and warnings that still stand: not answered, or sent back. */
  errors: z.int(),
  warnings: z.int(),
  /** Values on hold (待确认). */
  held: z.int(),
  /** 手工录入: of a return that the office typed in. */
  typed: typedFacts.optional(),
});
export type UnitStatus = z.infer<typeof unitStatus>;

/** 下一轮: told by 填报日期, after the last day of the round before it; units are named. */
export const nextRoundSchema = z.object({
  /** `year`, or 2026-Q1, 2026-03. */
  round: z.string(),
  due: z.string(),
  after: z.string().nullable(),
  reported: z.array(z.string()),
  /** Without a 填报日期 it cannot be told. */
  undated: z.array(z.string()),
  missing: z.array(z.string()),
});
export type NextRoundView = z.infer<typeof nextRoundSchema>;

const statusReport = z.object({
  year: z.int(),
  dueDate: z.string(),
  nextRound: nextRoundSchema.nullable(),
  units: z.array(unitStatus),
  counts: standingCounts,
});
export type StatusReport = z.infer<typeof statusReport>;

/** One value of a return beside the one it replaces. */

/** 对应关系: rows of a table that the office drew up itself, and what each is in the form of the unit. */
const previewMapping = z.object({
  rows: z.array(
    z.object({
      key: z.string(),
      /** The name as typed. */
      text: z.string(),
      sheet: z.string(),
      cell: z.string(),
      /** likened 按相似认定; chosen 人工选定; unknown, unclear, differs (id and name): not read before somebody says what it is; skipped 不取. */
      state: z.enum(['likened', 'chosen', 'unknown', 'unclear', 'differs', 'skipped']),
      /** Of the form; null where it is none, or none yet. */
      rowId: z.string().nullable(),
      /** 相似度, 0–100; null where somebody has chosen. */
      likeness: z.int().nullable(),
    }),
  ),
  /** Rows of the form to choose from. */
  choices: z.array(z.object({ rowId: z.string(), name: z.string() })),
});

const previewFile = importedFile.extend({
  values: z.array(previewValue),
  /** Absent for the form. */
  mapping: previewMapping.optional(),
});
export type PreviewFile = z.infer<typeof previewFile>;

export const previewReport = z.object({
  year: z.int(),
  files: z.array(previewFile),
  counts: importReport.shape.counts,
  /** The day of the work's clock, which the receipt is held against. */
  today: z.string(),
});
export type PreviewReport = z.infer<typeof previewReport>;

/** One sheet of an original workbook as it was sent, for showing a cell among its neighbours. */
const originalSheet = z.object({
  file: z.string(),
  sheets: z.array(z.string()),
  sheet: z.string(),
  /** 1-based; cells of one row in column order, blanks left out. */
  rows: z.array(z.object({ row: z.int(), cells: z.array(z.object({ column: z.int(), address: z.string(), text: z.string() })) })),
  merges: z.array(z.string()),
  columns: z.int(),
});
export type OriginalSheet = z.infer<typeof originalSheet>;

const IMPORT_ERRORS = [
  'WORK_NONE',
  'YEAR_NOT_OPEN',
  'YEAR_FINAL',
  'UNIT_UNKNOWN',
  'ROW_CHOICE_UNUSED',
  'ROW_CHOICE_STRANGE',
  'FILE_GRANT_UNKNOWN',
  'CANCELLED',
] as const;

export const returnsMethods = {
  /** Reads and judges files without storing anything; the originals stay at hand for returns.original until the next preview. */
  'returns.preview': job(
    z.strictObject({
      year,
      sources: z.array(grant).min(1),
      unit: z.string().optional(),
      units: unitsOfFiles,
      rows: rowsOfFiles,
      passwords,
    }),
    previewReport,
    [...IMPORT_ERRORS],
  ),
  /** A sheet of an original (a return, or a monitoring file of any format), stored or just previewed, by its SHA-256. Without `sheet`, or where it has none of that name, the first visible one. */
  'returns.original': query(
    z.strictObject({
      sha256: z.string(),
      sheet: z.string().optional(),
      /** A cell to show with its neighbours where the sheet is too long to be shown whole. */ cell: z.string().optional(),
    }),
    originalSheet,
    ['WORK_NONE', 'ORIGINAL_UNKNOWN'],
  ),
  /** Findings of the returns that count now, with the answers to them; `state`: only those in this state. */
  'returns.findings': query(
    z.strictObject({ year, state: answeredFinding.shape.state.optional() }),
    z.object({ findings: z.array(answeredFinding) }),
    ['WORK_NONE', 'YEAR_NOT_OPEN'],
  ),
  'returns.templates': writingJob(
    { permission: 'edit', audit: 'returns.templates' },
    z.strictObject({ year, folder: grant, units: z.array(z.string()).optional(), air: z.boolean().default(true) }),
    z.object({ year: z.int(), files: z.array(z.object({ unitId: z.string(), unitName: z.string(), file: z.string(), rows: z.int() })) }),
    ['WORK_NONE', 'YEAR_NOT_OPEN', 'UNIT_UNKNOWN', 'FILE_GRANT_UNKNOWN', 'FILE_UNWRITABLE', 'CANCELLED'],
  ),
  /**
   * `only`: SHA-256 of the files to take in; the others are left out (不采用). `unit`: whose these files are, by name or id, where they name
   * more than one unit or none; a file that names another unit is not taken in; `units`: the same of single files. `adopt`: of those that are to count though they are worse or
   * older than what counts (改用); `adoptAll`: all such.
   */
  'returns.import': writingJob(
    { permission: 'edit', audit: 'returns.import' },
    z.strictObject({
      year,
      sources: z.array(grant).min(1),
      dryRun: z.boolean().default(false),
      only: z.array(z.string()).optional(),
      unit: z.string().optional(),
      units: unitsOfFiles,
      rows: rowsOfFiles,
      adopt: z.array(z.string()).optional(),
      adoptAll: z.boolean().optional(),
      /** 收到日期 and 途径 of all of them; without it none is recorded. */
      received: receivedAs.optional(),
      passwords,
    }),
    importReport,
    [...IMPORT_ERRORS, 'RECEIPT_DAY'],
  ),
  'returns.status': query(z.strictObject({ year }), statusReport, ['WORK_NONE', 'YEAR_NOT_OPEN']),
};
