import { z } from 'zod';
import { TARGET_KINDS } from '../domain/plan/further-targets.ts';
import { ROUNDS } from '../domain/plan/years/opening.ts';
import { findingSchema, grant, isoDate, passwords, year } from './common.ts';
import { decisionEffect } from './effect.ts';
import { command, query } from './method.ts';
import { targetRow, unitTargetRow } from './target-rows.ts';
import { archive, blocker, choices, proposal, state, yearView } from './year-views.ts';

export type { TargetRow, UnitTargetRow } from './target-rows.ts';
export type { YearChoices, YearProposal, YearView } from './year-views.ts';

const reason = z.string().trim().min(1);
const rounds = z.array(z.enum(ROUNDS)).min(1);
const roundsDue = z.record(z.string(), isoDate);

/** How the targets of a year come about that the plan does not print; by measure: carry, interpolate, none, or a target as printed. */
const openingRequest = z.strictObject({
  year,
  targets: z.enum(['ask', 'carry', 'interpolate']),
  choices: z.record(z.string(), z.string()).default({}),
  scheme: z.string().min(1).optional(),
  due: isoDate.optional(),
  rounds: rounds.optional(),
  roundsDue: roundsDue.optional(),
  units: z.array(z.string().min(1)).optional(),
  /** 年度事项清单 in a workbook, the 文号 under which it is kept (its title without one), the day it is issued (today without one). */
  listSource: grant.optional(),
  passwords,
  listDocument: z.string().trim().min(1).optional(),
  listDate: isoDate.optional(),
});

const OPENING_ERRORS = [
  'WORK_NONE',
  'YEAR_OUTSIDE_PLAN',
  'YEAR_ROUND_UNKNOWN',
  'YEAR_DUE_EARLY',
  'TARGET_NOT_OPEN',
  'TARGET_INVALID',
  'MEASURE_UNKNOWN',
  'SCHEME_UNKNOWN',
  'SCHEME_NOT_SCORING',
  'UNIT_UNKNOWN',
] as const;

/** Of the binding target, or with `kind` of the 奋斗目标; of the district, or with `unit` of one unit, by its name or id. */
const revision = z.strictObject({
  measure: z.string().min(1),
  year,
  value: z.string(),
  kind: z.enum(TARGET_KINDS).optional(),
  unit: z.string().trim().min(1).optional(),
});
const revisionRequest = z.strictObject({
  revisions: z.array(revision).min(1),
  document: z.string().trim().min(1),
  title: z.string().optional(),
  issued: isoDate.optional(),
  from: isoDate,
  reason,
});

/** Number of the document and reason may follow when it is stored. */
const revisionPreview = revisionRequest.partial({ document: true, reason: true });

const change = z.strictObject({
  scheme: z.string().min(1).optional(),
  due: isoDate.optional(),
  rounds: rounds.optional(),
  roundsDue: roundsDue.optional(),
  units: z.array(z.string().min(1)).optional(),
  list: z.int().nullable().optional(),
  targets: z.record(z.string(), z.string()).optional(),
});

const CHANGE_ERRORS = [...OPENING_ERRORS, 'YEAR_NOT_OPEN', 'YEAR_FINAL', 'DOCUMENT_UNKNOWN'] as const;

const settledFigures = z
  .array(z.strictObject({ measure: z.string().min(1), year, value: z.string().min(1), unit: z.string().optional() }))
  .min(1);

