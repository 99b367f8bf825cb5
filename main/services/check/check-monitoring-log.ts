import type { CheckProblem } from '../../../shared/contract/check.ts';
import { canonicalJson } from '../../../shared/domain/canonical-json.ts';
import { stationProblemText, stationUnnamedText } from '../../../shared/text/check-text.ts';
import type { ReadHandle } from '../../db/handles.ts';
import {
  type ImportedMonitoring,
  type MonitoringFileRecord,
  selectImportedMonitoring,
  selectUnusedStations,
} from '../../db/queries/monitoring.ts';
import type { MonitoringContent } from '../monitoring/receiving/examine-file.ts';
import { unpaired } from './match-rows.ts';

/** Each import is logged with the files it took in and how it read them: one that is gone, was altered, or that nobody has imported, is a problem. */
export const monitoringLogProblems = (db: ReadHandle, files: readonly MonitoringFileRecord[]): CheckProblem[] =>
  unpaired('monitoring', { rows: files, entries: selectImportedMonitoring(db) }, isOf, placeOf);

const placeOf = ({ id, sha256 }: Pick<MonitoringFileRecord, 'id' | 'sha256'>): string => `监测文件 ${id} ${sha256.slice(0, 12)}…`;

const isOf = (file: MonitoringFileRecord, said: ImportedMonitoring): boolean =>
  file.id === said.id &&
  file.sha256 === said.sha256 &&
  file.fileName === said.fileName &&
  file.kind === said.kind &&
  (said.importedAt ?? file.importedAt) === file.importedAt &&
  (said.options === null || canonicalJson(JSON.parse(said.options)) === canonicalJson(file.options)) &&
  said.sources === (file.sources === null ? null : JSON.stringify(file.sources));

/** Keys of the stations that a file speaks of. */
export const stationsOf = (content: MonitoringContent): readonly string[] =>
  content.kind === 'monitoring' ? [...new Set(content.days.map(({ placeId, station }) => keyOf({ placeId, name: station })))] : [];

/** A station without a day that no file names; left out where a file cannot be read any more. */
export function stationProblems(db: ReadHandle, named: readonly (readonly string[] | null)[]): CheckProblem[] {
  if (named.includes(null)) return [];
  const known = new Set(named.flatMap((keys) => keys ?? []));
  return selectUnusedStations(db)
    .filter((station) => !known.has(keyOf(station)))
    .map(({ placeId, name }) => ({ kind: 'monitoring', place: stationProblemText(placeId, name), detail: stationUnnamedText }));
}

const keyOf = ({ placeId, name }: { readonly placeId: string; readonly name: string }): string => `${placeId}|${name}`;
