import { shiftDate } from '../../../../shared/domain/air/period.ts';
import { type Pollutant, POLLUTANTS } from '../../../../shared/domain/air/standards/pollutants.ts';
import { presentIn } from '../../../../shared/domain/air/statistics/monitored.ts';
import type { MonitoredSpan, PlaceDay } from '../../../../shared/domain/air/types.ts';
import type { StationSeries } from './station-series.ts';

/**
 * 监测项目 of a place in a year: what any of its stations monitors on the day, as the register says, and of the others what their data of the year
 * have, from the first day of their data to the last (HJ 633-2026 5.3.2): a station that comes in May says nothing of April. Undefined where
 * the register says it of none of them and all have the same.
 */
export function monitoredIn(series: readonly StationSeries[], year: number): readonly MonitoredSpan[] | undefined {
  const present = series.map(({ days }) => presentIn(days));
  if (series.every(({ itemsOn }) => itemsOn === undefined) && new Set(present.map((items) => items.join())).size < 2) return undefined;
  const spans = series.map(({ days }) => ({ from: days[0]?.date ?? '', to: days.at(-1)?.date ?? '' }));
  const turns = new Set([
    `${year}-01-01`,
    ...series.flatMap((station) => station.turns ?? []),
    ...spans.flatMap(({ from, to }) => (from === '' ? [] : [from, shiftDate(to, 1)])),
  ]);
  const within = [...turns].filter((date) => date.startsWith(`${year}-`)).toSorted();
  return within.map((from) => {
    const proposed = (index: number): readonly Pollutant[] => {
      const span = spans[index];
      return span !== undefined && span.from <= from && from <= span.to ? (present[index] ?? []) : [];
    };
    const items = new Set(series.flatMap(({ itemsOn }, index): readonly Pollutant[] => itemsOn?.(from) ?? proposed(index)));
    return { from, items: POLLUTANTS.filter((pollutant) => items.has(pollutant)) };
  });
}

/** What the days of a year propose, where the register speaks of other years only. */
export const proposedIn = (days: readonly PlaceDay[], from: string | undefined): readonly MonitoredSpan[] =>
  from === undefined ? [] : [{ from: `${from.slice(0, 4)}-01-01`, items: presentIn(days) }];
