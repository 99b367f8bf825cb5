import { isDeepStrictEqual } from 'node:util';
import { openDatabase, type OpenedWork, type WorkDatabase } from '../../../main/db/open.ts';
import { ensureStation, insertMonitoringFile, selectMonitoringFiles } from '../../../main/db/queries/monitoring.ts';
import { insertStationDay, markSuperseded } from '../../../main/db/queries/station-days.ts';
import type { GatheredPlace } from '../../../main/services/monitoring/gathering/gathered-place.ts';
import { gatherPlaces } from '../../../main/services/monitoring/gathering/gather-places.ts';
import { createSummaryCache } from '../../../shared/domain/air/statistics/summary-cache.ts';
import type { Plan } from '../../../shared/domain/plan/schema.ts';
import { BENCH, stationDay } from './made-database.ts';
import { DATES, madeHours, type MadeStation, madeStations } from './made-hours.ts';
import { planOf, townId } from './made-plan.ts';
import { evaluateAll, townsOf } from './our-way.ts';

export interface ChangedDay {
  readonly fullMilliseconds: number;
  readonly changedMilliseconds: number;
  /** Of the changed run: reading and hours to days to towns. */
  readonly gatherMilliseconds: number;
  /** Months of a place summarised: for everything, and after the change. */
  readonly fullMonths: number;
  readonly changedMonths: number;
  /** Whether the results are those of an evaluation from nothing. */
  readonly sameAsFull: boolean;
}

/** A year is evaluated, then a later file corrects one day of the first town, and the year is evaluated again with what is remembered. */
export function changeOneDay(path: string, towns: number): ChangedDay {
  const work = openDatabase(path);
  const plan = planOf(towns);
  const cache = createSummaryCache();
  const begun = performance.now();
  evaluateAll(gathered(work, plan), cache);
  const fullMilliseconds = performance.now() - begun;
  const fullMonths = cache.computed().values;
  correctDay(work);
  const changed = performance.now();
  const places = gathered(work, plan);
  const gatherMilliseconds = performance.now() - changed;
  const evaluations = evaluateAll(places, cache);
  const changedMilliseconds = performance.now() - changed;
  work.close();
  const fresh = openDatabase(path);
  const sameAsFull = isDeepStrictEqual(evaluations, evaluateAll(gathered(fresh, plan), createSummaryCache()));
  fresh.close();
  return {
    fullMilliseconds,
    changedMilliseconds,
    gatherMilliseconds,
    fullMonths,
    changedMonths: cache.computed().values - fullMonths,
    sameAsFull,
  };
}

const gathered = (work: WorkDatabase, plan: Plan): readonly GatheredPlace[] =>
  townsOf(gatherPlaces({ work }, plan, DATES[0] ?? '', DATES.at(-1) ?? ''));

const DAY = 200;

/** As an import of a corrected file leaves it: a row of a new file, and the old row marked. */
function correctDay(work: OpenedWork): void {
  const db = work.writing(BENCH);
  const [old] = selectMonitoringFiles(db);
  const station: MadeStation | undefined = madeStations(1)[0];
  if (old === undefined || station === undefined) throw new Error('nothing to correct');
  const { id: oldId, ...file } = old;
  db.transaction(() => {
    const fileId = insertMonitoringFile(db, { ...file, fileName: '更正.csv' });
    const stationId = ensureStation(db, townId(station.town), `站点${station.id}`);
    insertStationDay(
      db,
      stationId,
      fileId,
      stationDay(
        station,
        DAY,
        madeHours(station, DAY).map((value) => (value > 0 ? value + 1000 : value)),
      ),
    );
    markSuperseded(db, { stationId, date: DATES[DAY] ?? '', fileId: oldId }, fileId);
  });
}
