import { createNotes, type Notes } from '../../../../shared/domain/plan/book/read/notes.ts';
import type { Finding } from '../../../../shared/domain/findings.ts';
import { isCalendarDate } from '../../../../shared/domain/calendar.ts';
import { exact, toText } from '../../../../shared/domain/numbers/decimal.ts';
import { reportingUnits } from '../../../../shared/domain/plan/years/plan-for-year.ts';
import { comparableText } from '../../../../shared/domain/returns/cell-text.ts';
import type { ReturnLayout } from '../../../../shared/domain/returns/types.ts';
import type { TypedFacts, TypedWay } from '../../../../shared/domain/returns/typed/facts.ts';
import { idText, isCalled, typedRows } from '../../../../shared/domain/returns/typed/rows.ts';
import { type TypedAnswer, typedAnswers } from '../../../../shared/domain/returns/typed/typed-answers.ts';
import { type TypedLine, typedLines } from '../../../../shared/domain/returns/typed/typed-lines.ts';
import { typedFactsText, typedFileText, typedMarkText } from '../../../../shared/text/typed-text.ts';
import type { WorkbookInput } from '../../../documents/workbook/return-workbook-input.ts';
import { checkpoint, type JobContext } from '../../../jobs/progress.ts';
import type { ServiceContext } from '../../context.ts';
import type { SourceFile } from '../../files.ts';
import { requireUnit } from '../../plan/work-plan.ts';
import { unreadable } from '../../unpack.ts';
import { examineBytes } from '../examine.ts';
import { type ExaminedFile, type ExamineRequest, nothingOf, unread } from '../examined-file.ts';
import { type Examination, yearReading } from '../examine-returns.ts';
import { templateFileName } from '../write-templates.ts';
import { readScan, type Scan } from './read-scan.ts';

export interface TypedEntry {
  readonly row: string;
  readonly field?: string | undefined;
  readonly text: string;
}

export interface TypedRequest {
  readonly year: number;
  readonly unit: string;
  readonly way: TypedWay;
  readonly receivedOn?: string | undefined;
  readonly reportedOn?: string | undefined;
  readonly by: string;
  /** Lines of a table, or … */
  readonly table: SourceFile | null;
  /** … what was typed into a form of the page. */
  readonly entries?: readonly TypedEntry[] | undefined;
  readonly scan: SourceFile | null;
  readonly passwords?: readonly string[] | undefined;
}

/**
 * 手工录入: what the office has typed is written into the unit's own form of the year, and the form is read as if the unit had sent it, so that
 * nothing is judged in another way for having come on paper. The filled form is the original; in its page header and its properties it says what it is.
 */
export async function examineTyped(context: ServiceContext, request: TypedRequest, job: JobContext): Promise<Examination> {
  const { credible, ...reading } = yearReading(context, request.year, job);
  const { plan } = reading.yearPlan;
  const unit = requireUnit(plan, request.unit);
  await checkpoint(job);
  job.report(0.1, 'read');
  const name = typedFileText(templateFileName(plan, unit, request.year));
  const notes = createNotes(request.table?.name ?? name);
  const lines =
    request.table === null
      ? (request.entries ?? []).map(lineOf)
      : await linesOf(request.table, reading.readTable, request.passwords, notes);
  const full = reading.layoutOf(unit, true);
  const layout = namesDay(lines, full) ? full : reading.layoutOf(unit, false);
  const others = reportingUnits(plan).filter(({ id }) => id !== unit.id);
  const askedOf = (text: string): string[] =>
    others.filter((other) => asks(reading.layoutOf(other, false), text)).map((other) => other.name);
  const answers = failed(notes)
    ? new Map<string, TypedAnswer>()
    : typedAnswers(lines, { layout, reportedOn: request.reportedOn ?? null, askedOf }, notes);
  const receivedOn = receivedDay(request, context.now().slice(0, 10), notes);
  const scan = await readScan(request.scan, request.way, notes);
  await checkpoint(job);
  const file = failed(notes)
    ? nothingOf(unread(notes.found[0]?.file ?? name), notes.found)
    : await readForm({ layout, answers, request: { ...request, receivedOn }, scan }, (bytes) =>
        examineBytes(name, bytes, { ...reading, only: null, chosen: unit, units: new Map(), rows: [], passwords: [] }),
      );
  await checkpoint(job);
  return { yearPlan: reading.yearPlan, year: request.year, files: [withNotes(file, notes, name)], credible };
}

