import { z } from 'zod';
import { ADOPTION_RULES, type Conflict } from '../domain/plan/conflict-types.ts';
import { basisSchema, operatorSchema, planSchema, targetSchema } from '../domain/plan/schema.ts';
import { grant, isoDate, passwords, year } from './common.ts';
import { decisionEffect } from './effect.ts';
import { command, opening, query } from './method.ts';

const statement = z.object({
  id: z.string(),
  source: z.enum(['annex1', 'annex2', 'annex3', 'body', 'revision']),
  subject: z.string(),
  place: z.string(),
  quote: z.string(),
  year: z.union([z.number(), z.literal('yearly'), z.literal('standing')]),
  target: targetSchema.nullable(),
  operator: operatorSchema.nullable(),
  value: z.string().nullable(),
  unit: z.string().nullable(),
  basis: basisSchema.nullable(),
  qualitative: z.string().nullable(),
  scope: z.string().nullable(),
  leadUnits: z.array(z.string()).readonly(),
});

export const conflict = z.object({
  id: z.string(),
  title: z.string(),
  grade: z.enum(['numbers', 'leads']),
  differences: z
    .array(
      z.object({
        kind: z.enum(['value', 'laterYear', 'endValue', 'basis', 'unit', 'quantity', 'operator', 'scope', 'leads']),
        statements: z.tuple([z.string(), z.string()]).readonly(),
      }),
    )
    .readonly(),
  statements: z.array(statement).readonly(),
  adopted: z
    .object({
      statement: z.string(),
      rule: z.enum(ADOPTION_RULES),
      losing: z.array(z.string()).readonly(),
    })
    .nullable(),
}) satisfies z.ZodType<Conflict>;

const decision = z.object({ subject: z.string(), statement: z.string(), reason: z.string(), decidedBy: z.string(), decidedAt: z.string() });

const workSummary = z.object({
  /** File name of the work, without its folder. */
  name: z.string(),
  planId: z.string(),
  planVersion: z.string(),
  /** When it was made: with the name, what tells one work from another while its plan grows. */
  madeAt: z.string(),
  title: z.string(),
  documentNumber: z.string(),
  district: z.object({ name: z.string() }),
  /** Kinds of units in the plan's order (部门 20, 镇街 31), each with the units that exist in its first year; `air`: watched and ranked. */
  kinds: z.array(z.object({ name: z.string(), count: z.int(), air: z.boolean() })),
  targetYears: z.array(z.int()),
  /** It lies where nothing can be written, or was opened so. */
  readOnly: z.boolean(),
});

export const workMethods = {
  /** A work of a plan of templates/plans, or of an edited 方案工作簿. Its first event it gets from whoever makes it. */
  'work.create': opening(
    z.union([z.strictObject({ file: grant, planId: z.string() }), z.strictObject({ file: grant, workbook: grant, passwords })]),
    workSummary,
    ['WORK_EXISTS', 'WORK_FOLDER_MISSING', 'PLAN_UNKNOWN', 'PLAN_INVALID', 'PLAN_BOOK_INVALID', 'FILE_GRANT_UNKNOWN'],
  ),
  /** The open work, or null; lets a page that was loaded anew go on. */
  'work.current': query(z.strictObject({}), workSummary.nullable()),
  /** 操作人: the name under which what is decided now will stand in the work. */
  'work.actor': query(z.strictObject({}), z.object({ name: z.string() })),
  /** `readOnly`: for reading, although it could be written. */
  'work.open': opening(z.strictObject({ file: grant, readOnly: z.boolean().optional() }), workSummary, [
    'WORK_MISSING',
    'WORK_NOT_OURS',
    'WORK_NEWER',
    'WORK_DAMAGED',
    'WORK_BUSY',
    'WORK_INCOMPLETE',
    'FILE_GRANT_UNKNOWN',
  ]),
};

/** A plan of templates/plans, to make a work of. */
const planChoice = z.object({
  id: z.string(),
  title: z.string(),
  documentNumber: z.string(),
  /** Day of issue. */
  date: isoDate,
  /** Years with targets. */
  years: z.array(z.int()),
});

/** A plan of templates/plans that cannot be used, and where its data are wrong first; the params of PLAN_INVALID. */
const unreadablePlan = z.object({ plan: z.string(), problems: z.int(), file: z.string(), path: z.string(), detail: z.string() });

export type PlanList = z.infer<typeof planList>;
const planList = z.object({ plans: z.array(planChoice).readonly(), unreadable: z.array(unreadablePlan).readonly() });

export const planMethods = {
  /** The plans a work can be made of, newest first; needs no open work. */
  'plan.list': query(z.strictObject({}), planList),
  /** The plan as all documents leave it; with a year as it holds for that year: its list, the units that exist in it. */
  'plan.show': query(z.strictObject({ year: year.optional() }), z.object({ version: z.string(), plan: planSchema }), ['WORK_NONE']),
  'plan.conflicts': query(
    z.strictObject({ year }),
    z.object({ year: z.int(), conflicts: z.array(conflict), decisions: z.array(decision) }),
    ['WORK_NONE'],
  ),
  /** What choosing another statement would do; stores nothing. */
  'plan.preview': query(z.strictObject({ year, subject: z.string().min(1), statement: z.string().min(1) }), decisionEffect, ['WORK_NONE']),
  /** Records the bureau's own choice between contradicting statements; the newest decision counts. */
  'plan.decide': command(
    { permission: 'decide', audit: 'plan.decide' },
    z.strictObject({
      year,
      subject: z.string().min(1),
      statement: z.string().min(1),
      reason: z.string().min(1),
      /** Who has decided, where it is not the person who records it. */ by: z.string().min(1).optional(),
    }),
    decision,
    ['WORK_NONE', 'YEAR_NOT_OPEN', 'YEAR_FINAL', 'CONFLICT_UNKNOWN', 'STATEMENT_UNKNOWN', 'STATEMENT_UNFIT'],
  ),
};
