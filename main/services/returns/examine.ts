import type { Finding, FindingCode, FindingParams } from '../../../shared/domain/findings.ts';
import { finding } from '../../../shared/domain/findings.ts';
import type { Unit } from '../../../shared/domain/plan/schema.ts';
import { candidateUnits, settleUnit, type VisibleIdentity, visibleIdentity, visibleYear } from '../../../shared/domain/returns/identify.ts';
import { isNamed } from '../../../shared/domain/returns/locate-sheet.ts';
import { parseReturn, type ReadingRules } from '../../../shared/domain/returns/parse-return.ts';
import { recogniseReturn } from '../../../shared/domain/returns/recognise.ts';
import type { TypedFacts } from '../../../shared/domain/returns/typed/facts.ts';
import type { AnswerField, ReturnAnswer, ReturnIdentity, ReturnLayout } from '../../../shared/domain/returns/types.ts';
import type { RawWorkbook } from '../../../shared/domain/tables/raw-workbook.ts';
import type { AirDay } from '../../db/queries/returns-air.ts';
import { readTable } from '../../documents/table-reader/read-table.ts';
import { sha256Of, type SourceFile } from '../files.ts';
import type { PlanOfYear } from '../plan/year-plan.ts';
import { separateAir } from './air-days.ts';
import { notedFindings } from '../noted-findings.ts';
import { unreadable } from '../unpack.ts';
import type { LayoutOf } from './layouts.ts';

/** A file after reading, recognising and parsing; nothing is stored yet. */
export interface ExaminedFile {
  readonly name: string;
  readonly sha256: string | null;
  /** The original; null when it is no workbook that can be read. */
  readonly bytes: Uint8Array | null;
  /** The same without its password, where one had to be given; null where the original is read as it came. */
  readonly opened: Uint8Array | null;
  /** The unit whose return this is; null when the file is refused. */
  readonly unit: Unit | null;
  /** 须选择: the units among which somebody has to choose before the file is taken in; mostly empty. */
  readonly choices: readonly Unit[];
  readonly layoutId: string;
  /** The layout it was read by; null when the file is refused. */
  readonly layout: ReturnLayout | null;
  readonly sample: boolean;
  readonly reportedOn: string | null;
  /** Without the daily air values. */
  readonly answers: readonly ReturnAnswer[];
  readonly airDays: readonly AirDay[];
  readonly findings: readonly Finding[];
  /** Of a return that the office typed in (手工录入); absent for a file that came. */
  readonly typed?: TypedOrigin;
}

export interface TypedOrigin extends TypedFacts {
  /** Of the scan; null where there is none. */
  readonly scanBytes: Uint8Array | null;
}

export interface ExamineRequest extends ReadingRules {
  readonly yearPlan: Pick<PlanOfYear, 'plan' | 'version'>;
  readonly year: number;
  readonly layoutOf: LayoutOf;
  /** Layouts of forms that were made before the plan of the year changed. */
  readonly formerLayoutOf: (version: string) => LayoutOf | null;
  /** SHA-256 of the files that are wanted; null: all. */
  readonly only: ReadonlySet<string> | null;
  /** The unit that somebody chose for the files; null where nobody did. */
  readonly chosen: Unit | null;
  /** Passwords to open (打开密码) that somebody gave for the files. */
  readonly passwords: readonly string[];
}

/**
 * Reads one file as far as it can be read. Never throws for a bad file: what is wrong becomes findings. Null for a file that is not wanted.
 */
export async function examineFile(source: SourceFile, request: ExamineRequest): Promise<ExaminedFile | null> {
  // Office keeps such a file beside a workbook that is open; a program that copies folders may have filled it.
  if (source.name.startsWith('~$')) return request.only === null ? refused(unread(source.name), 'FILE_LOCK', {}) : null;
  let bytes: Uint8Array;
  try {
    bytes = await source.read();
  } catch (error) {
    const { code, params } = unreadable(error);
    return request.only === null ? refused(unread(source.name), code, params) : null;
  }
  if (request.only?.has(sha256Of(bytes)) === false) return null;
  return examineBytes(source.name, bytes, request);
}

/** The same for bytes at hand: what the import reads from them, and what the check must find again in the stored original. */
export async function examineBytes(name: string, bytes: Uint8Array, request: ExamineRequest): Promise<ExaminedFile> {
  const sha256 = sha256Of(bytes);
  const read = await readTable(name, bytes, { passwords: request.passwords });
  if (!read.ok) return refused({ ...unread(name), sha256 }, read.code, read.params);
  return examineWorkbook({ name, sha256, bytes, opened: read.opened }, read.workbook, request);
}

type Received = Pick<ExaminedFile, 'name' | 'sha256' | 'bytes' | 'opened'>;

export const unread = (name: string): Received => ({ name, sha256: null, bytes: null, opened: null });

