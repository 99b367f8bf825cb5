import { type Finding, type FindingCode, HOLDING_CODES } from '../findings.ts';
import type { RawWorkbook } from '../tables/raw-workbook.ts';
import { accountSheet, type CellAccount } from './account-cells.ts';
import { accountOther } from './account-others.ts';
import { isBlank } from './cell-text.ts';
import { checkAir, parseAirCell } from './check-air.ts';
import { settleScale } from './check-figures.ts';
import { valuesInRemarks } from './check-remarks.ts';
import { checkPlausible, type PlausibleContext } from './check-plausible.ts';
import { checkRows, placeNumbers } from './check-rows.ts';
import { findSheets } from './find-sheets.ts';
import { headerFindings } from './header-findings.ts';
import type { LocatedRows } from './locate-rows.ts';
import { isNamed, type LocatedSheet } from './locate-sheet.ts';
import { mergedAnswers } from './merged-answers.ts';
import { answersOf, cellFinding, readRow, type ReadRow, type WorkbookContext } from './read-rows.ts';
import { isReportDate, reportSpan, type ReportSpan } from './report-date.ts';
import { settleRivals } from './sheet-rivals.ts';
import { contradictedCells, settleExemptTasks } from './exempt-tasks.ts';
import { settleStandIns } from './stand-ins.ts';
import { swappedParticles } from './swapped-particles.ts';
import type { LayoutSheet, ParsedReturn, ReturnAnswer, ReturnLayout } from './types.ts';

/**
 * Reads a returned workbook (填报表) by its layout: every answer with its address, and everything that is wrong with it, sheet by sheet.
 * Sheets are found by name or shape, columns by title and rows by id or name, so that inserted rows and moved columns do no harm; and every cell
 * of the workbook is accounted for.
 */
export function parseReturn(
  workbook: RawWorkbook,
  layout: ReturnLayout,
  file: string,
  { statusWords, reports = reportSpan(layout.year) }: Partial<ReadingRules> = {},
): ParsedReturn {
  const context = { file, year: layout.year, date1904: workbook.date1904, statusWords, reports };
  const opened = layout.sheets.map((sheet) => openSheet(workbook, sheet, layout, context));
  const dates = opened.flatMap(({ read }) => read?.rows ?? []).map((row) => reportDate(row, reports));
  const reportedOn = dates.find((date) => date !== null) ?? null;
  const parts = opened.map((sheet) => settleOpened(sheet, { ...context, reportedOn }));
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
    account: all.map(({ account }) => account).reduce(sum, { read: 0, known: 0, reported: 0 }),
  };
}

/** What the office has decided about reading; without it what holds where nothing was decided. */
export type ReadingRules = Required<Pick<WorkbookContext, 'statusWords'>> & Pick<PlausibleContext, 'reports'>;

interface SheetPart {
  readonly answers: readonly ReturnAnswer[];
  readonly findings: readonly Finding[];
  readonly account: CellAccount;
  /** Names of the workbook's sheets that are accounted for. */
  readonly sheets: readonly string[];
}

const sum = (left: CellAccount, right: CellAccount): CellAccount => ({
  read: left.read + right.read,
  known: left.known + right.known,
  reported: left.reported + right.reported,
});

/** A sheet of the form with its copies, and what its rows say; null where the workbook has none of that kind. */
interface OpenedSheet {
  readonly findings: readonly Finding[];
  readonly settled: ReturnType<typeof settleRivals> | null;
  readonly read: ReadSheet | null;
}

interface ReadSheet {
  readonly rows: readonly ReadRow[];
  /** As typed, before anything was withheld. */
  readonly typed: readonly ReadRow[];
  readonly swapped: boolean;
}

function openSheet(workbook: RawWorkbook, sheet: LayoutSheet, layout: ReturnLayout, context: WorkbookContext): OpenedSheet {
  const found = findSheets(workbook, sheet, context.file, layout.sheets);
  if (found.sheet === null) return { findings: found.findings, settled: null, read: null };
  const settled = settleRivals(found.sheet, found.rivals, context);
  return { findings: found.findings, settled, read: readSheet(settled.sheet, settled.located, context) };
}

