import type { Finding, FindingCode } from '../findings.ts';
import { checkAir, parseAirCell } from './check-air.ts';
import { settleScale } from './check-figures.ts';
import { checkRows } from './check-rows.ts';
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
export function parseReturn(workbook: RawWorkbook, layout: ReturnLayout, file: string): ParsedReturn {
  const context = { file, year: layout.year, date1904: workbook.date1904 };
  const parsed = layout.sheets.map((sheet) => {
    const located = locateSheet(workbook, sheet, file);
    if (located.sheet === null) return { answers: [], findings: located.findings };
    const read = readSheet(located.sheet, context);
    return { answers: read.answers, findings: [...located.findings, ...read.findings] };
  });
  return { answers: parsed.flatMap((sheet) => sheet.answers), findings: parsed.flatMap((sheet) => sheet.findings) };
}

function readSheet(sheet: LocatedSheet, context: WorkbookContext): ParsedReturn {
  const located = locateRows(sheet, context);
  const isAir = sheet.layout.kind === 'air';
  const rows = settleStandIns(located.rows.map((row) => settleScale(readRow(sheet, row, context, isAir ? parseAirCell : undefined))));
  const checks = isAir ? checkAir(rows, sheet.layout.rows, sheet.name, context.file) : checkRows(rows, context.file);
  const findings = [...located.findings, ...rows.flatMap((row) => cellFindings(row, sheet, context)), ...checks];
  const wrong = errorCells(findings);
  return { answers: rows.flatMap((row) => answersOf(row, wrong)), findings };
}

/** Code of the first error at each cell. */
const errorCells = (findings: readonly Finding[]): ReadonlyMap<string, FindingCode> =>
  new Map(
    findings
      .filter((found) => found.severity === 'error')
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
