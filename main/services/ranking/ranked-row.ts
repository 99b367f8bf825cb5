import type { AirChange, RankedTown } from '../../../shared/contract/ranking.ts';
import type { Period } from '../../../shared/domain/air/period.ts';
import { isOfSum, type Measure } from '../../../shared/domain/air/ranking/measures.ts';
import type { RankedPlace } from '../../../shared/domain/air/ranking/rank-places.ts';
import { measuresOf, type RankingScheme, ruleOf } from '../../../shared/domain/air/ranking/ranking-scheme.ts';
import { type Change, courseOf, LESS_IS_BETTER, MORE_IS_BETTER } from '../../../shared/domain/air/statistics/change.ts';
import type { DustFigures } from '../../../shared/domain/air/statistics/types.ts';
import { DAY_VERSIONS, otherDayMode } from '../../../shared/domain/air/types.ts';
import { type DecimalText, exact, roundHalfEven } from '../../../shared/domain/numbers/decimal.ts';
import type { TownFigures } from './ranking-entry.ts';

export interface RowInput {
  readonly town: TownFigures;
  readonly place: RankedPlace;
  /** Its place in the period before. */
  readonly before: RankedPlace | null;
  /** Its group ranks other places than before, so that it is not held against that one. */
  readonly otherSet: boolean;
  readonly period: Period;
  /** 例外事件 other than dust act in the ranking: what stands beside is everything as it was measured. */
  readonly eventsAct: boolean;
  readonly name: string;
  readonly scheme: RankingScheme;
  /** µg/m³ of the year. */
  readonly target: DecimalText | null;
  /** What a document sets for this very town; null where it is held to the district's. */
  readonly ownTarget: DecimalText | null;
}

/** One town of the ranking with all that the page and the table say of it. */
export function rankedRow(input: RowInput): RankedTown {
  const {
    town: { place: source, evaluation },
    place,
    before,
    otherSet,
    period,
    name,
    scheme,
  } = input;
  return {
    unitId: place.unitId,
    name,
    group: scheme.groups.find(({ id }) => id === place.group)?.name ?? '',
    rank: place.rank,
    shared: place.shared,
    score: place.score,
    previousRank: before?.rank ?? null,
    movement: otherSet || place.rank === null || before === null || before.rank === null ? null : before.rank - place.rank,
    stations: source.stationCount,
    ...concentrationFigures(input),
    ...dayFigures(input),
    ...indexFigures(input),
    validDays: evaluation.days.valid,
    calendarDays: evaluation.calendarDays,
    pollutants: [...evaluation.days.pollutants],
    gaps: [...evaluation.gaps],
    lacking: [...place.lacking],
    ...(place.withheld ? { withheld: true } : {}),
    ...decidingFigures(input),
    sources: sourcesWithin(source.sources, period),
  };
}

/** Measures that rows of a ranking have columns for, or had before every measure could decide. */
const LISTED: ReadonlySet<Measure> = new Set([
  'pm25Mean',
  'pm10Mean',
  'goodDayRatio',
  'heavyDays',
  'compositeIndex',
  'pm25Change',
  'pm10Change',
  'goodDayRatioChange',
  'compositeIndexChange',
]);

function decidingFigures({ place, scheme }: RowInput): Pick<RankedTown, 'figures'> {
  const { sum, ...rule } = ruleOf(scheme, place.group);
  const measures = measuresOf(rule).filter((measure) => !LISTED.has(measure));
  if (measures.length === 0) return {};
  return {
    figures: measures.map((measure) => ({
      measure,
      ...(isOfSum(measure) && sum !== undefined ? { sum } : {}),
      value: place.published[measure],
    })),
  };
}

