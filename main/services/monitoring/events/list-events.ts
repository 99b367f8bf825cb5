import type { MethodOutput } from '../../../../shared/contract/contract.ts';
import type { ListedEvent } from '../../../../shared/contract/exceptional-events.ts';
import { Failure } from '../../../../shared/domain/failure.ts';
import type { ExceptionalEvent } from '../../../../shared/domain/monitoring/events/exceptional-events.ts';
import { wholeText } from '../../../../shared/text/plan-words.ts';
import type { ReadHandle } from '../../../db/handles.ts';
import { selectSettings } from '../../../db/queries/settings.ts';
import type { ServiceContext } from '../../context.ts';
import { readWorkPlan } from '../../plan/work-plan.ts';
import { eventsOf, eventSwitches } from '../../settings/acting-events.ts';
import { dustBy } from '../../settings/dust.ts';
import { districtNameOf } from '../gathering/district.ts';

/** 例外事件 that touch a year, the oldest first. */
export function listEvents({ work: { handle: db } }: ServiceContext, year: number): MethodOutput<'events.list'> {
  const listed = listing(db);
  const ofYear = eventsOf(db).filter(({ from, to }) => from <= `${year}-12-31` && `${year}-01-01` <= to);
  return {
    events: ofYear.toSorted((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : one.id - other.id)).map(listed),
  };
}

export function requireEvent(db: ReadHandle, id: number): ExceptionalEvent {
  const events = eventsOf(db);
  const found = events.find((event) => event.id === id);
  if (found === undefined) throw new Failure('EVENT_UNKNOWN', { event: id, known: events.map((event) => event.id).join('、') });
  return found;
}

/** Events with the names of their places, and how they act. */
export function listing(db: ReadHandle): (event: ExceptionalEvent) => ListedEvent {
  const names = new Map(readWorkPlan(db).plan.units.map((unit) => [unit.id, unit.name]));
  const district = districtNameOf(db);
  const settings = selectSettings(db);
  return ({ id, kind, name, from, to, hours, places, pollutants, note, state, approval, evidence, lastAct, statements }) => ({
    id,
    kind,
    name,
    from,
    to,
    hours,
    places: places === 'all' ? [wholeText(district)] : places.map((place) => names.get(place) ?? district),
    pollutants: [...pollutants],
    note,
    state,
    approval,
    evidence: evidence.map((file) => ({ ...file })),
    acts: kind === 'dust' ? dustBy(settings)(`${from.slice(0, 4)}-12-31`) : eventSwitches(settings)(kind, from),
    lastAct,
    statements: statements.map(({ act, reason, actor, at }) => ({ act, reason, actor, at })),
  });
}
