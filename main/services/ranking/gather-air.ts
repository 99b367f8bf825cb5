import type { TownAir } from '../../../shared/domain/assessment/types.ts';
import type { TownDays } from '../../../shared/domain/air/ranking.ts';
import { periodStatistics } from '../../../shared/domain/air/statistics.ts';
import type { Plan } from '../../../shared/domain/plan/schema.ts';
import { AIR_FIELDS, type AirRecord, selectAirDays } from '../../db/queries/air.ts';
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

/** Air of each town over the year as the scoring takes it, with the ranges of cells of its daily values as sources. */
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
      sources: rangeSources(town, returns),
    };
  });
}

/** The cells the town's values stand in, as one range a pollutant sheet: PM2.5 for the mean, all pollutants for the AQI of its days. */
function rangeSources(town: GatheredTown, returns: ReadonlyMap<number, ReturnRecord>): TownAir['sources'] {
  const [first] = town.records;
  const last = town.records.at(-1);
  const origin = first === undefined ? undefined : returns.get(first.returnId);
  if (first === undefined || last === undefined || origin === undefined) return [];
  const measured = AIR_FIELDS.filter((field) => town.records.some((record) => record.values[field] !== null));
  return measured.map((field) => {
    const cells = town.records.flatMap((record) => record.cells[field] ?? []);
    const range = cells.length > 1 ? `${cells[0]}:${cells.at(-1)}` : (cells[0] ?? '');
    return { file: origin.fileName, sha256: origin.sha256, sheet: first.sheet, cell: range, raw: `${cells.length}个日均值`, unitId: town.unitId, field };
  });
}
