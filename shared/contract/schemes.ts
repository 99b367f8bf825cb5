import { z } from 'zod';
import { PROBLEM_SEVERITY, type ProblemCode } from '../domain/schemes/base/problems.ts';
import { grant } from './common.ts';
import { query } from './method.ts';

const params = z.record(z.string(), z.string()).readonly();

const problemCodes = Object.keys(PROBLEM_SEVERITY) as [ProblemCode, ...ProblemCode[]];

/** Something wrong with a scheme file, where it stands in it. `YAML`: the file cannot be read at all there. */
const problem = z.object({
  code: z.enum([...problemCodes, 'YAML']),
  severity: z.enum(['error', 'warning', 'note']),
  /** From 1. */
  line: z.int(),
  column: z.int(),
  params,
});
export type SchemeProblemView = z.infer<typeof problem>;

const scheme = z.object({
  /** Name its file gives it by a key; null where it has none. */
  name: z.string().nullable(),
  title: z.string().nullable(),
  usable: z.boolean(),
  /** Has what a scheme of a work is kept under: id, title, from. */
  storable: z.boolean(),
  /** points/100, 万元, notice */
  out: z.string(),
  problems: z.array(problem),
  /** Columns of an input that its rules read. */
  columns: z.array(z.string()),
  textHead: z.string().nullable(),
  text: z.array(z.object({ id: z.string(), text: z.string() })),
  assumed: z.array(z.string()),
  clauses: z.object({
    pairs: z.array(z.object({ clause: z.string(), path: z.string() })),
    withoutRule: z.array(z.string()),
    withoutClause: z.array(z.string()),
  }),
});
export type CheckedSchemeView = z.infer<typeof scheme>;

const check = z.object({
  file: z.string(),
  encoding: z.string(),
  /** No error in the file, nor in any scheme of it. */
  usable: z.boolean(),
  problems: z.array(problem),
  schemes: z.array(scheme),
});
export type SchemeCheckView = z.infer<typeof check>;

const lack = z.object({ code: z.string(), params });
const place = z.object({ place: z.int(), fromEnd: z.int().nullable(), of: z.int().nullable(), holders: z.int() });
const cell = z.object({ file: z.string(), sheet: z.string(), cell: z.string(), column: z.string(), raw: z.string() });

/** How a value came about: what it is, what it was made from, down to the cells. */
export interface SchemeExplanation {
  code: string;
  params: Readonly<Record<string, string>>;
  /** Place of the node in the rules. */
  path: string;
  clause: string[];
  state: 'value' | 'missing' | 'notApplicable' | 'none';
  /** As printed, and exactly (875/3). */
  value: string | null;
  exact: string | null;
  place: z.output<typeof place> | null;
  sources: z.output<typeof cell>[];
  children: SchemeExplanation[];
}

const explanation: z.ZodType<SchemeExplanation, SchemeExplanation> = z.object({
  code: z.string(),
  params,
  path: z.string(),
  clause: z.array(z.string()),
  state: z.enum(['value', 'missing', 'notApplicable', 'none']),
  value: z.string().nullable(),
  exact: z.string().nullable(),
  place: place.nullable(),
  sources: z.array(cell),
  children: z.lazy(() => z.array(explanation)),
});

const notice = z.object({ code: z.enum(['do', 'barred', 'passOn']), params, explanation });
const open = z.object({ code: z.enum(['notice', 'veto', 'pass', 'grade']), params, lacks: z.array(lack) });

/** What a scheme gives one subject in one period. */
export const resultSchema = z.object({
  points: z.string().nullable(),
  grade: z.string().nullable(),
  place: z.int().nullable(),
  /** 万元. */
  money: z.string().nullable(),
  notApplicable: z.boolean(),
  notices: z.array(notice),
  lacks: z.array(lack),
  open: z.array(open),
  explanation,
  gradeExplanation: explanation.nullable(),
});
export type ResultView = z.infer<typeof resultSchema>;

const triedRow = resultSchema.extend({
  line: z.int(),
  subject: z.string(),
  period: z.string(),
  /** Computed; doubled: another record names the same subject and period; notConcerned: the scheme is not for it; noPeriod: its period is none. */
  state: z.enum(['computed', 'doubled', 'notConcerned', 'noPeriod']),
  explanation: explanation.nullable(),
});
export type TriedRow = z.infer<typeof triedRow>;

const trial = z.object({
  scheme,
  rows: z.array(triedRow),
  doubledColumns: z.array(z.object({ first: z.string(), second: z.string() })),
  absentColumns: z.array(z.string()),
  otherPeriods: z
    .object({ per: z.enum(['week', 'month', 'quarter', 'half', 'year']), lines: z.array(z.int()), periods: z.array(z.string()) })
    .nullable(),
});

const record = z.strictObject({ line: z.int().min(1), cells: z.array(z.string()) });

export const schemesMethods = {
  /** Every mistake of a scheme file with its place and remedy, which clause each rule was made from, and what its rules read. */
  'schemes.check': query(z.strictObject({ file: grant }), check, ['FILE_GRANT_UNKNOWN', 'SCHEME_FILE_UNREADABLE']),
  /** What the scheme gives for a table, record by record; without a work. `trial` is null for a file that cannot be used: `check` says why. */
  'schemes.try': query(
    z.strictObject({ file: grant, rule: z.string().optional(), header: z.array(z.string()), records: z.array(record) }),
    z.object({ check, trial: trial.nullable() }),
    ['FILE_GRANT_UNKNOWN', 'SCHEME_FILE_UNREADABLE', 'SCHEME_RULE_CHOICE'],
  ),
};
