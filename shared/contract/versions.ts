import { z } from 'zod';
import { findingSchema, year } from './common.ts';
import { command, query } from './method.ts';
import { receiptFacts } from './reporting.ts';
import { previewValue } from './shown-values.ts';
import { typedFacts } from './typed-facts.ts';

const said = z.string().trim().min(1);
const number = z.int().positive();

const versionRow = z.object({
  /** 收件号. */
  number: z.int(),
  version: z.int(),
  fileName: z.string(),
  sha256: z.string(),
  importedAt: z.string(),
  /** Null where nobody has recorded it. */
  receipt: receiptFacts.nullable(),
  reportedOn: z.string().nullable(),
  sample: z.boolean(),
  counts: z.boolean(),
  /** counts 采用; kept 未采用; withdrawn 已撤回. */
  state: z.enum(['counts', 'kept', 'withdrawn']),
  answers: z.int(),
  airDays: z.int(),
  errors: z.int(),
  /** Adoptions and withdrawals, oldest first. */
  decisions: z.array(
    z.object({
      /** Counted over the decisions of all versions of the unit's year. */
      turn: z.int(),
      act: z.enum(['adopt', 'withdraw']),
      cause: z.enum(['import', 'person', 'migration']),
      reason: z.string(),
      by: z.string(),
      at: z.string(),
    }),
  ),
  /** Why it did not come to count by itself. */
  objections: z.array(findingSchema),
  /** 手工录入: of a version that the office typed in. */
  typed: typedFacts.optional(),
});
export type VersionRow = z.infer<typeof versionRow>;

const versionList = z.object({ year: z.int(), unitId: z.string(), unitName: z.string(), versions: z.array(versionRow) });
export type VersionList = z.infer<typeof versionList>;

const versionDecided = versionList.extend({
  act: z.enum(['adopt', 'withdraw']),
  number: z.int(),
  version: z.int(),
  /** 收件号 that counted before, and that counts now; null where none. */
  before: z.int().nullable(),
  counting: z.int().nullable(),
});
export type VersionDecided = z.infer<typeof versionDecided>;

/** Values of a version, each beside what another version says in its place. */
const versionComparison = z.object({
  year: z.int(),
  unitId: z.string(),
  unitName: z.string(),
  sha256: z.string(),
  airDays: z.int(),
  /** How many values differ, those of single days with them. */
  changes: z.int(),
  values: z.array(previewValue),
  typed: typedFacts.optional(),
});
export type VersionComparison = z.infer<typeof versionComparison>;

const decision = z.strictObject({ number, reason: said, by: said.optional() });
const DECISION_ERRORS = ['WORK_NONE', 'YEAR_NOT_OPEN', 'YEAR_FINAL', 'VERSION_UNKNOWN'] as const;

const answered = z.enum(['confirmed', 'corrected', 'returned', 'dismissed']);

/** Findings that one answer may serve. */
const MOST_AT_ONCE = 20_000;

/** 核实: a finding of a stored return with the office's answer to it. */
export const answeredFinding = z.object({
  /** Stable: from 收件号, sheet, cell and rule. */
  id: z.string(),
  number: z.int(),
  unitId: z.string(),
  unitName: z.string(),
  sha256: z.string(),
  finding: findingSchema,
  /** open 待处理; confirmed 核实属实; corrected 已更正; returned 已退回; dismissed 不再提示. */
  state: z.enum(['open', ...answered.options]),
  /** The value at the cell is on hold (待确认) by this finding. */
  held: z.boolean(),
  answer: z.object({ value: z.string().nullable(), reason: z.string(), by: z.string(), at: z.string() }).nullable(),
  /** 手工录入: of a finding about what the office typed in. */
  typed: typedFacts.optional(),
});
export type AnsweredFinding = z.infer<typeof answeredFinding>;

export const versionsMethods = {
  /** Versions of one unit's return, oldest first. */
  'returns.versions': query(z.strictObject({ year, unit: said }), versionList, ['WORK_NONE', 'YEAR_NOT_OPEN', 'UNIT_UNKNOWN']),
  'returns.compare': query(z.strictObject({ number, against: number.optional() }), versionComparison, [
    'WORK_NONE',
    'YEAR_NOT_OPEN',
    'VERSION_UNKNOWN',
    'VERSION_OTHER_UNIT',
  ]),
  /** 采用: this version counts from now on. */
  'returns.adopt': command({ permission: 'decide', audit: 'returns.adopt' }, decision, versionDecided, [
    ...DECISION_ERRORS,
    'VERSION_COUNTS',
  ]),
  /** 撤回: this version no longer counts; what counted before it does again. */
  'returns.withdraw': command({ permission: 'decide', audit: 'returns.withdraw' }, decision, versionDecided, [
    ...DECISION_ERRORS,
    'VERSION_NOT_ADOPTED',
  ]),
  /** The office's answer to a finding; `value` with `corrected` only, as it would be typed into the cell. */
  'returns.answer': command(
    { permission: 'decide', audit: 'returns.answer' },
    z.strictObject({ finding: said, as: answered, value: said.optional(), reason: said, by: said.optional() }),
    answeredFinding.extend({ year: z.int(), counts: z.boolean() }),
    ['WORK_NONE', 'YEAR_NOT_OPEN', 'YEAR_FINAL', 'FINDING_UNKNOWN', 'FINDING_DISMISSED', 'FINDING_NO_VALUE', 'FINDING_VALUE'],
  ),
  /** One answer to many findings of one rule: all of them get it, or none. `counts`: held values that count by it. */
  'returns.answers': command(
    { permission: 'decide', audit: 'returns.answers' },
    z.strictObject({
      findings: z.array(said).min(1).max(MOST_AT_ONCE),
      as: answered.exclude(['corrected']),
      reason: said,
      by: said.optional(),
    }),
    z.object({ answered: z.int(), counts: z.int() }),
    ['WORK_NONE', 'YEAR_NOT_OPEN', 'YEAR_FINAL', 'FINDING_UNKNOWN', 'FINDING_DISMISSED', 'FINDINGS_MIXED'],
  ),
};
