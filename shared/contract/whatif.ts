import { z } from 'zod';
import type { BeforeAfter, ResultDifference } from '../domain/assessment/diff-results.ts';
import type { Cause } from '../domain/assessment/row-causes.ts';
import type { CellFlip } from '../domain/assessment/sensitivity/cells.ts';
import type { SubjectSensitivity } from '../domain/assessment/sensitivity/sensitivity.ts';
import type { ShownChange } from '../domain/assessment/whatif/what-if.ts';
import { field, state } from './assessment.ts';
import { findingSchema, year } from './common.ts';
import { query } from './method.ts';

const readValue = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('quantity'), value: z.string() }),
  z.object({ kind: z.literal('date'), value: z.string() }),
  z.object({ kind: z.literal('status'), value: z.enum(['done', 'onTrack', 'behind', 'notStarted', 'notApplicable']) }),
  z.object({ kind: z.literal('text'), value: z.string() }),
  z.object({ kind: z.literal('notApplicable') }),
]);

const parsedValue = z.discriminatedUnion('kind', [
  ...readValue.options,
  z.object({ kind: z.literal('rejected'), value: findingSchema.shape.code }),
  z.object({ kind: z.literal('held'), value: readValue, code: findingSchema.shape.code }),
]);

const shownChange = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('cell'),
    unit: z.string(),
    rowId: z.string(),
    field,
    before: parsedValue.nullable(),
    after: parsedValue.nullable(),
  }),
  z.object({ kind: z.literal('weight'), rowId: z.string(), table: z.string(), before: z.string(), after: z.string() }),
  z.object({ kind: z.literal('target'), measureId: z.string(), before: z.string().nullable(), after: z.string() }),
]) satisfies z.ZodType<ShownChange>;

const cause = z.object({
  code: z.enum([
    'valueNew',
    'valueGone',
    'valueChanged',
    'targetNew',
    'targetGone',
    'targetChanged',
    'consentGiven',
    'consentGone',
    'rowNew',
    'rowGone',
    'max',
    'scheme',
    'engine',
    'schemeVersion',
    'planVersion',
    'subjectNew',
    'subjectGone',
    'returnNew',
    'returnGone',
    'penaltyNew',
    'penaltyGone',
    'penaltyChanged',
    'others',
  ]),
  params: z.record(z.string(), z.string()).readonly(),
}) satisfies z.ZodType<Cause>;

const beforeAfter = <Value extends z.ZodType>(value: Value) => z.object({ before: value.nullable(), after: value.nullable() });

const difference = z.object({
  versions: z.array(cause).readonly(),
  subjects: z
    .array(
      z.object({
        subjectId: z.string(),
        kindName: z.string(),
        name: z.string(),
        total: beforeAfter(z.string()) satisfies z.ZodType<BeforeAfter<string>>,
        grade: beforeAfter(z.string()),
        place: beforeAfter(z.int()),
        rows: z
          .array(
            z.object({
              part: z.string(),
              rowId: z.string(),
              title: z.string(),
              points: beforeAfter(z.string()),
              max: beforeAfter(z.string()),
              state: beforeAfter(state),
              causes: z.array(cause).readonly(),
            }),
          )
          .readonly(),
        causes: z.array(cause).readonly(),
      }),
    )
    .readonly(),
  same: z.int(),
}) satisfies z.ZodType<ResultDifference>;

const shownOutcome = z.object({ total: z.string(), grade: z.string(), place: z.int().nullable() });

const reach = z.object({
  low: z.string(),
  high: z.string(),
  best: z.int().nullable(),
  worst: z.int().nullable(),
  grades: z.array(z.string()).readonly(),
});

const flip = shownOutcome.extend({
  direction: z.enum(['met', 'missing']),
  unitId: z.string(),
  unit: z.string(),
  rowId: z.string(),
  field,
  before: parsedValue.nullable(),
  after: parsedValue.nullable(),
}) satisfies z.ZodType<CellFlip>;

const subjectSensitivity = shownOutcome.extend({
  subjectId: z.string(),
  kind: z.string(),
  kindName: z.string(),
  name: z.string(),
  reported: z.boolean(),
  follows: z.boolean(),
  overall: reach,
  weights: reach,
  weightMoves: z.array(shownOutcome.extend({ rowId: z.string(), title: z.string(), direction: z.enum(['up', 'down']) })).readonly(),
  rounding: shownOutcome,
  contested: reach,
  contestedMoves: z.array(shownOutcome.extend({ contested: z.int() })).readonly(),
  cells: z.object({ grade: z.array(flip).readonly(), place: z.array(flip).readonly() }),
}) satisfies z.ZodType<SubjectSensitivity>;

const contestedTarget = z.object({
  conflict: z.string(),
  title: z.string(),
  statement: z.string(),
  place: z.string(),
  /** Measures that would be judged by another target. */
  targets: z
    .array(z.object({ measureId: z.string(), name: z.string(), unit: z.string(), adopted: z.string(), other: z.string() }))
    .readonly(),
});
export type ShownContested = z.infer<typeof contestedTarget>;

/** Of which year and by what it was computed; nothing of it is stored. */
const computedNow = z.object({ year: z.int(), schemeTitle: z.string(), demonstration: z.boolean(), sample: z.boolean() });

const GATHERING = ['WORK_NONE', 'YEAR_NOT_OPEN', 'YEAR_NO_SCHEME'] as const;

export const whatIfMethods = {
  /**
   * 假设测算: the scores with some changes, and what differs from those without. A change is written UNIT/ROW/FIELD=V, weight:ROW=N or
   * target:MEASURE=V. `issues`: what a form would remark on the value.
   */
  'assessment.whatif': query(
    z.strictObject({ year, changes: z.array(z.string().min(1).max(500)).min(1).max(100) }),
    computedNow.extend({
      changes: z.array(z.object({ change: shownChange, issues: z.array(findingSchema.pick({ code: true, params: true })) })),
      difference,
    }),
    [
      ...GATHERING,
      'WHATIF_FORM',
      'WHATIF_UNIT',
      'WHATIF_ROW',
      'WHATIF_FIELD',
      'WHATIF_VALUE',
      'WHATIF_WEIGHT_ROW',
      'WHATIF_WEIGHT',
      'WHATIF_WEIGHT_SUM',
      'WHATIF_MEASURE',
    ],
  ),
  /** 稳健性: places and grades when weights move by ± `percent`, when points are not rounded, when one contested target or one cell were another. */
  'assessment.sensitivity': query(
    z.strictObject({
      year,
      percent: z
        .string()
        .regex(/^(?=.*[1-9])\d{1,2}(?:\.\d{1,2})?$/)
        .default('10'),
    }),
    computedNow.extend({
      percent: z.string(),
      contested: z.array(contestedTarget),
      district: subjectSensitivity,
      units: z.array(subjectSensitivity).readonly(),
    }),
    [...GATHERING],
  ),
};

const runHead = z.object({ id: z.int(), year: z.string(), computedAt: z.string(), schemeTitle: z.string() });

export const runDiffMethods = {
  /** 比较 of two stored scores of a year: what changed by unit and row, and why. */
  'run.diff': query(z.strictObject({ before: z.int(), after: z.int() }), z.object({ before: runHead, after: runHead, difference }), [
    'WORK_NONE',
    'RUN_UNKNOWN',
    'RUN_NOT_SCORES',
  ]),
};