function examineWorkbook(received: Received, workbook: RawWorkbook, request: ExamineRequest): ExaminedFile {
  const recognised = recogniseReturn(workbook);
  const seen = visibleIdentity(workbook, request.yearPlan.plan);
  if (recognised === null) return examineWithoutKey(received, workbook, seen, request);
  const { identity } = recognised;
  const problem = identityProblem(identity, request);
  if (problem !== null) return refused(received, problem.code, problem.params);
  const { plan } = request.yearPlan;
  const key = plan.units.find((candidate) => candidate.id === identity.unitId);
  if (key === undefined) return refused(received, 'RETURN_UNKNOWN_UNIT', { unit: identity.unitId });
  const year = /20\d{2}/.exec(seen.year?.text ?? '');
  if (seen.year !== null && year !== null && Number(year[0]) !== identity.year) {
    const place = { file: received.name, sheet: seen.year.sheet, cell: seen.year.cell };
    return refusedBy(received, finding('RETURN_YEAR_DISAGREES', place, { cover: seen.year.text, key: identity.year }), []);
  }
  const verdict = settleUnit(received.name, key, seen, request.chosen, plan);
  if (verdict.kind !== 'settled') return refusedBy(received, verdict.finding, verdict.kind === 'open' ? verdict.choices : []);
  return readByLayout(received, workbook, { ...identity, unit: verdict.unit, own: verdict.unit.id === key.id }, request, verdict.findings);
}

/**
 * The hidden sheet is lost (标识丢失), as after copying the sheets into a new workbook: the unit that cover, headings or file name speak of, if the
 * rows are its own. It is read for the preview, and taken in once somebody has said whose it is.
 */
function examineWithoutKey(received: Received, workbook: RawWorkbook, seen: VisibleIdentity, request: ExamineRequest): ExaminedFile {
  const { plan, version } = request.yearPlan;
  const candidates = candidateUnits(received.name, seen, plan);
  const foreign = refused(received, 'RETURN_FOREIGN', { sheets: workbook.sheets.map((sheet) => sheet.name).join('、') });
  const year = visibleYear(workbook, seen) ?? request.year;
  for (const unit of request.chosen === null ? candidates : [request.chosen]) {
    const found = {
      planId: plan.id,
      planVersion: version,
      year,
      unitId: unit.id,
      layoutId: '',
      sample: saysSample(workbook),
      unit,
      own: false,
    };
    const read = readByLayout(received, workbook, found, request, []);
    const { matched, rows } = matchedRows(read);
    if (rows === 0 || matched * 2 < rows) continue;
    if (year !== request.year) return refused(received, 'RETURN_OTHER_YEAR', { found: year, expected: request.year });
    const place = { file: received.name, sheet: seen.unit?.sheet ?? null, cell: seen.unit?.cell ?? null };
    const evidence = [seen.unit?.text ?? '', ...seen.headings.map(({ name }) => name)].find((text) => text !== '') ?? received.name;
    if (request.chosen !== null) {
      if (candidates.length > 0 && !candidates.some(({ id }) => id === unit.id))
        return refusedBy(received, finding('RETURN_UNIT_NOT_NAMED', place, { unit: unit.name, evidence }), []);
      return { ...read, findings: [finding('RETURN_UNIT_CHOSEN', place, { evidence, unit: unit.name }), ...read.findings] };
    }
    const lost = finding('RETURN_KEY_LOST', place, { unit: unit.name, evidence, matched, rows });
    return { ...read, choices: [unit, ...candidates.filter(({ id }) => id !== unit.id)], findings: [lost, ...read.findings] };
  }
  return foreign;
}

/** How many of the form's rows that ask for something were found. */
function matchedRows({ layout, findings }: ExaminedFile): { readonly matched: number; readonly rows: number } {
  const absent = new Set(findings.filter(({ code }) => code === 'SHEET_MISSING' || code === 'COLUMN_MISSING').map(({ sheet }) => sheet));
  const sheets = (layout?.sheets ?? []).filter(({ kind }) => kind !== 'cover' && kind !== 'air');
  const asking = (sheet: (typeof sheets)[number]): number => sheet.rows.filter(({ kind }) => kind !== 'section').length;
  const rows = sheets.reduce((sum, sheet) => sum + asking(sheet), 0);
  const lost = sheets.filter(({ name }) => absent.has(name)).reduce((sum, sheet) => sum + asking(sheet), 0);
  const missing = findings.filter(({ code, sheet }) => code === 'ROW_MISSING' && !absent.has(sheet)).length;
  return { matched: Math.max(0, rows - lost - missing), rows };
}

const saysSample = (workbook: RawWorkbook): boolean =>
  workbook.sheets.some(({ cells }) =>
    cells.some(({ row, value }) => row === 1 && value.type === 'text' && value.text.includes('【示例数据】')),
  );

