import { z } from 'zod';
import { year } from './common.ts';
import { decisionEffect } from './effect.ts';
import { command, query } from './method.ts';

const said = z.string().trim().min(1);

const consent = z.object({
  reason: z.string(),
  /** Who consented. */
  by: z.string(),
  at: z.string(),
  /** Taken over from before consents were asked for: counts as it counted then. */
  asBefore: z.boolean(),
});

/** A row with 不涉及: asked for in the return that counts, consented to by the office, or both. */
const consentRow = z.object({
  unitId: z.string(),
  unitName: z.string(),
  /** 部门, 镇街 … */
  kindName: z.string(),
  rowId: z.string(),
  /** What the row is about, as the form prints it; the row's id where no form of today has it. */
  name: z.string(),
  /** Where the return says so; null where it no longer does. */
  asked: z
    .object({
      file: z.string(),
      sha256: z.string(),
      sheet: z.string(),
      cell: z.string(),
      raw: z.string(),
      /** What the unit wrote under 备注 in that row; blank where nothing. */
      note: z.string(),
    })
    .nullable(),
  /** The consent that holds; null where none was given, or it was withdrawn. */
  consent: consent.nullable(),
});
export type ConsentRow = z.infer<typeof consentRow>;

const givenConsent = consentRow.extend({
  year: z.int(),
  /** The consent that held before this word; null where none did. */
  before: consent.nullable(),
  /** The very same was said before: nothing was stored. */
  unchanged: z.boolean(),
});
export type GivenConsent = z.infer<typeof givenConsent>;

const CONSENT_ERRORS = [
  'WORK_NONE',
  'YEAR_NOT_OPEN',
  'YEAR_FINAL',
  'UNIT_UNKNOWN',
  'CONSENT_ROW_UNKNOWN',
  'CONSENT_NOT_ASKED',
  'CONSENT_NONE',
] as const;

export const consentsMethods = {
  /** 申请不涉及 and 同意不涉及 of the year, unit by unit in the plan's order. */
  'consents.list': query(z.strictObject({ year }), z.object({ year: z.int(), rows: z.array(consentRow) }), ['WORK_NONE', 'YEAR_NOT_OPEN']),
  /** What consenting or withdrawing would do to the scores; stores nothing. */
  'consents.preview': query(
    z.strictObject({ year, unit: said, row: said, withdraw: z.boolean().default(false) }),
    decisionEffect,
    CONSENT_ERRORS,
  ),
  /** Consents to a row that the unit asks exemption for, or withdraws the consent. Without `year`: the only open one. */
  'consents.give': command(
    { permission: 'decide', audit: 'consents.give' },
    z.strictObject({
      year: year.optional(),
      unit: said,
      row: said,
      reason: said,
      by: said.optional(),
      withdraw: z.boolean().default(false),
    }),
    givenConsent,
    [...CONSENT_ERRORS, 'YEAR_UNSAID'],
  ),
};
