import type { MonitoringFile } from '../../../../shared/contract/monitoring.ts';
import { type Finding, finding, type FindingCode, type FindingParams } from '../../../../shared/domain/findings.ts';
import { type ReadPublishedDay, readPublished } from '../../../../shared/domain/monitoring/read-published.ts';
import { type MonitoringKind, recognise, speaksOfDust } from '../../../../shared/domain/monitoring/kind-of.ts';
import { readDustList } from '../../../../shared/domain/monitoring/read-dust-list.ts';
import { readForecasts } from '../../../../shared/domain/monitoring/read-forecasts.ts';
import { type AskedRule, askedRules } from '../../../../shared/domain/monitoring/asked-rules.ts';
import { sourceKey, sourcesOf } from '../../../../shared/domain/monitoring/source-key.ts';
import { readMonitoring } from '../../../../shared/domain/monitoring/read-monitoring.ts';
import type { NamedUnits } from '../../../../shared/domain/plan/unit-schema.ts';
import { comparableText } from '../../../../shared/domain/returns/cell-text.ts';
import { META_SHEET, recogniseReturn } from '../../../../shared/domain/returns/recognise.ts';
import { type CellSheet, type CellWorkbook, unpackedWorkbook } from '../../../../shared/domain/tables/packed-cells.ts';
import type { ReaderLimits } from '../../../documents/workbook-reader/limits.ts';
import { readCells } from '../../../documents/table-reader/read-table.ts';
import type { DustDay, ForecastRow } from '../../../db/queries/dust-forecast.ts';
import type { ReadingOptions } from '../../../db/queries/monitoring.ts';
import { type JobContext, subContext } from '../../../jobs/progress.ts';
import { sha256Of } from '../../files.ts';
import { notedFindings } from '../../noted-findings.ts';
import { dustFromValues } from './dust-from-values.ts';
import { withoutDeducted } from './deducted-titles.ts';
import type { DustFile } from './dust-file.ts';
import { dustSpan } from './dust-span.ts';
import { isSample } from './first-texts.ts';
import { type PreparedDay, prepareDays } from './prepare-days.ts';
import { previewTables } from './preview-tables.ts';

/** A file after reading and recognising; nothing is stored yet. */
export interface ExaminedMonitoring {
  readonly name: string;
  readonly sha256: string | null;
  readonly bytes: Uint8Array | null;
  /** The same without its password, where one had to be given; null where the original is read as it came. */
  readonly opened: Uint8Array | null;
  readonly format: string;
  readonly encoding: string | null;
  readonly sample: boolean;
  readonly tables: MonitoringFile['tables'];
  /** Keys of the sources (sourceKey) of its tables; none of other files. */
  readonly sources: readonly string[];
  /** Of these the one whose hour labels were read. */
  readonly hourSources: readonly string[];
  /** Rules for values that it leaves to be chosen. */
  readonly asked: readonly AskedRule[];
  /** Null where nothing of the file can be used. */
  readonly content: MonitoringContent | null;
  readonly findings: readonly Finding[];
}

export type MonitoringContent =
  | { readonly kind: 'monitoring'; readonly days: readonly PreparedDay[]; readonly published: readonly ReadPublishedDay[] }
  | ({ readonly kind: 'dust' } & DustFile)
  | { readonly kind: 'forecast'; readonly rows: readonly ForecastRow[] };

export interface MonitoringRequest {
  readonly plan: NamedUnits;
  readonly districtNames: readonly string[];
  readonly options: ReadingOptions;
  /** Names of the register of stations. */
  readonly registered: ReadonlySet<string>;
  /** SHA-256 of the files that are wanted; null: all. */
  readonly only: ReadonlySet<string> | null;
  /** Passwords to open (打开密码) that somebody gave for the files. */
  readonly passwords: readonly string[];
  /** The day on which the file came (导入日); a stored one keeps it. */
  readonly until: string;
  /** What a file that arrives may ask of the reader; one that is stored is read again within the reader's own bounds. */
  readonly limits?: Partial<ReaderLimits>;
}

