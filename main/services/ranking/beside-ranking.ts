import type { BesideRanking, RankedTown, RankingResult } from '../../../shared/contract/ranking.ts';
import { parsePeriod, precedingPeriod, samePeriodLastYear } from '../../../shared/domain/air/period.ts';
import type { Measure } from '../../../shared/domain/air/ranking/measures.ts';
import type { RankedPlace } from '../../../shared/domain/air/ranking/rank-places.ts';
import { measuresOf, type RankingScheme, ruleOf } from '../../../shared/domain/air/ranking/ranking-scheme.ts';
import type { Plan } from '../../../shared/domain/plan/schema.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { differences } from '../monitoring/evaluation/period-members.ts';
import type { GatheredPlace } from '../monitoring/gathering/gathered-place.ts';
import { otherPm25Decimals } from './pm25-decimals.ts';
import type { RankedPeriod } from './rank-figures.ts';
import { recentValid, type TownFigures } from './ranking-entry.ts';
import type { UsedScheme } from './ranking-schemes.ts';

type Member = BesideRanking['members'][number];
type Differences = Member['lastYear'];

/** What is said with a ranking and is no part of what a run of it keeps. */
export const besideRanking = (db: ReadHandle, { scheme, number }: UsedScheme, current: RankedPeriod, plan: Plan): BesideRanking => ({
  schemeNumber: number,
  pm25Decimals: otherPm25Decimals(db, scheme, current.period.to),
  members: membersOf(current, new Map(plan.units.map(({ id, name }) => [id, name]))),
});

/** 参与平均的点位 of towns that are the mean of several, or of other ones than the period they are held against. */
function membersOf({ text, period: { from, to }, towns }: RankedPeriod, names: ReadonlyMap<string, string>): Member[] {
  const [last, before] = [samePeriodLastYear(text), precedingPeriod(text)];
  return [...towns].flatMap(([unitId, town]): Member[] => {
    const entered = town.place.members.within(from, to);
    const lastYear = town.change === null ? null : against(entered, town.lastPlace, last);
    const recent = recentValid(town) === null ? null : against(entered, recentPlace(town), before);
    if (entered.length < 2 && lastYear === null && recent === null) return [];
    return [{ unitId, name: names.get(unitId) ?? unitId, entered: [...entered], lastYear, recent }];
  });
}

const recentPlace = ({ recent }: TownFigures): GatheredPlace | null => recent?.place ?? null;

/** Null where the same ones entered, or nothing is held against them. */
function against(entered: readonly string[], place: GatheredPlace | null, text: string | null): Differences {
  const period = text === null ? null : parsePeriod(text);
  if (place === null || period === null) return null;
  const found = differences(entered, place.members.within(period.from, period.to));
  return found.joined.length + found.left.length === 0 ? null : found;
}

/** Measures that may decide ranks, have no column in every view, and are not among the figures that runs keep. */
const SHOWN_ONLY: readonly Measure[] = ['pm10Mean', 'pm10Change', 'compositeIndexChange'];

/** The result as it is shown and printed: every measure that decides a rank stands in its row. */
export function shownResult(result: RankingResult, ranked: readonly RankedPlace[], scheme: RankingScheme): RankingResult {
  const places = new Map(ranked.map((place) => [place.unitId, place]));
  return { ...result, rows: result.rows.map((row) => withFigures(row, places.get(row.unitId), scheme)) };
}

function withFigures(row: RankedTown, place: RankedPlace | undefined, scheme: RankingScheme): RankedTown {
  if (place === undefined) return row;
  const measures = measuresOf(ruleOf(scheme, place.group));
  const kept = new Map(row.figures?.map((figure) => [figure.measure, figure]));
  const figures = measures.flatMap((measure) => {
    const figure = kept.get(measure) ?? (SHOWN_ONLY.includes(measure) ? { measure, value: place.published[measure] } : undefined);
    return figure === undefined ? [] : [figure];
  });
  return figures.length === 0 ? row : { ...row, figures };
}
