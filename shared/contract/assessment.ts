import { z } from 'zod';
import type { Provisional } from '../domain/assessment/provisional/range.ts';
import type { AssessmentResult, SubjectScore } from '../domain/assessment/types.ts';
import { year } from './common.ts';
import { query } from './method.ts';
import { signedScore, signedState } from './signed.ts';
import { typedFacts } from './typed-facts.ts';

export const field = z.enum([
  'numerator',
  'denominator',
  'increment',
  'value',
  'status',
  'date',
  'progress',
  'evidence',
  'remark',
  'reporter',
  'reviewer',
  'phone',
  'reportedOn',
  'pm25',
  'pm10',
  'so2',
  'no2',
  'co',
  'o3',
]);

const source = z.object({
  file: z.string(),
  sha256: z.string(),
  sheet: z.string(),
  cell: z.string(),
  raw: z.string(),
  unitId: z.string(),
  field,
  /** 核定: what the office has put in place of what stands in the cell. */
  correction: z.object({ typed: z.string(), reason: z.string(), by: z.string(), at: z.string() }).optional(),
  /** 手工录入: the cell was filled in by the office. */
  typed: typedFacts.optional(),
});

const rule = z.object({
  code: z.enum([
    'met',
    'proportional',
    'proportionalInverse',
    'zeroTargetExceeded',
    'noOccurrence',
    'status',
    'onTime',
    'late',
    'missing',
    'notApplicable',
    'penaltyLate',
    'penaltyLateReceived',
    'penaltyWaived',
  ]),
  params: z.record(z.string(), z.string()).readonly(),
});

export const state = z.enum(['met', 'unmet', 'missing', 'notApplicable', 'noOccurrence']);

const figure = z.object({
  id: z.string(),
  name: z.string(),
  unit: z.string(),
  target: z.string().nullable(),
  targetFrom: z.string().nullable(),
  targetDisplaced: z.string().nullable(),
  exactValue: z.string().nullable(),
  judgedValue: z.string().nullable(),
  state,
  rule,
  share: z.string(),
  sources: z.array(source).readonly(),
});

const row = z.object({
  rowId: z.string(),
  title: z.string(),
  max: z.string(),
  points: z.string().nullable(),
  state,
  figures: z.array(figure).readonly(),
});

const part = z.object({ id: z.string(), title: z.string(), max: z.string(), points: z.string(), rows: z.array(row).readonly() });

export const subjectScore = z.object({
  subjectId: z.string(),
  kind: z.string(),
  /** 部门, 镇街 …; 全区 for the district. */
  kindName: z.string(),
  name: z.string(),
  reported: z.boolean(),
  total: z.string(),
  exactTotal: z.string(),
  grade: z.string(),
  parts: z.array(part).readonly(),
  penalties: z.array(z.object({ id: z.string(), points: z.string(), rule, sources: z.array(source).readonly() })).readonly(),
}) satisfies z.ZodType<SubjectScore>;

export const assessmentResult = z.object({
  year: z.int(),
  schemeId: z.string(),
  schemeTitle: z.string(),
  demonstration: z.boolean(),
  district: subjectScore,
  units: z.array(subjectScore).readonly(),
}) satisfies z.ZodType<AssessmentResult>;

/** 试算: what a score still lacks, from whom, and between which totals the final one can lie; computed with the score and never stored. */
const provisional = z.object({
  place: z.int().nullable(),
  range: z.object({ low: z.string(), high: z.string() }).nullable(),
  missing: z
    .array(
      z.object({
        code: z.enum(['return', 'cells', 'error', 'held', 'zeroDenominator', 'consent', 'air', 'target']),
        unitId: z.string().nullable(),
        unit: z.string().nullable(),
        rows: z.array(z.string()).readonly(),
        figure: z.string(),
        fields: z.array(field).readonly(),
      }),
    )
    .readonly(),
}) satisfies z.ZodType<Provisional>;

const scoredSubject = subjectScore.extend(provisional.shape);

/** A result as it stands now, each subject with what is provisional in it. */
export const scoredResult = assessmentResult.extend({ district: scoredSubject, units: z.array(scoredSubject).readonly() });
export type ScoredResult = z.infer<typeof scoredResult>;

/** `runId`: the stored run of exactly this input, null without one; `computedAt` is its moment, or now. */
export const computed = z.object({ runId: z.int().nullable(), computedAt: z.string(), inputHash: z.string() });

export const assessmentMethods = {
  /** The year's scores from what counts now; nothing is stored (run.make does). */
  'assessment.score': query(
    z.strictObject({ year, scheme: z.string().min(1).optional() }),
    computed.extend({
      sample: z.boolean(),
      result: scoredResult,
      signed: signedState,
      /** Units that are not asked to report; they are assessed all the same. */
      unasked: z.array(z.string()),
      /** How dust days and other 例外事件 of the year are taken for the towns' air, in sentences; empty where there are none. */
      air: z.array(z.string()),
    }),
    ['WORK_NONE', 'YEAR_NOT_OPEN', 'YEAR_NO_SCHEME', 'SCHEME_UNKNOWN', 'SCHEME_NOT_SCORING', 'YEAR_SCHEME_RULES'],
  ),
  /** One subject's breakdown, computed from what is stored now, and of a signed year what was signed. `unit` is a unit's name, or any of the district's (全区). */
  'assessment.explain': query(
    z.strictObject({ year, unit: z.string().min(1) }),
    z.object({
      year: z.int(),
      schemeTitle: z.string(),
      demonstration: z.boolean(),
      sample: z.boolean(),
      score: subjectScore,
      signed: signedScore,
    }),
    ['WORK_NONE', 'YEAR_NOT_OPEN', 'YEAR_NO_SCHEME', 'YEAR_SCHEME_RULES', 'UNIT_UNKNOWN'],
  ),
};
