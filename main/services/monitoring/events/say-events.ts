import type { MethodInput } from '../../../../shared/contract/contract.ts';
import type { ListedEvent } from '../../../../shared/contract/exceptional-events.ts';
import { Failure } from '../../../../shared/domain/failure.ts';
import {
  type EventApproval,
  type EventContent,
  type EventStatement,
  type ExceptionalEvent,
} from '../../../../shared/domain/monitoring/events/exceptional-events.ts';
import type { WriteHandle } from '../../../db/handles.ts';
import { insertEventStatement, newestEventStatement } from '../../../db/queries/event-statements.ts';
import type { WritingContext } from '../../context.ts';
import { openYears, readYearRecord, refuseSigned } from '../../plan/year-plan.ts';
import { readWorkPlan } from '../../plan/work-plan.ts';
import { eventsOf } from '../../settings/acting-events.ts';
import { approvalOf, draftEvent, type EventRequest } from './draft-event.ts';
import { type EvidenceFile, keepEvidence } from './evidence.ts';
import { listing, requireEvent } from './list-events.ts';

/** An event with what is known of its approval; refused: somebody has said that it is none (不予认定). */
export type NewEvent = EventRequest & EventApproval & { readonly refused?: boolean };

type Act = EventStatement extends infer One ? (One extends EventStatement ? Pick<One, 'act' | 'content'> : never) : never;

interface Ground {
  readonly reason: string;
  readonly actor: string;
  readonly at: string;
  readonly evidence: EventStatement['evidence'];
}

/** Enters an event (申请); with a number of its approval it is approved at once. */
export function addEvent(
  context: WritingContext,
  { reason, ...request }: NewEvent & { readonly reason: string },
  files: readonly EvidenceFile[],
): ListedEvent {
  const { writer: db } = context;
  return db.transaction(() => {
    const evidence = keepEvidence(db, files);
    const entries = enterEvent(context, request, { reason, actor: context.actor.name, at: context.now(), evidence });
    const id = entries[0]?.event ?? 0;
    db.note({ subject: String(id), reason, detail: { entries } });
    return listing(db)(requireEvent(db, id));
  });
}

/** Stores what a request says; what the event of it is to tell. */
export function enterEvent({ writer: db }: WritingContext, request: NewEvent, ground: Ground): EventStatement[] {
  const approval = approvalOf(request);
  const content = draftEvent(readWorkPlan(db).plan, request, eventsOf(db));
  const report = store(db, null, { act: 'report', content }, ground);
  const further = { ...ground, evidence: [] };
  if (request.refused === true) {
    const { number, office, date } = request;
    return [report, store(db, report.id, { act: 'refuse', content: { number, office, date } }, further)];
  }
  if (approval === null) return [report];
  refuseSignedDays(db, content);
  return [report, store(db, report.id, { act: 'approve', content: approval }, further)];
}

/** 批准 or 不予认定. */
export function decideEvent(
  context: WritingContext,
  { event: id, verdict, reason, ...said }: Omit<MethodInput<'events.decide'>, 'evidence'> & EventApproval,
  files: readonly EvidenceFile[],
): ListedEvent {
  if (verdict === 'approve' && said.number === '') throw new Failure('EVENT_NUMBER', {});
  const act = { act: verdict, content: { number: said.number, office: said.office, date: said.date } } as const;
  return say(context, { id, reason, files, act, isPossible: ({ state }) => state === 'applied' });
}

/** 撤销: nothing of it acts or is shown as applied for any more. */
export const withdrawEvent = (context: WritingContext, { event: id, reason }: MethodInput<'events.withdraw'>): ListedEvent =>
  say(context, { id, reason, files: [], act: { act: 'withdraw', content: null }, isPossible: ({ state }) => state !== 'withdrawn' });

/** Takes back the last act that holds. */
export const undoEvent = (context: WritingContext, { event: id, reason }: MethodInput<'events.undo'>): ListedEvent =>
  say(context, { id, reason, files: [], act: { act: 'undo', content: null }, isPossible: ({ lastAct }) => lastAct !== null });

interface Saying {
  readonly id: number;
  readonly reason: string;
  readonly files: readonly EvidenceFile[];
  readonly act: Act;
  readonly isPossible: (event: ExceptionalEvent) => boolean;
}

function say(context: WritingContext, { id, reason, files, act, isPossible }: Saying): ListedEvent {
  const { writer: db } = context;
  return db.transaction(() => {
    const before = requireEvent(db, id);
    if (!isPossible(before)) throw new Failure('EVENT_STATE', { event: id, state: before.state, act: act.act });
    const evidence = keepEvidence(db, files);
    const entry = store(db, id, act, { reason, actor: context.actor.name, at: context.now(), evidence });
    const after = requireEvent(db, id);
    if (before.state === 'approved' || after.state === 'approved') refuseSignedDays(db, before);
    db.note({ subject: String(id), reason, before: before.state, after: after.state, detail: { entries: [entry] } });
    return listing(db)(after);
  });
}

function store(db: WriteHandle, event: number | null, act: Act, ground: Ground): EventStatement {
  const id = newestEventStatement(db) + 1;
  const entry = { id, event: event ?? id, ...act, ...ground } as EventStatement;
  insertEventStatement(db, entry);
  return entry;
}

/** Figures of a signed year (定稿) stay as they are. */
function refuseSignedDays(db: WriteHandle, { from, to }: Pick<EventContent, 'from' | 'to'>): void {
  for (const year of openYears(db)) if (from <= `${year}-12-31` && `${year}-01-01` <= to) refuseSigned(readYearRecord(db, year));
}
