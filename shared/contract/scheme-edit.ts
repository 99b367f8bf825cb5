import { z } from 'zod';
import { isRecord } from '../domain/schemes/base/records.ts';
import type { LanguageForms } from '../domain/schemes/form/language-forms.ts';
import type { OutlinePart } from '../domain/schemes/form/outline.ts';
import type { Reckoned } from '../domain/schemes/form/reckoned.ts';
import { PROBLEM_SEVERITY, type ProblemCode } from '../domain/schemes/base/problems.ts';
import { year } from './common.ts';
import { command, query } from './method.ts';
import { schemeView } from './scheme-life.ts';

const said = z.string().trim().min(1);
const number = z.int().min(1);
const path = z.array(z.union([z.string(), z.int()])).readonly();
const params = z.record(z.string(), z.string()).readonly();

/** Data of a scheme as its file has it, changed or not; it is checked where it is used. */
const data = z.record(z.string(), z.unknown());

const problem = z.object({
  code: z.enum(Object.keys(PROBLEM_SEVERITY) as [ProblemCode, ...ProblemCode[]]),
  severity: z.enum(['error', 'warning', 'note']),
  path,
  params,
});

const outline = z.object({
  parts: z.custom<readonly OutlinePart[]>(Array.isArray),
  /** 满分 of a scheme of points. */
  scale: z.string().nullable(),
  grades: z.array(z.string()),
  problems: z.array(problem),
  /** What a scheme of its kind cannot say, as years are scored and places ranked by it. */
  misfits: z.array(z.object({ code: z.string(), path })),
});
export type SchemeOutline = z.infer<typeof outline>;

const example = z.object({
  columns: z.array(z.object({ column: z.string(), value: z.string() })),
  peers: z.array(z.array(z.string())),
  /** Null where the part cannot be evaluated as it stands. */
  result: z
    .object({
      reckoned: z.custom<Reckoned>(isRecord),
      grade: z.string().nullable(),
      gradeReckoned: z.custom<Reckoned>(isRecord).nullable(),
      place: z.int().nullable(),
      notices: z.array(z.object({ code: z.enum(['do', 'barred', 'passOn']), params })),
      /** Of a condition that looks at a ranking: whether it holds. */
      holds: z.boolean().nullable(),
    })
    .nullable(),
});
export type SchemeExampleView = z.infer<typeof example>;

const side = z.object({
  amount: z.string().nullable(),
  grade: z.string().nullable(),
  place: z.int().nullable(),
  notices: z.array(z.string()),
});

const trialRow = z.object({
  subjectId: z.string(),
  subject: z.string(),
  period: z.string(),
  before: side,
  after: side,
  /** Of the amounts, after less before; null where one of them is not known. */
  difference: z.string().nullable(),
});
export type SchemeTrialRow = z.infer<typeof trialRow>;

const trial = z.object({
  year,
  /** points/100, 万元, notice */
  out: z.string(),
  /** All that were computed. */
  computed: z.int(),
  /** Only those for whom something changes, the greatest change first. */
  rows: z.array(trialRow),
  changed: z.object({ amounts: z.int(), grades: z.int(), places: z.int() }),
  /** Units that no version gives a value, for lack of data. */
  missing: z.int(),
});
export type SchemeTrial = z.infer<typeof trial>;

const change = z.object({
  kind: z.enum(['changed', 'added', 'removed', 'moved']),
  path,
  /** From the subject down to the rule: what each is, for its title. */
  parts: z.custom<readonly Omit<OutlinePart, 'children'>[]>(Array.isArray),
  /** Word of the rule, and places in it. */
  words: path,
  /** As text; null where there is none, or it is a rule of its own. */
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type SchemeChange = z.infer<typeof change>;

const EDIT_ERRORS = [
  'WORK_NONE',
  'SCHEME_MISSING',
  'SCHEME_INVALID',
  'SCHEME_EXISTS',
  'SCHEME_OTHER_KIND',
  'SCHEME_OTHER_PLAN',
  'SCHEME_HEAD_MISSING',
] as const;

export const schemeEditMethods = {
  /** 规则语言 as forms: which kinds there are, and how each of their words is entered. */
  'schemes.language': query(z.strictObject({}), z.custom<LanguageForms>(isRecord)),
  /** A version to be edited; `data` is null for one of the older form that cannot be said in the language. */
  'schemes.draft': query(
    z.strictObject({ id: said, number: number.optional() }),
    z.object({
      number,
      data: data.nullable(),
      /** 指标 of the plan by id. */
      measures: z.record(z.string(), z.string()),
      /** Places that say the same by reference: what changes at one changes at all. */
      links: z.array(z.array(path)),
    }),
    ['WORK_NONE', 'SCHEME_MISSING'],
  ),
  /** The tree of a scheme as it is edited, with its problems; null where it is no scheme at all. */
  'schemes.outline': query(
    z.strictObject({
      data,
      /** Of the stored scheme, whose kind it has to keep. */ kind: z.enum(['scoring', 'ranking', 'rules']).default('rules'),
    }),
    outline.nullable(),
  ),
  /** 例: one part of it on typed figures, or on usual ones. */
  'schemes.example': query(
    z.strictObject({ data, path, role: z.enum(['body', 'node', 'condition', 'key', 'output', 'number', 'head']), typed: params }),
    example,
  ),
  /** 试算: a year by the scheme as it is edited (or as version `after` has it), beside version `number`; stored nowhere. */
  'schemes.trial': query(z.strictObject({ id: said, number, data: data.optional(), after: number.optional(), year }), trial, [
    'WORK_NONE',
    'SCHEME_MISSING',
    'SCHEME_INVALID',
    'SCHEME_SUBJECTS',
    'SCHEME_YEARLY',
    'SCHEME_RULE_CHOICE',
    'YEAR_NOT_OPEN',
    'YEAR_NO_SCHEME',
  ]),
  /** 逐条比较: rule by rule, what the edited scheme or version `after` says otherwise than version `number`. */
  'schemes.differ': query(
    z.strictObject({ id: said, number, data: data.optional(), after: number.optional() }),
    z.object({ changes: z.array(change), /** False where one of the two is not in the language. */ comparable: z.boolean() }),
    ['WORK_NONE', 'SCHEME_MISSING'],
  ),
  /** 已发布办法 that come with the program, to begin from. */
  'schemes.published': query(
    z.strictObject({}),
    z.object({ schemes: z.array(z.object({ key: z.string(), title: z.string(), from: z.string(), source: z.string(), out: z.string() })) }),
  ),
  /** 保存新版 of a version that was edited; the file keeps its comments and texts. */
  'schemes.edit': command(
    { permission: 'decide', audit: 'schemes.edit' },
    z.strictObject({ id: said, number, data, reason: said }),
    schemeView,
    EDIT_ERRORS,
  ),
  /** A new scheme from a published one, or a blank one (`published` null) of the kind named. */
  'schemes.begin': command(
    { permission: 'decide', audit: 'schemes.begin' },
    z.strictObject({
      published: said.nullable(),
      kind: z.enum(['scoring', 'ranking', 'money']),
      newId: z.string().regex(/^[a-z0-9-]+$/),
      title: said,
      from: year,
      reason: said,
    }),
    schemeView,
    EDIT_ERRORS,
  ),
};
