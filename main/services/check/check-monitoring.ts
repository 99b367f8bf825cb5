import type { CheckProblem } from '../../../shared/contract/check.ts';
import { beijingDay } from '../../../shared/domain/calendar.ts';
import type { Finding } from '../../../shared/domain/findings.ts';
import { publishedPlaceText } from '../../../shared/text/published-text.ts';
import { sourcesOfFileText } from '../../../shared/text/source-text.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { type DustDay, type ForecastRow, selectDustDaysOfFile, selectForecastsOfFile } from '../../db/queries/dust-forecast.ts';
import { type MonitoringFileRecord, selectMonitoringFiles } from '../../db/queries/monitoring.ts';
import { type PublishedDay, selectPublishedDaysOfFile } from '../../db/queries/published-days.ts';
import { selectWithdrawnMonitoring } from '../../db/queries/register.ts';
import type { DayCells } from '../../db/queries/packed-cells.ts';
import { selectDaysOfFile, selectSupersessions, type StationDay, type Supersession } from '../../db/queries/station-days.ts';
import { checkpoint, type JobContext } from '../../jobs/progress.ts';
import { namesOfFile } from '../monitoring/receiving/reading-options.ts';
import type { ReadingContext } from '../monitoring/receiving/file-reader.ts';
import { sha256Of } from '../files.ts';
import { originalToRead } from '../originals.ts';
import type { ExaminedMonitoring, MonitoringRequest } from '../monitoring/receiving/examine-file.ts';
import { dueDayMarks, readingsAfter } from '../monitoring/judging/due-marks.ts';
import { monitoringFindingProblems } from './check-findings.ts';
import { listMarkProblems } from './check-list-marks.ts';
import { monitoringLogProblems, stationProblems, stationsOf } from './check-monitoring-log.ts';

export interface CheckedMonitoring {
  readonly problems: readonly CheckProblem[];
  readonly files: number;
  readonly values: number;
  readonly airDays: number;
}

/**
 * Every stored file of monitoring data, dust days and forecasts: its bytes against their SHA-256, read once more as the import did and held
 * against what is stored; the files against the log of imports; and the marks of what no longer counts.
 */
export async function checkMonitoring(
  { work: { handle: db }, reader }: Pick<ReadingContext, 'work' | 'reader'>,
  request: Pick<MonitoringRequest, 'plan' | 'districtNames'>,
  job: JobContext,
): Promise<CheckedMonitoring> {
  const files = selectMonitoringFiles(db);
  const problems: CheckProblem[] = [...monitoringLogProblems(db, files), ...supersessionProblems(db, files)];
  const counts = { values: 0, airDays: 0 };
  const contents = new Map<number, ExaminedMonitoring['content']>();
  const foundAgain = new Map<number, readonly Finding[] | null>();
  const stations = new Map<number, readonly string[] | null>();
  for (const [index, file] of files.entries()) {
    await checkpoint(job);
    job.report(index / files.length, 'checkMonitoring');
    const found = await checkFile(
      db,
      file,
      (bytes) =>
        reader.read(
          {
            name: file.fileName,
            bytes,
            request: againAs(db, file, request),
          },
          job.signal,
          (fraction) => job.report((index + fraction) / files.length, 'checkMonitoring'),
        ),
      job,
    );
    problems.push(...found.problems);
    contents.set(file.id, found.content);
    foundAgain.set(file.id, found.findings);
    stations.set(file.id, found.stations);
    counts.values += found.values;
    counts.airDays += found.airDays;
  }
  problems.push(
    ...listMarkProblems(db, files, contents),
    ...stationProblems(db, [...stations.values()]),
    ...monitoringFindingProblems(db, files, foundAgain),
  );
  return { problems, files: files.length, ...counts };
}

