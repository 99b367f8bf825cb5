import type { QualityLimits } from '../standards/gb3095.ts';
import type { IndexSettings } from '../types.ts';
import { compositeIndex } from './composite-index.ts';
import { dayFigures } from './day-figures.ts';
import type { DayCounts } from './day-summary.ts';
import type { PlaceStatistics } from './place-statistics.ts';
import { somePollutants } from './pollutant-record.ts';
import { rounded } from './rounded.ts';
import type { CompositeIndex, DustFigures } from './types.ts';

/** Decimals of the means as printed. */
export type DustDecimals = Readonly<Record<'pm10' | 'pm25', number>>;

/** The figures that dust touches, of one of the two versions. */
export function dustFigures(
  statistics: PlaceStatistics,
  counts: DayCounts,
  index: CompositeIndex | null,
  decimals: DustDecimals,
): DustFigures {
  const days = dayFigures(counts);
  return {
    pm25: meanOf('pm25', statistics, decimals),
    pm10: meanOf('pm10', statistics, decimals),
    compositeIndex: index === null ? null : { exact: index.exact, published: index.published, complete: index.complete },
    validDays: days.valid,
    goodDays: days.good,
    goodRatioExact: days.ratioExact,
    goodRatio: days.ratio,
    heavyDays: days.heavy,
  };
}

/** 综合指数 of a period. */
export function indexOf(statistics: PlaceStatistics, limits: QualityLimits, settings: IndexSettings): CompositeIndex | null {
  return compositeIndex(
    somePollutants((pollutant) => statistics[pollutant]?.value ?? null),
    limits,
    settings,
  );
}

function meanOf(pollutant: 'pm10' | 'pm25', statistics: PlaceStatistics, decimals: DustDecimals): DustFigures['pm25'] {
  const mean = statistics[pollutant]?.mean;
  return mean === undefined ? null : rounded(mean, decimals[pollutant]);
}
