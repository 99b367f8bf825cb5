import { MONITORING_EDITION } from '../../../../shared/domain/monitoring/edition.ts';
import { VALUE_SETTING_KEYS } from '../../../../shared/domain/monitoring/value-rules.ts';
import type { StationRegister } from '../../../../shared/domain/monitoring/stations/register.ts';
import type { StationStatement } from '../../../../shared/domain/monitoring/stations/types.ts';
import type { ReadHandle } from '../../../db/handles.ts';
import { type ReadingOptions, selectMonitoringFiles } from '../../../db/queries/monitoring.ts';
import { selectSettings } from '../../../db/queries/settings.ts';
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
  const files = selectMonitoringFiles(db);
  const assigned = Object.fromEntries(files.flatMap((file) => Object.entries(file.options.assigned ?? {})));
  const rules = selectSettings(db).flatMap(({ key, value, from }) =>
    VALUE_SETTING_KEYS.some((known) => known === key) ? [{ key, value: String(value), from }] : [],
  );
  const options: ReadingOptions = {
    hourStamp,
    year,
    edition: MONITORING_EDITION,
    ...(blanks === 'replace' ? { blanks } : {}),
    ...(newest === 0 ? {} : { register: newest }),
    ...(Object.keys(assigned).length === 0 ? {} : { assigned }),
    ...stampsOf(files.flatMap((file) => Object.entries(file.options.stamps ?? {}))),
    ...(rules.length === 0 ? {} : { rules }),
  };
  return { options, register, statements: drafts.statements };
}

/** What was said of the hour labels of a batch holds for its sources from now on; `sources` are their keys. */
export function rememberStamps(options: ReadingOptions, sources: readonly string[]): ReadingOptions {
  const { hourStamp } = options;
  if (hourStamp === 'auto' || sources.length === 0) return options;
  const before = Object.entries(options.stamps ?? {});
  return { ...options, ...stampsOf([...before, ...sources.map((source): [string, 'start' | 'end'] => [source, hourStamp])]) };
}

const stampsOf = (entries: readonly [string, 'start' | 'end'][]): Pick<ReadingOptions, 'stamps'> =>
  entries.length === 0 ? {} : { stamps: Object.fromEntries(entries) };

/** Names of the register by which a file is read. */
export const namesOf = ({ names }: StationRegister): ReadonlySet<string> =>
  new Set([...names].flatMap(([name, station]) => (station === '' ? [] : [name])));

/** The same as they were when a stored file was read. */
export const namesOfFile = (db: ReadHandle, { register }: ReadingOptions): ReadonlySet<string> =>
  register === undefined ? new Set() : namesOf(readRegister(db, register));
