import type { RuleEffect } from '../../../../shared/contract/monitoring-sources.ts';
import { asksFor } from '../../../../shared/domain/monitoring/asked-rules.ts';
import type { DatedRule, ValueSetting } from '../../../../shared/domain/monitoring/value-rules.ts';
import { type MonitoringFileRecord, selectMonitoringFiles, selectMonitoringFindings } from '../../../db/queries/monitoring.ts';
import { selectFileExtents } from '../../../db/queries/monitoring-register.ts';
import { selectMonitoringNumbers } from '../../../db/queries/register.ts';
import { selectDaysOfFile, type StationDay } from '../../../db/queries/station-days.ts';
import { checkpoint, type JobContext, subContext } from '../../../jobs/progress.ts';
import type { ReadingContext } from '../receiving/file-reader.ts';
import { readStored } from './read-stored.ts';
import { rulesFor } from '../sources/source-rules.ts';

interface Change {
  readonly key: ValueSetting;
  readonly from: string;
  /** Null: all sources. */
  readonly sources: readonly string[] | null;
  /** All rules as they would be. */
  readonly rules: readonly DatedRule[];
}

/**
 * Files that were taken in of which something counts and that would say something else of a day if they came in by these rules: each that has such
 * values is read again from its original.
 */
export async function effectOfRules(context: ReadingContext, change: Change, job: JobContext): Promise<RuleEffect> {
  await checkpoint(job);
  const db = context.work.handle;
  const [numbers, extents] = [selectMonitoringNumbers(db), selectFileExtents(db)];
  const candidates = selectMonitoringFiles(db).filter((file) => {
    const extent = extents.get(file.id);
    if (file.kind !== 'monitoring' || extent === undefined || extent.counting === 0 || (extent.to ?? '') < change.from) return false;
    if (change.sources !== null && file.sources !== null && !file.sources.some((source) => change.sources?.includes(source))) return false;
    return mayHoldSuch(file, change.key) || selectMonitoringFindings(db, file).some((finding) => asksFor(finding, change.key));
  });
  const files: RuleEffect['files'] = [];
  for (const [index, file] of candidates.entries()) {
    await checkpoint(job);
    const days = await changedDays(context, file, change, subContext(job, index / candidates.length, (index + 1) / candidates.length));
    const number = numbers.get(file.id);
    if (number !== undefined && days > 0) files.push({ number, file: file.fileName, days });
  }
  return { files };
}

/** Rows of zeros leave no finding once they are taken as they stand. */
const mayHoldSuch = ({ options }: MonitoringFileRecord, key: ValueSetting): boolean =>
  key === 'air.zero-row' && (options.rules ?? []).some((rule) => rule.key === key);

async function changedDays(context: ReadingContext, file: MonitoringFileRecord, { rules }: Change, job: JobContext): Promise<number> {
  const { rules: _, ...options } = file.options;
  const again = await readStored(context, file, job, { ...options, rules });
  if (again?.content?.kind !== 'monitoring') return 0;
  // A file of before its sources were kept tells them now.
  const concerned = rulesFor(rules, again.sources).length > 0 || file.options.rules !== undefined;
  if (!concerned) return 0;
  const stored = new Map(selectDaysOfFile(context.work.handle, file.id).map((day) => [keyOf(day), saidOf(day)]));
  const read = again.content.days.filter((day) => !day.blank || stored.has(keyOf(day)));
  return read.filter((day) => stored.get(keyOf(day)) !== saidOf(day)).length;
}

const keyOf = ({ placeId, station, date }: { readonly placeId: string; readonly station: string; readonly date: string }): string =>
  `${placeId}|${station}|${date}`;

const saidOf = ({ values, invalid, hours }: StationDay): string =>
  JSON.stringify([Object.entries(values).toSorted(), invalid, hours === null ? null : Buffer.from(hours).toString('base64')]);
