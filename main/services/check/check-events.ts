import type { CheckProblem } from '../../../shared/contract/check.ts';
import { canonicalJson } from '../../../shared/domain/canonical-json.ts';
import { chainProblemText, eventPlaceText, stationPlaceText } from '../../../shared/text/check-text.ts';
import { sourceRuleText } from '../../../shared/text/source-text.ts';
import { chainProblem, type EventRow } from '../../db/event-chain.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { selectEvents } from '../../db/queries/events.ts';
import { selectSettings } from '../../db/queries/settings.ts';
import { selectSourceRules, type SourceRuleRecord } from '../../db/queries/source-rules.ts';
import { selectStationStatements, type StationEntry } from '../../db/queries/station-statements.ts';
import { type Told, toldBy, unlike } from './match-rows.ts';

export interface CheckedEvents {
  readonly count: number;
  /** Hash of the last event; blank without one. */
  readonly lastEvent: string;
  readonly problems: readonly CheckProblem[];
}

/** 操作记录: the chain of hashes up to the first event at which it does not hold, and the settings against the events that made them. */
export function checkEvents(db: ReadHandle): CheckedEvents {
  const events = selectEvents(db);
  const broken = chainProblem(events);
  const problems: CheckProblem[] =
    broken === null ? [] : [{ kind: 'event', place: eventPlaceText(broken.id, broken.kind), detail: chainProblemText(broken.problem) }];
  return {
    count: events.length,
    lastEvent: events.at(-1)?.hash ?? '',
    problems: [...problems, ...settingProblems(db, events), ...sourceRuleProblems(db, events), ...stationProblems(db, events)],
  };
}

const STATION_ACTS: ReadonlySet<string> = new Set(['stations.set', 'stations.assign', 'stations.import', 'monitoring.import']);

/** Entries of the register of stations (站点登记), by whatever act they came. */
function stationProblems(db: ReadHandle, events: readonly EventRow[]): CheckProblem[] {
  const told = (entry: StationEntry): Told => ({
    place: stationPlaceText(entry.act === 'set' ? entry.content.name : entry.name, entry.id),
    line: canonicalJson(entry),
  });
  const logged = events.flatMap(({ kind, detail }) => {
    if (!STATION_ACTS.has(kind)) return [];
    const said = JSON.parse(detail) as { readonly entries?: readonly StationEntry[]; readonly stations?: readonly StationEntry[] };
    return [...(said.entries ?? []), ...(said.stations ?? [])].map(told);
  });
  return unlike('station', selectStationStatements(db).map(told), logged);
}

function settingProblems(db: ReadHandle, events: readonly EventRow[]): CheckProblem[] {
  const stored = selectSettings(db).map((setting) => toldBy(canonicalJson(setting)));
  const logged = events.filter(({ kind }) => kind === 'settings.set').map(({ detail }) => toldBy(canonicalJson(JSON.parse(detail))));
  return unlike('setting', stored, logged);
}

/** Rules for the values of sources: said by themselves, and along with the files that asked for them. */
function sourceRuleProblems(db: ReadHandle, events: readonly EventRow[]): CheckProblem[] {
  const told = (rule: SourceRuleRecord): Told => ({ place: sourceRuleText(rule), line: canonicalJson(rule) });
  const logged = events.flatMap(({ kind, detail }) =>
    kind === 'sources.rule' || kind === 'monitoring.import'
      ? ((JSON.parse(detail) as { readonly rules?: readonly SourceRuleRecord[] }).rules ?? []).map(told)
      : [],
  );
  return unlike('setting', selectSourceRules(db).map(told), logged);
}
