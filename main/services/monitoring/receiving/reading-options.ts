import { MONITORING_EDITION } from '../../../../shared/domain/monitoring/edition.ts';
import { VALUE_SETTING_KEYS } from '../../../../shared/domain/monitoring/value-rules.ts';
import type { ReadHandle } from '../../../db/handles.ts';
import { type ReadingOptions, selectMonitoringFiles } from '../../../db/queries/monitoring.ts';
import { selectSettings } from '../../../db/queries/settings.ts';
import { readWorkPlan } from '../../plan/work-plan.ts';
import { placeIdOf } from '../gathering/places.ts';

/** How files are to be read, as it is asked for; `assign` names stations and the places they belong to. */
export interface ReadingRequest {
  readonly hourStamp: ReadingOptions['hourStamp'];
  readonly year: number | null;
  readonly blanks?: 'keep' | 'replace' | undefined;
  readonly assign?: readonly { readonly station: string; readonly place: string }[] | undefined;
}

/** What is kept with the file. Assignments of before are remembered; a newer one of the same station takes their place. */
export function readingOptions(db: ReadHandle, { hourStamp, year, blanks, assign = [] }: ReadingRequest): ReadingOptions {
  const before = selectMonitoringFiles(db).flatMap(({ options }) => Object.entries(options.assigned ?? {}));
  const { plan } = readWorkPlan(db);
  const now = assign.map(({ station, place }): [string, string] => [station, placeIdOf(plan, place, ANY_DAY)]);
  const assigned = Object.fromEntries([...before, ...now]);
  const rules = selectSettings(db).flatMap(({ key, value, from }) =>
    VALUE_SETTING_KEYS.some((known) => known === key) ? [{ key, value: String(value), from }] : [],
  );
  return {
    hourStamp,
    year,
    edition: MONITORING_EDITION,
    ...(blanks === 'replace' ? { blanks } : {}),
    ...(Object.keys(assigned).length === 0 ? {} : { assigned }),
    ...stampsOf(selectMonitoringFiles(db).flatMap(({ options }) => Object.entries(options.stamps ?? {}))),
    ...(rules.length === 0 ? {} : { rules }),
  };
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

const ANY_DAY = { from: '0001-01-01', to: '9999-12-31' };
