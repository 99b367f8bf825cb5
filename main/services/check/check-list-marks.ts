import type { CheckProblem } from '../../../shared/contract/check.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { selectDustDaysOfFile, selectForecastsOfFile } from '../../db/queries/dust-forecast.ts';
import { selectPublishedDaysOfFile } from '../../db/queries/published-days.ts';
import { publishedPlaceText } from '../../../shared/text/published-text.ts';
import type { MonitoringFileRecord } from '../../db/queries/monitoring.ts';
import type { MonitoringContent } from '../monitoring/receiving/examine-file.ts';
import { selectWithdrawnMonitoring } from '../../db/queries/register.ts';
import { dueDustMarks, dueForecastMarks, duePublishedMarks, type Mark } from '../monitoring/judging/due-marks.ts';

/**
 * Dust days and forecasts that are marked as replaced: plays the imports again, in their order, and holds the marks against that. Lists of
 * which one cannot be read any more are left out, since what it replaced is not known.
 */
export function listMarkProblems(
  db: ReadHandle,
  files: readonly MonitoringFileRecord[],
  contents: ReadonlyMap<number, MonitoringContent | null>,
): CheckProblem[] {
  const withdrawn = selectWithdrawnMonitoring(db);
  return [...dustMarks(db, files, contents, withdrawn), ...forecastMarks(db, files, withdrawn), ...publishedMarks(db, files, withdrawn)];
}

function dustMarks(
  db: ReadHandle,
  files: readonly MonitoringFileRecord[],
  contents: ReadonlyMap<number, MonitoringContent | null>,
  withdrawn: ReadonlySet<number>,
): CheckProblem[] {
  const lists = files.filter((file) => file.kind === 'dust').map(({ id }) => ({ id, content: contents.get(id) }));
  if (lists.some(({ content }) => content?.kind !== 'dust')) return [];
  const read = lists.flatMap(({ id, content }) =>
    content?.kind === 'dust' ? [{ fileId: id, rows: selectDustDaysOfFile(db, id), span: content.span }] : [],
  );
  return [...dueDustMarks(read, withdrawn)].flatMap(([day, mark]) => wrongMark(`扣沙日 ${day.date} ${day.placeId}`, day, mark));
}

function forecastMarks(db: ReadHandle, files: readonly MonitoringFileRecord[], withdrawn: ReadonlySet<number>): CheckProblem[] {
  const lists = files.filter(({ kind }) => kind === 'forecast').map(({ id }) => ({ fileId: id, rows: selectForecastsOfFile(db, id) }));
  return [...dueForecastMarks(lists, withdrawn)].flatMap(([row, mark]) => wrongMark(`预报 ${row.published} ${row.date}`, row, mark));
}

function publishedMarks(db: ReadHandle, files: readonly MonitoringFileRecord[], withdrawn: ReadonlySet<number>): CheckProblem[] {
  const lists = files
    .filter(({ kind }) => kind === 'monitoring')
    .map(({ id }) => ({ fileId: id, rows: selectPublishedDaysOfFile(db, id) }));
  return [...duePublishedMarks(lists, withdrawn)].flatMap(([row, mark]) => wrongMark(publishedPlaceText(row), row, mark));
}

interface Marked {
  readonly fileId: number;
  readonly supersededBy: Mark;
}

const wrongMark = (place: string, { fileId, supersededBy: stored }: Marked, due: Mark): CheckProblem[] =>
  stored === due ? [] : [{ kind: 'monitoring', place, detail: `库内标记“${markText(fileId, stored)}”，应为“${markText(fileId, due)}”` }];

const markText = (fileId: number, mark: Mark): string => (mark === null ? '有效' : mark === fileId ? '已撤回' : `已由文件 ${mark} 替换`);
