import { matchUnit, splitUnitList } from '../../unit-names.ts';
import type { FoundRow } from './find-table.ts';
import { nearestName } from './nearest.ts';
import type { TableReading } from './reading.ts';

export interface Leads {
  readonly leadUnitsPrinted: string;
  readonly leadUnits: string[];
}

/** 牵头单位 of a row, as printed and as units; null, with findings, where there is none or one is unknown. */
export function readLeads(reading: TableReading, row: FoundRow): Leads | null {
  const { notes, named, all, table } = reading;
  const cell = row.at('leads');
  if (splitUnitList(cell.text).length === 0) {
    if (cell.broken === null) notes.add('BOOK_VALUE_MISSING', cell, { column: table.title('leads') });
    return null;
  }
  const units = splitUnitList(cell.text).map((name) => ({ name, unit: matchUnit(named, name) ?? matchUnit(all, name) }));
  const unknown = units.filter(({ unit }) => unit === null);
  for (const { name } of unknown) notes.add('BOOK_UNIT_UNKNOWN', cell, { name, nearest: nearestUnit(reading, name) });
  return unknown.length > 0 ? null : { leadUnitsPrinted: cell.text, leadUnits: units.flatMap(({ unit }) => unit?.id ?? []) };
}

export const nearestUnit = ({ all }: Pick<TableReading, 'all'>, name: string): string =>
  nearestName(
    name,
    all.units.flatMap((unit) => [unit.name, ...unit.aliases]),
  ) ?? '';