function concentrationFigures({
  town,
  place,
  eventsAct,
  scheme: { decimals },
  target: ofDistrict,
  ownTarget,
}: RowInput): Pick<RankedTown, 'pm25Mean' | 'pm25Other' | 'pm25Change' | 'pm25Rank' | 'pm10Mean' | 'targetGap' | 'ownTarget'> {
  const target = ownTarget ?? ofDistrict;
  const mean = town.evaluation.concentrations.pm25?.mean.exact ?? null;
  return {
    pm25Mean: place.published.pm25Mean,
    pm25Other: rounded(otherConcentrations(town, eventsAct).pm25?.exact ?? null, decimals.pm25Mean),
    pm25Change: changeFigure(town.change?.concentrations.pm25 ?? null, decimals.pm25Change),
    pm25Rank: place.ranks.pm25Mean,
    pm10Mean: rounded(town.evaluation.concentrations.pm10?.mean.exact ?? null, decimals.pm10Mean),
    targetGap: mean === null || target === null ? null : roundHalfEven(exact(mean).minus(target), decimals.pm25Mean),
    ...(ownTarget === null ? {} : { ownTarget }),
  };
}

function dayFigures({
  town,
  place,
  eventsAct,
  scheme: { decimals },
}: RowInput): Pick<RankedTown, 'goodDays' | 'goodDayRatio' | 'goodDayRatioOther' | 'goodDayRatioChange' | 'goodDaysRank' | 'heavyDays'> {
  const { days } = town.evaluation;
  return {
    goodDays: days.good,
    goodDayRatio: rounded(days.ratioExact, decimals.goodDayRatio),
    goodDayRatioOther: rounded(otherDays(town, eventsAct).goodRatioExact, decimals.goodDayRatio),
    goodDayRatioChange: judgedAlike(town) ? changeFigure(town.change?.goodRatio ?? null, decimals.goodDayRatioChange, 'more') : null,
    goodDaysRank: place.ranks.goodDayRatio,
    heavyDays: days.heavy,
  };
}

function indexFigures({
  town,
  place,
  scheme: { decimals },
}: RowInput): Pick<RankedTown, 'compositeIndex' | 'compositeIndexChange' | 'compositeRank' | 'mainPollutants'> {
  const index = town.evaluation.compositeIndex;
  return {
    compositeIndex: index?.complete === true ? roundHalfEven(index.exact, decimals.compositeIndex) : null,
    compositeIndexChange:
      index?.complete === true && judgedAlike(town)
        ? changeFigure(town.change?.compositeIndex ?? null, decimals.compositeIndexChange)
        : null,
    compositeRank: place.ranks.compositeIndex,
    // The largest of fewer single indices may not be the largest of all.
    mainPollutants: index?.complete === true ? [...index.primary] : [],
  };
}

const judgedAlike = ({ change }: TownFigures): boolean => change !== null && !change.acrossStandards;

/** The versions that the settings of the work do not take. */
const otherConcentrations = ({ evaluation: { dust, events, settings } }: TownFigures, eventsAct: boolean): DustFigures => {
  if (eventsAct) return events?.measured ?? dust.withDust;
  return settings.dust.concentrations ? dust.withDust : dust.withoutDust;
};

const otherDays = ({ evaluation: { dust, events, settings } }: TownFigures, eventsAct: boolean): DustFigures =>
  eventsAct ? (events?.measured ?? dust.withDust) : dust[DAY_VERSIONS[otherDayMode(settings.dust.days)]];

/** The word goes by the amount as the scheme prints it: 0.0 is 持平. `better`: whether more of it is better for the air. */
function changeFigure(change: Change | null, decimals: number, better: 'more' | 'less' = 'less'): AirChange | null {
  if (change === null) return null;
  const amount = roundHalfEven(change.exact, decimals);
  return { amount, course: courseOf(amount, better === 'more' ? MORE_IS_BETTER : LESS_IS_BETTER) };
}

const rounded = (value: DecimalText | null, decimals: number): DecimalText | null =>
  value === null ? null : roundHalfEven(value, decimals);

const SOURCES = ['hours', 'daily', 'return'] as const;

function sourcesWithin(sources: TownFigures['place']['sources'], { from, to }: Period): RankedTown['sources'] {
  const found = new Set([...sources].flatMap(([date, source]) => (from <= date && date <= to ? [source] : [])));
  const mixed = found.has('mixed');
  return SOURCES.filter((source) => found.has(source) || (mixed && source !== 'return'));
}
