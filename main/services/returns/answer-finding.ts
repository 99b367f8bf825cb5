import type { AnsweredFinding } from '../../../shared/contract/versions.ts';
import { Failure } from '../../../shared/domain/failure.ts';
import { parseAnswer } from '../../../shared/domain/returns/parse-cell.ts';
import type { AnswerField, ParsedValue } from '../../../shared/domain/returns/types.ts';
import { findingText } from '../../../shared/text/finding-text.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { type AnsweredState, type FindingAnswerRecord, insertFindingAnswer, selectAllFindings } from '../../db/queries/findings.ts';
import { selectVersion, type VersionRecord } from '../../db/queries/register.ts';
import { type AnswerRecord, selectAnswersOfReturn } from '../../db/queries/returns.ts';
import type { WritingContext } from '../context.ts';
import { type PlanOfYear, requireUnlockedYear } from '../plan/year-plan.ts';
import { type KnownFinding, shownAnswer, withAnswers } from './answered-findings.ts';
import { createLayouts } from './layouts.ts';

export interface AnswerRequest {
  /** Id of the finding. */
  readonly finding: string;
  readonly as: AnsweredState;
  /** Of a correction: what would be typed into the cell. */
  readonly value?: string | undefined;
  readonly reason: string;
  readonly by?: string | undefined;
}

export interface GivenAnswer extends AnsweredFinding {
  readonly year: number;
  /** Whether a value counts by this answer. */
  readonly counts: boolean;
}

/** The cell a finding is about: the answer there, or the one that is missing there. */
interface AnswerPlace {
  readonly rowId: string;
  readonly field: AnswerField;
  readonly answer: AnswerRecord | null;
}

/**
 * 答复 a finding: 核实属实 lets a held value count, 已更正 puts the office's value in the cell's place, 已退回 and 不再提示 leave the value as it
 * is. What was written stays beside it; a later answer to the same finding takes the place of an earlier one.
 */
export function answerFinding(context: WritingContext, request: AnswerRequest): GivenAnswer {
  const db = context.writer;
  return db.transaction(() => {
    const { given, record, before } = giveAnswer(context, requireFinding(allFindings(db), request.finding), request);
    db.note({
      subject: record.finding,
      reason: request.reason,
      before,
      after: { state: request.as, value: record.typed },
      detail: { ...record },
    });
    return given;
  });
}

export interface AnswerAllRequest {
  /** Ids of findings of one rule. */
  readonly findings: readonly string[];
  readonly as: Exclude<AnsweredState, 'corrected'>;
  readonly reason: string;
  readonly by?: string | undefined;
}

/** One 答复 to many findings of one rule: all of them get it, or none. A correction is of one cell and is given alone. */
export function answerFindings(context: WritingContext, request: AnswerAllRequest): { answered: number; counts: number } {
  const db = context.writer;
  return db.transaction(() => {
    const all = allFindings(db);
    const asked = [...new Set(request.findings.map(idOf))].map((id) => requireFinding(all, id));
    const codes = new Set(asked.map(({ finding }) => finding.code));
    if (codes.size > 1) throw new Failure('FINDINGS_MIXED', { count: codes.size });
    const done = asked.map((known) => giveAnswer(context, known, { ...request, finding: known.id }));
    db.note({
      subject: asked[0]?.finding.code ?? '',
      reason: request.reason,
      after: { state: request.as, findings: done.length },
      detail: { answers: done.map(({ record }) => record) },
    });
    return { answered: done.length, counts: done.filter(({ given }) => given.counts).length };
  });
}

interface Done {
  readonly given: GivenAnswer;
  readonly record: FindingAnswerRecord;
  readonly before: Readonly<Record<string, string | null>>;
}

function giveAnswer(context: WritingContext, known: KnownFinding, request: AnswerRequest): Done {
  const db = context.writer;
  const version = selectVersion(db, known.number);
  if (version === null) throw new Failure('FINDING_UNKNOWN', { finding: request.finding });
  const yearPlan = requireUnlockedYear(db, version.year);
  const place = placeOf(db, known);
  const held = isHeld(known, place);
  refuseUnfit(request, known, held);
  const correction = request.as === 'corrected' ? correctionOf(db, yearPlan, { version, known, place, typed: request.value ?? '' }) : null;
  const record: FindingAnswerRecord = {
    number: known.number,
    finding: known.id,
    code: known.finding.code,
    state: request.as,
    rowId: place?.rowId ?? null,
    field: place?.field ?? null,
    sheet: known.finding.sheet,
    cell: known.finding.cell,
    kind: correction?.kind ?? null,
    value: correction?.value ?? null,
    typed: correction?.typed ?? null,
    reason: request.reason,
    actor: request.by ?? context.actor.name,
    at: context.now(),
  };
  insertFindingAnswer(db, record);
  const given: GivenAnswer = {
    id: known.id,
    number: known.number,
    unitId: version.unitId,
    unitName: yearPlan.plan.units.find((unit) => unit.id === version.unitId)?.name ?? version.unitId,
    sha256: version.sha256,
    finding: known.finding,
    state: request.as,
    held,
    answer: shownAnswer({ ...known, answer: record }),
    year: version.year,
    counts: version.counts && (correction !== null || (held && request.as === 'confirmed')),
  };
  return { given, record, before: stateBefore(known, place) };
}

