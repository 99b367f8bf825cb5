import type { WriteHandle } from '../../../db/handles.ts';
import {
  insertDustDay,
  insertForecast,
  selectDustDays,
  selectForecasts,
  supersedeDustDay,
  supersedeForecast,
} from '../../../db/queries/dust-forecast.ts';
import {
  ensureStation,
  insertMonitoringFile,
  insertMonitoringFinding,
  type ReadingOptions,
  selectMonitoringFilesBySha256,
} from '../../../db/queries/monitoring.ts';
import { insertReceived } from '../../../db/queries/register.ts';
import { insertStationDay, markFileSuperseded, markSuperseded, selectCurrentCovers } from '../../../db/queries/station-days.ts';
import type { Steps } from '../../../db/stepwise.ts';
import { keepOriginal } from '../../originals.ts';
import type { MonitoringContent } from '../receiving/examine-file.ts';
import { DAYS_OF_STEP } from './judge-days.ts';
import { insertPublishedDay, selectPublishedDays, supersedePublishedDay } from '../../../db/queries/published-days.ts';
import { forecastKey, publishedKey } from './judge-entries.ts';
import type { JudgedMonitoring } from './judge-files.ts';
import type { PreparedDay } from '../receiving/prepare-days.ts';
import { supersededBy } from './supersede.ts';

/** A file as it lies in the work. */
export interface StoredFile {
  readonly id: number;
  readonly number: number;
  readonly opened: string | null;
}

/** Stores one accepted file: bytes, rows with their cells, findings; marks what no longer counts. Runs inside the batch's transaction. */
export function* storeMonitoring(
  db: WriteHandle,
  { file, findings }: JudgedMonitoring,
  options: ReadingOptions,
  importedAt: string,
): Steps<StoredFile> {
  const { content, sha256, bytes, opened } = file;
  if (content === null || sha256 === null || bytes === null) throw new Error(`not storable: ${file.name}`);
  const readAs = keepOriginal(db, { sha256, bytes, opened });
  const fileId = insertMonitoringFile(db, {
    kind: content.kind,
    sha256,
    fileName: file.name,
    format: file.format,
    encoding: file.encoding,
    options,
    importedAt,
    sample: file.sample,
    sources: file.sources,
  });
  for (const item of findings) insertMonitoringFinding(db, fileId, item);
  for (const earlier of selectMonitoringFilesBySha256(db, sha256)) if (earlier.id !== fileId) markFileSuperseded(db, earlier.id, fileId);
  yield* storeContent(db, fileId, content);
  return { id: fileId, number: insertReceived(db, { monitoringId: fileId }), opened: readAs };
}

function* storeContent(db: WriteHandle, fileId: number, content: MonitoringContent): Steps<void> {
  switch (content.kind) {
    case 'monitoring':
      storePublished(db, fileId, content.published);
      for (const group of Map.groupBy(content.days, (day) => `${day.placeId}|${day.station}`).values()) yield* storeDays(db, fileId, group);
      return;
    case 'dust':
      for (const day of selectDustDays(db, content.span.from, content.span.to)) supersedeDustDay(db, day.id, fileId);
      for (const day of content.entries) insertDustDay(db, fileId, day);
      return;
    case 'forecast': {
      const keys = new Set(content.rows.map(forecastKey));
      const dates = content.rows.map((row) => row.date).toSorted();
      const stored = selectForecasts(db, dates[0] ?? '', dates.at(-1) ?? '');
      for (const row of stored) if (keys.has(forecastKey(row))) supersedeForecast(db, row.id, fileId);
      for (const row of content.rows) insertForecast(db, fileId, row);
    }
  }
}

function storePublished(db: WriteHandle, fileId: number, days: MonitoringPublished): void {
  if (days.length === 0) return;
  const keys = new Set(days.map(publishedKey));
  const dates = days.map(({ date }) => date).toSorted();
  for (const row of selectPublishedDays(db, dates[0] ?? '', dates.at(-1) ?? ''))
    if (keys.has(publishedKey(row))) supersedePublishedDay(db, row.id, fileId);
  for (const day of days) insertPublishedDay(db, fileId, day);
}

type MonitoringPublished = Extract<MonitoringContent, { kind: 'monitoring' }>['published'];

/** Days of one station, in order of date. */
function* storeDays(db: WriteHandle, fileId: number, days: readonly PreparedDay[]): Steps<void> {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return;
  const stationId = ensureStation(db, first.placeId, first.station);
  const current = Map.groupBy(selectCurrentCovers(db, stationId, first.date, last.date), (row) => row.date);
  for (const [index, day] of days.entries()) {
    if (index % DAYS_OF_STEP === 0) yield;
    const before = current.get(day.date);
    if (before === undefined && day.blank) continue;
    insertStationDay(db, stationId, fileId, day);
    if (before === undefined) continue;
    const marks = supersededBy([
      ...before.map((row) => ({ ...row, readAgainBy: null })),
      { fileId, covers: day.covers, partly: day.partly, readAgainBy: null },
    ]);
    for (const [place, row] of before.entries())
      if (marks[place] === fileId) markSuperseded(db, { stationId, date: day.date, fileId: row.fileId }, fileId);
  }
}
