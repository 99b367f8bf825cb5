import { type DecimalText, exact, toText } from '../../../../shared/domain/numbers/decimal.ts';
import { calcText } from '../../../../shared/text/calc-text.ts';
import { cellNumber } from './cell-number.ts';
import type { CsvRow } from './csv-rows.ts';
import type { UsedColumn } from './pollutant-columns.ts';

export interface ReadNumbers<Id extends string> {
  readonly values: Readonly<Partial<Record<Id, DecimalText>>>;
  readonly unmonitored: readonly Id[];
  readonly problems: readonly string[];
}

/** The cells of a row that enter the calculation, in µg/m³ (CO: mg/m³). */
export function readNumbers<Id extends string>(row: CsvRow, columns: readonly (readonly [Id, UsedColumn])[]): ReadNumbers<Id> {
  const values: Partial<Record<Id, DecimalText>> = {};
  const unmonitored: Id[] = [];
  const problems: string[] = [];
  for (const [id, { index, header, factor }] of columns) {
    const text = row.cells[index] ?? '';
    const cell = cellNumber(text);
    if (cell.kind === 'number') values[id] = factor === '1' ? cell.value : toText(exact(cell.value).times(factor));
    else if (cell.kind === 'unmonitored') unmonitored.push(id);
    else if (cell.kind !== 'missing') problems.push(calcText[cell.kind](row.line, header, text.trim()));
  }
  return { values, unmonitored, problems };
}