const stateBefore = ({ answer }: KnownFinding, place: AnswerPlace | null): Done['before'] =>
  answer === null ? { state: 'open', raw: place?.answer?.raw ?? null } : { state: answer.state, value: answer.typed };

const idOf = (typed: string): string => typed.trim().toLowerCase();

type FindingsById = ReadonlyMap<string, KnownFinding>;

const allFindings = (db: ReadHandle): FindingsById => new Map(withAnswers(db, selectAllFindings(db)).map((entry) => [entry.id, entry]));

function requireFinding(all: FindingsById, id: string): KnownFinding {
  const known = all.get(idOf(id));
  if (known === undefined) throw new Failure('FINDING_UNKNOWN', { finding: id });
  return known;
}

export const isHeld = ({ finding }: Pick<KnownFinding, 'finding'>, place: Pick<AnswerPlace, 'answer'> | null): boolean =>
  place?.answer?.value.kind === 'held' && place.answer.value.code === finding.code;

function refuseUnfit({ as, value }: AnswerRequest, { id, finding }: KnownFinding, held: boolean): void {
  if (as === 'dismissed' && (finding.severity === 'error' || held)) throw new Failure('FINDING_DISMISSED', { finding: id });
  if ((as === 'corrected') !== (value !== undefined))
    throw new Failure('FINDING_VALUE', { finding: id, problem: as === 'corrected' ? 'none' : 'unasked' });
}

/**
 * By the answer that was read there; a blank cell has none, and its row and column are told by the answers that stand in them. Null where the
 * finding is about no single answer.
 */
function placeOf(db: ReadHandle, { returnId, finding }: KnownFinding): AnswerPlace | null {
  const answers = selectAnswersOfReturn(db, returnId).filter(({ sheet }) => sheet === finding.sheet);
  const answer = answers.find(({ cell }) => cell === finding.cell);
  if (answer !== undefined) return { rowId: answer.rowId, field: answer.field, answer };
  const [column, row] = partsOf(finding.cell ?? '');
  const named = finding.params['row'];
  const rowId = typeof named === 'string' && named !== '' ? named : answers.find(({ cell }) => partsOf(cell)[1] === row)?.rowId;
  const field = answers.find(({ cell }) => partsOf(cell)[0] === column)?.field;
  return rowId === undefined || field === undefined || row === '' ? null : { rowId, field, answer: null };
}

/** H11 → H, 11. */
const partsOf = (cell: string): readonly [string, string] => {
  const [, column = '', row = ''] = /^([A-Z]+)(\d+)$/u.exec(cell) ?? [];
  return [column, row];
};

interface Correcting {
  readonly version: VersionRecord;
  readonly known: KnownFinding;
  readonly place: AnswerPlace | null;
  readonly typed: string;
}

/** The office's value is read as if it had been typed into the cell; one that would be an error or on hold there is refused. */
function correctionOf(db: ReadHandle, yearPlan: PlanOfYear, { version, known, place, typed }: Correcting) {
  const unit = yearPlan.plan.units.find((candidate) => candidate.id === version.unitId);
  const spec =
    unit === undefined || place === null
      ? undefined
      : createLayouts(db, yearPlan)(unit, false)
          .sheets.flatMap((sheet) => sheet.rows)
          .find((row) => row.rowId === place.rowId)?.answers[place.field];
  if (spec === undefined) throw new Failure('FINDING_NO_VALUE', { finding: known.id });
  const { value, issues } = parseAnswer({ type: 'text', text: typed }, spec, { date1904: false, year: version.year, formula: false });
  const [first] = issues;
  const counted = value === null ? null : countedValue(value);
  if (counted === null) {
    const why = first === undefined ? '' : findingText(first.code, { raw: typed, text: typed, ...first.params });
    throw new Failure('FINDING_VALUE', { finding: known.id, value: typed, problem: 'unread', why });
  }
  return { ...counted, typed };
}

function countedValue(value: ParsedValue): { readonly kind: string; readonly value: string } | null {
  if (value.kind === 'rejected') return null;
  // Whoever corrects has looked at it: what a unit's reading would hold is said by the office.
  const read = value.kind === 'held' ? value.value : value;
  return { kind: read.kind, value: read.kind === 'notApplicable' ? '' : read.value };
}
