import type { Finding } from '../findings.ts';
import { checkAir, parseAirCell } from './check-air.ts';
import { settleScale } from './check-figures.ts';
import { checkRows } from './check-rows.ts';
import { locateRows } from './locate-rows.ts';
import { locateSheet, type LocatedSheet } from './locate-sheet.ts';
import { answersOf, cellFinding, readRow, type ReadRow, type WorkbookContext } from './read-rows.ts';
import type { ParsedReturn, ReturnAnswer, ReturnLayout } from './types.ts';
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
  const findings = parsed.flatMap((sheet) => sheet.findings);
  return {
    answers: withoutErrors(
      parsed.flatMap((sheet) => sheet.answers),
      findings,
    ),
    findings,
  };
}

/** A value in whose cell something is wrong is not adopted, also where it reads well by itself: a cumulative number below the year's own. */
function withoutErrors(answers: readonly ReturnAnswer[], findings: readonly Finding[]): ReturnAnswer[] {
  const wrong = new Set(findings.filter((found) => found.severity === 'error').map((found) => `${found.sheet}!${found.cell}`));
  return answers.filter((answer) => !wrong.has(`${answer.sheet}!${answer.cell}`));
}

function readSheet(sheet: LocatedSheet, context: WorkbookContext): ParsedReturn {
  const located = locateRows(sheet, context);
  const isAir = sheet.layout.kind === 'air';
  const rows = located.rows.map((row) => settleScale(readRow(sheet, row, context, isAir ? parseAirCell : undefined)));
  const checks = isAir ? checkAir(rows, sheet.layout.rows, sheet.name, context.file) : checkRows(rows, context.file);
  const findings = [...located.findings, ...rows.flatMap((row) => cellFindings(row, sheet, context)), ...checks];
  return { answers: rows.flatMap(answersOf), findings };
}

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
