import type { Pollutant } from '../../../shared/domain/air/standards/pollutants.ts';
import type { CoveredField } from './monitoring.ts';

/** A sheet, and a cell, a range or a list of ranges on it. */
export interface CellPlace {
  readonly sheet: string;
  readonly cell: string;
}

/** Where the daily values and the hours of each pollutant stand. */
export interface DayCells {
  readonly daily: Readonly<Partial<Record<CoveredField, CellPlace>>>;
  readonly hourly: Readonly<Partial<Record<Pollutant, CellPlace>>>;
}

type PackedCells = Readonly<Partial<Record<CoveredField, string | readonly [string, string]>>>;

/** The row names one sheet; a cell of another one goes with its sheet. */
export function packCells({ daily, hourly }: DayCells, sheet: string): string {
  const pack = (cells: DayCells['daily']): PackedCells =>
    Object.fromEntries(
      Object.entries(cells).map(([field, place]) => [field, place.sheet === sheet ? place.cell : [place.sheet, place.cell]]),
    );
  return JSON.stringify({ daily: pack(daily), hourly: pack(hourly) });
}

export function unpackCells(text: string, sheet: string): DayCells {
  const { daily, hourly } = JSON.parse(text) as { readonly daily: PackedCells; readonly hourly: PackedCells };
  const unpack = (cells: PackedCells): DayCells['daily'] =>
    Object.fromEntries(
      Object.entries(cells).map(([field, place]) => [
        field,
        typeof place === 'string' ? { sheet, cell: place } : { sheet: place[0], cell: place[1] },
      ]),
    );
  return { daily: unpack(daily), hourly: unpack(hourly) };
}
