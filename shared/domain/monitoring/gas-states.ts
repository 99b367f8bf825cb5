import type { HeadedColumn } from './table-columns.ts';
import type { Field } from './types.ts';

/** A column of values, as far as its quantity goes. */
type Quantity = HeadedColumn & { readonly field: Field | null };

/** Columns of which one quantity stands in two states (标况/实况), or in one of which the file does not say that it is the one that counts. */
export interface ChosenStates<Column> {
  readonly kept: readonly Column[];
  /** 标况 beside 实况: not used. */
  readonly spare: readonly Column[];
  /** Not to be judged as they stand. */
  readonly refused: readonly Column[];
}

/**
 * Particles are judged in the state 实况 (GB 3095-2012 修改单, 2018): beside it 标况 is left aside, and alone it is no value. Gases are
 * judged at 参比状态, which neither word means.
 */
export function chooseStates<Column extends Quantity>(columns: readonly Column[]): ChosenStates<Column> {
  const spare: Column[] = [];
  const refused: Column[] = [];
  const kept: Column[] = [];
  const groups = Map.groupBy(columns, quantityOf);
  for (const column of columns) {
    const { state } = column.said;
    const particles = column.field === 'pm25' || column.field === 'pm10';
    if (state === null || (state === 'actual' && particles)) kept.push(column);
    else if (!particles) refused.push(column);
    else (groups.get(quantityOf(column))?.some((other) => other.said.state !== 'standard') === true ? spare : refused).push(column);
  }
  return { kept, spare, refused };
}

/** Two columns of one quantity are values for the same places and times. */
export const quantityOf = ({ field, said }: Quantity): string => JSON.stringify([field, said.placeId, said.station, said.date, said.hour]);
