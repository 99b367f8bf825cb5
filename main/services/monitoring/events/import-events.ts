import type { EventListReport } from '../../../../shared/contract/exceptional-events.ts';
import type { MethodOutput } from '../../../../shared/contract/contract.ts';
import { Failure } from '../../../../shared/domain/failure.ts';
import {
  exceptionalEvents,
  type EventStatement,
  type ExceptionalEvent,
} from '../../../../shared/domain/monitoring/events/exceptional-events.ts';
import type { Plan } from '../../../../shared/domain/plan/schema.ts';
import type { ServiceContext, WritingContext } from '../../context.ts';
import type { ReadSource } from '../../plan-book/read-source.ts';
import { readWorkPlan } from '../../plan/work-plan.ts';
import { eventsOf } from '../../settings/acting-events.ts';
import { approvalOf, draftEvent } from './draft-event.ts';
import { type EvidenceFile, keepEvidence } from './evidence.ts';
import { type EventRow, readEventRows } from './read-event-list.ts';
import { enterEvent } from './say-events.ts';

type Line = EventListReport['lines'][number];

/** What a list of events (例外事件清单) says, row by row; nothing is stored. */
export function previewEvents({ work: { handle: db } }: ServiceContext, source: ReadSource): EventListReport {
  const { plan } = readWorkPlan(db);
  const known = [...eventsOf(db)];
  return { file: source.file, findings: [...source.findings], lines: rowsOf(source).map((row) => lineOf(plan, row, known)) };
}

/** Enters what every row says, all at once; with a row that cannot be taken nothing is stored. */
export function importEvents(
  context: WritingContext,
  source: ReadSource,
  { reason, files }: { readonly reason: string; readonly files: readonly EvidenceFile[] },
): MethodOutput<'events.import'> {
  const { writer: db } = context;
  return db.transaction(() => {
    const report = previewEvents(context, source);
    const stored = report.lines.length > 0 && report.lines.every(({ failure }) => failure === null);
    if (!stored) return { ...report, stored };
    const ground = { reason, actor: context.actor.name, at: context.now(), evidence: keepEvidence(db, files) };
    const entries = rowsOf(source).flatMap(({ request }): EventStatement[] =>
      request instanceof Failure ? [] : enterEvent(context, request, ground),
    );
    db.note({ subject: source.file, reason, detail: { file: source.file, sha256: source.sha256, entries } });
    return { ...report, stored };
  });
}

const rowsOf = ({ workbook, file }: ReadSource): EventRow[] => (workbook === null ? [] : readEventRows(workbook, file));

/** A row that says what one before it has said is one too many. */
function lineOf(plan: Plan, { sheet, cell, request }: EventRow, known: ExceptionalEvent[]): Line {
  const line: Line = { sheet, cell, kind: null, name: '', from: '', to: '', places: [], number: '', failure: null };
  if (request instanceof Failure) return { ...line, failure: { code: request.code, params: request.params } };
  const { kind, name, from, to = from, places, number } = request;
  const said = { ...line, kind, name, from, to, places: [...places], number };
  try {
    approvalOf(request);
    const content = draftEvent(plan, request, known);
    const id = (known.at(-1)?.id ?? 0) + 1;
    known.push(...exceptionalEvents([{ id, event: id, act: 'report', content, evidence: [], reason: '', actor: '', at: '' }]));
    return said;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { ...said, failure: { code: error.code, params: error.params } };
  }
}