/** Reads the bytes of a file in the thread it is called in: what the import reads from them, and what the check must find again in the stored original. */
export async function examineMonitoringBytes(
  name: string,
  bytes: Uint8Array,
  request: MonitoringRequest,
  job: JobContext,
): Promise<ExaminedMonitoring> {
  const sha256 = sha256Of(bytes);
  const table = await readCells(name, bytes, {
    ...request.limits,
    passwords: request.passwords,
    passed: (done, all) => job.report((READ_PART * done) / Math.max(all, 1), 'readMonitoring'),
  });
  job.report(READ_PART, 'readMonitoring');
  if (!table.ok) return refused({ name, sha256, bytes, opened: null }, table.code, table.params);
  const received = { name, sha256, bytes, opened: table.opened };
  const { workbook } = table;
  const edition = request.options.edition ?? 1;
  const unit = edition < 5 ? null : unitOfReturn(workbook, request.plan);
  if (unit !== null) return refused({ ...received, format: table.format }, 'MONITOR_IS_RETURN', { unit });
  const { kind, findings: refusals } = recognise(workbook, { file: name, plan: request.plan, edition });
  if (kind === null) {
    const sheets = workbook.sheets.flatMap(({ name: sheet, visibility }) => (visibility === 'visible' ? [sheet] : [])).join('、');
    const foreign = refused({ ...received, format: table.format }, 'MONITOR_FOREIGN', { sheets });
    return refusals.length === 0 ? foreign : { ...foreign, findings: refusals };
  }
  const cells = workbook.sheets.reduce((sum, sheet) => sum + sheet.cells.length, 0);
  const most = kind === 'monitoring' ? undefined : request.limits?.listCells;
  if (most !== undefined && cells > most) return refused(received, 'FILE_OVER_LIMIT', { limit: 'cells', value: cells, maximum: most });
  const read = await contentOf(kind, received.name, workbook, request, job);
  // A table without rows says nothing wrong, but nothing can be taken in either.
  const nothing =
    read.content === null && read.findings.every((item) => item.severity !== 'error') ? [finding('MONITOR_EMPTY', { file: name })] : [];
  return {
    ...received,
    format: table.format,
    encoding: table.encoding,
    sample: isSample(workbook),
    sources: [],
    hourSources: [],
    asked: [],
    ...read,
    findings: [...notedFindings(workbook, name), ...read.findings, ...nothing],
  };
}

/** Whose return (填报表) a workbook is, '' for one of nobody known; null for anything else. */
function unitOfReturn(workbook: CellWorkbook, { units }: NamedUnits): string | null {
  const isOfForm = ({ name }: CellSheet): boolean => comparableText(name) === comparableText(META_SHEET) || FORM_SHEETS.test(name.trim());
  if (!workbook.sheets.some(isOfForm)) return null;
  const unitId = recogniseReturn(unpackedWorkbook(workbook))?.identity.unitId;
  return units.find(({ id }) => id === unitId)?.name ?? '';
}

/** The form is told by its sheets too, where its hidden one was lost. */
const FORM_SHEETS = /^(?:指标填报|任务填报)/u;

/** How much of the whole taking the bytes apart is, as time goes; recognising and reckoning are the rest. */
const READ_PART = 0.5;
const RECOGNISED_PART = 0.8;

type Read = Pick<ExaminedMonitoring, 'tables' | 'content' | 'findings'> &
  Partial<Pick<ExaminedMonitoring, 'sources' | 'hourSources' | 'asked'>>;

async function contentOf(
  kind: MonitoringKind,
  name: string,
  workbook: CellWorkbook,
  request: MonitoringRequest,
  job: JobContext,
): Promise<Read> {
  switch (kind) {
    case 'monitoring':
      return monitoringContent(name, workbook, request, job);
    case 'dust':
      return dustContent(name, workbook, request);
    case 'forecast':
      return forecastContent(name, workbook, request);
    case 'published':
      return publishedContent(name, workbook, request);
  }
}

