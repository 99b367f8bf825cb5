import { POLLUTANTS } from '../standards/pollutants.ts';
import type { DayCounts } from './day-summary.ts';
import { share } from './rounded.ts';
import type { DayFigures } from './types.ts';

/** Counts with their ratios. */
export function dayFigures(counts: DayCounts): DayFigures {
  const good = share(counts.good, counts.valid);
  const heavy = share(counts.heavy, counts.valid);
  return {
    valid: counts.valid,
    good: counts.good,
    ratioExact: good?.exact ?? null,
    ratio: good?.published ?? null,
    heavy: counts.heavy,
    heavyRatioExact: heavy?.exact ?? null,
    heavyRatio: heavy?.published ?? null,
    byLevel: counts.byLevel,
    byPrimary: counts.byPrimary,
    na: counts.na,
    incomplete: counts.incomplete,
    measured: counts.measured,
    pollutants: POLLUTANTS.filter((pollutant) => counts.used[pollutant] > 0),
  };
}
