import type { TownAir } from '../../../shared/domain/assessment/types.ts';
import type { TownDays } from '../../../shared/domain/air/ranking.ts';
import { periodStatistics } from '../../../shared/domain/air/statistics.ts';
import type { Plan } from '../../../shared/domain/plan/schema.ts';
import { type AirRecord, selectAirDays } from '../../db/queries/air.ts';
import type { ReturnRecord } from '../../db/queries/returns.ts';
import type { ServiceContext } from '../context.ts';
import { requirePeriod, type YearPeriod } from './period.ts';

export interface GatheredTown extends TownDays {
  readonly records: readonly AirRecord[];
}

/** Daily values of every town of the plan, also of those that have none. */
export function gatherTowns(context: ServiceContext, plan: Plan, period: YearPeriod): GatheredTown[] {
  const byUnit = Map.groupBy(selectAirDays(context.work.handle, period.year, period.from, period.to), (record) => record.unitId);
  return plan.units.filter((unit) => unit.kind === 'town').map((unit) => {
    const records = byUnit.get(unit.id) ?? [];
    return { unitId: unit.id, records, days: records.map(({ date, values }) => ({ date, values })) };
  });
}

/** Air of each town over the year as the scoring takes it, with the first and the last cell of its daily PM2.5 as sources. */
export function gatherTownAir(context: ServiceContext, plan: Plan, year: number, returns: ReadonlyMap<number, ReturnRecord>): TownAir[] {
  const period = requirePeriod(String(year));
  return gatherTowns(context, plan, period).map((town) => {
    const statistics = periodStatistics(town.days, period);
    return {
      unitId: town.unitId,
      pm25Mean: statistics.pm25MeanExact,
      goodDays: statistics.goodDays,
      validDays: statistics.validDays,
      insufficient: statistics.gaps[0]?.code ?? null,
      sources: edgeSources(town, returns),
    };
  });
}

function edgeSources(town: GatheredTown, returns: ReadonlyMap<number, ReturnRecord>): TownAir['sources'] {
  const measured = town.records.filter((record) => record.values.pm25 !== null);
  const edges = measured.length > 1 ? [measured[0], measured.at(-1)] : measured;
  return edges.flatMap((record) => {
    const origin = record === undefined ? undefined : returns.get(record.returnId);
    if (record === undefined || origin === undefined) return [];
    return [{ file: origin.fileName, sha256: origin.sha256, sheet: record.sheet, cell: record.cells.pm25 ?? '', raw: record.values.pm25 ?? '', unitId: town.unitId, field: 'pm25' as const }];
  });
}
