import type { MonitoringFile } from '../../../../shared/contract/monitoring.ts';
import type { Finding } from '../../../../shared/domain/findings.ts';
import { daysIn } from '../../../../shared/domain/air/period.ts';
import type { Steps } from '../../../db/stepwise.ts';
import type { CellPlace } from '../../../db/queries/packed-cells.ts';
import { compareDay, type FieldChange } from './known-days.ts';
import { keptValues, type MeasuredContext, takenBack } from './measured-findings.ts';
import { ownDay, type PreparedDay } from '../receiving/prepare-days.ts';

type PreviewPlace = MonitoringFile['places'][number];
type PreviewChange = MonitoringFile['changes'][number];

export interface JudgedDays {
  readonly places: PreviewPlace[];
  /** The first of them; `changeCount` says how many there are. */
  readonly changes: PreviewChange[];
  readonly changeCount: number;
  /** Days that say something new. */
  readonly news: number;
  /** Measured values that are taken back, and those that a blank leaves as they are. */
  readonly findings: readonly Finding[];
}

/** As many as anybody reads through. */
const MOST_CHANGES = 500;

/** Of blanks that take nothing back. */
const MOST_KEPT = 200;

/** Days that are judged or stored in a few milliseconds. */
export const DAYS_OF_STEP = 50;

/** Looked through, compared and stored: about so many steps a batch takes. */
export const countOfSteps = (days: number): number => Math.max(1, (3 * days) / DAYS_OF_STEP);

/** Holds a file's days against what counts now, station by station. */
export function* judgeDays(days: readonly PreparedDay[], context: MeasuredContext): Steps<JudgedDays> {
  const { known, nameOf } = context;
  const groups = new Map<string, PreparedDay[]>();
  const kept: Finding[] = [];
  for (const [index, day] of days.entries()) {
    if (index % DAYS_OF_STEP === 0) yield;
    if (kept.length < MOST_KEPT) kept.push(...keptValues(day, context));
    if (day.blank && known.before(day) === null) continue;
    const key = `${day.placeId}|${day.station}|${kindOf(day)}`;
    const group = groups.get(key) ?? [];
    if (group.push(day) === 1) groups.set(key, group);
  }
  const findings = kept.slice(0, MOST_KEPT);
  const changes: PreviewChange[] = [];
  let changeCount = 0;
  const places: PreviewPlace[] = [];
  for (const group of groups.values()) {
    const counts = { new: 0, changed: 0, same: 0 };
    for (const [index, day] of group.entries()) {
      if (index % DAYS_OF_STEP === 0) yield;
      const { kind, changes: ofDay } = compareDay(day, known);
      counts[kind] += 1;
      changeCount += ofDay.length;
      if (findings.length < MOST_CHANGES) findings.push(...takenBack(day, ofDay, context));
      for (const change of ofDay) if (changes.length < MOST_CHANGES) changes.push(previewChange(day, change, nameOf));
    }
    places.push(previewPlace(group, counts, nameOf));
  }
  return { places, changes, changeCount, news: places.reduce((sum, place) => sum + place.newDays + place.changedDays, 0), findings };
}

const kindOf = (day: PreparedDay): 'daily' | 'hourly' => (day.hours === null ? 'daily' : 'hourly');

function previewPlace(
  group: readonly PreparedDay[],
  counts: { new: number; changed: number; same: number },
  nameOf: (placeId: string, station: string) => string,
): PreviewPlace {
  const [first, last] = [group[0], group.at(-1)];
  if (first === undefined || last === undefined) throw new Error('a place without days');
  return {
    placeId: first.placeId,
    name: nameOf(first.placeId, first.station),
    station: first.station,
    kind: kindOf(first),
    from: first.date,
    to: last.date,
    days: group.length,
    newDays: counts.new,
    changedDays: counts.changed,
    sameDays: counts.same,
    gapDays: daysIn({ from: first.date, to: last.date }) - group.length,
  };
}

function previewChange(
  day: PreparedDay,
  { field, before, after }: FieldChange,
  nameOf: (placeId: string, station: string) => string,
): PreviewChange {
  return {
    placeId: day.placeId,
    name: nameOf(day.placeId, day.station),
    station: day.station,
    date: day.date,
    field,
    before,
    after,
    ...placeOf(day, field),
  };
}

function placeOf(day: PreparedDay, field: FieldChange['field']): CellPlace {
  const { cells } = day;
  const nowhere = { sheet: '', cell: '' };
  if (field === 'hours') return Object.values(cells.hourly)[0] ?? nowhere;
  const pollutant = field === 'o3OneHour' ? 'o3' : field;
  return (ownDay(day).hours[pollutant] === undefined ? cells.daily[field] : cells.hourly[pollutant]) ?? nowhere;
}
