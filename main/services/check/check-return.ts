import type { CheckProblem } from '../../../shared/contract/check.ts';
import { saysNotApplicable } from '../../../shared/domain/returns/cell-text.ts';
import type { Finding, FindingCode } from '../../../shared/domain/findings.ts';
import { HELD_BY_OTHERS, heldValue } from '../../../shared/domain/returns/holds.ts';
import { CELLS_EDITION } from '../../../shared/domain/returns/reading-edition.ts';
import { isAdopted, type ParsedValue, type ReturnAnswer } from '../../../shared/domain/returns/types.ts';
import { AIR_FIELDS, type AirDay, selectAirDaysOfReturn } from '../../db/queries/returns-air.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { type ReturnRecord, selectAnswersOfReturn, selectErrorCells } from '../../db/queries/returns.ts';
import { originalToRead } from '../originals.ts';
import { examineBytes } from '../returns/examine.ts';
import type { ExaminedFile, ExamineRequest } from '../returns/examined-file.ts';

export interface CheckedReturn {
  readonly problems: readonly CheckProblem[];
  readonly values: number;
  readonly airDays: number;
  /** Values that were adopted by an earlier edition of the reading, and go on counting. */
  readonly formerReadings: number;
  /** What reading it again finds; null where it cannot be read. */
  readonly findings: readonly Finding[] | null;
}

/**
 * Reads the stored original once more as the import did and holds the result against what is stored: whose return it is, every answer with
 * its cell, every air value with its cell; one that was changed, added or removed since is a problem. `loggedHolds`: cells (sheet!cell) that the
 * log says were put on hold by what other returns said.
 */
export async function checkReturn(
  db: ReadHandle,
  record: ReturnRecord,
  request: ExamineRequest,
  loggedHolds: ReadonlySet<string>,
): Promise<CheckedReturn> {
  const place = `${record.fileName}（第 ${record.version} 版）`;
  const original = originalToRead(db, record.sha256);
  if ('broken' in original)
    return {
      problems: [{ kind: 'file', place, detail: `应为 ${original.broken.slice(0, 12)}…` }],
      values: 0,
      airDays: 0,
      formerReadings: 0,
      findings: null,
    };
  // A return whose unit somebody chose is read as that unit's; a file that names another one alone is not.
  const chosen = request.yearPlan.plan.units.find(({ id }) => id === record.unitId) ?? null;
  const again = await examineBytes(record.fileName, original.bytes, { ...request, chosen });
  const [answers, days] = [selectAnswersOfReturn(db, record.id), selectAirDaysOfReturn(db, record.id)];
  const { problems, formerReadings } = differences(
    entriesOf(answers, days),
    entriesOf(heldAtImport(again.answers, loggedHolds), again.airDays),
    place,
    formerReading(db, record, again),
  );
  return {
    problems: [...identityProblems(record, again, dateThen(db, record, again), place), ...problems],
    values: answers.filter(isAdopted).length,
    airDays: days.length,
    formerReadings,
    findings: again.findings,
  };
}

const heldAtImport = (answers: readonly ReturnAnswer[], holds: ReadonlySet<string>): readonly ReturnAnswer[] =>
  holds.size === 0
    ? answers
    : answers.map((answer) =>
        answer.value.kind === 'quantity' && holds.has(`${answer.sheet}!${answer.cell}`)
          ? { ...answer, value: heldValue(answer.value, HELD_BY_OTHERS) }
          : answer,
      );

function identityProblems(record: ReturnRecord, again: ExaminedFile, dateAgain: string | null, place: string): CheckProblem[] {
  const pairs: readonly [string, unknown, unknown][] = [
    ['单位', record.unitId, again.unit?.id ?? null],
    ['填报日期', record.reportedOn, dateAgain],
    ['示例数据标记', record.sample, again.sample],
    ['版式', record.layoutId, again.layoutId],
  ];
  return pairs
    .filter(([, stored, read]) => stored !== read)
    .map(([name, stored, read]) => ({ kind: 'return', place, detail: `${name}：库内“${shown(stored)}”，原表“${shown(read)}”` }));
}

/**
 * The 填报日期 by which the return was placed, as its edition of the reading saw it: one that was taken then counts though it is refused now,
 * and one that was refused then is none though it is taken now.
 */
