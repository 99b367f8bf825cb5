import { MONITORING_EDITION } from '../../../../shared/domain/monitoring/edition.ts';
import type { StationRegister } from '../../../../shared/domain/monitoring/stations/register.ts';
import type { StationStatement } from '../../../../shared/domain/monitoring/stations/types.ts';
import type { ReadHandle } from '../../../db/handles.ts';
import { type ReadingOptions, selectMonitoringFiles } from '../../../db/queries/monitoring.ts';
import { newestStationStatement } from '../../../db/queries/station-statements.ts';
import { stationDrafts } from '../stations/draft-statements.ts';
import { draftRules, rulesFor, rulesNow, type SaidRule } from '../sources/source-rules.ts';
import { readRegister } from '../gathering/station-groups.ts';

/** How files are to be read, as it is asked for; `assign` names stations and the stations or places they belong to. */
export interface ReadingRequest {
  readonly hourStamp: ReadingOptions['hourStamp'];
  readonly year: number | null;
  readonly blanks?: 'keep' | 'replace' | undefined;
  readonly assign?: readonly { readonly station: string; readonly place: string }[] | undefined;
  /** Rules for the values of sources, which are remembered for them. */
  readonly rules?: readonly SaidRule[] | undefined;
}

/** What is kept with the file, and what the register of stations says while it is read. */
export interface Reading {
  readonly options: ReadingOptions;
  /** As it is once the assignments that were asked for are made. */
  readonly register: StationRegister;
  /** These assignments, to be stored with the first file that is taken in. */
  readonly statements: readonly StationStatement[];
  /** Rules that were asked for and did not hold before, to be stored with the files of their sources. */
  readonly rules: readonly SaidRule[];
}

/** Assignments go into the register, where the next file finds them; those of before there was one are remembered with their files. */
export function readingOf(db: ReadHandle, { hourStamp, year, blanks, assign = [], rules: chosen = [] }: ReadingRequest): Reading {
  const stations = stationDrafts(db);
  for (const { station, place } of assign) stations.assign(station, place);
  const { register } = stations.names();
  const newest = stations.statements.at(-1)?.id ?? newestStationStatement(db);
  const files = selectMonitoringFiles(db);
  const assigned = Object.fromEntries(files.flatMap((file) => Object.entries(file.options.assigned ?? {})));
  const before = rulesNow(db);
  const drafts = draftRules(before, chosen);
  const rules = [...before, ...drafts];
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
  return { options, register, statements: stations.statements, rules: drafts };
}

/** How a batch was read, as it is kept with its files: of rules only those that concern one of its sources. */
export function keptOptions(options: ReadingOptions, files: readonly BatchFile[]): ReadingOptions {
  const { rules, ...others } = rememberStamps(
    options,
    files.flatMap(({ hourSources }) => hourSources),
  );
  const kept = rulesFor(
    rules ?? [],
    files.flatMap(({ sources }) => sources),
  );
  return kept.length === 0 ? others : { ...others, rules: kept };
}

interface BatchFile {
  readonly sources: readonly string[];
  readonly hourSources: readonly string[];
}

/** What was said of the hour labels of a batch holds for its sources from now on; `sources` are their keys. */
function rememberStamps(options: ReadingOptions, sources: readonly string[]): ReadingOptions {
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
