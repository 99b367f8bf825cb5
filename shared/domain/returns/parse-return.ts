import type { RawWorkbook } from '../tables/raw-workbook.ts';
import { accountOther } from './account-others.ts';
import { isBlank } from './cell-text.ts';
import type { PlausibleContext } from './check-plausible.ts';
import { findSheets } from './find-sheets.ts';
import { isNamed } from './locate-sheet.ts';
import type { WorkbookContext } from './read-rows.ts';
import { reportSpan } from './report-date.ts';
import { type OpenedSheet, readSheet, reportDate, settleOpened, type SheetPart, sumAccounts } from './settle-sheet.ts';
import { settleRivals } from './sheet-rivals.ts';
import type { LayoutSheet, ParsedReturn, ReturnLayout } from './types.ts';

/**
 * Reads a returned workbook (填报表) by its layout: every answer with its address, and everything that is wrong with it, sheet by sheet.
 * Sheets are found by name or shape, columns by title and rows by id or name, so that inserted rows and moved columns do no harm; and every cell
 * of the workbook is accounted for. In steps of a few milliseconds each, between which whoever reads it may do something else.
 */
export function* parseReturn(
  workbook: RawWorkbook,
  layout: ReturnLayout,
  file: string,
  { statusWords, reports = reportSpan(layout.year), begins, received, edition }: Partial<ReadingRules> = {},
): Generator<void, ParsedReturn> {
  const context = { file, year: layout.year, date1904: workbook.date1904, statusWords, reports, begins, received, edition };
  const opened: OpenedSheet[] = [];
  for (const sheet of layout.sheets) opened.push(yield* openSheet(workbook, sheet, layout, context));
  const dates = opened.flatMap(({ read }) => read?.rows ?? []).map((row) => reportDate(row, reports));
  const reportedOn = dates.find((date) => date !== null) ?? null;
  const parts: SheetPart[] = [];
  for (const sheet of opened) {
    const others = opened.flatMap(({ read }) =>
      read === null || read === sheet.read ? [] : read.rows.filter(({ row }) => row.kind !== 'day'),
    );
    parts.push(yield* settleOpened(sheet, { ...context, reportedOn, others }));
  }
  const seen = new Set(parts.flatMap((part) => part.sheets));
  const rest = workbook.sheets
    .filter((raw) => !seen.has(raw.name))
    .map((raw): SheetPart => {
      // A sheet of the form without a header that can be read has its finding already.
      const unreadable = layout.sheets.some((sheet) => isNamed(raw, sheet));
      const cells = raw.cells.filter((cell) => !isBlank(cell.value)).length;
      const none = { findings: [], account: { read: 0, known: 0, reported: cells } };
      return { answers: [], sheets: [raw.name], ...(unreadable ? none : accountOther(raw, layout, context)) };
    });
  const all = [...parts, ...rest];
  return {
    answers: all.flatMap(({ answers }) => answers),
    findings: all.flatMap(({ findings }) => findings),
    account: all.map(({ account }) => account).reduce(sumAccounts, { read: 0, known: 0, reported: 0 }),
  };
}

/** What the office has decided about reading; without it what holds where nothing was decided. */
export type ReadingRules = Required<Pick<WorkbookContext, 'statusWords'>> &
  Pick<PlausibleContext, 'reports' | 'begins' | 'received' | 'edition'>;

function* openSheet(
  workbook: RawWorkbook,
  sheet: LayoutSheet,
  layout: ReturnLayout,
  context: WorkbookContext,
): Generator<void, OpenedSheet> {
  yield;
  const found = findSheets(workbook, sheet, context.file, layout.sheets);
  if (found.sheet === null) return { findings: found.findings, settled: null, read: null };
  yield;
  const settled = settleRivals(found.sheet, found.rivals, context);
  return { findings: found.findings, settled, read: yield* readSheet(settled.sheet, settled.located, context) };
}
