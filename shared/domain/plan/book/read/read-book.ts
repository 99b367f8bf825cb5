import type { Finding } from '../../../findings.ts';
import type { RawWorkbook } from '../../../tables/raw-workbook.ts';
import { checkPlan, type PlanProblem } from '../../plan-checks.ts';
import { type Plan, planSchema } from '../../schema.ts';
import { SHEET_NAMES } from '../columns.ts';
import { SHEET_KEYS, type SheetKey } from '../types.ts';
import { findSheets, findTable, type FoundTable } from './find-table.ts';
import { createNotes, type Notes, onSheet } from './notes.ts';
import { readTables } from './read-tables.ts';
import type { BookRequest } from './request.ts';
import { yearIn } from './read-tasks.ts';
import { lineText } from './lines.ts';

export interface ReadBook {
  /** The plan with what the workbook says in the place of what it said; null where a finding is an error. */
  readonly plan: Plan | null;
  /** Parts that the workbook has rows of. */
  readonly parts: readonly SheetKey[];
  readonly findings: readonly Finding[];
}

/**
 * Reads a 方案工作簿 that was edited, or a sheet of it alone. What has no sheet, or a sheet without a row, stays as it is; every word that is
 * not read is told of, and where one row cannot be read there is no plan.
 */
export function readPlanBook(workbook: RawWorkbook, request: BookRequest): ReadBook {
  const notes = createNotes(request.file);
  const tables = findTables(workbook, notes, request.only);
  if (tables.size === 0) {
    if (isSound(notes)) tellNothing(workbook, request, notes);
    return { plan: null, parts: [], findings: notes.found };
  }
  const { plan, parts } = readTables({ tables, request, notes, date1904: workbook.date1904 });
  if (request.only?.every((key) => !parts.includes(key)) === true) tellNothing(workbook, request, notes);
  if (isSound(notes)) tellProblems(plan, request.base, notes);
  return { plan: isSound(notes) ? plan : null, parts, findings: notes.found };
}

/** The year that the list of a workbook says it is of; null without a list, or where it says nothing. */
export function listYearOf(workbook: RawWorkbook): number | null {
  const table = findTables(workbook, createNotes('')).get('list');
  return table === undefined ? null : yearIn(lineText(table, 'year'));
}

const isSound = (notes: Notes): boolean => notes.found.every((one) => one.severity !== 'error');

function tellNothing(workbook: RawWorkbook, { only = [] }: BookRequest, notes: Notes): void {
  const file = { sheet: null, address: null };
  if (only.length === 0) notes.add('BOOK_FOREIGN', file, { sheets: sheetNames(workbook) });
  else notes.add('BOOK_SHEET_MISSING', file, { sheet: only.map((key) => SHEET_NAMES[key].name).join('、') });
}

const sheetNames = (workbook: RawWorkbook): string => workbook.sheets.map((sheet) => sheet.name).join('、');

function findTables(workbook: RawWorkbook, notes: Notes, only: readonly SheetKey[] = SHEET_KEYS): ReadonlyMap<SheetKey, FoundTable> {
  const sheets = findSheets(workbook, notes);
  const tables = new Map<SheetKey, FoundTable>();
  for (const key of only) {
    const sheet = sheets.get(key);
    const table = sheet === undefined ? null : findTable(key, sheet, workbook.date1904, notes);
    if (table !== null) tables.set(key, table);
  }
  return tables;
}

/** What no cell shows alone: parts of the plan that do not agree with each other. What was so before is not the workbook's fault. */
function tellProblems(plan: Plan, base: Plan | null, notes: Notes): void {
  const parsed = planSchema.safeParse(plan);
  const problems: PlanProblem[] = parsed.success
    ? checkPlan(plan)
    : parsed.error.issues.map((issue) => ({
        file: `${String(issue.path[0])}.yml`,
        path: issue.path.slice(1).join('.'),
        message: issue.message,
      }));
  const before = new Set((base === null ? [] : checkPlan(base)).map(textOf));
  for (const problem of problems.filter((one) => !before.has(textOf(one)) && !isForeign(one)))
    notes.add('BOOK_PLAN_PROBLEM', onSheet(SHEETS_OF_FILES[problem.file] ?? SHEET_NAMES.head.name), {
      path: problem.path,
      detail: problem.message,
    });
}

/** The body is not in the workbook; and whom a row names was found out row by row, among the units of its own year. */
const isForeign = ({ file, path }: PlanProblem): boolean =>
  file === 'articles.yml' || file === 'body-targets.yml' || path.endsWith('.leadUnits');

const textOf = ({ file, path, message }: PlanProblem): string => `${file}|${path}|${message}`;

/** Problems are told by the parts that plans are stored in. */
const SHEETS_OF_FILES: Readonly<Record<string, string>> = {
  'units.yml': SHEET_NAMES.units.name,
  'unitKinds.yml': SHEET_NAMES.unitKinds.name,
  'annex1.yml': SHEET_NAMES.annex1.name,
  'annex2.yml': SHEET_NAMES.annex2.name,
  'annex3.yml': SHEET_NAMES.list.name,
  'subjects.yml': SHEET_NAMES.subjects.name,
};
