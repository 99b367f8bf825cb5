import type { Finding } from '../../findings.ts';
import { comparableText } from '../../returns/cell-text.ts';
import type { RawWorkbook } from '../../tables/raw-workbook.ts';
import type { ReadCell } from '../book/read/grid.ts';
import { nearestName } from '../book/read/nearest.ts';
import { createNotes, type Notes } from '../book/read/notes.ts';
import type { Measure } from '../schema.ts';
import { isDistrictName, matchUnit } from '../unit-names.ts';
import type { District, NamedUnits } from '../unit-schema.ts';
import { type ValueKind, valueTitle } from './columns.ts';
import { findValues, type ValueRow } from './find-values.ts';
import { checkUnit, figureValue, targetWords } from './read-value.ts';

export interface ValuesRequest {
  /** Name of the file, for its findings. */
  readonly file: string;
  readonly kind: ValueKind;
  /** Years that a row may name; null: every earlier one. */
  readonly from: number | null;
  readonly to: number;
  measures(year: number): readonly Measure[];
  /** District and units as they are called in the year; null: in any. */
  named(year: number | null): NamedUnits & { readonly district: District };
  /** When and by whom the year was signed (定稿); null for one that may be changed. */
  signed(year: number): { readonly at: string; readonly by: string } | null;
}

/** What one row sets: a target in its words, or a figure in the measure's unit. */
export interface ReadValue {
  readonly measure: string;
  readonly year: number;
  readonly value: string;
  /** 奋斗目标 where it is there. */
  readonly kind?: 'stretch';
  /** Id of the one unit that it is of; the district's without. */
  readonly unit?: string;
  /** 说明 of the row. */
  readonly note: string | null;
}

export interface ReadValues {
  /** Empty where a finding is an error. */
  readonly values: readonly ReadValue[];
  readonly findings: readonly Finding[];
}

/**
 * Reads a 目标调整表 or 认定数表: every row that has a value, or a reason for one. A row left blank sets nothing, so that a workbook with all
 * measures can be handed out; how many were left is told.
 */
export function readValues(workbook: RawWorkbook, request: ValuesRequest): ReadValues {
  const notes = createNotes(request.file);
  const rows = findValues(workbook, request.kind, notes);
  const filled = rows.filter((row) => [row.at('value'), row.at('note')].some((cell) => cell.text !== '' || cell.broken !== null));
  const column = valueTitle(request.kind, 'value');
  const nowhere = { sheet: null, address: null };
  const failed = (): boolean => notes.found.some(({ severity }) => severity === 'error');
  if (filled.length === 0 && !failed()) notes.add('VALUES_NONE', nowhere, { column });
  else if (filled.length > 0 && filled.length < rows.length)
    notes.add('VALUES_ROWS_BLANK', nowhere, { count: rows.length - filled.length, column });
  const seen = new Map<string, ReadCell>();
  const values = filled.flatMap((row) => readRow(row, request, seen, notes));
  return { values: failed() ? [] : values, findings: notes.found };
}

function readRow(row: ValueRow, request: ValuesRequest, seen: Map<string, ReadCell>, notes: Notes): ReadValue[] {
  const year = yearOf(row, request, notes);
  const measure = measureOf(row, year, request, notes);
  const cell = row.at('value');
  if (cell.text === '' && cell.broken === null) notes.add('BOOK_VALUE_MISSING', cell, { column: row.title('value') });
  if (measure === null || cell.text === '') return [];
  const whose = whoseRow(row, year, request, notes);
  if (whose === null) return [];
  const twice = year !== null && isTwice(row, [measure.id, year, whose.name, whose.kind ?? ''], seen, notes);
  if (!checkUnit(row.at('unit'), measure, notes)) return [];
  const asked = { cell, title: row.title('value'), measure };
  const value = request.kind === 'targets' ? targetWords(asked, notes) : figureValue(asked, notes);
  if (year === null || twice || value === null) return [];
  const { kind, unit } = whose;
  const of = { ...(kind === undefined ? {} : { kind }), ...(unit === undefined ? {} : { unit }) };
  return [{ measure: measure.id, year, value, ...of, note: row.at('note').text === '' ? null : row.at('note').text }];
}

