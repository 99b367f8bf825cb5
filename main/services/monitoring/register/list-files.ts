import type { MonitoringFileFindings, MonitoringFileList, MonitoringFileRow } from '../../../../shared/contract/monitoring-files.ts';
import { Failure } from '../../../../shared/domain/failure.ts';
import type { ReadHandle } from '../../../db/handles.ts';
import { type MonitoringFileRecord, selectMonitoringFiles, selectMonitoringFindings } from '../../../db/queries/monitoring.ts';
import { type FileExtent, selectFileExtents } from '../../../db/queries/monitoring-register.ts';
import {
  type DecisionRecord,
  selectDecisions,
  selectMonitoringId,
  selectMonitoringNumbers,
  selectWithdrawnMonitoring,
} from '../../../db/queries/register.ts';
import { readWorkPlan } from '../../plan/work-plan.ts';
import { newestContent, ownerOf, REGISTERED, type StationRegister } from '../../../../shared/domain/monitoring/stations/register.ts';
import { districtNameOf } from '../gathering/district.ts';
import { readRegister } from '../gathering/station-groups.ts';
import { ruledBy } from '../sources/ruled-by.ts';
import { rulesNow } from '../sources/source-rules.ts';

/** Every file of monitoring data, dust days and forecasts that was taken in, the newest first, with what of it counts today. */
export function listMonitoringFiles(db: ReadHandle): MonitoringFileList {
  const { plan } = readWorkPlan(db);
  const district = districtNameOf(db);
  const register = readRegister(db);
  const names = new Map(plan.units.map(({ id, name }) => [id, name]));
  const [numbers, extents, withdrawn] = [selectMonitoringNumbers(db), selectFileExtents(db), selectWithdrawnMonitoring(db)];
  const current = rulesNow(db);
  const decisions = Map.groupBy(selectDecisions(db), ({ number }) => number);
  const files = selectMonitoringFiles(db).flatMap((file) => {
    const number = numbers.get(file.id);
    if (number === undefined) return [];
    const { placeIds, stations, published, ...extent } = extents.get(file.id) ?? NOTHING;
    return [
      {
        ...outlineOf(file),
        ...extent,
        ...(published ? { kind: 'published' as const } : {}),
        number,
        places: [...placeIds.map((id) => names.get(id) ?? district), ...stationNames(register, stations)],
        state: withdrawn.has(file.id) ? 'withdrawn' : extent.counting > 0 || extent.rows === 0 ? 'counts' : 'replaced',
        ...ruledBy(db, file, extent, current),
        decisions: (decisions.get(number) ?? []).map(decisionOf),
      } satisfies MonitoringFileRow,
    ];
  });
  return { files: files.toSorted((one, other) => other.number - one.number) };
}

/** As the register calls them now; a name that has been taken from all stays as it was printed. */
const stationNames = (register: StationRegister, printed: readonly string[]): string[] => [
  ...new Set(
    printed.map((name) => {
      const station = register.stations.get(ownerOf(register, REGISTERED, name) ?? '');
      const said = station === undefined ? '' : newestContent(station).name;
      return said === '' ? name : said;
    }),
  ),
];

const outlineOf = ({ fileName: file, kind, sha256, format, importedAt, sample }: MonitoringFileRecord) => ({
  file,
  kind,
  sha256,
  format,
  importedAt,
  sample,
});

const decisionOf = ({ act, reason, actor: by, at }: DecisionRecord): MonitoringFileRow['decisions'][number] => ({
  act: act === 'withdraw' ? 'withdraw' : 'restore',
  reason,
  by,
  at,
});

const NOTHING: FileExtent = {
  placeIds: [],
  stations: [],
  from: null,
  to: null,
  rows: 0,
  counting: 0,
  published: false,
  errors: 0,
  warnings: 0,
  infos: 0,
};

/** What was found in one of them when it was taken in. */
export function findingsOfMonitoringFile(db: ReadHandle, number: number): MonitoringFileFindings {
  const id = selectMonitoringId(db, number);
  const file = selectMonitoringFiles(db).find((record) => record.id === id);
  if (file === undefined) throw new Failure('AIR_FILE_UNKNOWN', { number });
  return { number, file: file.fileName, findings: selectMonitoringFindings(db, file) };
}
