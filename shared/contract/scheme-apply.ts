import { z } from 'zod';
import { grant, year } from './common.ts';
import { command, query } from './method.ts';
import { resultSchema } from './schemes.ts';

const said = z.string().trim().min(1);

/** A scheme of the work by its id, or a file; of a file with several schemes `rule` says which. */
const source = z.union([z.strictObject({ id: said }), z.strictObject({ file: grant, rule: said.optional() })]);

const about = z.object({
  /** Blank for a sketch without one. */
  id: z.string(),
  title: z.string(),
  /** Version of a stored scheme. */
  number: z.int().nullable(),
  /** 示范: nobody has approved it. */
  demonstration: z.boolean(),
  /** points/100, 万元, notice */
  out: z.string(),
  per: z.enum(['week', 'month', 'quarter', 'half', 'year']).nullable(),
  /** Words that its author assumed. */
  assumed: z.array(z.string()),
});

const subject = { subjectId: z.string(), subject: z.string(), /** 类别, blank without. */ class: z.string() };

const row = resultSchema.extend({
  ...subject,
  /** Group it is held against; blank where all are one. */ group: z.string(),
  /** As the scheme, else the plan, calls it. */ groupName: z.string(),
});
export type AppliedRow = z.infer<typeof row>;

const common = {
  scheme: about,
  /** 示例数据 among what was read. */
  sample: z.boolean(),
  /** Names in the scheme that mean no unit of the work. */
  unknownNames: z.array(z.string()),
  /** Groups of the scheme to which no subject belongs. */
  emptyGroups: z.array(z.string()),
};

const entry = z.object({
  period: z.string(),
  /** Points or 万元; null where there is none. */
  amount: z.string().nullable(),
  state: z.enum(['value', 'missing', 'notApplicable', 'none']),
  lacks: z.array(z.object({ code: z.string(), params: z.record(z.string(), z.string()).readonly() })),
});
export type AccountEntry = z.infer<typeof entry>;

const account = z.object({
  ...subject,
  entries: z.array(entry),
  /** Of the periods that have an amount; null where none has. */
  sum: z.string().nullable(),
  /** Periods without an amount: the sum is not yet that of the year. */
  openPeriods: z.array(z.string()),
  /** What the year itself comes to, for a scheme that is cleared by the year; null for others. */
  year: entry.nullable(),
  /** 清算: the amount of the year less what its periods gave; null as long as either is not known. */
  clearing: z.string().nullable(),
});
export type AccountRow = z.infer<typeof account>;

const kind = z.enum(['manual', 'param', 'event']);

const inputView = z.object({
  scheme: z.string(),
  period: z.string(),
  /** Null: for every subject. */
  subject: z.string().nullable(),
  kind,
  name: z.string(),
  /** As people call it. */
  label: z.string(),
  value: z.string(),
  document: z.string(),
  by: z.string(),
  at: z.string(),
});
export type SchemeInputView = z.infer<typeof inputView>;

/** What can be entered for a scheme: `figure` is one of the work that an entered one would come before. */
const inputName = z.object({ kind, name: z.string(), label: z.string(), figure: z.boolean() });
export type SchemeInputName = z.infer<typeof inputName>;

const APPLY_ERRORS = [
  'WORK_NONE',
  'FILE_GRANT_UNKNOWN',
  'PERIOD_INVALID',
  'SCHEME_MISSING',
  'SCHEME_LATER',
  'SCHEME_RETIRED',
  'SCHEME_INVALID',
  'SCHEME_FILE_UNREADABLE',
  'SCHEME_RULE_CHOICE',
  'SCHEME_SUBJECTS',
  'SCHEME_YEARLY',
  'YEAR_NOT_OPEN',
  'YEAR_NO_SCHEME',
] as const;

export const schemeApplyMethods = {
  /** What a scheme gives each subject of the work in a year or a period, with how it came about down to the cells; stored nowhere. */
  'schemes.apply': query(
    z.strictObject({ source, period: said, /** In place of those its head names: 镇街、部门. */ subjects: said.optional() }),
    z.object({
      ...common,
      period: z.string(),
      /** Periods that runs (连续) were looked for in, this one the last; they may begin in the year before. */
      periods: z.array(z.string()),
      /** Those before this one in which nobody was ranked: what runs were then is not known. */
      unranked: z.array(z.string()),
      rows: z.array(row),
    }),
    APPLY_ERRORS,
  ),
  /** Every period of a year with its sum, and the clearing of a scheme that is cleared by the year (按年清算). */
  'schemes.account': query(
    z.strictObject({ source, year, subjects: said.optional() }),
    z.object({ ...common, year: z.int(), periods: z.array(z.string()), cleared: z.boolean(), rows: z.array(account) }),
    [...APPLY_ERRORS, 'SCHEME_ACCOUNT_PER', 'SCHEME_ACCOUNT_NOTHING'],
  ),
  /** 录入 of what a scheme needs besides: points of a reviewer, a parameter, an event. Without a value what was entered is withdrawn. */
  'schemes.enter': command(
    { permission: 'edit', audit: 'schemes.enter' },
    z.strictObject({
      id: said,
      period: said,
      /** For every subject where left out. */
      unit: said.optional(),
      kind,
      name: said,
      value: said.nullable(),
      document: said,
    }),
    inputView.extend({ value: z.string().nullable() }),
    [
      'WORK_NONE',
      'PERIOD_INVALID',
      'UNIT_UNKNOWN',
      'YEAR_FINAL',
      'SCHEME_MISSING',
      'SCHEME_LATER',
      'SCHEME_RETIRED',
      'SCHEME_INPUT_PERIOD',
      'SCHEME_INVALID',
      'SCHEME_INPUT_VALUE',
      'SCHEME_INPUT_NAME',
      'FIGURE_INVALID',
    ],
  ),
  'schemes.inputs': query(
    z.strictObject({ id: said.optional() }),
    z.object({ inputs: z.array(inputView), /** Empty unless one scheme is asked for. */ reads: z.array(inputName) }),
    ['WORK_NONE', 'SCHEME_MISSING', 'SCHEME_INVALID', 'SCHEME_LATER'],
  ),
};
