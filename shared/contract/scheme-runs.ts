import { z } from 'zod';
import { computed } from './assessment.ts';
import { year } from './common.ts';
import { query } from './method.ts';
import { resultSchema } from './schemes.ts';
import { signedState } from './signed.ts';
import { difference } from './whatif.ts';

const params = z.record(z.string(), z.string()).readonly();
const state = z.enum(['value', 'missing', 'notApplicable', 'none']);

/** 分项: an addend of a total; `change` is what is done to the sum afterwards (下限、上限、修约、折算、否决), so that all of them add up. */
const part = z.object({
  /** Place in the rules. */
  path: z.string(),
  kind: z.enum(['part', 'change']),
  code: z.string(),
  /** What the scheme or the plan calls it; null where neither does. */
  title: z.string().nullable(),
  /** What it is made from: pm25, manual:tasks … */
  measures: z.array(z.string()),
  clause: z.array(z.string()),
  state,
  /** As printed, and exactly. */
  points: z.string().nullable(),
  exact: z.string().nullable(),
  max: z.string().nullable(),
});
export type SchemePart = z.infer<typeof part>;

const row = resultSchema.extend({
  subjectId: z.string(),
  subject: z.string(),
  /** 部门, 镇街 …; 本级 for the district. */
  kindName: z.string(),
  class: z.string(),
  /** Group it is held against; blank where all are one. */
  group: z.string(),
  groupName: z.string(),
  parts: z.array(part),
});

/** What a scheme gives every subject in a year. */
export const schemeResult = z.object({
  year: z.int(),
  schemeId: z.string(),
  schemeTitle: z.string(),
  number: z.int().nullable(),
  demonstration: z.boolean(),
  /** points/100, 万元, notice */
  out: z.string(),
  per: z.enum(['week', 'month', 'quarter', 'half', 'year']).nullable(),
  periods: z.array(z.string()),
  /** The year is the sum of its periods (各期合计). */
  summed: z.boolean(),
  /** Grades, best first. */
  grades: z.array(z.string()),
  assumed: z.array(z.string()),
  unknownNames: z.array(z.string()),
  sample: z.boolean(),
  rows: z.array(row),
});
export type SchemeResult = z.infer<typeof schemeResult>;
export type SchemeRow = SchemeResult['rows'][number];

/** What it was computed from. */
export const schemeBasis = z.object({
  documents: z.array(z.object({ id: z.int(), number: z.string(), version: z.string() })),
  returns: z.array(z.object({ id: z.int(), unitId: z.string(), sha256: z.string() })),
  /** Ids of 录入 for the scheme. */
  inputs: z.array(z.int()),
  /** Files in which the figures stand. */
  files: z.array(z.string()),
  /** How figures of the air were evaluated. */
  settings: z.unknown(),
});
export type SchemeBasis = z.infer<typeof schemeBasis>;

/** 试算: whether it is final, between which totals the final one can lie (null: the rules set no bound), and what is missing. */
const outlook = z.object({
  complete: z.boolean(),
  range: z.object({ low: z.string().nullable(), high: z.string().nullable() }).nullable(),
  missing: z.array(z.object({ code: z.string(), params })),
});

export const scoredScheme = schemeResult.extend({
  /** What its rules read, by the names under which it can be supposed. */
  columns: z.array(z.string()),
  /** Its weights that can be supposed: place in the rules, what it is called, what it is. */
  weights: z.array(z.object({ path: z.string(), title: z.string(), value: z.string() })),
  rows: z.array(row.extend(outlook.shape)),
});
export type ScoredScheme = z.infer<typeof scoredScheme>;
export type ScoredRow = ScoredScheme['rows'][number];

export const SCHEME_RUN_ERRORS = [
  'WORK_NONE',
  'YEAR_NOT_OPEN',
  'YEAR_NO_SCHEME',
  'SCHEME_MISSING',
  'SCHEME_LATER',
  'SCHEME_INVALID',
  'SCHEME_SUBJECTS',
  'SCHEME_YEARLY',
] as const;

const outcome = z.object({ total: z.string(), grade: z.string().nullable(), place: z.int().nullable() });