/** Whose return it is, and whether its hidden sheet says so. */
type KnownIdentity = ReturnIdentity & { readonly unit: Unit; readonly own: boolean };

function readByLayout(
  received: Received,
  workbook: RawWorkbook,
  identity: KnownIdentity,
  request: ExamineRequest,
  identified: readonly Finding[],
): ExaminedFile {
  const { name } = received;
  const { unit, own } = identity;
  const present = own ? layoutFor(identity, unit, request.layoutOf) : layoutOfSheets(workbook, unit, request.layoutOf);
  // The checksum is over all that a form shows: where it agrees, what else has changed in the plan does not concern this form.
  const former = !own || identity.layoutId === present.layoutId ? null : request.formerLayoutOf(identity.planVersion);
  const layout = former === null ? present : layoutFor(identity, unit, former);
  const findings: Finding[] = [...notedFindings(workbook, name), ...identified];
  if (former !== null) findings.push(finding('RETURN_FORMER_FORM', { file: name }));
  else if (own && identity.layoutId !== layout.layoutId)
    findings.push(finding('RETURN_OLD_LAYOUT', { file: name }, { found: identity.layoutId, expected: layout.layoutId }));
  const parsed = parseReturn(workbook, layout, name, request);
  findings.push(...parsed.findings);
  const reportedOn = parsed.answers.find((answer) => answer.field === 'reportedOn' && answer.value.kind === 'date');
  const date = reportedOn?.value.kind === 'date' ? reportedOn.value.value : null;
  if (date !== null && layout.dueDate !== '' && date > layout.dueDate) {
    const place = { file: name, sheet: reportedOn?.sheet ?? null, cell: reportedOn?.cell ?? null };
    findings.push(finding('RETURN_LATE', place, { date, due: layout.dueDate }));
  }
  if (demandsSomething(layout) && !parsed.answers.some(saysSomething)) findings.push(finding('RETURN_EMPTY', { file: name }));
  return {
    ...received,
    unit,
    choices: [],
    layoutId: own ? identity.layoutId : layout.layoutId,
    layout,
    sample: identity.sample,
    reportedOn: date,
    ...separateAir(parsed.answers),
    findings,
  };
}

/** With the daily air sheet unless the form was made without it. */
function layoutFor(identity: ReturnIdentity, unit: Unit, layoutOf: LayoutOf): ReturnLayout {
  const full = layoutOf(unit, true);
  const air = full.sheets.some((sheet) => sheet.kind === 'air');
  const without = layoutOf(unit, false);
  return air && identity.layoutId === without.layoutId ? without : full;
}

/** Without a key the sheets that are there tell. */
function layoutOfSheets(workbook: RawWorkbook, unit: Unit, layoutOf: LayoutOf): ReturnLayout {
  const full = layoutOf(unit, true);
  const air = full.sheets.find((sheet) => sheet.kind === 'air');
  return air === undefined || workbook.sheets.some((raw) => isNamed(raw, air)) ? full : layoutOf(unit, false);
}

const COVER_FIELDS: ReadonlySet<AnswerField> = new Set(['reporter', 'reviewer', 'phone', 'reportedOn']);

/** Name and date on the cover are no report yet; a cell that is in error was filled in. */
export const saysSomething = (answer: { readonly field: AnswerField }): boolean => !COVER_FIELDS.has(answer.field);

/** A unit that only assists others (配合) owes nothing, and its blank return is complete. */
export const demandsSomething = (layout: ReturnLayout): boolean =>
  layout.sheets.some((sheet) =>
    sheet.rows.some((row) => row.kind !== 'field' && Object.values(row.answers).some((answer) => answer.required)),
  );

function identityProblem(
  identity: ReturnIdentity,
  { yearPlan, year }: ExamineRequest,
): { code: FindingCode; params: FindingParams } | null {
  if (identity.planId !== yearPlan.plan.id)
    return { code: 'RETURN_OTHER_PLAN', params: { found: identity.planId, expected: yearPlan.plan.id } };
  if (identity.year !== year) return { code: 'RETURN_OTHER_YEAR', params: { found: identity.year, expected: year } };
  return null;
}

const refused = (received: Received, code: FindingCode, params: FindingParams): ExaminedFile =>
  refusedBy(received, finding(code, { file: received.name }, params), []);

const refusedBy = (received: Received, found: Finding, choices: readonly Unit[]): ExaminedFile => ({
  ...nothingOf(received, [found]),
  choices,
});

/** Of a file of which nothing is taken in. */
export function nothingOf(received: Received, findings: readonly Finding[]): ExaminedFile {
  return {
    ...received,
    unit: null,
    choices: [],
    layoutId: '',
    layout: null,
    sample: false,
    reportedOn: null,
    answers: [],
    airDays: [],
    findings,
  };
}
