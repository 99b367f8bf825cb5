import { z } from 'zod';
import { grant, year } from './common.ts';
import { job } from './method.ts';
import { signedMoves } from './signed.ts';

const problem = z.object({
  /** database; plan (content against hash); file (bytes against SHA-256); return (whose it is, or the log of imports); monitoring (the same of monitoring data, dust days and forecasts); value (the original says otherwise); run (recomputation differs); event (the chain of events does not hold); setting (no event speaks of it); station (an entry of the register of stations against the log); exceptionalEvent (what was said of a 例外事件 against the log); consent (a consent to 不涉及 against the log); schemeInput (an input of a scheme against the log); settledFigure, yearDecision, planDocument, scheme (the same of these); register (收件号, adoptions, answers, and which version counts, against the log); finding (what an import found, against its event or the original); formIssue, planDecision, batch (forms that were made, conflicts of targets that were decided, imports, against the log). */
  kind: z.enum([
    'database',
    'plan',
    'file',
    'return',
    'monitoring',
    'value',
    'run',
    'event',
    'setting',
    'station',
    'exceptionalEvent',
    'consent',
    'schemeInput',
    'outline',
    'settledFigure',
    'yearDecision',
    'planDocument',
    'scheme',
    'register',
    'finding',
    'formIssue',
    'planDecision',
    'batch',
  ]),
  place: z.string(),
  detail: z.string(),
});
export type CheckProblem = z.infer<typeof problem>;

export const checkMethods = {
  /** Proves the work: SQLite's own checks, hashes of the originals, every value against its cell, the stored runs recomputed. */
  'work.check': job(
    z.strictObject({}),
    z.object({
      checked: z.object({
        files: z.int(),
        values: z.int(),
        airDays: z.int(),
        formerReadings: z.int(),
        runs: z.int(),
        staleRuns: z.int(),
        events: z.int(),
      }),
      /** Hash of the last event: who has written it down sees later whether events at the end are missing. */
      lastEvent: z.string(),
      problems: z.array(problem),
      /** Runs of another version of the algorithms that this program computes otherwise: no fault of theirs. */
      engines: z.array(z.object({ run: z.int(), made: z.int().nullable(), now: z.int() })),
      /** Signed years whose scores come out otherwise from what counts now: no fault of the record. */
      signed: z.array(z.object({ year: z.int(), run: z.int(), moved: signedMoves })),
    }),
    ['WORK_NONE', 'CANCELLED'],
  ),
};

export const samplesMethods = {
  /** Writes filled-in return workbooks (示例数据) for trying the product out. */
  'samples.write': job(
    z.strictObject({ year, folder: grant }),
    z.object({
      files: z.array(z.object({ file: z.string(), unitName: z.string(), slips: z.array(z.string()) })),
      missing: z.array(z.string()),
      late: z.array(z.string()),
      /** Years after this one that the sample goes on with; inputs of `samples.list`. */
      laterYears: z.array(z.int()),
      /** 不涉及 in the returns that the sample's office consents to: inputs of `consents.give`. */
      consents: z.array(z.object({ unit: z.string(), row: z.string(), reason: z.string() })),
    }),
    ['WORK_NONE', 'YEAR_NOT_OPEN', 'SAMPLE_OTHER_YEAR', 'FILE_GRANT_UNKNOWN', 'FILE_UNWRITABLE', 'CANCELLED'],
  ),
  /** Writes the list of a later sample year (示例数据) for `year.open`, and names the document and the adjustments that belong to it. */
  'samples.list': job(
    z.strictObject({ year, file: grant }),
    z.object({
      file: z.string(),
      items: z.int(),
      document: z.string(),
      issued: z.string(),
      revisions: z.array(z.object({ measure: z.string(), value: z.string(), document: z.string(), from: z.string(), reason: z.string() })),
    }),
    ['WORK_NONE', 'SAMPLE_OTHER_YEAR', 'FILE_GRANT_UNKNOWN', 'FILE_UNWRITABLE', 'CANCELLED'],
  ),
  /** Writes files of monitoring data, dust days and forecasts (示例数据) for `monitoring.import`. */
  'samples.monitoring': job(z.strictObject({ folder: grant }), z.object({ files: z.array(z.object({ file: z.string() })) }), [
    'WORK_NONE',
    'FILE_GRANT_UNKNOWN',
    'FILE_UNWRITABLE',
    'CANCELLED',
  ]),
};
