import { z } from 'zod';
import { grant, year } from './common.ts';
import { command, job, query } from './method.ts';

const said = z.string().trim().min(1);

const version = z.object({
  number: z.int(),
  version: z.string(),
  title: z.string(),
  /** First year it holds for. */
  from: z.int(),
  /** 示范: nobody has approved this version. */
  demonstration: z.boolean(),
  approved: z.object({ document: z.string(), by: z.string(), at: z.string() }).nullable(),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
});

export const schemeView = z.object({
  id: z.string(),
  /** scoring, ranking; rules: written in the language of rules, whatever it gives. */
  kind: z.enum(['scoring', 'ranking', 'rules']),
  title: z.string(),
  /** 停用: not offered any more. */
  retired: z.boolean(),
  /** Oldest first. */
  versions: z.array(version),
  acts: z.array(
    z.object({
      act: z.enum(['approve', 'retire', 'restore']),
      number: z.int().nullable(),
      document: z.string().nullable(),
      reason: z.string(),
      by: z.string(),
      at: z.string(),
    }),
  ),
});
export type SchemeView = z.infer<typeof schemeView>;

const number = z.int().min(1).optional();

export const schemeLifeMethods = {
  /** 办法 of the work, for scoring, ranking and money alike; with `year` those that hold for it. */
  'schemes.list': query(z.strictObject({ year: year.optional() }), z.object({ schemes: z.array(schemeView) }), ['WORK_NONE']),
  'schemes.show': query(
    z.strictObject({ id: said, number }),
    z.object({ scheme: schemeView, /** As its author wrote it. */ source: z.string().nullable(), content: z.unknown() }),
    ['WORK_NONE', 'SCHEME_MISSING'],
  ),
  /** The file of a version, to be edited and added again. */
  'schemes.export': query(z.strictObject({ id: said, number }), z.object({ name: z.string(), text: z.string() }), [
    'WORK_NONE',
    'SCHEME_MISSING',
  ]),
  /** The same, written to a place the user chose. */
  'schemes.write': job(z.strictObject({ id: said, number, file: grant }), z.object({ file: z.string(), bytes: z.int() }), [
    'WORK_NONE',
    'SCHEME_MISSING',
    'FILE_GRANT_UNKNOWN',
    'FILE_UNWRITABLE',
    'FILE_IS_WORK',
    'REPORT_EXTENSION',
    'CANCELLED',
  ]),
  'schemes.add': command(
    { permission: 'decide', audit: 'schemes.add' },
    z.strictObject({ file: grant, reason: z.string().default('') }),
    schemeView,
    [
      'WORK_NONE',
      'FILE_GRANT_UNKNOWN',
      'SCHEME_FILE_UNREADABLE',
      'SCHEME_INVALID',
      'SCHEME_EXISTS',
      'SCHEME_OTHER_KIND',
      'SCHEME_OTHER_PLAN',
      'SCHEME_HEAD_MISSING',
    ],
  ),
  'schemes.copy': command(
    { permission: 'decide', audit: 'schemes.copy' },
    z.strictObject({ id: said, number, newId: z.string().regex(/^[a-z0-9-]+$/), reason: z.string().default('') }),
    schemeView,
    ['WORK_NONE', 'SCHEME_MISSING', 'SCHEME_INVALID', 'SCHEME_EXISTS', 'SCHEME_OTHER_KIND', 'SCHEME_OTHER_PLAN', 'SCHEME_HEAD_MISSING'],
  ),
  /** 审定: by the caller's name and a document; takes the mark 示范 from this version. */
  'schemes.approve': command(
    { permission: 'sign', audit: 'schemes.approve' },
    z.strictObject({ id: said, number, document: said, reason: z.string().default('') }),
    schemeView,
    ['WORK_NONE', 'SCHEME_MISSING'],
  ),
  'schemes.retire': command(
    { permission: 'decide', audit: 'schemes.retire' },
    z.strictObject({ id: said, reason: said, restore: z.boolean().default(false) }),
    schemeView,
    ['WORK_NONE', 'SCHEME_MISSING'],
  ),
};
