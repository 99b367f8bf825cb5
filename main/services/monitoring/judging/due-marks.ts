import type { StoredDustDay, StoredForecast } from '../../../db/queries/dust-forecast.ts';
import type { MonitoringFileRecord } from '../../../db/queries/monitoring.ts';
import type { StoredPublishedDay } from '../../../db/queries/published-days.ts';
import { forecastKey, publishedKey } from './judge-entries.ts';
import { type CoveringRow, supersededBy } from './supersede.ts';

/** Every file in the order of receipt, and those that somebody has taken back (撤回): nothing of them counts, as if they had never come. */
export interface FilesInOrder {
  readonly files: readonly Pick<MonitoringFileRecord, 'id' | 'sha256'>[];
  readonly withdrawn: ReadonlySet<number>;
}

/** The mark of a row that counts is null, else the file that speaks in its place; a row of a withdrawn file bears that file itself. */
export type Mark = number | null;

/** For each file that stands, the next one of the same bytes that stands: a later reading by another meaning puts the earlier one away. */
export function readingsAfter({ files, withdrawn }: FilesInOrder): ReadonlyMap<number, Mark> {
  const next = new Map<string, number>();
  const found = new Map<number, Mark>();
  for (const { id, sha256 } of files.toReversed()) {
    if (withdrawn.has(id)) continue;
    found.set(id, next.get(sha256) ?? null);
    next.set(sha256, id);
  }
  return found;
}

/** Marks of the rows of one station and date, the newest file last. */
export function dueDayMarks<Row extends Pick<CoveringRow, 'fileId' | 'covers' | 'partly'>>(
  rows: readonly Row[],
  withdrawn: ReadonlySet<number>,
  again: ReadonlyMap<number, Mark>,
): ReadonlyMap<Row, Mark> {
  const standing = rows.filter(({ fileId }) => !withdrawn.has(fileId));
  const marks = supersededBy(standing.map((row) => ({ ...row, readAgainBy: again.get(row.fileId) ?? null })));
  const due = new Map<Row, Mark>(rows.map((row) => [row, row.fileId]));
  for (const [index, row] of standing.entries()) due.set(row, marks[index] ?? null);
  return due;
}

/** One list in its turn: what it holds, and what of the lists before it no longer counts by it. */
interface List<Row> {
  readonly fileId: number;
  readonly rows: readonly Row[];
  replaces(row: Row): boolean;
}

function dueListMarks<Row>(lists: readonly List<Row>[], withdrawn: ReadonlySet<number>): ReadonlyMap<Row, Mark> {
  const due = new Map<Row, Mark>();
  for (const { fileId, rows, replaces } of lists) {
    const stands = !withdrawn.has(fileId);
    if (stands) for (const [row, mark] of due) if (mark === null && replaces(row)) due.set(row, fileId);
    for (const row of rows) due.set(row, stands ? null : fileId);
  }
  return due;
}

/** 扣沙日: a list says all there is of its span. */
export const dueDustMarks = (
  lists: readonly {
    readonly fileId: number;
    readonly rows: readonly StoredDustDay[];
    readonly span: { readonly from: string; readonly to: string };
  }[],
  withdrawn: ReadonlySet<number>,
): ReadonlyMap<StoredDustDay, Mark> =>
  dueListMarks(
    lists.map(({ fileId, rows, span }) => ({ fileId, rows, replaces: ({ date }) => span.from <= date && date <= span.to })),
    withdrawn,
  );

/** 预报: a forecast of the same day, published at the same time, takes the place of the one before. */
export const dueForecastMarks = (
  lists: readonly { readonly fileId: number; readonly rows: readonly StoredForecast[] }[],
  withdrawn: ReadonlySet<number>,
): ReadonlyMap<StoredForecast, Mark> =>
  dueListMarks(
    lists.map(({ fileId, rows }) => {
      const keys = new Set(rows.map(forecastKey));
      return { fileId, rows, replaces: (row) => keys.has(forecastKey(row)) };
    }),
    withdrawn,
  );

/** 公布的日报: what is published of a day of a place takes the place of what was before. */
export const duePublishedMarks = (
  lists: readonly { readonly fileId: number; readonly rows: readonly StoredPublishedDay[] }[],
  withdrawn: ReadonlySet<number>,
): ReadonlyMap<StoredPublishedDay, Mark> =>
  dueListMarks(
    lists.map(({ fileId, rows }) => {
      const keys = new Set(rows.map(publishedKey));
      return { fileId, rows, replaces: (row) => keys.has(publishedKey(row)) };
    }),
    withdrawn,
  );
