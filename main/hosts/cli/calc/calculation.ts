import type { CsvRow } from './csv-rows.ts';

/** One kind of table calculation. */
export interface Calculation {
  /** Names of the columns it adds. */
  readonly added: readonly string[];
  /** What is to be said once of the input. */
  readonly notes: readonly string[];
  row(row: CsvRow): CalculatedRow;
}

export interface CalculatedRow {
  /** As many as `added`. */
  readonly cells: readonly string[];
  /** What could not be read: the command ends with 1. */
  readonly problems: readonly string[];
  /** What the reader should know. */
  readonly notes: readonly string[];
}

/** Makes the calculation for a header; throws CommandFailed where nothing can be calculated with it. */
export type Prepare = (header: readonly string[]) => Calculation;