function dateThen(db: ReadHandle, record: ReturnRecord, again: ExaminedFile): string | null {
  if (record.reading >= CELLS_EDITION) return again.reportedOn;
  const read = again.answers.find(({ field }) => field === 'reportedOn');
  if (read !== undefined) return selectErrorCells(db, record.id).includes(`${read.sheet}!${read.cell}`) ? null : again.reportedOn;
  const refused = again.findings.find(({ code }) => code === DATE_REFUSED)?.params['date'];
  return typeof refused === 'string' ? refused : null;
}

const DATE_REFUSED: FindingCode = 'REPORT_DATE_IMPLAUSIBLE';

const shown = (value: unknown): string => (value === null || value === undefined ? '无' : String(value));

/** What is stored or read in one place: the line that is compared and shown, and of an answer what it was made of. */
interface Entry {
  readonly line: string;
  readonly answer: StoredCell | null;
}

type StoredCell = Pick<ReturnAnswer, 'value' | 'raw' | 'sheet' | 'cell'>;
type Entries = ReadonlyMap<string, Entry>;

const entriesOf = (answers: readonly ReturnAnswer[], days: readonly AirDay[]): Entries =>
  new Map([...answers.map(answerEntry), ...days.flatMap(dayEntries)]);

const answerEntry = ({ rowId, field, value, raw, sheet, cell }: ReturnAnswer): [string, Entry] => [
  `${rowId} ${field}`,
  { line: `${said(value)}（${sheet}!${cell} “${raw}”）`, answer: { value, raw, sheet, cell } },
];

function said(value: ParsedValue): string {
  if (value.kind === 'rejected') return `有错误，未采用（${value.value}）`;
  if (value.kind === 'held') return `${said(value.value)}，待确认（${value.code}）`;
  return value.kind === 'notApplicable' ? '不涉及' : value.value;
}

/** A day without any value counts as a day of monitoring all the same; none is read from an original. */
const dayEntries = (day: AirDay): [string, Entry][] =>
  AIR_FIELDS.every((field) => day.values[field] === null) ? [[day.date, { line: day.sheet, answer: null }]] : valueEntries(day);

const valueEntries = (day: AirDay): [string, Entry][] =>
  AIR_FIELDS.flatMap((field): [string, Entry][] => {
    const value = day.values[field];
    const line = `${value}（${day.sheet}!${day.cells[field] ?? '?'}）`;
    return value === null ? [] : [[`${day.date} ${field}`, { line, answer: null }]];
  });

function differences(stored: Entries, read: Entries, place: string, former: (stored?: Entry, read?: Entry) => boolean): Differences {
  const keys = [...new Set([...stored.keys(), ...read.keys()])].toSorted();
  const different = keys.filter((key) => stored.get(key)?.line !== read.get(key)?.line);
  const problems = different
    .filter((key) => !former(stored.get(key), read.get(key)))
    .map((key): CheckProblem => ({
      kind: 'value',
      place: `${place} ${key}`,
      detail: `库内${stored.get(key)?.line ?? '没有'}，原表${read.get(key)?.line ?? '没有'}`,
    }));
  return { problems, formerReadings: different.length - problems.length };
}

type Differences = Pick<CheckedReturn, 'problems' | 'formerReadings'>;

/**
 * Of a return read by an earlier edition of the rules: today's reading may refuse what was adopted then, or speak of a cell at which an error
 * was found then; text and cell must be those of the original all the same. A value that today's reading adopts must be the stored one.
 */
function formerReading(db: ReadHandle, record: ReturnRecord, again: ExaminedFile): (stored?: Entry, read?: Entry) => boolean {
  if (record.reading >= CELLS_EDITION) return () => false;
  const refused = new Map(
    again.findings
      .filter(({ severity }) => severity === 'error')
      .map(({ sheet, cell, params }) => [`${sheet}!${cell}`, params['raw']] as const),
  );
  const errors = new Set(selectErrorCells(db, record.id));
  return (stored, read) => {
    const [then, now] = [stored?.answer, read?.answer];
    if (then === undefined || then === null) return now !== undefined && now !== null && errors.has(`${now.sheet}!${now.cell}`);
    // A cell that was in error then gave no value.
    if (errors.has(`${then.sheet}!${then.cell}`)) return false;
    if (now === undefined)
      return refused.get(`${then.sheet}!${then.cell}`) === then.raw || (saysNotApplicable(then.raw) && saysExempt(then));
    return now !== null && !isAdopted(now) && now.raw === then.raw && now.sheet === then.sheet && now.cell === then.cell;
  };
}

const saysExempt = ({ value }: StoredCell): boolean => value.kind === 'notApplicable';