type SensitiveOutcome = z.infer<typeof outcome>;

/** Written out, as the whole contract is one type that the compiler has to write down. */
export interface SensitiveRow extends SensitiveOutcome {
  subjectId: string;
  subject: string;
  kindName: string;
  group: string;
  low: string;
  high: string;
  best: number | null;
  worst: number | null;
  grades: string[];
  moves: (SensitiveOutcome & { path: string; part: string; direction: 'up' | 'down' })[];
  rounding: SensitiveOutcome;
  flip: (SensitiveOutcome & { column: string; before: string | null; after: string }) | null;
}

const sensitiveRow: z.ZodType<SensitiveRow, SensitiveRow> = outcome.extend({
  subjectId: z.string(),
  subject: z.string(),
  kindName: z.string(),
  group: z.string(),
  low: z.string(),
  high: z.string(),
  best: z.int().nullable(),
  worst: z.int().nullable(),
  grades: z.array(z.string()),
  /** By the part whose weight alone moved. */
  moves: z.array(outcome.extend({ path: z.string(), part: z.string(), direction: z.enum(['up', 'down']) })),
  /** Where the total is not rounded. */
  rounding: outcome,
  /** The number of its own whose change moves the total least and alone changes grade or place; null where none does, or none was sought. */
  flip: outcome.extend({ column: z.string(), before: z.string().nullable(), after: z.string() }).nullable(),
});

/** Whether single numbers were tried: `unfit` where the others decide with (ranking, quota, settling), `many` where there are too many. */
const flipsState = z.enum(['found', 'unfit', 'many']);
export type FlipsState = z.infer<typeof flipsState>;

export const schemeRunsMethods = {
  /** What any scheme of the work gives in a year, that of the year without `scheme`; stored nowhere (run.make does). */
  'scheme.score': query(
    z.strictObject({ year, scheme: z.string().min(1).optional() }),
    computed.extend({ result: scoredScheme, signed: signedState }),
    SCHEME_RUN_ERRORS,
  ),
  /** 假设测算 by any scheme: UNIT/COLUMN=V, UNIT/MEASURE/target=V, COLUMN=V or target:MEASURE=V for everybody, UNIT@PERIOD/COLUMN=V, weight:PART=N. */
  'scheme.whatif': query(
    z.strictObject({ year, scheme: z.string().min(1).optional(), changes: z.array(z.string().min(1).max(500)).min(1).max(100) }),
    z.object({
      year: z.int(),
      schemeTitle: z.string(),
      demonstration: z.boolean(),
      sample: z.boolean(),
      changes: z.array(
        z.discriminatedUnion('kind', [
          z.object({
            kind: z.literal('figure'),
            unit: z.string().nullable(),
            period: z.string(),
            column: z.string(),
            before: z.string().nullable(),
            after: z.string(),
          }),
          /** A number of the rules, by its place in them. */
          z.object({ kind: z.literal('weight'), path: z.string(), part: z.string(), before: z.string(), after: z.string() }),
        ]),
      ),
      difference,
    }),
    [
      ...SCHEME_RUN_ERRORS,
      'WHATIF_UNIT',
      'WHATIF_SCHEME_FORM',
      'WHATIF_SCHEME_COLUMN',
      'WHATIF_SCHEME_PERIOD',
      'WHATIF_SCHEME_VALUE',
      'WHATIF_SCHEME_WEIGHT',
    ],
  ),
  /** 稳健性 by any scheme: totals, places and grades when the weight of each part moves by ± `percent`, when totals are not rounded, and by which one number. */
  'scheme.sensitivity': query(
    z.strictObject({
      year,
      scheme: z.string().min(1).optional(),
      percent: z
        .string()
        .regex(/^(?=.*[1-9])\d{1,2}(?:\.\d{1,2})?$/)
        .default('10'),
    }),
    z.object({
      year: z.int(),
      schemeTitle: z.string(),
      demonstration: z.boolean(),
      sample: z.boolean(),
      out: z.string(),
      percent: z.string(),
      flips: flipsState,
      rows: z.array(sensitiveRow),
    }),
    SCHEME_RUN_ERRORS,
  ),
};
