import { nearestName } from '../../plan/book/read/nearest.ts';
import type { Notes } from '../../plan/book/read/notes.ts';
import { comparableText } from '../cell-text.ts';
import { rowName } from '../layout-columns.ts';
import type { AnswerCell, AnswerField, ReturnLayout } from '../types.ts';
import { typedTitle } from './columns.ts';
import { defaultField, fieldNamed, fieldTitle, idText, isCalled, type PlacedRow, typedRows } from './rows.ts';
import type { TypedCell, TypedLine } from './typed-lines.ts';

export interface TypedRequest {
  readonly layout: ReturnLayout;
  /** 填报日期 that was given beside the lines. */
  readonly reportedOn: string | null;
  /** Names of the units whose own forms ask for a row that this one's does not. */
  askedOf(text: string): readonly string[];
}

/** What is to stand in an answer cell of the form, and what the form asks for there. */
export interface TypedAnswer {
  readonly spec: AnswerCell;
  readonly text: string;
}

interface Settling {
  readonly rows: readonly PlacedRow[];
  readonly request: TypedRequest;
  readonly notes: Notes;
  /** Answers by `${rowId}|${field}`, each with the place it was typed at. */
  readonly answers: Map<string, TypedAnswer & { readonly at: TypedCell }>;
}

/**
 * The answers of a form by `${rowId}|${field}`, from lines that the office has typed. What a line says is not judged here: it is written into the
 * form and read from it as if the unit had filled it in. Judged is where it belongs: every line that cannot be placed is an error at its cell.
 */
export function typedAnswers(lines: readonly TypedLine[], request: TypedRequest, notes: Notes): ReadonlyMap<string, TypedAnswer> {
  const settling: Settling = { rows: typedRows(request.layout), request, notes, answers: new Map() };
  for (const line of lines) settleLine(line, settling);
  const said = settling.answers.size;
  settleDate(settling);
  if (said === 0 && !notes.found.some(({ severity }) => severity === 'error'))
    notes.add('TYPED_NOTHING', { sheet: null, address: null }, { column: typedTitle('value') });
  return settling.answers;
}

function settleLine(line: TypedLine, settling: Settling): void {
  const row = rowOf(line, settling);
  if (row === null) return;
  if (line.value.text !== '') {
    const field = fieldOf(row, line.field, settling.notes);
    if (field !== null) put(row, field, line.value, settling);
  }
  if (line.remark.text === '') return;
  if (row.row.answers.remark === undefined) fieldUnknown(row, line.remark, typedTitle('remark'), settling.notes);
  else if (settling.answers.get(keyOf(row, 'remark'))?.text !== line.remark.text) put(row, 'remark', line.remark, settling);
}

/** By its 编号, else by its 名称; where both stand they must mean the same. */
function rowOf(line: TypedLine, { rows, request, notes }: Settling): PlacedRow | null {
  const { id, name } = line;
  if (id.text !== '') {
    const found = rowWithId(rows, id.text);
    if (found === undefined) return unknownRow(id, rows, request, notes);
    if (name.text === '' || isCalled(found, name.text)) return found;
    notes.add('TYPED_ROW_DISAGREES', name, { id: id.text, expected: rowName(found.row), name: name.text });
    return null;
  }
  if (name.text === '') {
    notes.add('TYPED_ROW_UNNAMED', id, { text: line.value.text === '' ? line.remark.text : line.value.text });
    return null;
  }
  const [first, ...more] = rows.filter((row) => isCalled(row, name.text));
  if (first === undefined) return unknownRow(name, rows, request, notes);
  if (more.length === 0) return first;
  notes.add('TYPED_ROW_SEVERAL', name, { name: name.text, known: [first, ...more].map(idText).join('、') });
  return null;
}

function rowWithId(rows: readonly PlacedRow[], text: string): PlacedRow | undefined {
  const wanted = comparableText(text);
  return rows.find((row) => comparableText(idText(row)) === wanted) ?? rows.find(({ row }) => comparableText(row.rowId) === wanted);
}

/** Asked of others, or of nobody. */
function unknownRow(cell: TypedCell, rows: readonly PlacedRow[], { layout, askedOf }: TypedRequest, notes: Notes): null {
  const { text } = cell;
  const others = askedOf(text);
  if (others.length > 0) {
    notes.add('TYPED_ROW_NOT_ASKED', cell, { text, unit: layout.unitName, others: others.join('、') });
    return null;
  }
  const names = rows.flatMap((row) => [idText(row), rowName(row.row)]);
  const nearest = nearestName(text, names, Math.max(1, Math.floor(text.length / 3)));
  notes.add('TYPED_ROW_UNKNOWN', cell, { text, unit: layout.unitName, nearest: nearest ?? '' });
  return null;
}

function fieldOf(row: PlacedRow, cell: TypedCell, notes: Notes): AnswerField | null {
  const found = cell.text === '' ? defaultField(row) : fieldNamed(row, cell.text);
  if (found !== null) return found;
  if (cell.text === '') notes.add('TYPED_FIELD_MISSING', cell, { row: idText(row), known: knownFields(row) });
  else fieldUnknown(row, cell, cell.text, notes);
  return null;
}

const knownFields = (row: PlacedRow): string =>
  (Object.keys(row.row.answers) as AnswerField[]).map((field) => fieldTitle(row, field)).join('、');

const fieldUnknown = (row: PlacedRow, cell: TypedCell, text: string, notes: Notes): void =>
  notes.add('TYPED_FIELD_UNKNOWN', cell, { row: idText(row), text, known: knownFields(row) });

const keyOf = ({ row }: PlacedRow, field: AnswerField): string => `${row.rowId}|${field}`;

function put(row: PlacedRow, field: AnswerField, at: TypedCell, { answers, notes }: Settling): void {
  const spec = row.row.answers[field];
  const [key, before] = [keyOf(row, field), answers.get(keyOf(row, field))];
  if (spec === undefined) return;
  if (before === undefined) answers.set(key, { spec, text: at.text, at });
  else notes.add('TYPED_TWICE', at, { row: idText(row), field: fieldTitle(row, field), first: before.at.address ?? '' });
}

/** 填报日期 may be given once for all lines, or stand among them. */
function settleDate({ rows, request: { reportedOn }, answers, notes }: Settling): void {
  const row = rows.find((one) => one.row.answers.reportedOn !== undefined);
  const spec = row?.row.answers.reportedOn;
  if (reportedOn === null || row === undefined || spec === undefined) return;
  const line = answers.get(keyOf(row, 'reportedOn'));
  const at = { sheet: null, address: null, text: reportedOn };
  if (line === undefined) answers.set(keyOf(row, 'reportedOn'), { spec, text: reportedOn, at });
  else if (line.text !== reportedOn) notes.add('TYPED_DATE_TWICE', line.at, { text: line.text, date: reportedOn });
}