/** As it was read when it came. */
const againAs = (
  db: ReadHandle,
  file: MonitoringFileRecord,
  request: Pick<MonitoringRequest, 'plan' | 'districtNames'>,
): MonitoringRequest => ({
  ...request,
  options: file.options,
  registered: namesOfFile(db, file.options),
  until: beijingDay(file.importedAt),
  only: null,
  passwords: [],
});

type CheckedFile = Omit<CheckedMonitoring, 'files'> & {
  readonly content: ExaminedMonitoring['content'];
  readonly findings: readonly Finding[] | null;
  /** Keys of the stations the file names; null where it cannot be read. */
  readonly stations: readonly string[] | null;
};

async function checkFile(
  db: ReadHandle,
  record: MonitoringFileRecord,
  readAgain: (bytes: Uint8Array) => Promise<ExaminedMonitoring>,
  job: JobContext,
): Promise<CheckedFile> {
  const place = `${record.fileName}（监测文件 ${record.id}）`;
  const original = originalToRead(db, record.sha256);
  if ('broken' in original)
    return {
      problems: [{ kind: 'file', place, detail: `应为 ${original.broken.slice(0, 12)}…` }],
      values: 0,
      airDays: 0,
      content: null,
      findings: null,
      stations: null,
    };
  const again = await readAgain(original.bytes);
  const stored = storedEntries(db, record);
  await checkpoint(job);
  return {
    problems: [...identityProblems(record, again, place), ...differences(stored.entries, readEntries(again, stored.entries), place)],
    values: stored.values,
    airDays: stored.airDays,
    content: withoutDays(again.content),
    findings: again.findings,
    stations: again.content === null ? null : stationsOf(again.content),
  };
}

/** A year of hours is not kept until the end of the check: its marks follow from what the rows themselves cover. */
const withoutDays = (content: ExaminedMonitoring['content']): ExaminedMonitoring['content'] =>
  content?.kind === 'monitoring' ? null : content;

function identityProblems(record: MonitoringFileRecord, again: ExaminedMonitoring, place: string): CheckProblem[] {
  const pairs: readonly (readonly [string, unknown, unknown])[] = [
    ['类别', record.kind, again.content?.kind ?? null],
    ['格式', record.format, again.format],
    ['编码', record.encoding, again.encoding],
    ['示例数据标记', record.sample, again.sample],
    ...(record.sources === null ? [] : [[sourcesOfFileText, record.sources.join('\n'), again.sources.join('\n')] as const]),
  ];
  return pairs
    .filter(([, stored, read]) => stored !== read)
    .map(([name, stored, read]) => ({
      kind: 'monitoring',
      place,
      detail: `${name}：库内“${String(stored ?? '无')}”，原表“${String(read ?? '无')}”`,
    }));
}

/** Key → what is stored or read there, in one line that can be compared and shown. */
type Entries = ReadonlyMap<string, string>;

function storedEntries(
  db: ReadHandle,
  { id, kind }: MonitoringFileRecord,
): { readonly entries: Entries; readonly values: number; readonly airDays: number } {
  switch (kind) {
    case 'monitoring': {
      const days = selectDaysOfFile(db, id);
      const published = selectPublishedDaysOfFile(db, id).map(publishedEntry);
      return { entries: new Map([...days.map(dayEntry), ...published]), values: published.length, airDays: days.length };
    }
    case 'dust': {
      const days = selectDustDaysOfFile(db, id);
      return { entries: numbered(days.map(dustEntry)), values: days.length, airDays: 0 };
    }
    case 'forecast': {
      const rows = selectForecastsOfFile(db, id);
      return { entries: numbered(rows.map(forecastEntry)), values: rows.length, airDays: 0 };
    }
  }
}

/** Blank days are stored only where they took something back. */
function readEntries({ content }: ExaminedMonitoring, stored: Entries): Entries {
  if (content === null) return new Map();
  switch (content.kind) {
    case 'monitoring':
      return new Map([
        ...content.days.filter((day) => !day.blank || stored.has(dayKey(day))).map(dayEntry),
        ...content.published.map(publishedEntry),
      ]);
    case 'dust':
      return numbered(content.entries.map(dustEntry));
    case 'forecast':
      return numbered(content.rows.map(forecastEntry));
  }
}

