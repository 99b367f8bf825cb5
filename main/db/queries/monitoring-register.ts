import { REGISTERED } from '../../../shared/domain/monitoring/stations/register.ts';
import type { ReadHandle } from '../handles.ts';

/** What a file of monitoring data, dust days or forecasts speaks of, and how much of it counts. */
export interface FileExtent {
  /** Towns by id, 'district' or 'all'; none of forecasts, which are for the district. */
  readonly placeIds: readonly string[];
  /** Names of the register under which days of the file are stored: whose they are the register says. */
  readonly stations: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
  /** Days of stations, dust days, or forecasts. */
  readonly rows: number;
  readonly counting: number;
  /** Whether it is a table of what was published of days, without concentrations. */
  readonly published: boolean;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

type Row = Omit<FileExtent, 'placeIds' | 'stations' | 'published'> & {
  readonly published: number;
  readonly id: number;
  readonly places: string | null;
  readonly stations: string | null;
};

/** By file id. */
export function selectFileExtents(db: ReadHandle): ReadonlyMap<number, FileExtent> {
  const rows = db.prepare(`${EXTENTS} ORDER BY m.id`).all() as Row[];
  return new Map(
    rows.map(({ id, places, stations, published, ...extent }) => [
      id,
      {
        ...extent,
        published: published === 1,
        placeIds: places === null ? [] : places.split(',').toSorted(),
        stations: stations === null ? [] : (JSON.parse(stations) as string[]).toSorted(),
      },
    ]),
  );
}

const EXTENTS = `
  WITH said AS (
    SELECT d.file_id, CASE WHEN s.place_id <> '${REGISTERED}' THEN s.place_id END AS place_id,
      CASE WHEN s.place_id = '${REGISTERED}' THEN s.name END AS station, d.date, d.superseded_by
      FROM station_day d JOIN station s ON s.id = d.station_id
    UNION ALL SELECT file_id, place_id, NULL, date, superseded_by FROM dust_day
    UNION ALL SELECT file_id, CASE WHEN place_id <> '${REGISTERED}' THEN place_id END, CASE WHEN place_id = '${REGISTERED}' THEN station END,
      date, superseded_by FROM published_day
    UNION ALL SELECT file_id, NULL, NULL, date, superseded_by FROM forecast),
  extent AS (
    SELECT file_id, group_concat(DISTINCT place_id) AS places,
      CASE WHEN count(station) > 0 THEN json_group_array(DISTINCT station) FILTER (WHERE station IS NOT NULL) END AS stations, min(date) AS first, max(date) AS last, count(*) AS rows,
      count(*) FILTER (WHERE superseded_by IS NULL) AS counting FROM said GROUP BY file_id),
  found AS (
    SELECT file_id, count(*) FILTER (WHERE severity = 'error') AS errors, count(*) FILTER (WHERE severity = 'warning') AS warnings,
      count(*) FILTER (WHERE severity = 'info') AS infos FROM monitoring_finding GROUP BY file_id)
  SELECT m.id, e.places, e.stations, e.first AS "from", e.last AS "to", coalesce(e.rows, 0) AS rows, coalesce(e.counting, 0) AS counting,
    EXISTS (SELECT 1 FROM published_day p WHERE p.file_id = m.id) AS published,
    coalesce(f.errors, 0) AS errors, coalesce(f.warnings, 0) AS warnings, coalesce(f.infos, 0) AS infos
  FROM monitoring_file m LEFT JOIN extent e ON e.file_id = m.id LEFT JOIN found f ON f.file_id = m.id`;