function yearOf(row: ValueRow, { from, to, signed }: ValuesRequest, notes: Notes): number | null {
  const cell = row.at('year');
  if (cell.broken !== null) return null;
  if (cell.text === '') {
    notes.add('BOOK_VALUE_MISSING', cell, { column: row.title('year') });
    return null;
  }
  const found = /^(20\d\d)年?度?$/u.exec(comparableText(cell.text));
  if (found === null) {
    notes.add('VALUES_YEAR_UNREADABLE', cell, { text: cell.text });
    return null;
  }
  const year = Number(found[1]);
  if (year > to || (from !== null && year < from)) {
    notes.add('VALUES_YEAR_OUTSIDE', cell, { year, from: from ?? '', to });
    return null;
  }
  const final = signed(year);
  if (final !== null) notes.add('VALUES_YEAR_FINAL', cell, { year, at: final.at.slice(0, 10), by: final.by });
  return year;
}

/** By its 编号, else by its 名称; where both stand they must mean the same. Without a year those of the last one are known. */
function measureOf(row: ValueRow, year: number | null, request: ValuesRequest, notes: Notes): Measure | null {
  const [id, name] = [row.at('measure'), row.at('name')];
  if (id.broken !== null || name.broken !== null) return null;
  const known = request.measures(year ?? request.to);
  if (id.text !== '') {
    const measure = known.find((one) => comparableText(one.id) === comparableText(id.text));
    if (measure === undefined) return unknown(id, id.text, year ?? request.to, known, notes);
    if (name.text === '' || comparableText(name.text) === comparableText(measure.name)) return measure;
    notes.add('VALUES_MEASURE_DISAGREES', name, { id: measure.id, expected: measure.name, name: name.text });
    return null;
  }
  if (name.text === '') {
    notes.add('BOOK_VALUE_MISSING', id, { column: valueTitle(request.kind, 'measure') });
    return null;
  }
  const [first, ...more] = known.filter((one) => comparableText(one.name) === comparableText(name.text));
  if (first === undefined) return unknown(name, name.text, year ?? request.to, known, notes);
  if (more.length === 0) return first;
  notes.add('VALUES_MEASURE_SEVERAL', name, { name: name.text, known: [first, ...more].map((one) => one.id).join('、') });
  return null;
}

function unknown(cell: ReadCell, text: string, year: number, known: readonly Measure[], notes: Notes): null {
  const nearest = nearestName(
    text,
    known.flatMap((one) => [one.id, one.name]),
    Math.max(1, Math.floor(text.length / 3)),
  );
  notes.add('VALUES_MEASURE_UNKNOWN', cell, { text, year, nearest: nearest ?? '' });
  return null;
}

interface Whose {
  /** Blank for the district. */
  readonly name: string;
  readonly unit?: string;
  readonly kind?: 'stretch';
}

/** Of which unit and of which kind the row is; null, with a finding, where that cannot be told. */
function whoseRow(row: ValueRow, year: number | null, request: ValuesRequest, notes: Notes): Whose | null {
  const [subject, kind] = [row.at('subject'), row.at('kind')];
  const stretch = /^(?:奋斗|力争)(?:目标)?$/u.test(comparableText(kind.text));
  if (kind.text !== '' && !stretch && !/^约束(?:性)?(?:目标)?$/u.test(comparableText(kind.text))) {
    notes.add('VALUES_KIND_UNKNOWN', kind, { text: kind.text });
    return null;
  }
  const ofKind = stretch ? { kind: 'stretch' as const } : {};
  const named = request.named(year);
  if (subject.text === '' || isDistrictName(named.district, subject.text)) return { name: '', ...ofKind };
  const unit = named.units.find(({ id }) => id === subject.text) ?? matchUnit(named, subject.text);
  if (unit !== null) return { name: unit.name, unit: unit.id, ...ofKind };
  const nearest = nearestName(
    subject.text,
    named.units.map(({ name }) => name),
    Math.max(1, Math.floor(subject.text.length / 3)),
  );
  notes.add('VALUES_UNIT_UNKNOWN', subject, { text: subject.text, nearest: nearest ?? '' });
  return null;
}

function isTwice(
  row: ValueRow,
  [measure, year, unit, kind]: readonly [string, number, string, string],
  seen: Map<string, ReadCell>,
  notes: Notes,
): boolean {
  const key = [measure, year, unit, kind].join('|');
  const [cell, first] = [row.at('value'), seen.get(key)];
  if (first === undefined) {
    seen.set(key, cell);
    return false;
  }
  const place = first.sheet === cell.sheet ? first.address : `${first.sheet}!${first.address}`;
  notes.add('VALUES_ROW_TWICE', cell, { measure, year, unit, kind, first: place });
  return true;
}