const dayKey = ({ placeId, station, date }: { readonly placeId: string; readonly station: string; readonly date: string }): string =>
  `${placeId} ${station} ${date}`;

function dayEntry(day: StationDay & { readonly placeId: string; readonly station: string }): [string, string] {
  const values = day.covers.map((field) => `${field}=${day.values[field] ?? ''}`).join(' ');
  const outside = Object.entries(day.values)
    .flatMap(([field, value]) => (value === null || day.covers.some((covered) => covered === field) ? [] : [`${field}=${value}`]))
    .join(' ');
  const hours = day.hours === null ? '无小时值' : `小时值 ${sha256Of(day.hours).slice(0, 12)}`;
  return [
    dayKey(day),
    `${values}${outside}；无效 ${day.invalid.join('、')}；部分 ${day.partly.join('、')}；${hours}；${cellsLine(day.cells)}`,
  ];
}

const cellsLine = ({ daily, hourly }: DayCells): string =>
  [daily, hourly]
    .map((cells) =>
      Object.entries(cells)
        .map(([field, place]) => `${field}@${place.sheet}!${place.cell}`)
        .toSorted()
        .join(' '),
    )
    .join('；');

const publishedEntry = (day: PublishedDay): [string, string] => [
  publishedPlaceText(day),
  JSON.stringify([day.aqi, day.level, day.primary, day.sheet, day.cell]),
];

const dustEntry = ({ date, placeId, note, sheet, cell }: DustDay): [string, string] => [
  `扣沙日 ${date} ${placeId}`,
  `${note}（${sheet}!${cell}）`,
];

const forecastEntry = ({ date, published, leadDays, low, high, levels, primary, stated, sheet, cell }: ForecastRow): [string, string] => [
  `预报 ${published} ${date}`,
  JSON.stringify([leadDays, low, high, levels, primary, stated, sheet, cell]),
];

/** A table may hold the same forecast twice, and a row that was doubled has to show. */
function numbered(entries: readonly [string, string][]): Entries {
  const counts = new Map<string, number>();
  return new Map(
    entries.map(([key, line]) => {
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return [`${key} ${count}`, line];
    }),
  );
}

function differences(stored: Entries, read: Entries, place: string): CheckProblem[] {
  const keys = [...new Set([...stored.keys(), ...read.keys()])].toSorted();
  return keys
    .filter((key) => stored.get(key) !== read.get(key))
    .map((key) => ({
      kind: 'value',
      place: `${place} ${key}`,
      detail: `库内${stored.get(key) ?? '没有'}，原表${read.get(key) ?? '没有'}`,
    }));
}

/** A row that is marked as out of date hides what a file says; the mark has to follow from the files after it. */
function supersessionProblems(db: ReadHandle, files: readonly MonitoringFileRecord[]): CheckProblem[] {
  const withdrawn = selectWithdrawnMonitoring(db);
  const again = readingsAfter({ files, withdrawn });
  const groups = Map.groupBy(selectSupersessions(db), (row) => `${row.stationId} ${row.date}`);
  return [...groups.values()].flatMap((rows) =>
    [...dueDayMarks(rows, withdrawn, again)].flatMap(([row, mark]) => (row.supersededBy === mark ? [] : [wrongMark(row, mark)])),
  );
}

const markText = (fileId: number, mark: number | null): string =>
  mark === null ? '有效' : mark === fileId ? '已撤回' : `已由文件 ${mark} 更正`;

const wrongMark = ({ stationId, date, fileId, supersededBy: stored }: Supersession, due: number | null): CheckProblem => ({
  kind: 'monitoring',
  place: `监测文件 ${fileId} 点位 ${stationId} ${date}`,
  detail: `库内标记“${markText(fileId, stored)}”，应为“${markText(fileId, due)}”`,
});
