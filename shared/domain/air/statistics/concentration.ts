import type { QualityLimits } from '../standards/gb3095.ts';
import { exceedanceMultiple } from '../standards/exceedance-multiple.ts';
import { INDEX_DECIMALS, PERCENTILES } from '../standards/hj663.ts';
import type { Pollutant } from '../standards/pollutants.ts';
import { periodLimit } from './composite-index.ts';
import type { PollutantStatistics } from './place-statistics.ts';
import { figureOf, isOver, rounded, share } from './rounded.ts';
import type { ConcentrationEvaluation, ValidityGap } from './types.ts';

export interface ConcentrationContext {
  readonly limits: QualityLimits;
  /** Decimals with which a mean or percentile is printed. */
  readonly published: number;
  readonly validDays: number;
  readonly daysOver: number;
  readonly gaps: readonly ValidityGap[];
  /** Whether the period is a calendar year. */
  readonly year: boolean;
}

/** Mean, percentile and what they say against the limits. */
export function concentrationOf(
  pollutant: Pollutant,
  statistics: PollutantStatistics,
  context: ConcentrationContext,
): ConcentrationEvaluation {
  const annual = context.limits.annual[pollutant] ?? null;
  const daily = context.limits.daily[pollutant];
  const mean = figureOf(pollutant, statistics.mean, context.published);
  const percentile = figureOf(pollutant, statistics.percentile, context.published);
  const value = statistics.value === statistics.mean ? mean : percentile;
  const limit = periodLimit(pollutant, context.limits);
  const judged = context.year && context.gaps.length === 0;
  const meanAttained = judged && annual !== null ? !isOver(mean.judged, annual) : null;
  const percentileAttained = judged ? !isOver(percentile.judged, daily) : null;
  return {
    mean,
    percentile: { p: PERCENTILES[pollutant], ...percentile },
    value,
    validDays: context.validDays,
    usedDays: statistics.usedDays,
    limits: { annual, daily },
    ratio: rounded(statistics.value.over(limit), INDEX_DECIMALS),
    attained: percentileAttained === null ? null : percentileAttained && meanAttained !== false,
    meanAttained,
    percentileAttained,
    exceedanceMultiple: isOver(value.judged, limit) ? exceedanceMultiple(value.judged, limit) : null,
    daysOver: context.daysOver,
    overRate: share(context.daysOver, statistics.usedDays) ?? { exact: '0', published: '0.0' },
    gaps: context.gaps,
  };
}
