import type { MethodInput, MethodOutput } from '../../../shared/contract/contract.ts';
import type { ReportFormat, ReportKind } from '../../../shared/contract/reports.ts';
import { periodText } from '../../../shared/text/report-text.ts';
import { reportsText } from '../../../shared/text/ui/reports-text.ts';

export type ListedReport = MethodOutput<'reports.list'>['reports'][number];

/** One document: a kind and the period it is for. */
export interface ReportDocument {
  readonly kind: ReportKind;
  readonly title: string;
  readonly year: number;
  readonly period: string;
  /** 排名办法 of a ranking, where it is not the default one. */
  readonly scheme: ReportScheme | null;
}

export interface ReportScheme {
  readonly id: string;
  readonly title: string;
}

/** The document the address asks for, else the first one; null where the year has none. `schemes`: those of the year, the default first. */
export function chosenDocument(
  reports: readonly ListedReport[],
  year: number,
  params: Readonly<Record<string, string>>,
  schemes: readonly ReportScheme[] = [],
): ReportDocument | null {
  const report = reports.find((listed) => listed.kind === params['kind']) ?? reports[0];
  if (report === undefined) return null;
  const scheme = report.kind === 'ranking' ? schemes.slice(1).find(({ id }) => id === params['scheme']) : undefined;
  return { ...documentOf(report, year, params['period']), scheme: scheme ?? null };
}

/** With a period the report can have; any other becomes its first one, the whole year. */
export function documentOf(report: ListedReport, year: number, period: string | undefined): ReportDocument {
  const fitting = report.periods.find((listed) => listed === period) ?? report.periods[0] ?? String(year);
  return { kind: report.kind, title: report.title, year, period: fitting, scheme: null };
}

/** Every document of the year once, and the chosen one where it is for another period. */
export function allDocuments(reports: readonly ListedReport[], chosen: ReportDocument): ReportDocument[] {
  return reports.flatMap((report) => {
    const yearly = documentOf(report, chosen.year, undefined);
    return chosen.kind === report.kind && (chosen.period !== yearly.period || chosen.scheme !== null) ? [yearly, chosen] : [yearly];
  });
}

/** The contract's input: the whole year is said by leaving the period out. */
export function reportInput(document: ReportDocument): MethodInput<'reports.preview'> {
  const { kind, year, period, scheme } = document;
  return { kind, year, ...(period === String(year) ? {} : { period }), ...(scheme === null ? {} : { scheme: scheme.id }) };
}

/** 附件1-主要指标完成情况表-2024年.pdf; a ranking by another than the default scheme also names the scheme. */
export const reportFileName = ({ title, period, scheme }: ReportDocument, format: ReportFormat): string =>
  `${reportsText.fileName(title, periodText(period))}${scheme === null ? '' : `-${scheme.title.replace(/[（(].*[）)]$/u, '')}`}.${format}`;
