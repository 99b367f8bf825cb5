import type { MonitoringFileFindings, MonitoringFileList } from '../../../../shared/contract/monitoring-files.ts';
import { Failure } from '../../../../shared/domain/failure.ts';
import type { ReadHandle } from '../../../db/handles.ts';
import { selectMonitoringFiles, selectMonitoringFindings } from '../../../db/queries/monitoring.ts';
import { type FileExtent, selectFileExtents } from '../../../db/queries/monitoring-register.ts';
import { selectDecisions, selectMonitoringId, selectMonitoringNumbers, selectWithdrawnMonitoring } from '../../../db/queries/register.ts';
import { readWorkPlan } from '../../plan/work-plan.ts';
import { districtNameOf } from '../gathering/district.ts';

/** Every file of monitoring data, dust days and forecasts that was taken in, the newest first, with what of it counts today. */
export function listMonitoringFiles(db: ReadHandle): MonitoringFileList {
  const { plan } = readWorkPlan(db);
  const district = districtNameOf(db);
  const names = new Map(plan.units.map(({ id, name }) => [id, name]));
  const [numbers, extents, withdrawn] = [selectMonitoringNumbers(db), selectFileExtents(db), selectWithdrawnMonitoring(db)];
  const decisions = Map.groupBy(selectDecisions(db), ({ number }) => number);
  const files = selectMonitoringFiles(db).flatMap((file) => {
    const number = numbers.get(file.id);
    if (number === undefined) return [];
    const { placeIds, from, to, rows, counting, errors, warnings, infos } = extents.get(file.id) ?? NOTHING;
    const { fileName, kind, sha256, format, importedAt, sample } = file;
    return [
      {
        ...{ number, file: fileName, kind, sha256, format, importedAt, sample, from, to, rows, counting, errors, warnings, infos },
        places: placeIds.map((id) => names.get(id) ?? district),
        state: withdrawn.has(file.id) ? ('withdrawn' as const) : counting > 0 || rows === 0 ? ('counts' as const) : ('replaced' as const),
        decisions: (decisions.get(number) ?? []).map(({ act, reason, actor, at }) => ({
          ...{ reason, by: actor, at },
          act: act === 'withdraw' ? ('withdraw' as const) : ('restore' as const),
        })),
      },
    ];
  });
  return { files: files.toSorted((one, other) => other.number - one.number) };
}

const NOTHING: FileExtent = { placeIds: [], from: null, to: null, rows: 0, counting: 0, errors: 0, warnings: 0, infos: 0 };

/** What was found in one of them when it was taken in. */
export function findingsOfMonitoringFile(db: ReadHandle, number: number): MonitoringFileFindings {
  const id = selectMonitoringId(db, number);
  const file = selectMonitoringFiles(db).find((record) => record.id === id);
  if (file === undefined) throw new Failure('AIR_FILE_UNKNOWN', { number });
  return { number, file: file.fileName, findings: selectMonitoringFindings(db, file) };
}
