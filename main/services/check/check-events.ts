import type { CheckProblem } from '../../../shared/contract/check.ts';
import { canonicalJson } from '../../../shared/domain/canonical-json.ts';
import { chainProblemText, eventPlaceText } from '../../../shared/text/check-text.ts';
import { chainProblem, type EventRow } from '../../db/event-chain.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { selectEvents } from '../../db/queries/events.ts';
import { selectSettings } from '../../db/queries/settings.ts';
import { toldBy, unlike } from './match-rows.ts';

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
  return { count: events.length, lastEvent: events.at(-1)?.hash ?? '', problems: [...problems, ...settingProblems(db, events)] };
}

function settingProblems(db: ReadHandle, events: readonly EventRow[]): CheckProblem[] {
  const stored = selectSettings(db).map((setting) => toldBy(canonicalJson(setting)));
  const logged = events.filter(({ kind }) => kind === 'settings.set').map(({ detail }) => toldBy(canonicalJson(JSON.parse(detail))));
  return unlike('setting', stored, logged);
}
