import { type Pollutant, POLLUTANTS } from '../standards/pollutants.ts';
import type { MonitoredSpan, PlaceDay } from '../types.ts';

/** 监测项目 on a day: what is missing of them is missing, and nothing else is (HJ 633-2026 5.3.2). */
export function itemsOn(spans: readonly MonitoredSpan[], date: string): readonly Pollutant[] {
  const [only] = spans;
  if (spans.length === 1 && only !== undefined) return only.items;
  return spans.findLast(({ from }) => from <= date)?.items ?? [];
}

/** Every item of some days from `from` to `to`. */
export function itemsWithin(spans: readonly MonitoredSpan[], from: string, to: string): readonly Pollutant[] {
  const touching = spans.filter(
    (span, index) => span.from <= to && (spans[index + 1] === undefined || (spans[index + 1]?.from ?? '') > from),
  );
  return POLLUTANTS.filter((pollutant) => touching.some(({ items }) => items.includes(pollutant)));
}

/** What the data themselves propose: pollutants with at least one value. */
export const presentIn = (days: readonly PlaceDay[], within: (date: string) => boolean = () => true): readonly Pollutant[] =>
  POLLUTANTS.filter((pollutant) => days.some((day) => day.values[pollutant] !== null && within(day.date)));
