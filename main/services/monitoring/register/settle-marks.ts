import type { WriteHandle } from '../../../db/handles.ts';
import { selectDustDaysOfFile, selectForecastsOfFile, supersedeDustDay, supersedeForecast } from '../../../db/queries/dust-forecast.ts';
import { selectPublishedDaysOfFile, supersedePublishedDay } from '../../../db/queries/published-days.ts';
import { type MonitoringFileRecord, selectMonitoringFiles } from '../../../db/queries/monitoring.ts';
import { selectWithdrawnMonitoring } from '../../../db/queries/register.ts';
import { markSuperseded, selectSupersessionsBeside } from '../../../db/queries/station-days.ts';
import { dueDayMarks, dueDustMarks, dueForecastMarks, duePublishedMarks, type FilesInOrder, readingsAfter } from '../judging/due-marks.ts';

/** Of a list of dust days, by its file: the days that it speaks of, as it reads. */
export type DustSpans = ReadonlyMap<number, { readonly from: string; readonly to: string }>;

/** Brings the marks of what counts to what the decisions about files say, after one about `file`; gives how many rows changed their mark. */
export function settleMarks(db: WriteHandle, file: MonitoringFileRecord, spans: DustSpans): number {
  const order: FilesInOrder = { files: selectMonitoringFiles(db), withdrawn: selectWithdrawnMonitoring(db) };
  switch (file.kind) {
    case 'monitoring':
      return settleDays(db, file, order) + settlePublished(db, order);
    case 'dust':
      return settleDust(db, order, spans);
    case 'forecast':
      return settleForecasts(db, order);
  }
}

/** Where the same bytes were read more than once, a decision about one reading touches all rows of the others. */
function settleDays(db: WriteHandle, { sha256 }: MonitoringFileRecord, order: FilesInOrder): number {
  const again = readingsAfter(order);
  const readings = order.files.filter((other) => other.sha256 === sha256).map(({ id }) => id);
  let changed = 0;
  const groups = Map.groupBy(selectSupersessionsBeside(db, readings), (row) => `${row.stationId} ${row.date}`);
  for (const rows of groups.values())
    for (const [row, mark] of dueDayMarks(rows, order.withdrawn, again)) {
      if (row.supersededBy === mark) continue;
      markSuperseded(db, row, mark);
      changed += 1;
    }
  return changed;
}

function settleDust(db: WriteHandle, { files, withdrawn }: FilesInOrder, spans: DustSpans): number {
  const lists = files.flatMap(({ id }) => {
    const span = spans.get(id);
    return span === undefined ? [] : [{ fileId: id, rows: selectDustDaysOfFile(db, id), span }];
  });
  const changed = [...dueDustMarks(lists, withdrawn)].filter(([day, mark]) => day.supersededBy !== mark);
  for (const [day, mark] of changed) supersedeDustDay(db, day.id, mark);
  return changed.length;
}

function settleForecasts(db: WriteHandle, { files, withdrawn }: FilesInOrder): number {
  const lists = files.map(({ id }) => ({ fileId: id, rows: selectForecastsOfFile(db, id) }));
  const changed = [...dueForecastMarks(lists, withdrawn)].filter(([row, mark]) => row.supersededBy !== mark);
  for (const [row, mark] of changed) supersedeForecast(db, row.id, mark);
  return changed.length;
}

function settlePublished(db: WriteHandle, { files, withdrawn }: FilesInOrder): number {
  const lists = files.map(({ id }) => ({ fileId: id, rows: selectPublishedDaysOfFile(db, id) }));
  const changed = [...duePublishedMarks(lists, withdrawn)].filter(([row, mark]) => row.supersededBy !== mark);
  for (const [row, mark] of changed) supersedePublishedDay(db, row.id, mark);
  return changed.length;
}
