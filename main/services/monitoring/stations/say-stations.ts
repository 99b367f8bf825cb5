import type { MethodInput, MethodOutput } from '../../../../shared/contract/contract.ts';
import type { StationStatement } from '../../../../shared/domain/monitoring/stations/types.ts';
import type { WriteHandle } from '../../../db/handles.ts';
import { proposedFromData } from '../../../../shared/text/station-text.ts';
import { insertStationStatement, newestStationStatement, type StationEntry } from '../../../db/queries/station-statements.ts';
import type { WritingContext } from '../../context.ts';
import { stationDrafts } from './draft-statements.ts';
import { stationLabel } from './find-station.ts';
import { toldEntry } from './list-stations.ts';

/** Who says it, why, and on what document. */
export type Ground = Pick<StationEntry, 'document' | 'reason' | 'actor' | 'at'>;

/** Stores statements behind those of the work; what the event is to tell of them. */
export function storeStatements(db: WriteHandle, statements: readonly StationStatement[], ground: Ground): StationEntry[] {
  const entries = statements.map((statement): StationEntry => ({ ...statement, ...ground }));
  for (const entry of entries) insertStationStatement(db, entry);
  return entries;
}

/** Keeps 监测项目 as the data had them so far, the first of each station; somebody is to say whether they have changed. */
export function storeProposals(
  db: WriteHandle,
  proposals: readonly Pick<StationStatement & { readonly act: 'set' }, 'station' | 'from' | 'content'>[],
  ground: Ground,
): StationEntry[] {
  const first = new Map(proposals.toReversed().map((proposal) => [`${proposal.station} ${proposal.from}`, proposal]));
  const next = newestStationStatement(db) + 1;
  const statements = [...first.values()].map((proposal, index) => ({ ...proposal, id: next + index, act: 'set' as const }));
  return storeStatements(db, statements, { ...ground, reason: proposedFromData });
}

/** Says of a station what holds from a day on. */
export const setStation = (context: WritingContext, request: MethodInput<'stations.set'>): MethodOutput<'stations.set'> =>
  say(context, request, (drafts) => drafts.set(request));

/** 归入: gives a name to a station or a place, or takes it from all. */
export const assignName = (context: WritingContext, request: MethodInput<'stations.assign'>): MethodOutput<'stations.assign'> =>
  say(context, request, (drafts) => drafts.assign(request.name.trim(), request.to));

function say(
  context: WritingContext,
  { document, reason }: { readonly document?: string | undefined; readonly reason: string },
  draft: (drafts: ReturnType<typeof stationDrafts>) => string,
): MethodOutput<'stations.set'> {
  const { writer: db } = context;
  return db.transaction(() => {
    const drafts = stationDrafts(db);
    const key = draft(drafts);
    const entries = storeStatements(db, drafts.statements, {
      document: document ?? null,
      reason,
      actor: context.actor.name,
      at: context.now(),
    });
    const names = drafts.names();
    const name = key === '' ? '' : stationLabel(names, key);
    db.note({ subject: key, reason, detail: { entries } });
    return { key, name, entries: entries.map(toldEntry) };
  });
}
