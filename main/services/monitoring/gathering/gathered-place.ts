import type { PlaceMembers } from './place-members.ts';
import type { PlaceSeries } from '../../../../shared/domain/air/types.ts';

/** hours: reckoned from hourly means; daily: imported daily values; return: the town's own 填报表; mixed: by pollutant or station. */
export type DaySource = 'hours' | 'daily' | 'return' | 'mixed';

/** A town, or the district, with its days from all that is stored. */
export interface GatheredPlace extends PlaceSeries {
  readonly name: string;
  readonly kind: 'town' | 'district';
  /** Source of each day that has a value. */
  readonly sources: ReadonlyMap<string, DaySource>;
  /** Named stations with data in the span; empty where the data name none. */
  readonly stations: readonly string[];
  /** Stations whose mean the values are, at least 1 where there are days: stations without a name count too. */
  readonly stationCount: number;
  /** Which stations and towns the values are the mean of, and which they ought to be. */
  readonly members: PlaceMembers;
  /** 示例数据 among its days. */
  readonly sample: boolean;
  /** Of the district: mean of its own stations, or of all stations of the towns; null without days and for a town. */
  readonly meanOf: 'stations' | 'towns' | null;
}

/** What is stored of a year, place by place as it is asked for: a page of one town reads nothing of the others. */
export interface GatheredYear {
  /** Of all places, the district last. */
  readonly ids: readonly string[];
  readonly place: (placeId: string) => GatheredPlace;
}
