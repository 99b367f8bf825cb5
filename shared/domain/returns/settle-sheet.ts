import { type Finding, type FindingCode, HOLDING_CODES } from '../findings.ts';
import { accountSheet, type CellAccount } from './account-cells.ts';
import { checkAir, parseAirCell } from './check-air.ts';
import { settleScale } from './check-figures.ts';
import { checkPlausible, type PlausibleContext } from './check-plausible.ts';
import { valuesInRemarks } from './check-remarks.ts';
import { checkRows, placeNumbers } from './check-rows.ts';
import { contradictedCells, settleExemptTasks } from './exempt-tasks.ts';
import { commentFindings } from './doubts/comments.ts';
import { headerFindings } from './header-findings.ts';
import type { LocatedRows } from './locate-rows.ts';
import type { LocatedSheet } from './locate-sheet.ts';
import { mergedAnswers } from './merged-answers.ts';
import { answersOf, cellFinding, readRow, type ReadRow, type WorkbookContext } from './read-rows.ts';
import { PAGE_EDITION, READING_EDITION } from './reading-edition.ts';
import { isReportDate, type ReportSpan } from './report-date.ts';
import type { SettledSheets } from './sheet-rivals.ts';
import { settleStandIns } from './stand-ins.ts';
import { swappedParticles } from './swapped-particles.ts';
import type { ReturnAnswer } from './types.ts';

/** What was read of a sheet (一张表的读取结果) and of its copies. */
export interface SheetPart {
  readonly answers: readonly ReturnAnswer[];
  readonly findings: readonly Finding[];
  readonly account: CellAccount;
  /** Names of the workbook's sheets that are accounted for. */
  readonly sheets: readonly string[];
}

export const sumAccounts = (left: CellAccount, right: CellAccount): CellAccount => ({
  read: left.read + right.read,
  known: left.known + right.known,
  reported: left.reported + right.reported,
});

/** A sheet of the form with its copies, and what its rows say; null where the workbook has none of that kind. */
export interface OpenedSheet {
  readonly findings: readonly Finding[];
  readonly settled: SettledSheets | null;
  readonly read: ReadSheet | null;
}

export interface ReadSheet {
  readonly rows: readonly ReadRow[];
  /** As typed, before anything was withheld. */
  readonly typed: readonly ReadRow[];
  readonly swapped: boolean;
}

/** Rows that are read in a few milliseconds; a town has a year of days. */
const ROWS_OF_STEP = 100;

/** Checks the rows of a sheet against each other and accounts for its cells. */
export function* settleOpened(
  { findings: found, settled, read }: OpenedSheet,
  context: WorkbookContext & PlausibleContext,
): Generator<void, SheetPart> {
  if (settled === null || read === null) return { answers: [], findings: found, account: { read: 0, known: 0, reported: 0 }, sheets: [] };
  yield;
  const result = settleSheet(settled.sheet, settled.located, read, context);
  const findings = [...found, ...settled.findings, ...result.findings];
  yield;
  const copies = [{ sheet: settled.sheet, located: settled.located }, ...settled.others];
  const accounts = copies.map((copy) => accountSheet(copy.sheet, copy.located.rows, { findings, covered: copy.located.covered }, context));
  return {
    answers: result.answers,
    findings: [...findings, ...accounts.flatMap((account) => account.findings)],
    account: accounts.map(({ account }) => account).reduce(sumAccounts),
    sheets: copies.map((copy) => copy.sheet.name),
  };
}

/** Reads the rows of a sheet; what its header and its merged cells leave open is withheld. */
export function* readSheet(sheet: LocatedSheet, located: LocatedRows, context: WorkbookContext): Generator<void, ReadSheet> {
  yield;
  headerFindings(sheet, located.rows, context, located);
  mergedAnswers(sheet, located.rows, context, located);
  const isAir = sheet.layout.kind === 'air';
  const typed: ReadRow[] = [];
  for (const [index, row] of located.rows.entries()) {
    if (index % ROWS_OF_STEP === ROWS_OF_STEP - 1) yield;
    typed.push(settleScale(readRow(sheet, row, context, isAir ? parseAirCell : undefined)));
  }
  yield;
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
        ...checkRows(rows, context.file, context.edition).filter(({ code, cell }) => code !== 'VALUE_MISSING' || !asked.has(cell)),
        ...checkPlausible(rows, context),
      ];
  const comments = (context.edition ?? READING_EDITION) < PAGE_EDITION ? [] : commentFindings(sheet, rows, context.file);
  const findings = [...located.findings, ...rows.flatMap((row) => cellFindings(row, sheet, context)), ...checks, ...remarks, ...comments];
  const barred = {
    wrong: new Map([...contradictedCells(rows), ...firstCodes(findings, ({ severity }) => severity === 'error'), ...located.blocked]),
    held: firstCodes(findings, ({ code }) => HOLDING_CODES.has(code)),
  };
  return { answers: rows.flatMap((row) => answersOf(row, barred)), findings };
}

/** Null where the row gives none, or one that cannot be. */
export function reportDate(row: ReadRow, reports: ReportSpan): string | null {
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
