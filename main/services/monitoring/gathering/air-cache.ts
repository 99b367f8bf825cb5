import { type AreaMemory, createAreaMemory } from '../../../../shared/domain/air/area/area-memory.ts';
import { createSummaryCache, type SummaryCache } from '../../../../shared/domain/air/statistics/summary-cache.ts';
import type { WorkDatabase } from '../../../db/open.ts';
import type { ReadHandle } from '../../../db/handles.ts';
import { type DataState, dataState } from '../../../db/queries/monitoring.ts';
import { selectStationsAfterFile } from '../../../db/queries/station-days.ts';
import type { GatheredYear } from './gathered-place.ts';
import type { StationSeries } from './station-series.ts';

/** What an open work remembers of its air data: years as gathered, and summaries of months. Nothing in it can outlive a change of the data. */
export interface AirCache {
  /** The year, gathered anew when `state` is another one. */
  readonly year: (state: string, year: number, gather: () => GatheredYear) => GatheredYear;
  /** Stations of the year as read before, by id, without those that a file taken in since speaks of; null: read, and without a day. */
  readonly stations: (db: ReadHandle, year: number) => Map<number, StationSeries | null>;
  /** Days of the district of the year as they were reckoned last; compares what entered them itself. */
  readonly district: (year: number) => AreaMemory;
  /** Compares days itself: a new file costs the months it changes, and no others. */
  readonly summaries: SummaryCache;
}

/** A period with the same last year and the one before touch three years. */
const MOST_YEARS = 4;

const caches = new WeakMap<WorkDatabase, AirCache>();

export function airCacheOf(work: WorkDatabase): AirCache {
  const known = caches.get(work);
  if (known !== undefined) return known;
  const made = createAirCache();
  caches.set(work, made);
  return made;
}

function createAirCache(): AirCache {
  const years = new Map<number, GatheredYear>();
  const stations = createStationMemory();
  const districts = new Map<number, AreaMemory>();
  let held = '';
  return {
    year(state, year, gather) {
      if (state !== held) years.clear();
      held = state;
      const gathered = years.get(year) ?? gather();
      // Set again, so that the year that was not asked for longest stands first and is the one to go.
      years.delete(year);
      years.set(year, gathered);
      const [oldest] = years.keys();
      if (years.size > MOST_YEARS && oldest !== undefined) {
        years.delete(oldest);
        stations.forget(oldest);
        districts.delete(oldest);
      }
      return gathered;
    },
    stations: stations.of,
    district(year) {
      const known = districts.get(year) ?? createAreaMemory();
      districts.set(year, known);
      return known;
    },
    summaries: createSummaryCache(),
  };
}

interface StationMemory {
  readonly of: AirCache['stations'];
  readonly forget: (year: number) => void;
}

/**
 * Rows are only ever added with a file or marked by one, so its stations are all that can have changed, unless a file was taken back or another
 * tool has written.
 */
function createStationMemory(): StationMemory {
  const years = new Map<number, Map<number, StationSeries | null>>();
  let held: DataState = { version: -1, newestFile: 0, newestDecision: 0, newestEvent: 0 };
  return {
    of(db, year) {
      const state = dataState(db);
      // The whole table would be read for it, and where nothing is remembered there is nothing to forget.
      const changed = years.size === 0 || state.newestFile === held.newestFile ? [] : selectStationsAfterFile(db, held.newestFile);
      const foreign = state.version !== held.version && state.newestEvent === held.newestEvent;
      if (foreign || state.newestDecision !== held.newestDecision) years.clear();
      for (const known of years.values()) for (const id of changed) known.delete(id);
      held = state;
      const known = years.get(year) ?? new Map<number, StationSeries | null>();
      years.set(year, known);
      return known;
    },
    forget: (year) => years.delete(year),
  };
}
