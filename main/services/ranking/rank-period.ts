import type { RankingResult } from '../../../shared/contract/ranking.ts';
import { rankTowns } from '../../../shared/domain/air/ranking.ts';
import { type RankingScheme, rankingSchemeSchema } from '../../../shared/domain/air/ranking-scheme.ts';
import { periodStatistics } from '../../../shared/domain/air/statistics.ts';
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

/** 各镇街空气质量排名 of a year or a month from what is stored now. */
export function computeRanking(context: ServiceContext, text: string): ComputedRanking {
  const period = requirePeriod(text);
  const db = context.work.handle;
  const { plan, version: planVersion } = readWorkPlan(db);
  const { scheme, version: schemeVersion } = readRankingScheme(db, period.year);
  const towns = gatherTowns(context, plan, period);
  const names = new Map(plan.units.map((unit) => [unit.id, unit.name]));
  const samples = new Map(selectCurrentReturns(db, period.year).map((record) => [record.unitId, record.sample]));
  const standards = [...new Set(towns.flatMap((town) => periodStatistics(town.days, period).standards))].toSorted();
  const result: RankingResult = {
    period: text,
    schemeId: scheme.id,
    schemeTitle: scheme.title,
    demonstration: scheme.demonstration,
    notes: [...scheme.notes],
    standards,
    sample: towns.some((town) => samples.get(town.unitId) === true),
    rows: rankTowns(towns, period, scheme).map((row) => ({ ...row, gaps: [...row.gaps], pollutants: [...row.pollutants], name: names.get(row.unitId) ?? row.unitId })),
  };
  const inputHash = contentHash({ planVersion, schemeVersion, period: text, towns: towns.map((town) => [town.unitId, town.days]) });
  return { result, inputHash, planVersion, schemeVersion };
}

/** The same, stored as a run. */
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
