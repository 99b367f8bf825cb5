import { z } from 'zod';
import { STATION_KINDS } from '../domain/monitoring/stations/types.ts';
import { findingSchema, grant, isoDate, passwords } from './common.ts';
import { command, query } from './method.ts';
import { pollutant } from './monitoring-settings.ts';

const kind = z.enum(STATION_KINDS);

const place = z.object({ placeId: z.string(), name: z.string(), weight: z.string() });

/** What holds of a station from a day on. */
const phase = z.object({
  /** Null: since ever. */
  from: z.string().nullable(),
  name: z.string(),
  code: z.string().nullable(),
  kind: kind.nullable(),
  places: z.array(place),
  /** 监测项目; null where nobody has said: the data of each year tell. */
  items: z.array(pollutant).nullable(),
  /** Last day of the station. */
  until: z.string().nullable(),
  /** Last day for which this holds: the station's, or that before the next change. */
  to: z.string().nullable(),
});

/** Who said what of a station, oldest first. */
const entry = z.object({
  id: z.int(),
  act: z.enum(['set', 'name']),
  from: z.string().nullable(),
  /** The name of the station, or the other name that was assigned to it. */
  name: z.string(),
  document: z.string().nullable(),
  reason: z.string(),
  actor: z.string(),
  at: z.string(),
});

const station = z.object({
  key: z.string(),
  /** As it is called; the town's name where the data name no station. */
  name: z.string(),
  /** False: known from data only, nobody has said anything of it. */
  registered: z.boolean(),
  aliases: z.array(z.string()),
  /** Oldest first; of a station that nobody has spoken of what its data say. */
  phases: z.array(phase),
  /** What the data have of it: days, first and last, and the items with a value in the last year. */
  data: z.object({ days: z.int(), from: z.string().nullable(), to: z.string().nullable(), items: z.array(pollutant) }),
  entries: z.array(entry),
});
export type ListedStation = z.infer<typeof station>;

/** A name that a file has and nothing knows. */
const unassigned = z.object({ name: z.string(), file: z.string(), at: z.string() });

const said = z.object({ key: z.string(), name: z.string(), entries: z.array(entry) });

const places = z.array(z.strictObject({ place: z.string().min(1), weight: z.string().default('1') })).min(1);

/** A row of a table of stations (站点表). */
const line = z.object({
  sheet: z.string(),
  /** The cell with its name. */
  cell: z.string(),
  name: z.string(),
  code: z.string().nullable(),
  places: z.array(z.string()),
  /** Of the register: a new station, or one that is in it; null for a row that cannot be taken. */
  act: z.enum(['new', 'changed']).nullable(),
  /** Why it cannot be taken. */
  failure: z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }).nullable(),
});

const registerReport = z.object({ file: z.string(), findings: z.array(findingSchema), lines: z.array(line) });
export type RegisterReport = z.infer<typeof registerReport>;

export const stationsMethods = {
  /** The register of stations (站点登记): every station of the data and of the register, and names of files that are assigned to none. */
  'stations.list': query(z.strictObject({}), z.object({ stations: z.array(station), unassigned: z.array(unassigned) }), ['WORK_NONE']),
  /**
   * Says of a station what holds from a day on; what is left out stays as it was on that day. A name that neither the register nor the data
   * know makes a new station. Nothing is taken back: of two statements for one day the later one holds.
   */
  'stations.set': command(
    { permission: 'decide', audit: 'stations.set' },
    z.strictObject({
      /** Name, code or key of the station where it is to be called otherwise from then on. */
      station: z.string().min(1).optional(),
      name: z.string().trim().min(1).optional(),
      code: z.string().trim().nullable().optional(),
      aliases: z.array(z.string().trim().min(1)).optional(),
      kind: kind.nullable().optional(),
      places: places.optional(),
      items: z.array(pollutant).min(1).nullable().optional(),
      from: isoDate.optional(),
      until: isoDate.nullable().optional(),
      document: z.string().min(1).optional(),
      reason: z.string().trim().min(1),
    }),
    said,
    [
      'WORK_NONE',
      'UNIT_UNKNOWN',
      'STATION_UNKNOWN',
      'STATION_AMBIGUOUS',
      'STATION_UNNAMED',
      'STATION_NAME_TAKEN',
      'STATION_NAME_PLACE',
      'STATION_PLACE_MISSING',
      'STATION_PLACE_TWICE',
      'STATION_PLACE_OUTSIDE',
      'STATION_WEIGHT',
      'STATION_DATES',
    ],
  ),
  /** What a table of stations in a workbook or CSV says, row by row, and why a row cannot be taken; stores nothing. */
  'stations.read': query(z.strictObject({ source: grant, passwords }), registerReport, ['WORK_NONE', 'FILE_GRANT_UNKNOWN']),
  /** Says of every station of the table what its row says, as `stations.set` does; with a row that cannot be taken nothing is stored. */
  'stations.import': command(
    { permission: 'decide', audit: 'stations.import' },
    z.strictObject({ source: grant, passwords, document: z.string().min(1).optional(), reason: z.string().trim().min(1) }),
    registerReport.extend({ stored: z.boolean() }),
    ['WORK_NONE', 'FILE_GRANT_UNKNOWN'],
  ),
  /** Gives a name to a station or a place (归入), or takes it from all (`to` null). */
  'stations.assign': command(
    { permission: 'decide', audit: 'stations.assign' },
    z.strictObject({
      name: z.string().trim().min(1),
      to: z.string().min(1).nullable(),
      document: z.string().min(1).optional(),
      reason: z.string().trim().min(1),
    }),
    said,
    ['WORK_NONE', 'UNIT_UNKNOWN', 'STATION_UNKNOWN', 'STATION_AMBIGUOUS', 'STATION_NAME_PLACE', 'STATION_NAME_TAKEN', 'STATION_TARGET'],
  ),
};
