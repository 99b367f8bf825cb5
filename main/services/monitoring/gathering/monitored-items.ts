import { type Pollutant, POLLUTANTS } from '../../../../shared/domain/air/standards/pollutants.ts';
import { presentIn } from '../../../../shared/domain/air/statistics/monitored.ts';
import type { MonitoredSpan, PlaceDay } from '../../../../shared/domain/air/types.ts';
import type { StationSeries } from './station-series.ts';

/**
 * 监测项目 of a place in a year: what any of its stations monitors on the day, as the register says, and of the others what the data of the year
 * have (HJ 633-2026 5.3.2). Undefined where the register says it of none of them.
 */
export function monitoredIn(series: readonly StationSeries[], year: number): readonly MonitoredSpan[] | undefined {
  if (series.every(({ itemsOn }) => itemsOn === undefined)) return undefined;
  const present = series.map(({ days }) => presentIn(days));
  const turns = [...new Set([`${year}-01-01`, ...series.flatMap((station) => station.turns ?? [])])].toSorted();
  return turns.map((from) => {
    const items = new Set(series.flatMap(({ itemsOn }, index): readonly Pollutant[] => itemsOn?.(from) ?? present[index] ?? []));
    return { from, items: POLLUTANTS.filter((pollutant) => items.has(pollutant)) };
  });
}

/** What the days of a year propose, where the register speaks of other years only. */
export const proposedIn = (days: readonly PlaceDay[], from: string | undefined): readonly MonitoredSpan[] =>
  from === undefined ? [] : [{ from: `${from.slice(0, 4)}-01-01`, items: presentIn(days) }];
