import type { MethodOutput } from '../../../shared/contract/contract.ts';
import type { PrintedReport, ReportFormat, ReportKind } from '../../../shared/contract/reports.ts';
import type { OfficialTable } from '../../../shared/domain/documents/official-table.ts';
import { findConflicts } from '../../../shared/domain/plan/conflicts.ts';
import { planWords } from '../../../shared/text/plan-words.ts';
import { checkpoint, type JobContext } from '../../jobs/progress.ts';
import { gatherFacts } from '../assessment/gather.ts';
import { reportedReadings } from '../assessment/reported-readings.ts';
import type { ServiceContext } from '../context.ts';
import { type OutputFile, sha256Of } from '../files.ts';
import { readDocuments } from '../plan/plan-documents.ts';
import { adoptedTargets, readDecisions, readWorkPlan } from '../plan/work-plan.ts';
import { readYearPlan, requireOpenYear } from '../plan/year-plan.ts';
import { periodOf } from '../ranking/period.ts';
import { rankPeriod } from '../ranking/rank-period.ts';
import { momentOf } from '../store-run.ts';
import { annex1Table } from './annex1-table.ts';
import { annex3Table } from './annex3-table.ts';
import { printTable } from './print-table.ts';
import { rankingBasis, scoresToPrint } from './report-basis.ts';
import { rankingTable } from './ranking-table.ts';
import { fill, readReportWording } from './wording.ts';

export interface ReportRequest {
  readonly kind: ReportKind;
  readonly year: number;
  readonly period?: string | undefined;
  /** Of a ranking; the default one without it. */
  readonly scheme?: string | undefined;
}

export interface PrintRequest extends ReportRequest {
  readonly format: ReportFormat;
}

/** Computes, makes the table, prints it as PDF or workbook, and writes the file whole. */
export async function printReport(
  context: ServiceContext,
  output: OutputFile,
  request: PrintRequest,
  job: JobContext,
): Promise<PrintedReport> {
  const { bytes, ...about } = await makeReport(context, request, job);
  await output.write(bytes);
  job.report(1, 'print');
  return { kind: request.kind, format: request.format, file: output.name, sha256: sha256Of(bytes), bytes: bytes.byteLength, ...about };
}

/** The PDF that printReport would write, as base64 text. */
export async function previewReport(
  context: ServiceContext,
  request: ReportRequest,
  job: JobContext,
): Promise<MethodOutput<'reports.preview'>> {
  const { bytes, pages, ...about } = await makeReport(context, { ...request, format: 'pdf' }, job);
  job.report(1, 'print');
  return { pdf: Buffer.from(bytes).toString('base64'), pages: pages ?? 0, ...about };
}

type MadeReport = Pick<PrintedReport, 'pages' | 'sample' | 'substitutions' | 'missingGlyphs'> & { readonly bytes: Uint8Array };

async function makeReport(context: ServiceContext, request: PrintRequest, job: JobContext): Promise<MadeReport> {
  const table = reportTable(context, request);
  await checkpoint(job);
  job.report(0.2, 'layout');
  const printed = await printTable(context, table, request.format, job.signal);
  await checkpoint(job);
  job.report(0.9, 'print');
  return {
    bytes: printed.bytes,
    pages: printed.pages,
    sample: table.sample,
    substitutions: [...printed.substitutions],
    missingGlyphs: [...printed.missingGlyphs],
  };
}

/** The report as plain data: what both printers get. */
export function reportTable(context: ServiceContext, request: ReportRequest): OfficialTable {
  const { plan } = readWorkPlan(context.work.handle);
  const wording = readReportWording(context.templatesFolder);
  const { kind } = request;
  if (kind === 'ranking') {
    const period = periodOf(request.period ?? String(request.year), request.year);
    const ranked = rankPeriod(context, { period, scheme: request.scheme });
    const { result: ranking, beside } = ranked.shown();
    const basis = rankingBasis(context, ranked, wording);
    return rankingTable({ plan, ranking, beside, wording, basis, createdAt: momentOf(context, ranked.about).computedAt });
  }
  const { plan: yearPlan, record } = requireOpenYear(context.work.handle, request.year);
  const listed = readDocuments(context.work.handle).find((document) => document.id === record.opening.list);
  const input = {
    plan: yearPlan,
    year: request.year,
    ...scoresToPrint(context, { kind, year: request.year }, yearPlan, wording),
    conflicts: findConflicts(yearPlan, readDecisions(context.work.handle, request.year)),
    targets: adoptedTargets(context.work.handle, { plan: yearPlan }),
    listNumber: listed?.number ?? yearPlan.document.number,
    wording,
    reported: reportedReadings(gatherFacts(context, request.year).input),
  };
  return kind === 'annex1' ? annex1Table(input) : annex3Table(input);
}

/** The documents that can be printed for the year, with the periods of each. */
export function listReports(context: ServiceContext, year: number): { kind: ReportKind; title: string; periods: string[] }[] {
  const { plan, record } = readYearPlan(context.work.handle, year);
  const wording = readReportWording(context.templatesFolder);
  const named = (kind: 'annex1' | 'annex3', label: string) => ({
    kind,
    title: fill(wording[kind].name, { label }),
    periods: [String(year)],
  });
  const months = Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`);
  const toDate = months.slice(1, -1).map((month) => `${year}-01..${month}`);
  const parts = ['H1', 'H2', 'Q1', 'Q2', 'Q3', 'Q4'].map((part) => `${year}-${part}`);
  return [
    ...(record === null ? [] : [named('annex1', plan.annex1.label)]),
    ...(record === null || plan.annex3 === null ? [] : [named('annex3', plan.annex3.label)]),
    { kind: 'ranking', title: fill(wording.ranking.name, { ...planWords(plan) }), periods: [String(year), ...parts, ...months, ...toDate] },
  ];
}