function settleOpened({ findings: found, settled, read }: OpenedSheet, context: WorkbookContext & PlausibleContext): SheetPart {
  if (settled === null || read === null) return { answers: [], findings: found, account: { read: 0, known: 0, reported: 0 }, sheets: [] };
  const result = settleSheet(settled.sheet, settled.located, read, context);
  const findings = [...found, ...settled.findings, ...result.findings];
  const copies = [{ sheet: settled.sheet, located: settled.located }, ...settled.others];
  const accounts = copies.map((copy) => accountSheet(copy.sheet, copy.located.rows, { findings, covered: copy.located.covered }, context));
  return {
    answers: result.answers,
    findings: [...findings, ...accounts.flatMap((account) => account.findings)],
    account: accounts.map(({ account }) => account).reduce(sum),
    sheets: copies.map((copy) => copy.sheet.name),
  };
}

function readSheet(sheet: LocatedSheet, located: LocatedRows, context: WorkbookContext): ReadSheet {
  headerFindings(sheet, located.rows, context, located);
  mergedAnswers(sheet, located.rows, context, located);
  const isAir = sheet.layout.kind === 'air';
  const typed = located.rows.map((row) => settleScale(readRow(sheet, row, context, isAir ? parseAirCell : undefined)));
  const swapped = isAir && swappedParticles(sheet, typed, context.file, located);
  const rows = placeNumbers(settleExemptTasks(settleStandIns(typed.map((row) => withheld(row, located.blocked)))));
  return { rows, typed, swapped };
}

/** Cells are held against each other; what is in error or held does not count. */
function settleSheet(
  sheet: LocatedSheet,
  located: LocatedRows,
  { rows, typed, swapped }: ReadSheet,
  context: WorkbookContext & PlausibleContext,
): Omit<SheetPart, 'account' | 'sheets'> {
  const isAir = sheet.layout.kind === 'air';
  const remarks = isAir ? [] : valuesInRemarks(rows, context.file);
  const asked = new Set(remarks.map(({ cell }) => cell));
  const checks = isAir
    ? checkAir(swapped ? typed : rows, sheet.layout.rows, sheet.name, context.file).filter(({ code }) => !swapped || code !== ABOVE)
    : [
        ...checkRows(rows, context.file).filter(({ code, cell }) => code !== 'VALUE_MISSING' || !asked.has(cell)),
        ...checkPlausible(rows, context),
      ];
  const findings = [...located.findings, ...rows.flatMap((row) => cellFindings(row, sheet, context)), ...checks, ...remarks];
  const barred = {
    wrong: new Map([...contradictedCells(rows), ...firstCodes(findings, ({ severity }) => severity === 'error'), ...located.blocked]),
    held: firstCodes(findings, ({ code }) => HOLDING_CODES.has(code)),
  };
  return { answers: rows.flatMap((row) => answersOf(row, barred)), findings };
}

/** Null where the row gives none, or one that cannot be. */
function reportDate(row: ReadRow, reports: ReportSpan): string | null {
  const value = row.answers.get('reportedOn')?.value;
  return value?.kind === 'date' && isReportDate(value.value, reports) ? value.value : null;
}

const ABOVE = 'AIR_PM25_ABOVE_PM10';

/** Without the values of cells that are not adopted, whatever they read as; a finding elsewhere has said why. */
function withheld(row: ReadRow, blocked: ReadonlyMap<string, FindingCode>): ReadRow {
  if (![...row.answers.values()].some(({ address }) => blocked.has(address))) return row;
  const answers = [...row.answers].map(([field, answer]) =>
    blocked.has(answer.address) ? ([field, { ...answer, value: null, issues: [], blank: false }] as const) : ([field, answer] as const),
  );
  return { ...row, answers: new Map(answers) };
}

/** Code of the first such finding at each cell. */
const firstCodes = (findings: readonly Finding[], isOne: (found: Finding) => boolean): ReadonlyMap<string, FindingCode> =>
  new Map(
    findings
      .filter(isOne)
      .flatMap((found) => (found.cell === null ? [] : [[found.cell, found.code] as const]))
      .toReversed(),
  );

function cellFindings(row: ReadRow, sheet: LocatedSheet, context: WorkbookContext): Finding[] {
  return [...row.answers.values()].flatMap((answer) =>
    answer.issues
      // A return is filled in early in the year after the one it reports on; its own date is no slip.
      .filter(
        (found) =>
          !(
            found.code === 'DATE_OTHER_YEAR' &&
            sheet.layout.kind === 'cover' &&
            String(found.params['date']).startsWith(String(context.year + 1))
          ),
      )
      .map((found) => cellFinding(row, answer, found, context.file)),
  );
}