const failed = ({ found }: Notes): boolean => found.some(({ severity }) => severity === 'error');

const cell = (text: string) => ({ sheet: null, address: null, text: text.trim() });

const lineOf = ({ row, field = '', text }: TypedEntry): TypedLine => ({
  id: cell(row),
  name: cell(''),
  field: cell(field),
  value: cell(text),
  remark: cell(''),
});

async function linesOf(
  source: SourceFile,
  readTable: ExamineRequest['readTable'],
  passwords: readonly string[] = [],
  notes: Notes,
): Promise<TypedLine[]> {
  const nowhere = { sheet: null, address: null };
  let bytes: Uint8Array;
  try {
    bytes = await source.read();
  } catch (error) {
    const { code, params } = unreadable(error);
    notes.add(code, nowhere, params);
    return [];
  }
  const read = await readTable(source.name, bytes, { passwords });
  if (read.ok) return typedLines(read.workbook, notes);
  notes.add(read.code, nowhere, read.params);
  return [];
}

/** Daily air values are seldom typed; where a day is named, the form has to have its sheet. */
function namesDay(lines: readonly TypedLine[], full: ReturnLayout): boolean {
  const days = new Set(full.sheets.flatMap((sheet) => (sheet.kind === 'air' ? sheet.rows.map(({ rowId }) => rowId) : [])));
  return lines.some(({ id }) => days.has(id.text));
}

const asks = (layout: ReturnLayout, text: string): boolean =>
  typedRows(layout).some(
    (row) => [idText(row), row.row.rowId].some((id) => comparableText(id) === comparableText(text)) || isCalled(row, text),
  );

function receivedDay({ receivedOn }: TypedRequest, today: string, notes: Notes): string {
  const day = receivedOn ?? today;
  if (day > today) notes.add('TYPED_RECEIVED_AHEAD', { sheet: null, address: null }, { date: day, today });
  return day;
}

interface TypedForm {
  readonly layout: ReturnLayout;
  readonly answers: ReadonlyMap<string, TypedAnswer>;
  readonly request: TypedRequest & { readonly receivedOn: string };
  readonly scan: Scan | null;
}

async function readForm(
  { layout, answers, request, scan }: TypedForm,
  read: (bytes: Uint8Array) => Promise<ExaminedFile>,
): Promise<ExaminedFile> {
  const { way, receivedOn, by } = request;
  const facts: TypedFacts = { way, receivedOn, by, scan: scan === null ? null : { sha256: scan.sha256, name: scan.name } };
  const { writeReturnWorkbook } = await import('../../../documents/workbook/return-workbook.ts');
  const bytes = await writeReturnWorkbook(layout, {
    sample: false,
    // The day on which it came, so that the same words typed once more are the same bytes.
    createdAt: `${receivedOn}T00:00:00+08:00`,
    answers: new Map([...answers].map(([key, answer]) => [key, inputOf(answer)])),
    typed: { mark: typedMarkText(facts), about: `${typedFactsText(facts)}${scan === null ? '' : ` ${scan.sha256}`}` },
  });
  return { ...(await read(bytes)), typed: { ...facts, scanBytes: scan?.bytes ?? null } };
}

/** As a cell of the form holds it: numbers and days as such where nothing of what was typed is lost by it. */
function inputOf({ spec, text }: TypedAnswer): WorkbookInput {
  if (spec.kind === 'date' && isDay(text)) return { date: text };
  if (spec.kind === 'quantity' && PLAIN.test(text) && text.length <= LONGEST_NUMBER && toText(exact(text)) === text)
    return { number: text };
  return { text };
}

const PLAIN = /^-?\d+(?:\.\d+)?$/u;
/** Digits, sign and point that a cell of a workbook holds without loss. */
const LONGEST_NUMBER = 15;

function isDay(text: string): boolean {
  const [, year = '', month = '', day = ''] = /^(20\d\d)-(\d\d)-(\d\d)$/u.exec(text) ?? [];
  return year !== '' && isCalendarDate({ year: Number(year), month: Number(month), day: Number(day) });
}

/** What was said of the table, behind what is said of the form: of the whole, because cells of the form are others. */
function withNotes(file: ExaminedFile, { found }: Notes, name: string): ExaminedFile {
  if (file.typed === undefined) return file;
  const said = found.map((item): Finding => ({ ...item, file: name, sheet: null, cell: null }));
  return { ...file, findings: [...file.findings, ...said] };
}
