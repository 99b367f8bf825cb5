import { type Finding, type FindingCode, HOLDING_CODES } from '../findings.ts';
import { checkAir, parseAirCell } from './check-air.ts';
import { settleScale } from './check-figures.ts';
import { checkPlausible, isReportDate, type PlausibleContext } from './check-plausible.ts';
import { checkRows, placeNumbers } from './check-rows.ts';
import { locateRows } from './locate-rows.ts';
import { locateSheet, type LocatedSheet } from './locate-sheet.ts';
import { answersOf, cellFinding, readRow, type ReadRow, type WorkbookContext } from './read-rows.ts';
import { settleStandIns } from './stand-ins.ts';
import type { ParsedReturn, ReturnLayout } from './types.ts';
import type { RawWorkbook } from '../tables/raw-workbook.ts';

/**
 * Reads a returned workbook (填报表) by its layout: every answer with its address, and everything that is wrong with it, sheet by sheet.
 * Sheets are found by name, columns by title and rows by id, so that inserted rows and moved columns do no harm.
 */
export function parseReturn(
  workbook: RawWorkbook,
  layout: ReturnLayout,
  file: string,
  { statusWords }: Pick<WorkbookContext, 'statusWords'> = {},
): ParsedReturn {
  const context = { file, year: layout.year, date1904: workbook.date1904, statusWords };
  const located = layout.sheets.map((sheet) => locateSheet(workbook, sheet, file));
  const read = located.map(({ sheet }) => (sheet === null ? null : readSheet(sheet, context)));
  const reportedOn =
    read
      .flatMap((sheet) => sheet?.rows ?? [])
      .map((row) => reportDate(row, layout.year))
      .find((date) => date !== null) ?? null;
  const parsed = located.map(({ findings }, index) => {
    const sheet = read[index] ?? null;
    if (sheet === null) return { answers: [], findings };
    const settled = settleSheet(sheet, { ...context, reportedOn });
    return { answers: settled.answers, findings: [...findings, ...settled.findings] };
  });
  return { answers: parsed.flatMap((sheet) => sheet.answers), findings: parsed.flatMap((sheet) => sheet.findings) };
}

interface ReadSheet {
  readonly sheet: LocatedSheet;
  readonly rows: readonly ReadRow[];
  /** Of the places of its rows. */
  readonly findings: readonly Finding[];
}

function readSheet(sheet: LocatedSheet, context: WorkbookContext): ReadSheet {
  const located = locateRows(sheet, context);
  const parse = sheet.layout.kind === 'air' ? parseAirCell : undefined;
  const rows = settleStandIns(located.rows.map((row) => settleScale(readRow(sheet, row, context, parse))));
  return { sheet, rows: placeNumbers(rows), findings: located.findings };
}

/** Cells are held against each other; what is in error or held does not count. */
function settleSheet({ sheet, rows, findings: places }: ReadSheet, context: WorkbookContext & PlausibleContext): ParsedReturn {
  const checks =
    sheet.layout.kind === 'air'
      ? checkAir(rows, sheet.layout.rows, sheet.name, context.file)
      : [...checkRows(rows, context.file), ...checkPlausible(rows, context)];
  const findings = [...places, ...rows.flatMap((row) => cellFindings(row, sheet, context)), ...checks];
  const barred = {
    wrong: firstCodes(findings, ({ severity }) => severity === 'error'),
    held: firstCodes(findings, ({ code }) => HOLDING_CODES.has(code)),
  };
  return { answers: rows.flatMap((row) => answersOf(row, barred)), findings };
}

/** Null where the row gives none, or one that cannot be. */
function reportDate(row: ReadRow, year: number): string | null {
  const value = row.answers.get('reportedOn')?.value;
  return value?.kind === 'date' && isReportDate(value.value, year) ? value.value : null;
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
