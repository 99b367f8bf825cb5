import { z } from 'zod';
import { REVIEW_ACTS, UNIT_STATES } from '../domain/reporting/unit-state.ts';
import { isoDate, year } from './common.ts';
import { decisionEffect } from './effect.ts';
import { command, query } from './method.ts';

const said = z.string().trim().min(1);
const units = z.array(said).min(1);

/** 收到: on which day and by what way (途径) a version came, and who has recorded it. */
export const receiptFacts = z.object({ on: z.string(), via: z.string(), by: z.string(), at: z.string(), reason: z.string() });
export type ReceiptFacts = z.infer<typeof receiptFacts>;

/** The same as it is given with an import: it goes for all of its files. */
export const receivedAs = z.strictObject({ on: isoDate, via: said });

/** A decision of the office about a unit, with its reason. */
export const officeWord = z.object({ reason: z.string(), by: z.string(), at: z.string() });

/** What the one service of states says of a unit's year. */
export const unitStanding = z.object({
  state: z.enum(UNIT_STATES),
  /** 收件号 of the version that counts; null where none does. */
  number: z.int().nullable(),
  /** 收到日期未登记: null although a version counts; then the 填报日期 decides 迟报. */
  receipt: receiptFacts.nullable(),
  /** The last day for this unit; null where the year has none. */
  due: z.string().nullable(),
  /** 迟报. */
  late: z.boolean(),
  /** 延期. */
  extension: officeWord.extend({ until: z.string() }).nullable(),
  /** 免于迟报扣分. */
  waiver: officeWord.nullable(),
  /** Errors and warnings that still stand. */
  open: z.int(),
  /** 审核: the last word, also where a later version has overtaken it. */
  review: officeWord.extend({ act: z.enum(REVIEW_ACTS) }).nullable(),
  /** 通过后改动. */
  changes: z.int(),
  /** 发出. */
  sent: z.object({ on: z.string(), via: z.string(), form: z.string(), version: z.string(), by: z.string() }).nullable(),
});

const stateCounts = z.object(
  Object.fromEntries(UNIT_STATES.map((state) => [state, z.int()])) as Record<(typeof UNIT_STATES)[number], z.ZodInt>,
);

/** The same numbers on every page: the states sum to `total`, and `reported` is what is neither 未报 nor 空表. */
export const standingCounts = z.object({
  states: stateCounts,
  total: z.int(),
  reported: z.int(),
  missing: z.int(),
  empty: z.int(),
  late: z.int(),
  /** 通过后改动: units with any. */
  changed: z.int(),
  /** 收到日期未登记. */
  unregistered: z.int(),
  sent: z.int(),
});

const head = { year: year.optional(), reason: said, by: said.optional() };
const OF_YEAR = ['WORK_NONE', 'YEAR_NOT_OPEN', 'YEAR_UNSAID', 'YEAR_FINAL', 'UNIT_UNKNOWN'] as const;

const deadline = {
  unit: said,
  kind: z.enum(['waiver', 'extension']),
  /** With an extension that is given. */
  until: isoDate.optional(),
  /** Takes it back. */
  undo: z.boolean().default(false),
};
const DEADLINE_ERRORS = [...OF_YEAR, 'DEADLINE_UNTIL', 'DEADLINE_NONE', 'UNIT_NOT_ASKED'] as const;

const RECEIPT_ERRORS = ['WORK_NONE', 'YEAR_NOT_OPEN', 'YEAR_FINAL', 'VERSION_UNKNOWN', 'RECEIPT_DAY'] as const;

const receiptRequest = { number: z.int().positive(), on: isoDate };

export const reportingMethods = {
  /** 登记收到: when and by what way a version came; a later word takes the place of an earlier one. */
  'reporting.receipt': command(
    { permission: 'edit', audit: 'reporting.receipt' },
    z.strictObject({ ...receiptRequest, via: said, reason: said, by: said.optional() }),
    z.object({
      number: z.int(),
      version: z.int(),
      unitName: z.string(),
      year: z.int(),
      before: receiptFacts.nullable(),
      receipt: receiptFacts,
    }),
    [...RECEIPT_ERRORS],
  ),
  /** 延期 or 免于迟报扣分 of one unit. */
  'reporting.deadline': command(
    { permission: 'decide', audit: 'reporting.deadline' },
    z.strictObject({ ...head, ...deadline }),
    z.object({
      year: z.int(),
      unitName: z.string(),
      kind: deadline.kind,
      given: z.boolean(),
      before: z.string().nullable(),
      due: z.string().nullable(),
    }),
    [...DEADLINE_ERRORS],
  ),
  /** What such a word would do to the scores; stores nothing. */
  'reporting.effect': query(z.union([z.strictObject({ year, ...deadline }), z.strictObject({ ...receiptRequest, year })]), decisionEffect, [
    ...DEADLINE_ERRORS,
    'VERSION_UNKNOWN',
    'RECEIPT_DAY',
    'YEAR_NO_SCHEME',
    'SCHEME_INVALID',
  ]),
  /** 审核: of the units named, or (`clean`) of every one that waits for it without an open finding. */
  'reporting.review': command(
    { permission: 'decide', audit: 'reporting.review' },
    z.strictObject({ ...head, units: units.optional(), clean: z.boolean().default(false), to: z.enum(REVIEW_ACTS) }),
    z.object({
      year: z.int(),
      to: z.enum(REVIEW_ACTS),
      units: z.array(z.object({ unitId: z.string(), unitName: z.string(), before: z.enum(UNIT_STATES), after: z.enum(UNIT_STATES) })),
      counts: standingCounts,
    }),
    [...OF_YEAR, 'REVIEW_WHOM', 'REVIEW_OPEN', 'REVIEW_NOTHING', 'REVIEW_NONE'],
  ),
  /** 发出: the newest form that was made for each unit went out; `undo`: it did not. */
  'reporting.sent': command(
    { permission: 'edit', audit: 'reporting.sent' },
    z.strictObject({
      year: year.optional(),
      units,
      on: isoDate.optional(),
      via: said.optional(),
      undo: z.boolean().default(false),
      reason: said.optional(),
      by: said.optional(),
    }),
    z.object({
      year: z.int(),
      units: z.array(z.object({ unitId: z.string(), unitName: z.string(), form: z.string().nullable() })),
      counts: standingCounts,
    }),
    [...OF_YEAR, 'SENT_NO_FORM', 'SENT_DAY', 'SENT_NONE', 'UNIT_NOT_ASKED'],
  ),
};
