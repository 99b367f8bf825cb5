import { beijingDay } from '../../../../shared/domain/calendar.ts';
import { airUnits } from '../../../../shared/domain/plan/unit-schema.ts';
import type { MonitoringFileRecord, ReadingOptions } from '../../../db/queries/monitoring.ts';
import type { JobContext } from '../../../jobs/progress.ts';
import { originalToRead } from '../../originals.ts';
import { readWorkPlan } from '../../plan/work-plan.ts';
import { districtNamesOf } from '../gathering/district.ts';
import type { ExaminedMonitoring } from '../receiving/examine-file.ts';
import type { ReadingContext } from '../receiving/file-reader.ts';
import { namesOfFile } from '../receiving/reading-options.ts';

/** Reads the original of a stored file once more, as it was read or otherwise; null where it is not what came in. */
export async function readStored(
  { work: { handle: db }, reader }: ReadingContext,
  { sha256, fileName: name, options: kept, importedAt }: MonitoringFileRecord,
  job: JobContext,
  options: ReadingOptions = kept,
): Promise<ExaminedMonitoring | null> {
  const original = originalToRead(db, sha256);
  if ('broken' in original) return null;
  const { plan } = readWorkPlan(db);
  const request = {
    plan: { ...plan, units: airUnits(plan) },
    districtNames: districtNamesOf(db),
    only: null,
    passwords: [],
    options,
    registered: namesOfFile(db, kept),
    until: beijingDay(importedAt),
  };
  return reader.read({ name, bytes: original.bytes, request }, job.signal, (fraction) => job.report(fraction, 'readMonitoring'));
}
