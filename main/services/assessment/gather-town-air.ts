import type { Period } from '../../../shared/domain/air/period.ts';
import { evaluatePeriod } from '../../../shared/domain/air/statistics/evaluate-period.ts';
import type { SchemeEvaluation } from '../../../shared/domain/air/statistics/types.ts';
import { EQUAL_WEIGHTS } from '../../../shared/domain/air/types.ts';
import type { SourceRef, TownAir } from '../../../shared/domain/assessment/types.ts';
import type { Plan } from '../../../shared/domain/plan/schema.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { AIR_FIELDS, type AirRecord, selectAirDays } from '../../db/queries/returns-air.ts';
import type { ReturnRecord } from '../../db/queries/returns.ts';
import type { ServiceContext } from '../context.ts';
import { airCacheOf } from '../monitoring/gathering/air-cache.ts';
import { gatherYears } from '../monitoring/gathering/gather-places.ts';
import type { GatheredPlace } from '../monitoring/gathering/gathered-place.ts';
import { dustOn } from '../settings/dust.ts';
import { monitoringSources } from './monitoring-sources.ts';
import { requirePeriodOf } from '../monitoring/gathering/places.ts';

/** The scoring takes every day by its own standard; dust days as the work has them, neither plan nor scoring scheme speaks of them. */
const BY_DATE: SchemeEvaluation = {
  standard: 'byDate',
  index: { rounding: 'stages', weights: EQUAL_WEIGHTS },
};

export interface GatheredTownAir extends TownAir {
  /** 示例数据 among its days. */
  readonly sample: boolean;
}

/** Air of each town over the year as the scoring takes it, with the ranges of cells of its daily values as sources. */
export function gatherTownAir(
  context: ServiceContext,
  plan: Plan,
  year: number,
  returns: ReadonlyMap<number, ReturnRecord>,
): GatheredTownAir[] {
  const period = requirePeriodOf(String(year));
  const records = Map.groupBy(selectAirDays(context.work.handle, year, period.from, period.to), (record) => record.unitId);
  const { summaries } = airCacheOf(context.work);
  const settings = { ...BY_DATE, dust: dustOn(context, period.to, 'scores') };
  return gatherYears(context, plan, period.from, period.to)
    .filter((place) => place.kind === 'town')
    .map((town) => {
      const { concentrations, days, gaps } = evaluatePeriod(town, period, settings, summaries);
      return {
        unitId: town.placeId,
        pm25Mean: concentrations.pm25?.mean.exact ?? null,
        goodDays: days.good,
        validDays: days.valid,
        insufficient: gaps[0]?.code ?? null,
        sources: airSources(context.work.handle, town, period, records.get(town.placeId) ?? [], returns),
        sample: town.sample,
      };
    });
}

/** Where the values of a place in a span of days stand: cells of its return, and of imported files. */
export const airSources = (
  db: ReadHandle,
  place: GatheredPlace,
  span: Period,
  records: readonly AirRecord[],
  returns: ReadonlyMap<number, ReturnRecord>,
): readonly SourceRef[] => [
  ...returnSources(usedRecords(place, records), returns),
  ...(isMonitored(place) ? monitoringSources(db, place.placeId, span) : []),
];

const isMonitored = ({ sources }: GatheredPlace): boolean => [...sources.values()].some((source) => source !== 'return');

/** Days of the return that monitoring data do not cover. */
const usedRecords = ({ sources }: GatheredPlace, records: readonly AirRecord[]): readonly AirRecord[] =>
  records.filter(({ date }) => (sources.get(date) ?? 'return') === 'return');

/** The cells the town's values stand in, as one range a pollutant sheet: PM2.5 for the mean, all pollutants for the AQI of its days. */
function returnSources(records: readonly AirRecord[], returns: ReadonlyMap<number, ReturnRecord>): TownAir['sources'] {
  const [first] = records;
  const origin = first === undefined ? undefined : returns.get(first.returnId);
  if (first === undefined || origin === undefined) return [];
  const measured = AIR_FIELDS.filter((field) => records.some((record) => record.values[field] !== null));
  return measured.map((field) => {
    const cells = records.flatMap((record) => record.cells[field] ?? []);
    const range = cells.length > 1 ? `${cells[0]}:${cells.at(-1)}` : (cells[0] ?? '');
    return {
      file: origin.fileName,
      sha256: origin.sha256,
      sheet: first.sheet,
      cell: range,
      raw: `${cells.length}个日均值`,
      unitId: first.unitId,
      field,
    };
  });
}
