import type { RankingResult } from '../../../shared/contract/ranking.ts';
import { previousPeriod } from '../../../shared/domain/air/period.ts';
import { rankTowns } from '../../../shared/domain/air/ranking.ts';
import { type RankingScheme, rankingSchemeSchema } from '../../../shared/domain/air/ranking-scheme.ts';
import { Failure } from '../../../shared/domain/failure.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { selectScheme } from '../../db/queries/plan.ts';
import { selectCurrentReturns } from '../../db/queries/returns.ts';
import type { ServiceContext } from '../context.ts';
import { contentHash } from '../files.ts';
import { readWorkPlan } from '../plan/work-plan.ts';
import { type ComputedRun, storeRun } from '../runs.ts';
import { gatherTowns } from './gather-air.ts';
import { requirePeriod } from './period.ts';

interface ComputedRanking {
  readonly result: RankingResult;
  readonly inputHash: string;
  readonly planVersion: string;
  readonly schemeVersion: string;
}

/** 各镇街空气质量排名 of a year, a month or the year to date from what is stored now. */
export function computeRanking(context: ServiceContext, text: string): ComputedRanking {
  const period = requirePeriod(text);
  const db = context.work.handle;
  const { plan, version: planVersion } = readWorkPlan(db);
  const { scheme, version: schemeVersion } = readRankingScheme(db, period.year);
  const towns = gatherTowns(context, plan, period);
  const names = new Map(plan.units.map((unit) => [unit.id, unit.name]));
  const samples = new Map(selectCurrentReturns(db, period.year).map((record) => [record.unitId, record.sample]));
  const ranked = rankTowns(towns, period, scheme);
  const result: RankingResult = {
    period: text,
    schemeId: scheme.id,
    schemeTitle: scheme.title,
    demonstration: scheme.demonstration,
    notes: [...scheme.notes],
    standards: [...new Set(ranked.flatMap((row) => row.standards))].toSorted(),
    sample: towns.some((town) => samples.get(town.unitId) === true),
    rows: ranked.map(({ standards: _standards, ...row }) => ({ ...row, gaps: [...row.gaps], pollutants: [...row.pollutants], name: names.get(row.unitId) ?? row.unitId })),
  };
  const inputHash = contentHash({ planVersion, schemeVersion, period: text, towns: towns.map((town) => [town.unitId, town.days]) });
  return { result, inputHash, planVersion, schemeVersion };
}

/** The ranking beside that of the period before it (上期); nothing is stored. */
export function showRanking(context: ServiceContext, text: string): { current: RankingResult; previous: RankingResult | null } {
  const current = computeRanking(context, text).result;
  const before = previousPeriod(text);
  return { current, previous: before === null || !canRank(context, before, requirePeriod(text).year) ? null : computeRanking(context, before).result };
}

/** Of another year there may be neither returns nor a scheme; that is no fault of the period asked for. */
function canRank({ work: { handle } }: ServiceContext, before: string, year: number): boolean {
  const { year: yearBefore } = requirePeriod(before);
  return yearBefore === year || (selectCurrentReturns(handle, yearBefore).length > 0 && selectScheme(handle, 'ranking', yearBefore) !== null);
}

/** The ranking, stored as a run. */
export function rankAndStore(context: ServiceContext, text: string): RankingResult & Omit<ComputedRun<RankingResult>, 'result'> {
  const { result, ...origin } = computeRanking(context, text);
  const { result: stored, ...run } = storeRun(context.work.handle, context.now(), { kind: 'ranking', period: text, ...origin }, result);
  return { ...stored, ...run };
}

function readRankingScheme(db: ReadHandle, year: number): { scheme: RankingScheme; version: string } {
  const stored = selectScheme(db, 'ranking', year);
  if (stored === null) throw new Failure('YEAR_NO_SCHEME', { year });
  return { scheme: rankingSchemeSchema.parse(JSON.parse(stored.content)), version: stored.version };
}
