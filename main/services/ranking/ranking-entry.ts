import { eachMeasure, LEVEL_OF, kindOf, type Measure } from '../../../shared/domain/air/ranking/measures.ts';
import type { RankingEntry } from '../../../shared/domain/air/ranking/rank-places.ts';
import type { Levels } from '../../../shared/domain/air/ranking/sums.ts';
import { POLLUTANTS } from '../../../shared/domain/air/standards/pollutants.ts';
import { changeOf, type PeriodChange } from '../../../shared/domain/air/statistics/change.ts';
import type { PeriodEvaluation } from '../../../shared/domain/air/statistics/types.ts';
import type { DecimalText } from '../../../shared/domain/numbers/decimal.ts';
import type { GatheredPlace } from '../monitoring/gathering/gathered-place.ts';
import { enough, enoughDays, type PlaceFigures } from './place-figures.ts';

/** A town with what its rank is made from. */
export interface TownFigures extends PlaceFigures {
  /** The period directly before (环比), whatever data it has; null without any, and where the scheme ranks by no such change. */
  readonly recent: { readonly place: GatheredPlace; readonly evaluation: PeriodEvaluation } | null;
}

/** The period directly before with enough valid data. */
export const recentValid = ({ recent }: TownFigures): PeriodEvaluation | null =>
  recent === null || recent.evaluation.gaps.length > 0 ? null : recent.evaluation;

/** The values that a town is ranked by: levels, and changes on both earlier periods, each only with enough valid data on both sides. */
export function entryOf(town: TownFigures): RankingEntry {
  const { place, evaluation, lastYear, change } = town;
  const recent = recentValid(town);
  const levels = levelsOf(evaluation);
  return {
    unitId: place.placeId,
    pollutants: evaluation.days.pollutants,
    valid: evaluation.gaps.length === 0,
    values: {
      ...eachMeasure(() => null),
      ...levels,
      ...changes(evaluation, lastYear, change, 'lastYear'),
      ...changes(evaluation, recent, recent === null ? null : changeOf(evaluation, recent), 'recent'),
    },
    earlier: { lastYear: sumParts(lastYear), recent: sumParts(recent) },
  };
}

type Values = Partial<Record<Measure, DecimalText | null>>;

function levelsOf(evaluation: PeriodEvaluation): Values {
  const { concentrations, days, compositeIndex } = evaluation;
  return {
    ...Object.fromEntries(POLLUTANTS.map((pollutant) => [LEVEL_OF[pollutant], levelOf(evaluation, pollutant)])),
    // A place without a valid mean of PM2.5 is not ranked at all.
    pm25Mean: concentrations.pm25?.mean.exact ?? null,
    goodDayRatio: enoughDays(evaluation) ? days.ratioExact : null,
    heavyDays: enoughDays(evaluation) ? String(days.heavy) : null,
    compositeIndex: compositeIndex?.complete === true && enough(evaluation, 'compositeIndex') ? compositeIndex.exact : null,
  };
}

/** Mean, of CO and O3 the percentile, of enough valid days. */
const levelOf = (evaluation: PeriodEvaluation, pollutant: keyof typeof LEVEL_OF): DecimalText | null =>
  enough(evaluation, LEVEL_OF[pollutant]) ? (evaluation.concentrations[pollutant]?.value.exact ?? null) : null;

const sumParts = (evaluation: PeriodEvaluation | null): Levels | null =>
  evaluation === null ? null : Object.fromEntries(POLLUTANTS.map((pollutant) => [pollutant, levelOf(evaluation, pollutant)]));

function changes(
  evaluation: PeriodEvaluation,
  earlier: PeriodEvaluation | null,
  change: PeriodChange | null,
  against: 'lastYear' | 'recent',
): Values {
  if (earlier === null || change === null) return {};
  const both = (measure: Measure): boolean => enough(evaluation, measure) && enough(earlier, measure);
  const alike = !change.acrossStandards;
  const own = eachMeasure((measure): DecimalText | null => {
    const kind = kindOf(measure);
    if (kind.against !== against) return null;
    switch (kind.of) {
      case 'sum':
      case 'heavyDays':
        return null;
      case 'goodDayRatio':
        return alike && enoughDays(evaluation) && enoughDays(earlier) ? (change.goodRatio?.exact ?? null) : null;
      case 'compositeIndex':
        return alike && both(measure) ? (change.compositeIndex?.exact ?? null) : null;
      case 'pm25':
        return change.concentrations.pm25?.exact ?? null;
      default:
        return both(measure) ? (change.concentrations[kind.of]?.exact ?? null) : null;
    }
  });
  return Object.fromEntries(Object.entries(own).filter(([, value]) => value !== null));
}