export const yearsMethods = {
  /** Every year of the plan with its state. */
  'year.list': query(
    z.strictObject({}),
    z.object({
      years: z.array(
        z.object({
          year: z.int(),
          state,
          printed: z.boolean(),
          due: z.string().nullable(),
          items: z.int(),
          final: z.string().nullable(),
          archive,
        }),
      ),
    }),
    ['WORK_NONE'],
  ),
  'year.show': query(z.strictObject({ year }), yearView, ['WORK_NONE', 'YEAR_OUTSIDE_PLAN']),
  /** All that opening the year would decide, with the questions that are left; stores nothing. */
  'year.propose': query(openingRequest, proposal, [...OPENING_ERRORS, 'YEAR_OPEN_ALREADY']),
  'year.choices': query(z.strictObject({ year }), choices, ['WORK_NONE']),
  'year.open': command({ permission: 'decide', audit: 'year.open' }, openingRequest.extend({ reason }), yearView, [
    ...OPENING_ERRORS,
    'YEAR_OPEN_ALREADY',
    'YEAR_TARGETS_OPEN',
    'PLAN_BOOK_INVALID',
  ]),
  /** Of an open year: scheme, due, rounds, units, list (id of a plan document), targets (measure → carry, interpolate, none, or a target). */
  'year.change': command(
    { permission: 'decide', audit: 'year.change' },
    z.strictObject({
      year,
      change,
      reason,
    }),
    yearView,
    CHANGE_ERRORS,
  ),
  /** What such a change would do; stores nothing. */
  'year.preview': query(z.strictObject({ year, change }), decisionEffect, CHANGE_ERRORS),
  'year.cancel': command({ permission: 'decide', audit: 'year.cancel' }, z.strictObject({ year, reason }), yearView, [
    'WORK_NONE',
    'YEAR_NOT_OPEN',
    'YEAR_FINAL',
    'YEAR_IN_USE',
  ]),
  /** What stands against signing the year now; a run with this hash of its inputs is one that can be signed. */
  'year.blockers': query(
    z.strictObject({ year }),
    z.object({ inputHash: z.string(), blockers: z.array(blocker), warnings: z.array(blocker) }),
    ['WORK_NONE', 'YEAR_NOT_OPEN', 'YEAR_FINAL', 'YEAR_NO_SCHEME', 'SCHEME_INVALID', 'SCHEME_SUBJECTS', 'SCHEME_YEARLY'],
  ),
  /** 定稿: signs a stored run of the year and locks it; `despite` signs although something stands against it. */
  'year.final': command(
    { permission: 'sign', audit: 'year.final' },
    z.strictObject({ year, run: z.int(), reason, despite: z.string().trim().min(1).optional() }),
    yearView,
    [
      'WORK_NONE',
      'YEAR_NOT_OPEN',
      'YEAR_FINAL',
      'YEAR_NO_SCHEME',
      'RUN_UNKNOWN',
      'YEAR_RUN_OTHER',
      'YEAR_RUN_STALE',
      'YEAR_BLOCKED',
      'SCHEME_INVALID',
      'SCHEME_SUBJECTS',
      'SCHEME_YEARLY',
    ],
  ),
  'year.reopen': command({ permission: 'sign', audit: 'year.reopen' }, z.strictObject({ year, reason }), yearView, [
    'WORK_NONE',
    'YEAR_NOT_OPEN',
    'YEAR_NOT_FINAL',
  ]),
  'targets.show': query(
    z.strictObject({ year }),
    z.object({ year: z.int(), targets: z.array(targetRow), /** Targets of single units, of any list. */ units: z.array(unitTargetRow) }),
    ['WORK_NONE', 'YEAR_OUTSIDE_PLAN'],
  ),
  /** 归档: marks a signed year; reopening it lifts the mark. It makes no file. */
  'year.archive': command({ permission: 'sign', audit: 'year.archive' }, z.strictObject({ year, reason }), yearView, [
    'WORK_NONE',
    'YEAR_NOT_OPEN',
    'YEAR_NOT_SIGNED',
    'YEAR_ARCHIVED',
  ]),
  /** What a revision would change, targets and totals; stores nothing. */
  'targets.preview': query(revisionPreview, decisionEffect, [
    'WORK_NONE',
    'MEASURE_UNKNOWN',
    'UNIT_UNKNOWN',
    'YEAR_FINAL',
    'TARGET_INVALID',
    'REVISION_LATE',
    'YEAR_OUTSIDE_PLAN',
  ]),
  /** 目标调整: stored with its document, number and date. */
  'targets.revise': command({ permission: 'decide', audit: 'targets.revise' }, revisionRequest, decisionEffect, [
    'WORK_NONE',
    'MEASURE_UNKNOWN',
    'UNIT_UNKNOWN',
    'YEAR_FINAL',
    'TARGET_INVALID',
    'REVISION_LATE',
    'YEAR_OUTSIDE_PLAN',
  ]),
  /** 上级认定 and results of earlier years, the newest of each place. */
  'figures.list': query(
    z.strictObject({}),
    z.object({
      figures: z.array(
        z.object({
          measure: z.string(),
          name: z.string(),
          year: z.int(),
          unitName: z.string().nullable(),
          value: z.string(),
          document: z.string(),
          reason: z.string(),
          by: z.string(),
          at: z.string(),
        }),
      ),
    }),
    ['WORK_NONE'],
  ),
  /** What such figures would do to the totals; stores nothing. */
  'figures.preview': query(z.strictObject({ figures: settledFigures }), decisionEffect, [
    'WORK_NONE',
    'MEASURE_UNKNOWN',
    'UNIT_UNKNOWN',
    'FIGURE_INVALID',
    'YEAR_FINAL',
    'YEAR_OUTSIDE_PLAN',
  ]),
  'figures.set': command(
    { permission: 'decide', audit: 'figures.set' },
    z.strictObject({
      figures: settledFigures,
      document: z.string().trim().min(1),
      reason,
    }),
    z.object({ stored: z.int(), remarks: z.array(findingSchema.pick({ code: true, params: true })) }),
    ['WORK_NONE', 'MEASURE_UNKNOWN', 'UNIT_UNKNOWN', 'FIGURE_INVALID', 'YEAR_FINAL', 'YEAR_OUTSIDE_PLAN'],
  ),
};
