import type { CheckProblem } from '../../../shared/contract/check.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { selectDustDaysOfFile, selectForecastsOfFile, type StoredDustDay, type StoredForecast } from '../../db/queries/dust-forecast.ts';
import type { MonitoringFileRecord } from '../../db/queries/monitoring.ts';
import type { MonitoringContent } from '../monitoring/receiving/examine-file.ts';
import { forecastKey } from '../monitoring/judging/judge-entries.ts';

/**
 * Dust days and forecasts that are marked as replaced: plays the imports again, in their order, and holds the marks against that. Lists of
 * which one cannot be read any more are left out, since what it replaced is not known.
 */
export function listMarkProblems(
  db: ReadHandle,
  files: readonly MonitoringFileRecord[],
  contents: ReadonlyMap<number, MonitoringContent | null>,
): CheckProblem[] {
  return [...dustMarks(db, files, contents), ...forecastMarks(db, files)];
}

function dustMarks(
  db: ReadHandle,
  files: readonly MonitoringFileRecord[],
  contents: ReadonlyMap<number, MonitoringContent | null>,
): CheckProblem[] {
  const lists = files.filter((file) => file.kind === 'dust');
  const due = new Map<StoredDustDay, number | null>();
  for (const file of lists) {
    const content = contents.get(file.id);
    if (content?.kind !== 'dust') return [];
    const { from, to } = content.span;
    for (const [day, mark] of due) if (mark === null && from <= day.date && day.date <= to) due.set(day, file.id);
    for (const day of selectDustDaysOfFile(db, file.id)) due.set(day, null);
  }
  return [...due].flatMap(([day, mark]) => wrongMark(`扣沙日 ${day.date} ${day.placeId}`, day.supersededBy, mark));
}

function forecastMarks(db: ReadHandle, files: readonly MonitoringFileRecord[]): CheckProblem[] {
  const due = new Map<StoredForecast, number | null>();
  for (const file of files.filter(({ kind }) => kind === 'forecast')) {
    const rows = selectForecastsOfFile(db, file.id);
    const keys = new Set(rows.map(forecastKey));
    for (const [row, mark] of due) if (mark === null && keys.has(forecastKey(row))) due.set(row, file.id);
    for (const row of rows) due.set(row, null);
  }
  return [...due].flatMap(([row, mark]) => wrongMark(`预报 ${row.published} ${row.date}`, row.supersededBy, mark));
}

const wrongMark = (place: string, stored: number | null, due: number | null): CheckProblem[] =>
  stored === due ? [] : [{ kind: 'monitoring', place, detail: `库内标记“${markText(stored)}”，应为“${markText(due)}”` }];

const markText = (mark: number | null): string => (mark === null ? '有效' : `已由文件 ${mark} 替换`);
