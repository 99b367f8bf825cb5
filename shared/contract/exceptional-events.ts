import { z } from 'zod';
import { DUST_DAY_MODES } from '../domain/air/types.ts';
import { EVENT_KINDS, EVENT_STATES } from '../domain/monitoring/events/event-kinds.ts';
import { findingSchema, grant, isoDate, passwords, year } from './common.ts';
import { command, job, query } from './method.ts';
import { pollutant } from './monitoring-settings.ts';

const kind = z.enum(EVENT_KINDS);
const said = z.string().trim().min(1);
const number = z.int().positive();
const hours = z.object({ from: z.int().min(0).max(23), to: z.int().min(1).max(24) });
const evidence = z.array(grant).max(20).default([]);

/** 文号, 批准单位, 批准日期. */
const approval = z.object({ number: z.string(), office: z.string(), date: z.string().nullable() });

const switches = z.object({ concentrations: z.boolean(), days: z.enum(DUST_DAY_MODES) });

/** One that was said of an event: entered, approved, refused, taken back, or the act before it undone. */
const statement = z.object({
  act: z.enum(['report', 'approve', 'refuse', 'withdraw', 'undo']),
  reason: z.string(),
  actor: z.string(),
  at: z.string(),
});

const event = z.object({
  id: z.int(),
  kind,
  /** Of a kind of its own name that name; else blank. */
  name: z.string(),
  from: z.string(),
  to: z.string(),
  /** As stated; days are taken out as a whole either way. */
  hours: hours.nullable(),
  /** Names of the places; the whole district is one name. */
  places: z.array(z.string()),
  pollutants: z.array(pollutant),
  note: z.string(),
  state: z.enum(EVENT_STATES),
  approval: approval.nullable(),
  evidence: z.array(z.object({ name: z.string(), sha256: z.string() })),
  /** How an approved event of the kind acts on its first day: of dust by the setting on the last day of its year. */
  acts: switches,
  /** What an undo would take back. */
  lastAct: z.enum(['approve', 'refuse', 'withdraw']).nullable(),
  statements: z.array(statement),
});
export type ListedEvent = z.infer<typeof event>;

const input = {
  kind,
  /** Of kind other: what it is called. */
  name: z.string().trim().default(''),
  from: isoDate,
  /** The same day where it is left out. */
  to: isoDate.optional(),
  hours: z.strictObject(hours.shape).nullable().default(null),
  /** Towns by name; none: the whole district. */
  places: z.array(said).default([]),
  /** PM2.5 and PM10 where it is left out. */
  pollutants: z.array(pollutant).min(1).optional(),
  note: z.string().trim().default(''),
};

const decided = {
  number: z.string().trim().default(''),
  office: z.string().trim().default(''),
  date: isoDate.nullable().default(null),
};

const figure = z.string().nullable();

/** Of one place and period, without the event and with it. */
const side = z.object({ pm25: figure, pm10: figure, index: figure, validDays: z.int(), goodDays: z.int(), goodRatio: figure });

const effect = z.object({
  event,
  /** True: the event acts now, and `before` is what it would be without it; false: `after` is what approving it would bring. */
  acting: z.boolean(),
  rows: z.array(
    z.object({
      placeId: z.string(),
      name: z.string(),
      /** 2026-02 or 2026. */
      period: z.string(),
      /** Days of the event on which the place has data. */
      days: z.array(z.string()),
      before: side,
      after: side,
    }),
  ),
});
export type EventEffect = z.infer<typeof effect>;

/** A row of a list of events: what it says, or why it cannot be taken. */
const line = z.object({
  sheet: z.string(),
  cell: z.string(),
  kind: kind.nullable(),
  name: z.string(),
  from: z.string(),
  to: z.string(),
  places: z.array(z.string()),
  number: z.string(),
  failure: z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }).nullable(),
});

const report = z.object({ file: z.string(), findings: z.array(findingSchema), lines: z.array(line) });
export type EventListReport = z.infer<typeof report>;

const ENTRY_ERRORS = [
  'WORK_NONE',
  'UNIT_UNKNOWN',
  'YEAR_FINAL',
  'EVENT_SPAN',
  'EVENT_NAME',
  'EVENT_HOURS',
  'EVENT_DUST_POLLUTANTS',
  'EVENT_TWICE',
  'EVENT_NUMBER',
  'EVENT_EVIDENCE',
  'FILE_GRANT_UNKNOWN',
] as const;
const ACT_ERRORS = [
  'WORK_NONE',
  'YEAR_FINAL',
  'EVENT_UNKNOWN',
  'EVENT_STATE',
  'EVENT_NUMBER',
  'EVENT_EVIDENCE',
  'FILE_GRANT_UNKNOWN',
] as const;

export const eventsMethods = {
  /** 例外事件 that touch a year, the oldest first; with how each acts, and all that was said of it. */
  'events.list': query(z.strictObject({ year }), z.object({ events: z.array(event) }), ['WORK_NONE']),
  /** What an event moves: mean concentrations, index and day counts of its months and its year, with it and without. Stores nothing. */
  'events.effect': query(z.strictObject({ event: number }), effect, ['WORK_NONE', 'EVENT_UNKNOWN']),
  /** Enters an event as applied for (申请); with a number (文号) as approved at once. */
  'events.add': command(
    { permission: 'decide', audit: 'events.add' },
    z.strictObject({ ...input, ...decided, evidence, reason: said }),
    event,
    ENTRY_ERRORS,
  ),
  /** What a list of events in a workbook says, row by row; stores nothing. */
  'events.read': query(z.strictObject({ source: grant, passwords }), report, ['WORK_NONE', 'FILE_GRANT_UNKNOWN']),
  /** Enters every event of the list, rows with a number as approved; with a row that cannot be taken nothing is stored. The list is kept as evidence. */
  'events.import': command(
    { permission: 'decide', audit: 'events.import' },
    z.strictObject({ source: grant, passwords, reason: said }),
    report.extend({ stored: z.boolean() }),
    ['WORK_NONE', 'YEAR_FINAL', 'EVENT_EVIDENCE', 'FILE_GRANT_UNKNOWN'],
  ),
  /** 批准 (with its number) or 不予认定 of an event that is applied for. */
  'events.decide': command(
    { permission: 'decide', audit: 'events.decide' },
    z.strictObject({ event: number, verdict: z.enum(['approve', 'refuse']), ...decided, evidence, reason: said }),
    event,
    ACT_ERRORS,
  ),
  /** Takes an event back altogether (撤销). */
  'events.withdraw': command(
    { permission: 'decide', audit: 'events.withdraw' },
    z.strictObject({ event: number, reason: said }),
    event,
    ACT_ERRORS,
  ),
  /** Takes back the last act: an approval, a refusal or a withdrawal. */
  'events.undo': command(
    { permission: 'decide', audit: 'events.undo' },
    z.strictObject({ event: number, reason: said }),
    event,
    ACT_ERRORS,
  ),
  /** Writes the evidence of an event into a folder, as it came. */
  'events.evidence': job(
    z.strictObject({ event: number, folder: grant }),
    z.object({ files: z.array(z.object({ file: z.string(), bytes: z.int() })) }),
    ['WORK_NONE', 'EVENT_UNKNOWN', 'EVENT_NO_EVIDENCE', 'FILE_GRANT_UNKNOWN', 'CANCELLED'],
  ),
};
