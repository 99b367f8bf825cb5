import type { eventsMethods } from '../../../shared/contract/exceptional-events.ts';
import { effectOf } from '../../services/monitoring/events/event-effect.ts';
import { readEvidence, writeEvidence } from '../../services/monitoring/events/evidence.ts';
import { importEvents, previewEvents } from '../../services/monitoring/events/import-events.ts';
import { listEvents } from '../../services/monitoring/events/list-events.ts';
import { addEvent, decideEvent, undoEvent, withdrawEvent } from '../../services/monitoring/events/say-events.ts';
import { readSource } from '../../services/plan-book/read-source.ts';
import type { Handlers } from '../handler.ts';

export const eventsHandlers: Handlers<typeof eventsMethods> = {
  'events.list': (context, { year }) => listEvents(context.work(), year),
  'events.effect': (context, { event }) => effectOf(context.work(), event),
  'events.add': async (context, { evidence, ...request }) =>
    addEvent(context.work(), request, await readEvidence(await context.grants.sources(evidence))),
  'events.read': async (context, { source, passwords }) => {
    const work = context.work();
    return previewEvents(work, await readSource(context.tables, await context.grants.sources([source]), passwords));
  },
  'events.import': async (context, { source, passwords, reason }) => {
    const work = context.work();
    const sources = await context.grants.sources([source]);
    return importEvents(work, await readSource(context.tables, sources, passwords), { reason, files: await readEvidence(sources) });
  },
  'events.decide': async (context, { evidence, ...request }) =>
    decideEvent(context.work(), request, await readEvidence(await context.grants.sources(evidence))),
  'events.withdraw': (context, request) => withdrawEvent(context.work(), request),
  'events.undo': (context, request) => undoEvent(context.work(), request),
  'events.evidence': (context, { event, folder }, job) => writeEvidence(context.work(), context.grants.outputFolder(folder), event, job),
};
