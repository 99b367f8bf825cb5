import type { EventEffect } from '../../../../shared/contract/exceptional-events.ts';
import { parsePeriod } from '../../../../shared/domain/air/period.ts';
import { evaluatePeriod } from '../../../../shared/domain/air/statistics/evaluate-period.ts';
import type { PeriodEvaluation } from '../../../../shared/domain/air/statistics/types.ts';
import { daysOf } from '../../../../shared/domain/monitoring/events/acting-days.ts';
import type { ExceptionalEvent } from '../../../../shared/domain/monitoring/events/exceptional-events.ts';
import { DISTRICT } from '../../../../shared/domain/monitoring/types.ts';
import type { ReadHandle } from '../../../db/handles.ts';
import type { ServiceContext } from '../../context.ts';
import { readWorkPlan } from '../../plan/work-plan.ts';
import { type ActingOf, actingIn, eventsOf } from '../../settings/acting-events.ts';
import { settingsOf } from '../evaluation/evaluation-settings.ts';
import { gatherYears } from '../gathering/gather-places.ts';
import type { GatheredPlace } from '../gathering/gathered-place.ts';
import { districtFirst } from '../gathering/places.ts';
import { listing, requireEvent } from './list-events.ts';

type Row = EventEffect['rows'][number];

/** What an event moves in its months and its years: all else as the work has it, without the event and with it as an approved one. */
export function effectOf(context: ServiceContext, id: number): EventEffect {
  const db = context.work.handle;
  const event = requireEvent(db, id);
  return {
    event: listing(db)(event),
    acting: event.state === 'approved',
    rows: periodsOf(event).flatMap((period) => rowsOf(context, event, period)),
  };
}

/** 2026-02 for each month that it touches, and each year. */
const periodsOf = (event: ExceptionalEvent): string[] => [
  ...new Set(daysOf(event).map((date) => date.slice(0, 7))),
  ...new Set(daysOf(event).map((date) => date.slice(0, 4))),
];

function rowsOf(context: ServiceContext, event: ExceptionalEvent, text: string): Row[] {
  const db = context.work.handle;
  const period = parsePeriod(text);
  if (period === null) return [];
  const settings = settingsOf(db, { standard: 'byDate', dust: {}, index: {} }, period.to);
  const [without, withIt] = sidesOf(db, event, Number(text.slice(0, 4)));
  const places = districtFirst(gatherYears(context, readWorkPlan(db).plan, period.from, period.to)).filter(
    ({ placeId }) => event.places === 'all' || event.places.includes(placeId),
  );
  const evaluated = (place: GatheredPlace, acting: ActingOf): PeriodEvaluation => {
    const { placeId, days, monitored } = place;
    return evaluatePeriod({ placeId, days, monitored, ...acting(placeId) }, period, settings);
  };
  return places.flatMap((place): Row[] => {
    const dates = new Set(place.days.map(({ date }) => date));
    const days = daysOf(event).filter((date) => dates.has(date) && date.startsWith(text));
    if (days.length === 0 && place.placeId !== DISTRICT) return [];
    const { placeId, name } = place;
    return [{ placeId, name, period: text, days, before: sideOf(evaluated(place, without)), after: sideOf(evaluated(place, withIt)) }];
  });
}

function sidesOf(db: ReadHandle, event: ExceptionalEvent, year: number): readonly [ActingOf, ActingOf] {
  const others = eventsOf(db).filter(({ id }) => id !== event.id);
  return [actingIn(db, year, others), actingIn(db, year, [...others, { ...event, state: 'approved' }])];
}

const sideOf = ({ concentrations, compositeIndex, days }: PeriodEvaluation): Row['before'] => ({
  pm25: concentrations.pm25?.mean.published ?? null,
  pm10: concentrations.pm10?.mean.published ?? null,
  index: compositeIndex?.published ?? null,
  validDays: days.valid,
  goodDays: days.good,
  goodRatio: days.ratio,
});