async function monitoringContent(name: string, workbook: CellWorkbook, request: MonitoringRequest, job: JobContext): Promise<Read> {
  const { plan, districtNames, options, registered, until } = request;
  const edition = options.edition ?? 1;
  const bounded = request.limits !== undefined;
  const whole = readMonitoring(workbook, { file: name, plan, districtNames, ...options, registered, edition, until, bounded });
  const order = new Map(plan.units.map((unit, index) => [unit.id, index]));
  const rule = edition === 1 ? 'former' : (options.blanks ?? 'keep');
  const ofAll = await prepareDays(name, whole, order, subContext(job, RECOGNISED_PART, 1), rule);
  const dust = edition === 1 || !speaksOfDust(workbook, name) ? null : dustFromValues(name, workbook, whole, ofAll.days);
  if (dust !== null) return { tables: previewTables(whole.tables), content: dust.content, findings: [...whole.findings, ...dust.findings] };
  const { reading, findings } = edition < 5 ? { reading: whole, findings: [] } : withoutDeducted(name, workbook, whole);
  const prepared = reading === whole ? ofAll : await prepareDays(name, reading, order, subContext(job, RECOGNISED_PART, 1), rule);
  const [hourly] = reading.tables.filter(({ kind }) => kind === 'hourly');
  return {
    tables: previewTables(reading.tables),
    sources: sourcesOf(reading.tables),
    hourSources: hourly === undefined ? [] : [sourceKey(hourly)],
    asked: askedRules(reading.findings, reading.tables),
    content: prepared.days.length === 0 ? null : { kind: 'monitoring', days: prepared.days, published: [] },
    findings: [...reading.findings, ...findings, ...prepared.findings],
  };
}

function publishedContent(name: string, workbook: CellWorkbook, request: MonitoringRequest): Read {
  const { plan, districtNames, options, registered, until } = request;
  const { days, findings } = readPublished(workbook, { file: name, plan, districtNames, ...options, registered, until });
  return { tables: [], content: days.length === 0 ? null : { kind: 'monitoring', days: [], published: days }, findings };
}

function dustContent(name: string, workbook: CellWorkbook, { plan, districtNames, options, until }: MonitoringRequest): Read {
  const { days, findings } = readDustList(workbook, {
    file: name,
    plan,
    districtNames,
    year: options.year,
    edition: options.edition ?? 1,
    until,
  });
  const entries = new Map<string, DustDay>();
  for (const { date, placeIds, remark, sheet, cell } of days) {
    for (const placeId of placeIds === 'all' ? ['all'] : placeIds) {
      const key = `${date}|${placeId}`;
      if (!entries.has(key)) entries.set(key, { date, placeId, note: remark, sheet, cell });
    }
  }
  const span = dustSpan(name, workbook, [...entries.values()]);
  // A list without a day takes back those of its span, where its title says which; one whose rows could not be read says nothing of the kind.
  const unread = entries.size === 0 && findings.some((item) => item.severity === 'error');
  return { tables: [], content: span === null || unread ? null : { kind: 'dust', entries: [...entries.values()], span }, findings };
}

function forecastContent(name: string, workbook: CellWorkbook, { options }: MonitoringRequest): Read {
  const { forecasts, findings } = readForecasts(workbook, { file: name, year: options.year, edition: options.edition ?? 1 });
  const rows = forecasts.map(({ forecast: { source: _source, ...said }, sheet, cells }): ForecastRow => ({
    ...said,
    sheet,
    cell: cells.date ?? '',
  }));
  return { tables: [], content: rows.length === 0 ? null : { kind: 'forecast', rows }, findings };
}

/** A file of which nothing can be used. */
export function refused(
  received: Pick<ExaminedMonitoring, 'name' | 'sha256' | 'bytes' | 'opened'> & Partial<Pick<ExaminedMonitoring, 'format'>>,
  code: FindingCode,
  params: FindingParams,
): ExaminedMonitoring {
  return {
    format: '',
    ...received,
    encoding: null,
    sample: false,
    tables: [],
    sources: [],
    hourSources: [],
    asked: [],
    content: null,
    findings: [finding(code, { file: received.name }, params)],
  };
}
