import { type Finding, finding } from '../../../shared/domain/findings.ts';
import { MONITORING_EDITION } from '../../../shared/domain/monitoring/edition.ts';
import { recognise } from '../../../shared/domain/monitoring/kind-of.ts';
import type { Unit } from '../../../shared/domain/plan/schema.ts';
import { candidateUnits, type VisibleIdentity, visibleYear } from '../../../shared/domain/returns/identify.ts';
import { isNamed, locateColumns } from '../../../shared/domain/returns/locate-sheet.ts';
import { IDS_EDITION, OWN_TABLES_EDITION } from '../../../shared/domain/returns/reading-edition.ts';
import type { LayoutSheet } from '../../../shared/domain/returns/types.ts';
import type { RawSheet, RawWorkbook } from '../../../shared/domain/tables/raw-workbook.ts';
import type { Steps } from '../../db/stepwise.ts';
import { examineTables } from './examine-tables.ts';
import { type ExaminedFile, type ExamineRequest, type Received, refused, refusedBy } from './examined-file.ts';
import { readByLayout, saysSample } from './read-return.ts';

/**
 * The hidden sheet is lost (标识丢失), as after copying the sheets into a new workbook: the unit that cover, headings or file name speak of, if the
 * rows are its own. It is read for the preview, and taken in once somebody has said whose it is. What is no form at all may be a table of theirs.
 */
export function* examineWithoutKey(
  received: Received,
  workbook: RawWorkbook,
  seen: VisibleIdentity,
  request: ExamineRequest,
): Steps<ExaminedFile> {
  const { plan } = request.yearPlan;
  const candidates = candidateUnits(received.name, seen, plan);
  const year = visibleYear(workbook, seen) ?? request.year;
  for (const unit of request.chosen === null ? candidates : [request.chosen]) {
    const read = yield* readAs(received, workbook, unit, year, request);
    const { matched, rows } = matchedRows(read);
    if (rows === 0 || matched * 2 < rows) continue;
    if (year !== request.year) return refused(received, 'RETURN_OTHER_YEAR', { found: year, expected: request.year });
    const table = isOwnTable(read, workbook, request) ? yield* examineTables(received, workbook, candidates, request) : null;
    return table ?? settled(received, read, unit, { seen, candidates, matched, rows }, request);
  }
  return (yield* examineTables(received, workbook, candidates, request)) ?? foreign(received, workbook, request);
}

/**
 * Ids of ours in a table that the office drew up itself: neither the cover of the form is there, nor all of its columns. It is no form that lost its
 * key, and 是否完成 and targets beside the rows are no strays.
 */
function isOwnTable({ layout, findings }: ExaminedFile, workbook: RawWorkbook, { edition }: ExamineRequest): boolean {
  if (edition < OWN_TABLES_EDITION || !findings.some(({ code }) => code === 'COLUMN_MISSING')) return false;
  const named = (layout?.sheets ?? []).flatMap((sheet) => {
    const raw = workbook.sheets.find((candidate) => isNamed(candidate, sheet));
    return raw === undefined ? [] : [{ sheet, raw }];
  });
  if (edition < IDS_EDITION) return named.length === 0;
  // 任务填报 is what anybody may call a sheet; that the form asks for its answers under its own titles nobody does by chance.
  return named.every(({ sheet, raw }) => sheet.kind !== 'cover' && !hasItsColumns(workbook, raw, sheet));
}

/** At least half of the columns with answers. */
function hasItsColumns(workbook: RawWorkbook, raw: RawSheet, sheet: LayoutSheet): boolean {
  const asked = sheet.columns.filter(({ answer }) => answer !== null);
  const located = locateColumns(workbook, raw, sheet);
  return located !== null && asked.filter(({ key }) => located.columns.has(key)).length * 2 >= asked.length;
}

/** What is no return may be meant for another page, which is then named. */
function foreign(received: Received, workbook: RawWorkbook, { yearPlan: { plan } }: ExamineRequest): ExaminedFile {
  const { kind } = recognise(workbook, { file: received.name, plan, edition: MONITORING_EDITION });
  if (kind !== null) return refused(received, 'RETURN_IS_MONITORING', { kind });
  return refused(received, 'RETURN_FOREIGN', { sheets: workbook.sheets.map((sheet) => sheet.name).join('、') });
}

function* readAs(received: Received, workbook: RawWorkbook, unit: Unit, year: number, request: ExamineRequest): Steps<ExaminedFile> {
  const { plan, version } = request.yearPlan;
  const sample = saysSample(workbook);
  const found = { planId: plan.id, planVersion: version, year, unitId: unit.id, layoutId: '', sample, unit, own: false };
  return yield* readByLayout(received, workbook, found, request, []);
}

interface Evidence {
  readonly seen: VisibleIdentity;
  readonly candidates: readonly Unit[];
  readonly matched: number;
  readonly rows: number;
}

/** Somebody has to say whose it is; who has said it is held to what the file names. */
function settled(received: Received, read: ExaminedFile, unit: Unit, found: Evidence, { chosen }: ExamineRequest): ExaminedFile {
  const { seen, candidates, matched, rows } = found;
  const place = { file: received.name, sheet: seen.unit?.sheet ?? null, cell: seen.unit?.cell ?? null };
  const evidence = evidenceText(received.name, seen);
  if (chosen === null) {
    const lost = finding('RETURN_KEY_LOST', place, { unit: unit.name, evidence, matched, rows });
    return { ...read, choices: [unit, ...candidates.filter(({ id }) => id !== unit.id)], findings: [lost, ...read.findings] };
  }
  if (candidates.length > 0 && !candidates.some(({ id }) => id === unit.id))
    return refusedBy(received, finding('RETURN_UNIT_NOT_NAMED', place, { unit: unit.name, evidence }), []);
  return { ...read, findings: [finding('RETURN_UNIT_CHOSEN', place, { evidence, unit: unit.name }), ...read.findings] };
}

const evidenceText = (file: string, seen: VisibleIdentity): string =>
  [seen.unit?.text ?? '', ...seen.headings.map(({ name }) => name)].find((text) => text !== '') ?? file;

/** How many of the form's rows that ask for something were found. */
function matchedRows({ layout, findings }: ExaminedFile): { readonly matched: number; readonly rows: number } {
  const absent = new Set(findings.filter(isAbsence).map(({ sheet }) => sheet));
  const sheets = (layout?.sheets ?? []).filter(({ kind }) => kind !== 'cover' && kind !== 'air');
  const asking = (sheet: (typeof sheets)[number]): number => sheet.rows.filter(({ kind }) => kind !== 'section').length;
  const rows = sheets.reduce((sum, sheet) => sum + asking(sheet), 0);
  const lost = sheets.filter(({ name }) => absent.has(name)).reduce((sum, sheet) => sum + asking(sheet), 0);
  const missing = findings.filter(({ code, sheet }) => code === 'ROW_MISSING' && !absent.has(sheet)).length;
  return { matched: Math.max(0, rows - lost - missing), rows };
}

const isAbsence = ({ code }: Finding): boolean => code === 'SHEET_MISSING' || code === 'COLUMN_MISSING';
