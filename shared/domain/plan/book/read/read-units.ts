import { comparableText } from '../../../returns/cell-text.ts';
import type { District, Unit, UnitKind } from '../../unit-schema.ts';
import { ambiguousNames } from '../../unit-names.ts';
import { type Choice, splitNames, YES_NO } from '../words.ts';
import { choiceOf, dateOf, requiredText, tellCode } from './fields.ts';
import type { FoundRow } from './find-table.ts';
import { onSheet } from './notes.ts';
import { contentOf, isSample } from './plan-rows.ts';
import { idOf, type TableReading } from './reading.ts';

const rowsOf = ({ table }: TableReading): FoundRow[] =>
  table.rows.filter((row) => !isSample(table, row) && contentOf(table, row).length > 0);

/** 单位类别. */
export function readUnitKinds(reading: TableReading): UnitKind[] {
  return rowsOf(reading).flatMap((row) => {
    const name = requiredText(reading, row, 'name');
    tellCode(reading.notes, row.at('name'));
    const [leads, asked, air] = (['leads', 'asked', 'air'] as const).map((column) => choiceOf(reading, row, column, YES_NO, false));
    const id = idOf(reading, row, 'kind', () => reading.ids.next('K', 2));
    // Words that are none of the choices are told of; the kind is kept, so that its units are not blamed.
    if (name === null) return [];
    return [{ id, name, leads: leads ?? false, asked: asked ?? false, air: air ?? false, endings: splitNames(row.at('endings').text) }];
  });
}

/** 单位, of kinds that are known. A unit of no kind is told of and kept, so that the rows that name it are not blamed. */
export function readUnits(reading: TableReading, kinds: readonly UnitKind[], district: District): Unit[] {
  const byName: Choice<string> = {
    words: kinds.map((kind) => kind.name),
    textOf: (id) => kinds.find((kind) => kind.id === id)?.name ?? '',
    valueOf: (text) => kinds.find((kind) => comparableText(kind.name) === comparableText(text) || kind.id === text)?.id ?? null,
  };
  const places = new Map<string, FoundRow>();
  const [firstKind] = kinds;
  const units = rowsOf(reading).flatMap((row) => {
    const name = requiredText(reading, row, 'name');
    tellCode(reading.notes, row.at('name'));
    const kind = requiredText(reading, row, 'kind') === null ? null : choiceOf(reading, row, 'kind', byName, '');
    const unit = readUnit(reading, row, name ?? '', kind ?? firstKind?.id ?? '');
    places.set(unit.id, row);
    return name === null || firstKind === undefined ? [] : [unit];
  });
  tellAmbiguous(reading, places, kinds, units, district);
  return units;
}

function readUnit(reading: TableReading, row: FoundRow, name: string, kind: string): Unit {
  const { table, notes } = reading;
  const [from, until] = (['from', 'until'] as const).map((column) => dateOf(row.at(column), table.title(column), reading));
  if (from !== undefined && until !== undefined && until < from) notes.add('BOOK_DATES_REVERSED', row.at('until'));
  const [townKind, unitClass] = [row.at('townKind').text, row.at('class').text];
  return {
    id: idOf(reading, row, 'unit', () => reading.ids.next('U', 3)),
    kind,
    name,
    aliases: splitNames(row.at('aliases').text),
    divisionCode: readCode(reading, row),
    ...(townKind === '' ? {} : { townKind }),
    ...(unitClass === '' ? {} : { class: unitClass }),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  };
}

/** Codes for statistics have twelve digits; the last three are 000 for a town. */
function readCode({ notes }: TableReading, row: FoundRow): string | null {
  const cell = row.at('code');
  const text = cell.text.normalize('NFKC').replaceAll(/\s/gu, '');
  const found = /^(\d{9})(?:000)?$/u.exec(text);
  if (text === '' || found?.[1] !== undefined) return found?.[1] ?? null;
  notes.add('BOOK_UNIT_CODE', cell, { text: cell.text });
  return null;
}

function tellAmbiguous(
  { notes }: TableReading,
  places: ReadonlyMap<string, FoundRow>,
  unitKinds: readonly UnitKind[],
  units: readonly Unit[],
  district: District,
): void {
  const told = new Set<string>();
  for (const { unitIds } of ambiguousNames({ district, unitKinds, units })) {
    const [first = '', ...others] = unitIds;
    for (const id of others) {
      const [row, at] = [places.get(id), places.get(first)];
      if (row === undefined || at === undefined || told.has(`${first}|${id}`)) continue;
      told.add(`${first}|${id}`);
      notes.add('BOOK_UNIT_TWICE', row.at('name'), { name: row.at('name').text, first: at.at('name').address });
    }
  }
}

/** Kinds that are gone while units are still of them; they are kept for reading on. */
export function tellKindsInUse(
  { notes, table }: TableReading,
  before: readonly UnitKind[],
  after: readonly UnitKind[],
  units: readonly Unit[],
): UnitKind[] {
  const missing = before.filter((kind) => after.every((one) => one.id !== kind.id) && units.some((unit) => unit.kind === kind.id));
  for (const kind of missing) notes.add('BOOK_KIND_REMOVED', onSheet(table.sheet), { name: kind.name });
  return missing;
}

/** Units are ended by a date and never left out: rows, returns and scores speak of them. */
export function tellRemoved({ notes, table }: TableReading, before: readonly Unit[], after: readonly Unit[]): void {
  const kept = new Set(after.map((unit) => unit.id));
  for (const unit of before.filter((one) => !kept.has(one.id))) notes.add('BOOK_UNIT_REMOVED', onSheet(table.sheet), { name: unit.name });
}

/** 主题, as far as the sheet names them; rows add what they need. */
export function readSubjects(reading: TableReading): Record<string, string> {
  const rows = reading.table.rows.filter((row) => !isSample(reading.table, row) && row.at('name').text !== '');
  return Object.fromEntries(rows.map((row) => [idOf(reading, row, 'subject', () => reading.ids.next('S', 3)), row.at('name').text]));
}
