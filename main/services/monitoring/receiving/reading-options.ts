import { MONITORING_EDITION } from '../../../../shared/domain/monitoring/edition.ts';
import type { StationRegister } from '../../../../shared/domain/monitoring/stations/register.ts';
import type { StationStatement } from '../../../../shared/domain/monitoring/stations/types.ts';
import type { ReadHandle } from '../../../db/handles.ts';
import { type ReadingOptions, selectMonitoringFiles } from '../../../db/queries/monitoring.ts';
import { newestStationStatement } from '../../../db/queries/station-statements.ts';
import { stationDrafts } from '../stations/draft-statements.ts';
import { readRegister } from '../gathering/station-groups.ts';

/** How files are to be read, as it is asked for; `assign` names stations and the stations or places they belong to. */
export interface ReadingRequest {
  readonly hourStamp: ReadingOptions['hourStamp'];
  readonly year: number | null;
  readonly blanks?: 'keep' | 'replace' | undefined;
  readonly assign?: readonly { readonly station: string; readonly place: string }[] | undefined;
}

/** What is kept with the file, and what the register of stations says while it is read. */
export interface Reading {
  readonly options: ReadingOptions;
  /** As it is once the assignments that were asked for are made. */
  readonly register: StationRegister;
  /** These assignments, to be stored with the first file that is taken in. */
  readonly statements: readonly StationStatement[];
}

/** Assignments go into the register, where the next file finds them; those of before there was one are remembered with their files. */
export function readingOf(db: ReadHandle, { hourStamp, year, blanks, assign = [] }: ReadingRequest): Reading {
  const drafts = stationDrafts(db);
  for (const { station, place } of assign) drafts.assign(station, place);
  const { register } = drafts.names();
  const newest = drafts.statements.at(-1)?.id ?? newestStationStatement(db);
  const assigned = Object.fromEntries(selectMonitoringFiles(db).flatMap(({ options }) => Object.entries(options.assigned ?? {})));
  const options: ReadingOptions = {
    hourStamp,
    year,
    edition: MONITORING_EDITION,
    ...(blanks === 'replace' ? { blanks } : {}),
    ...(newest === 0 ? {} : { register: newest }),
    ...(Object.keys(assigned).length === 0 ? {} : { assigned }),
  };
  return { options, register, statements: drafts.statements };
}

/** Names of the register by which a file is read. */
export const namesOf = ({ names }: StationRegister): ReadonlySet<string> =>
  new Set([...names].flatMap(([name, station]) => (station === '' ? [] : [name])));

/** The same as they were when a stored file was read. */
export const namesOfFile = (db: ReadHandle, { register }: ReadingOptions): ReadonlySet<string> =>
  register === undefined ? new Set() : namesOf(readRegister(db, register));
